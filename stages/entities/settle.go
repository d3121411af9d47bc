package entities

import (
	"strings"

	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/segment"
)

// tag is a name that the tagger sees.
type tag struct {
	first, last int
	kind        kind // person, organization, location or misc
	sure        float64
	cause       cause
}

// known returns the names of the knowledge base in the text, the longest at each place, in text order.
func (t *reading) known() []knowledge.Match {
	var out, all []knowledge.Match
	for i := range t.d.Sentences {
		s := &t.d.Sentences[i]
		for j := s.First; j < s.Last; {
			if !t.mayBegin(j) {
				j++
				continue
			}
			all = t.base.Matches(all[:0], t.d, j, s.Last)
			for len(all) > 0 && !t.written(all[len(all)-1]) {
				all = all[:len(all)-1]
			}
			if len(all) == 0 || t.is(j, field) && t.is(all[len(all)-1].Last-1, field) {
				j++
				continue
			}
			m := t.bare(all[len(all)-1])
			out = append(out, m)
			j = m.Last
		}
	}
	return out
}

// mayBegin tells whether a known name may begin at token i: with a capital or a number, or with a short small word before
// one, "al-Tanf", "de la Rúa".
func (t *reading) mayBegin(i int) bool {
	if !t.is(i, small) {
		return t.d.Tokens[i].Kind != segment.Mark && t.d.Tokens[i].Kind != segment.Clitic
	}
	w := t.d.Word(i)
	if len(w) > 1 && w[1] < 'a' {
		return true // "iPhone"
	}
	if len(w) > 3 || i+1 == len(t.tokens) {
		return false
	}
	return !t.is(i+1, small) || i+2 < len(t.tokens) && !t.is(i+2, small) && t.d.Tokens[i+2].Kind == segment.Word && len(t.d.Word(i+1)) <= 3
}

// bare cuts the article off a match: "The Guardian" is named Guardian in a text, though The Hague is The Hague.
func (t *reading) bare(m knowledge.Match) knowledge.Match {
	if w := t.d.Word(m.First); m.Last-m.First == 1 || w != "The" && w != "the" {
		return m
	}
	var buffer [8]knowledge.Candidate
	if c := t.base.Candidates(buffer[:0], m)[0]; c.Type != "location" || !strings.HasPrefix(c.Name, "The ") {
		m.First++
	}
	return m
}

// written tells whether a match looks like a name: it has a capital letter or a digit. A place with the region behind a
// comma is two names, "Paris, Texas".
func (t *reading) written(m knowledge.Match) bool {
	if m.Last-m.First == 3 && t.d.Word(m.First+1) == "," || m.Last-m.First > 3 && t.d.Word(m.Last-2) == "," {
		var buffer [8]knowledge.Candidate
		if t.base.Candidates(buffer[:0], m)[0].Type == "location" {
			return false
		}
	}
	if t.is(m.Last-1, small) && m.Last-m.First > 1 {
		return false // "Global Gateway strategy" is the name and a noun
	}
	if t.era(m.First) {
		return false
	}
	w := t.d.Word(m.First)
	if t.is(m.First, small) && len(w) > 3 && w[1] >= 'a' {
		return false // "ancient Silk Road", but "al-Tanf", "iPhone"
	}
	for i := m.First; i < m.Last; i++ {
		if t.d.Word(i) == "(" {
			return false // "World Health Organization (WHO)" is two names
		}
	}
	for i := m.First; i < m.Last; i++ {
		if t.is(i, capital|digits) || len(t.d.Word(i)) > 1 && t.d.Word(i)[1] >= 'A' && t.d.Word(i)[1] <= 'Z' {
			return true
		}
	}
	return false
}

