package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// quantity is a number with its unit, as the range and kind rules need it.
type quantity struct {
	numeral
	coin     *coin
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
		q, ok := s.quantityAt(i)
		if !ok {
			i = max(i+1, q.to)
			continue
		}
		i = s.emit(q)
	}
}

// quantityAt reads number and unit at token i. Where it is no figure, q.to may tell how far to skip.
func (s *sentence) quantityAt(i int) (quantity, bool) {
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
	if n.doubt {
		q.sure = 0.45
	}
	s.sign(&q)
	if c, from := s.prefixAt(q.from); from >= s.done && from >= 0 {
		q.coin, q.from = &c, from
		s.signBefore(&q)
		s.moneyScale(&q)
		q.kind, q.rule = "money", "currency before the number"
		s.suffixDollar(&q)
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
		} else if t.glued && i >= 2 && s.lex.coinSymbols[s.toks[i-2].s].currency != nil && s.toks[i-2].kind == segment.Symbol {
			q.negative, q.from = true, i-1
		} else if !t.glued && (t.s != "–" || i == 1 || s.toks[i-2].kind != segment.Number) {
			q.negative, q.from = true, i-1
		}
	case t.s == "+" && s.toks[i].glued && !t.glued:
		q.from, q.signed = i-1, true
	case t.low == "minus" && (i < 2 || s.toks[i-2].kind != segment.Number):
		q.negative, q.from = true, i-1
	}
	if q.negative {
		q.value, q.signed = -q.value, true
	}
}

// signBefore reads a sign before the currency: "-$5", "$-5" was read with the number.
func (s *sentence) signBefore(q *quantity) {
	if q.from > s.done && (s.toks[q.from-1].s == "-" || s.toks[q.from-1].s == "−") && s.toks[q.from].glued && !s.toks[q.from-1].glued && !q.negative {
		q.value, q.negative, q.from = -q.value, true, q.from-1
	}
}

// moneyScale reads the letters of scale that money takes: "$4m", "€1.2 bn" was read with the number.
func (s *sentence) moneyScale(q *quantity) {
	if q.to >= len(s.toks) || q.scale != 1 {
		return
	}
	t := &s.toks[q.to]
	m, ok := letters[t.s]
	if !ok || !t.glued && q.to+1 < len(s.toks) && s.toks[q.to+1].glued && s.toks[q.to+1].s == "." {
		return
	}
	if !t.glued && (t.s == "t" || t.s == "T" || t.s == "B" || t.s == "K") {
		return
	}
	q.value, q.scale, q.to, q.scaledBy = q.value*m, m, q.to+1, t.s
}

// suffixDollar lets a code behind decide a bare sign: "$76 US", "$5 million Canadian", "$100 AUD".
func (s *sentence) suffixDollar(q *quantity) {
	if q.to >= len(s.toks) || !q.coin.bare {
		return
	}
	t := &s.toks[q.to]
	if c, ok := s.lex.codes[t.s]; ok && c.noun == q.coin.noun {
		q.coin, q.to = &c, q.to+1
		return
	}
	if t.s == "US" || t.s == "CAD" || t.s == "Canadian" || t.s == "Australian" {
		if q.to+1 < len(s.toks) && s.toks[q.to+1].nominal() {
			return
		}
		s.key = append(append(s.key[:0], t.low...), " dollar"...)
		if c, ok := s.lex.coinWords[strings.ToLower(string(s.key))]; ok && q.coin.noun == "dollar" {
			q.coin, q.to = &c, q.to+1
		}
	}
	if t.low == "dollars" || t.low == "dollar" {
		q.to++
	}
}

