package figures

import (
	"math"
	"strings"

	"broadsheet/stages/segment"
)

// cardinals are the number words that add up, with their values.
var cardinals = map[string]float64{"zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12}

// folds are the words of multiplication.
var folds = map[string]float64{"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
	"tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000}

// multiples compare where the rest of the comparison follows: "twice as many", "double the rate".
var multiples = map[string]float64{"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}

// ordinal tells whether a word is an ordinal number: what it ends counts nothing ("the twenty-fifth anniversary").
func ordinal(w string) bool {
	return w == "first" || w == "second" || w == "third" || len(w) > 4 && strings.HasSuffix(w, "th") && (parts[w] != 0 || strings.HasSuffix(w, "teenth") || strings.HasSuffix(w, "tieth") || w == "eleventh" || w == "millionth")
}

// wordsAt reads number words: "twenty-nine", "two and a half million", "half a million", "a third", "two dozen", "sixfold", "twice".
func (s *sentence) wordsAt(i int) (numeral, bool) {
	t := &s.toks[i]
	switch {
	case t.low == "a" || t.low == "an":
		return s.articleAt(i)
	case t.low == "half":
		return s.halfAt(i)
	case t.low == "quarter":
		return s.quarterAt(i)
	case folds[t.low] != 0:
		return numeral{span: span{i, i + 1}, value: folds[t.low], scale: 1, words: true, fold: true}, true
	case multiples[t.low] != 0:
		return s.multipleAt(i)
	case t.class&numberWord == 0 || parts[t.low] != 0:
		return numeral{span: span{i, i}}, false
	}
	return s.cardinalAt(i, false)
}

// multipleAt reads "twice as many" and "double the rate".
func (s *sentence) multipleAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 1}, value: multiples[s.toks[i].low], scale: 1, words: true, fold: true}
	if i > 0 && (s.toks[i-1].is("to", "will", "would", "could", "may", "might", "must", "should", "can", "we", "they", "you", "i", "who", "that", "not", "n't") || s.toks[i-1].class&adverb != 0 && i > 1 && s.toks[i-2].is("to", "will", "would", "could", "may")) {
		return n, false // the verb: "to double the output"
	}
	if i+2 < len(s.toks) && s.toks[i+1].low == "as" {
		return n, s.toks[i+2].class&(adjective|adverb|determiner) != 0 // no "scored twice as United won"
	}
	return n, i+1 < len(s.toks) && s.toks[i+1].is("the", "that", "those", "what", "its", "their", "his", "her", "our", "this", "last")
}

// wordSum adds up number words: "two hundred" and "fifty" and "thousand".
type wordSum struct {
	total, current, last float64
	scale                float64
}

// add takes in the value of the next word, a scale or not. It tells whether the word goes on the number, and whether what stands
// so far is one.
func (w *wordSum) add(v float64, scales, first bool) (goesOn, ok bool) {
	switch {
	case scales:
		if w.current == 0 {
			return false, false
		}
		w.current *= v
		if w.scale = v; v >= 1000 {
			w.total, w.current = w.total+w.current, 0 // "two million", before "three hundred"
		}
	case w.last >= 20 && w.last < 100 && v < 10 && v > 0, w.last >= 100, w.last == 0 && first:
		w.current += v
	default:
		return false, true
	}
	w.last = v
	return true, true
}

// shared returns the scale that a bare number beside this one may share: "two thousand five" has none.
func (w *wordSum) shared() float64 {
	if w.scale > 1 && (w.current != 0 && w.scale >= 1000 || w.scale < 1000 && (w.total != 0 || math.Mod(w.current, w.scale) != 0)) {
		return 1
	}
	return w.scale
}