// era tells whether the word at i counts years or centuries: "200 B.C.", but not "Kelowna, B.C."
func (t *reading) era(i int) bool {
	switch t.d.Word(i) {
	case "B.C.", "A.D.", "BC", "AD", "B.C", "A.D", "BCE", "CE", "B.C.E.":
	default:
		return false
	}
	return i > 0 && (t.is(i-1, digits) || t.d.Word(i-1) == "century" || t.d.Word(i-1) == "millennium")
}

// settle merges what the tagger sees and what the knowledge base knows into spans that do not overlap. The tagger decides
// where names end; a known name decides instead where it is longer, and where the tagger joined two of them.
func (t *reading) settle(tags []tag, known []knowledge.Match) {
	t.spans = make([]span, 0, len(tags)+len(known)/2)
	k := 0
	for i := 0; i < len(tags) || k < len(known); {
		switch {
		case i == len(tags) || k < len(known) && known[k].Last <= tags[i].first:
			t.alone(known[k])
			k++
		case k == len(known) || tags[i].last <= known[k].First:
			t.addTag(tags[i])
			i++
		default:
			i, k = t.overlap(tags, known, i, k)
		}
	}
}

// overlap settles tag i and the known names that overlap it, and returns the next of both.
func (t *reading) overlap(tags []tag, known []knowledge.Match, i, k int) (int, int) {
	g := tags[i]
	end := k
	for end < len(known) && known[end].First < g.last {
		end++
	}
	inside := known[k:end]
	m := inside[0]
	switch {
	case len(inside) == 1 && m.First == g.first && m.Last == g.last:
		if g.sure >= 0.4 || t.strength(m) >= 0.5 {
			t.addBoth(g, m)
		}
	case len(inside) == 1 && m.First <= g.first && m.Last >= g.last:
		// The known name is longer; it may swallow more tags than this one.
		if t.strength(m) >= 0.5 || m.Last-m.First >= 3 {
			t.addBoth(tag{m.First, m.Last, g.kind, g.sure / 3, g.cause}, m)
			for i+1 < len(tags) && tags[i+1].first < m.Last {
				i++
			}
		} else {
			t.addTag(g)
		}
	case t.joins(g, inside):
		for _, m := range inside {
			t.alone(m)
		}
	case t.tiles(g, inside):
		for _, m := range inside {
			t.addBoth(tag{m.First, m.Last, none, g.sure, g.cause}, m)
		}
	case m.First == g.first && t.heads(g, m):
		t.addBoth(tag{m.First, m.Last, none, g.sure, g.cause}, m)
		t.addTag(tag{m.Last, g.last, person, g.sure, g.cause})
	case m.First < g.first && g.kind == person && g.last-m.Last >= 2 && !legalForm(t.d.Word(m.Last)) && t.strength(m) >= 0.9:
		t.alone(m) // "Air Astana" and "Astana Peter Foster"
		t.addTag(tag{m.Last, g.last, g.kind, g.sure, g.cause})
	case g.kind != person && inside[len(inside)-1].Last == g.last && t.officeOf(inside[len(inside)-1].First, g.first) == g.first && !t.bodies(g):
		t.alone(inside[len(inside)-1]) // "Ministers of Economy of Kazakhstan" are no name, the country is
	case inside[len(inside)-1].Last > g.last:
		// They cross: "Bank of England" and "England Governor".
		m = inside[len(inside)-1]
		if t.strength(m) > g.sure {
			if m.First > g.first {
				t.addTag(tag{g.first, m.First, g.kind, g.sure / 2, g.cause})
			}
			t.alone(m)
			for i+1 < len(tags) && tags[i+1].first < m.Last {
				i++
			}
		} else {
			t.addTag(g)
		}
	default:
		t.addTag(g)
	}
	return i + 1, end
}

// joins tells whether a tag joins several known names by a hyphen, a slash or "and": "EU-Central Asia".
func (t *reading) joins(g tag, inside []knowledge.Match) bool {
	if len(inside) < 2 || inside[0].First < g.first || inside[len(inside)-1].Last > g.last {
		return false
	}
	at := g.first
	for i, m := range inside {
		if i == 0 && m.First != at {
			return false
		}
		if i > 0 && (m.First != at+1 || !t.joint(at)) {
			return false
		}
		at = m.Last
	}
	return at == g.last
}

