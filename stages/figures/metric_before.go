package figures

// byWhatIsBefore looks at what ties the figure to its left: a preposition, a verb, a noun, a comma or "and".
func (s *sentence) byWhatIsBefore(i int) bool {
	r := &s.found[i]
	for k := r.chunk - 1; k >= 0; k-- {
		switch s.chunks[k].part {
		case link:
			return s.byPreposition(i, k)
		case action, modifier:
			return s.byVerb(i, k)
		case thing:
			if p := s.bare(s.chunks[k].span); p.empty() || s.timely(p) || s.weak(p) && (s.is(s.previous(k), action) || s.is(s.previous(k), link) || s.is(s.previous(k), thing)) {
				continue // "was a record $5m"
			}
			return s.byNounBefore(i, k)
		case value:
			return r.measures(s.found[s.chunks[k].fig].metric, "what the figure before measures")
		case comma, joint, stop:
			return s.byMark(i, k)
		case stand:
			if !s.is(s.previous(k), action) { // "it cost us $5"
				return false
			}
		case which, opening, closing:
			return false
		}
	}
	return false
}

// byPreposition reads what the preposition at chunk l ties the figure to: "a price of $5", "cut its forecast to 5%", "fell by 5%".
func (s *sentence) byPreposition(i, l int) bool {
	r := &s.found[i]
	m := s.previous(l)
	switch {
	case m < 0:
		return s.byFollowing(i)
	case s.word(l).is("among", "amid", "besides", "including", "unlike") && s.chunks[l].to-s.chunks[l].from == 1:
		return true // "the mayor was among the 12,000 in attendance"
	case s.is(m, closing):
		if m = s.opened(m) - 1; !s.is(m, thing) {
			return false
		}
		fallthrough
	case s.is(m, thing):
		if r.fig.Kind == "age" && !s.isAged(s.chunks[m].to-1) {
			v := s.actionBefore(m)
			return v >= 0 && s.byVerb(i, v) // "joined the band aged 14", "left the school at age 16"
		}
		return s.byNounOf(i, m, l)
	case s.is(m, action), s.is(m, modifier):
		return s.byVerb(i, m)
	case s.is(m, value):
		return r.measures(s.found[s.chunks[m].fig].metric, "what the figure before measures")
	case i > 0 && s.word(l).is("against", "versus") && r.measures(s.found[i-1].metric, "what the figure before measures"):
		return true // "64 percent of voters back the plan, against 51 percent in May"
	case s.is(m, comma) && i > 0 && s.word(l).is("after", "against", "versus", "from") && alikeMeasured(&r.fig, &s.found[i-1].fig) && r.measures(s.found[i-1].metric, "what the figure before measures"):
		return true // "had to save £12m, after £9m last year"
	case s.is(m, comma), s.is(m, joint), s.is(m, stop):
		for j := i - 1; j >= 0 && s.word(l).is("of", "by"); j-- {
			if o := s.previous(s.found[j].chunk); s.is(o, link) && s.word(o).low == s.word(l).low {
				return r.measures(s.found[j].metric, "what a figure before measures") // "growth of 1% for 2025, and of 2% the year after"
			}
		}
		return s.byMark(i, m)
	}
	return false
}

// isAged tells whether what the noun at token i names has an age in years: people, and ages themselves.
func (s *sentence) isAged(i int) bool {
	t := &s.toks[i]
	if i > 0 && t.low == "age" {
		return !s.toks[i-1].is("at", "from", "by", "of", "until", "before")
	}
	return isPlural(t.low) || s.person(i) || t.is("expectancy")
}

