package figures

import "broadsheet/stages/segment"

// levels are verbs of what a level stands at: "stood at 9", no "opens at 9".
var levels = wordSet(`stand put trade price set remain hold value fix cap estimate peak keep rate stay leave unchange`)

// plainNumber decides about bare digits: "to 120", "around 40", "Senard, 65,", "(77)".
func (s *sentence) plainNumber(q *quantity, next *tok) bool {
	at := q.from
	p := &tok{}
	if at > 0 {
		p = &s.toks[at-1]
	}
	closes := next == nil || next.kind == segment.Mark && next.s != "-" && next.s != ":" && next.s != "/"
	if rule, sure := s.bareAge(q, p, next, closes); rule != "" {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", rule, sure
		return true
	}
	if next != nil && (next.s == "±" || next.low == "plus") || p.is("-", "–") && at > 1 && s.ofAge(at-2) {
		return true // "5 ± 0.2", "aged 50-64"
	}
	if next != nil && next.glued && (next.s == "'" || next.s == "’" || next.s == "\"" && q.to+1 < len(s.toks) && s.toks[q.to+1].is("tall", "long", "wide")) {
		return false // 5'10" tall
	}
	if (at == 0 || p.is(",", ";", "another", "while")) && next != nil && next.class&verb != 0 && next.class&noun == 0 && q.value > 0 && (q.value < 1000 || q.value > 2200) {
		q.sure = 0.6
		return true // "Two months earlier, 78 drowned"
	}
	if p.s == "," && next != nil && next.low == "of" && q.to+1 < len(s.toks) && s.toks[q.to+1].class&(pronoun|determiner) != 0 {
		q.sure = 0.7
		return true // "12 offices, 3 of them abroad"
	}
	if at == 0 || q.signed && !closes {
		q.sure = 0.4
		return at == 0 && next != nil && next.class&verb != 0
	}
	q.sure = 0.6
	if next != nil && next.low == "to" && q.to+2 < len(s.toks) && s.toks[q.to+1].kind == segment.Number && len(s.toks[q.to+2].s) == 1 && s.toks[q.to+2].upper {
		q.sure = 0.45 // the low end of a range whose unit nothing explains
	}
	if p.low == "of" && at > 1 && s.toks[at-2].kind == segment.Number && s.done <= at-2 {
		q.sure = 0.45 // "3 of 4 agree"
	}
	if q.value <= 24 && !q.fraction && p.low == "at" && (at < 2 || !levels[s.toks[at-2].base] && (s.toks[at-2].class&noun == 0 || s.toks[at-2].base != "") || s.toks[at-2].upper || next != nil && next.is("tonight", "today", "tomorrow", "on", "every", "daily", "sharp")) {
		q.sure = 0.45 // "at 7 tonight"
	}
	if q.value <= 12 && next != nil && (next.class&pronoun != 0 || next.low == "there") && p.is("by", "until", "till", "before", "after") && !s.changes(at) {
		q.sure = 0.45 // "by 2 there were crowds"
	}
	if q.value <= 12 && (p.low == "from" && next != nil && next.low == "to" || p.low == "to" && at > 2 && s.toks[at-3].low == "from") && !s.changes(at) {
		q.sure = 0.45 // "open from 9 to 5"
	}
	if p.class&verb == 0 && !p.is("to", "at", "from", "by", "about", "around", "nearly", "almost", "than", "approximately", "over", "of", "roughly", "only", "just", "least", "most", "some",
		"with", "for", "below", "above", "under", "against", "between", "and", "or", "killing", "including", "as", "exceeded", "totalled", "totaled") {
		return false
	}
	return closes || next.class&(preposition|conjunction|adverb|verb|auxiliary|pronoun|determiner|gerund) != 0
}
