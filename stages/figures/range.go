package figures

import (
	"broadsheet/stages/segment"
)

// linkBehind reads what may tie a second number to q, "-", "to", "or", "and" behind "between", and returns it with the token
// behind it.
func (s *sentence) linkBehind(q *quantity) (string, int) {
	link, at := s.rangeLink(q)
	if at > 0 && at < len(s.toks) && q.value < 0 && s.toks[at].low == "plus" {
		at++ // "between minus 5 and plus 3 degrees"
	}
	return link, at
}

// rangeLink is linkBehind without a sign before the second number.
func (s *sentence) rangeLink(q *quantity) (string, int) {
	at := q.to
	if at+1 >= len(s.toks) {
		return "", 0
	}
	before := s.before(q)
	switch t := &s.toks[at]; {
	case t.s == "-" && t.glued && at+3 < len(s.toks) && s.toks[at+1].low == "to" && s.toks[at+2].s == "-":
		return "-", at + 3 // "0-to-60 mph"
	case t.s == "-" && t.glued && at+2 < len(s.toks) && s.toks[at+1].is("to", "or") && !s.toks[at+1].glued:
		return "-", at + 2 // "a 10- to 15-minute wait"
	case t.is("-", "–", "—", "−", "--") && (t.glued == s.toks[at+1].glued || t.s != "—"):
		return "-", at + 1
	case t.low == "up" && s.toks[at+1].low == "to" && before.low == "from":
		return "up to", at + 2
	case t.low == "to" || t.low == "or" || t.low == "and" && before.low == "between":
		return t.low, at + 1
	}
	return "", 0
}

// before returns the token before q, past a word of its bound: "between about 5 and 7".
func (s *sentence) before(q *quantity) *tok {
	i := q.from - 1
	if i > 0 && s.toks[i].is("about", "around", "roughly", "some", "approximately") {
		i--
	}
	if i < 0 {
		return &tok{}
	}
	return &s.toks[i]
}

// rangeWith returns the high end of a range that begins with q: "5-10%", "$3 to $5 billion", "between 5 and 10 per cent",
// "three or four years". Unit, currency and, where the sizes agree, scale are shared.
func (s *sentence) rangeWith(q *quantity) (quantity, bool) {
	link, at := s.linkBehind(q)
	if at == 0 || q.fraction && q.words && q.kind != "ratio" || q.kind == "age" && q.adjust {
		return quantity{}, false
	}
	if n := len(s.found); link == "to" && n > 0 && q.kind == "duration" && s.found[n-1].at.to == q.from {
		return quantity{}, false // "from 3h 20min to 45 min"
	}
	n, ok := s.secondAt(at)
	if !ok || n.kind == "" {
		return quantity{}, false
	}
	if q.fraction && q.words && !(n.fraction && n.words && n.kind == "ratio" && n.value > q.value) {
		return quantity{}, false
	}
	bare := q.rule == noUnit
	if bare && n.rule == noUnit && s.ahead < 2 {
		s.ahead++
		s.rangeWith(&n) // "from 18.6 to 21-22 billion francs"
		s.ahead--
	}
	openKind := bare || (q.kind == "money" || q.rule == behindAged) && n.rule == noUnit
	same := q.kind == n.kind && (q.name == n.name || q.coin != nil && n.coin != nil && q.coin.noun == n.coin.noun)
	if !openKind && !same || n.kind == "age" && !bare && q.rule != behindAged || q.coin == nil && n.coin != nil && !bare {
		return quantity{}, false
	}
	if link == "or" && (n.value > q.value*3+3 && q.scale == n.scale || n.value <= q.value || q.scaledBy != "" && len(q.scaledBy) == 1) {
		return quantity{}, false
	}
	if link == "to" && q.coin != nil && n.rule == noUnit && n.scale == 1 && n.value > 10*q.value && s.before(q).low != "from" {
		return quantity{}, false // "rose 18p to 2,589 and the other 2p to 254"
	}
	if link == "to" && s.isChange(q, &n) {
		if bare && n.rule != noUnit {
			s.share(q, &n)
		}
		return quantity{}, false
	}
	low, high := q.value, n.value
	if bare && link == "-" && q.scale == 1 && n.scale > 1 && low >= high/n.scale && low < 3*high/n.scale {
		low, high = high, low*n.scale // "68-66 million years ago"
		n.value, q.scale = high, n.scale
	}
	if q.scale == 1 && n.scale > 1 && low < high/n.scale {
		low *= n.scale
		q.scale = n.scale
	}
	if high < low && low < 0 {
		low, n.value = high, low // "between -10 and -15"
		high = n.value
	}
	if high < low && !(low < 0) || low < 0 && high > 0 && link == "-" {
		return quantity{}, false
	}
	q.value = low
	if bare {
		q.likeUnit(&n)
	}
	if n.rule == noUnit {
		n.rule = q.rule
	}
	if n.name != "" && q.coin != nil && len(n.name) > len(q.name) {
		q.name, q.per, q.perNoun = n.name, n.per, n.perNoun
	}
	return n, true
}

