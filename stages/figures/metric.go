package figures

// readMetric is replaced below.
func (s *sentence) readMetric(i int) {
	r := &s.found[i]
	if !r.nouns.empty() {
		r.metric, r.why = r.nouns, "counted noun phrase"
	}
}

func (s *sentence) phrase(p span) string { return s.bytes(p).Of(s.doc.Text) }
