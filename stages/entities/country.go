package entities

import (
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// claim is one hint at the country of a thing that the knowledge base gives none.
type claim struct {
	country string
	cause   cause
}

// nations gives a country to things that the knowledge base does not have, where the text says it: in the name, "Free
// Syrian Army"; in a possessive, "South Korea’s Ministry of Energy"; before or behind it, "the French operator Orange",
// "Rukban, Syria"; in the office of a person, "Norway’s Trade Minister Ann Lee". Hints that contradict each other
// give none. What no hint is found for belongs to the document's own country where that is plain.
func (r *resolution) nations(t *reading) {
	for i := range r.things {
		if th := &r.things[i]; th.kind == norp && th.entity != nil && th.entity.Country == "" {
			th.country, th.countryBy = r.halfPeople(th.entity.Name), "the one country of that people that the text names"
		}
	}
	r.hints(t, false)
	r.hints(t, true) // of persons, who may hold an office in one of the bodies
	r.settleHome(t)
	r.bodies(t)
}

// hints gathers what the text says of the persons, or of all other things, that the knowledge base does not have.
func (r *resolution) hints(t *reading, persons bool) {
	found := map[int][]claim{}
	for i := range t.spans {
		at := t.spans[i].thing
		if th := &r.things[at]; th.entity != nil || (th.kind == person) != persons {
			continue
		}
		if c := r.hint(t, i); c.country != "" {
			found[at] = append(found[at], c)
		}
	}
	for i := range r.things {
		if c := agreed(found[i]); c.country != "" {
			r.things[i].country, r.things[i].countryBy = c.country, c.cause
		}
	}
}

// agreed returns the hint whose country most hints name, none where two are named alike.
func agreed(hints []claim) claim {
	best, most, tie := claim{}, 0, false
	for i, c := range hints {
		n := 0
		for _, o := range hints {
			if o.country == c.country {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tie = hints[i], n, false
		case n == most && c.country != best.country:
			tie = true
		}
	}
	if tie {
		return claim{}
	}
	return best
}

// hint returns what the text at span i says of its country.
func (r *resolution) hint(t *reading, i int) claim {
	k := r.things[t.spans[i].thing].kind
	switch k {
	case person:
		if c := r.nationality(t, i); c != "" {
			return claim{c, "the people before it"}
		}
		if c := r.officeNation(t, i); c != "" {
			return claim{c, "the country of the office"}
		}
		if c := r.affiliation(t, i); c != "" {
			return claim{c, "the country of the body that the person speaks for"}
		}
	case location, facility, organization, event, other:
		if c := t.nationIn(&t.spans[i], k); c != "" && k != location {
			return claim{c, "the country in its name"}
		}
		if c := r.regionBehind(t, i); c != "" && (k != organization || public(r.things[t.spans[i].thing].name) && t.d.Word(t.spans[i].last) == "in") {
			return claim{c, "the place behind it"}
		}
	default:
		return claim{}
	}
	if c := r.owner(t, i); c != "" {
		return claim{c, "the country before it"}
	}
	return claim{}
}

// country returns the country of a linked place or people, empty where the span is none.
func (r *resolution) country(s *span) string {
	if th := &r.things[s.thing]; th.entity != nil && (th.kind == location || th.kind == norp) {
		return th.entity.Country
	}
	return ""
}

// stateOf is country for what people hold an office in: public bodies too, "Labour’s Shadow Home Secretary".
func (r *resolution) stateOf(s *span) string {
	th := &r.things[s.thing]
	switch {
	case th.kind != organization:
		return r.country(s)
	case th.entity != nil && public(th.entity.Name):
		return th.entity.Country
	case th.entity == nil && public(th.name):
		return th.country
	}
	return ""
}

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

func clitic(w string) bool { return w == "’s" || w == "'s" || w == "’" || w == "'" }

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

// owner returns the country before the span: "Syria’s al-Tanf", "the Syrian town of Rukban", "the French operator Orange".
func (r *resolution) owner(t *reading, i int) string {
	if i == 0 {
		return ""
	}
	s, o := &t.spans[i], &t.spans[i-1]
	n := s.first - o.last
	switch {
	case n >= 2 && n <= 6 && t.d.Word(o.last) == "-" && t.d.Word(o.last+1) == "based" && r.things[s.thing].kind != location && t.describes(o.last+2, s.first):
		return r.country(o) // "Tashkent-based analyst Ann Lee"
	case n == 1 && clitic(t.d.Word(o.last)):
		return r.country(o)
	case n >= 2 && n <= 4 && t.d.Word(s.first-1) == "of" && t.has(s.first-2, settlement) && t.is(o.last, small):
		return r.country(o)
	case n >= 1 && n <= 3 && r.things[o.thing].kind == norp && r.things[s.thing].kind != location && t.describes(o.last, s.first):
		return r.country(o)
	}
	return ""
}

// describes tells whether the words between a people and a name say what the name is, "French mobile operator", and not
// what it does or where it is.
func (t *reading) describes(first, last int) bool {
	for i := first; i < last; i++ {
		if !t.is(i, small) || t.has(i, function|speech|human|corporate) && !t.has(i, office) {
			return false
		}
		w := t.d.Word(i)
		if strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
			return false // "the Chinese leader offered"
		}
		switch w {
		case "subsidiary", "unit", "rival", "arm", "branch", "partner", "operation", "affiliate", "version", "edition", "war", "president":
			return false
		}
	}
	return true
}

// regionBehind returns the country of the place behind a comma, or behind "in": "Rukban, Syria", "the airport of Kulob in
// Tajikistan".
func (r *resolution) regionBehind(t *reading, i int) string {
	s := &t.spans[i]
	if i+1 == len(t.spans) || s.last == len(t.tokens) {
		return ""
	}
	o := &t.spans[i+1]
	if w := t.d.Word(s.last); o.first > s.last+3 || o.first == s.last || w != "," && w != "in" || r.things[o.thing].kind != location {
		return ""
	}
	if t.d.Word(s.last) == "in" {
		if t.plain(s.last, o.first) {
			return r.country(o)
		}
		return ""
	}
	if o.first != s.last+1 || o.last < len(t.tokens) && t.is(o.last, small|capital) {
		return "" // "towards the West, Kazakhstan has"
	}
	return r.country(o)
}

// nationIn returns the one country that a name itself speaks of: by a people, or by a place in the name of a body. A
// "Toulouse Street" is anywhere.
func (t *reading) nationIn(s *span, k kind) string {
	country := ""
	var all []knowledge.Match
	var buffer [8]knowledge.Candidate
	for i := s.first; i < s.last; {
		all = t.base.Matches(all[:0], t.d, i, s.last)
		if len(all) == 0 {
			i++
			continue
		}
		m := all[len(all)-1]
		i = m.Last
		c := t.base.Candidates(buffer[:0], m)
		if (c[0].Type == "norp" || c[0].Type == "location" && c[0].Prominence >= 5 && t.placed(s, m.First, k)) && c[0].Country != "" && len(c) == 1 {
			if country != "" && country != c[0].Country {
				return ""
			}
			country = c[0].Country
		}
	}
	return country
}

// placed tells whether a place at token i of a name says where the named thing is: in that of a body, and of buildings and events that
// are named after their city.
func (t *reading) placed(s *span, i int, k kind) bool {
	switch k {
	case organization:
		return t.tokens[s.last-1].ends == organization || t.tokens[s.first].starts == organization ||
			i > s.first+1 && t.d.Word(i-1) == "of" && t.tokens[i-2].ends != none
	case event:
		switch t.d.Word(s.last - 1) {
		case "Festival", "Marathon", "Olympics", "Fair", "Forum", "Expo", "Open", "Biennale", "Derby", "Carnival":
			return true
		}
	case facility:
		switch t.d.Word(s.last - 1) {
		case "Airport", "Seaport", "Refinery", "Port", "Hospital", "Cosmodrome", "Airbase", "Zoo":
			return true
		}
	}
	return false
}

// halfPeople returns the country of a people that lives in two, "Korean", where the text names one of both alone.
func (r *resolution) halfPeople(name string) string {
	country := ""
	for _, half := range [...]string{"North ", "South "} {
		var buffer [8]knowledge.Candidate
		for _, c := range r.base.Candidates(buffer[:0], r.base.Lookup(half+name)) {
			if c.Type != "norp" || r.countries[c.Country] == 0 {
				continue
			}
			if country != "" && country != c.Country {
				return ""
			}
			country = c.Country
		}
	}
	return country
}
