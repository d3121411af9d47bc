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
		case next.is("st", "nd", "rd", "th") && next.kind == segment.Word, next.s == "s", next.s == "ers":
			return end + 1
		case next.s == ":" && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Number && s.toks[end+1].glued:
			return s.skipRun(end)
		case next.s == "°" || next.s == "%" || next.s == "’" && end+1 < len(s.toks) && s.toks[end+1].s == "s":
			if next.s == "’" {
				return end + 1
			}
		}
	}
	switch {
	case s.clock(end):
		return end + 1
	case s.dateAround(q):
		return s.dateEnd(end)
	case s.gluedName(q):
		return s.skipRun(end)
	case s.labelled(q):
		return end
	case s.listMark(q):
		return end
	case s.score(q):
		return s.skipRun(end)
	}
	if year := s.yearLike(q); year {
		return end
	}
	if strings.HasPrefix(t.s, "0") && len(t.s) > 1 && t.s[1] != '.' && t.s[1] != ',' {
		return end
	}
	return 0
}

// skipRun returns the end of the tokens that touch each other from i on.
func (s *sentence) skipRun(i int) int {
	for i < len(s.toks) && s.toks[i].glued && s.toks[i].s != "," && s.toks[i].s != "." && s.toks[i].s != ")" {
		i++
	}
	return i
}

// clock tells whether the token behind a number makes it a time of day: "11 pm", "9 a.m.", "five o'clock".
func (s *sentence) clock(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	if s.toks[i].is("pm", "am", "p.m.", "a.m.", "p.m", "a.m", "o'clock", "o’clock", "gmt", "et", "hrs.", "utc", "bst", "edt", "est") && s.toks[i].kind == segment.Word {
		return !s.toks[i].is("am") || s.toks[i].glued || s.toks[i].s == "AM"
	}
	return s.toks[i].s == "p" && i+1 < len(s.toks) && s.toks[i+1].s == "." && i+2 < len(s.toks) && s.toks[i+2].s == "m"
}

// dateAround tells whether a month stands beside a small number or a year: "March 29", "8 September", "Sept. 20-24".
func (s *sentence) dateAround(q *quantity) bool {
	if q.decimal || q.grouped || q.scale != 1 {
		return false
	}
	at, end := q.numeral.from, q.numeral.to
	if at > 0 && s.isMonth(at-1) && (q.value <= 31 || q.value >= 1000 && q.value < 2200) {
		u, _ := s.unitAt(end, q.value)
		return u == nil || q.value >= 1000 || end < len(s.toks) && s.toks[end].glued
	}
	if at > 1 && (s.toks[at-1].s == "-" || s.toks[at-1].s == "–" || s.toks[at-1].is("and", "to", "or", "&")) && q.value <= 31 && s.toks[at-2].kind == segment.Number && at > 2 && s.isMonth(at-3) {
		return true
	}
	if end < len(s.toks) && s.isMonth(end) && q.value <= 31 && q.value >= 1 && s.toks[end].upper {
		return true
	}
	if end+2 < len(s.toks) && (s.toks[end].s == "-" || s.toks[end].s == "–" || s.toks[end].is("to", "and")) && s.toks[end+1].kind == segment.Number && s.isMonth(end+2) && q.value <= 31 {
		return true
	}
	return at > 2 && s.toks[at-1].s == "," && q.value >= 1500 && q.value < 2200 && s.toks[at-2].kind == segment.Number && s.isMonth(at-3)
}

func (s *sentence) isMonth(i int) bool {
	return s.toks[i].class&month != 0 && (s.toks[i].upper || !s.toks[i].is("may", "march", "mar", "dec", "sun", "jan"))
}

// dateEnd skips the rest of a date behind its first number: "-24", ", 2019".
func (s *sentence) dateEnd(i int) int {
	if i+1 < len(s.toks) && (s.toks[i].s == "-" || s.toks[i].s == "–") && s.toks[i].glued && s.toks[i+1].kind == segment.Number {
		return i + 2
	}
	if i+1 < len(s.toks) && s.toks[i].s == "," && s.toks[i+1].kind == segment.Number && len(s.toks[i+1].s) == 4 {
		return i + 2
	}
	return i
}

// gluedName tells whether the number is part of a word: "COVID-19", "5G", "F-35", "3D", "9/11", "24/7".
func (s *sentence) gluedName(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if at > 1 && s.toks[at].glued && (s.toks[at-1].s == "-" || s.toks[at-1].s == "‑") && s.toks[at-1].glued && s.toks[at-2].kind == segment.Word && !s.toks[at-2].is("minus", "sub", "plus", "mid", "pre", "post", "a", "top") {
		return cardinals[s.toks[at-2].low] == 0
	}
	if at > 0 && s.toks[at].glued && (s.toks[at-1].s == "/" || s.toks[at-1].s == "#" || s.toks[at-1].s == ":" || s.toks[at-1].kind == segment.Word) {
		return true
	}
	if end < len(s.toks) && s.toks[end].glued && s.toks[end].s == "/" && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Number {
		return true
	}
	if end < len(s.toks) && s.toks[end].glued && s.toks[end].kind == segment.Word && q.scale == 1 {
		t := &s.toks[end]
		if u, e := s.unitAt(end, q.value); u != nil && e > end {
			return t.s == "G" || t.s == "K" && q.value < 9
		}
		if c, e := s.coinAt(end); e > 0 && c.currency != nil {
			return false
		}
		if (t.s == "C" || t.s == "F") && !s.spelled(end+1) && (at == 0 || !s.toks[at-1].upper) {
			return false
		}
		return letters[t.s] == 0 && scales[t.low] == 0 && t.s != "x" && !t.is("yo", "yr", "fold") || t.s == "T" && q.value < 10
	}
	return false
}

