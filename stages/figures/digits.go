package figures

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"broadsheet/stages/segment"
)

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
// is no number ("5.10.2024"), doubt is set where the other convention would read another value: "1.250" may be 1250, "1,5" two
// numbers.
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
		case groups(w, ',') && w[0] != '0':
			thousands = ","
		case commas == 1:
			point, doubt = ",", true
		default:
			return 0, false, false, false, false
		}
	case dots == 1 && commas == 0:
		point = "."
		doubt = len(w)-strings.IndexByte(w, '.') == 4 && w[0] != '0' && len(w) < 8
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

// separators are what a document writes between thousands.
type separators int

const (
	unread  separators = iota
	unknown            // nothing tells
	commaed            // "1,204"
	pointed            // "1.204.500", "1.204,50"
)

// separators finds out how the document writes thousands; both ways at once tell nothing.
func (s *sentence) separators() separators {
	if s.points != unread {
		return s.points
	}
	s.points = unknown
	for i := range s.doc.Tokens {
		t := &s.doc.Tokens[i]
		if t.Kind != segment.Number || t.End-t.Start < 5 {
			continue
		}
		w := t.Of(s.doc.Text)
		dots, commas := strings.Count(w, "."), strings.Count(w, ",")
		switch {
		case groups(w, ','), commas > 0 && dots == 1 && strings.IndexByte(w, '.') > strings.LastIndexByte(w, ','):
			s.points = commaed
			return commaed
		case dots > 1 && groups(w, '.'), commas == 1 && dots > 0 && strings.IndexByte(w, ',') > strings.LastIndexByte(w, '.'):
			s.points = pointed
		}
	}
	return s.points
}

func (s *sentence) digitsAt(i int) (numeral, bool) {
	n := numeral{span: span{i, i + 1}, scale: 1, digits: true}
	var ok bool
	n.value, n.grouped, n.decimal, n.doubt, ok = parseDigits(s.toks[i].s)
	if !ok {
		return n, false
	}
	if n.doubt && n.decimal && s.separators() == pointed && strings.IndexByte(s.toks[i].s, '.') > 0 {
		n.value, n.grouped, n.decimal, n.doubt = math.Round(n.value*1000), true, false, false // "147.469 tonnes" beside "1.204.500"
	}
	if s.broken(&n) {
		return n, true
	}
	s.spaced(&n, s.toks[i].s)
	s.fractionOf(&n)
	if !s.powerOfTen(&n) {
		return n, false
	}
	s.scaleOf(&n)
	s.lesser(&n)
	return n, true
}

// cutOff tells whether a space or a line break at a decimal point has made two numbers, or two sentences, of one: "It was 1.\n5
// million."
func (s *sentence) cutOff(at span) bool {
	tokens, sentences := s.doc.Tokens, s.doc.Sentences
	first, last := sentences[s.index].First, sentences[s.index].Last
	if at.from == 0 && first > 1 && tokens[first-2].Kind == segment.Number && s.lineBreak(first-1) {
		return true
	}
	if at.from == 0 && first > 1 && tokens[first-2].Kind == segment.Number && s.commaBreak(first-1) || at.to+1 == len(s.toks) && last < len(tokens) && s.commaBreak(last-1) {
		return true
	}
	if at.from == 0 && first > 1 && links[lower(tokens[first-1].Of(s.doc.Text))] && small(&tokens[first-2]) ||
		at.to+1 == len(s.toks) && links[s.toks[at.to].low] && last < len(tokens) && tokens[last].Kind == segment.Number && small(&tokens[last-2]) {
		return true // "between 20 and\n\n30 million"
	}
	return at.to+1 == len(s.toks) && s.toks[at.to].s == "." && last < len(tokens) && tokens[last].Kind == segment.Number && s.lineBreak(last-1)
}

// links are the words that tie the ends of a range.
var links = map[string]bool{"and": true, "or": true, "to": true}

// small tells whether a token is a number of three digits or fewer.
func small(t *segment.Token) bool { return t.Kind == segment.Number && t.End-t.Start <= 3 }

// goesOn tells whether the line ends with a number without its unit, and the next goes on in small letters: "of 12\n\npercent",
// "$3.4\n\nbillion".
func (s *sentence) goesOn(q *quantity) bool {
	last := s.doc.Sentences[s.index].Last
	if q.to < len(s.toks) || last >= len(s.doc.Tokens) || !strings.Contains(s.doc.Text[s.doc.Tokens[last-1].End:s.doc.Tokens[last].Start], "\n") {
		return false
	}
	w := s.doc.Tokens[last].Of(s.doc.Text)
	if q.coin != nil {
		return q.prefixed && amounts(w) > 1
	}
	return q.unit == nil && q.nouns.empty() && w[0] >= 'a' && w[0] <= 'z'
}