// tiles tells whether a tag is a place and a person or people without a mark between: "President of Tajikistan Emomali
// Rahmon", "Virginia Democrats"; or, where the tagger is not sure, a body and a place: "White House Russia" expert.
func (t *reading) tiles(g tag, inside []knowledge.Match) bool {
	if len(inside) != 2 || inside[0].First != g.first || inside[0].Last != inside[1].First || inside[1].Last != g.last {
		return false
	}
	var a, b [8]knowledge.Candidate
	second := t.base.Candidates(b[:0], inside[1])[0].Type
	one := t.base.Candidates(a[:0], inside[0])[0].Type
	return one == "organization" && second == "location" && g.sure < 0.7 || one == "location" && (second == "norp" || second == "person" && inside[1].Last-inside[1].First > 1)
}

// bodies tells whether a word of a tag names a kind of body: "Doctors' Society of Canada".
func (t *reading) bodies(g tag) bool {
	for i := g.first; i < g.last; i++ {
		if t.tokens[i].ends == organization && !t.has(i, office|modifier) {
			return true
		}
	}
	return false
}

// heads tells whether a tag is the place or body of an office and the person who holds it: "director of KTZ Talgat Seitov".
func (t *reading) heads(g tag, m knowledge.Match) bool {
	if g.first < 2 || g.last-m.Last < 2 || g.last-m.Last > 4 || t.officeOf(g.first, max(0, g.first-12)) < 0 {
		return false
	}
	if g.kind == person || t.has(m.Last, given) || g.kind == location && t.place(m.First, m.Last) && t.tokens[g.last-1].ends == none {
		return true
	}
	var buffer [8]knowledge.Candidate
	rest := t.base.Exact(t.d, m.Last, g.last)
	return rest.Found() && t.base.Candidates(buffer[:0], rest)[0].Type == "person"
}

func (t *reading) joint(i int) bool {
	switch t.d.Word(i) {
	case "-", "–", "—", "/", "and", "&", ",":
		return true
	}
	return false
}

// possessor returns the place of the possessive inside a tag that joins an owner and what it owns: "Tufts University’s
// Feinstein Center", but not "Moody’s Investors Service".
func (t *reading) possessor(g tag) int {
	for i := g.first + 1; i+1 < g.last; i++ {
		if clitic(t.d.Word(i)) && (t.tokens[i-1].ends != none && i-1 > g.first || t.base.Exact(t.d, g.first, i).Found() && !t.base.Exact(t.d, g.first, i+1).Found()) {
			return i
		}
	}
	return -1
}

// shop tells whether the possessive at i belongs to a name, as nothing stands behind it that could be owned: "Lowe’s said".
func (t *reading) shop(i int) bool {
	if i+1 >= len(t.tokens) || t.d.Tokens[i].Kind != segment.Clitic || t.d.Tokens[i].Len() < 2 {
		return false
	}
	switch t.d.Word(i + 1) {
	case "and", "or", "own", "first", "last", "new", "most", "best":
		return false
	case "declined", "sold", "rose", "fell":
		return true
	}
	return t.has(i+1, function|speech) || t.d.Tokens[i+1].Kind == segment.Mark && t.d.Word(i+1) != "-" && !t.quote(i+1)
}

func (t *reading) quote(i int) bool {
	switch t.d.Word(i) {
	case "“", "‘", "\"", "'", "(", "’", "”":
		return true
	}
	return false
}

// place tells whether the tokens [first, last) are the name of a country or region.
func (t *reading) place(first, last int) bool {
	m := t.base.Exact(t.d, first, last)
	if !m.Found() {
		return false
	}
	var buffer [8]knowledge.Candidate
	return t.base.Candidates(buffer[:0], m)[0].Area
}

