package figures

import (
	"math"

	"broadsheet/stages/segment"
)

// listed gives the first of "5 and 6 years old", "1.2 and 1.5 billion pounds" the unit that only the last carries.
func (s *sentence) listed(q *quantity, next *tok) bool {
	if next != nil && next.low == "from" && s.before(q).is("to", "at") {
		return s.cameFrom(q)
	}
	if next == nil || !next.is("and", "or", ",") || s.ahead > 3 || q.signed {
		return false
	}
	at := q.to + 1
	if next.s == "," && at < len(s.toks) && s.toks[at].is("and", "or") {
		if s.toks[at].low == "or" && q.decimal {
			return false // "0.001, or 0.1 per cent"
		}
		at++
	}
	if at >= len(s.toks) {
		return false
	}
	s.ahead++
	n, ok := s.secondAt(at)
	s.ahead--
	if !ok || n.rule == noUnit || n.prefixed || n.kind == "ratio" || n.fraction {
		return false
	}
	if second, _ := s.numeralAt(at); next.s == "," && at == q.to+1 && !(second.to > 0 && second.to < len(s.toks) && s.toks[second.to].is(",", "and", "or")) {
		return false // "33, 45%"
	}
	if n.kind == "age" {
		if n.adjust || q.value >= 120 {
			return false
		}
	} else if n.kind == "count" || n.kind == "duration" || n.adjust || q.grouped != n.grouped && n.scale == 1 || q.scale != 1 && n.scale != q.scale {
		return false
	}
	s.share(q, &n)
	return true
}

// cameFrom gives the level reached the unit of the one left: "fell to 8-1/8 from 8-3/8 pct".
func (s *sentence) cameFrom(q *quantity) bool {
	s.ahead++
	n, ok := s.secondAt(q.to + 1)
	s.ahead--
	if !ok || n.rule == noUnit || n.kind != "percent" && n.kind != "money" && n.kind != "measure" || n.prefixed || q.value > 10*n.value/n.scale || n.value/n.scale > 10*q.value {
		return false
	}
	s.share(q, &n)
	return true
}

// unitless decides whether a number without a unit claims something.
func (s *sentence) unitless(q *quantity) bool {
	q.kind, q.rule, q.name = "count", noUnit, ""
	if q.from > 0 && (s.toks[q.from-1].is("every", "each") || s.halfRead(q.from)) {
		return false // "ten in every 1,000"
	}
	if q.digits && q.to < len(s.toks) && s.toks[q.to].low == "per" {
		if what, _, end := s.perAt(q.to); end > 0 && what[0]-'0' <= 9 {
			q.kind, q.name, q.perNoun, q.to, q.rule = "measure", "per "+what, true, end, "rate per so many"
			return true
		}
	}
	if q.fraction && q.value < 1 {
		q.kind, q.rule = "ratio", "fraction"
		return true
	}
	next := (*tok)(nil)
	if q.to < len(s.toks) {
		next = &s.toks[q.to]
	}
	if s.rangeAhead(q) {
		return true
	}
	if next != nil && (next.low == "who" && s.countedBefore(q) || next.s == "(" && s.convertedBefore(q)) {
		return true
	}
	if s.listed(q, next) || s.compared(q, next) || s.indexLevel(q, next) {
		return true
	}
	if s.likewise(q, next) {
		return true
	}
	if q.words {
		one := q.value == 1 && q.scale == 1
		if one || q.dozen || q.value == 0 {
			return false
		}
		q.sure = 0.6
		if s.childOf(q.from) && q.value < 100 && (next == nil || next.kind == segment.Mark || next.class&verb != 0 || next.is("and", "who", "from")) {
			q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "a person of so many years", 0.7
			return true
		}
		if q.scale >= 1000 {
			return true
		}
		if q.value < 13 && q.from > 0 && s.toks[q.from-1].is("the", "these", "those", "all", "both", "other", "last", "first", "number", "top", "next", "at", "into", "in", "on", "page", "no") {
			return false
		}
		return next == nil || next.class&(verb|auxiliary|preposition) != 0 && !next.is("to", "on", "in") || next.s == "."
	}
	if q.grouped || q.scale >= 1000 || q.decimal {
		q.sure = 0.8
		if s.toks[q.from].s == "." && next != nil && next.is("rifle", "pistol", "handgun", "revolver", "gun", "calibre", "caliber", "round", "rounds", "bullet", "bullets", "cartridge", "ammunition") {
			return false // "a .22 rifle"
		}
		if next != nil && next.glued && next.kind == segment.Word || next != nil && misspelt(next.low) || s.columns(q) {
			q.sure = 0.4 // letters that nothing explains, "2.15 biilion", columns of a table
		}
		if q.from > 0 && q.decimal && q.value < 24 && len(s.toks[q.numeral.from].s) >= 4 && q.scale == 1 && (s.toks[q.from-1].is("at", "from", "until", "by", "before", "after") ||
			s.toks[q.from-1].low == "the" && next != nil && next.is("at", "from", "to", "train", "service") ||
			s.toks[q.from-1].is("to", "and") && q.from > 2 && s.toks[q.from-2].kind == segment.Number && s.toks[q.from-3].is("from", "between") && len(s.toks[q.from-2].s) <= 5) {
			q.sure = 0.45 // "at 10.30" may be a time
		}
		return true
	}
	ok := s.plainNumber(q, next)
	if len(s.toks[q.numeral.to-1].s) > 4 && math.Mod(q.value, 100) != 0 {
		q.sure = math.Min(q.sure, 0.45) // an account, a postcode
	}
	return ok
}

