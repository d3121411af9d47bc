package figures

import (
	"math"
	"strconv"
	"strings"

	"broadsheet/stages/segment"
)

// numeral is a number as written, before anything is known of its unit.
type numeral struct {
	span
	value    float64
	scale    float64 // 1 where no scale word stands behind it
	digits   bool    // written in digits
	grouped  bool    // with separators of thousands
	decimal  bool
	fraction bool // "a third", "1/2", "half"
	signed   bool
	words    bool
	dozen    bool
	fold     bool  // "sixfold"
	unit     *unit // read within the number: "a year and a half"
	doubt    bool  // two readings remain: "1.000"
	scaledBy string
}

// cardinals are the number words, with their values; scales multiply what stands before them.
var cardinals = map[string]float64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12, "half": 0.5, "third": 1. / 3,
	"thirds": 1. / 3, "quarter": 0.25, "quarters": 0.25, "fourth": 0.25, "fourths": 0.25, "fifth": 0.2, "fifths": 0.2, "sixth": 1. / 6, "tenth": 0.1, "tenths": 0.1, "eighth": 0.125, "eighths": 0.125,
	"sevenths": 1. / 7, "ninths": 1. / 9, "double": 2, "tenfold": 10, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8}

// scales are the scale words that may follow digits or words.
var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5,
	"crore": 1e7, "crores": 1e7, "dozen": 12, "bn": 1e9, "bln": 1e9, "mln": 1e6, "mn": 1e6, "tn": 1e12, "trn": 1e12, "trln": 1e12, "bil": 1e9, "mil": 1e6,
	"millions": 1e6, "billions": 1e9, "trillions": 1e12, "mil.": 1e6, "bil.": 1e9, "bn.": 1e9, "mln.": 1e6, "bln.": 1e9, "thsd": 1e3, "mio": 1e6}

// letters are scales of one letter: safe with money, of many meanings elsewhere.
var letters = map[string]float64{"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "k": 1e3, "K": 1e3, "t": 1e12, "T": 1e12, "mm": 1e6, "MM": 1e6}

// parts are the fraction words.
var parts = map[string]float64{"half": 0.5, "third": 1. / 3, "thirds": 1. / 3, "quarter": 0.25, "quarters": 0.25, "fourth": 0.25, "fourths": 0.25, "fifth": 0.2, "fifths": 0.2, "sixth": 1. / 6,
	"tenth": 0.1, "tenths": 0.1, "eighth": 0.125, "eighths": 0.125, "sevenths": 1. / 7, "ninths": 1. / 9}

func vulgar(s string) float64 {
	switch s {
	case "½":
		return 0.5
	case "⅓":
		return 1. / 3
	case "⅔":
		return 2. / 3
	case "¼":
		return 0.25
	case "¾":
		return 0.75
	case "⅕":
		return 0.2
	case "⅛":
		return 0.125
	case "⅜":
		return 0.375
	case "⅝":
		return 0.625
	case "⅞":
		return 0.875
	}
	return 0
}

// parseDigits reads digits with separators of either convention: "1,000.50", "1.000,50", "12,34,567". ok is false for what
// is no number ("5.10.2024"), doubt is set where the other convention would read another value ("1.000").
func parseDigits(w string) (v float64, grouped, decimal, doubt, ok bool) {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c != ',' && c != '.' && (c < '0' || c > '9') {
			return 0, false, false, false, false
		}
	}
	commas, dots := strings.Count(w, ","), strings.Count(w, ".")
	thousands, point := "", ""
	switch {
	case commas == 0 && dots == 0:
	case commas > 0 && dots == 0:
		switch {
		case groups(w, ','):
			thousands = ","
		case commas == 1:
			point, doubt = ",", true
		default:
			return 0, false, false, false, false
		}
	case dots == 1 && commas == 0:
		point = "."
		doubt = len(w)-strings.IndexByte(w, '.') == 4 && w[0] != '0' && strings.HasSuffix(w, "000")
	case dots > 1 && commas == 0:
		thousands = "."
	case dots == 1 && strings.LastIndexByte(w, '.') > strings.LastIndexByte(w, ','):
		thousands, point = ",", "."
	case commas == 1 && strings.LastIndexByte(w, ',') > strings.LastIndexByte(w, '.'):
		thousands, point = ".", ","
	default:
		return 0, false, false, false, false
	}
	whole, fraction := w, ""
	if point != "" {
		at := strings.LastIndex(w, point)
		whole, fraction = w[:at], w[at+1:]
	}
	if thousands != "" {
		if !groups(whole, thousands[0]) {
			return 0, false, false, false, false
		}
		whole = strings.ReplaceAll(whole, thousands, "")
	}
	if point != "" {
		whole += "." + fraction
	}
	v, err := strconv.ParseFloat(whole, 64)
	return v, thousands != "", point != "", doubt, err == nil && !math.IsInf(v, 0)
}

