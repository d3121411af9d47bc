package figures

import (
	"math"
	"strings"

	"broadsheet/stages/segment"
)

// quantity is a number with its unit, as the range and kind rules need it.
type quantity struct {
	numeral
	coin     *coin
	prefixed bool   // the coin stands before the number
	unit     *unit  // of the table
	name     string // the unit's name with its "per"
	per      *unit
	perNoun  bool
	nouns    span // counted noun phrase
	kind     string
	rule     string
	negative bool
	adjust   bool
	sure     float64
	bound    string // from the number itself: "sub-300"
}

// readValues finds the figures of the sentence with value, unit and kind.
func (s *sentence) readValues() {
	for i := 0; i < len(s.toks); {
		if !s.toks[i].opens {
			i++
			continue
		}
		q, ok := s.quantityAt(i)
		if !ok {
			i = max(i+1, q.to)
			continue
		}
		i = s.emit(q)
	}
	s.settleCents()
}

// quantityAt reads number and unit at token i. Where it is no figure, q.to may tell how far to skip.
func (s *sentence) quantityAt(i int) (quantity, bool) {
	q, ok := s.readQuantity(i)
	if ok && q.doubt && !s.plain(&q) {
		q.sure = math.Min(q.sure, 0.45)
	}
	return q, ok
}

// plain tells whether scale or unit decide between two readings of the digits: "1,5 billion" and "3,50 euros" have a decimal
// comma, "1.125 percent" a decimal point; "1.250 euros" and "12.500 people" may be thousands.
func (s *sentence) plain(q *quantity) bool {
	w := s.doc.Text[s.toks[q.numeral.from].Start:s.toks[q.numeral.to-1].End]
	w = w[:strings.LastIndexAny(w, "0123456789")+1]
	switch {
	case strings.ContainsAny(w, "\n\r"):
		return false
	case q.scale >= 1000:
		return true
	case strings.Contains(w, ","):
		// "$130,00" is a slip of the pen.
		return q.coin != nil && q.coin.noun != "dollar" && q.coin.noun != "pound" || q.unit != nil
	}
	if q.unit != nil && q.unit.dimension != "share" && (bulky[q.unit.name] || strings.HasSuffix(w, "00")) && s.separators() != commaed {
		return false // "147.469 tonnes"
	}
	return (q.unit != nil || q.kind == "index") && !strings.HasSuffix(w, "000") || q.coin != nil && (q.per != nil || q.perNoun || q.to < len(s.toks) && s.toks[q.to].is("each", "apiece"))
}

// bulky are units that news seldom divides by a thousand.
var bulky = wordSet(`tonne ton hectare barrel acre bushel`)

func (s *sentence) readQuantity(i int) (quantity, bool) {
	if q, ok := s.gluedMoney(i); ok {
		return q, true
	}
	n, ok := s.numeralAt(i)
	q := quantity{numeral: n, sure: 0.95}
	if !ok {
		q.to = i + 1
		return q, false
	}
	q.from = n.from
	s.sign(&q)
	if c, from := s.prefixAt(q.from); from >= s.done && from >= 0 && (s.toks[from].kind != segment.Word || s.pays(s.toks[from].s, &q)) {
		q.coin, q.from, q.prefixed = c.kept(), from, true
		s.signBefore(&q)
		s.moneyScale(&q)
		q.coinScale()
		q.kind, q.rule = "money", "currency before the number"
		s.suffixDollar(&q)
		if q.to < len(s.toks) && s.toks[q.to].glued && s.toks[q.to].kind == segment.Word {
			q.sure = 0.4 // letters that no scale explains: "$2.5x"
		}
		s.loosely(&q)
		s.priced(&q)
		return q, true
	}
	if n.unit != nil {
		q.unit, q.name, q.kind, q.rule = n.unit, n.unit.name, "duration", "so long and a half"
		return q, true
	}
	if n.fold {
		q.kind, q.rule = "ratio", "multiplier"
		return q, true
	}
	if skip := s.noFigure(&q); skip > 0 {
		q.to = skip
		return q, false
	}
	if !s.measured(&q) {
		q.to = max(q.to, i+1)
		return q, false
	}
	return q, true
}

