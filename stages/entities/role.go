package entities

// role returns the title or office that stands before a person's name: "Deputy Foreign Minister", "president".
func (t *reading) role(s *span) string {
	sentence := t.d.Sentences[t.sentenceOf(s)]
	end := s.first
	for end > sentence.First && t.has(end-1, honorific) {
		end--
	}
	start, found := end, false
	for start > sentence.First {
		i := start - 1
		switch {
		case t.has(i, office):
			found = true
		case t.has(i, modifier):
		case t.d.Word(i) == "-" && i > sentence.First && t.has(i-1, modifier|office) && t.touches(i):
		default:
			i = -1
		}
		if i < 0 {
			break
		}
		start = i
	}
	if !found {
		return ""
	}
	return t.text(start, end)
}
