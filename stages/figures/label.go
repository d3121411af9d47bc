package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// shortLabels are labels that a stop cuts short.
var shortLabels = wordSet(`app art ch cl ex fig figs para pp reg sch sec vol`)

// labelled tells whether what stands before the number says that it names, not counts: "page 12", "Boeing 737", "No. 5".
func (s *sentence) labelled(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if k := s.first + at; k > 1 && s.doc.Tokens[k-1].Of(s.doc.Text) == "." && shortLabels[lower(s.doc.Tokens[k-2].Of(s.doc.Text))] {
		return true // "sec. 2.1", though the stop may have ended a sentence
	}
	if at == 0 || q.decimal && q.value < 1 {
		return false
	}
	p := &s.toks[at-1]
	closes := func(mark string) bool { return end < len(s.toks) && s.toks[end].s == mark }
	switch {
	case p.s == "#" || p.s == "№" || p.s == "§",
		p.s == "(" && closes(")") && q.value < 16 && !q.decimal,
		p.s == "[" && closes("]"),
		p.low == "to" && at > 2 && (s.toks[at-2].low == "text" || s.toks[at-3].low == "text") && len(s.toks[at].s) > 3:
		// "text GIVE to 70070"
		return true
	case p.low == "of" && at > 1 && s.toks[at-2].upper && s.toks[at-2].is("group", "gang", "club", "committee"):
		return q.digits && (q.value < 100 || q.value == 100 && !s.nounFollows(end)) // "the Group of 20 ministers"
	case p.low == "of" && at > 2 && s.toks[at-2].kind == segment.Number && s.done <= at-2 && s.toks[at-3].class&label != 0 && s.toks[at-3].upper:
		return !s.nounFollows(end) && !s.unitFollows(end, q) // "Lap 40 of 56"
	case p.low == "counts" && end < len(s.toks) && s.toks[end].is("to", "and", "through", "-"):
		return true // "counts 5 to 7 were dropped"
	case p.is("is", "was") && at > 1 && s.toks[at-2].is("code", "pin", "password", "postcode", "passcode", "extension", "combination") && !s.nounFollows(end):
		return true // "the code is 4711"
	case p.low == "and" && at > 1 && (ordinal(s.toks[at-2].low) || s.toks[at-2].is("st", "nd", "rd", "th") && s.toks[at-2].glued):
		return q.value <= 30 && !s.nounFollows(end) && !s.unitFollows(end, q) // downs: "on 2nd and 10"
	case p.is("and", "or", "to", ",", "-", "–"):
		return s.laterLabel(q)
	case p.class&month != 0 && p.upper && end < len(s.toks) && s.toks[end].is("calls", "puts", "call", "put"):
		return true // an option: "the May 45 calls"
	case p.s == "The" && at > 1 && end < len(s.toks) && s.toks[end].upper && s.toks[end].s != "U.S." && s.toks[end].class&month == 0,
		at > 1 && p.kind == segment.Clitic && s.toks[at-2].upper && !closes("-") && !s.nounFollows(end) && !s.unitFollows(end, q) && q.scale == 1 && !q.decimal,
		p.low == "day" && at > 1 && s.toks[at-2].low == "on" && !s.unitFollows(end, q):
		// "The 7 Wonders", "Ocean's 11", "on day 1,000 of the war"
		return true
	}
	return p.kind == segment.Word && !q.grouped && q.scale == 1 && s.namedBy(q, p)
}

// laterLabel tells whether the number is a later one of several labels: "posts 542 and 543", "pages 71, 72 and 73".
func (s *sentence) laterLabel(q *quantity) bool {
	first := q.numeral.from - 2
	for first > 2 && s.toks[first].kind == segment.Number && (s.toks[first-1].s == "," || s.toks[first-1].is("and", "or")) && s.toks[first-2].kind == segment.Number {
		first -= 2
	}
	if n := q.numeral.to; first > 0 && first == q.numeral.from-2 && q.decimal && s.toks[first].kind == segment.Number && strings.Contains(s.toks[first].s, ".") && s.done <= first && s.toks[first-1].upper && s.toks[first-1].class&name != 0 && s.toks[first+1].is("to", "and", "or") {
		return q.scale == 1 && !s.nounFollows(n) && !s.unitFollows(n, q) // versions: "from Firefox 3.5 to 3.6"
	}
	if first <= 0 || s.toks[first].kind != segment.Number || s.toks[first-1].class&label == 0 && !s.toks[first-1].is("call", "dial") || q.grouped {
		return false
	}
	u, _ := s.unitAt(q.numeral.to, q.value)
	return u == nil && !s.nounFollows(q.numeral.to)
}

// namedBy tells whether the word p right before plain digits makes a name of them.
func (s *sentence) namedBy(q *quantity, p *tok) bool {
	at, end := q.numeral.from, q.numeral.to
	switch {
	case p.is("call", "dial", "dialled", "dialed", "dialling", "dialing") && q.value >= 100 && !s.nounFollows(end),
		p.is("under", "over") && p.upper && at > 1 && s.toks[at-2].kind == segment.Number,
		at > 1 && p.s == "P" && s.toks[at-2].is("S", "s", "&"),
		p.is("no.", "nos.", "number", "numbers") || p.low == "no" && p.upper:
		// "dial 112", "the 40 Under 40 list", "S&P 500 companies", its ampersand lost or not
		return true
	case p.s == "Year" && q.value <= 13 && (at < 2 || !s.toks[at-2].upper),
		p.low == "mark" && at > 1 && s.toks[at-2].low == "gas":
		return true // "Year 11 leavers", "gas mark 6"
	case s.unitFollows(end, q), end < len(s.toks) && s.toks[end].low == "times":
		return false
	case s.toks[at].named && p.named && !q.decimal && (p.upper || !s.pluralAhead(end)) && (at > 1 || !s.rangeAhead(q)):
		// "Leopard 2 tanks"
		return true
	case p.class&label != 0 && !p.isVerb() && p.class&(determiner|preposition) == 0:
		return true
	case len(p.s) > 1 && len(p.s) < 5 && p.s == strings.ToUpper(p.s) && p.class&name != 0 && !s.cased(at-1) && q.value >= 100 && q.value < 10000:
		// "the GTX 1080"
		return true
	}
	return s.capitalBefore(q, p)
}

// capitalBefore tells whether a capitalised word p right before the number makes a name of it: "the Falcon 9", "Title 42 removals".
func (s *sentence) capitalBefore(q *quantity, p *tok) bool {
	at, end := q.numeral.from, q.numeral.to
	if !p.upper || p.is("ages", "aged") || p.s == "EUR" || p.class&(name|noun) == 0 || p.class&(preposition|determiner|conjunction|pronoun|auxiliary|month|numberWord) != 0 || s.cased(at-1) || s.rangeAhead(q) {
		return false
	}
	if !s.nounFollows(end) || s.toks[end].low == "series" {
		return at > 1 || p.class&(verb|adverb) == 0
	}
	if at > 1 {
		return !s.pluralAhead(end)
	}
	return p.class&(adjective|adverb|participle|verb) == 0 && (p.class&gerund == 0 || p.base == "")
}