// priced reads the unit of money and what it is the price of: "$6 a share", "5 cents per kWh".
func (s *sentence) priced(q *quantity) {
	q.name = q.coin.noun
	if q.coin.minor {
		q.name = q.coin.sub
	}
	if what, u, end := s.perAt(q.to); end > 0 {
		q.name += " per " + what
		q.per, q.perNoun, q.to = u, u == nil, end
		q.rule += ", a price"
	}
	s.hyphenated(q)
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

// gluedMoney reads money whose code touches the digits: "USD34.6 million", "RM23.50", "AUD1.5m".
func (s *sentence) gluedMoney(i int) (quantity, bool) {
	t := &s.toks[i]
	if t.kind != segment.Word || len(t.s) < 2 || t.s[0] < 'A' || t.s[0] > 'Z' {
		return quantity{}, false
	}
	at := strings.IndexAny(t.s, "0123456789")
	if at < 1 {
		return quantity{}, false
	}
	first := i
	c, ok := s.lex.codes[t.s[:at]]
	if !ok && t.glued && i > s.done && s.toks[i-1].s == "$" {
		if c, ok = s.symbolOf("$", t.s[:at]); ok {
			first = i - 1
		}
	}
	if !ok {
		if c, ok = s.lex.coinSymbols[t.s[:at]]; !ok || at < 2 {
			return quantity{}, false
		}
	}
	text, end := s.doc.Text, t.Start+at
	from := end
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || (text[end] == '.' || text[end] == ',') && end+1 < len(text) && text[end+1] >= '0' && text[end+1] <= '9') {
		end++
	}
	q := quantity{numeral: numeral{span: span{first, i + 1}, scale: 1, digits: true}, coin: &c, kind: "money", rule: "currency code that touches the number", sure: 0.95}
	if q.value, q.grouped, q.decimal, q.doubt, ok = parseDigits(text[from:end]); !ok {
		return quantity{}, false
	}
	if q.doubt {
		q.sure = 0.45
	}
	for q.to < len(s.toks) && s.toks[q.to].Start < end {
		q.to++
	}
	if rest := text[end:s.toks[q.to-1].End]; rest != "" {
		m, ok := scales[lower(rest)]
		if !ok {
			m, ok = letters[rest]
		}
		if !ok {
			return quantity{}, false
		}
		q.value, q.scale = q.value*m, m
	} else {
		s.scaleOf(&q.numeral)
		s.moneyScale(&q)
	}
	s.priced(&q)
	return q, true
}

