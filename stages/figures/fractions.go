package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// parts are the fraction words.
var parts = map[string]float64{"half": 0.5, "third": 1. / 3, "thirds": 1. / 3, "quarter": 0.25, "quarters": 0.25, "fourth": 0.25, "fourths": 0.25, "fifth": 0.2,
	"fifths": 0.2, "sixth": 1. / 6, "sixths": 1. / 6, "seventh": 1. / 7, "sevenths": 1. / 7, "eighth": 0.125, "eighths": 0.125, "ninth": 1. / 9, "ninths": 1. / 9,
	"tenth": 0.1, "tenths": 0.1, "twelfth": 1. / 12, "twelfths": 1. / 12, "sixteenth": 1. / 16, "sixteenths": 1. / 16, "twentieth": 0.05, "twentieths": 0.05,
	"hundredth": 0.01, "hundredths": 0.01, "thousandth": 0.001, "thousandths": 0.001}

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
		if n.scale == 12 || n.scale >= 1000 {
			half *= n.scale
		}
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
	if t.is("and", "to", "or") && i+2 < len(s.toks) && parts[s.toks[i+2].low] != 0 && (s.toks[i+1].is("a", "an") || s.toks[i+1].class&numberWord != 0) {
		return true // "between a quarter and a third of the grain"
	}
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
	if t.s == "-" && t.glued && i+2 < len(s.toks) && s.toks[i+2].glued && s.toks[i+2].is("point", "mile", "hour", "inch", "acre", "ton", "tonne", "litre", "pound", "percentage", "mm", "metre", "kilo", "ounce") {
		n.fraction = false
		return n, true // "a half-point cut"
	}
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
	return n, by || t.s == "(" && i+2 < len(s.toks) && s.toks[i+2].kind == segment.Number || t.is("of", "the", "its", "their", "his", "her", "that", "all", "our", "as")
}