// labelled tells whether a noun before the number says that it names, not counts: "page 12", "Boeing 737", "No. 5".
func (s *sentence) labelled(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if at == 0 || q.decimal && q.value < 1 {
		return false
	}
	p := &s.toks[at-1]
	if p.s == "#" || p.s == "№" || p.s == "§" {
		return true
	}
	if p.s == "(" && end < len(s.toks) && s.toks[end].s == ")" && q.value < 16 && !q.decimal {
		return true
	}
	if p.s == "[" && end < len(s.toks) && s.toks[end].s == "]" {
		return true
	}
	if p.is("and", "or", "to") || p.s == "," || p.s == "-" || p.s == "–" {
		// "posts 542 and 543": the second of two labels.
		if at > 2 && s.toks[at-2].kind == segment.Number && s.toks[at-3].class&label != 0 && !q.grouped {
			u, _ := s.unitAt(end, q.value)
			return u == nil && !s.nounFollows(end)
		}
		return false
	}
	if p.s == "The" && at > 1 && end < len(s.toks) && s.toks[end].upper && s.toks[end].s != "U.S." && s.toks[end].class&month == 0 {
		return true // a title: "The 7 Wonders"
	}
	if p.kind != segment.Word || q.grouped || q.scale != 1 {
		return false
	}
	if p.is("no.", "nos.", "no") && (p.is("no.", "nos.") || p.upper) || p.is("number", "numbers") {
		return true
	}
	if p.class&label != 0 && !p.isVerb() && p.class&(determiner|preposition) == 0 {
		return !s.unitFollows(end, q)
	}
	if p.upper && p.class&(name|noun) != 0 && p.class&(preposition|determiner|conjunction|pronoun|auxiliary|month|numberWord) == 0 && !s.cased(at-1) {
		if p.class&(verb|adverb) != 0 && at == 1 || p.s == "EUR" {
			return false
		}
		return !s.unitFollows(end, q) && (!s.nounFollows(end) || at > 1 && !s.pluralAhead(end))
	}
	return false
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
	if q.decimal || q.grouped || q.scale != 1 || end+1 >= len(s.toks) || s.toks[end].s != "-" && s.toks[end].s != "–" || !s.toks[end].glued || s.toks[end+1].kind != segment.Number || !s.toks[end+1].glued {
		return false
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

// yearLike tells whether a plain number of four digits is a year.
func (s *sentence) yearLike(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if q.decimal || q.grouped || q.scale != 1 || len(s.toks[at].s) != 4 || q.value < 1000 || q.value >= 2200 || q.negative {
		return false
	}
	if end < len(s.toks) && (s.toks[end].s == "-" || s.toks[end].s == "–") && !s.toks[end].glued && s.rangeAhead(q) {
		return false
	}
	if end+1 < len(s.toks) && (s.toks[end].is("year", "years") && s.toks[end+1].is("old") || s.toks[end].s == "-" && s.toks[end+1].is("year")) {
		return false
	}
	if s.unitFollows(end, q) && !(s.toks[min(end, len(s.toks)-1)].is("year", "season", "points", "goal", "goals")) {
		return q.value >= 1900 && q.value < 2100 && at > 0 && s.toks[at-1].is("in", "since", "by", "until") && !s.toks[min(end, len(s.toks)-1)].glued
	}
	if at > 0 && s.toks[at-1].is("about", "around", "some", "nearly", "almost", "approximately", "over", "exceeded", "reached", "total", "roughly", "than", "least", "only", "another") && (q.value < 1900 || s.pluralAhead(end)) {
		return false
	}
	if s.nounFollows(end) && s.pluralAhead(end) && (at == 0 || !s.toks[at-1].is("in", "since", "by", "until", "of", "from", "the", "during", "’s", "'s", "for", "before", "after", "fiscal", "late", "early", "mid", "through", "between", "and", "its", "his", "her", "their")) {
		return q.value >= 1900 && q.value < 2100 && (end+1 < len(s.toks) && !isPlural(s.toks[end].low) || at > 0 && (s.toks[at-1].upper || s.toks[at-1].class&noun != 0 && s.toks[at-1].class&verb == 0))
	}
	return q.value >= 1400 || at > 0 && s.toks[at-1].is("in", "since", "by", "until", "from")
}

// noWordFigure rejects number words that claim nothing: "one of them", "first half", "a million reasons" passes.
func (s *sentence) noWordFigure(q *quantity) int {
	at, end := q.numeral.from, q.numeral.to
	var next *tok
	if end < len(s.toks) {
		next = &s.toks[end]
	}
	if s.clock(end) {
		return end + 1
	}
	if at > 3 && s.toks[at-1].low == "top" && s.toks[at-2].low == "the" && s.toks[at-3].low == "of" && s.toks[at-4].is("one", "among") {
		return end // a rank: "one of the top three exporters"
	}
	if at > 0 && q.scale == 1 {
		p := &s.toks[at-1]
		if p.class&label != 0 && !p.is("games", "days") && p.class&verb == 0 && (p.upper || p.is("number", "page", "phase", "chapter")) && !s.unitFollows(end, q) {
			return end
		}
		if p.s == "-" && s.toks[at].glued && p.glued && !q.fraction {
			return end
		}
	}
	if next != nil && next.s == "-" && next.glued && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Word && s.toks[end+1].glued && !s.unitFollows(end, q) {
		if s.toks[end+1].is("on", "to", "off", "hit", "and", "time", "way", "sided", "woman", "man", "upmanship", "stop", "size") || q.value == 1 {
			return end + 2
		}
	}
	one := q.value == 1 && q.scale == 1 && !q.fraction
	if one {
		if next == nil || next.low == "of" || next.class&(pronoun|verb|conjunction|auxiliary) != 0 && next.class&noun == 0 || next.kind != segment.Word && next.s != "-" && next.s != "%" {
			return end
		}
		if at > 0 && s.toks[at-1].is("no", "any", "this", "that", "which", "each", "every", "some", "another", "other", "new", "the") && !s.unitFollows(end, q) {
			return end
		}
		if next.is("another", "or", "and", "by", "who", "that", "which", "to", "thing", "day", "way") && !(next.is("or", "and", "to") && end+1 < len(s.toks) && cardinals[s.toks[end+1].low] > 0) {
			return end
		}
		if s.toks[at].upper && at > 0 && s.toks[at-1].kind == segment.Word {
			return end // "Formula One", "BBC One"
		}
	}
	if s.toks[at].upper && at > 0 && next != nil && next.upper && next.class&numberWord == 0 && s.toks[at].kind == segment.Word && s.toks[at-1].upper {
		return end
	}
	return 0
}

// plainNumber decides about bare digits: "to 120", "around 40", "Senard, 65,", "(77)".
func (s *sentence) plainNumber(q *quantity, next *tok) bool {
	at := q.from
	var p *tok
	if at > 0 {
		p = &s.toks[at-1]
	}
	closes := next == nil || next.kind == segment.Mark && next.s != "-" && next.s != ":" && next.s != "/"
	if p != nil && closes && q.value >= 1 && q.value <= 115 && at >= 2 && s.toks[at-2].upper && s.toks[at-2].class&name != 0 && s.toks[at-2].class&(month|label) == 0 &&
		(p.s == "," && next != nil && (next.s == "," || next.s == "." || next.s == ";" || next.s == ")") || p.s == "(" && next != nil && next.s == ")" && q.value >= 16) {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "number behind a person's name", 0.7
		return true
	}
	if next != nil && (next.s == "±" || next.low == "plus") {
		return true
	}
	if next != nil && next.glued && (next.s == "'" || next.s == "’" || next.s == "\"" && q.to+1 < len(s.toks) && s.toks[q.to+1].is("tall", "long", "wide")) {
		return false // 5'10" tall
	}
	if n := len(s.found); n > 0 && s.found[n-1].fig.Kind == "age" && p != nil && (p.s == "," || p.low == "and") && s.found[n-1].at.to == at-1 && q.value < 120 {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "one of a list of ages", 0.7
		return true
	}
	if p == nil {
		q.sure = 0.4
		return next != nil && next.class&verb != 0
	}
	if q.signed && !closes {
		q.sure = 0.4
		return false
	}
	if p.is("was", "is", "were", "turned", "be") && closes && q.value >= 16 && q.value <= 110 {
		for i := at - 1; i >= 0 && i > at-6; i-- {
			if s.toks[i].is("who", "he", "she", "i", "they") || s.toks[i].upper && i > 0 && s.toks[i].class&name != 0 && i == at-2 {
				q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "what a person was", 0.7
				return true
			}
		}
	}
	q.sure = 0.6
	if p.is("to", "at", "from", "by", "about", "around", "nearly", "almost", "than", "approximately", "over", "exceeded", "reached", "was", "is", "were", "totalled", "totaled", "hit", "of", "roughly", "only", "just", "least", "most", "had", "has", "some", "with", "for", "below", "above", "under", "against", "are", "got", "between", "and", "or", "killed", "killing", "injured", "scored", "won", "sold", "employs", "used", "equals", "include", "including") || p.class&verb != 0 {
		return closes || next.class&(preposition|conjunction|adverb|verb|auxiliary|pronoun|determiner|gerund) != 0
	}
	return false
}
