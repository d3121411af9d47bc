package figures

import (
	"math"
	"strings"

	"broadsheet/stages/segment"
)

// cardinals are the number words that add up, with their values.
var cardinals = map[string]float64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12}

// folds are the words of multiplication.
var folds = map[string]float64{"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
	"tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000}

// multiples compare where the rest of the comparison follows: "twice as many", "double the rate".
var multiples = map[string]float64{"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}

// parts are the fraction words.
var parts = map[string]float64{"half": 0.5, "third": 1. / 3, "thirds": 1. / 3, "quarter": 0.25, "quarters": 0.25, "fourth": 0.25, "fourths": 0.25, "fifth": 0.2,
	"fifths": 0.2, "sixth": 1. / 6, "sixths": 1. / 6, "seventh": 1. / 7, "sevenths": 1. / 7, "eighth": 0.125, "eighths": 0.125, "ninth": 1. / 9, "ninths": 1. / 9,
	"tenth": 0.1, "tenths": 0.1, "twelfth": 1. / 12, "twelfths": 1. / 12, "sixteenth": 1. / 16, "sixteenths": 1. / 16, "twentieth": 0.05, "twentieths": 0.05,
	"hundredth": 0.01, "hundredths": 0.01, "thousandth": 0.001, "thousandths": 0.001}

// ordinal tells whether a word is an ordinal number: what it ends counts nothing ("the twenty-fifth anniversary").
func ordinal(w string) bool {
	return w == "first" || w == "second" || w == "third" || len(w) > 4 && strings.HasSuffix(w, "th") && (parts[w] != 0 || strings.HasSuffix(w, "teenth") || strings.HasSuffix(w, "tieth") || w == "eleventh" || w == "millionth")
}

// wordsAt reads number words: "twenty-nine", "two and a half million", "half a million", "a third", "two dozen".
func (s *sentence) wordsAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i}, scale: 1, words: true}
	t := &s.toks[i]
	if t.low == "a" || t.low == "an" {
		return s.articleAt(i)
	}
	if t.low == "half" {
		return s.halfAt(i)
	}
	if v := folds[t.low]; v != 0 {
		n.value, n.to, n.fold = v, i+1, true
		return n, true
	}
	if v := multiples[t.low]; v != 0 {
		n.value, n.to, n.fold = v, i+1, true
		if i+2 < len(s.toks) && s.toks[i+1].low == "as" {
			return n, s.toks[i+2].class&(adjective|adverb|determiner) != 0 // "twice as many", no "scored twice as United won"
		}
		return n, i+1 < len(s.toks) && s.toks[i+1].is("the", "that", "those", "what", "its", "their", "his", "her", "our", "this", "last")
	}
	if t.low == "quarter" {
		return s.quarterAt(i)
	}
	if t.class&numberWord == 0 || parts[t.low] != 0 {
		return n, false
	}
	total, current, last := 0., 0., 0.
	if v := scales[t.low]; v != 0 {
		if !s.bareScale(i) {
			return n, false
		}
		current = 1
	}
	at := i
	for at < len(s.toks) {
		if t := &s.toks[at]; at > i && (t.s == "-" || t.s == "‑") && t.glued && at+1 < len(s.toks) && s.toks[at+1].glued {
			at++
		} else if t.low == "and" && last >= 100 && s.joins(at+1, last) {
			at++
		}
		w := &s.toks[at]
		v, ok := cardinals[w.low]
		if !ok || w.kind != segment.Word {
			break
		}
		if v >= 1000 {
			if current == 0 {
				return n, false
			}
			total, current = total+float64(current*v), 0
			n.scale = v
		} else if v == 100 || v == 12 && w.low == "dozen" {
			if current == 0 {
				return n, false
			}
			current *= v
			n.scale = v
		} else if last >= 20 && last < 100 && v < 10 && v > 0 || last >= 100 || last == 0 && at == i {
			current += v
		} else {
			break
		}
		last = v
		at++
		n.to = at
	}
	if n.to == i {
		return n, false
	}
	if s.pointed(&n, current) {
		return n, true
	}
	n.value = total + current
	if n.scale > 1 && (current != 0 && n.scale >= 1000 || n.scale < 1000 && (total != 0 || math.Mod(current, n.scale) != 0)) {
		n.scale = 1 // "two thousand five" has no scale to share
	}
	s.wordFraction(&n)
	if n.scale == 1 && !n.fraction && n.to < len(s.toks) && cardinals[s.toks[n.to].low] == 0 {
		s.scaleOf(&n) // "five mln"
	}
	return n, true
}

