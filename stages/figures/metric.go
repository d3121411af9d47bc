package figures

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