// conjunction returns the place of the "and" that joins two names in one tag: "International Tennis Federation and Kosmos",
// but not "Department of Health and Human Services".
func (t *reading) conjunction(g tag) int {
	if t.base.Exact(t.d, g.first, g.last).Found() {
		return -1
	}
	for i := g.first + 1; i+1 < g.last; i++ {
		if t.d.Word(i) == "and" && i-g.first > 1 && t.tokens[g.first].starts == organization && t.place(i+1, g.last) {
			return i // "Ministry of Economy and Tajikistan"
		}
		if t.d.Word(i) == "and" && i == g.first+1 && t.is(g.first, allCaps) && t.is(i+1, capital) && t.base.Exact(t.d, g.first, i).Found() {
			return i // "UEFA and Acme"
		}
		if t.d.Word(i) == "and" && !t.ministry(g.first, i) && (g.kind == person || i-g.first > 1 && t.tokens[i-1].ends == organization && t.d.Word(g.first+1) != "of") {
			return i
		}
	}
	return -1
}

func (t *reading) addTag(g tag) {
	at := t.possessor(g)
	if at < 0 {
		at = t.conjunction(g)
	}
	if g.kind == organization && g.last-g.first > 3 && t.d.Word(g.first+2) == "of" && t.has(g.first, given) && t.tokens[g.first+1].ends == none &&
		!t.has(g.first+1, office|modifier) && !t.base.Exact(t.d, g.first, g.last).Found() {
		t.addTag(tag{g.first, g.first + 2, person, g.sure / 2, g.cause}) // "Ann Lee of Union Investment"
		g.first += 3
	}
	if at > g.first {
		t.addTag(tag{g.first, at, g.kind, g.sure / 2, g.cause})
		g.first = at + 1
	}
	if g = t.trim(g); g.first >= g.last || t.era(g.first) || g.kind == misc && t.offices(g.first, g.last) {
		return // "Minister of Foreign Affairs"
	}
	m := t.base.Exact(t.d, g.first, g.last)
	if !m.Found() && g.last-g.first == 1 && t.shop(g.last) {
		g = tag{g.first, g.last + 1, organization, min(g.sure, 0.65), g.cause}
		m = t.base.Exact(t.d, g.first, g.last)
	}
	if w := t.d.Word(g.first); g.last-g.first == 1 && t.has(g.first, function) && (len(w) <= 3 && w != "May" || g.sure < 0.6) && !m.Found() {
		return // "Q3", "CEO"
	}
	t.add(span{first: g.first, last: g.last, kind: g.kind, tagged: g.kind, raw: g.sure, tagSure: g.sure, sure: g.sure, cause: g.cause,
		match: m})
}

func (t *reading) addBoth(g tag, m knowledge.Match) {
	sure := g.sure
	if g.cause != "tagger" {
		sure /= 3
	}
	t.add(span{first: g.first, last: g.last, kind: g.kind, tagged: g.kind, raw: g.sure, tagSure: sure,
		sure: max(g.sure, t.strength(m)), match: m, cause: g.cause})
}

// alone is the cause of the spans that nothing but the knowledge base sees.
const alone = cause("known name")

// alone adds a known name that the tagger does not see, where it is safe enough.
func (t *reading) alone(m knowledge.Match) {
	if sure := t.strength(m); sure >= 0.5 {
		t.add(span{first: m.First, last: m.Last, sure: sure, match: m, cause: alone})
	}
}

func (t *reading) add(s span) {
	n := len(t.spans)
	if n > 0 && t.spans[n-1].last > s.first {
		return
	}
	if t.legal(s.first, s.last) {
		if n > 0 {
			t.endCompany(&t.spans[n-1], s)
		}
		return
	}
	s.thing = -1
	t.spans = append(t.spans, s)
}

