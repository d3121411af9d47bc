package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// wordRun returns the end of number words that go on without adding up, a year ("nineteen eighty-four"), an idiom
// ("fifty-fifty") or an ordinal ("the twenty-fifth"), and 0 where the number stands alone ("two four-door cars").
func (s *sentence) wordRun(q *quantity) int {
	i := q.numeral.to
	if q.fraction || q.fold {
		return 0
	}
	if i+1 < len(s.toks) && s.toks[i].s == "-" && s.toks[i].glued {
		i++
	}
	if i >= len(s.toks) || s.toks[i].kind != segment.Word {
		return 0
	}
	if ordinal(s.toks[i].low) && s.toks[i].low != "second" && (i > q.numeral.to || q.value > 9) {
		return i + 1
	}
	if _, ok := cardinals[s.toks[i].low]; !ok || q.scale != 1 {
		return 0
	}
	for i < len(s.toks) {
		_, ok := cardinals[s.toks[i].low]
		if !ok && s.toks[i].s != "-" {
			break
		}
		i++
	}
	if s.toks[i-1].s == "-" {
		return 0
	}
	return i
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
	if next != nil && next.low == "down" && at > 0 && s.toks[at-1].low == "from" {
		return end // "came from two down"
	}
	if said := s.inIdiom(q); said > 0 {
		return said
	}
	if s.against(q) {
		return end + 2
	}
	if s.toks[at].named && next != nil && next.named && s.toks[at].upper {
		return end // a name: "Seven Brides for Seven Brothers"
	}
	if t := &s.toks[at]; t.upper && at > 0 && s.toks[at-1].kind != segment.Mark && s.toks[at-1].kind != segment.Symbol && !strings.HasSuffix(s.toks[at-1].s, ".") && !s.titled() {
		return end // a name: "the Six-Day War", "the Guildford Four"
	}
	if at > 0 && s.isMonth(at-1) && s.toks[at-1].upper && q.value <= 31 && !s.unitFollows(end, q) {
		return end // the wire's "April Four"
	}
	if i := end; i+1 < len(s.toks) && q.value > 3 && q.value <= 12 {
		if s.toks[i].s == "-" {
			i++
		}
		if s.toks[i].is("figure", "figures") {
			return i + 1 // "a six-figure salary"
		}
	}
	if next != nil && next.s == "-" && next.glued && end+1 < len(s.toks) && s.toks[end+1].low == "digit" {
		return end + 2 // "two-digit growth"
	}
	if at > 2 && s.toks[at-1].low == "and" && s.toks[at-2].low == "score" && s.toks[at-3].class&numberWord != 0 {
		return end // "four score and seven years"
	}
	if at > 1 && s.toks[at-1].low == "for" && s.toks[at-2].class&numberWord != 0 && s.done < at-1 && !s.nounFollows(end) && !s.unitFollows(end, q) {
		return end // "went zero for five"
	}
	if run := s.wordRun(q); run > 0 {
		return run
	}
	if at > 0 && s.toks[at-1].low == "point" && q.value < 10 {
		return end // "point five" of what stands before
	}
	if at > 1 && s.toks[at-1].low == "past" && (s.toks[at-2].is("half", "quarter", "minutes") || s.toks[at-2].class&numberWord != 0) {
		return end // "half past two"
	}
	if at > 3 && s.toks[at-1].low == "top" && s.toks[at-2].low == "the" && s.toks[at-3].low == "of" && s.toks[at-4].is("one", "among") {
		return end // a rank: "one of the top three exporters"
	}
	if at > 0 && q.scale == 1 {
		p := &s.toks[at-1]
		if p.class&label != 0 && !p.is("games", "days") && p.class&verb == 0 && (p.upper || p.is("number", "page", "phase", "chapter", "day", "week", "stage", "round", "step", "episode", "season", "lap")) && !s.unitFollows(end, q) {
			return end
		}
		if p.s == "-" && s.toks[at].glued && p.glued && !q.fraction {
			return end
		}
	}
	if next != nil && next.s == "-" && next.glued && end+1 < len(s.toks) && s.toks[end+1].kind == segment.Word && s.toks[end+1].glued && !s.unitFollows(end, q) && !(s.toks[end+1].low == "in" && end+2 < len(s.toks) && s.toks[end+2].s == "-") {
		if s.toks[end+1].is("on", "to", "off", "hit", "and", "time", "way", "sided", "woman", "man", "upmanship", "stop", "size") || q.value <= 1 {
			return end + 2
		}
	}
	if at > 1 && s.toks[at].upper && (s.toks[at-1].low == "of" || s.toks[at-1].kind == segment.Clitic) && s.toks[at-2].upper {
		return end // "the Group of Seven"
	}
	if q.value == 1 && q.scale == 1 && !q.fraction && s.pronounOne(q, next) {
		return end
	}
	if s.toks[at].upper && at > 0 && next != nil && next.upper && next.class&numberWord == 0 && s.toks[at].kind == segment.Word && s.toks[at-1].upper {
		return end
	}
	return 0
}

// titled tells whether the sentence is a headline in title case, without a full stop, where capitals make no name.
func (s *sentence) titled() bool {
	long, upper := 0, 0
	for i := range s.toks {
		if t := &s.toks[i]; t.kind == segment.Word && len(t.s) > 3 {
			long++
			if t.upper {
				upper++
			}
		}
	}
	return 10*upper > 7*long && s.toks[len(s.toks)-1].s != "."
}

// pronounOne tells whether "one" counts nothing: "one of them", "no one", "one another", "Formula One".
func (s *sentence) pronounOne(q *quantity, next *tok) bool {
	at, end := q.numeral.from, q.numeral.to
	switch {
	case next != nil && next.is("and", "to", "or") && end+1 < len(s.toks) && cardinals[s.toks[end+1].low] > 1:
		return next.low != "to" && s.before(q).low != "between" && next.low != "or"
	case next == nil || next.low == "of" || next.class&(pronoun|verb|conjunction|auxiliary) != 0 && next.class&noun == 0 || next.kind != segment.Word && next.s != "-" && next.s != "%":
		return true
	case at > 0 && s.toks[at-1].is("no", "any", "this", "that", "which", "each", "every", "some", "another", "other", "new", "the") && !s.unitFollows(end, q):
		return true
	case next.is("or", "and", "to"):
		return end+1 >= len(s.toks) || cardinals[s.toks[end+1].low] == 0
	}
	return next.is("another", "by", "who", "that", "which", "thing", "day", "way") || s.toks[at].upper && at > 0 && s.toks[at-1].kind == segment.Word
}
