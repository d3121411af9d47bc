package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// decades are number words that count nothing: "two fifties".
var decades = wordSet(`nines tens twenties thirties forties fifties sixties seventies eighties nineties hundreds thousands millions`)

// vehicles are nouns that a number in front names: "an 18-wheeler", "a double-decker".
var vehicles = wordSet(`decker footer hander incher miler pager parter pounder seater tonner wheeler`)

// collectives are nouns that count many without a plural.
var collectives = map[string]bool{"people": true, "staff": true, "personnel": true, "police": true, "men": true, "women": true, "children": true, "cattle": true,
	"fish": true, "sheep": true, "aircraft": true, "troops": true, "spacecraft": true, "crew": true, "species": true, "series": true, "livestock": true, "poultry": true,
	"fishermen": true, "feet": true, "teeth": true, "mice": true, "criteria": true, "media": true, "indices": true, "servicemen": true, "policemen": true, "viruses": true, "buses": true, "ads": true, "mps": true, "tvs": true, "cds": true, "pcs": true}

// singularsInS are no plurals.
var singularsInS = wordSet(`alias always arkansas asbestos athletics atlas besides bias canvas chaos christmas dallas diabetes economics electronics gas honduras james kansas
	kudos lens logistics mathematics measles news pancreas perhaps physics politics rabies robotics texas towards vegas wales`)

