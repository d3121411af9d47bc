package entities

import (
	"math"
	"slices"
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// evidence is what a document says about which of several things its names mean.
type evidence struct {
	countries map[string]int            // how often things of a country are named that can mean nothing else
	own       map[int]int               // how often a name counts there, by knowledge.Match.Name
	found     map[*knowledge.Entity]int // how many of an entity's cues the document holds
}

// gather counts the countries of names that can mean one thing alone.
func (r *resolution) gather(t *reading) {
	if r.countries == nil {
		r.countries, r.own = map[string]int{}, map[int]int{}
	}
	var buffer [8]knowledge.Candidate
	for i := range t.spans {
		if !t.spans[i].match.Found() {
			continue
		}
		c := r.base.Candidates(buffer[:0], t.spans[i].match)
		if len(c) == 1 && c[0].Country != "" && (c[0].Cues == "" || c[0].Prominence >= 6) {
			r.countries[c[0].Country]++
			r.own[t.spans[i].match.Name()]++
		}
	}
}

// others tells whether the document names anything else of a candidate's country than the span's own name.
func (r *resolution) others(s *span, c knowledge.Candidate) bool {
	return c.Country != "" && r.countries[c.Country] > r.own[s.match.Name()]
}

// elsewhere tells whether the document speaks of one other country again and again.
func (r *resolution) elsewhere(country string) bool {
	for c, n := range r.countries {
		if c != country && n >= 3 {
			return true
		}
	}
	return false
}

// outweighed tells whether the document speaks of another country far more.
func (r *resolution) outweighed(country string, least, times int) bool {
	for c, n := range r.countries {
		if c != country && n >= least && n > times*r.countries[country] {
			return true
		}
	}
	return false
}

// link decides what a span is and which known entity it means, nil where none is sure.
func (r *resolution) link(t *reading, s *span) (kind, *knowledge.Entity) {
	k := t.refine(s)
	if !s.match.Found() {
		return k, r.withoutForm(t, s, k)
	}
	if t.otherCode(s) {
		return k, nil
	}
	if t.wordHere(s) {
		s.sure = 0 // dropped where nothing else sees a name
		return k, nil
	}
	var buffer [16]knowledge.Candidate
	candidates := r.base.Candidates(buffer[:0], s.match)
	best, second := -1, -1
	var scores [16]float64
	for i, c := range candidates {
		if i == len(scores) {
			break
		}
		scores[i] = r.score(t, s, k, c)
		switch {
		case best < 0 || scores[i] > scores[best]:
			best, second = i, best
		case second < 0 || scores[i] > scores[second]:
			second = i
		}
	}
	c := candidates[best]
	switch {
	case scores[best] < 0:
		if s.cause == alone {
			s.sure = 0
		}
		return k, nil
	case second >= 0 && scores[best]-scores[second] < margin:
		if ck := kindOf(c.Type); ck == kindOf(candidates[second].Type) {
			k = ck
		}
		return k, nil
	}
	s.links = "known name"
	if len(candidates) > 1 {
		s.links = "known name by its context"
	}
	return kindOf(c.Type), c.Entity
}

// otherCode tells whether a short word in capitals is another name than the known one: "ICA", where only the town of Ica is known.
func (t *reading) otherCode(s *span) bool {
	if s.last-s.first > 1 || !t.is(s.first, allCaps) {
		return false
	}
	return s.match.Capitals && len(t.d.Word(s.first)) <= 4 && !t.is(s.first, shouting|headline) && (s.last == len(t.tokens) || t.d.Word(s.last) != ",")
}

// withoutForm returns the known body whose name a company's is with its legal form behind it: "Exxon Corp"; nil where there is
// none, or more than one thing of that name.
func (r *resolution) withoutForm(t *reading, s *span, k kind) *knowledge.Entity {
	last := s.last - 1
	if k != organization || last <= s.first || !legalForm(t.d.Word(last)) {
		return nil
	}
	for w := t.d.Word(last - 1); last-1 > s.first && (legalForm(w) || w == ","); w = t.d.Word(last - 1) {
		last--
	}
	bare := *s
	bare.last, bare.match = last, t.base.Exact(t.d, s.first, last)
	if !bare.match.Found() {
		return nil
	}
	var buffer [8]knowledge.Candidate
	c := r.base.Candidates(buffer[:0], bare.match)
	if len(c) > 1 || t.otherCode(&bare) || c[0].Type != "organization" || r.score(t, &bare, k, c[0]) < 0 {
		return nil
	}
	s.links = "known name without its legal form"
	return c[0].Entity
}

func legalForm(w string) bool {
	switch w {
	case "Inc", "Inc.", "Corp", "Corp.", "Co", "Co.", "Company", "Corporation", "Ltd", "Ltd.", "Limited", "LLC", "L.L.C.", "LLP", "PLC", "Plc",
		"plc", "AG", "SA", "S.A.", "NV", "N.V.", "SE", "SpA", "S.p.A.", "AB", "ASA", "Oyj", "GmbH", "JSC", "PJSC", "OJSC", "LLP.", "Bhd", "Pty":
		return true
	}
	return false
}

// drop takes out the names that nothing but the knowledge base saw and that mean nothing it knows here: "Commanders of the
// army" are no team.
func (t *reading) drop() {
	t.spans = slices.DeleteFunc(t.spans, func(s span) bool { return s.cause == alone && s.sure == 0 })
}

// eastern tells whether the towns of a country seldom share their names with towns of other ones.
func eastern(country string) bool {
	switch country {
	case "AF", "AM", "AZ", "BY", "CN", "GE", "IR", "JP", "KG", "KP", "KR", "KZ", "MN", "RU", "TJ", "TM", "TR", "UA", "UZ", "VN":
		return true
	}
	return false
}

// margin is how much better than the next candidate one must be.
const margin = 2

// score says how well a candidate fits; below 0 not at all.
func (r *resolution) score(t *reading, s *span, k kind, c knowledge.Candidate) float64 {
	score := float64(c.Prominence)
	ck := kindOf(c.Type)
	if s.tagged != none {
		switch {
		case ck.coarse() == s.tagged.coarse():
			score += 4 * s.tagSure
		case s.tagged == person && ck == organization && c.Whole && s.last-s.first == 1 && !t.has(s.first, given|surname):
			score -= 8 * s.tagSure // no one is known to be called "Chevron"
		case s.tagged == person && c.Whole && s.last-s.first > 1 && !t.has(s.first, given):
			score -= 4 * s.tagSure // nor "Real Madrid"
		case s.tagged == person && ck == organization && s.last-s.first > 1 && c.Prominence >= 5:
			score -= 3 * s.tagSure // named for people whom the news no longer names: "Morgan Stanley"
		case s.tagged == person:
			score -= 14 * s.tagSure
		case ck == person:
			score -= 12 * s.tagSure
		default:
			score -= 3 * s.tagSure
		}
	}
	others := r.others(s, c)
	if others {
		score += 2
	}
	cues := r.cues(c)
	switch {
	case c.User:
	case ck == organization && s.last-s.first == 1 && (t.paired(s.first) || t.ofNation(s.first, c.Country)):
		score += 4 // "Shell and Chevron", "France’s Total"
	case ck == organization && !c.Whole && c.Country != "" && t.stateBody(s) && !t.foreign(s, "") &&
		(s.last-s.first > 1 && r.outweighed(c.Country, 3, 2) || r.outweighed(c.Country, 5, 3)):
		score -= 12 // "the Supreme Court" of a text about Bangladesh
	case c.Cues != "" && c.Prominence <= 4 && cues == 0 && !others:
		score -= 12 // "Reading", "Nice": a word or a namesake as well
	case ck == location && !c.Area && c.Country != "" && c.Prominence <= 5 && c.Cues == "" && !others && r.elsewhere(c.Country):
		if score -= 10; eastern(c.Country) {
			score += 6
		} // "Salem" of a text about Oregon is not the one in India; there is but one Makhachkala
	case ck == location && c.Prominence <= 3 && s.tagged != location && s.tagged != none && !others && s.last-s.first == 1:
		score -= 4 // the "Delta" variant is no town
	}
	return score + float64(2*cues) + r.place(t, s, c)
}

// cues counts the words in the document that speak for a candidate, three at most.
func (r *resolution) cues(c knowledge.Candidate) int {
	if c.Cues == "" {
		return 0
	}
	if n, ok := r.found[c.Entity]; ok {
		return n
	}
	n := 0
	for rest := c.Cues; rest != "" && n < 3; {
		var cue string
		cue, rest, _ = strings.Cut(rest, "|")
		if cue != "" && r.mentions(cue) {
			n++
		}
	}
	if r.found == nil {
		r.found = map[*knowledge.Entity]int{}
	}
	r.found[c.Entity] = n
	return n
}

// namesake tells whether a place or body of one word is rather the person of that name whom the document names in full,
// "Michael Jordan": nothing in the document speaks for the place.
func (r *resolution) namesake(t *reading, s *span) bool {
	w := t.d.Word(s.first)
	if s.last-s.first != 1 || s.first > 0 && t.has(s.first-1, toward) {
		return false
	}
	if s.first > 0 && t.has(s.first-1, honorific) && !t.has(s.first-1, office) {
		return true // "Mr. Bolton"
	}
	if !r.surePerson(w) {
		return false
	}
	if !s.match.Found() {
		return s.kind != norp
	}
	var buffer [8]knowledge.Candidate
	for _, c := range r.base.Candidates(buffer[:0], s.match) {
		if c.Type == "norp" || c.Type != "person" && (r.cues(c) > 0 || s.tagSure >= 0.65 && r.grounds(t, s, c.Country)) {
			return false
		}
	}
	return true
}

// grounds tells whether the document names another place or a people of the country.
func (r *resolution) grounds(t *reading, s *span, country string) bool {
	var buffer [8]knowledge.Candidate
	for i := range t.spans {
		o := &t.spans[i]
		if !o.match.Found() || o.match.Name() == s.match.Name() {
			continue
		}
		c := r.base.Candidates(buffer[:0], o.match)
		if len(c) == 1 && c[0].Country == country && (c[0].Type == "location" || c[0].Type == "norp") {
			return true
		}
	}
	return false
}

// surePerson tells whether a word is the surname, or the given name alone, of a person that the document plainly names.
func (r *resolution) surePerson(w string) bool {
	for _, at := range r.persons[w] {
		if r.things[at].sure >= 0.75 {
			return true
		}
	}
	at := r.byGiven(w)
	return at >= 0 && r.things[at].sure >= 0.75
}

// mentions tells whether the document, or what is known about it, holds a cue as a word.
func (r *resolution) mentions(cue string) bool {
	return holds(r.body.d.Text, cue) || holds(r.context.Title, cue) || holds(r.context.Dateline, cue)
}

func holds(text, cue string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], cue)
		if at < 0 {
			return false
		}
		at += from
		if (at == 0 || !letter(text[at-1])) && (at+len(cue) == len(text) || !letter(text[at+len(cue)])) {
			return true
		}
		from = at + 1
	}
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 }