// legal tells whether words are the end of a company's name and nothing else: "Co Inc".
func (t *reading) legal(first, last int) bool {
	for i := first; i < last; i++ {
		switch strings.TrimSuffix(t.d.Word(i), ".") {
		case "Co", "Inc", "Ltd", "Corp", "Plc", "PLC", "plc", "LLC", "LLP", "GmbH", "Limited", "Incorporated":
		default:
			return false
		}
	}
	return true
}

// endCompany lets the name before such an end go on to it: "Harper, Lane and Co Inc".
func (t *reading) endCompany(s *span, end span) {
	gap := end.first - s.last
	if gap > 1 || gap == 1 && !t.joint(s.last) || s.kind != organization && s.kind != person {
		return
	}
	s.last, s.kind, s.tagged = end.last, organization, organization
	s.match = t.base.Exact(t.d, s.first, s.last)
}

// trim cuts titles, determiners and possessives off a tag.
func (t *reading) trim(g tag) tag {
	for g.first < g.last && t.has(g.first, function) && t.has(g.first, honorific) {
		g.first++
	}
	for g.first < g.last && (t.d.Word(g.first) == "the" || t.d.Word(g.first) == "The") && g.last-g.first > 1 {
		g.first++
	}
	switch g.kind {
	case person:
		g.first = t.behindOffice(g)
	case organization:
		g = t.state(g)
	case location:
		for g.last-g.first > 1 && t.is(g.first, small) && t.has(g.first, toward) {
			g.first++ // "eastern Congo"
		}
	}
	for g.first < g.last && t.is(g.last-1, small) && t.has(g.last-1, function) && !t.touches(g.last-1) {
		g.last--
	}
	for g.first < g.last {
		switch t.d.Word(g.last - 1) {
		case "’s", "'s", "'", "’", ",", ".", "-", "–", "—", "(", ")", "\"", "”", "“":
			g.last--
			continue
		}
		break
	}
	if g.last-g.first > 1 && g.kind == misc && t.is(g.last-1, digits) && !t.touches(g.last-1) && t.counts(g.last-1, len(t.tokens)) {
		g.last--
	}
	if g.last+1 < len(t.tokens) && g.last > g.first && (t.domain(g.last) || g.kind == person && g.last-g.first > 1 && t.doubled(g.last)) {
		g.last += 2
	}
	return g
}

// behindOffice returns where a person's name begins behind the words of an office: "U.S. Trade Representative Ann Lee", and
// "Energy" of "Minister of Energy Ann Lee". A name that begins with a given name is left whole: "Martin Luther King Jr."
func (t *reading) behindOffice(g tag) int {
	first := g.first
	if t.has(first, given) {
		return first
	}
	for i := g.first; i+1 < g.last; i++ {
		if t.has(i, office|honorific) && !t.has(i, given) {
			first = i + 1
		}
	}
	if first == g.first && g.last-first > 2 && first > 1 && t.has(first, modifier) && t.d.Word(first-1) == "of" && t.has(first-2, office) {
		first++
	}
	return first
}

// state cuts the field of an office off the state that it is held in: "Ministers of Fisheries of Norway and Chile".
func (t *reading) state(g tag) tag {
	if g.first < 2 || t.d.Word(g.first-1) != "of" {
		return g
	}
	if one := strings.TrimSuffix(strings.ToLower(t.d.Word(g.first-2)), "s"); t.words.of(one).classes&office == 0 {
		return g
	}
	for i := g.first + 1; i+1 < g.last; i++ {
		if t.d.Word(i) != "of" {
			continue
		}
		var buffer [8]knowledge.Candidate
		if m := t.base.Exact(t.d, i+1, g.last); m.Found() && t.base.Candidates(buffer[:0], m)[0].Type == "location" {
			g.first, g.kind = i+1, location
			return g
		}
	}
	return g
}