// halfRead tells whether the number at token i ends a range whose low end is no figure: "CI 1.2–3.4", "of them 5 or 6".
func (s *sentence) halfRead(i int) bool {
	if i < 2 || i == s.second || len(s.found) > 0 && s.done == i-1 {
		return false
	}
	low := s.toks[i-2].kind == segment.Number || s.toks[i-2].class&numberWord != 0 && parts[s.toks[i-2].low] == 0
	return low && (s.toks[i-1].low == "or" || s.toks[i-1].low == "to" && !s.changes(i-2) || s.toks[i-1].is("-", "–") && s.toks[i-1].glued && s.toks[i].glued)
}

// countedBefore gives a number what the sentence counted last: "68,400 people who ... and 95,800 who ...".
func (s *sentence) countedBefore(q *quantity) bool {
	for i := len(s.found) - 1; i >= 0; i-- {
		if r := &s.found[i]; r.fig.Kind == "count" && r.fig.Unit != "" {
			q.kind, q.name, q.nouns, q.rule, q.sure = "count", r.fig.Unit, r.nouns, "people told of before", 0.8
			return true
		}
	}
	return false
}

// countedLikewise is the rule of a number that counts what the figure before it does.
const countedLikewise = "counted as the figure before it"

// likewise gives a number behind "and" the counted noun, the money or the points of the figure before it, where both are followed by
// their own place or time: "12 arrests in Leeds and 5 in York".
func (s *sentence) likewise(q *quantity, next *tok) bool {
	n := len(s.found)
	if n == 0 || next == nil || !next.is("in", "on", "at") || q.scale != 1 || q.decimal || q.fraction || q.signed {
		return false
	}
	r, at := &s.found[n-1], q.from
	for at > 0 && s.toks[at-1].is("a", "further", "another", "just", "only") {
		at--
	}
	if at == 0 || !s.toks[at-1].is("and", "but") || r.fig.High != nil || r.at.to >= len(s.toks) || !s.toks[r.at.to].is("in", "on", "at", "away") || at-r.at.to > 7 {
		return false
	}
	for k := r.at.to; k < at-1; k++ {
		if s.toks[k].isVerb() && !s.toks[k].upper || s.toks[k].s == "," || s.toks[k].s == "and" {
			return false
		}
	}
	switch {
	case r.fig.Kind == "count" && r.fig.Unit != "" && r.nouns.to > 0 && r.nouns.to == r.at.to:
		q.kind, q.name, q.nouns, q.rule, q.sure = "count", r.fig.Unit, r.nouns, countedLikewise, 0.8
	case r.fig.Unit == "point" && s.last.unit != nil:
		q.likeUnit(&s.last)
		q.rule, q.sure = countedLikewise, 0.7
	case r.fig.Kind == "money" && s.last.coin != nil && !s.last.coin.minor && s.last.per == nil && !s.last.perNoun && s.last.scale == 1 && at < q.from:
		q.likeUnit(&s.last)
		q.rule, q.sure = "money as the sum before it", 0.7
	default:
		return false
	}
	return true
}

