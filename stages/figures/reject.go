package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// noFigure tells whether the number is a date, a time, an ordinal, a name, a label or a score, and returns the token
// behind what it rejects, 0 where it may be a figure.
func (s *sentence) noFigure(q *quantity) int {
	if q.words {
		return s.noWordFigure(q)
	}
	at, end := q.numeral.from, q.numeral.to
	t := &s.toks[at]
	var next *tok
	if end < len(s.toks) {
		next = &s.toks[end]
	}
	if next != nil && next.glued {
		switch {
		case next.low == "st" && int(q.value)%10 != 1:
			return 0 // "14st" of weight
		case next.is("st", "nd", "rd", "th") && next.kind == segment.Word, next.s == "s" && !q.decimal, next.s == "ers":
			return end + 1
		case next.s == ":" && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Number && s.toks[end+1].glued:
			return s.skipRun(end)
		case next.is("'", "’") && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Number && s.toks[end+1].glued && q.value < 9:
			return end + 2 // 5'4 tall
		case next.s == "°" || next.s == "%" || next.s == "’" && end+1 < len(s.toks) && s.toks[end+1].s == "s":
			if next.s == "’" {
				return end + 1
			}
		}
	}
	switch {
	case strings.HasPrefix(t.s, "0") && len(t.s) > 1 && t.s[1] != '.' && t.s[1] != ',':
		for len(t.s) > 2 && end < len(s.toks) && s.toks[end].kind == segment.Number && len(s.toks[end].s) > 2 {
			end++ // "0800 123 456"
		}
		return end
	case s.shortYear(q), s.wickets(q):
		return end
	case next != nil && next.low == "in" && end+2 < len(s.toks) && s.toks[end+1].s == "1" && q.value < 10 && q.scale == 1 && s.nounFollows(end+2):
		return end + 2 // "a 2 in 1 laptop"
	case s.clock(end), next != nil && (next.s == "BC" || next.s == "BCE" || next.s == "B.C.") && q.scale == 1:
		return end + 1
	case at > 0 && (s.toks[at-1].s == "AD" || s.toks[at-1].s == "A.D."):
		return end
	case s.dateAround(q):
		return s.dateEnd(end)
	case s.gluedName(q):
		return s.skipRun(end)
	case s.labelled(q):
		return end
	case s.listMark(q):
		return end
	case at > 1 && s.toks[at-1].s == "(" && s.toks[at].glued && s.toks[at-2].kind == segment.Symbol:
		return end // a loss in the books: "$(1.2) million"
	case q.scale == 1 && next != nil && next.kind == segment.Number && !next.glued && !s.sized(end):
		return end // "call 555 0199"
	case !s.ofAge(at) && s.score(q):
		return s.skipRun(end)
	case s.against(q):
		return end + 2 // odds and results: "5 to 1", "lost 4 to 2"
	}
	if year := s.yearLike(q); year {
		return end
	}
	return 0
}

// wickets tells whether the number is one of a score in cricket: "at 147 for 3", "were 88 for six".
func (s *sentence) wickets(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if q.decimal || q.scale != 1 || q.grouped {
		return false
	}
	if at > 1 && s.toks[at-1].low == "for" && s.toks[at-2].kind == segment.Number && s.done < at-1 {
		return q.value <= 10 && q.value < s.plainDigits(at-2) && !s.unitFollows(end, q) && !s.nounFollows(end)
	}
	if q.value < 10 || q.value >= 1000 || end+1 >= len(s.toks) || s.toks[end].low != "for" {
		return false
	}
	n, ok := s.numeralAt(end + 1)
	return ok && n.scale == 1 && !n.decimal && !n.fraction && n.value <= 10 && n.value < q.value && !s.unitFollows(n.to, q) && !s.nounFollows(n.to)
}

// plainDigits returns the whole number at token i, 0 where there is none.
func (s *sentence) plainDigits(i int) float64 {
	n, ok := s.digitsAt(i)
	if !ok || n.decimal || n.grouped {
		return 0
	}
	return n.value
}

// skipRun returns the end of the tokens that touch each other from i on.
func (s *sentence) skipRun(i int) int {
	for i < len(s.toks) && s.toks[i].glued && s.toks[i].s != "," && s.toks[i].s != "." && s.toks[i].s != ")" {
		i++
	}
	return i
}