// joins tells whether the number words at token i go on the number whose last word was worth last: "two hundred and fifty
// thousand", no "between one hundred and two hundred".
func (s *sentence) joins(i int, last float64) bool {
	if i >= len(s.toks) || cardinals[s.toks[i].low] == 0 || cardinals[s.toks[i].low] >= 100 {
		return false
	}
	for i < len(s.toks) && (cardinals[s.toks[i].low] > 0 && cardinals[s.toks[i].low] < 100 || s.toks[i].s == "-") {
		i++
	}
	if i >= len(s.toks) {
		return true
	}
	next := cardinals[s.toks[i].low]
	return next == 0 || next != last && (last == 100 || next < last)
}

// bareScale tells whether a scale word without a number stands for one of it: "hundred dollars", "hundred and twenty firms",
// no "several hundred dollars".
func (s *sentence) bareScale(i int) bool {
	if v := scales[s.toks[i].low]; v != 100 && v != 1000 || i > 0 && (s.toks[i-1].kind == segment.Number || s.toks[i-1].is("several", "few", "many", "some", "couple", "odd", "per", "the", "these", "those", "this", "that") || s.toks[i-1].s == "-") || i+1 >= len(s.toks) {
		return false
	}
	if _, end := s.coinAt(i + 1); end > 0 {
		return true
	}
	return s.toks[i].low == "hundred" && s.toks[i+1].low == "and" && s.joins(i+2, 100)
}

// pointed reads decimals in words: "two point five million".
func (s *sentence) pointed(n *numeral, whole float64) bool {
	if n.scale != 1 || n.to+1 >= len(s.toks) || s.toks[n.to].low != "point" {
		return false
	}
	at, place := n.to+1, 1.
	n.value = whole
	for ; at < len(s.toks); at++ {
		v, ok := cardinals[s.toks[at].low]
		if !ok || v > 9 {
			break
		}
		place *= 10
		n.value += v / place
	}
	if place == 1 {
		return false
	}
	n.to, n.decimal = at, true
	s.scaleOf(n)
	return true
}

// quarterAt reads "quarter million" and "quarter of a million".
func (s *sentence) quarterAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 1}, value: 0.25, scale: 1, words: true}
	return n, s.wholeOf(&n)
}

// wholeOf multiplies a fraction by the scale it is a part of: "quarter million", "three-quarters of a million".
func (s *sentence) wholeOf(n *numeral) bool {
	at := n.to
	if at+1 < len(s.toks) && s.toks[at].s == "-" && s.toks[at].glued {
		at++
	}
	m, end := 0., at+1
	if at < len(s.toks) && len(s.toks[at].low) > 3 && !strings.HasSuffix(s.toks[at].low, "s") {
		m = scales[s.toks[at].low]
	}
	if m < 100 {
		m, end = s.ofScale(n.to), n.to+3
	}
	if m < 100 {
		return false
	}
	n.value, n.scale, n.to, n.fraction = n.value*m, m, end, false
	return true
}

// wordFraction reads what may follow number words: "two-thirds", "two and a half", "two and a half million", "six million and a half".
func (s *sentence) wordFraction(n *numeral) {
	at := n.to
	if at < len(s.toks) && s.toks[at].s == "-" && s.toks[at].glued {
		at++
	}
	if at < len(s.toks) && parts[s.toks[at].low] != 0 && n.value < 10 {
		n.takePart(s, at)
		return
	}
	if half, end := s.andAHalf(n.to); end > 0 {
		n.value, n.to = n.value+half, end
		s.scaleOf(n)
	}
}

// takePart makes a fraction of a number and the part behind it: "two-thirds", "three quarters of", "one fifth of"; "three
// quarters ago" and "one fifth grader" are none.
func (n *numeral) takePart(s *sentence, at int) {
	w, hyphen := &s.toks[at], at > n.to
	plural := strings.HasSuffix(w.low, "s")
	if plural != (n.value > 1) {
		return
	}
	whole := *n
	n.value, n.fraction, n.to = n.value*parts[w.low], true, at+1
	if s.wholeOf(n) {
		return
	}
	share := hyphen || s.isShare(at+1)
	if w.low == "quarters" {
		share = at+1 < len(s.toks) && s.toks[at+1].is("of", "the")
	}
	if !share && (!plural || w.low == "quarters") {
		*n = whole
	}
}

