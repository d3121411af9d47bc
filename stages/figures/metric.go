package figures

import "strings"

// readMetric finds what figure i measures: the shortest phrase of the sentence that says it. The constructions are tried
// from the most telling to the least.
func (s *sentence) readMetric(i int) {
	r := &s.found[i]
	if s.is(r.chunk, moment) {
		if v := s.previous(r.chunk); s.is(v, action) {
			s.byVerb(i, v) // "was closed for three months"
		}
		return
	}
	if s.byInside(r) || s.byOdds(i) {
		return
	}
	if s.byFate(i) {
		s.carry(i)
		return
	}
	if s.isDistance(r) || s.isInterval(r) {
		if v := s.actionBefore(r.chunk); r.fig.Kind != "duration" && v >= 0 {
			r.measures(s.subject(v), s.subjectOf(v)) // "the quake struck 26 km south of Dover"
		}
		return
	}
	if r.nouns.empty() && s.byLevel(i) || s.byCount(i) || s.byBracket(i) || s.byNounBehind(i) || s.byOf(i) || s.byWhatIsBefore(i) || s.byRest(i) {
		for k := range i {
			r.clause = r.clause || s.found[k].clause && s.found[k].metric == r.metric
		}
		if !r.clause {
			r.metric = s.clip(r.metric, r.at)
		}
	}
	s.carry(i)
	if !r.clause {
		s.ranker(s, i)
	}
}

// byInside reads what is measured inside the figure itself: "18 kilograms of CO2 per passenger".
func (s *sentence) byInside(r *reading) bool {
	for k := r.at.from; k+2 < r.at.to && r.fig.Kind == "measure"; k++ {
		if s.toks[k].low == "of" && s.toks[k+2].low == "per" {
			r.clause = true
			return r.measures(span{k + 1, k + 2}, "the noun inside the figure")
		}
	}
	return false
}

// isInterval tells whether a duration only says how far two events are apart: "18 years after the war", "within 30 days".
func (s *sentence) isInterval(r *reading) bool {
	if r.fig.Kind != "duration" || r.adjust {
		return false
	}
	if k := r.at.to; k < len(s.toks) && s.toks[k].is("ago", "later", "earlier", "after", "before", "since", "into", "away", "apart") {
		return true
	}
	l := r.chunk - 1
	return s.is(l, link) && (s.word(l).is("after", "within", "every", "over", "during", "until", "before") || s.word(l).low == "in" && s.lex.unitWords[r.fig.Unit].factor >= day)
}

// day is what a day lasts in seconds: what is done in less is a feat ("reaches 60 mph in 4 seconds").
const day = 86400

// isDistance tells whether a length only says where something is: "26 km south of Dover".
func (s *sentence) isDistance(r *reading) bool {
	k := r.at.to
	return r.fig.Dimension == "length" && !r.adjust && k < len(s.toks) && s.toks[k].is("away", "off", "north", "south", "east", "west", "northeast", "northwest", "southeast",
		"southwest", "north-east", "north-west", "south-east", "south-west", "inland", "offshore", "downstream", "upstream", "downwind")
}

// measures notes what a figure measures and why, and tells whether that is anything.
func (r *reading) measures(p span, why string) bool {
	if p.empty() {
		return false
	}
	r.metric, r.why = p, why
	return true
}