// place scores what the text says behind a comma: "Paris, Texas" is not the one in France.
func (r *resolution) place(t *reading, s *span, c knowledge.Candidate) float64 {
	if c.Type == "location" && s.last < len(t.tokens) && (t.d.Word(s.last) == "state" || t.d.Word(s.last) == "State") && strings.HasSuffix(c.ID, "-state") {
		return 18 // "Washington state"
	}
	if c.Area && s.first > 1 && t.d.Word(s.first-1) == "," && t.townAt(s.first-2) && (s.last == len(t.tokens) || t.d.Word(s.last) != "and") {
		return 8 // "Leamington, Ontario"
	}
	if c.Area && s.last-s.first == 1 && s.first > 0 && t.d.Word(s.first-1) == "the" {
		return 3 // "the Amazon"
	}
	if c.Area && s.last+1 < len(t.tokens) && clitic(t.d.Word(s.last)) && t.has(s.last+1, office|modifier) {
		return 8 // "Kenya’s deputy minister"
	}
	if c.Type == "location" && t.soul(s) {
		return -14
	}
	if c.Type != "location" || s.last+1 >= len(t.tokens) || t.d.Word(s.last) != "," || !t.is(s.last+1, capital) {
		return 0
	}
	var all []knowledge.Match
	all = t.base.Matches(all, t.d, s.last+1, min(s.last+5, len(t.tokens)))
	if len(all) == 0 {
		return 0
	}
	region := t.text(all[len(all)-1].First, all[len(all)-1].Last)
	for rest := c.Cues; rest != ""; {
		var cue string
		if cue, rest, _ = strings.Cut(rest, "|"); cue == region {
			return 6
		}
	}
	var buffer [8]knowledge.Candidate
	for _, in := range t.base.Candidates(buffer[:0], all[len(all)-1]) {
		if in.Type == "location" && in.Country == c.Country {
			if in.Area && !in.Nation && !c.Area && far(in, c) {
				return -20 // "Cicero, New York", where only the one in Illinois is known
			}
			return 3
		}
		if in.Area && in.Country != "" && c.Country != "" && !c.Area && !t.listed(all[len(all)-1].Last) {
			return -20 // "Granada, Nicaragua" is another one
		}
		if in.Type == "location" && in.Country != "" && c.Country != "" {
			return -5
		}
	}
	return 0
}

