package figures

import (
	"broadsheet/stages/segment"
)

// clock tells whether the token behind a number makes it a time of day: "11 pm", "9 a.m.", "five o'clock".
func (s *sentence) clock(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	if s.toks[i].is("hrs", "hours", "hour", "local") && i > 0 && len(s.toks[i-1].s) == 4 && s.toks[i-1].s < "2400" && s.toks[i-1].s[2] < '6' && s.hourBefore(i-1) {
		return true // "at about 2200 hrs", "by 1730 local time"
	}
	if s.toks[i].is("pm", "am", "p.m.", "a.m.", "p.m", "a.m", "o'clock", "o’clock", "gmt", "et", "hrs.", "utc", "bst", "edt", "est") && s.toks[i].kind == segment.Word {
		return !s.toks[i].is("am") || s.toks[i].glued || s.toks[i].s == "AM" || i > 1 && s.toks[i-2].is("at", "by", "from", "until", "till", "before", "after", "around", "between", "since", "to", "and")
	}
	return s.toks[i].s == "p" && i+1 < len(s.toks) && s.toks[i+1].s == "." && i+2 < len(s.toks) && s.toks[i+2].s == "m"
}

// shortYear tells whether an apostrophe stands for the century: "the class of '98", "in ’16 and again in ’20".
func (s *sentence) shortYear(q *quantity) bool {
	at := q.numeral.from
	if at < 2 || len(s.toks[at].s) != 2 || q.decimal || q.scale != 1 || !s.toks[at].glued || !s.toks[at-1].is("'", "’", "‘") || s.toks[at-1].glued {
		return false
	}
	for _, t := range s.toks[q.numeral.to:] {
		if t.kind == segment.Mark && t.is("'", "’") {
			return false // quoted
		}
	}
	p := &s.toks[at-2]
	return p.class&(preposition|conjunction|determiner|noun|name) != 0
}

// hourBefore tells whether the words before token i tell when: "at about", "between 0900 and".
func (s *sentence) hourBefore(i int) bool {
	for i > 0 && s.toks[i-1].is("about", "around", "approximately", "shortly", "just") {
		i--
	}
	return i > 0 && s.toks[i-1].is("at", "by", "from", "until", "till", "before", "after", "since", "between", "and", "to")
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

// yearLike tells whether a plain number of four digits is a year.
func (s *sentence) yearLike(q *quantity) bool {
	at, end := q.numeral.from, q.numeral.to
	if q.decimal || q.grouped || q.scale != 1 || len(s.toks[at].s) != 4 || q.value < 1000 || q.negative {
		return false
	}
	if q.value >= 2200 {
		return q.value <= 2500 && at > 0 && s.toks[at-1].is("by", "until", "in") && !s.nounFollows(end) && !s.unitFollows(end, q) // "by 2300"
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
	if s.nounFollows(end) && s.pluralAhead(end) && (at == 0 || !s.toks[at-1].is("in", "since", "by", "until", "of", "from", "the", "during", "’s", "'s", "for", "before", "after", "fiscal", "late", "early", "mid", "through", "between", "and", "its", "his", "her", "their", "both", "these", "those", "with", "vs", "versus", "against", "new")) {
		if q.value > 1950 && q.value < 2035 && q.value != 2000 {
			q.sure = 0.45 // "1985 periods" and "1985 people" look the same
		}
		return q.value >= 1900 && q.value < 2100 && (end+1 < len(s.toks) && !isPlural(s.toks[end].low) || at > 0 && (s.toks[at-1].upper || s.toks[at-1].class&noun != 0 && s.toks[at-1].class&verb == 0))
	}
	if at > 1 && s.toks[at-1].low == "of" && s.toks[at-2].is("battle", "siege", "revolt", "conquest", "year", "treaty", "crusade", "summer", "winter", "spring", "autumn", "end") {
		return true
	}
	return q.value >= 1400 || at > 0 && s.toks[at-1].is("in", "since", "by", "until", "from")
}