// convertedBefore gives a number whose conversion follows in brackets the money of the one before it that was converted:
// "2.4 million yen ($22,000) for one and 2.3 million ($21,000) for the other".
func (s *sentence) convertedBefore(q *quantity) bool {
	n := len(s.found)
	if n < 2 || q.to+2 >= len(s.toks) || s.toks[q.to+2].kind != segment.Number {
		return false
	}
	a, b := &s.found[n-2], &s.found[n-1]
	if c, _ := s.prefixAt(q.to + 2); c.currency == nil || c.code != b.fig.Currency || a.fig.Currency == "" || a.at.to >= len(s.toks) || s.toks[a.at.to].s != "(" || a.fig.Currency == b.fig.Currency {
		return false
	}
	c := s.lex.codes[a.fig.Currency]
	q.kind, q.coin, q.name, q.rule, q.sure = "money", c.kept(), c.noun, "converted as the sum before it", 0.8
	return true
}

// columns tells whether what was read as groups of thousands may be numbers side by side: "stocks 270 315 212 212".
func (s *sentence) columns(q *quantity) bool {
	groups := 0
	for i := q.numeral.from; i < q.numeral.to && s.toks[i].kind == segment.Number; i++ {
		groups++
	}
	return groups > 2 || groups == 2 && s.toks[q.numeral.from+1].s != "000" && !q.decimal
}

// misspelt tells whether a word is a letter away from a scale: "2.15 biilion dollars" is no 2.15 dollars.
func misspelt(w string) bool {
	if n := len(w); n < 6 || n > 9 || w == "bullion" || w == "mullion" || w == "pillion" || w == "minion" {
		return false
	}
	for _, scale := range [...]string{"million", "billion", "trillion"} {
		if w != scale && nearly(w, scale) {
			return true
		}
	}
	return false
}

// nearly tells whether one letter more, less or other makes b of a.
func nearly(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch len(a) - len(b) {
	case 0:
		return a == "" || a[1:] == b[1:]
	case 1:
		return a[1:] == b
	case -1:
		return a == b[1:]
	}
	return false
}

// indexLevel reads what an index stands at: "the Nikkei climbed 0.1% to 38,333.18".
func (s *sentence) indexLevel(q *quantity, next *tok) bool {
	if q.value < 50 || q.scale != 1 || q.words || q.from == 0 || !s.toks[q.from-1].is("to", "at", "of", "was", "is", "around", "near", "above", "below") ||
		next != nil && next.kind == segment.Word && next.class&(preposition|adverb|conjunction|verb|gerund) == 0 {
		return false
	}
	for i := range s.toks[:q.from] {
		if s.toks[i].is("index", "nasdaq", "ftse", "nikkei", "dax", "cac", "stoxx", "sensex", "nifty", "kospi", "topix", "bovespa", "ibovespa", "asx", "tsx", "dow", "gauge") ||
			s.toks[i].low == "p" && i > 1 && s.toks[i-2].s == "S" {
			q.kind, q.rule = "index", "level of an index"
			for k := range s.found {
				if s.found[k].fig.Unit == "point" {
					q.unit, q.name = s.lex.unitWords["point"], "point" // "lost 250 points to 33,800"
				}
			}
			q.sure = 0.8
			return true
		}
	}
	return false
}

// changes tells whether a verb or noun of change stands somewhere before token i.
func (s *sentence) changes(i int) bool {
	for i--; i >= 0; i-- {
		if s.toks[i].class&(rising|falling|changer) != 0 || s.toks[i].is("went", "moved", "changed", "scale") {
			return true
		}
	}
	return false
}
