package figures

// actionBefore returns the verb that governs what stands at chunk k, -1 where its clause has none before it.
func (s *sentence) actionBefore(k int) int {
	for k--; k >= 0; k-- {
		switch s.chunks[k].part {
		case action:
			return k
		case stop:
			return -1
		case joint:
			if s.word(k).is("while", "whereas", "but") {
				return -1
			}
		case closing:
			if k = s.opened(k); k < 0 {
				return -1
			}
		}
	}
	return -1
}

// subject returns the noun phrase that verb v speaks about, empty where it is a pronoun or nothing.
func (s *sentence) subject(v int) span {
	if t := s.word(v); t.class&gerund != 0 && t.class&noun == 0 || t.low == "having" {
		// "the deficit hit a high, having grown by 5%": that of the clause before; "people earning $5" have their own.
		if w := s.actionBefore(v); w >= 0 && (!s.is(v-1, thing) || t.low == "having") {
			return s.subject(w)
		}
	}
	for k := v - 1; k >= 0; k-- {
		switch s.chunks[k].part {
		case thing:
			if p := s.subjectAt(k, v); !p.empty() {
				return p
			}
		case comma, stop:
			if from := s.asideBefore(k); from >= 0 {
				k = from
			}
		case closing:
			if k = s.opened(k); k < 0 {
				return span{}
			}
		case which:
			return s.antecedent(k)
		case joint, value:
			// "shares fell 3% and closed at $5", "fell 3%, hitting $5": the subject of the verb before.
			if w := s.actionBefore(k); w >= 0 {
				if q := s.objectRelative(w); s.is(k, value) && !q.empty() {
					return q // "a bottle that we sell for $5 earns $9"
				}
				return s.subject(w)
			}
			if r := s.is(k, value); r {
				if n := s.bare(s.found[s.chunks[k].fig].nouns); !n.empty() {
					if l := s.previous(k); s.is(l, link) && s.is(s.previous(l), thing) {
						n.from = s.bare(s.chunks[s.root(s.previous(l), overLinks)].span).from // "trade between the two countries rose"
					}
					return n
				}
				continue
			}
			return span{}
		case stand:
			if !s.is(k-1, link) { // "the pressure behind it was"
				return span{}
			}
		}
	}
	return span{}
}

// subjectAt returns the subject of verb v whose last noun phrase is k, empty where that is a time.
func (s *sentence) subjectAt(k, v int) span {
	if p := s.bare(s.chunks[k].span); p.empty() || s.timely(p) && !s.is(k-1, link) {
		return span{}
	}
	r := s.root(k, overParticiples)
	if a := s.leftOf(r); s.is(a, action) && s.is(s.previous(a), which) && !s.is(s.previous(s.previous(a)), comma) {
		return s.antecedent(s.previous(a)) // "the share of staff who have had the jab rose"
	}
	if s.timely(s.bare(s.chunks[r].span)) {
		return span{}
	}
	if l := s.leftOf(r); s.is(l, link) && !s.word(l).is("as", "since", "until", "after", "before") && (s.is(s.previous(l), action) || s.is(s.previous(l), value)) {
		if w := s.actionBefore(l); w >= 0 {
			return s.subject(w) // "the firm sits in Baar, and employs 500 people"
		}
	}
	p := s.whole(r, v)
	if r == k && s.is(k-1, joint) && s.word(k-1).is("and", "or") && s.is(k-2, thing) && (k == 2 || s.is(k-3, comma) || s.is(k-3, which) || s.is(k-3, joint)) {
		p.from = s.bare(s.chunks[k-2].span).from // "fuel costs and wages rose"
	}
	return p
}

// asideBefore returns the mark that opens the aside which the mark at chunk k closes: ", the largest of them," -1 where what
// stands before k is no aside.
func (s *sentence) asideBefore(k int) int {
	if o := s.relativeBefore(k); o >= 0 {
		return o
	}
	for j := k - 1; j > 0; j-- {
		switch s.chunks[j].part {
		case comma, stop:
			if s.chunks[j].part != s.chunks[k].part || s.is(j-1, value) {
				return -1
			}
			return j
		case closing:
			if j = s.opened(j); j < 0 {
				return -1
			}
		}
	}
	return -1
}

// relativeBefore returns the comma before the relative clause that the comma at chunk k closes, lists in it or not: ", which links A, B
// and C,"; -1 where there is none.
func (s *sentence) relativeBefore(k int) int {
	if !s.is(k, comma) {
		return -1
	}
	verbs := 0
	for j := k - 1; j > 0; j-- {
		switch s.chunks[j].part {
		case action:
			verbs++
		case stop, value:
			return -1
		case which:
			if s.is(j-1, link) {
				j--
			}
			if s.is(j-1, comma) && verbs == 1 {
				return j - 1
			}
			return -1
		}
	}
	return -1
}

// antecedent returns the noun phrase that the pronoun at chunk k relates to: "the plant, which …".
func (s *sentence) antecedent(k int) span {
	m := s.previous(k)
	if s.is(m, comma) {
		m = s.previous(m)
	}
	if s.is(m, link) { // "of which"
		m = s.previous(m)
		if s.is(m, comma) {
			m = s.previous(m)
		}
	}
	if s.is(m, closing) {
		m = s.opened(m) - 1
	}
	if s.is(m, value) {
		return s.found[s.chunks[m].fig].metric
	}
	if !s.is(m, thing) {
		return span{}
	}
	over := overOf // "the price of oil that rose"
	if l := s.leftOf(m); s.isPlace(m) || s.isNamed(s.bare(s.chunks[m].span)) && s.is(l, link) && s.word(l).low == "with" && s.is(l-1, thing) && s.callsFor(s.chunks[l-1].to-1, s.word(l)) {
		over = overLinks // "a plant in Ruritania that closed"
	}
	return s.whole(s.root(m, over), k)
}
