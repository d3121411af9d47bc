package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

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
	if t.is("cr", "cr.") && q.coin.noun == "rupee" {
		m, ok = 1e7, true
	}
	if !ok || !t.glued && q.to+2 < len(s.toks) && s.toks[q.to+1].glued && s.toks[q.to+1].s == "." {
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
		q.coin, q.to = c.kept(), q.to+1
		return
	}
	if t.s == "US" || t.s == "CAD" || t.s == "Canadian" || t.s == "Australian" {
		if q.to+1 < len(s.toks) && s.toks[q.to+1].nominal() {
			return
		}
		s.key = append(append(s.key[:0], t.low...), " dollar"...)
		if c, ok := s.lex.coinWords[strings.ToLower(string(s.key))]; ok && q.coin.noun == "dollar" {
			q.coin, q.to = c.kept(), q.to+1
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
	} else if what, u, end := s.perAt(s.behindConversion(q.to)); end > 0 {
		q.name += " per " + what
		q.per, q.perNoun = u, u == nil
		q.rule += ", a price behind its conversion"
	}
	s.hyphenated(q)
}

// behindConversion returns the token behind a sum in brackets at token i, past the end where there is none: "9 billion shekels
// ($2.4 billion) a year".
func (s *sentence) behindConversion(i int) int {
	if i+2 < len(s.toks) && s.toks[i].s == "(" && s.toks[i+1].kind != segment.Number {
		for k := i + 2; k < len(s.toks) && k < i+8; k++ {
			if s.toks[k].s == ")" {
				return k + 1
			}
			if c, _ := s.prefixAt(k); k < i+4 && s.toks[k].kind == segment.Number && c.currency == nil {
				break
			}
		}
	}
	return len(s.toks)
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
	if !ok && i > s.done+1 && t.glued && s.toks[i-1].s == "$" && s.toks[i-1].glued {
		if c, ok = s.lex.coinSymbols[s.toks[i-2].s+"$"+t.s[:at]]; ok {
			first = i - 2 // "C$N500"
		}
	}
	if !ok {
		if c, ok = s.lex.coinSymbols[t.s[:at]]; !ok || at < 2 && t.s[0] != 'R' {
			return quantity{}, false
		}
	}
	text, end := s.doc.Text, t.Start+at
	from := end
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || (text[end] == '.' || text[end] == ',') && end+1 < len(text) && text[end+1] >= '0' && text[end+1] <= '9') {
		end++
	}
	q := quantity{numeral: numeral{span: span{first, i + 1}, scale: 1, digits: true}, coin: c.kept(), prefixed: true, kind: "money", rule: "currency code that touches the number", sure: 0.95}
	if q.value, q.grouped, q.decimal, q.doubt, ok = parseDigits(text[from:end]); !ok {
		return quantity{}, false
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
		s.spaced(&q.numeral, text[from:end])
		s.fractionOf(&q.numeral)
		s.scaleOf(&q.numeral)
		s.lesser(&q.numeral)
		s.moneyScale(&q)
		q.coinScale()
	}
	if q.to < len(s.toks) && s.toks[q.to].glued && s.toks[q.to].kind == segment.Word {
		return quantity{}, false
	}
	if at == 1 && s.home.currency != c.currency && !q.grouped && q.scale < 1000 {
		return quantity{}, false // "R2" is a name, "R2.5-million" are rand
	}
	if wordy := s.toks[i].s[:at]; !s.pays(wordy, &q) || c.loose && !q.grouped && q.scale < 1000 && !q.decimal {
		return quantity{}, false
	}
	s.priced(&q)
	return q, true
}