// andAHalf reads "and a half", "-and-a-half" at token at and returns its value and end.
func (s *sentence) andAHalf(at int) (float64, int) {
	var w [3]*tok
	for k := 0; k < 3; k++ {
		if at < len(s.toks) && s.toks[at].s == "-" && s.toks[at].glued {
			at++
		}
		if at >= len(s.toks) {
			return 0, 0
		}
		w[k] = &s.toks[at]
		at++
	}
	if w[0].low == "and" && (w[1].low == "a" || w[1].low == "one" || w[1].low == "three") && (w[2].low == "half" || w[2].low == "quarter" || w[2].low == "quarters") {
		v := parts[w[2].low]
		if w[1].low == "three" {
			v *= 3
		}
		return v, at
	}
	return 0, 0
}

// articleAt reads what begins with "a": "a third", "a dozen", "a million", "a hundred and five", "a half".
func (s *sentence) articleAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 2}, scale: 1, words: true}
	if i+1 >= len(s.toks) {
		return n, false
	}
	t := &s.toks[i+1]
	if u, end := s.unitAt(i+1, 1); u != nil && u.dimension == "time" {
		if half, to := s.andAHalf(end); to > 0 {
			n.value, n.to, n.unit = 1+half, to, u
			return n, true
		}
		return n, false
	}
	if v := parts[t.low]; v != 0 && !strings.HasSuffix(t.low, "s") {
		n.value, n.fraction = v, true
		if s.wholeOf(&n) {
			return n, true
		}
		return n, s.isShare(i + 2)
	}
	if m, ok := scales[t.low]; ok && m >= 12 && len(t.low) > 3 && !strings.HasSuffix(t.low, "s") {
		n.value, n.scale, n.dozen = m, m, m == 12
		n.scaledBy = t.low
		s.scaleOf(&n)
		if n.to+1 < len(s.toks) && s.toks[n.to].low == "and" && m >= 100 {
			if rest, ok := s.wordsAt(n.to + 1); ok && rest.value >= 1 && rest.value < m && !rest.fraction && s.toks[n.to+1].class&numberWord != 0 {
				n.value, n.to, n.scale = n.value+rest.value, rest.to, 1
			}
		}
		return n, true
	}
	return n, false
}

// ofScale reads "of a million" behind a fraction.
func (s *sentence) ofScale(i int) float64 {
	if i+2 < len(s.toks) && s.toks[i].low == "of" && s.toks[i+1].low == "a" {
		return scales[s.toks[i+2].low]
	}
	return 0
}

// isShare tells whether the words behind "a third" or "a quarter" make it a share: "a third of", "a quarter higher", no "a
// third party", "a quarter ago".
func (s *sentence) isShare(i int) bool {
	if i >= len(s.toks) {
		return true
	}
	t := &s.toks[i]
	if t.is("of", "more", "less", "higher", "lower", "larger", "smaller", "are", "were", "said", "have") {
		return true
	}
	return t.kind == segment.Mark && t.s != "-" && t.s != "'" && t.s != "’" || s.toks[i-2].low == "by" || i > 2 && s.toks[i-3].low == "by"
}

// halfAt reads what begins with "half": "half a million", "half a dozen", "half of", "half the".
func (s *sentence) halfAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 1}, scale: 1, words: true, value: 0.5, fraction: true}
	if i > 0 && (s.toks[i-1].is("first", "second", "latter", "other", "top", "bottom", "third", "fourth", "better") || s.toks[i-1].s == "-" && s.toks[i].glued) {
		return n, false
	}
	by := i > 1 && s.toks[i-1].low == "by" && s.changes(i-1) // "fell by half"
	if i+1 >= len(s.toks) {
		return n, by
	}
	t := &s.toks[i+1]
	if (t.low == "a" || t.low == "an") && i+2 < len(s.toks) {
		if m, ok := scales[s.toks[i+2].low]; ok {
			n.value, n.scale, n.to, n.fraction = 0.5*m, m, i+3, false
			return n, true
		}
		if u, _ := s.unitAt(i+2, 0.5); u != nil {
			n.to, n.fraction = i+2, false
			return n, true
		}
		return n, false
	}
	if s.wholeOf(&n) {
		return n, true
	}
	return n, by || t.is("of", "the", "its", "their", "his", "her", "that", "all", "our", "as")
}
