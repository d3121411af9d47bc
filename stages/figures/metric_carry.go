package figures

import "strings"

// carry gives figure i what a like figure before it measures where its own words only tell whose it is ("Exports of tea reached $9
// million. Ruritania took $5 million, and Sylvania $3 million") or stand for what was counted before ("Last year 90 ships called.
// This year 31 came").
func (s *sentence) carry(i int) {
	r := &s.found[i]
	name := s.bareName(r)
	if name >= 0 && r.fig.Direction != "none" {
		return // "Seoul slid 1.2%"
	}
	if !r.carried && name < 0 && !(r.isBare() && (r.metric.empty() || r.agent)) {
		return
	}
	if name < 0 && r.agent && !r.clause {
		name = r.doer // "Bravo delivered 78"
	}
	for j := i - 1; j >= 0; j-- {
		b := &s.found[j]
		if b.metric.empty() && b.prior < 0 || r.clause && b.fig.Unit == "" || !alikeMeasured(&r.fig, &b.fig) && !s.standsFor(r, &b.fig) || b.prior < 0 && s.onlyName(b) {
			continue
		}
		r.metric, r.clause, r.prior, r.owner, r.why = b.metric, b.clause, b.prior, name, "what a like figure before measures"
		return
	}
	for j := len(s.out) - 1; j >= 0 && s.out[j].Sentence >= s.index-2; j-- {
		b := &s.out[j]
		if b.Metric == "" || r.clause && b.Unit == "" || !alikeMeasured(&r.fig, b) && !s.standsFor(r, b) || s.isNameOf(b) ||
			s.doc.Sentences[b.Sentence].Paragraph != s.doc.Sentences[s.index].Paragraph && b.Sentence != s.index-1 {
			continue
		}
		r.prior, r.owner, r.why = j, name, "what a like figure before measures"
		return
	}
	k := len(s.out) - 1
	if i > 0 || !r.carried || k < 0 || s.out[k].Sentence != s.index-1 || s.out[k].Metric == "" {
		return
	}
	if b := &s.out[k]; b.Kind == r.fig.Kind || b.Kind == "count" && r.isBare() {
		r.prior, r.why = k, "what the sentence before measures"
	}
}

// prior returns what the figure of a sentence before measures that r takes its metric from, and whose r is.
func (s *sentence) prior(r *reading) (string, []int) {
	b := &s.out[r.prior]
	if r.owner >= 0 {
		return s.withoutName(b), []int{r.owner}
	}
	return b.Metric, b.MetricMentions
}

// standsFor tells whether a bare number with a pronoun for its subject may be of the measure of figure b: "there it was 25".
func (s *sentence) standsFor(r *reading, b *Figure) bool {
	return r.carried && r.isBare() && b.Kind == "measure"
}

// alikeMeasured tells whether two figures can be of one measure: of one unit, or a bare number and what was counted before.
func alikeMeasured(f, b *Figure) bool {
	counts := func(k string) bool { return k == "count" || k == "other" }
	if counts(f.Kind) && f.Unit == "" {
		return counts(b.Kind) || b.Kind == "measure" && f.Value >= 100
	}
	return f.Kind == b.Kind && f.Unit == b.Unit && f.Currency == b.Currency && f.Kind != "duration" && f.Kind != "age"
}

// bareName returns the person, body, people or place that is all that a figure is said to measure, -1 where there is more.
func (s *sentence) bareName(r *reading) int {
	if r.metric.empty() || r.clause {
		return -1
	}
	k := s.mentionAt(r.metric.from)
	if k < 0 || s.in.Mentions[k].Last-s.first < r.metric.to {
		return -1
	}
	switch s.in.Mentions[k].Type {
	case "person", "organization", "location", "norp":
		return k
	}
	return -1
}

// onlyName tells whether all that a figure of this sentence is said to measure is a name.
func (s *sentence) onlyName(r *reading) bool {
	return s.bareName(r) >= 0 || s.nameLike(s.phrase(r.metric)) || s.headKind(s.head(r.metric)) == headNamed
}

// isNameOf tells whether what figure b measures is a name.
func (s *sentence) isNameOf(b *Figure) bool {
	return s.nameLike(b.Metric) || len(b.MetricMentions) > 0 && s.in.Mentions[b.MetricMentions[0]].Span.Of(s.doc.Text) == b.Metric
}

// nameLike tells whether a phrase is a name that no stage has found, as far as its capitals tell.
func (s *sentence) nameLike(p string) bool {
	w := lower(p)
	return w != p && !strings.Contains(w, " ") && s.lex.words[w].class == 0 && !isPlural(w) || capitalised(p)
}

// capitalised tells whether a phrase is of several words that all begin with a capital.
func capitalised(w string) bool {
	words := strings.Fields(w)
	for _, w := range words {
		if w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return len(words) > 1
}

// withoutName returns what figure b measures without whose it is: "Shares" of "Shares of Acme".
func (s *sentence) withoutName(b *Figure) string {
	for _, m := range b.MetricMentions {
		name := s.in.Mentions[m].Span.Of(s.doc.Text)
		at := strings.Index(b.Metric, name)
		for _, link := range [...]string{" of the ", " of ", " in the ", " in ", " to the ", " to ", " from "} {
			if at > len(link) && strings.HasSuffix(b.Metric[:at], link) {
				return b.Metric[:at-len(link)]
			}
		}
	}
	return b.Metric
}
