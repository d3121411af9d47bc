package figures

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