// byNounOf reads the noun at chunk m that the preposition at chunk l ties to the figure.
func (s *sentence) byNounOf(i, m, l int) bool {
	r := &s.found[i]
	p := s.bare(s.chunks[m].span)
	if p.empty() || s.timely(p) {
		v := s.actionBefore(m)
		return v >= 0 && s.byVerb(i, v)
	}
	t := s.word(l)
	if q := s.purpose(r); t.low == "for" && !q.empty() {
		r.clause = true
		return r.measures(q, "what the money is to do") // "asked the bank for $88 million to rebuild the road"
	}
	if k := s.mentionAt(p.from); t.low == "with" && k >= 0 && s.in.Mentions[k].Type == "norp" && isPlural(s.toks[p.to-1].low) && r.isBare() {
		return r.measures(p, "who are counted") // "ahead of the Ruritanians with 7,450"
	}
	if g := s.leftOf(s.root(m, overLinks)); s.is(g, link) {
		if q := s.objectRelative(s.previous(g)); !q.empty() {
			return r.measures(q, "the noun before its relative clause") // "a bottle that we sell in Dover for $5"
		}
	}
	if t.low == "with" && s.toks[p.from].named && i > 0 && s.found[i-1].fig.Kind == r.fig.Kind && s.isOf(r, m) && r.measures(s.found[i-1].metric, "what the figure before measures") {
		return true // "Ruritania had 5%, followed by Sylvania with 3%"
	}
	change := s.namesChange(r, p)
	if change && s.apposedChange(i, m) {
		return true
	}
	if s.pointsBack(m, p) && s.is(s.previous(m), action) {
		r.carried = true // "plans to bring the figure to 300,000"
		return false
	}
	if l := s.leftOf(m); !change && s.is(l, action) && s.verb(l).class&(rising|falling) != 0 && s.word(m).class&determiner != 0 {
		return r.measures(p, "the object of “"+s.verb(l).s+"”") // "lowered the rate to 2 percent"
	}
	if change || s.weak(p) {
		if p.to-p.from > 1 && s.toks[p.to-2].class&noun != 0 {
			return r.measures(p, "the noun before “"+t.s+"”")
		}
		if q := s.changed(r.chunk); !q.empty() && change {
			return r.measures(q, "what the change is in")
		}
		if q := s.changed(m); !q.empty() && m+1 != l && change {
			return r.measures(q, "what the change is in")
		}
		if l := s.leftOf(m); !change && s.is(l, link) && s.word(l).low == "at" && s.is(l-1, thing) {
			if top := s.root(l-1, overLinks); s.is(s.leftOf(top), action) {
				return r.measures(s.whole(top, l), "the object of “"+s.verb(s.leftOf(top)).s+"”") // "subsidises the transport of wheat at a rate of $5"
			}
		}
		if v := s.actionBefore(m); v >= 0 && (!change || s.previous(m) != v || undergoes[s.verb(v).base]) && !s.is(s.previous(m), modifier) && r.measures(s.subject(v), s.subjectOf(v)) {
			return true
		}
	}
	over := overLinks
	if t.is("of", "worth", "at") {
		over = overOf
	}
	top := s.root(m, over)
	if v := s.leftOf(top); s.is(v, action) || s.is(v, modifier) {
		// "cut the price of bread in shops by 5%"; what change is cut? "a reduction in costs to 5%" are costs.
		if q := s.changed(top); !q.empty() && s.toks[s.chunks[top].to-1].class&changer != 0 {
			return r.measures(q, "what the change is in")
		}
		return r.measures(s.whole(top, l), "the object of “"+s.verb(v).s+"”")
	}
	if g := s.leftOf(top); s.is(g, link) && (t.is("to", "from", "by", "above", "below") || t.is("at") && s.word(m).named) {
		if v := s.previous(g); s.is(v, action) || s.is(v, modifier) {
			return s.byVerb(i, v) // "easing against the yen to 108"
		}
	}
	return r.measures(s.whole(top, l), "the noun before “"+t.s+"”")
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

// byVerb reads the subject of the verb at chunk v.
func (s *sentence) byVerb(i, v int) bool {
	r := &s.found[i]
	if s.guessed(r, v) {
		r.carried = true
		return false
	}
	if s.is(v, modifier) {
		// "costs averaging $5", "a rise, taking output to 5%"
		switch k := s.previous(v); {
		case s.is(k, thing) && !s.timely(s.bare(s.chunks[k].span)):
			return r.measures(s.whole(s.root(k, overOf), v), "the noun before “"+s.verb(v).s+"”")
		case s.is(k, opening) && s.is(s.previous(k), thing): // "plains (covering 65 percent)"
			return r.measures(s.whole(s.previous(k), k), "the noun before “"+s.verb(v).s+"”")
		case s.is(k, link) && r.fig.Kind == "money" && s.previous(r.chunk) == v && s.verb(v).class&(rising|falling|linking) == 0:
			r.clause = true // "jailed for embezzling $5 million"
			return r.measures(span{s.chunks[v].to - 1, s.chunks[v].to}, "what is done with the money")
		case s.is(k, link):
			if w := s.actionBefore(k); w >= 0 {
				return r.measures(s.subject(w), s.subjectOf(w))
			}
		}
	}
	if w := v - 1; s.is(w, thing) && s.is(w-1, which) && s.is(w-2, link) && s.isOf(r, w) { // "a turnover of $9bn, of which Ruritania made up $3m"
		return r.measures(s.antecedent(w-1), "what “of "+s.word(w-1).s+"” stands for")
	}
	if l, w := s.previous(r.chunk), s.previous(v); s.is(l, link) && s.word(l).is("as", "at") && s.is(w, thing) && s.is(w-1, which) && s.is(w-2, thing) {
		return r.measures(s.antecedent(w-1), "the noun before “"+s.word(w-1).s+"”") // "a fee that the report gives as $5 million"
	}
	if l, w := s.previous(r.chunk), s.previous(v); s.is(l, link) && s.word(l).is("as", "at") && s.is(w, thing) && s.is(w-1, thing) && s.word(w-1).low == "whose" {
		return r.measures(s.bare(s.chunks[w-1].span), "the noun behind “whose”") // "wineries, whose output the institute puts at 15 litres"
	}
	if k := s.previous(v); s.is(k, stand) && s.is(s.previous(k), thing) { // "raised the value of the stock it offers to $7"
		k = s.previous(k)
		return r.measures(s.whole(s.root(k, overLinks), k+1), "the noun before “"+s.verb(v).s+"”")
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
	if i > 0 && p.to-p.from == 1 && s.toks[p.from].is("figure", "total", "number") && r.measures(s.found[i-1].metric, "what the figure before measures") {
		return true
	}
	if s.isNamed(p) {
		r.doer = s.nameIn(p)
	}
	r.agent = s.previous(r.chunk) == v && (s.acts(v) || s.verb(v).is("has", "have", "had", "shed", "added", "lost", "gained", "cut")) || s.isNamed(p)
	r.carried = p.empty() && s.is(s.previous(v), stand) && (s.word(s.previous(v)).is("it", "they", "this", "these") || r.isBare()) || p.to-p.from == 1 && s.toks[p.from].is("figure", "total", "number")
	return r.measures(p, s.subjectOf(v))
}

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

// byNounBefore reads the noun right before the figure: "Dow +0.2%", "shares up 3%", "imports $5m".
func (s *sentence) byNounBefore(i, k int) bool {
	r := &s.found[i]
	if r.fig.Kind == "age" && s.toks[s.chunks[k].to-1].low == "age" && !s.isAged(s.chunks[k].to-1) {
		v := s.actionBefore(k)
		return v >= 0 && s.byVerb(i, v) // "retired at age 43"
	}
	if v := s.previous(k); (s.is(v, action) || s.is(v, modifier)) && r.fig.Kind == "money" && gives[s.verb(v).base] && (s.word(k).named || s.verb(v).base == "cost") {
		return s.byVerb(i, v) // "earned Acme $5m"
	}
	if l := s.previous(k); s.is(l, link) && s.word(l).low == "to" && s.word(k).named && s.is(s.previous(l), action) && gives[s.verb(s.previous(l)).base] {
		return s.byVerb(i, s.previous(l)) // "will pay to Acme $5m"
	}
	if s.isPlace(k) && s.root(k, overLinks) == k && i > 0 && s.found[i-1].fig.Kind == r.fig.Kind && s.isOf(r, k) && r.measures(s.found[i-1].metric, "what the figure before measures") {
		return true // "of which Ruritania made up $3m, Sylvania $2m"
	}
	return r.measures(s.whole(s.root(k, overLinks), r.chunk), "the noun right before the figure")
}

// undergoes are verbs whose subject is what a change is of: "exports saw a fall of 5%", not "it plans cuts of 5 tonnes".
var undergoes = wordSet(`see record post report suffer show register mark represent be have experience enjoy face undergo`)

// isOf notes that the figure is that of the name at chunk k.
func (s *sentence) isOf(r *reading, k int) bool {
	r.owner = s.mentionAt(s.bare(s.chunks[k].span).from)
	return true
}

// gives are verbs that say who gets how much.
var gives = wordSet(`give pay cost offer award hand lend charge fine save earn owe promise grant send`)

// byMark reads a figure behind a comma or "and": the same as the figure before it measures ("85 points, or 1.2%"), what it stands in
// apposition to ("the most cases, 13,195"), or the subject of the verb before ("it rose, by 5%").
func (s *sentence) byMark(i, k int) bool {
	r := &s.found[i]
	m := k
	for s.is(m, comma) || s.is(m, joint) || s.is(m, stop) {
		m = s.previous(m)
		if o := s.source(m); o >= 0 {
			m = o
		}
	}
	if s.is(m, closing) {
		if m = s.opened(m); m >= 0 {
			m = s.previous(m)
		}
	}
	switch {
	case s.is(m, value):
		return r.measures(s.found[s.chunks[m].fig].metric, "what the figure before measures")
	case i > 0 && s.is(k, comma) && r.fig.Unit == "" && s.found[i-1].fig.Unit == "" && s.asideBefore(k) >= 0 && s.isNamed(s.bare(s.chunks[max(s.previous(s.asideBefore(k)), 0)].span)) &&
		r.measures(s.found[i-1].metric, "what the figure before measures"):
		return s.isOf(r, s.previous(s.asideBefore(k))) // "the Greens eight and Labour, once the largest, only six"
	case s.is(m, thing) && !s.timely(s.bare(s.chunks[m].span)):
		if i > 0 && s.isPlace(m) && s.is(s.previous(m), comma) && r.measures(s.found[i-1].metric, "what the figure before measures") {
			return true // "a house in Kent, $5m, one at 3 Mill Road, Dover, $6m"
		}
		if s.weak(s.bare(s.chunks[m].span)) && s.is(k, joint) && i > 0 && r.measures(s.found[i-1].metric, "what the figure before measures") {
			return true // "cost $8 in July, a record and 33 percent more than before"
		}
		top := s.root(m, overLinks)
		if l := s.previous(top); s.is(l, link) && s.is(s.previous(l), value) {
			return r.measures(s.found[s.chunks[s.previous(l)].fig].metric, "what the figure before measures") // "sold 400 cars over that stretch, up 9%"
		}
		return r.measures(s.whole(top, k), "the noun before the figure")
	case m >= 0:
		if v := s.actionBefore(m + 1); v >= 0 {
			return r.measures(s.subject(v), s.subjectOf(v))
		}
	}
	return false
}

// source returns the comma before the aside that ends at chunk m where it only names who says so: ", the ministry said", ", according
// to the bank"; -1 where it does not.
func (s *sentence) source(m int) int {
	o := m
	for o > 0 && !s.is(o, comma) && !s.is(o, value) {
		o--
	}
	if !s.is(o, comma) || o == m || m-o > 9 {
		return -1
	}
	if s.is(o+1, link) && s.word(o+1).low == "according" || s.is(m, action) && says[s.verb(m).base] {
		return o
	}
	return -1
}

// says are verbs of telling that may stand behind what is told.
var says = wordSet(`say show tell report add announce estimate note write state`)

// byFollowing reads what stands behind a figure that opens the sentence: "At 5%, inflation is high".
func (s *sentence) byFollowing(i int) bool {
	r := &s.found[i]
	for k := r.chunk + 1; k < len(s.chunks); k++ {
		if s.is(k, thing) {
			if p := s.bare(s.chunks[k].span); !p.empty() && !s.timely(p) {
				return r.measures(s.extended(p, k), "the noun behind the figure")
			}
		}
	}
	return false
}

// byRest takes over what the figure before measures; the last resort is the first noun of the sentence before the figure.
func (s *sentence) byRest(i int) bool {
	r := &s.found[i]
	if r.fig.Kind == "duration" || r.fig.Kind == "age" {
		return false
	}
	if q := s.purpose(r); !q.empty() && r.chunk == 0 {
		r.clause = true
		return r.measures(q, "what the money is to do") // "$2 million to repair the streets"
	}
	if i > 0 && r.measures(s.found[i-1].metric, "what the figure before measures") {
		return true
	}
	if r.carried {
		return false
	}
	for k := range r.chunk {
		if s.is(k, thing) {
			if p := s.bare(s.chunks[k].span); !p.empty() && !s.timely(p) {
				return r.measures(s.extended(p, k), "the first noun of the sentence")
			}
		}
	}
	return false
}
