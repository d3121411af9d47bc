package figures

// byVerb reads the subject of the verb at chunk v.
func (s *sentence) byVerb(i, v int) bool {
	r := &s.found[i]
	if s.guessed(r, v) {
		r.carried = true
		return false
	}
	if p, why := s.ofParticiple(r, v); !p.empty() {
		return r.measures(p, why)
	}
	if p, why := s.ofRelative(r, v); !p.empty() {
		return r.measures(p, why)
	}
	p := s.subject(v)
	if k := v + 1; r.fig.Kind == "money" && gives[s.verb(v).base] && s.verb(v).base != "cost" && s.is(k, stand) && k+1 == r.chunk {
		r.clause = true
		return r.measures(span{s.chunks[v].to - 1, s.chunks[k].to}, "what is done with the money") // "fined him $5"
	}
	if i > 0 && r.isBare() && s.isNamed(p) && s.previous(r.chunk) == v && r.measures(s.found[i-1].metric, "what the figure before measures") {
		return true // "Ruritania will send 12 tonnes of gas and hopes to reach 20 by 2027"
	}
	if q := s.purpose(r); !q.empty() && (p.empty() || s.isNamed(p)) {
		r.clause = true
		return r.measures(q, "what the money is to do")
	}
	if d := s.deed(r, v, p); !d.empty() {
		r.clause, r.carried = true, p.empty()
		return r.measures(d, "what “"+s.verb(v).s+"” says is done")
	}
	return s.bySubject(i, v, p)
}

// bySubject takes the subject p of the verb at chunk v, and notes where it only does something or stands for something.
func (s *sentence) bySubject(i, v int, p span) bool {
	r := &s.found[i]
	number := p.to-p.from == 1 && s.toks[p.from].is("figure", "total", "number")
	if i > 0 && number && r.measures(s.found[i-1].metric, "what the figure before measures") {
		return true
	}
	if s.isNamed(p) {
		r.doer = s.nameIn(p)
	}
	r.agent = s.previous(r.chunk) == v && (s.acts(v) || s.verb(v).is("has", "have", "had", "shed", "added", "lost", "gained", "cut")) || s.isNamed(p)
	r.carried = p.empty() && s.is(s.previous(v), stand) && (s.word(s.previous(v)).is("it", "they", "this", "these") || r.isBare()) || number
	return r.measures(p, s.subjectOf(v))
}

// ofParticiple returns what the participle or gerund at chunk v says the figure of, and why: "costs averaging $5", "a rise, taking
// output to 5%"; empty where there is none.
func (s *sentence) ofParticiple(r *reading, v int) (span, string) {
	if !s.is(v, modifier) {
		return span{}, ""
	}
	switch k := s.previous(v); {
	case s.is(k, thing) && !s.timely(s.bare(s.chunks[k].span)):
		return s.whole(s.root(k, overOf), v), "the noun before “" + s.verb(v).s + "”"
	case s.is(k, opening) && s.is(s.previous(k), thing): // "plains (covering 65 percent)"
		return s.whole(s.previous(k), k), "the noun before “" + s.verb(v).s + "”"
	case s.is(k, link) && r.fig.Kind == "money" && s.previous(r.chunk) == v && s.verb(v).class&(rising|falling|linking) == 0:
		r.clause = true // "jailed for embezzling $5 million"
		return span{s.chunks[v].to - 1, s.chunks[v].to}, "what is done with the money"
	case s.is(k, link):
		if w := s.actionBefore(k); w >= 0 {
			return s.subject(w), s.subjectOf(w)
		}
	}
	return span{}, ""
}

// ofRelative returns the noun that the relative clause of the verb at chunk v belongs to, and why, where that is what the figure measures.
func (s *sentence) ofRelative(r *reading, v int) (span, string) {
	if w := v - 1; s.is(w, thing) && s.is(w-1, which) && s.is(w-2, link) && s.isOf(r, w) { // "a turnover of $9bn, of which Ruritania made up $3m"
		return s.antecedent(w - 1), "what “of " + s.word(w-1).s + "” stands for"
	}
	w := s.previous(v)
	if l := s.previous(r.chunk); s.is(l, link) && s.word(l).is("as", "at") {
		switch {
		case s.is(w, thing) && s.is(w-1, which) && s.is(w-2, thing): // "a fee that the report gives as $5 million"
			return s.antecedent(w - 1), "the noun before “" + s.word(w-1).s + "”"
		case (s.is(w, thing) || s.is(w, stand)) && s.is(w-1, thing) && s.word(w-1).low == "whose": // "wineries, whose output the institute puts at 15 litres"
			return s.bare(s.chunks[w-1].span), "the noun behind “whose”"
		}
	}
	if k := s.previous(w); s.is(w, stand) && s.is(k, thing) { // "raised the value of the stock it offers to $7"
		return s.whole(s.root(k, overLinks), k+1), "the noun before “" + s.verb(v).s + "”"
	}
	return span{}, ""
}