// gluedName tells whether the number is part of a word: "COVID-19", "5G", "F-35", "3D", "9/11", "24/7".
func (s *sentence) gluedName(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if at > 1 && s.toks[at].glued && (s.toks[at-1].s == "-" || s.toks[at-1].s == "‑") && s.toks[at-1].glued && s.toks[at-2].kind == segment.Word && !(at > 2 && s.toks[at-2].glued && s.toks[at-3].kind == segment.Number) && !s.toks[at-2].is("minus", "sub", "plus", "mid", "pre", "post", "a", "top", "now") {
		return cardinals[s.toks[at-2].low] == 0
	}
	if end+1 < len(s.toks) && s.toks[end].glued && s.toks[end+1].glued && s.toks[end].is("-", "(") && len(s.toks[end+1].s) == 1 && s.toks[end+1].kind == segment.Word && (s.toks[end+1].upper && s.toks[end].s == "-" || s.toks[end].s == "(") {
		return true // "an 8-K form", "a 401(k) plan"
	}
	if at > 1 && s.toks[at].glued && s.toks[at-1].s == "." && s.toks[at-1].glued && s.toks[at-2].kind == segment.Word {
		return true // "XBB.1.5", "v2.1"
	}
	if s.toks[at].named && end+1 < len(s.toks) && s.toks[end].s == "-" && s.toks[end].glued && s.toks[end+1].named && s.toks[end+1].upper {
		return true // "7-Eleven"
	}
	if at > 1 && s.toks[at].glued && s.toks[at-1].s == "," && !s.toks[at-1].glued {
		return true // ",89" may be 0.89
	}
	if at > 1 && s.toks[at-1].s == "/" && !s.toks[at-1].glued && s.toks[at-2].kind == segment.Number {
		return true // "24 / 7"
	}
	if at > 0 && s.toks[at].glued && (s.toks[at-1].is("/", "^", "*", "=") || s.toks[at-1].s == "#" || s.toks[at-1].s == ":" || s.toks[at-1].kind == segment.Word) {
		return true
	}
	if end < len(s.toks) && s.toks[end].glued && s.toks[end].s == "/" && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Number {
		return true
	}
	if end < len(s.toks) && s.toks[end].glued && s.toks[end].kind == segment.Word && q.scale == 1 {
		t := &s.toks[end]
		if t.s == "M" && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Clitic || s.pictureLines(q, end) {
			return true // "3M's supplier", "1080p video"
		}
		if u, e := s.unitAt(end, q.value); u != nil && e > end {
			return t.s == "G" || len(t.s) == 1 && t.upper && at > 0 && s.toks[at-1].upper && s.toks[at-1].class&label != 0 // "Runway 27L"
		}
		if c, e := s.coinAt(end); e > 0 && c.currency != nil {
			return false
		}
		if (t.s == "C" || t.s == "F") && !s.spelled(end+1) && (at < 2 || !s.toks[at-1].upper) {
			return false
		}
		if letters[t.s] != 0 && t.s != "m" && t.s != "t" {
			return !s.scaling(q, end)
		}
		return letters[t.s] == 0 && scales[t.low] == 0 && t.s != "x" && !t.is("yo", "yr", "fold")
	}
	return false
}

// pictureLines tells whether a p behind plain digits makes them the lines of a picture: "4K and 1080p video", no "fell to 720p".
func (s *sentence) pictureLines(q *quantity, i int) bool {
	if s.toks[i].s != "p" || q.grouped || q.value != 480 && q.value != 720 && q.value != 1080 && q.value != 1440 && q.value != 2160 {
		return false
	}
	return s.nounFollows(i+1) || !s.changes(i) && !s.costs()
}

// scaling tells whether the letter at token i, glued to a number, is a scale: "4.3M sales", "to 25k", no "221B Baker Street",
// "a 10K on Sunday", "4K and 8K screens".
func (s *sentence) scaling(q *quantity, i int) bool {
	if strings.EqualFold(s.toks[i].s, "K") && q.value < 9 && !q.decimal {
		return false
	}
	if s.toks[i].s == "B" && q.from > 0 && (s.toks[q.from-1].is("at", "near", "opposite") || s.toks[q.from-1].kind == segment.Number) {
		return false // an address, a model
	}
	next := i + 1
	if next < len(s.toks) {
		if _, end := s.coinAt(next); end > 0 || s.pluralAhead(next) || isUnitWord(s, next) {
			return true
		}
		if s.toks[next].nominal() && s.toks[next].class&(noun|name) != 0 && !s.toks[next].glued {
			return false
		}
	}
	return q.from == 0 || s.toks[q.from-1].class&determiner == 0 && !s.toks[q.from-1].upper
}

