package figures

import (
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

// scales are the scale words that may follow digits or words.
var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5,
	"crore": 1e7, "crores": 1e7, "dozen": 12, "bn": 1e9, "bln": 1e9, "mln": 1e6, "mn": 1e6, "tn": 1e12, "trn": 1e12, "trln": 1e12, "bil": 1e9, "mil": 1e6,
	"millions": 1e6, "billions": 1e9, "trillions": 1e12, "mil.": 1e6, "bil.": 1e9, "bn.": 1e9, "mln.": 1e6, "bln.": 1e9, "thsd": 1e3, "lac": 1e5, "lacs": 1e5, "milliard": 1e9, "milliards": 1e9, "mrd": 1e9, "mrd.": 1e9, "mio.": 1e6, "milion": 1e6, "millon": 1e6, "bilion": 1e9, "billon": 1e9, "trilion": 1e12, "mio": 1e6}

// letters are scales of one letter: safe with money, of many meanings elsewhere.
var letters = map[string]float64{"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "k": 1e3, "K": 1e3, "t": 1e12, "T": 1e12, "tr": 1e12, "mm": 1e6, "MM": 1e6}

// numeralAt reads the number that begins at token i.
func (s *sentence) numeralAt(i int) (numeral, bool) {
	t := &s.toks[i]
	switch {
	case t.kind == segment.Number:
		return s.digitsAt(i)
	case t.kind == segment.Mark && t.s == "." && i+1 < len(s.toks) && s.toks[i+1].kind == segment.Number && s.toks[i+1].glued && (!t.glued || i > 0 && s.toks[i-1].kind == segment.Symbol):
		n, ok := s.digitsAt(i + 1)
		if !ok || n.decimal || n.grouped {
			return n, false
		}
		v, err := strconv.ParseFloat("."+s.toks[i+1].s, 64)
		n.value, n.decimal, n.from = v*n.scale, true, i
		return n, err == nil
	case t.kind == segment.Symbol && vulgar(t.s) > 0:
		return numeral{span: span{i, i + 1}, value: vulgar(t.s), scale: 1, fraction: true, digits: true}, true
	case t.kind == segment.Word:
		return s.wordsAt(i)
	}
	return numeral{}, false
}

// scaleOf takes the scale words behind the number: "4.2 billion", "2 hundred thousand", "1.8 billion-mile".
func (s *sentence) scaleOf(n *numeral) {
	for n.to < len(s.toks) {
		t, at := &s.toks[n.to], n.to
		if t.s == "-" && t.glued && at+1 < len(s.toks) && s.toks[at+1].glued {
			t, at = &s.toks[at+1], at+1
		}
		m, ok := scales[t.low]
		if t.s == "mN" || t.s == "MN" {
			return // newtons
		}
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
