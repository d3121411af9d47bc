package figures

import (
	"strings"

	"broadsheet/stages/dates"
	"broadsheet/stages/segment"
)

// isDay tells whether time e is one day.
func isDay(e dates.Expression) bool { return e.Start != nil && e.End != nil && *e.Start == *e.End }

// joinsVerb tells whether the word at token i behind "and" is a verb, or a time with a verb behind it: "and on Monday found".
func (p *periods) joinsVerb(i int) bool {
	if behind := p.timeAt(i); behind > 0 {
		i = behind
	}
	w := p.doc.Word(min(i, len(p.doc.Tokens)-1))
	return strings.HasSuffix(w, "ed") || states[w] || w == "will" || w == "would"
}

// isRecord tells whether the time at token i only says for how long there was nothing like it: "the lowest since 1977".
func (p *periods) isRecord(first, i int) bool {
	for n := 0; n < 3 && i > first && p.doc.Word(i) != "since"; n++ {
		i-- // "the most since records began in 2005"
	}
	if p.doc.Word(i) != "since" {
		return false
	}
	for j := i - 1; j >= max(first, i-4); j-- {
		switch w := p.doc.Word(j); w {
		case "first", "most", "record", "worst", "best", "highest", "lowest", "biggest", "largest", "smallest", "strongest", "weakest", "steepest", "fastest", "slowest", "sharpest", "longest":
			return true
		}
	}
	return false
}

// isLength tells whether time e, at tokens at, only says how long something lasts: "within 30 days".
func (p *periods) isLength(e dates.Expression, at span) bool {
	if b := p.doc.Word(max(at.from-2, 0)); p.doc.Word(max(at.from-1, 0)) == "to" && (b == "dating" || b == "back" || b == "dates") {
		return true // "a streak dating to 2007"
	}
	if e.Start != nil || e.End != nil || at.to-at.from < 2 {
		return false
	}
	number := at.from + 1
	_, isWord := cardinals[strings.ToLower(p.doc.Word(number))]
	return isWord || p.doc.Tokens[number].Kind == segment.Number
}

// inParticiple tells whether the time at token i stands in a clause such as "Founded in 1923, the firm …", and a figure at token
// figure outside.
func (p *periods) inParticiple(first, i, figure int) bool {
	w := p.doc.Word(first)
	if !strings.HasSuffix(w, "ed") && w != "Built" && w != "Born" && w != "Begun" {
		return false
	}
	for j := first; j < figure; j++ {
		if p.doc.Word(j) == "," {
			return i < j
		}
	}
	return false
}

// closes tells whether a comma between tokens i and figure ends a relative clause: ", which was small last year, rose 5%".
func (p *periods) closes(i, figure int) bool {
	switch p.doc.Word(i) {
	case "was", "were", "is", "are", "has", "have", "had", "will", "would": // "men who had been held since 2016 were freed"
		return true
	}
	for j := i; j+1 < figure; j++ {
		if p.doc.Word(j) == "," && !p.goesOn(j) {
			return true
		}
	}
	return false
}

// isIntroduced tells whether tokens [from, to) end the adjunct that opens a sentence: "In composite trading Friday, …".
func (p *periods) isIntroduced(first, from, to int) bool {
	if from > first+12 || to >= len(p.doc.Tokens) || p.doc.Word(to) != "," {
		return false
	}
	switch p.doc.Word(first) {
	case "In", "On", "At", "During", "For", "Over", "By", "Under":
	default:
		return false
	}
	for i := first; i < from; i++ {
		if p.doc.Word(i) == "," {
			return false
		}
	}
	return true
}

// goesOn tells whether what follows at token i belongs to the clause before it: ", down $2 billion".
func (p *periods) goesOn(i int) bool {
	if i+1 >= len(p.doc.Tokens) || p.doc.Word(i) != "," {
		return true
	}
	switch p.doc.Word(i + 1) {
	case "down", "up", "or", "and", "compared", "from", "a", "an":
		return true
	}
	return false
}

// inRelative tells whether token i stands in a clause such as ", which have risen 35% this year, …".
func (p *periods) inRelative(first, i int) bool {
	for j := i - 1; j >= max(first, i-15); j-- {
		switch p.doc.Word(j) {
		case "which", "who", "whose", "where":
			return true
		case "that":
			if p.isVerb(j + 1) {
				return true // "the foundation that owns 8%"
			}
		case ",", ";":
			return p.isParticiple(j+1) && p.doc.Word(j) == ","
		}
	}
	return false
}

// isOutside tells whether time e is when the statement that holds the figure was made: "On Tuesday, the bank said that …". A result
// that is reported keeps it: "In the third quarter, Acme reported $2 billion in sales".
func (p *periods) isOutside(e dates.Expression) bool {
	day := isDay(e)
	for _, a := range p.said {
		if !a.Span.Overlaps(e.Span) && !a.Cue.Contains(e.Span) && a.Cue.Len() > 0 {
			cue := a.Cue.Of(p.doc.Text)
			verb := cue[strings.LastIndexByte(cue, ' ')+1:]
			if day || !results[verb] {
				return !a.Direct || day
			}
		}
	}
	return false
}

// isListed tells whether time t is of a list of names with their times: "Lindale in 2003 and Northport in 2008".
func (p *periods) isListed(t int) bool {
	return t+1 < len(p.times) && p.inList(t, t+1) || t > 0 && p.inList(t-1, t)
}