// rangeAhead tells whether q is the low end of a range whose high end has the unit: "15-22 miles", "three or four years".
func (s *sentence) rangeAhead(q *quantity) bool {
	link, at := s.linkBehind(q)
	if s.ahead > 1 || at == 0 {
		return false
	}
	s.ahead++
	n, ok := s.secondAt(at)
	if ok && n.rule == noUnit {
		s.rangeWith(&n)
	}
	s.ahead--
	if !ok || n.rule == noUnit || n.kind == "age" && link != "-" {
		return false
	}
	return n.kind != "ratio" && (n.value > q.value || n.value < 0 && q.value < 0 || n.scale > 1 || link == "to" && s.before(q).low == "from")
}

// likeUnit gives a bare number the unit of the one it stands with.
func (q *quantity) likeUnit(n *quantity) {
	q.kind, q.unit, q.coin, q.name, q.per, q.perNoun, q.sure, q.rule = n.kind, n.unit, n.coin, n.name, n.per, n.perNoun, n.sure, n.rule
}

// share gives a bare number the unit, and where the sizes agree the scale, of the one it stands with: "rose from 4.8 to 5.1
// percent", "deals of 1.2 and 1.5 billion pounds". Whether "3 and 4 million" are both millions, nobody can tell.
func (s *sentence) share(q, n *quantity) {
	q.likeUnit(n)
	if q.scale == 1 && n.scale > 1 && q.value < 1000 && !q.grouped {
		if !q.decimal && n.scale >= 1000 && s.before(q).low != "from" {
			q.sure = 0.45
		}
		q.value, q.scale = q.value*n.scale, n.scale
	}
}

// compared gives a bare number the unit, and the scale, of the figure that it is held against: "5.93 million bags against
// 5.81 a year ago", "$5.2 billion, up from 4.8".
func (s *sentence) compared(q *quantity, next *tok) bool {
	n := len(s.found)
	if n == 0 || q.from < 2 || next != nil && next.s == "-" || q.grouped && s.last.scale != 1 || next != nil && next.kind == segment.Word && !next.is("last", "earlier", "this") && next.class&(preposition|adverb|auxiliary|verb|conjunction|determiner|pronoun|relative) == 0 {
		return false
	}
	last := &s.last
	if !s.heldAgainst(q) && !(s.toks[q.from-1].low == "and" && q.scale >= 1000 && q.scale == last.scale && (next == nil || next.is("in", "a", "for", "by", "at", "on", ".", ","))) {
		return false
	}
	if s.toks[s.found[n-1].at.to].s == ")" || q.from-s.found[n-1].at.to > 10 || last.kind == "age" || last.kind == "duration" || last.kind == "ratio" || last.rule == noUnit || last.per != nil && last.coin != nil {
		return false
	}
	size := last.value / last.scale
	if q.scale != 1 {
		size = last.value
	}
	if last.kind == "percent" && q.decimal != last.decimal && s.toks[q.from-1].low != "by" || q.value > 10*size || size > 10*q.value {
		return false
	}
	scale, scaled := last.scale, q.scale
	q.likeUnit(last)
	q.sure, q.rule = 0.7, "number held against a figure"
	if scaled == 1 && scale > 1 {
		q.value, q.scale = q.value*scale, scale
	}
	return true
}

