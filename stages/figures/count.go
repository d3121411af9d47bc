package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// counted reads a counted noun phrase: "1,100 public housing properties" counts by "public housing property". With
// multipliers set it reads only ratios: "three times", "twice", "a third", "one in five".
func (s *sentence) counted(q *quantity, at int, multipliers bool) bool {
	if multipliers {
		return s.ratio(q, at)
	}
	if q.fraction && (q.words || q.value < 1) {
		return false
	}
	if s.toks[at].low == "of" && !q.decimal && q.scale < 100 && (q.value > 1 || q.digits) {
		return s.someOf(q, at)
	}
	if s.toks[at].low == "of" {
		return false
	}
	if s.sizedNouns(q, at) {
		return true
	}
	nouns, ok := s.nounsAt(at, q)
	if !ok || decades[s.toks[nouns.to-1].low] {
		return false
	}
	if first := &s.toks[nouns.from]; q.words && first.upper && !first.named && !initials(first.s) && (nouns.to == nouns.from+1 || s.lex.words[lower(singular(first.s))].class&(label|verb|noun) != 0) && !s.titled() {
		q.sure = 0.4 // a name: "Four Seasons has hotels"
	}
	if s.opensTitle(q.from) || s.toks[nouns.from].upper && q.digits && q.from > 1 && works[s.toks[q.from-1].low] {
		q.sure = 0.4
	}
	for i := nouns.from; i < nouns.to; i++ {
		if s.toks[i].named && s.toks[i].is("for", "of", "to", "the", "in") {
			q.sure = 0.4 // a title: "Seven Brides for Seven Brothers"
		}
	}
	q.nouns, q.to, q.kind, q.rule = nouns, nouns.to, "count", "counted noun phrase"
	q.name = s.counter(nouns)
	if what, u, end := s.perAt(q.to); end > 0 && (u != nil || s.toks[q.to].low == "per") {
		q.name, q.per, q.perNoun, q.to, q.kind = q.name+" per "+what, u, u == nil, end, "measure"
	}
	return true
}

// works are the nouns that a title follows: "the song 99 Problems".
var works = wordSet(`album band book comedy documentary drama film game group hit movie musical novel opera play podcast record series show single sitcom song thriller track`)

// opensTitle tells whether the number at token i opens a title between quotation marks: the hit "99 Balloons for Two".
func (s *sentence) opensTitle(i int) bool {
	if i == 0 || !s.toks[i-1].is("\"", "“", "‘", "'") || i+1 >= len(s.toks) || !s.toks[i+1].upper {
		return false
	}
	for k := i + 1; k < len(s.toks) && k < i+10; k++ {
		switch t := &s.toks[k]; {
		case t.is("\"", "”", "’", "'"):
			return !s.toks[k-1].is(",", ".", "?", "!")
		case t.kind == segment.Word && !t.upper && !t.named && t.class&(preposition|conjunction|determiner) == 0, t.kind == segment.Mark && t.s != "-" && t.s != ",":
			return false
		}
	}
	return false
}

// sizedNouns reads what a number counts behind the size of it, "six 12-inch guns"; its span stays the number, as the size is a
// figure of its own.
func (s *sentence) sizedNouns(q *quantity, at int) bool {
	if at != q.to || q.decimal && q.scale == 1 || !s.sized(at) {
		return false
	}
	n, _ := s.numeralAt(at)
	from := n.to
	if s.toks[from].s == "-" {
		from++
	}
	u, from := s.unitAt(from, n.value)
	if u == nil || from >= len(s.toks) {
		return false
	}
	nouns, ok := s.nounsAt(from, q)
	if !ok {
		return false
	}
	size := s.doc.Text[s.toks[at].Start:s.toks[from-1].Start] + u.name
	if u.dimension == "share" || s.toks[from-1].glued && s.toks[from-1].kind == segment.Word && from-1 == n.to {
		size = s.doc.Text[s.toks[at].Start:s.toks[from-1].End] // "two 500lb bombs"
	}
	q.nouns, q.kind, q.rule, q.name = nouns, "count", "counted noun phrase behind its size", size+" "+s.counter(nouns)
	return true
}

