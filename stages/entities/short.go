package entities

// acronyms reads the definitions of short names in brackets: "Enhanced Partnership and Cooperation Agreement (EPCA)".
func (r *resolution) acronyms(t *reading) {
	for i := range t.spans {
		s := &t.spans[i]
		if s.thing < 0 || s.last-s.first < 2 || s.last+2 >= len(t.tokens) || t.d.Word(s.last) != "(" || t.d.Word(s.last+2) != ")" {
			continue
		}
		w := t.d.Word(s.last + 1)
		if !t.abbreviates(w, s) {
			continue
		}
		if i+1 < len(t.spans) && t.spans[i+1].first == s.last+1 && t.spans[i+1].last == s.last+2 {
			t.spans[i+1].thing = s.thing
			t.spans[i+1].kind = s.kind
		}
		r.forms["("+w] = s.thing
	}
	for i := range t.spans {
		s := &t.spans[i]
		if at, ok := r.forms["("+t.text(s.first, s.last)]; ok {
			s.thing, s.kind, s.links = at, r.things[at].kind, "short form defined in the text"
		}
	}
}

// abbreviates tells whether a word's capitals are letters of the span's words in their order, beginning with the first.
func (t *reading) abbreviates(w string, s *span) bool {
	if len(w) < 2 || len(w) > 10 {
		return false
	}
	word, at, matched := s.first, 0, 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c == '.' {
			continue
		}
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		found := false
		for ; word < s.last && !found; word, at = word+1, 0 {
			text := t.d.Word(word)
			for ; at < len(text); at++ {
				b := text[at]
				if b >= 'a' && b <= 'z' {
					b -= 'a' - 'A'
				}
				if b == c {
					found = true
					at++
					break
				}
				if matched == 0 {
					return false
				}
			}
			if found {
				break
			}
		}
		if !found {
			return false
		}
		matched++
	}
	return matched >= 2
}

// spread finds names again where the tagger missed them: the short forms that the text defines, surnames, and names of
// several words.
func (r *resolution) spread(t *reading) {
	out := make([]span, 0, len(t.spans)+8)
	at := 0
	for i := 0; i < len(t.tokens); i++ {
		if at < len(t.spans) && t.spans[at].first <= i {
			out = append(out, t.spans[at])
			i = t.spans[at].last - 1
			at++
			continue
		}
		if !t.is(i, capital) {
			continue
		}
		if s, ok := r.again(t, i); ok {
			out = append(out, s)
		}
	}
	t.spans = out
}

func (r *resolution) again(t *reading, i int) (span, bool) {
	w := t.d.Word(i)
	s := span{first: i, last: i + 1, sure: 0.7, thing: -1}
	if at, ok := r.forms["("+w]; ok {
		s.thing, s.kind, s.cause = at, r.things[at].kind, "short form defined in the text"
		return s, true
	}
	if _, ok := r.persons[w]; ok && !t.has(i, function|office) && !t.inName(i) {
		s.kind, s.cause = person, "surname of a full name"
		return s, true
	}
	return s, false
}