// byCount reads counted nouns: "350 partners". Where a verb says what the count amounts to, its subject tells more:
// "Ridership totalled 1,400 trips".
func (s *sentence) byCount(i int) bool {
	r := &s.found[i]
	if r.nouns.empty() || r.fig.Kind == "percent" {
		return false
	}
	if s.modifies(r) && s.byNounBehind(i) {
		return true // "an 11-game losing streak", "a 12 page document"
	}
	v := s.previous(r.chunk)
	if m := s.previous(v); s.is(v, link) && s.word(v).low == "of" && s.is(m, thing) && sizes[s.toks[s.chunks[m].to-1].low] {
		return r.measures(s.bare(s.chunks[m].span), "the noun before “of”") // "a margin of 1,100 ballots"
	}
	if i > 0 && s.is(v, link) && s.word(v).low == "to" && s.found[i-1].chunk == s.previous(v) && s.found[i-1].nouns.empty() && s.byLevel(i) {
		return true // "from 12 to 60 pairs of trains"
	}
	if m := s.previous(v); s.is(v, link) && s.word(v).low == "to" && s.is(m, action) && (s.verb(m).class&(rising|falling) != 0 || sums[s.verb(m).base]) {
		v = m // "fell to 1,400 trips", "amounted to 16 centners per hectare"
	}
	if m := s.previous(v); s.is(v, link) && s.word(v).low == "to" && s.is(m, thing) {
		top := s.root(m, overLinks)
		if w := s.leftOf(top); s.is(w, action) && s.verb(w).class&(rising|falling) != 0 {
			return r.measures(s.whole(top, v), "the object of “"+s.verb(w).s+"”") // "cut its estimate of the harvest to 55 bags"
		}
	}
	if s.is(v, action) && (sums[s.verb(v).base] || s.previous(r.chunk) != v) {
		if p := s.subject(v); !p.empty() && !s.isName(p.to-1) {
			return r.measures(p, s.subjectOf(v))
		}
	}
	p := s.extended(s.bare(r.nouns), r.chunk)
	if k := r.chunk; p.to == r.nouns.to && s.is(k+1, link) && s.word(k+1).low == "with" && s.is(k+2, thing) {
		p.to = s.bare(s.chunks[k+2].span).to // "14 firms with foreign capital"
	}
	return r.measures(p, "the counted noun")
}

// modifies tells whether what a figure counts is in the singular, and with its number only modifies the noun behind it.
func (s *sentence) modifies(r *reading) bool {
	return r.nouns.to-r.nouns.from == 1 && r.fig.Value != 1 && !isPlural(s.toks[r.nouns.from].low) && !s.toks[r.nouns.from].upper
}

// isName tells whether token i is a name, as far as its shape tells.
func (s *sentence) isName(i int) bool {
	return s.toks[i].named || i > 0 && s.toks[i].upper && s.toks[i].class&name != 0
}

// sizes are nouns that say what a number of things amounts to.
var sizes = wordSet(`margin majority lead backlog shortage shortfall surplus gap capacity attendance turnout toll audience crowd population
	workforce membership circulation quota limit cap target`)

// sums are verbs that say what something amounts to.
var sums = wordSet(`reach total amount average exceed equal`)

// verb returns the main verb of chunk k.
func (s *sentence) verb(k int) *tok { return &s.toks[s.chunks[k].to-1] }

func (s *sentence) subjectOf(v int) string { return "the subject of “" + s.verb(v).s + "”" }

// byLevel reads the second level of a change: "from 20% now to 24%", "rose 5% to 120".
func (s *sentence) byLevel(i int) bool {
	r := &s.found[i]
	l := s.previous(r.chunk)
	if i == 0 || !s.is(l, link) || !s.word(l).is("to", "from", "at", "against", "versus", "with") {
		return false
	}
	m := s.previous(l)
	if s.is(m, comma) {
		m = s.previous(m)
	}
	if s.is(m, modifier) && s.word(m).is("compared") {
		if alikeMeasured(&r.fig, &s.found[i-1].fig) && r.measures(s.found[i-1].metric, "what the figure before measures") {
			return true // "41,800 reached the island, compared with 66,300 in 2024"
		}
		m = s.previous(m)
		if s.is(m, comma) {
			m = s.previous(m)
		}
	}
	if s.is(m, closing) {
		m = s.opened(m) - 1
	}
	if !s.is(m, value) {
		return false
	}
	return r.measures(s.found[s.chunks[m].fig].metric, "what the figure before measures")
}

