package entities

import "strings"

// public tells whether a body of that name belongs to one state, so that those who speak for it do.
func public(name string) bool {
	if strings.HasPrefix(name, "Central Bank") || strings.HasPrefix(name, "National Bank") {
		return true
	}
	for rest := name; rest != ""; {
		var w string
		w, rest, _ = strings.Cut(rest, " ")
		switch w {
		case "Ministry", "Department", "Government", "Parliament", "Senate", "Congress", "Assembly", "Court", "Party", "Police", "Army", "Navy",
			"University", "Reserve", "Treasury", "Commons", "Lords", "Duma", "Mazhilis", "Majilis", "Pentagon", "Kremlin", "House", "Embassy",
			"Democrats", "Republicans", "Force", "Forces", "Guard", "Council", "Agency", "Administration", "Committee", "Institute", "Association",
			"Society", "Chamber", "Commission", "Federation", "Hospital", "College", "School", "Bureau", "Service", "Authority", "Academy":
			return true
		}
	}
	return false
}

// officeNation returns the country that stands before the office before person i, "Kazakh Foreign Minister", or between
// both, "President of Tajikistan Emomali Rahmon".
func (r *resolution) officeNation(t *reading, i int) string {
	s := &t.spans[i]
	limit := t.d.Sentences[t.sentenceOf(s)].First
	end := s.first
	if end-1 > limit && t.d.Word(end-1) == "," && t.closes(s.last) {
		end-- // "the Kenyan ambassador, Ann Lee,"
	}
	start := t.officeBefore(end, limit)
	if i == 0 {
		return ""
	}
	o := &t.spans[i-1]
	if at := t.officeOf(o.first, limit); o.last == s.first && at >= 0 {
		if w := t.d.Word(o.first - 1); w == "of" || w == "the" && t.d.Word(o.first-2) == "of" {
			return r.stateOf(o)
		}
		if i < 2 {
			return ""
		}
		start, o = at, &t.spans[i-2] // "Uzbek Ambassador to the United States Ann Lee"
	}
	if start == end {
		return ""
	}
	if o.last == start || o.last+1 == start && clitic(t.d.Word(start-1)) {
		return r.stateOf(o)
	}
	return ""
}

// affiliation returns the country of the office that stands behind person i: "Ann Lee, the trade minister of Norway",
// "Ann Lee, a professor at Yale University".
func (r *resolution) affiliation(t *reading, i int) string {
	s := &t.spans[i]
	if c := r.member(t, i); c != "" {
		return c
	}
	limit := min(t.d.Sentences[t.sentenceOf(s)].Last, s.last+longestRole)
	if c := r.comesFrom(t, i, limit); c != "" {
		return c
	}
	if s.last+2 >= limit || t.d.Word(s.last) != "," {
		return ""
	}
	head := -1
	for j := s.last + 1; j < limit && head < 0; j++ {
		switch w := t.d.Word(j); {
		case w == "," || w == "and" || w == "who" || t.has(j, human):
			return ""
		case t.has(j, office) && !(j+1 < limit && t.has(j+1, office|modifier)):
			head = j
		}
	}
	for j := i + 1; j < len(t.spans) && head > 0; j++ {
		o := &t.spans[j]
		switch at := o.first - 1; {
		case o.first >= limit || o.kind == person:
			return ""
		case o.last <= head && (t.officeBefore(head+1, o.last) == o.last && !t.private(head) || clitic(t.d.Word(o.last))):
			return r.stateOf(o) // ", Kazakhstan’s deputy foreign minister"
		case o.first > head:
			if t.d.Word(at) == "the" {
				at--
			}
			if at == head+1 && (t.d.Word(at) == "of" || t.d.Word(at) == "at") || t.d.Word(at) == "of" && t.plain(head+1, at) {
				return r.stateOf(o)
			}
			return ""
		}
	}
	return ""
}

// member returns the country of the body or place that a preposition ties person i to, "Ann Lee of Yale University", or that owns
// it, "Yale University’s Ann Lee".
func (r *resolution) member(t *reading, i int) string {
	s := &t.spans[i]
	if i > 0 && t.spans[i-1].last+1 == s.first && clitic(t.d.Word(s.first-1)) && r.things[t.spans[i-1].thing].kind == organization {
		return r.stateOf(&t.spans[i-1])
	}
	if i+1 == len(t.spans) || s.last == len(t.tokens) {
		return ""
	}
	at := s.last + 1
	switch t.d.Word(s.last) {
	case "of", "from":
	case "at", "with":
		if r.things[t.spans[i+1].thing].kind != organization {
			return ""
		}
	default:
		return ""
	}
	if at < len(t.tokens) && t.d.Word(at) == "the" {
		at++
	}
	if o := &t.spans[i+1]; o.first == at && o.kind != person {
		return r.stateOf(o)
	}
	return ""
}

// comesFrom returns the country of the place that person i is said to be from: "Ann Lee, 71, a nurse from Leeds,".
func (r *resolution) comesFrom(t *reading, i, limit int) string {
	if i+1 == len(t.spans) {
		return ""
	}
	s, o := &t.spans[i], &t.spans[i+1]
	if o.first >= limit || o.first-s.last > 7 || o.kind != location || t.d.Word(s.last) != "," || t.d.Word(o.first-1) != "from" {
		return ""
	}
	for j := s.last + 1; j < o.first-1; j++ {
		if !t.is(j, small|digits) && t.d.Word(j) != "," && t.d.Word(j) != "-" || t.has(j, human|speech) || t.d.Word(j) == "who" || t.d.Word(j) == "and" {
			return ""
		}
	}
	return r.country(o)
}

// private tells whether an office is none of a state: a "Taiwan manager" may come from anywhere.
func (t *reading) private(i int) bool {
	switch t.d.Word(i) {
	case "manager", "correspondent", "reporter", "editor", "analyst", "economist", "strategist", "lawyer", "attorney", "partner", "chief",
		"head", "director", "banker", "columnist", "representative":
		return true
	}
	return false
}

// plain tells whether the tokens [first, last) are words in small letters: "head" of "head of the press office of".
func (t *reading) plain(first, last int) bool {
	for i := first; i < last; i++ {
		if !t.is(i, small) {
			return false
		}
	}
	return true
}

// nationality returns the country of the people that stands directly before person i: "the American Ann Lee", but not "Department of
// English Ann Lee".
func (r *resolution) nationality(t *reading, i int) string {
	if i == 0 {
		return ""
	}
	o := &t.spans[i-1]
	if o.last != t.spans[i].first || r.things[o.thing].kind != norp {
		return ""
	}
	if o.first > 0 {
		switch t.d.Word(o.first - 1) {
		case "of", "in", ",":
			return ""
		}
	}
	return r.country(o)
}