// groups tells whether the digits stand in threes behind sep, or as lakhs and crores do (12,34,567).
func groups(w string, sep byte) bool {
	size, first, seen := 0, true, 0
	for i := 0; i <= len(w); i++ {
		if i < len(w) && w[i] != sep {
			size++
			continue
		}
		if first && (size == 0 || size > 3) || !first && size != 3 && (i == len(w) || size != 2 || sep != ',') {
			return false
		}
		first, size = false, 0
		seen++
	}
	return seen > 1
}

// numeralAt reads the number that begins at token i.
func (s *sentence) numeralAt(i int) (numeral, bool) {
	t := &s.toks[i]
	switch {
	case t.kind == segment.Number:
		return s.digitsAt(i)
	case t.kind == segment.Mark && t.s == "." && i+1 < len(s.toks) && s.toks[i+1].kind == segment.Number && s.toks[i+1].glued && !t.glued:
		n, ok := s.digitsAt(i + 1)
		if !ok || n.decimal || n.grouped {
			return n, false
		}
		v, err := strconv.ParseFloat("."+s.toks[i+1].s, 64)
		n.value, n.decimal, n.from = v, true, i
		return n, err == nil
	case t.kind == segment.Symbol && vulgar(t.s) > 0:
		return numeral{span: span{i, i + 1}, value: vulgar(t.s), scale: 1, fraction: true, digits: true}, true
	case t.kind == segment.Word:
		return s.wordsAt(i)
	}
	return numeral{}, false
}

func (s *sentence) digitsAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 1}, scale: 1, digits: true}
	var ok bool
	n.value, n.grouped, n.decimal, n.doubt, ok = parseDigits(s.toks[i].s)
	if !ok {
		return n, false
	}
	s.spaced(&n)
	s.fractionOf(&n)
	if !s.powerOfTen(&n) {
		return n, false
	}
	s.scaleOf(&n)
	return n, true
}

// powerOfTen reads "2.5×10−8" and "3 x 10^6"; false where a product follows that is none.
func (s *sentence) powerOfTen(n *numeral) bool {
	at := n.to
	if at+1 >= len(s.toks) || s.toks[at].s != "×" && s.toks[at].s != "x" || s.toks[at+1].kind != segment.Number {
		return true
	}
	if s.toks[at+1].s != "10" || at+2 >= len(s.toks) || !s.toks[at+2].glued {
		return s.toks[at].s != "×"
	}
	at += 2
	sign := 1.
	if t := s.toks[at].s; t == "^" && at+1 < len(s.toks) {
		at++
	}
	if t := s.toks[at].s; (t == "-" || t == "−") && at+1 < len(s.toks) {
		sign = -1
		at++
	}
	power, err := strconv.Atoi(s.toks[at].s)
	if err != nil || power > 300 {
		return false
	}
	n.value, n.decimal, n.to = n.value*math.Pow(10, sign*float64(power)), true, at+1
	return true
}

