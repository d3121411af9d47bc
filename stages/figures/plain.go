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
		"resident", "candidate", "activist", "journalist", "writer", "author", "artist", "billionaire", "businessman", "businesswoman", "politician", "grandmother", "grandfather", "teenager", "pensioner", "retiree", "founder", "leader", "passenger", "cyclist", "pedestrian", "shopkeeper", "scientist")
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

// indexLevel reads what an index stands at: "the Nikkei climbed 0.1% to 38,333.18".
func (s *sentence) indexLevel(q *quantity, next *tok) bool {
	if q.value < 50 || q.scale != 1 || q.words || q.from == 0 || !s.toks[q.from-1].is("to", "at", "of", "was", "is", "around", "near", "above", "below") ||
		next != nil && next.kind == segment.Word && next.class&(preposition|adverb|conjunction|verb|gerund) == 0 {
		return false
	}
	for i := range s.toks[:q.from] {
		if s.toks[i].is("index", "nasdaq", "ftse", "nikkei", "dax", "cac", "stoxx", "sensex", "nifty", "kospi", "topix", "bovespa", "ibovespa", "asx", "tsx", "dow", "gauge") ||
			s.toks[i].low == "p" && i > 1 && s.toks[i-2].s == "S" {
			q.kind, q.unit, q.name, q.rule = "index", s.lex.unitWords["point"], "point", "level of an index"
			q.sure = 0.8
			return true
		}
	}
	return false
}

// changes tells whether a verb or noun of change stands somewhere before token i.
func (s *sentence) changes(i int) bool {
	for i--; i >= 0; i-- {
		if s.toks[i].class&(rising|falling|changer) != 0 || s.toks[i].is("went", "moved", "changed", "scale") {
			return true
		}
	}
	return false
}

// plainNumber decides about bare digits: "to 120", "around 40", "Senard, 65,", "(77)".
func (s *sentence) plainNumber(q *quantity, next *tok) bool {
	at := q.from
	var p *tok
	if at > 0 {
		p = &s.toks[at-1]
	}
	closes := next == nil || next.kind == segment.Mark && next.s != "-" && next.s != ":" && next.s != "/"
	if p != nil && closes && q.value >= 1 && q.value <= 115 && at >= 2 && s.person(at-2) &&
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
	if next != nil && next.is("and", "or") && q.to+1 < len(s.toks) && q.value <= 110 && (s.toks[q.to+1].is("older", "younger") || p != nil && p.is("those", "people", "anyone", "everyone", "adults", "men", "women", "children", "residents") && s.toks[q.to+1].is("over", "above", "under", "up")) {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "so old or older", 0.8
		return true
	}
	if n := len(s.found); n > 0 && s.found[n-1].fig.Kind == "age" && p != nil && (p.s == "," || p.low == "and") && s.found[n-1].at.to == at-1 && q.value < 120 {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "one of a list of ages", 0.7
		return true
	}
	if (p == nil || p.s == "," || p.is("another", "while")) && next != nil && next.class&verb != 0 && next.class&noun == 0 && q.value > 0 && (q.value < 1000 || q.value > 2200) {
		q.sure = 0.6
		return true // "Two months earlier, 78 drowned"
	}
	if p != nil && p.s == "," && next != nil && next.low == "of" && q.to+1 < len(s.toks) && s.toks[q.to+1].class&(pronoun|determiner) != 0 {
		q.sure = 0.7
		return true // "12 offices, 3 of them abroad"
	}
	if p == nil {
		q.sure = 0.4
		return next != nil && next.class&verb != 0
	}
	if q.signed && !closes {
		q.sure = 0.4
		return false
	}
	if p.is("was", "is", "were", "turned", "be") && (closes || next.is("when", "at", "and")) && q.value >= 1 && q.value <= 110 {
		for i := at - 1; i >= 0 && i > at-6; i-- {
			if s.toks[i].is("who", "he", "she", "i") || q.value >= 16 && (s.toks[i].low == "they" || s.toks[i].upper && i > 0 && s.toks[i].class&name != 0 && i == at-2) {
				q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "what a person was", 0.7
				return true
			}
		}
	}
	if closes && q.value >= 1 && q.value <= 115 && p.is("is", "was", "at", "to", "of", "around", "about", "over", "under", "from", "reaches", "reached") && s.agesBefore(at) {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "what an age is", 0.7
		return true // "life expectancy is around 73"
	}
	if closes && q.value >= 10 && q.value <= 112 && (p.low == "at" && at > 1 && s.toks[at-2].is("dies", "died", "dead", "die") || at == 1 && p.is("at", "by") && next != nil && next.s == ",") {
		q.kind, q.unit, q.name, q.rule, q.sure = "age", s.lex.unitWords["year"], "year", "age at an event", 0.7
		return true // "dies at 87", "At 42, she led"
	}
	if p.is("-", "–") && at > 1 && s.ofAge(at-2) {
		return true // "aged 50-64"
	}
	q.sure = 0.6
	if q.value <= 12 && (p.low == "from" && next != nil && next.low == "to" || p.low == "to" && at > 2 && s.toks[at-3].low == "from") && !s.changes(at) {
		q.sure = 0.45 // "open from 9 to 5"
	}
	if p.is("to", "at", "from", "by", "about", "around", "nearly", "almost", "than", "approximately", "over", "exceeded", "reached", "was", "is", "were", "totalled", "totaled", "hit", "of", "roughly", "only", "just", "least", "most", "had", "has", "some", "with", "for", "below", "above", "under", "against", "are", "got", "between", "and", "or", "killed", "killing", "injured", "scored", "won", "sold", "employs", "used", "equals", "include", "including", "as") || p.class&verb != 0 {
		return closes || next.class&(preposition|conjunction|adverb|verb|auxiliary|pronoun|determiner|gerund) != 0
	}
	return false
}