// commaBreak tells whether token i of the document is a comma that ends its line, and three digits begin the next: "3,\n450".
func (s *sentence) commaBreak(i int) bool {
	text, t, next := s.doc.Text, s.doc.Tokens[i], s.doc.Tokens[i+1]
	return t.Of(text) == "," && next.Kind == segment.Number && next.End-next.Start == 3 && strings.Contains(text[t.End:next.Start], "\n")
}

// lineBreak tells whether the full stop at token i of the document ends its line, and the next line goes on directly, or whether
// behind it stand a number and the letters of its scale ("over £1. 1bn").
func (s *sentence) lineBreak(i int) bool {
	text, tokens := s.doc.Text, s.doc.Tokens
	if tokens[i].Of(text) != "." {
		return false
	}
	gap := text[tokens[i].End:tokens[i+1].Start]
	if gap == "\n" || i+2 >= len(tokens) {
		return gap == "\n"
	}
	if strings.Contains(gap, "\n") {
		return scales[lower(tokens[i+2].Of(text))] > 1 // "It was 1.\n\n5 million"
	}
	return tokens[i+1].End == tokens[i+2].Start && amounts(tokens[i+2].Of(text)) > 1
}

// broken joins a number that a line break cuts at its separator, "3.\n2 percent", and leaves it in doubt.
func (s *sentence) broken(n *numeral) bool {
	at := n.to
	if at+1 >= len(s.toks) || s.toks[at+1].kind != segment.Number || s.toks[at+1].glued || !s.toks[at].glued || !s.toks[at].is(",", ".") ||
		!strings.Contains(s.doc.Text[s.toks[at].End:s.toks[at+1].Start], "\n") {
		return false
	}
	if s.toks[at].s == "," && len(s.toks[at+1].s) != 3 {
		return false
	}
	v, grouped, decimal, _, ok := parseDigits(s.toks[at-1].s + s.toks[at].s + s.toks[at+1].s)
	if ok {
		n.value, n.grouped, n.decimal, n.doubt, n.to = v, grouped, decimal, true, at+2
		s.scaleOf(n)
	}
	return ok
}

// lesser adds the smaller scale of "5 billion 300 million tenge".
func (s *sentence) lesser(n *numeral) {
	if n.scale < 1e6 || n.decimal || n.to+1 >= len(s.toks) || s.toks[n.to].kind != segment.Number {
		return
	}
	if less, ok := s.digitsAt(n.to); ok && less.scale >= 1000 && less.value < n.scale && !less.decimal {
		n.value, n.scale, n.to = n.value+less.value, 1, less.to
	}
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

// spaced joins thousands that spaces or apostrophes separate, "816 000", "1’250’000", and the broken "80, 000". Groups on
// two lines may as well be two numbers.
func (s *sentence) spaced(n *numeral, w string) {
	if len(w) > 3 || n.decimal || n.grouped || w[0] == '0' {
		return
	}
	for n.to < len(s.toks) {
		at := n.to
		gap := s.doc.Text[s.toks[at-1].End:s.toks[at].Start]
		switch {
		case s.toks[at].is("'", "’") && s.toks[at].glued && at+1 < len(s.toks) && s.toks[at+1].glued:
			at++
		case s.toks[at].s == "," && at+1 < len(s.toks) && !s.toks[at+1].glued && s.toks[at+1].s == "000":
			at++
		case utf8.RuneCountInString(gap) != 1:
			return
		}
		t := &s.toks[at]
		if t.kind != segment.Number || len(t.s) < 3 {
			return
		}
		if len(t.s) == 3 && t.s[0] != '0' && at+2 < len(s.toks) && s.toks[at+1].kind == segment.Word && s.toks[at+1].glued && !s.toks[at+2].glued && s.pluralAhead(at+2) {
			return // "12 155mm shells"
		}
		group, rest := t.s[:3], t.s[3:]
		if strings.ContainsAny(group, ".,") || rest != "" && (rest[0] != '.' && rest[0] != ',' || len(rest) < 2 || strings.ContainsAny(rest[1:], ".,")) {
			return
		}
		n.doubt = n.doubt || strings.ContainsAny(gap, "\n\r\t")
		v, _ := strconv.ParseFloat(group, 64)
		n.value = float64(n.value*1000) + v
		n.grouped = true
		n.to = at + 1
		if rest != "" {
			d, _ := strconv.ParseFloat("0."+rest[1:], 64)
			n.value, n.decimal = n.value+d, true
			return
		}
	}
}

// fractionOf reads "1/2", "2 1/2", "3½".
func (s *sentence) fractionOf(n *numeral) {
	if n.decimal && n.to+1 < len(s.toks) && s.toks[n.to].s == "-" && s.toks[n.to].glued && s.toks[n.to+1].glued {
		if v, ok := s.slashed(n.to + 1); ok {
			w := s.toks[n.to-1].s
			n.value, n.to = n.value+v*math.Pow(0.1, float64(len(w)-1-strings.IndexByte(w, '.'))), n.to+4 // "$4.18-1/2 a bushel"
		}
		return
	}
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