// spaced joins thousands that spaces separate: "816 000".
func (s *sentence) spaced(n *numeral) {
	w := s.toks[n.from].s
	if len(w) > 3 || n.decimal || n.grouped || w[0] == '0' {
		return
	}
	for n.to < len(s.toks) {
		t := &s.toks[n.to]
		gap := t.Start - s.toks[n.to-1].End
		if t.kind != segment.Number || len(t.s) < 3 || gap < 1 || gap > 3 || strings.ContainsAny(s.doc.Text[s.toks[n.to-1].End:t.Start], "\n\r\t") {
			return
		}
		group, rest := t.s[:3], t.s[3:]
		if strings.ContainsAny(group, ".,") || rest != "" && (rest[0] != '.' && rest[0] != ',' || len(rest) < 2 || strings.ContainsAny(rest[1:], ".,")) {
			return
		}
		v, _ := strconv.ParseFloat(group, 64)
		n.value = float64(n.value*1000) + v
		n.grouped = true
		n.to++
		if rest != "" {
			d, _ := strconv.ParseFloat("0."+rest[1:], 64)
			n.value, n.decimal = n.value+d, true
			return
		}
	}
}

// fractionOf reads "1/2", "2 1/2", "3½".
func (s *sentence) fractionOf(n *numeral) {
	if n.decimal || n.grouped {
		return
	}
	if n.to < len(s.toks) && vulgar(s.toks[n.to].s) > 0 {
		n.value += vulgar(s.toks[n.to].s)
		n.fraction = true
		n.to++
		return
	}
	if v, ok := s.slashed(n.from); ok {
		n.value, n.fraction, n.to = v, true, n.from+3
		return
	}
	if at := n.to; at < len(s.toks) && (!s.toks[at].glued || s.toks[at].s == "-") {
		if s.toks[at].s == "-" {
			at++
		}
		if v, ok := s.slashed(at); ok && v < 1 {
			n.value, n.fraction, n.to = n.value+v, true, at+3
		}
	}
}

// slashed reads a common fraction at token i: "3/4". "24/7" and "9/11" are none.
func (s *sentence) slashed(i int) (float64, bool) {
	if i+2 >= len(s.toks) || s.toks[i+1].s != "/" || !s.toks[i+1].glued || !s.toks[i+2].glued || s.toks[i].kind != segment.Number || s.toks[i+2].kind != segment.Number {
		return 0, false
	}
	a, err := strconv.Atoi(s.toks[i].s)
	b, err2 := strconv.Atoi(s.toks[i+2].s)
	if err != nil || err2 != nil || a <= 0 || a >= b || i+3 < len(s.toks) && s.toks[i+3].glued && s.toks[i+3].s == "/" {
		return 0, false
	}
	switch b {
	case 2, 3, 4, 5, 8, 16, 32, 64:
		return float64(a) / float64(b), true
	}
	return 0, false
}

// scaleOf takes the scale words behind the number: "4.2 billion", "2 hundred thousand", "1.8 billion-mile".
func (s *sentence) scaleOf(n *numeral) {
	for n.to < len(s.toks) {
		t, at := &s.toks[n.to], n.to
		if t.s == "-" && t.glued && at+1 < len(s.toks) && s.toks[at+1].glued {
			t, at = &s.toks[at+1], at+1
		}
		m, ok := scales[t.low]
		if !ok || t.kind != segment.Word || strings.HasSuffix(t.low, "ions") && (at+1 >= len(s.toks) || !s.toks[at+1].is("of")) {
			return
		}
		if n.scale != 1 && (t.low == "mil" || m == 12) {
			return
		}
		n.value *= m
		n.scale *= m
		n.scaledBy = t.low
		n.to = at + 1
	}
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
	if v := cardinals[t.low]; v != 0 && strings.HasSuffix(t.low, "fold") {
		n.value, n.to, n.fold = v, i+1, true
		return n, true
	}
	if t.class&numberWord == 0 {
		return n, false
	}
	if _, ok := scales[t.low]; ok || parts[t.low] != 0 {
		return n, false
	}
	total, current, last := 0., 0., 0.
	at := i
	for at < len(s.toks) {
		w := s.toks[at]
		if (w.s == "-" || w.s == "‑") && w.glued && at > i && at+1 < len(s.toks) && s.toks[at+1].glued {
			at++
			w = s.toks[at]
		} else if w.low == "and" && last >= 100 && at+1 < len(s.toks) {
			at++
			w = s.toks[at]
		}
		v, ok := cardinals[w.low]
		if !ok || w.kind != segment.Word || parts[w.low] != 0 || w.low == "double" || strings.HasSuffix(w.low, "fold") {
			break
		}
		switch {
		case v == 100 || v == 12 && w.low == "dozen":
			if current == 0 {
				return n, false
			}
			current *= v
			n.scale = v
		case v >= 1000:
			if current == 0 {
				return n, false
			}
			total, current = total+float64(current*v), 0
			n.scale = v
		case last >= 20 && last < 100 && v < 10 || last >= 100 || last == 0 && at == i:
			current += v
		default:
			v = -1
		}
		if v < 0 {
			break
		}
		last = v
		at++
		n.to = at
	}
	if n.to == i {
		return n, false
	}
	n.value = total + current
	if n.scale > 1 && (current != 0 && n.scale >= 1000 || n.scale < 1000 && (total != 0 || math.Mod(current, n.scale) != 0)) {
		n.scale = 1 // "two thousand five" has no scale to share
	}
	s.wordFraction(&n)
	return n, true
}

