package figures

import (
	"broadsheet/stages/segment"
)

// person tells whether token i ends what may name a person: "Jane Doe, 54,", "the driver, 24,".
func (s *sentence) person(i int) bool {
	t := &s.toks[i]
	if t.upper && t.class&name != 0 {
		return t.class&(month|label) == 0
	}
	return t.is("patient", "man", "woman", "boy", "girl", "victim", "suspect", "pilot", "driver", "teacher", "student", "mother", "father", "son", "daughter", "brother", "sister", "husband", "wife",
		"widow", "widower", "engineer", "worker", "farmer", "actor", "actress", "singer", "player", "striker", "midfielder", "defender", "goalkeeper", "lawyer", "doctor", "nurse", "officer", "soldier", "defendant",
		"resident", "candidate", "activist", "journalist", "writer", "author", "artist", "billionaire", "businessman", "businesswoman", "politician", "grandmother", "grandfather", "teenager", "pensioner", "retiree", "founder", "leader", "passenger", "cyclist", "pedestrian", "shopkeeper", "scientist", "minister", "mayor", "governor", "senator", "president")
}

// agesBefore tells whether an age is what the clause before token i speaks of.
func (s *sentence) agesBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-14 && s.toks[k].s != ";"; k-- {
		if s.toks[k].is("expectancy") || s.toks[k].is("age") && k > 0 && s.toks[k-1].is("average", "median", "retirement", "pension", "minimum", "voting", "legal", "the", "mean") {
			return true
		}
	}
	return false
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
	if s.ofAge(q.from) && q.value < 130 && (at == q.to || s.toks[at].kind == segment.Number) {
		if u == nil || u.dimension == "time" {
			if u == nil {
				u, end = s.lex.unitWords["year"], q.to
			}
			q.unit, q.name, q.kind, q.to, q.rule = u, u.name, "age", end, behindAged
			return true
		}
	}
	return false
}

// ofAge tells whether "aged", "age" or "age of" stand before token i, a word of bound between: "aged under 16".
func (s *sentence) ofAge(i int) bool {
	for i > 0 && s.toks[i-1].is("under", "over", "about", "around", "between", "above", "below", "from") {
		i--
	}
	return i > 0 && (s.toks[i-1].is("aged", "age", "ages") || i > 1 && s.toks[i-1].low == "of" && s.toks[i-2].low == "age")
}

// bareAge finds out whether a bare number is an age, and returns the rule that says so with its confidence. p stands before
// the number, next behind it; closes tells whether a mark or the end does.
func (s *sentence) bareAge(q *quantity, p, next *tok, closes bool) (string, float64) {
	at, v := q.from, q.value
	if v < 1 || v > 115 {
		return "", 0
	}
	follows := func(marks ...string) bool { return next != nil && next.is(marks...) }
	n := len(s.found)
	switch {
	case n > 0 && s.found[n-1].fig.Kind == "age" && (p.s == "," || p.low == "and") && s.found[n-1].at.to == at-1:
		return "one of a list of ages", 0.7
	case at >= 2 && s.person(at-2) && (p.s == "," && follows(",", ".", ";", ")") || p.s == "(" && follows(")") && v >= 16):
		return "number behind a person's name", 0.7
	case follows("and", "or") && q.to+1 < len(s.toks) && (s.toks[q.to+1].is("older", "younger") ||
		p.is("those", "people", "anyone", "everyone", "adults", "men", "women", "children", "residents") && s.toks[q.to+1].is("over", "above", "under", "up")):
		return "so old or older", 0.8
	case p.is("under", "over") && at > 1 && s.toks[at-2].is("children", "kids", "boys", "girls", "adults", "women", "men", "people", "those", "anyone", "everyone") && (closes || next.class&(preposition|verb|auxiliary) != 0):
		return "who are over or under so old", 0.7
	case s.childOf(at) && (closes || next.isVerb() || next.is("and", "who", "from")):
		return "a person of so many years", 0.7
	case p.is("was", "is", "were", "turned", "be", "am") && (closes || next.is("when", "at", "and", "now")) && s.ofPerson(at, v):
		return "what a person was", 0.7
	case (closes || next.class&(gerund|preposition|conjunction|adverb) != 0) && p.is("is", "was", "at", "to", "of", "around", "about", "over", "under", "from", "reaches", "reached") && s.agesBefore(at):
		return "what an age is", 0.7 // "life expectancy is around 73"
	case closes && v >= 10 && (p.low == "at" && at > 1 && s.toks[at-2].is("dies", "died", "dead", "die") || at == 1 && p.is("at", "by") && follows(",")):
		return "age at an event", 0.7 // "dies at 87", "At 42, she led"
	}
	return "", 0
}

// childOf tells whether the number at token i is how old somebody is: "a boy of nine found it".
func (s *sentence) childOf(i int) bool {
	return i > 2 && s.toks[i-1].low == "of" && s.toks[i-2].is("boy", "girl", "child", "man", "woman") && s.toks[i-3].class&(determiner|adjective) != 0
}

// ofPerson tells whether who was so old shortly before token i is a person: "who was 10", "she is 43", "Tom was 17".
func (s *sentence) ofPerson(i int, v float64) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if s.toks[k].is("who", "he", "she", "i") || v >= 16 && (s.toks[k].low == "they" || s.toks[k].upper && k > 0 && s.toks[k].class&name != 0 && k == i-2) {
			return true
		}
	}
	return false
}
