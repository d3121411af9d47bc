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

func clitic(w string) bool { return w == "’s" || w == "'s" || w == "’" || w == "'" }

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
		if (c[0].Type == "norp" || c[0].Type == "location" && c[0].Prominence >= 4 && t.placed(s, m.First, k)) && c[0].Country != "" && len(c) == 1 {
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