// cased tells whether capitals mean nothing around token i: a headline in capitals or title case.
func (s *sentence) cased(i int) bool { return i == 0 && s.toks[i].class&(verb|adverb|participle) != 0 }

func (s *sentence) unitFollows(end int, q *quantity) bool {
	if end >= len(s.toks) {
		return false
	}
	if s.toks[end].s == "-" && s.toks[end].glued && end+1 < len(s.toks) {
		end++
	}
	if u, _ := s.unitAt(end, q.value); u != nil {
		return true
	}
	_, e := s.coinAt(end)
	return e > 0
}

// nounFollows tells whether a noun phrase follows that the number could count.
func (s *sentence) nounFollows(end int) bool {
	return end < len(s.toks) && s.toks[end].nominal() && s.toks[end].kind == segment.Word
}

// sized tells whether the number at token i belongs to a modifier of what the number before it counts: "six 12-inch guns".
func (s *sentence) sized(i int) bool {
	n, ok := s.numeralAt(i)
	if !ok || n.to >= len(s.toks) {
		return false
	}
	if s.toks[n.to].s == "-" && s.toks[n.to].glued {
		return true
	}
	u, end := s.unitAt(n.to, n.value)
	return u != nil && end < len(s.toks) && s.pluralAhead(end)
}

// against tells whether a number no larger follows behind "to", of odds, ratios and results: "a 5 to 1 outsider", "lost 4 to 2", no
// "from 5 to 1".
func (s *sentence) against(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if q.scale != 1 || q.decimal && q.value > 9 || q.value <= 1 || end+1 >= len(s.toks) || s.toks[end].low != "to" || at > 0 && s.toks[at-1].is("from", "between") || s.unitFollows(end+2, q) || s.nounFollows(end+2) {
		return false
	}
	if s.toks[end+1].is("1", "one") {
		return !s.changes(at)
	}
	n, ok := s.numeralAt(end + 1)
	return ok && q.digits == n.digits && !n.fraction && (q.digits || q.value <= 12) && !q.decimal && !n.decimal && n.scale == 1 && n.to == end+2 && q.value < 30 && n.value < q.value
}

// listMark tells whether the number opens a list entry: "1. Mix the flour".
func (s *sentence) listMark(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if q.value >= 1000 || q.decimal || end >= len(s.toks) {
		return false
	}
	return at == 0 && (s.toks[end].s == ")" || s.toks[end].s == "." && end+1 < len(s.toks)) || at == 0 && end == len(s.toks)-1 && s.toks[end].s == "."
}

// score tells whether two small numbers are a result: "won 3-1", "2-2", "6-4, 6-3".
func (s *sentence) score(q *quantity) bool {
	end := q.numeral.to
	if q.decimal || q.grouped || q.scale != 1 || end+1 >= len(s.toks) || s.toks[end].s != "-" && s.toks[end].s != "–" || s.toks[end].glued != s.toks[end+1].glued || s.toks[end+1].kind != segment.Number {
		return false
	}
	if !s.toks[end].glued && (q.value > 19 || len(s.toks[end+1].s) > 2) {
		return false // with spaces around the dash, small numbers alone are a result
	}
	n, ok := s.numeralAt(end + 1)
	if !ok || n.decimal || n.scale != 1 {
		return false
	}
	if s.unitFollows(n.to, q) {
		return n.value < q.value
	}
	if n.to < len(s.toks) && (s.toks[n.to].s == "-" || s.toks[n.to].s == "–") && s.toks[n.to].glued {
		return n.to+1 < len(s.toks) && s.toks[n.to+1].kind == segment.Number || n.value <= q.value
	}
	if q.value >= 1000 && q.value < 2200 && (n.value < 100 || n.value >= 1000 && n.value < 2200) && !s.pluralAhead(n.to) {
		return true
	}
	if n.value <= q.value {
		return true
	}
	return !s.pluralAhead(n.to) && (q.value < 20 && n.value < 20 || len(s.toks[end+1].s) >= 4)
}
