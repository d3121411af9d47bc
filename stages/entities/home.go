package entities

import (
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// home is the country that a document is about, where that is plain.
type home struct {
	country string
	places  int  // how many of its names of places and peoples lie there
	alone   bool // no other country is named
	mostly  bool // hardly any other country is named
	largely bool // others are named now and then
}

// settleHome gives the document's own country to what has none so far: to the bodies and offices of a state, "the Ministry of
// Trade"; to buildings, small places, events, other bodies and those who speak for them where hardly another country is named.
func (r *resolution) settleHome(t *reading) {
	h := r.homeOf(t)
	if h.country == "" {
		return
	}
	for i := range t.spans {
		s := &t.spans[i]
		th := &r.things[s.thing]
		if th.entity != nil || th.country != "" || th.kind == person && th.words < 2 {
			continue
		}
		fits := false
		switch th.kind {
		case facility:
			fits = h.mostly || h.largely || h.alone
		case event:
			fits = h.mostly || h.alone && h.places >= 2
		case location:
			fits = h.mostly || (h.largely || h.alone) && !t.wide(s)
		case organization:
			fits = h.mostly || h.alone && h.places >= 2 || t.stateBody(s)
		case person:
			fits = t.stateOffice(i) || r.employed(t, i, h)
		}
		if fits && (th.kind != organization || !t.foreign(s, h.country)) {
			th.country, th.countryBy = h.country, "the one country of the document"
			if !h.alone {
				th.countryBy = "the country of which the document speaks most"
			}
		}
	}
}

// homeOf weighs the countries of what the text names: places and peoples twice, all of them twice in the headline and where the
// dateline lies.
func (r *resolution) homeOf(t *reading) home {
	weights, places := map[string]int{}, map[string]int{}
	for i := range t.spans {
		e := r.things[t.spans[i].thing].entity
		if e == nil || e.Country == "" {
			continue
		}
		weights[e.Country]++
		if e.Type == "location" || e.Type == "norp" {
			weights[e.Country]++
			places[e.Country]++
		}
	}
	if r.title != nil {
		for i := range r.title.spans {
			if s := &r.title.spans[i]; s.thing >= 0 {
				if c := r.country(s); c != "" {
					weights[c] += 2
				}
			}
		}
	}
	if c := countryOf(r.base, r.context.Dateline); c != "" && places[c] > 0 {
		weights[c] += 3
	}
	var h home
	best, all := 0, 0
	for c, n := range weights {
		all += n
		if n > best || n == best && c < h.country {
			best, h.country = n, c
		}
	}
	for c, n := range weights {
		if c != h.country && 3*n > 2*best {
			return home{} // two countries of one weight
		}
	}
	h.places, h.alone = places[h.country], len(places) == 1 && places[h.country] > 0
	if best < 4 && !h.alone {
		return home{}
	}
	h.mostly = best >= 10 && 20*best >= 17*all
	h.largely = best >= 8 && 10*best >= 6*all
	return h
}

// foreign tells whether a name holds a place or people of another country: "Bank of Malaya".
func (t *reading) foreign(s *span, country string) bool {
	var all []knowledge.Match
	var buffer [8]knowledge.Candidate
	for i := s.first; i < s.last; i++ {
		all = t.base.Matches(all[:0], t.d, i, s.last)
		for _, m := range all {
			c := t.base.Candidates(buffer[:0], m)[0]
			if (c.Type == "norp" || c.Type == "location" && c.Prominence >= 5) && c.Country != "" && c.Country != country {
				return true
			}
		}
	}
	return false
}

// wide tells whether a place is of a kind that lies between countries: "the Sea of Oman".
func (t *reading) wide(s *span) bool {
	for i := s.first; i < s.last; i++ {
		switch t.d.Word(i) {
		case "Gulf", "Sea", "Ocean", "Basin", "Strait", "River", "Mountains", "Peninsula", "Valley", "Desert":
			return true
		}
	}
	return false
}

// stateBody tells whether a name is one that every state gives to a body: "Ministry of Energy", "Supreme Court", "State Revenue
// Committee".
func (t *reading) stateBody(s *span) bool {
	n := s.last - s.first
	switch t.d.Word(s.first) {
	case "Ministry", "Parliament", "Senate", "Cabinet":
		return true
	case "Committee", "Agency", "Commission", "Directorate", "Inspectorate", "Bureau", "Office":
		return n > 2 && (t.d.Word(s.first+1) == "of" || t.d.Word(s.first+1) == "for" || t.d.Word(s.first+1) == "on")
	case "Supreme", "Constitutional", "High", "Central", "National", "State", "General", "Public", "Civil", "Statistics", "Statistical", "Customs", "Tax",
		"Border", "Migration", "Labor", "Labour", "Election", "Electoral", "Anti-Corruption", "Investment", "Tourism", "Health", "Interior", "Defence",
		"Defense", "Security", "Transport", "Energy", "Antimonopoly", "Competition", "Presidential":
		switch t.d.Word(s.last - 1) {
		case "Court", "Bank", "Committee", "Commission", "Agency", "Bureau", "Council", "Assembly", "Service", "Statistics", "Office", "Administration",
			"Inspectorate", "Authority", "Directorate", "Khural", "Duma", "Guard", "Police":
			return n > 1
		}
	}
	return n > 1 && (t.d.Word(s.last-1) == "Ministry" || t.d.Word(s.last-1) == "Inspectorate")
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
	known := func(full string) *knowledge.Entity {
		if c := r.base.Candidates(buffer[:0], r.base.Lookup(full)); len(c) == 1 && c[0].Type == "organization" && c[0].Country == country {
			return c[0].Entity
		}
		return nil
	}
	if n := r.base.NationOf(country); n != nil {
		if e := known(name + " of " + n.Name); e != nil {
			return e
		}
	}
	for i := range r.things {
		if e := r.things[i].entity; e != nil && e.Country == country && e.Type == "norp" {
			if body := known(e.Name + " " + name); body != nil {
				return body
			}
		}
	}
	return nil
}

// stateOffice tells whether the office of person i is one of a state: "Trade Minister Ann Lee", "Ann Lee, the mayor".
func (t *reading) stateOffice(i int) bool {
	role := t.role(i)
	if stateOffices[strings.ToLower(lastWord(role))] {
		return true // "Bank of Japan governor"
	}
	for _, w := range strings.FieldsFunc(role, func(c rune) bool { return c == ' ' || c == '-' }) {
		switch {
		case w == "of" || w == "for" || w == "at" || w == "to":
			return false
		case stateOffices[strings.ToLower(w)]:
			return true
		}
	}
	return false
}

// stateOffices are held in one's own country.
var stateOffices = map[string]bool{"minister": true, "governor": true, "mayor": true, "senator": true, "lawmaker": true, "akim": true,
	"councillor": true, "sergeant": true, "inspector": true, "superintendent": true, "sheriff": true, "prosecutor": true}

// employed tells whether a person speaks for a body of the document's own country: "Ann Lee, an analyst at Acme", "the Acme
// director Ann Lee".
func (r *resolution) employed(t *reading, i int, h home) bool {
	s := &t.spans[i]
	sentence := t.d.Sentences[t.sentenceOf(s)]
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(t.spans) {
			continue
		}
		o := &t.spans[j]
		th := &r.things[o.thing]
		if th.kind != organization || o.first < sentence.First || o.last > sentence.Last {
			continue
		}
		country := th.country
		if th.entity != nil {
			country = th.entity.Country
		}
		if country != h.country {
			continue
		}
		if j < i && s.first-o.last <= 5 && t.role(i) != "" {
			return true
		}
		if j < i {
			continue
		}
		at := o.first - 1
		if t.d.Word(at) == "the" {
			at--
		}
		if t.ties(at) && (at == s.last || o.first-s.last <= 6 && t.role(i) != "") {
			return true
		}
	}
	return false
}

// ties tells whether the word at i ties a person to a body: "Ann Lee of Acme".
func (t *reading) ties(i int) bool {
	if i >= len(t.tokens) {
		return false
	}
	w := t.d.Word(i)
	return w == "of" || w == "at" || w == "from" || w == "with" || w == "for"
}
