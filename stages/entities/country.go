package entities

import "broadsheet/stages/entities/knowledge"

// nations gives a country to things that the knowledge base does not have, where the text says it: in the name, "Free
// Syrian Army"; in a possessive, "South Korea’s Ministry of Energy"; behind a comma, "Rukban, Syria"; before an office,
// "New Zealand’s Prime Minister John Key".
func (r *resolution) nations(t *reading) {
	for i := range t.spans {
		s := &t.spans[i]
		th := &r.things[s.thing]
		if th.entity != nil || th.country != "" {
			continue
		}
		switch th.kind {
		case person:
			th.country = r.officeNation(t, i)
		case location:
			if th.country = r.regionBehind(t, i); th.country == "" {
				th.country = r.owner(t, i)
			}
		case organization, facility, event, other:
			if th.country = t.nationIn(s, th.kind); th.country == "" {
				th.country = r.owner(t, i)
			}
		}
	}
}

// country returns the country of a linked place or people, empty where the span is none.
func (r *resolution) country(s *span) string {
	if th := &r.things[s.thing]; th.entity != nil && (th.kind == location || th.kind == norp) {
		return th.entity.Country
	}
	return ""
}

// officeNation returns the country that stands before the office before person i.
func (r *resolution) officeNation(t *reading, i int) string {
	s := &t.spans[i]
	limit := t.d.Sentences[t.sentenceOf(s)].First
	start := t.officeBefore(s.first, limit)
	if start == s.first || i == 0 {
		return ""
	}
	if o := &t.spans[i-1]; o.last == start || o.last+1 == start && clitic(t.d.Word(start-1)) {
		return r.country(o)
	}
	return ""
}

func clitic(w string) bool { return w == "’s" || w == "'s" || w == "’" || w == "'" }

// owner returns the country before the span, "Syria’s al-Tanf" or "the Syrian town of Rukban".
func (r *resolution) owner(t *reading, i int) string {
	if i == 0 {
		return ""
	}
	s, o := &t.spans[i], &t.spans[i-1]
	if o.last == s.first-1 && clitic(t.d.Word(o.last)) {
		return r.country(o)
	}
	if n := s.first - o.last; n >= 2 && n <= 4 && t.d.Word(s.first-1) == "of" && t.has(s.first-2, settlement) && t.is(o.last, small) {
		return r.country(o)
	}
	return ""
}

// regionBehind returns the country of the place behind a comma.
func (r *resolution) regionBehind(t *reading, i int) string {
	s := &t.spans[i]
	if i+1 == len(t.spans) || s.last == len(t.tokens) || t.d.Word(s.last) != "," {
		return ""
	}
	o := &t.spans[i+1]
	if o.first != s.last+1 || r.things[o.thing].kind != location || o.last < len(t.tokens) && t.is(o.last, small|capital) {
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
		if c := t.base.Candidates(buffer[:0], m); (c[0].Type == "norp" || c[0].Type == "location" && k == organization && t.body(s)) && c[0].Country != "" && len(c) == 1 {
			if country != "" && country != c[0].Country {
				return ""
			}
			country = c[0].Country
		}
	}
	return country
}

// body tells whether a name has a word that names a kind of body.
func (t *reading) body(s *span) bool {
	return t.tokens[s.last-1].ends == organization || t.tokens[s.first].starts == organization
}
