package entities

import "strings"

// longestRole bounds the words of a role behind a name.
const longestRole = 14

// role returns the title or office that the text gives a person at this place: before the name, "Deputy Foreign Minister",
// or between commas behind it, ", a senior analyst at Acme,".
func (t *reading) role(i int) string {
	s := &t.spans[i]
	sentence := t.d.Sentences[t.sentenceOf(s)]
	if r := t.roleBefore(i, sentence.First); r != "" {
		return r
	}
	limit := sentence.Last
	for j := i + 1; j < len(t.spans) && t.spans[j].first < limit; j++ {
		if t.spans[j].kind == person {
			limit = t.spans[j].first // a list of persons, each with an office before the name
		}
	}
	return t.roleBehind(s, limit)
}

func (t *reading) roleBefore(i, limit int) string {
	s := &t.spans[i]
	end := s.first
	for end > limit && t.has(end-1, honorific) && !t.has(end-1, office) {
		end--
	}
	start := t.officeBefore(end, limit)
	if start < end {
		return t.text(t.nation(i, start), end)
	}
	if i == 0 {
		return ""
	}
	o := &t.spans[i-1]
	switch {
	case o.last == end && o.kind != person && o.first > limit+2:
		// "Prime Minister of Italy Giorgia Meloni"
		of := o.first - 1
		if t.d.Word(of) == "the" {
			of--
		}
		if start := t.officeBefore(of, limit); t.d.Word(of) == "of" && start < of {
			return t.text(start, end)
		}
	case o.kind == person && o.last == end-1 && (t.d.Word(end-1) == "and" || t.d.Word(end-1) == ","):
		// "Presidents Macron and Scholz"
		if r := t.roleBefore(i-1, limit); strings.HasSuffix(r, "s") && !strings.HasSuffix(r, "ss") {
			return strings.TrimSuffix(r, "s")
		}
	}
	return ""
}

// officeBefore returns where the words of an office begin that end at end; end where there are none.
func (t *reading) officeBefore(end, limit int) int {
	start, found := end, false
	for i := end - 1; i >= limit; i-- {
		switch {
		case t.has(i, office):
			found = true
		case t.has(i, modifier):
		case t.d.Word(i) == "-" && i > limit && t.has(i-1, modifier|office) && t.touches(i):
		case i > limit && t.d.Word(i) == "of" && t.has(i-1, office) && i+1 < end: // "Secretary of State"
		case found && i > limit && (t.d.Word(i) == "of" || t.d.Word(i) == "and" || t.d.Word(i) == "for") && t.has(i-1, office|modifier) && t.is(i-1, capital):
		case !found && i > limit+1 && t.is(i, capital) && t.d.Word(i-1) == "of" && t.has(i-2, office):
			i-- // "Secretary of State"
		default:
			i = -1
		}
		if i < 0 {
			break
		}
		start = i
	}
	if !found {
		return end
	}
	return start
}

// nation moves the start of an office before a country, people or body that stands directly before it: "Kazakh Foreign
// Minister", but not the "Kazakhstan’s" of a possessive.
func (t *reading) nation(i, start int) int {
	for i--; i >= 0 && t.spans[i].last >= start; i-- {
		if o := &t.spans[i]; o.last == start && o.kind != person {
			return o.first
		}
	}
	return start
}

// roleBehind returns the apposition behind a name, without its article, where it names an office.
func (t *reading) roleBehind(s *span, limit int) string {
	i := s.last
	if i+2 >= limit || t.d.Word(i) != "," {
		return ""
	}
	i++
	switch t.d.Word(i) {
	case "a", "an", "the", "its", "his", "her", "their":
		i++
	}
	found, preposition := false, false
	for j := i; j < min(limit, i+longestRole); j++ {
		w := t.d.Word(j)
		switch {
		case w == "," || w == "." || w == ";" || w == ":" || w == "—" || w == "–" || w == "(" || t.has(j, speech) && found && !t.has(j, office):
			if !found || j == i {
				return ""
			}
			return t.text(i, j)
		case t.has(j, human) || w == "is" || w == "was" || w == "has" || w == "and" && !found:
			return ""
		case w == "of" || w == "at" || w == "for" || w == "in" || w == "with":
			preposition = true
		case t.has(j, office) && !preposition:
			found = true
		}
	}
	return ""
}