// sign reads a sign that touches the number: "-5", "+0.2", "minus-260", "~1.2".
func (s *sentence) sign(q *quantity) {
	i := q.from
	if i <= s.done || !q.digits && !s.toks[i-1].is("minus") && s.toks[i-1].s != "-" {
		return
	}
	t := &s.toks[i-1]
	switch {
	case (t.s == "-" || t.s == "−" || t.s == "–") && s.toks[i].glued:
		if i >= 2 && s.toks[i-2].low == "minus" && t.glued {
			q.negative, q.from = true, i-2
		} else if i >= 2 && s.toks[i-2].low == "sub" && t.glued {
			q.bound = "at_most"
		} else if t.glued && i >= 2 && (s.toks[i-2].is("(", "[") || s.lex.coinSymbols[s.toks[i-2].s].currency != nil && s.toks[i-2].kind == segment.Symbol) {
			q.negative, q.from = true, i-1
		} else if !t.glued && (i == 1 || s.toks[i-2].kind != segment.Number || t.s != "–" && !s.rising(i-2, q)) {
			q.negative, q.from = true, i-1
		}
	case t.s == "+" && s.toks[i].glued && (!t.glued || i > 1 && s.toks[i-2].s == "("):
		q.from, q.signed = i-1, true
	case t.low == "minus" && (i < 2 || s.toks[i-2].kind != segment.Number && s.toks[i-2].low != "or"):
		q.negative, q.from = true, i-1
	}
	if q.negative {
		q.value, q.signed = -q.value, true
	}
}

// rising tells whether whole numbers at token i and of q, with a dash between, are a range with a space too many: "15 -20 euros".
func (s *sentence) rising(i int, q *quantity) bool {
	n, ok := s.digitsAt(i)
	return ok && !n.decimal && !q.decimal && n.value < q.value && !(q.to < len(s.toks) && s.toks[q.to].s == "%")
}

// hyphenated tells whether the figure is a modifier of the noun behind it: "15-day truce".
func (s *sentence) hyphenated(q *quantity) {
	if last := &s.toks[q.to-1]; q.unit != nil && q.value != 1 && q.scale == 1 && !q.decimal && len(last.low) > 3 && last.low == q.unit.name && q.unit.dimension != "temperature" {
		q.adjust = true // "a 20 minute walk": the singular shows it
	}
	for i := q.numeral.from + 1; i < q.to; i++ {
		if s.toks[i].s == "-" && s.toks[i].glued {
			q.adjust = true
		}
	}
}

// measured finds the unit behind the number; false where the number claims nothing.
func (s *sentence) measured(q *quantity) bool {
	s.loosely(q)
	at := q.to
	if at < len(s.toks) && s.toks[at].s == "-" && s.toks[at].glued {
		if at+1 >= len(s.toks) || !s.toks[at+1].glued || s.toks[at+1].kind == segment.Number {
			at = len(s.toks)
		} else {
			at++
		}
	}
	if at+2 < len(s.toks) && s.toks[at].s == "-" && !s.toks[at].glued && !s.toks[at+1].glued && s.toks[at+2].nominal() {
		if u, _ := s.unitAt(at+1, q.value); u != nil && u.name == s.toks[at+1].s {
			at++ // "30 - year bonds"
			q.adjust = true
		}
	}
	if at < len(s.toks) && (s.toks[at].s == "(" || s.toks[at].s == "[" || s.toks[at].s == "{" || s.toks[at].s == "<") && at+2 < len(s.toks) {
		u, end := s.unitAt(at+1, q.value)
		what, per, behind := s.perAt(end)
		if end = max(end, behind); u != nil && end < len(s.toks) && q.scale == 1 && strings.Contains(")]}>", s.toks[end].s) && !s.toks[at].glued {
			q.unit, q.name, q.to, q.kind, q.rule = u, u.name, end+1, kindOf(u), "unit in brackets"
			if behind > 0 {
				q.name, q.per, q.perNoun, q.kind = q.name+" per "+what, per, per == nil, "measure"
			}
			return true
		}
	}
	if at >= len(s.toks) {
		if s.ofAge(q.from) && q.value < 130 {
			u := s.lex.unitWords["year"]
			q.unit, q.name, q.kind, q.rule = u, u.name, "age", behindAged // "aged 50-64"
			return true
		}
		return s.unitless(q)
	}
	if s.aged(q, at) || s.moneyBehind(q, at) || s.counted(q, at, true) || s.unitBehind(q, at) {
		s.hyphenated(q)
		return true
	}
	at = max(at, q.to) // behind a letter of scale: "4.3M sales"
	if at < len(s.toks) && s.counted(q, at, false) {
		s.hyphenated(q)
		return true
	}
	return s.unitless(q)
}