// objectRelative returns the noun whose relative clause the verb at chunk v governs with a subject of its own: "the bottle that we
// sell"; empty where there is none.
func (s *sentence) objectRelative(v int) span {
	if !s.is(v, action) || !s.is(v-1, stand) && !s.is(v-1, thing) || !s.is(v-2, which) || !s.is(v-3, thing) || s.actionBefore(v-2) >= 0 && !s.is(s.leftOf(s.root(v-3, overOf)), action) {
		return span{}
	}
	return s.antecedent(v - 2)
}

// pointsBack tells whether phrase p at chunk k only stands for what was measured before: "the figure", "this number".
func (s *sentence) pointsBack(k int, p span) bool {
	return p.to-p.from == 1 && !(s.is(k+1, link) && s.word(k+1).low == "of") && s.toks[p.from].is("figure", "number", "total", "amount", "sum", "volume", "indicator") && s.word(k).is("the", "this", "that")
}

// guessed tells whether the verb at chunk v only says what somebody expects the figure to be: "analysts had expected 8.8%".
func (s *sentence) guessed(r *reading, v int) bool {
	if !s.is(v, action) || s.previous(r.chunk) != v || !expects[s.verb(v).base] && !(bids[s.verb(v).base] && r.fig.Kind == "percent") {
		return false
	}
	for i := s.chunks[v].from; i < s.chunks[v].to; i++ {
		if s.toks[i].is("is", "are", "was", "were", "be", "been", "being") {
			return false
		}
	}
	return true
}

var expects, bids = wordSet(`expect forecast predict project estimate anticipate`), wordSet(`offer demand propose`)

// isBare tells whether a figure is a number without a unit or anything that it counts.
func (r *reading) isBare() bool {
	return r.fig.Unit == "" && r.nouns.empty() && (r.fig.Kind == "count" || r.fig.Kind == "other")
}

// purpose returns the clause that says what the money of figure r is for: "asked for $88 million to rebuild the road".
func (s *sentence) purpose(r *reading) span {
	k := r.chunk + 1
	if r.fig.Kind != "money" || !s.is(k, action) || s.word(k).low != "to" {
		return span{}
	}
	if s.is(k+1, value) && s.is(k+2, link) && s.word(k+2).low == "of" && s.is(k+3, thing) {
		return span{s.chunks[k].from + 1, s.bare(s.chunks[k+3].span).to} // "to repair 6 miles of streets"
	}
	if !s.is(k+1, thing) {
		return span{}
	}
	p := s.extended(s.bare(s.chunks[k+1].span), k+1)
	if p.empty() || s.timely(p) {
		return span{}
	}
	return span{s.chunks[k].from + 1, p.to}
}

// deed returns what the verb at chunk v says is done with the money or measure that is its object, with its subject p where that
// stands right before: "Migrants sent home $2.9 billion", "picked three tonnes". The doer alone says nothing of what is measured.
func (s *sentence) deed(r *reading, v int, p span) span {
	if r.fig.Kind != "money" && r.fig.Kind != "measure" || s.previous(r.chunk) != v || !s.acts(v) {
		return span{}
	}
	if from, to := p.from, s.chunks[r.chunk].from; !p.empty() && p.to == s.chunks[v].from && to-from <= longestDeed {
		for s.toks[to-1].class&determiner != 0 {
			to-- // "the firm offered a 30Mbps plan"
		}
		return span{from, to}
	}
	if k := -1; p.empty() || s.isNamed(p) {
		if !p.empty() {
			k = s.mentionAt(p.from)
		}
		if p.empty() || k >= 0 && s.in.Mentions[k].Last-s.first >= p.to {
			return span{s.chunks[v].to - 1, s.chunks[v].to}
		}
	}
	return span{}
}

// acts tells whether the verb at chunk v is something that somebody does, in the active voice.
func (s *sentence) acts(v int) bool {
	t := s.verb(v)
	if t.base == "cost" {
		return s.chunks[v].to-s.chunks[v].from == 1 && !s.oneOf(s.chunks[v].from)
	}
	if !s.is(v, action) || t.class&auxiliary != 0 || t.class&(rising|falling|linking) != 0 && !deeds[t.base] || rests[t.base] {
		return false
	}
	for i := s.chunks[v].from; i < s.chunks[v].to; i++ {
		if s.toks[i].is("is", "are", "was", "were", "be", "been", "being") {
			return false
		}
	}
	return true
}

// longestDeed bounds the tokens of a clause that is a metric.
const longestDeed = 6

// deeds are verbs of doing that move values too; rests are verbs that say how things are, or who tells.
var deeds, rests = wordSet(`raise lose`), wordSet(`have see record post report show register include contain hold require need last feature mean face involve
	boast possess own own receive say tell expect forecast estimate project predict put set equal near approach touch top beat miss
	close open trade settle end start begin finish open yield produce generate suffer enjoy employ`)