// cardinalAt reads the number words at token i with what may follow them: decimals, fractions, scales. Behind an article a scale
// word is one of it.
func (s *sentence) cardinalAt(i int, article bool) (numeral, bool) {
	n := numeral{span: span{i, i}, scale: 1, words: true}
	sum := wordSum{scale: 1}
	if scales[s.toks[i].low] != 0 {
		if !article && !s.bareScale(i) {
			return n, false
		}
		sum.current = 1
	}
	for at := i; at < len(s.toks); {
		if t := &s.toks[at]; at > i && (t.s == "-" || t.s == "‑") && t.glued && at+1 < len(s.toks) && s.toks[at+1].glued || t.low == "and" && sum.last >= 100 && s.joins(at+1, sum.last) {
			at++
		}
		w := &s.toks[at]
		v, ok := cardinals[w.low]
		if !ok || w.kind != segment.Word {
			break
		}
		goesOn, ok := sum.add(v, v >= 100 || w.low == "dozen", at == i)
		if !ok {
			return n, false
		}
		if !goesOn {
			break
		}
		at++
		n.to = at
	}
	if n.to == i {
		return n, false
	}
	n.scale = sum.scale
	if s.pointed(&n, sum.total+sum.current) {
		return n, true
	}
	n.value, n.scale = sum.total+sum.current, sum.shared()
	s.wordFraction(&n)
	s.lesserWords(&n)
	if n.scale == 1 && !n.fraction && n.to < len(s.toks) && cardinals[s.toks[n.to].low] == 0 {
		s.scaleOf(&n) // "five mln"
	}
	return n, true
}

// lesserWords adds the smaller scale behind a comma: "two million, three hundred thousand ballots", no "of the two million, three
// hundred thousand voted".
func (s *sentence) lesserWords(n *numeral) {
	at := n.to
	if n.scale < 1e6 || n.fraction || at+1 >= len(s.toks) || s.toks[at].s != "," || s.toks[at+1].class&numberWord == 0 || n.from > 0 && s.toks[n.from-1].class&determiner != 0 {
		return
	}
	less, ok := s.cardinalAt(at+1, false)
	if !ok || less.value < 100 || less.value >= n.scale || less.fraction || less.decimal || !s.nounFollows(less.to) || s.toks[less.to].isVerb() {
		return
	}
	n.value, n.scale, n.to = n.value+less.value, 1, less.to
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
	if v := scales[s.toks[i].low]; v != 100 && v != 1000 || i > 0 && (s.toks[i-1].kind == segment.Number || s.toks[i-1].is("several", "few", "many", "some", "couple", "odd", "per", "the", "these", "those", "this", "that") || s.toks[i-1].s == "-" || i > 1 && s.toks[i-1].low == "of" && s.toks[i-2].low == "couple") || i+1 >= len(s.toks) {
		return false
	}
	if _, end := s.coinAt(i + 1); end > 0 {
		return true
	}
	return s.toks[i].low == "hundred" && s.toks[i+1].low == "and" && s.joins(i+2, 100)
}

// pointed reads decimals in words: "two point five million".
func (s *sentence) pointed(n *numeral, whole float64) bool {
	if n.to+1 >= len(s.toks) || s.toks[n.to].low != "point" {
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
	n.to, n.scale, n.decimal = at, 1, true
	s.scaleOf(n)
	return true
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
	if sum, ok := s.cardinalAt(i+1, true); t.low == "hundred" && ok && sum.value >= 1000 && sum.scale >= 1000 {
		sum.from = i
		return sum, true // "a hundred and one thousand"
	}
	if m, ok := scales[t.low]; ok && m >= 12 && len(t.low) > 3 && !strings.HasSuffix(t.low, "s") {
		n.value, n.scale, n.dozen = m, m, m == 12
		n.scaledBy = t.low
		s.scaleOf(&n)
		at := n.to
		if half, end := s.andAHalf(at); end > 0 && m >= 1000 {
			n.value, n.to = n.value+float64(half*m), end // "a million and a half"
			return n, true
		}
		if at < len(s.toks) && s.toks[at].low == "and" {
			at++
		}
		if at < len(s.toks) && m >= 100 && n.scale == m && s.toks[at].class&numberWord != 0 {
			if rest, ok := s.wordsAt(at); ok && rest.value >= 1 && rest.value < m && !rest.fraction {
				n.value, n.to, n.scale = n.value+rest.value, rest.to, 1 // "a hundred and five", "a thousand six hundred"
			}
		}
		return n, true
	}
	return n, false
}
