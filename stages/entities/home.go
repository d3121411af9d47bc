package entities

import "broadsheet/stages/entities/knowledge"

// home is the country that a document is about, where that is plain.
type home struct {
	country string
	places  int  // how many of its names of places and peoples lie there
	alone   bool // no other country is named
}

// settleHome gives the document's own country to what has none so far: buildings, small places and events where the text
// names no other country, and the bodies and offices of a state, "the Ministry of Trade", where the dateline lies there.
func (r *resolution) settleHome(t *reading) {
	h := r.homeOf(t)
	if h.country == "" {
		return
	}
	dateline := countryOf(r.base, r.context.Dateline) == h.country
	for i := range t.spans {
		s := &t.spans[i]
		th := &r.things[s.thing]
		if th.entity != nil || th.country != "" || th.kind == person && th.words < 2 {
			continue
		}
		fits := false
		switch th.kind {
		case facility, event:
			fits = h.alone && h.places >= 2
		case location:
			fits = h.alone && h.places >= 3
		case organization:
			fits = t.stateBody(s) && (h.alone && h.places >= 3 || dateline)
		case person:
			fits = t.stateOffice(s) && (h.alone && h.places >= 3 || dateline)
		}
		if fits {
			th.country, th.countryBy = h.country, "the one country of the document"
			if !h.alone {
				th.countryBy = "the country of the dateline, of which the document speaks most"
			}
		}
	}
}

// homeOf counts the countries of the places and peoples of the text.
func (r *resolution) homeOf(t *reading) home {
	counts, all := map[string]int{}, 0
	for i := range t.spans {
		if c := r.country(&t.spans[i]); c != "" {
			counts[c]++
			all++
		}
	}
	var h home
	for c, n := range counts {
		if 2*n > all {
			h = home{c, n, n == all}
		}
	}
	return h
}

// stateBody tells whether a name is one that every state gives to a body: "Ministry of Energy", "Supreme Court".
func (t *reading) stateBody(s *span) bool {
	last := t.d.Word(s.last - 1)
	switch t.d.Word(s.first) {
	case "Ministry", "Parliament", "Senate", "Cabinet":
		return true
	case "Supreme", "Constitutional", "Central", "National", "State":
		switch last {
		case "Court", "Bank", "Committee", "Agency", "Bureau", "Council", "Assembly", "Service", "Statistics":
			return s.last-s.first > 1
		}
	case "Statistics", "Statistical", "Customs":
		return s.last-s.first == 2
	}
	return s.last-s.first > 1 && last == "Ministry"
}

// bodies links the bodies that every state has by the state that the text gives them: "the Central Bank" of a text about
// Uzbekistan is the Central Bank of Uzbekistan.
func (r *resolution) bodies(t *reading) {
	for i := range t.spans {
		s := &t.spans[i]
		th := &r.things[s.thing]
		if th.entity != nil || th.kind != organization || th.country == "" || !t.stateBody(s) {
			continue
		}
		if e := r.bodyOf(t.text(s.first, s.last), th.country); e != nil {
			th.entity = e
			s.links = "the body of that name of " + th.countryBy
		}
	}
}

// bodyOf returns the one known body of a country whose name is made of the country's or its people's and a generic one; nil
// where there is none.
func (r *resolution) bodyOf(name, country string) *knowledge.Entity {
	var buffer [8]knowledge.Candidate
	for i := range r.things {
		e := r.things[i].entity
		if e == nil || e.Country != country {
			continue
		}
		full := ""
		switch {
		case e.Type == "norp":
			full = e.Name + " " + name
		case e.Type == "location" && e.Area:
			full = name + " of " + e.Name
		default:
			continue
		}
		if c := r.base.Candidates(buffer[:0], r.base.Lookup(full)); len(c) == 1 && c[0].Type == "organization" && c[0].Country == country {
			return c[0].Entity
		}
	}
	return nil
}

// stateOffice tells whether the office before a person is one of a state: "Trade Minister Ann Lee", "the mayor, Ann Lee".
func (t *reading) stateOffice(s *span) bool {
	limit := t.d.Sentences[t.sentenceOf(s)].First
	for i := t.officeBefore(s.first, limit); i < s.first; i++ {
		switch t.d.Word(i) {
		case "Minister", "minister", "Governor", "governor", "Mayor", "mayor", "Senator", "senator", "Lawmaker", "lawmaker":
			return true
		}
	}
	return false
}