// townAt tells whether a name of a place that is no country or region ends with token i.
func (t *reading) townAt(i int) bool {
	for j := range t.spans {
		if s := &t.spans[j]; s.last == i+1 {
			return s.kind == location && !t.place(s.first, s.last)
		}
	}
	return false
}

// far tells whether a place lies too far from a region's middle to be in it.
func far(region, place knowledge.Candidate) bool {
	return region.HasPlace && place.HasPlace && (math.Abs(region.Latitude-place.Latitude) > 7 || math.Abs(region.Longitude-place.Longitude) > 10)
}

// soul tells whether a name of one word that people bear as well has a person's trade behind it: "Jordan, a nurse from Leeds",
// but not "Jordan, a close ally", "Victoria, a city".
func (t *reading) soul(s *span) bool {
	if s.last-s.first != 1 || s.last+2 >= len(t.tokens) || !t.has(s.first, given) || t.d.Word(s.last) != "," || t.d.Word(s.last+1) != "a" && t.d.Word(s.last+1) != "an" {
		return false
	}
	for i := s.last + 2; i < min(s.last+6, len(t.tokens)) && t.is(i, small); i++ {
		if w := t.d.Word(i); t.has(i, office) || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist") ||
			w == "nurse" || w == "mother" || w == "student" || w == "woman" || w == "man" || w == "girl" || w == "boy" {
			return w != "member" && w != "neighbor" && w != "exporter" && w != "producer" && w != "power"
		}
	}
	return false
}

// listed tells whether a list goes on at token i.
func (t *reading) listed(i int) bool {
	if i >= len(t.tokens) {
		return false
	}
	w := t.d.Word(i)
	return w == "and" || w == "or"
}

// refine returns a span's kind by its words, where the tagger's is too coarse.
func (t *reading) refine(s *span) kind {
	head, lead := t.tokens[s.last-1].ends, t.tokens[s.first].starts
	if s.last-s.first == 1 {
		head, lead = none, none
	}
	for _, k := range [...]kind{head, lead} {
		switch {
		case k == none || s.kind == person && s.tagSure > 0.6:
		case k == site:
			if s.kind == location {
				return facility
			}
			return organization
		case s.kind == organization && k.coarse() == misc && s.tagSure > 0.9 && k != agreement:
		default:
			return k
		}
	}
	switch s.kind {
	case misc, none:
		return other
	case site:
		return organization
	}
	return s.kind
}
