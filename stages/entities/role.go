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

// roleBefore returns the office before person i, of one where several share it: "Presidents Macron and Scholz".
func (t *reading) roleBefore(i, limit int) string {
	r := t.sharedRole(i, limit)
	head := strings.ToLower(lastWord(r))
	if one := strings.TrimSuffix(head, "s"); one != head && t.words.of(head).classes&office != 0 && t.words.of(one).classes&office != 0 {
		return strings.TrimSuffix(r, "s")
	}
	return r
}

// sharedRole returns the words of the office before person i as they stand there.
func (t *reading) sharedRole(i, limit int) string {
	s := &t.spans[i]
	end := s.first
	for end > limit && t.has(end-1, honorific) && !t.has(end-1, office) {
		end--
	}
	if i > 0 && t.spans[i-1].last == end && t.spans[i-1].kind != person {
		if start := t.officeOf(t.spans[i-1].first, limit); start >= 0 {
			return t.text(t.nation(i-1, start), end) // "Prime Minister of Italy Giorgia Meloni"
		}
	}
	if start := t.officeBefore(end, limit); start < end {
		start = t.nation(i, start)
		if start > limit && t.has(start-1, modifier) {
			start-- // "Former U.S. President"
		}
		return t.text(start, end)
	}
	if end-1 > limit && t.d.Word(end-1) == "," && t.closes(s.last) {
		if start := t.officeBefore(end-1, limit); start < end-1 {
			return t.text(start, end-1) // "The bank’s director, Ann Lee,"
		}
	}
	if i == 0 {
		return ""
	}
	o := &t.spans[i-1]
	if o.kind == person && o.last == end-1 && (t.d.Word(end-1) == "and" || t.d.Word(end-1) == ",") {
		if r := t.sharedRole(i-1, limit); strings.HasSuffix(r, "s") && !strings.HasSuffix(r, "ss") {
			return r
		}
	}
	return ""
}

// closes tells whether a mark at i closes what is said of a name: "The bank’s director, Ann Lee, said", "said its director, Ann Lee."
func (t *reading) closes(i int) bool {
	if i >= len(t.tokens) {
		return true
	}
	w := t.d.Word(i)
	return w == "," || w == "."
}

// officeOf returns where the office begins whose "of", "for" or "to" stands before token at, "Minister of Trade, Industry and Energy of"; -1 where
// there is none.
func (t *reading) officeOf(at, limit int) int {
	i := at - 1
	if i > limit && t.d.Word(i) == "the" {
		i--
	}
	if i <= limit || t.d.Word(i) != "of" && t.d.Word(i) != "for" && (t.d.Word(i) != "to" || !t.has(i-1, office)) {
		return -1
	}
	for i--; i >= limit && !t.has(i, office); i-- {
		switch w := t.d.Word(i); {
		case w == "of" || w == "and" || w == "for" || w == "the" || w == ",":
		case t.is(i, capital) || t.has(i, modifier):
		default:
			return -1
		}
	}
	if i < limit {
		return -1
	}
	for i > limit && t.has(i-1, office|modifier) {
		i--
	}
	return i
}

// officeBefore returns where the words of an office begin that end at end; end where there are none.
func (t *reading) officeBefore(end, limit int) int {
	start, found := end, false
	for i := end - 1; i >= limit; i-- {
		switch {
		case t.has(i, office):
			found = true
		case t.has(i, modifier) || t.is(i, field):
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
		case w == "in" && found && !preposition:
			return t.text(i, j) // ", an economist in Osh,"
		case w == "of" || w == "at" || w == "for" || w == "in" || w == "with":
			preposition = true
		case t.has(j, office) && !preposition:
			found = true
		}
	}
	return ""
}