// heldAgainst tells whether the words before a number hold it against the figure found last: "against", "compared with a
// revised", "to X in March from".
func (s *sentence) heldAgainst(q *quantity) bool {
	i := q.from - 1
	for i > 1 && s.toks[i].is("a", "an", "about", "around", "some", "revised", "just", "only", "nearly", "almost", "over", "under", "restated", "the", "original", "previous", "earlier") {
		i--
	}
	last := &s.found[len(s.found)-1]
	switch p, pp := &s.toks[i], &s.toks[max(i-1, 0)]; {
	case p.is("against", "vs", "vs.", "versus"):
		return true
	case p.is("with", "to"):
		return pp.is("compared", "comparing", "compares")
	case p.low == "by":
		return s.last.kind == "percent" && s.changes(q.from)
	case p.low == "from":
		level := last.at.from > 0 && s.toks[last.at.from-1].is("to", "at")
		return pp.is("up", "down") || level || last.at.to == i && s.last.kind != "percent"
	}
	return false
}

// secondAt reads the quantity that begins at token i, a currency or sign before its number included.
func (s *sentence) secondAt(i int) (quantity, bool) {
	defer func(outer int) { s.second = outer }(s.second)
	s.second = i
	for k := i; k < len(s.toks) && k < i+3; k++ {
		if q, ok := s.quantityAt(k); ok {
			return q, q.from == i
		}
		if s.toks[k].kind == segment.Number {
			break
		}
	}
	return quantity{}, false
}

// isChange tells whether "from A to B" are two levels of a change, not a range: "rose from 4.8 to 5.1 percent".
func (s *sentence) isChange(q, n *quantity) bool {
	before := s.before(q)
	if n.to+1 < len(s.toks) && s.toks[n.to].low == "to" && before.low == "from" {
		if _, ok := s.secondAt(n.to + 1); ok {
			return false // "from 8 to 9 per cent to 6 to 7 per cent"
		}
	}
	if before.low != "from" && q.rule != noUnit && n.rule == noUnit && q.kind != "money" && q.kind != "age" {
		return true
	}
	if q.kind == "percent" && q.name == n.name && before.low != "from" && n.value > q.value && n.value <= float64(2*q.value)+2 {
		if before.low == "by" {
			q.sure = 0.45 // "rose by 3.5% to 4%" may be a level reached
		}
		return false // "lost 2% to 3%"
	}
	if before.low == "by" {
		return q.rule != noUnit || n.rule == noUnit && n.value > 3*q.value
	}
	if q.scale == 1 && n.scale > 1 && q.value < n.value/n.scale && q.kind == "money" {
		return false // "is $3 to 4 million"
	}
	if before.low != "from" {
		if before.class&verb != 0 && before.class&linking == 0 && n.value > 10*q.value && q.kind == "money" && !before.is("charge", "charged", "charges", "pay", "paid", "pays", "earn", "earns", "earned") {
			return true // "firmed $12 to $2,410"
		}
		return before.class&verb != 0 && before.class&(rising|falling) != 0 && (q.rule != noUnit || (n.rule == noUnit || n.kind == "index") && n.value > 3*q.value)
	}
	if q.value == 0 && q.rule == noUnit {
		return false // "from 0 to 62 mph"
	}
	if q.from > 1 && s.toks[q.from-2].is("anywhere", "somewhere", "ranging", "range", "ranges", "ranged") {
		return false
	}
	for i := q.from - 2; i >= 0 && i > q.from-14; i-- {
		t := &s.toks[i]
		if t.class&(rising|falling) != 0 || t.base == "go" || t.base == "move" || t.base == "change" || t.base == "revise" || t.is("raised", "increasing", "shift", "shifted") {
			return true
		}
		if t.kind == segment.Mark && t.s != "-" && t.s != "," {
			return false
		}
	}
	return false
}