// measured finds the unit behind the number; false where the number claims nothing.
func (s *sentence) measured(q *quantity) bool {
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
		if u, end := s.unitAt(at+1, q.value); u != nil && end < len(s.toks) && q.scale == 1 && strings.Contains(")]}>", s.toks[end].s) && !s.toks[at].glued {
			q.unit, q.name, q.to, q.kind, q.rule = u, u.name, end+1, kindOf(u), "unit in brackets"
			return true
		}
	}
	if at >= len(s.toks) {
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

// moneyBehind reads "42 million euros", "50 cents", "164p".
func (s *sentence) moneyBehind(q *quantity, at int) bool {
	if q.fraction && q.words && !s.toks[at].is("dollar", "dollars") {
		return false
	}
	if q.scale == 1 && q.digits && at == q.to && at+1 < len(s.toks) && s.toks[at].glued {
		if m, ok := letters[s.toks[at].s]; ok {
			if c, end := s.coinAt(at + 1); end > 0 {
				q.value, q.scale = q.value*m, m
				return s.takeCoin(q, c, end)
			}
		}
	}
	c, end := s.coinAt(at)
	if end == 0 && s.toks[at].low == "of" && q.scale > 1 {
		c, end = s.coinAt(at + 1)
	}
	if end == 0 {
		return false
	}
	if u, longer := s.unitAt(at, q.value); u != nil && (longer > end || c.noun == "pound" && longer == end && s.weighed(q, end)) {
		return false
	}
	return s.takeCoin(q, c, end)
}

// weighed tells whether pounds are a weight: "weighs 12 pounds", "two pounds of butter".
func (s *sentence) weighed(q *quantity, end int) bool {
	for i := q.from - 1; i >= 0 && i > q.from-6; i-- {
		if s.toks[i].base == "weigh" || s.toks[i].is("weight", "heavier", "lighter") {
			return true
		}
	}
	return end < len(s.toks) && (s.toks[end].is("heavier", "lighter", "overweight") || s.toks[end].low == "of" && q.scale == 1 && q.value < 1000 && end+1 < len(s.toks) && s.toks[end+1].class&(determiner|adjective|name) == 0)
}

func (s *sentence) takeCoin(q *quantity, c coin, end int) bool {
	if c.noun == "dollar" && c.bare && !c.minor {
		c = coin{currency: s.lex.codes[s.dollar].currency, bare: true}
	}
	q.coin, q.to, q.kind, q.rule = &c, end, "money", "currency behind the number"
	if q.scale == 1 {
		s.scaleOf(&q.numeral) // "75 USD million"
	}
	s.priced(q)
	s.smallChange(q)
	return true
}

// smallChange adds the cents of "3 dollars and 50 cents".
func (s *sentence) smallChange(q *quantity) {
	if q.coin.minor || q.coin.subs == 0 || q.scale != 1 || q.decimal {
		return
	}
	at := q.to
	if at < len(s.toks) && s.toks[at].low == "and" {
		at++
	}
	if at >= len(s.toks) {
		return
	}
	n, ok := s.numeralAt(at)
	if !ok || n.value >= q.coin.subs || n.decimal || n.scale != 1 {
		return
	}
	if c, end := s.coinAt(n.to); end > 0 && c.minor && c.code == q.coin.code {
		q.value, q.to = q.value+n.value/q.coin.subs, end
	}
}

// aged reads ages: "30-year-old", "five years old", "3 years of age", "aged 12".
func (s *sentence) aged(q *quantity, at int) bool {
	u, end := s.unitAt(at, q.value)
	if u != nil && u.dimension == "time" {
		k := end
		if k < len(s.toks) && s.toks[k].s == "-" {
			k++
		}
		if k < len(s.toks) && (s.toks[k].is("old", "olds") || s.toks[k].is("of") && k+1 < len(s.toks) && s.toks[k+1].is("age")) {
			if s.toks[k].is("of") {
				k++
			}
			q.unit, q.name, q.kind, q.to, q.rule = u, u.name, "age", k+1, "a number of years old"
			return true
		}
	}
	t := &s.toks[at]
	if t.is("yo", "y.o.", "yr-old") && q.value < 130 {
		q.unit, q.name, q.kind, q.to, q.rule = s.lex.unitWords["year"], "year", "age", at+1, "a number of years old"
		return true
	}
	if q.from > 0 && (s.toks[q.from-1].is("aged", "age", "ages") || q.from > 1 && s.toks[q.from-1].low == "of" && s.toks[q.from-2].low == "age") && q.value < 130 && (at == q.to || s.toks[at].kind == segment.Number) {
		if u == nil || u.dimension == "time" {
			if u == nil {
				u, end = s.lex.unitWords["year"], q.to
			}
			q.unit, q.name, q.kind, q.to, q.rule = u, u.name, "age", end, "behind aged"
			return true
		}
	}
	return false
}

// unitBehind reads a unit of the table and the "per" behind it.
func (s *sentence) unitBehind(q *quantity, at int) bool {
	if t := &s.toks[at]; (t.s == "C" || t.s == "F") && t.glued && at == q.to && q.digits && q.scale == 1 && q.value < 140 && !s.spelled(at+1) {
		u := s.lex.unitWords["celsius"]
		if t.s == "F" {
			u = s.lex.unitWords["fahrenheit"]
		}
		q.unit, q.name, q.to, q.kind, q.rule = u, u.name, at+1, kindOf(u), "letter of a temperature"
		return true
	}
	if t := &s.toks[at]; t.s == "m" && t.glued && at == q.to && q.digits && q.scale == 1 {
		if n := len(s.found); n > 0 && s.found[n-1].at.to == q.from && s.found[n-1].fig.Unit == "hour" {
			u := s.lex.unitWords["minute"]
			q.unit, q.name, q.to, q.kind, q.rule = u, u.name, at+1, "duration", "minutes behind hours"
			return true
		}
		if at := q.from - 1; at > 0 && s.toks[at].is("to", "from", "by") {
			q.sure = 0.45 // "sales rose to 12m": metres or millions
		}
	}
	if s.scaleLetter(q, at) {
		if q.to >= len(s.toks) {
			return s.unitless(q)
		}
		at = q.to
		if s.moneyBehind(q, at) {
			return true
		}
	}
	u, end := s.unitAt(at, q.value)
	if u == nil {
		u, end = s.spacedUnit(at)
	}
	if u == nil {
		return false
	}
	if q.words && q.value == 1 && u.dimension == "time" && at == q.to && s.idleOne(q, end) {
		return false
	}
	q.unit, q.name, q.to, q.kind, q.rule = u, u.name, end, kindOf(u), "unit of the table"
	if what, per, end := s.perAt(q.to); end > 0 && u.name != "degree" && (u.dimension != "time" || s.toks[q.to].low == "per" || per != nil && per.dimension == "time") {
		q.name += " per " + what
		q.per, q.perNoun, q.to = per, per == nil, end
		if q.kind != "percent" {
			q.kind = "measure"
		}
		q.rule = "unit of the table, a rate"
	} else if q.to+1 < len(s.toks) && s.toks[q.to].low == "of" && q.kind == "measure" {
		// "3.1 million litres of olive oil a year": the rate stands behind what is measured.
		if p := s.phraseAt(q.to + 1); !p.empty() && p.to < len(s.toks) && s.toks[p.to].is("a", "per", "annually") {
			if what, per, end := s.perAt(p.to); end > 0 && per != nil && per.dimension == "time" {
				q.name, q.per, q.rule = q.name+" per "+what, per, "unit of the table, a rate behind its substance"
			}
		}
	}
	return true
}

// spelled tells whether letters or digits touch the token before i.
func (s *sentence) spelled(i int) bool {
	return i < len(s.toks) && s.toks[i].glued && (s.toks[i].kind != segment.Mark || s.toks[i].s == "-")
}

// spacedUnit reads a unit of time behind an adjective: "four straight years", "48 consecutive hours".
func (s *sentence) spacedUnit(at int) (*unit, int) {
	if at+1 < len(s.toks) && s.toks[at].is("straight", "consecutive", "full", "more", "additional", "whole", "long", "further", "extra", "other", "successive", "solid", "short", "previous", "calendar", "entire", "last") {
		return s.unitAt(at+1, 1)
	}
	return nil, 0
}

// idleOne tells whether "one day" or "one time" is a figure of speech.
func (s *sentence) idleOne(q *quantity, end int) bool {
	return s.toks[q.from].low == "one" && s.toks[end-1].is("day", "second", "minute", "night") && (q.from == 0 || !s.toks[q.from-1].is("for", "in", "within", "than", "least", "about", "only", "just"))
}

// scaleLetter reads a letter of scale on a number without currency: "4.3M sales", "2.7m people", "25k".
func (s *sentence) scaleLetter(q *quantity, at int) bool {
	t := &s.toks[at]
	m, ok := letters[t.s]
	if !ok || q.scale != 1 || !q.digits || at != q.to || t.s == "mm" || t.s == "MM" {
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
		if !t.glued && !noun || t.s == "b" && !noun || t.s == "T" && !noun {
			return false
		}
	case "m":
		if !noun || !s.pluralAhead(next) && !isUnitWord(s, next) {
			return false
		}
	default:
		return false
	}
	q.value, q.scale, q.to = q.value*m, m, at+1
	q.sure = 0.7
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