// coinScale applies the scale that a code carries: "SEKm 310", "48.5 MGBP".
func (q *quantity) coinScale() {
	if q.coin.scale > 1 && q.scale == 1 {
		q.value, q.scale = q.value*q.coin.scale, q.coin.scale
	}
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
	if end == at+1 && !s.pays(s.toks[at].s, q) {
		return false
	}
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

// weighed tells whether pounds are a weight: "weighs 12 pounds", "two pounds of butter", "4 million pounds of beef".
func (s *sentence) weighed(q *quantity, end int) bool {
	for i := q.from - 1; i >= 0 && i > q.from-6; i-- {
		if s.toks[i].base == "weigh" || s.toks[i].is("weight", "heavier", "lighter", "baby", "newborn", "puppy") && !s.costs() {
			return true
		}
	}
	if s.toks[end-1].low == "pound" && s.toks[end-2].s == "-" && q.scale == 1 && q.value < 2000 {
		return end == len(s.toks) || !sumNouns[s.toks[end].low]
	}
	if end+1 >= len(s.toks) || s.toks[end].low != "of" {
		return end < len(s.toks) && s.toks[end].is("heavier", "lighter", "overweight")
	}
	if of := &s.toks[end+1]; of.class&determiner == 0 && (q.scale == 1 && q.value < 1000 && of.class&(adjective|name) == 0 || s.home.currency != nil && s.home.noun != "pound") {
		return true
	}
	for i := end + 1; i < len(s.toks) && i < end+4 && s.toks[i].nominal(); i++ {
		if substances[s.toks[i].low] {
			return true
		}
	}
	return false
}

// sumNouns are what an amount of pounds in front of it costs or is worth: "a 10-pound note".
var sumNouns = wordSet(`bet bill bonus budget cap charge cheque coin contract cost deal debt deposit discount fare fee fine fund gift grant increase levy limit loan note payment
	penalty prize profit refund reward rise salary stake tax ticket voucher wage`)

// substances are goods that are sold by weight: pounds of them are no money.
var substances = wordSet(`almonds aluminium aluminum apples bacon bananas beans beef berries bread butter cannabis carbon cargo cheese cherries chicken chocolate
	clothing co2 cocaine cocoa coffee copper corn cotton crab crabs dirt dynamite explosives fentanyl fertilizer fish flour food fruit gear gold grain grapes
	grapefruit ham heroin honey ice laundry lead lobster lobsters luggage marijuana meat mercury meth methamphetamine milk mushrooms mussels nuts opium oranges
	noodles nickel lithium titanium plutonium tea candy ammunition hay pasta oysters paper peaches peanuts pecans pepper pistachios plastic pork potatoes poultry powder produce rice rubbish salmon salt sand seafood seed shrimp silver
	snow soil soybeans steel sugar thrust tin tobacco tomatoes torque trash tuna turkey uranium vegetables walnuts waste wheat wool zinc`)

// costs tells whether the sentence speaks of a price.
func (s *sentence) costs() bool {
	for i := range s.toks {
		if s.toks[i].base == "cost" || s.toks[i].is("paid", "pay", "price", "prices", "spend", "spent", "sold", "fine", "fined", "charged") {
			return true
		}
	}
	return false
}

func (s *sentence) takeCoin(q *quantity, c coin, end int) bool {
	if q.scale > 1 && c.scale > 1 {
		return false
	}
	c = s.atHome(c)
	q.coin, q.to, q.kind, q.rule = c.kept(), end, "money", "currency behind the number"
	if q.scale == 1 {
		s.scaleOf(&q.numeral) // "75 USD million"
	}
	q.coinScale()
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
	if !ok || n.value >= q.coin.subs || n.decimal || n.scale != 1 || n.fraction {
		return
	}
	if n.value >= 10 && q.coin.subs == 100 && (n.to == len(s.toks) || s.toks[n.to].kind == segment.Mark && s.toks[n.to].s != "-" || s.toks[n.to].low == "more") {
		q.value, q.to = q.value+n.value/100, n.to // "15 dollars and 50."
		return
	}
	if c, end := s.coinAt(n.to); end > 0 && c.minor && c.code == q.coin.code {
		q.value, q.to = q.value+n.value/q.coin.subs, end
	}
}