func isPlural(w string) bool {
	if collectives[w] {
		return true
	}
	if singularsInS[w] {
		return false
	}
	if _, ok := compoundSingular(w); ok {
		return true
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
}

// isPlural tells whether a token is a plural: "workers", "RBIs".
func (t *tok) isPlural() bool { return isPlural(t.low) || initials(t.s) }

// initials tells whether w is the plural of an abbreviation: "MPs", "RBIs".
func initials(w string) bool {
	n := len(w)
	return n > 2 && w[n-1] == 's' && strings.IndexFunc(w[:n-1], func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

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
	if first := &s.toks[nouns.from]; q.words && first.upper && !first.named && (nouns.to == nouns.from+1 || s.lex.words[lower(singular(first.s))].class&(label|verb|noun) != 0) && !s.titled() {
		q.sure = 0.4 // a name: "Four Seasons has hotels"
	}
	q.nouns, q.to, q.kind, q.rule = nouns, nouns.to, "count", "counted noun phrase"
	q.name = s.counter(nouns)
	if what, u, end := s.perAt(q.to); end > 0 && (u != nil || s.toks[q.to].low == "per") {
		q.name, q.per, q.perNoun, q.to, q.kind = q.name+" per "+what, u, u == nil, end, "measure"
	}
	return true
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

// nounsAt returns the noun phrase at token i that a number may count: its head is plural, or the number is one, or it is
// a hyphenated modifier ("a three-door car").
func (s *sentence) nounsAt(i int, q *quantity) (span, bool) {
	one := q.value == 1 && q.scale == 1
	end, head := i, -1
	for end < len(s.toks) && s.toks[end].is("more", "other", "such", "fewer", "further", "additional") {
		end++
	}
	for end < len(s.toks) {
		t := &s.toks[end]
		if (t.s == "-" || t.s == "’" || t.s == "/") && t.glued && end > i && end+1 < len(s.toks) && s.toks[end+1].glued {
			end++
			continue
		}
		if t.low == "and" && end > i && end+1 < len(s.toks) && s.toks[end-1].nominal() && s.toks[end+1].nominal() && s.toks[end-1].class&(name|adjective) != 0 && s.toks[end+1].class&(name|adjective) != 0 && !isPlural(s.toks[end-1].low) {
			end++
			continue
		}
		if t.kind == segment.Number && end > i && len(t.s) < 4 && (s.toks[end-1].class&name != 0 || end+1 < len(s.toks) && s.toks[end+1].upper) && end+1 < len(s.toks) && s.toks[end+1].nominal() {
			end++
			continue
		}
		if t.kind == segment.Clitic && end > i && s.toks[end-1].upper && !isPlural(s.toks[end-1].low) {
			end++
			continue
		}
		if t.class&adverb != 0 && end+1 < len(s.toks) && s.toks[end+1].class&(participle|adjective) != 0 && strings.HasSuffix(t.low, "ly") {
			end += 2
			continue // "20 decently sized plants"
		}
		if t.class&participle != 0 && t.glued && end > i+1 && s.toks[end-1].s == "-" && end+1 < len(s.toks) && s.toks[end+1].nominal() {
			end++
			continue // "20 coal-fired plants"
		}
		if t.kind != segment.Word || !t.nominal() || t.s == "U.S." && end+1 >= len(s.toks) {
			break
		}
		if t.isVerb() && end > i {
			break
		}
		if t.class&noun != 0 || t.class&name != 0 {
			head = end
			if t.upper && end+1 < len(s.toks) && !s.toks[end+1].upper && s.pluralAhead(end+1) {
				end++
				continue // "2,000 Cyclops shares"
			}
			if t.isPlural() && t.class&noun != 0 && !(end+1 < len(s.toks) && isPlural(s.toks[end+1].low) && t.is("sales", "goods", "arms", "sports", "savings", "communications", "systems", "operations", "services", "earnings", "news", "works", "customs", "rights", "gas", "securities", "awards", "staff", "crew", "police", "media", "personnel", "cattle", "fish", "sheep", "poultry", "livestock", "aircraft")) {
				break
			}
		}
		end++
		if end-i > 7 {
			break
		}
	}
	if head < 0 {
		return span{}, false
	}
	h := &s.toks[head]
	out := span{i, head + 1}
	if h.upper && head == i && head+1 < len(s.toks) && s.toks[head+1].kind == segment.Number {
		return span{}, false // the head of the next cell: "loss 21.1 mln Revs 63.9 mln"
	}
	if i == q.to+1 && vehicles[s.toks[i].low] {
		return span{}, false // "an 18-wheeler"
	}
	if i == q.to+1 && !s.toks[i].upper && s.toks[i].class&noun != 0 && s.toks[i].class&(participle|adjective|gerund) == 0 && s.toks[i-1].s == "-" && i+1 < len(s.toks) && !s.toks[i+1].glued {
		return span{i, i + 1}, true // "186-seat jets"
	}
	if h.isPlural() && h.class&noun != 0 {
		if one && len(h.low) > 0 && !q.digits {
			return out, h.low == "people"
		}
		return out, true
	}
	if i == q.to && q.digits && q.value < 1000 && !q.decimal && q.from > 0 && s.toks[q.from-1].class&(determiner|adjective) != 0 && i+1 < len(s.toks) && head > i && !s.toks[i].upper && s.toks[i].class&noun != 0 && s.toks[i].class&(verb|adjective|participle) == 0 && s.toks[i+1].nominal() && !s.toks[i+1].upper {
		return span{i, i + 1}, true
	}
	if i == q.to+1 && !h.upper {
		return span{i, i + 1}, s.toks[i].class&noun != 0 && s.toks[i].class&(participle|adjective) == 0
	}
	if one && q.words {
		return out, !s.toks[i].is("another", "day", "time", "thing", "way", "more", "by", "such", "point", "final", "last", "big", "step") && h.class&noun != 0 && s.toks[i].class&(gerund|participle) == 0
	}
	return span{}, false
}

// counter names the unit of a counted noun phrase: the phrase with its head in the singular.
func (s *sentence) counter(n span) string {
	from := n.from
	for from < n.to-1 && s.toks[from].is("more", "other", "additional", "further", "extra", "such", "whole", "full", "straight", "consecutive", "fewer", "less") && !s.toks[from].is("other", "additional") {
		from++
	}
	b := s.doc.Text[s.toks[from].Start:s.toks[n.to-1].Start]
	if strings.ContainsAny(b, "\n\t") || strings.Contains(b, "  ") {
		b = strings.Join(strings.Fields(b), " ") + " "
	}
	return b + singular(s.toks[n.to-1].s)
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
		n, ok := s.numeralAt(at + 2)
		if !ok || n.value <= q.value || n.decimal {
			return false
		}
		q.value, q.to, q.kind, q.rule, q.name = q.value/n.value, n.to, "ratio", "so many out of so many", ""
	case t.is("in") && at+1 < len(s.toks) && (q.from == 0 || s.toks[q.from-1].low != "for") && q.scale == 1 && !q.decimal && q.value <= 10:
		of := at + 1
		if s.toks[of].is("every", "-") && of+1 < len(s.toks) {
			of++
		}
		n, ok := s.numeralAt(of)
		if !ok || n.value <= q.value || n.digits && n.value > 1500 && n.value < 2100 || n.scale != 1 && n.value < 100 {
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
