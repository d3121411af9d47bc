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
	case m < 0, s.is(m, joint) && s.word(l).is("with", "at") && s.is(r.chunk+1, thing) && s.is(r.chunk+2, action):
		return s.byFollowing(i) // "and with 3,780 megawatts the plant would be the largest"
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
	if found, sure := s.byChangeOf(i, m, l, p); sure {
		return found
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

// byChangeOf reads the noun p at chunk m, tied to the figure by the preposition at chunk l, where it names a change or says nothing by itself:
// "a drop of 5%", "at a rate of $30". The second result tells whether that decides.
func (s *sentence) byChangeOf(i, m, l int, p span) (bool, bool) {
	r, t := &s.found[i], s.word(l)
	change := s.namesChange(r, p)
	if change && s.apposedChange(i, m) {
		return true, true
	}
	if s.pointsBack(m, p) && s.is(s.previous(m), action) {
		r.carried = true // "plans to bring the figure to 300,000"
		return false, true
	}
	if l := s.leftOf(m); !change && s.is(l, action) && s.verb(l).class&(rising|falling) != 0 && s.word(m).class&determiner != 0 {
		return r.measures(p, "the object of “"+s.verb(l).s+"”"), true // "lowered the rate to 2 percent"
	}
	if !change && !s.weak(p) {
		return false, false
	}
	if p.to-p.from > 1 && s.toks[p.to-2].class&noun != 0 {
		return r.measures(p, "the noun before “"+t.s+"”"), true
	}
	if q := s.changed(r.chunk); !q.empty() && change {
		return r.measures(q, "what the change is in"), true
	}
	if q := s.changed(m); !q.empty() && m+1 != l && change {
		return r.measures(q, "what the change is in"), true
	}
	if l := s.leftOf(m); !change && s.is(l, link) && s.word(l).low == "at" && s.is(l-1, thing) {
		if top := s.root(l-1, overLinks); s.is(s.leftOf(top), action) {
			return r.measures(s.whole(top, l), "the object of “"+s.verb(s.leftOf(top)).s+"”"), true // "subsidises the transport of wheat at a rate of $5"
		}
	}
	v := s.actionBefore(m)
	found := v >= 0 && (!change || s.previous(m) != v || undergoes[s.verb(v).base]) && !s.is(s.previous(m), modifier) && r.measures(s.subject(v), s.subjectOf(v))
	return found, found
}

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
	r.agent = s.is(k, stop) && s.word(k).s == ":" // "Europe: 1.2 million cars. Asia: 402,000"
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
	case s.isParallel(i, m) && r.measures(s.found[i-1].metric, "what the figure before measures"):
		return true
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

// isParallel tells whether figure i goes on like the one before it, whose complement ends at chunk m: "51 percent owned by the state and
// 49 percent by a bank", "61 tons to Dover and 33 tons to Deal".
func (s *sentence) isParallel(i, m int) bool {
	if i == 0 || !s.is(m, thing) || !alikeMeasured(&s.found[i].fig, &s.found[i-1].fig) {
		return false
	}
	l, n := s.leftOf(m), s.found[i].chunk+1
	return s.is(l, link) && s.is(n, link) && s.word(l).low == s.word(n).low && s.word(l).is("by", "to", "from", "in", "at")
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