// orBounds are the bounds that "or" and a word behind a number say.
var orBounds = map[string]string{"more": "at_least", "fewer": "at_most", "so": "approximate"}

// loosely reads the ends of "30-odd years" and "100-plus firms".
func (s *sentence) loosely(q *quantity) {
	if at := q.to; at+1 < len(s.toks) && s.toks[at].low == "plus" && s.nounFollows(at+1) {
		q.bound, q.to = "at_least", at+1 // "50 plus points"
	}
	if at := q.to; at+2 < len(s.toks) && s.toks[at].low == "or" && s.toks[at+1].is("more", "fewer", "so") && !s.toks[at+2].is("than") && s.nounFollows(at+2) && s.pluralAhead(at+2) {
		q.bound, q.to = orBounds[s.toks[at+1].low], at+2 // "50 or more cows"
	}
	if at := q.to; at+1 < len(s.toks) && s.toks[at].s == "+" && s.toks[at].glued && !s.toks[at+1].glued {
		q.bound, q.to = "at_least", at+1 // "100+ stores"
	}
	if at := q.to; at+1 < len(s.toks) && s.toks[at].s == "-" && s.toks[at].glued && s.toks[at+1].is("odd", "plus", "ish") {
		q.bound, q.to = "approximate", at+2
		if s.toks[at+1].low == "plus" {
			q.bound = "at_least"
		}
	}
}

// scaleLetter reads a letter of scale on a number without currency: "4.3M sales", "2.7m people", "25k".
func (s *sentence) scaleLetter(q *quantity, at int) bool {
	t := &s.toks[at]
	m, ok := letters[t.s]
	if !ok || q.scale != 1 || !q.digits || at != q.to || t.s == "mm" || t.s == "MM" || q.grouped && !t.glued {
		return false
	}
	next := at + 1
	noun := next < len(s.toks) && s.toks[next].nominal() && !s.toks[next].glued
	switch t.s {
	case "k", "K":
		if !t.glued {
			return false
		}
	case "M", "B", "b", "T":
		if q.from > 0 && s.toks[q.from-1].is("first", "last") && !noun {
			return false // "in the first 9M": months
		}
		if !noun && (t.s == "b" || t.s == "T") || !t.glued && (!noun || t.s != "M" && t.s != "B") {
			return false
		}
	case "m":
		if !t.glued && s.metres(next) {
			return false // "3 m waves"
		}
		if next+1 < len(s.toks) && s.toks[next].s == "-" && s.toks[next+1].is("strong", "plus", "odd") {
			break // "a 1.8m-strong workforce"
		}
		if !noun || !s.pluralAhead(next) && !isUnitWord(s, next) {
			return false
		}
	default:
		return false
	}
	q.value, q.scale, q.to, q.scaledBy = q.value*m, m, at+1, t.s
	q.sure = 0.7
	if t.s == "M" && q.value == 3*m && !q.decimal {
		q.sure = 0.45 // the firm: "3M shares"
	}
	if t.s == "B" && !t.glued && s.toks[next].low != "people" {
		q.sure = 0.45 // "3 B teams"
	}
	return true
}

func isUnitWord(s *sentence, i int) bool {
	u, _ := s.unitAt(i, 2)
	return u != nil
}

// pluralAhead tells whether a plural noun follows within the noun phrase at token i.
func (s *sentence) pluralAhead(i int) bool {
	for ; i < len(s.toks) && (s.toks[i].nominal() || s.toks[i].low == "and"); i++ {
		if isPlural(s.toks[i].low) {
			return true
		}
	}
	return false
}

func kindOf(u *unit) string {
	switch {
	case u.name == "percentage" || u.name == "percentage point" || u.name == "basis point":
		return "percent"
	case u.dimension == "time":
		return "duration"
	case u.name == "point":
		return "count"
	}
	return "measure"
}