// byBracket reads a figure in brackets: a conversion measures what the figure before it does, "profit (€5m)" what stands
// before the bracket.
func (s *sentence) byBracket(i int) bool {
	r := &s.found[i]
	o := s.previous(r.chunk)
	for s.is(o, stop) || s.is(o, thing) && s.is(o-1, opening) {
		o = s.previous(o) // "(previously: 8%)"
	}
	if !s.is(o, opening) {
		return false
	}
	switch k := s.previous(o); {
	case s.is(k, value) && (s.found[s.chunks[k].fig].fig.Kind == r.fig.Kind || s.is(r.chunk+1, closing) || !s.byOf(i)):
		r.measures(s.found[s.chunks[k].fig].metric, "what the figure before the bracket measures")
		return true // also where that is nothing
	case s.is(k, value), !s.is(r.chunk+1, closing) && (s.byNounBehind(i) || s.byOf(i)):
		return true
	case s.is(k, thing):
		if j := s.previous(k); s.is(j, value) && j == k-1 && s.found[s.chunks[j].fig].metric.to == s.bare(s.chunks[k].span).to {
			return r.measures(s.found[s.chunks[j].fig].metric, "what the figure before the bracket measures")
		}
		return r.measures(s.whole(s.root(k, overLinks), o), "the noun before the bracket")
	}
	return false
}

// byNounBehind reads a modifier: "a $5 million deal", "a 15-day truce", "a 5% rise in exports".
func (s *sentence) byNounBehind(i int) bool {
	r := &s.found[i]
	k := r.chunk + 1
	if s.is(k, opening) && r.adjust {
		for k < len(s.chunks) && !s.is(k, closing) {
			k++
		}
		k++
	}
	if s.is(k, loose) && s.word(k).is("-", "]") {
		k++
	}
	for r.adjust && s.is(k, comma) && s.is(k+1, value) && s.found[s.chunks[k+1].fig].adjust {
		if k += 2; s.is(k, opening) && s.is(k+1, value) && s.is(k+2, closing) {
			k += 3
		} // "a five-year, $3 million (£2m) deal"
	}
	if s.is(k, loose) && s.is(k+1, modifier) && s.is(k+2, thing) || s.is(k, modifier) && s.is(k+1, thing) && s.verb(k).class&participle != 0 {
		for !s.is(k, thing) {
			k++ // "3,000 newly built homes"
		}
	}
	if !s.is(k, thing) || s.word(k).class&determiner != 0 && s.word(k).class&noun == 0 && !s.word(k).is("less", "more", "fewer") {
		return false
	}
	if s.namesChange(r, s.bare(s.chunks[k].span)) && s.apposedChange(i, r.chunk) {
		return true // "sold 5,000 cars, a 12% rise"
	}
	p := s.bare(s.chunks[k].span)
	if p.empty() || s.timely(p) && p.to-p.from == 1 || r.fig.Kind == "duration" && !r.adjust {
		return false
	}
	if t := &s.toks[r.at.from]; r.fig.Kind == "percent" && !r.adjust && s.toks[p.from].class&name != 0 && s.toks[p.from].upper || t.s == "+" || r.fig.Value < 0 && r.fig.Kind == "percent" {
		return false // "Dow +0.2% Nasdaq +0.8%"
	}
	if s.namesChange(r, p) {
		return s.byChange(i, k, p)
	}
	return !s.timely(p) && r.measures(s.extended(p, k), "the noun behind the figure")
}

// namesChange tells whether phrase p names a change of something else. Growth is a measure of its own, and so is a loss of money.
func (s *sentence) namesChange(r *reading, p span) bool {
	t := &s.toks[p.to-1]
	return t.class&changer != 0 && t.low != "growth" && !(r.fig.Kind == "money" && t.is("loss", "losses", "gain", "gains"))
}