// someOf reads "two of the minister's aides": it counts aides, and its span stays the number.
func (s *sentence) someOf(q *quantity, at int) bool {
	i := at + 1
	for i < len(s.toks) && i < at+4 && s.toks[i].class&determiner != 0 {
		i++
	}
	if i == at+1 {
		for k := i; k < len(s.toks) && k < i+4; k++ {
			if s.toks[k].kind == segment.Clitic {
				i = k + 1
			}
		}
	}
	many, ok := numeral{}, false
	if i < len(s.toks) {
		many, ok = s.numeralAt(i)
	}
	if i == at+1 && !ok || i >= len(s.toks) || i+1 < len(s.toks) && s.toks[i].low == "one" {
		return false
	}
	from := i
	if ok && many.to+1 < len(s.toks) {
		if from = many.to; s.toks[from].s == "-" {
			from++ // "five of the three-ton satellites"
		} else {
			i = from // "two of the three suspects"
		}
	}
	nouns, ok := s.nounsAt(from, q)
	if !ok {
		return false
	}
	nouns.from = i
	q.nouns, q.kind, q.rule, q.name = nouns, "count", "some of a counted noun phrase", s.counter(nouns)
	return true
}

// comparatives follow a multiplier: "three times as many", "twice the size", "five times higher".
func (s *sentence) comparison(i int) bool {
	return i < len(s.toks) && (s.toks[i].is("as", "more", "higher", "larger", "bigger", "greater", "the", "that", "its", "their", "faster", "lower", "less", "what", "over", "smaller", "longer", "earnings", "book", "cheaper", "older", "oversubscribed", "covered", "subscribed", "sales", "revenue", "ebitda", "forward"))
}

// ratio reads multipliers, fractions and odds.
func (s *sentence) ratio(q *quantity, at int) bool {
	t := &s.toks[at]
	switch {
	case t.is("times", "time") && at == q.to && (q.decimal || s.comparison(at+1)) || t.s == "x" && t.glued && at == q.to:
		q.kind, q.to, q.rule, q.name = "ratio", at+1, "multiplier", ""
	case t.low == "times" && at == q.to:
		q.nouns = span{at, at + 1}
		q.kind, q.to, q.rule, q.name = "count", at+1, "counted noun phrase", "time"
		if what, u, end := s.perAt(q.to); end > 0 && u != nil {
			q.name, q.per, q.to, q.kind = "time per "+what, u, end, "measure"
		}
	case t.low == "fold" && at > q.to-1:
		q.kind, q.to, q.rule = "ratio", at+1, "multiplier"
	case t.low == "out" && at+2 < len(s.toks) && s.toks[at+1].low == "of" && q.scale == 1 && q.coin == nil:
		of := at + 2
		if s.toks[of].low == "every" && of+1 < len(s.toks) {
			of++
		}
		n, ok := s.numeralAt(of)
		if !ok || n.value <= q.value || n.decimal {
			return false
		}
		q.value, q.to, q.kind, q.rule, q.name = q.value/n.value, n.to, "ratio", "so many out of so many", ""
	case t.is("in") && at+1 < len(s.toks) && (q.from == 0 || s.toks[q.from-1].low != "for") && q.scale == 1 && !q.decimal:
		of := at + 1
		if s.toks[of].is("every", "-") && of+1 < len(s.toks) {
			of++
		}
		n, ok := s.numeralAt(of)
		if !ok || n.value <= q.value || q.value > 10 && n.value != 100 && n.value != 1000 || n.digits && n.value > 1500 && n.value < 2100 || n.scale != 1 && n.value < 100 {
			return false
		}
		if n.to < len(s.toks) {
			if u, _ := s.unitAt(n.to, n.value); u != nil {
				return false
			}
		}
		q.value, q.to, q.kind, q.rule, q.name = q.value/n.value, n.to, "ratio", "one in so many", ""
	case q.fraction && (q.words || q.value < 1):
		if u, _ := s.unitAt(at, q.value); u != nil && !t.is("of") {
			return false
		}
		if c, end := s.coinAt(at); end > 0 && c.currency != nil {
			return false
		}
		if at+2 < len(s.toks) && t.low == "of" && s.toks[at+1].is("a", "an", "one") {
			if u, end := s.unitAt(at+2, 1); u != nil && (u.dimension != "" || u.name == "point") && strings.HasSuffix(u.name, s.toks[end-1].low) {
				q.unit, q.name, q.kind, q.to, q.rule = u, u.name, kindOf(u), end, "part of a unit" // "a tenth of a second"
				return true
			}
		}
		q.kind, q.rule, q.name = "ratio", "fraction", ""
		if q.digits && !t.is("of", "the") {
			q.kind = "count" // "rose 7/8 to 49-1/4"
		}
	default:
		return false
	}
	return true
}
