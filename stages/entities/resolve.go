package entities

import (
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// thing is what one or more names of a document mean.
type thing struct {
	kind      kind
	entity    *knowledge.Entity // nil where the knowledge base does not have it
	name      string            // the fullest form in the text
	id        string
	country   string // that the text gives a thing for which the knowledge base has none
	countryBy cause
	words     int     // of the fullest form
	sure      float64 // of the first span
	seen      int     // when it was named last: -1 not yet
}

// resolution settles what the names of one document mean.
type resolution struct {
	base    *knowledge.Base
	context Context
	body    *reading
	title   *reading // nil where there is none
	things  []thing
	forms   map[string]int   // surface, with the kind in front, to thing
	persons map[string][]int // last word of a person's full name to the things so named
	short   map[string]int   // short form that the text explains, to thing
	evidence
}

// run resolves all spans: those with several words first, so that short forms find their full ones.
func (r *resolution) run() {
	r.forms = make(map[string]int, len(r.body.spans))
	r.persons = map[string][]int{}
	r.gather(r.body)
	if r.title != nil {
		r.gather(r.title)
	}
	if r.title != nil {
		r.full(r.title)
		r.trust()
	}
	r.full(r.body)
	r.body.drop()
	r.acronyms(r.body)
	r.parts(r.body)
	r.spread(r.body)
	r.partial(r.body)
	r.nations(r.body)
	r.identify()
}

// full resolves the names that can stand by themselves: those of several words first, then everything that is no person.
func (r *resolution) full(t *reading) {
	for i := range t.spans {
		if s := &t.spans[i]; s.last-s.first > 1 {
			var e *knowledge.Entity
			s.kind, e = r.link(t, s)
			s.thing = r.thing(t, s, e)
		}
	}
	for i := range t.spans {
		s := &t.spans[i]
		if s.last-s.first > 1 {
			continue
		}
		k, e := r.link(t, s)
		if at := r.half(t, s); at >= 0 {
			s.kind, s.thing, s.links = location, at, "half of a country that the text names"
			continue
		}
		switch {
		case k == person && !r.alien(e, t, s):
			s.kind = person
			if w := t.d.Word(s.first); t.titled(s) && len(r.persons[w]) == 0 && r.byGiven(w) < 0 {
				s.thing = r.thing(t, s, e) // "Queen Victoria", whom the text goes on to call Victoria
			}
		case k != person && r.namesake(t, s):
			s.kind = person
		default:
			s.kind = k
			s.thing = r.thing(t, s, e)
		}
	}
}

// trust drops what a headline names in words that it capitalises all: only persons and known things count there.
func (r *resolution) trust() {
	kept := map[string]int{}
	for key, at := range r.forms {
		if th := &r.things[at]; th.entity != nil || th.kind == person {
			kept[key] = at
		} else {
			th.words = 0
		}
	}
	r.forms = kept
}

// half returns the place that "the North" or "the South" is part of the name of: North Korea where the text speaks of it;
// -1 where there is none, or more than one.
func (r *resolution) half(t *reading, s *span) int {
	w := t.d.Word(s.first)
	switch w {
	case "North", "South", "East", "West":
	default:
		return -1
	}
	if at := r.twin(t, s); at >= 0 {
		return at
	}
	if s.first == 0 || t.d.Word(s.first-1) != "the" && t.d.Word(s.first-1) != "The" {
		return -1
	}
	found := -1
	for at := range r.things {
		th := &r.things[at]
		if th.kind == location && th.entity != nil && th.words > 1 && len(th.name) > len(w) && th.name[:len(w)] == w && th.name[len(w)] == ' ' {
			if found >= 0 {
				return -1
			}
			found = at
		}
	}
	return found
}

// twin returns the place that shares its last words with the next one: North Korea in "North and South Korea"; -1 where there
// is no known one.
func (r *resolution) twin(t *reading, s *span) int {
	if s.last+2 >= len(t.tokens) || t.d.Word(s.last) != "and" {
		return -1
	}
	next := t.base.Matches(nil, t.d, s.last+1, min(s.last+3, len(t.tokens)))
	if len(next) == 0 || next[len(next)-1].Last != s.last+3 {
		return -1
	}
	name := t.d.Word(s.first) + " " + t.d.Word(s.last+2)
	var buffer [8]knowledge.Candidate
	if c := r.base.Candidates(buffer[:0], r.base.Lookup(name)); len(c) > 0 && c[0].Type == "location" {
		s.kind = location
		return r.thing(t, s, c[0].Entity)
	}
	return -1
}

// alien tells whether a person of one word is known by that word as a full name: "Pelé", "Madonna".
func (r *resolution) alien(e *knowledge.Entity, t *reading, s *span) bool {
	return e != nil && e.Name == t.text(s.first, s.last)
}

// thing returns the thing that a span's own form means, and makes it where it is new.
func (r *resolution) thing(t *reading, s *span, e *knowledge.Entity) int {
	surface := t.text(s.first, s.last)
	key := surface
	if e != nil {
		key = e.ID
	} else if s.kind != organization {
		key = s.kind.String() + ":" + surface
	}
	if at, ok := r.forms[key]; ok {
		return at
	}
	if s.kind == person && e == nil {
		at := r.suffix(t, s)
		if at < 0 {
			at = r.variant(t, s)
		}
		if at >= 0 {
			r.forms[key] = at
			return at
		}
	}
	at := len(r.things)
	r.things = append(r.things, thing{kind: s.kind, entity: e, name: surface, words: s.last - s.first, sure: s.sure, seen: -1})
	r.forms[key] = at
	if s.kind == person && (s.last-s.first > 1 || t.titled(s)) {
		w := t.surnameOf(s)
		r.persons[w] = append(r.persons[w], at)
		if e != nil {
			if known := lastWord(e.Name); known != w {
				r.persons[known] = append(r.persons[known], at)
			}
		}
	}
	return at
}

// surnameOf returns the last word of a person's name before "Jr." and the like.
func (t *reading) surnameOf(s *span) string {
	w := t.d.Word(s.last - 1)
	switch w {
	case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV":
		if s.last-s.first > 2 {
			return t.d.Word(s.last - 2)
		}
	}
	return w
}

// titled tells whether an office or title stands directly before a name: "Queen Victoria".
func (t *reading) titled(s *span) bool {
	return s.first > 0 && (t.has(s.first-1, office|honorific) || t.is(s.first-1, field))
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// suffix returns the person whose full name ends with the words of the span: "von der Leyen"; -1 where there is none.
func (r *resolution) suffix(t *reading, s *span) int {
	surface := t.text(s.first, s.last)
	for _, at := range r.persons[t.d.Word(s.last-1)] {
		if n := r.things[at].name; len(n) > len(surface) && strings.HasSuffix(n, surface) && n[len(n)-len(surface)-1] == ' ' {
			return at
		}
	}
	return -1
}

// variant returns the person whose full name differs from that of the span by initials or a middle name alone: "Donald J.
// Trump" and "Donald Trump", "J. Smith" and "John Smith"; -1 where there is none or more than one.
func (r *resolution) variant(t *reading, s *span) int {
	found := -1
	for _, at := range r.persons[t.d.Word(s.last-1)] {
		if sameFirst(t.d.Word(s.first), r.things[at].name) {
			if found >= 0 {
				return -1
			}
			found = at
		}
	}
	return found
}

// sameFirst tells whether two names begin with the same given name or its initial.
func sameFirst(word, name string) bool {
	firstName, _, _ := strings.Cut(name, " ")
	a, b := strings.TrimSuffix(word, "."), strings.TrimSuffix(firstName, ".")
	if len(a) == 1 || len(b) == 1 {
		return a != "" && b != "" && a[0] == b[0] && (len(word) != len(a) || len(firstName) != len(b) || a == b)
	}
	return a == b
}

// partial resolves the persons that are named by one word, in text order: the one of that name who was named last, else the
// one who will be, else whom the knowledge base knows by it.
func (r *resolution) partial(t *reading) {
	for i := range t.spans {
		s := &t.spans[i]
		if s.thing < 0 {
			s.thing = r.onePerson(t, s)
		}
		if s.thing >= 0 && !(r.things[s.thing].seen < 0 && r.aside(t, s)) {
			r.things[s.thing].seen = i
		}
	}
}

// aside tells whether a person is named in passing, as someone's relation, where another of that name is spoken of: "Ann Lee
// won, as Tim Lee's sister had".
func (r *resolution) aside(t *reading, s *span) bool {
	if s.last >= len(t.tokens) || !clitic(t.d.Word(s.last)) {
		return false
	}
	for _, at := range r.persons[t.surnameOf(s)] {
		if r.things[at].seen >= 0 {
			return true
		}
	}
	return false
}

func (r *resolution) onePerson(t *reading, s *span) int {
	w := t.d.Word(s.last - 1)
	if t.is(s.first, allCaps) && len(w) >= 4 && r.persons[w] == nil {
		w = w[:1] + strings.ToLower(w[1:]) // "TRUMP" of a headline
	}
	best := -1
	for _, at := range r.persons[w] {
		if best < 0 || r.things[at].seen > r.things[best].seen {
			best = at
		}
	}
	if best >= 0 {
		s.links = surnameOf
		return best
	}
	if best = r.byGiven(w); best >= 0 {
		s.links = "given name of a full name"
		return best
	}
	_, e := r.link(t, s)
	return r.thing(t, s, e)
}

// byGiven returns the one person of the document whose full name begins with the word.
func (r *resolution) byGiven(w string) int {
	found := -1
	for i := range r.things {
		n := r.things[i].name
		if r.things[i].kind == person && len(n) > len(w) && n[len(w)] == ' ' && n[:len(w)] == w {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// identify gives every thing its id and name.
func (r *resolution) identify() {
	for i := range r.things {
		th := &r.things[i]
		if th.entity != nil {
			th.id, th.name = th.entity.ID, th.entity.Name
			continue
		}
		th.id = th.kind.String() + ":" + slug(th.name)
		if r.knows(th.id, th.name) {
			th.id += "-unlinked" // namesake of a known one, or one of several: "Georgia" where nothing tells which
		}
	}
}

// knows tells whether the knowledge base uses the id for something of that name.
func (r *resolution) knows(id, name string) bool {
	m := r.base.Lookup(name)
	if !m.Found() {
		return false
	}
	var buffer [8]knowledge.Candidate
	for _, c := range r.base.Candidates(buffer[:0], m) {
		if c.ID == id {
			return true
		}
	}
	return false
}

// mention makes a row of span i of the body.
func (r *resolution) mention(i int) Mention {
	t := r.body
	s := &t.spans[i]
	th := &r.things[s.thing]
	m := Mention{
		Sentence: t.sentenceOf(s), First: s.first, Last: s.last,
		EntityID: th.id, Name: th.name, Type: th.kind.String(), Linked: th.entity != nil, Confidence: s.confidence(th.entity != nil),
	}
	m.Span.Start, m.Span.End = t.d.Tokens[s.first].Start, t.d.Tokens[s.last-1].End
	m.Country = th.country
	if e := th.entity; e != nil {
		m.HasPlace, m.Latitude, m.Longitude, m.Nation = e.HasPlace, e.Latitude, e.Longitude, e.Nation
		if e.Country != "" {
			m.Country = e.Country
		}
		m.Type = e.Type
	}
	if th.kind == person {
		m.Role = t.role(i)
	}
	m.Form = form(t.text(s.first, s.last), th)
	return m
}

// surnameOf is the cause of the surest links within a document.
const surnameOf = cause("surname of a full name")

// confidence says how likely span and type of a mention are right: measured on the tagger's own estimate, which a known
// name raises.
func (s *span) confidence(linked bool) float64 {
	switch {
	case s.links == surnameOf:
		return max(0.85, 0.95*s.raw)
	case s.cause == "tagger" && linked:
		return 0.6 + float64(0.37*s.raw)
	case s.cause == "tagger":
		return float64(0.95 * s.raw)
	case linked:
		return 0.8
	}
	return min(0.75*s.sure, 0.55) // the tagger did not see it: half of them are right
}

// form tells how a name is written, beside the canonical one.
func form(surface string, th *thing) string {
	switch {
	case th.kind == norp && th.entity != nil && th.entity.Country != "":
		return "adjective"
	case surface == th.name || strings.EqualFold(surface, th.name):
		return "full"
	case th.kind != person && isAcronym(surface):
		return "acronym"
	case th.kind == norp:
		return "adjective"
	case partOf(surface, th.name):
		return "partial"
	}
	return "alias"
}

// isAcronym tells whether a word is made of capitals alone, perhaps with full stops: "EU", "U.S.".
func isAcronym(w string) bool {
	n := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
			n++
		case c != '.':
			return false
		}
	}
	return n >= 2 && n <= 8
}

// partOf tells whether a name's words stand in another one.
func partOf(part, whole string) bool {
	at := strings.Index(whole, part)
	return at >= 0 && (at == 0 || whole[at-1] == ' ' || whole[at-1] == '-') &&
		(at+len(part) == len(whole) || whole[at+len(part)] == ' ' || whole[at+len(part)] == '-')
}