// apposedChange reads a change in apposition to the figure before, "sold 5,000 cars, the firm said, a drop of 13%", whose noun phrase
// begins at chunk k.
func (s *sentence) apposedChange(i, k int) bool {
	c := s.previous(k)
	if !s.is(c, comma) && !s.is(c, stop) {
		return false
	}
	v := s.previous(c)
	if s.is(v, action) { // "…, the firm said, a drop"
		for c = v; c > 0 && !s.is(c, comma); c-- {
		}
		v = s.previous(c)
	}
	return s.is(v, value) && s.found[i].measures(s.found[s.chunks[v].fig].metric, "what the figure before measures")
}

// byChange reads "a 5% rise in exports", "a 5% price rise" and "saw a 5% rise", p being the noun of the change at chunk k.
func (s *sentence) byChange(i, k int, p span) bool {
	r := &s.found[i]
	if p.to-p.from > 1 && s.toks[p.to-2].class&noun != 0 {
		return r.measures(p, "the noun behind the figure")
	}
	if q := s.changed(k); !q.empty() {
		return r.measures(q, "what the change is in")
	}
	if v := s.actionBefore(r.chunk); v >= 0 && r.measures(s.subject(v), s.subjectOf(v)) {
		return true
	}
	return r.measures(p, "the change itself")
}

// changed returns what the change at chunk k is in: "a rise in exports".
func (s *sentence) changed(k int) span {
	if !s.is(k+1, link) || !s.word(k+1).is("in", "of", "for", "on") {
		return span{}
	}
	for k += 2; s.is(k, loose) || s.is(k, moment); k++ {
	}
	if !s.is(k, thing) || s.timely(s.bare(s.chunks[k].span)) {
		return span{}
	}
	return s.extended(s.bare(s.chunks[k].span), k)
}

// byOf reads what stands behind a preposition: "6% of the company", "$1 billion in gains", "paid $5 for the book".
func (s *sentence) byOf(i int) bool {
	r := &s.found[i]
	l := r.chunk + 1
	if s.is(l, opening) {
		for l < len(s.chunks) && !s.is(l, closing) {
			l++
		}
		l++
	}
	if !s.is(l, link) || r.fig.Kind == "duration" && s.word(l).low != "of" || r.fig.Kind == "age" {
		return false
	}
	v := s.actionBefore(r.chunk)
	t, k := s.word(l), l+1
	if t.low == "of" && s.is(s.previous(r.chunk), link) && strings.Contains(r.fig.Unit, " per ") {
		return false // "a price of $2 per kilogram of grapes"
	}
	if t.low == "worth" && s.is(k, link) {
		k++
	}
	for s.is(k, loose) && s.word(k).class&(determiner|adjective) != 0 || s.is(k, stand) && s.word(k).low == "those" {
		k++
	}
	if !s.is(k, thing) {
		if s.is(k-1, stand) && k < len(s.chunks) && s.word(k).class&participle != 0 && t.low == "of" {
			s.word(k).class |= noun // "a third of those injured"
			return r.measures(span{s.chunks[k].from, s.chunks[k].from + 1}, "the phrase behind “of”")
		}
		if s.is(k, stand) && s.word(k).is("them", "whom", "which") && s.is(k+1, thing) && s.endsAt(k+2) && t.low == "of" && (s.is(s.previous(r.chunk), comma) || s.is(s.previous(r.chunk), stop)) {
			return r.measures(s.bare(s.chunks[k+1].span), "what “of "+s.word(k).s+"” are") // "500 people, two thirds of them women"
		}
		if s.is(k, stand) && t.low == "of" && i > 0 && s.word(k).is("them", "these", "those") {
			return r.measures(s.found[i-1].metric, "what the figure before measures") // "nine of them"
		}
		if b := s.previous(r.chunk); s.is(k, value) && t.low == "for" && r.fig.Kind == "money" && (b < 0 || s.is(b, action) || s.is(b, thing)) && !s.found[s.chunks[k].fig].nouns.empty() {
			return r.measures(s.bare(s.found[s.chunks[k].fig].nouns), "the phrase behind “for”") // "lent another $5 million for six trains"
		}
		if s.is(k, value) && t.low == "of" && !s.found[s.chunks[k].fig].nouns.empty() {
			return r.measures(s.bare(s.found[s.chunks[k].fig].nouns), "the phrase behind “of”") // "19 of the 65 seats"
		}
		return t.low == "of" && k > l+1 && s.word(k-1).class&adjective != 0 && r.measures(s.chunks[k-1].span, "the phrase behind “of”")
	}
	p := s.bare(s.chunks[k].span)
	if p.empty() || s.timely(p) || !s.tied(r, t, p, v) {
		return false
	}
	if t.low == "of" && (s.weak(p) || s.toks[p.to-1].s == "GDP" || s.toks[p.to-1].low == "product") && v >= 0 && r.measures(s.subject(v), s.subjectOf(v)) {
		return true // "accounted for $5m of this figure"
	}
	if b := s.previous(r.chunk); t.low == "of" && (r.fig.Kind == "percent" || r.fig.Dimension == "area") && (s.is(b, action) || s.is(b, modifier)) && (partVerbs[s.verb(b).base] || s.verb(b).is("is", "are", "was", "were")) && !s.isNamed(s.subject(b)) && s.byVerb(i, b) {
		return true // "plains make up 65 percent of the surface", "debt is now 69% of income"
	}
	if s.is(k+1, joint) && s.word(k+1).is("and", "or") && s.is(k+2, thing) && (!s.is(k+3, action) || s.word(k+3).is("are", "were") || p.to-p.from == 1 && s.toks[p.from].class&adjective != 0) && p.to == s.chunks[k].to && s.chunks[k+2].to-s.chunks[k+2].from <= 2 && s.word(k+2).class&determiner == 0 {
		p.to, k = s.bare(s.chunks[k+2].span).to, k+2 // "4 gigawatts of wind and solar power"
	}
	return r.measures(s.extended(p, k), "the phrase behind “"+t.s+"”")
}