// doubled tells whether a hyphen and the second half of a double surname stand at i: "Roberto Bautista-Agut".
func (t *reading) doubled(i int) bool {
	return t.d.Word(i) == "-" && t.touches(i) && t.touches(i+1) && t.is(i+1, capital) && !t.is(i+1, allCaps)
}

// domain tells whether a full stop and the end of an internet domain stand at i: "Polygraph.info".
func (t *reading) domain(i int) bool {
	if t.d.Word(i) != "." || !t.touches(i) || !t.touches(i+1) {
		return false
	}
	switch t.d.Word(i + 1) {
	case "com", "org", "net", "info", "gov", "edu", "co", "io", "uk", "eu", "ru", "de", "fr", "tv", "az", "kz", "news":
		return true
	}
	return false
}

// strength says how safe it is that a known name means something known, where nothing but the knowledge base says so.
func (t *reading) strength(m knowledge.Match) float64 {
	var buffer [8]knowledge.Candidate
	best := t.base.Candidates(buffer[:0], m)[0]
	if m.Last-m.First > 1 {
		return t.strengthOfMany(m)
	}
	i := m.First
	w := t.d.Word(i)
	sure := 0.75
	switch {
	case best.User:
		return 0.95
	case best.Type == "location" && i+2 < len(t.tokens) && t.d.Word(i+1) == "-" && t.d.Word(i+2) == "based":
		return 0.9
	case best.Type == "location" || best.Type == "norp":
		sure = 0.9
		if best.Prominence <= 4 {
			sure = 0.6
		}
	case best.Type == "person":
		sure = 0.3
		if best.Prominence >= 7 {
			sure = 0.7
		}
	case best.Prominence <= 3:
		sure = 0.5
	}
	if m.Capitals && len(w) < 5 && !t.is(i, shouting) {
		return 0.2
	}
	if best.Type == "organization" && best.Prominence >= 4 && (t.paired(i) || t.ofNation(i, best.Country)) {
		return 0.8
	}
	if t.has(i, function) && (!t.is(i, allCaps) || t.is(i, shouting)) || t.has(i, given|surname) && best.Prominence < 5 {
		return 0.2
	}
	if t.is(i, opening|headline) && !t.is(i, allCaps) && best.Type != "norp" && best.Prominence <= 5 {
		sure -= 0.2
	}
	if t.is(i, opening) && !t.is(i, allCaps) && !best.Whole && best.Type == "organization" && i+1 < len(t.tokens) && t.is(i+1, small) && !t.has(i+1, function|speech|corporate) {
		sure -= 0.3 // "House prices", "Labour migrants": a short form that is a word as well
	}
	if t.inName(i) {
		sure -= 0.45
	}
	return sure
}

func (t *reading) strengthOfMany(m knowledge.Match) float64 {
	capitals := 0
	for i := m.First; i < m.Last; i++ {
		if t.is(i, capital|digits) {
			capitals++
		}
	}
	if m.Last-m.First == 2 && t.d.Tokens[m.First+1].Kind == segment.Clitic && t.shop(m.First+1) {
		return 0.8 // "Christie’s declined"
	}
	if capitals == 1 && t.is(m.First, opening) && t.is(m.First, capital) {
		return 0.4 // "Good friday", "In touch"
	}
	return 0.92
}

// inName tells whether the word at i stands beside a capitalised one as if both were one name: "Jordan" of "Jordan Smith".
func (t *reading) inName(i int) bool {
	if t.is(i, headline|shouting) {
		return false
	}
	return i+1 < len(t.tokens) && t.namelike(i+1) && !t.touches(i+1) || i > 0 && t.namelike(i-1) && !t.touches(i)
}

// namelike tells whether a word looks like part of a name: capitalised, no office, no word that opens a sentence.
func (t *reading) namelike(i int) bool {
	return t.is(i, capital) && !t.is(i, allCaps) && !t.has(i, office|modifier|honorific|function) && !t.is(i, opening)
}