// inList tells whether only names stand between times a and b of one sentence.
func (p *periods) inList(a, b int) bool {
	if p.times[a].Sentence != p.times[b].Sentence {
		return false
	}
	names := 0
	for i := p.moments[a].to; i < p.moments[b].from; i++ {
		switch w := p.doc.Word(i); {
		case w[0] >= 'A' && w[0] <= 'Z':
			names++
		case w != "and" && w != "," && w != "the":
			return false
		}
	}
	return names > 0
}

// looksBack tells whether a time is one that others are compared with: "a year earlier", "in the year-ago quarter".
func looksBack(t string) bool {
	return strings.HasSuffix(t, "earlier") || strings.HasSuffix(t, "year before") || strings.HasSuffix(t, "month before") || strings.Contains(t, "-earlier") || strings.Contains(t, "-ago") || strings.HasSuffix(t, "year ago")
}

// isState tells whether time t is a day at which something was counted: "as of 1 April", "at the end of 2022", "by 2030".
func (p *periods) isState(t string) bool {
	t = strings.ToLower(t)
	return strings.HasPrefix(t, "as ") || strings.HasPrefix(t, "at ") || strings.HasPrefix(t, "by ") || strings.Contains(t, "end of ") || strings.HasPrefix(t, "today")
}

// isVerb tells whether the word at token i is a verb that is no noun.
func (p *periods) isVerb(i int) bool {
	w := p.doc.Word(min(i, len(p.doc.Tokens)-1))
	c := p.lex.words[w].class
	return strings.HasSuffix(w, "ed") || states[w] || c&(verb|auxiliary) != 0 && c&(noun|adjective|preposition) == 0
}

// isParticiple tells whether the word at token i can open a clause without a subject: ", packing winds of 185 km/h, …", ", launched
// in 2018, …".
func (p *periods) isParticiple(i int) bool {
	w := p.doc.Word(i)
	c := p.lex.words[w].class
	return c&(participle|gerund) != 0 && c&(noun|adjective|preposition) == 0
}

// names tells whether the time, tokens [from, to), only tells which of several things the noun behind it is: "their 2008 peak" of
// what is compared with it, "its May forecast", "December futures".
func (p *periods) names(first, from, to int) bool {
	if to >= len(p.doc.Tokens) {
		return false
	}
	switch p.doc.Word(to) {
	case "forecast", "forecasts", "estimate", "estimates", "projection", "projections", "futures", "contract", "contracts", "delivery", "survey", "poll":
		return true
	case "peak", "high", "low", "highs", "lows", "level", "levels", "average":
		for j := from; j >= max(first, from-2); j-- {
			switch p.doc.Word(j) {
			case "above", "below", "to", "from", "at", "than":
				return true
			}
		}
	}
	return false
}

// isAmidSubject tells whether tokens [from, to) stand between the subject of a sentence and its verb: "A court on Tuesday fined …".
func (p *periods) isAmidSubject(first, from, to int) bool {
	if from > first+8 || !p.isVerb(to) {
		return false
	}
	for i := first; i < from; i++ {
		if w := p.doc.Word(i); w == "," || w == "that" || w == "who" || w == "which" || p.isVerb(i) {
			return false
		}
	}
	return true
}

// opensClause tells whether the time at token i opens a clause that "and" ties to the one before: "sold 18, and in May 9".
func (p *periods) opensClause(first, i int) bool {
	return i > first+1 && p.doc.Word(i-1) == "and" && (p.doc.Word(i-2) == "," || p.joinsVerb(i))
}

// turns tells whether a comma and a participle between tokens i and j lead on to something else.
func (p *periods) turns(i, j int) bool {
	for ; i+1 < j; i++ {
		if p.doc.Word(i) == "," && p.isParticiple(i+1) {
			return true
		}
	}
	return false
}

// sinceClause returns the token that opens a clause whose event begins the period of what stands before token from, with its time at
// token to: "300 have died since the fighting broke out on 12 August"; 0 where none does.
func (p *periods) sinceClause(from, to int) int {
	for i := from; i < to; i++ {
		switch p.doc.Word(i) {
		case "since":
			if p.isRecord(p.doc.Sentences[p.doc.SentenceAt(p.doc.Tokens[i].Start)].First, i) {
				return 0
			}
			return i
		case ",", ";", "and":
			return 0
		}
	}
	return 0
}

// isThan tells whether the time at token i stands behind "than": "higher than in August".
func (p *periods) isThan(first, i int) bool {
	for j := i - 1; j >= max(first, i-2); j-- {
		switch p.doc.Word(j) {
		case "than":
			return true
		case "in", "a", "the", "they", "it", "were", "was", "did":
		default:
			return false
		}
	}
	return false
}

// joinsVerbBetween tells whether "and" ties another verb to that of the clause between tokens i and j.
func (p *periods) joinsVerbBetween(i, j int) bool {
	for ; i+1 < j; i++ {
		if p.doc.Word(i) == "and" && (p.joinsVerb(i+1) || p.isVerb(i+1)) {
			return true
		}
	}
	return false
}

// isChange tells whether the time at token i is what the change at token figure is counted from: "down $2 billion from 2022".
func (p *periods) isChange(figure, i int) bool {
	w := p.doc.Word(max(figure-1, 0))
	return p.doc.Word(i) == "from" && (w == "up" || w == "down")
}