// isNamed tells whether phrase p ends in a name.
func (s *sentence) isNamed(p span) bool { return !p.empty() && s.toks[p.to-1].named }

// partVerbs are verbs whose subject is the part and whose "of"-phrase the whole.
var partVerbs = wordSet(`make comprise cover occupy constitute equal`)

// tied tells whether preposition t ties phrase p, which it governs, to the figure, where v is the verb before.
func (s *sentence) tied(r *reading, t *tok, p span, v int) bool {
	verb := ""
	if v >= 0 {
		verb = s.verb(v).base
	}
	switch t.low {
	case "of", "worth":
		return true
	case "in":
		place := s.toks[p.to-1].upper || s.toks[p.from].is("favour", "favor", "addition", "total", "all", "event", "case", "wake", "course", "hope", "attempt", "bid", "effort", "context", "light", "exchange", "cash", "size", "return", "response", "order", "place", "view", "line")
		return !place && (r.fig.Kind == "money" && r.fig.Direction == "none" && verb != "invest" || r.fig.Kind == "percent" && (verb == "invest" || verb == "spend"))
	case "for", "on", "towards", "into":
		// "pledged €10bn for roads", "lend Ruritania $5m for a dam", not "a price of $5 for the set".
		b := s.previous(r.chunk)
		return r.fig.Kind == "money" && (b < 0 && t.low == "for" || spends[verb] || t.low != "on" && (t.low == "for" || !s.toks[p.from].named) && (s.is(b, action) || s.is(b, modifier) || s.is(b, thing) && s.word(b).named && s.is(s.previous(b), action)))
	case "to":
		return verb == "add" && s.is(s.previous(r.chunk), action) // "will add $6 million to annual costs"
	case "from":
		return r.fig.Kind == "money" && earns[verb]
	}
	return false
}

// spends are verbs that give money for something, earns those that get it from something.
var spends, earns = wordSet(`pay spend invest allocate fine charge offer bid earmark`), wordSet(`raise earn receive generate collect`)