// wordFraction reads what may follow number words: "two-thirds", "two and a half", "two and a half million", "six million and a half".
func (s *sentence) wordFraction(n *numeral) {
	at := n.to
	if at < len(s.toks) && s.toks[at].s == "-" && s.toks[at].glued {
		at++
	}
	if at < len(s.toks) && parts[s.toks[at].low] != 0 && n.value < 10 {
		plural := strings.HasSuffix(s.toks[at].low, "s")
		if plural && n.value > 1 || n.value == 1 && !plural {
			next := at + 1
			if s.toks[at].low != "quarters" || next < len(s.toks) && s.toks[next].is("of", "the") {
				n.value, n.fraction, n.to = float64(n.value)*parts[s.toks[at].low], true, at+1
			}
		}
		return
	}
	if half, end := s.andAHalf(n.to); end > 0 {
		n.value, n.to = n.value+half, end
		s.scaleOf(n)
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
	if (t.low == "half" || t.low == "quarter") && i+2 < len(s.toks) {
		if m, ok := scales[s.toks[i+2].low]; ok && !strings.HasSuffix(s.toks[i+2].low, "s") {
			n.value, n.scale, n.to = parts[t.low]*m, m, i+3
			return n, true
		}
	}
	if u, end := s.unitAt(i+1, 1); u != nil && u.dimension == "time" {
		if half, to := s.andAHalf(end); to > 0 {
			n.value, n.to, n.unit = 1+half, to, u
			return n, true
		}
		return n, false
	}
	if v := parts[t.low]; v != 0 && !strings.HasSuffix(t.low, "s") {
		if m := s.ofScale(i + 2); m > 0 {
			n.value, n.scale, n.to = v*m, m, i+5
			return n, true
		}
		n.value, n.fraction = v, true
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
	return t.kind == segment.Mark && t.s != "-" && !t.glued || t.s == "."
}

// halfAt reads what begins with "half": "half a million", "half a dozen", "half of", "half the".
func (s *sentence) halfAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 1}, scale: 1, words: true, value: 0.5, fraction: true}
	if i > 0 && (s.toks[i-1].is("first", "second", "latter", "other", "top", "bottom", "third", "fourth", "better") || s.toks[i-1].s == "-" && s.toks[i].glued) {
		return n, false
	}
	if i+1 >= len(s.toks) {
		return n, false
	}
	t := &s.toks[i+1]
	if t.low == "a" && i+2 < len(s.toks) {
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
	if m, ok := scales[t.low]; ok && m >= 100 && len(t.low) > 3 {
		n.value, n.scale, n.to, n.fraction = 0.5*m, m, i+2, false
		return n, true
	}
	return n, t.is("of", "the", "its", "their", "his", "her", "that", "all", "our", "as")
}
