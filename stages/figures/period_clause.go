package figures

import (
	"strings"

	"broadsheet/stages/dates"
	"broadsheet/stages/segment"
)

const (
	farthest = 26 // no time costs more and is still a figure's
	border   = 20 // between clauses
	leading  = 16 // what opens a sentence ("In 2023, …") holds for all of it
)

// cost tells how far time t is from figure i: tokens between them, and more for borders of clauses.
func (p *periods) cost(i, t int) int {
	f, e := &p.figures[i], p.times[t]
	first := p.doc.Sentences[f.Sentence].First
	from, to := p.doc.TokenAt(f.Span.Start), p.doc.TokenAt(f.Span.End)
	timeFrom, timeTo := p.doc.TokenAt(e.Span.Start), p.doc.TokenAt(e.Span.End)
	if p.isRecord(first, timeFrom) || p.isReportDay(first, timeFrom) || p.isOutside(e) || p.isLength(e, timeFrom) || p.names(first, timeFrom, timeTo) || p.inParticiple(first, timeFrom, from) {
		return farthest + 1
	}
	if (p.compares(e, first, timeFrom, timeTo) || e.Span.Start >= f.Span.End && (p.doc.Word(max(timeFrom-1, 0)) == "than" || p.doc.Word(timeFrom) == "as" && modestly[p.doc.Word(max(timeFrom-1, 0))])) && !(timeFrom-to >= 0 && timeFrom-to <= 1 && p.comparesAt(first, from)) {
		return farthest + 1
	}
	if looksBack(e.Span.Of(p.doc.Text)) && timeFrom > first+1 && timeFrom-to != 0 && from-timeTo != 0 && e.Start != nil && p.before(i, t) {
		return farthest + 1
	}
	if e.Span.End <= f.Span.Start && p.isCompared(f) && p.besides(i) && p.between(timeTo, from) > 0 {
		return farthest + 1 // "earned $5 million in 2023, compared with $3 million"
	}
	if owner := p.ownerOf(e, i); owner >= 0 && owner != i || p.isListed(t) && e.Span.Start-f.Span.End > 1 {
		return farthest + 1
	}
	if e.Span.Start >= f.Span.End {
		cost := p.between(to, timeFrom)
		for k := to; k+1 < timeFrom && !isDay(e); k++ {
			if p.doc.Word(k) == "and" && !p.joinsVerb(k+1) && p.isVerb(k+1) {
				cost += border + 4 // "lies at 4,363 metres and was closed this winter"
			}
		}
		if p.sinceClause(to, timeFrom) > 0 {
			cost -= farthest
		}
		if p.opensClause(first, timeFrom) {
			cost += border
		}
		if !isDay(e) && p.joins(to, timeFrom) {
			cost += border / 2 // "won two cups and returned to Italy in 2016"; a day is that of all
		}
		if p.inRelative(first, from) && p.closes(to, timeFrom) {
			cost += farthest // "the airline, which has 112 jets, ordered some in June"
		}
		return cost
	}
	cost := p.between(timeTo, from) + 3
	if e.End == nil && e.Start != nil && p.turns(timeTo, from) {
		cost += border // "has dropped since 2005, forcing captains to load 75%"
	}
	if p.doc.Word(max(from-1, 0)) == ";" {
		cost -= border / 2 // "had 277 flaws on Monday; 39 of them …"
	}
	if p.semicolon(timeTo, from) {
		return cost
	}
	if timeFrom <= first+1 || p.isAmidSubject(first, timeFrom, timeTo) || p.isIntroduced(first, timeFrom, timeTo) {
		cost = min(cost, leading)
	} else if t > 0 && p.times[t-1].Sentence == f.Sentence && timeFrom <= first+8 && timeFrom-p.doc.TokenAt(p.times[t-1].Span.End) <= 2 {
		cost = min(cost, leading-1) // "This year alone, over the nine months, …"
	}
	if p.inRelative(first, timeFrom) && (!p.goesOn(timeTo) || p.closes(timeTo, from)) {
		cost += farthest
	}
	return cost
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

// modestly are words between two "as": "twice as much as in 2019".
var modestly = wordSet(`much many high large big often long low fast`)

// besides tells whether another figure of the sentence stands before figure i.
func (p *periods) besides(i int) bool {
	return i > 0 && p.figures[i-1].Sentence == p.figures[i].Sentence
}

// isDay tells whether time e is one day.
func isDay(e dates.Expression) bool { return e.Start != nil && e.End != nil && *e.Start == *e.End }

// joins tells whether "and" ties another verb to that of the clause between tokens i and j.
func (p *periods) joins(i, j int) bool {
	for ; i < j; i++ {
		if p.doc.Word(i) == "and" && p.joinsVerb(i+1) {
			return true
		}
	}
	return false
}

// joinsVerb tells whether the word at token i behind "and" is a verb, or a time with a verb behind it: "and on Monday found".
func (p *periods) joinsVerb(i int) bool {
	for t := p.next; t < len(p.times); t++ {
		if p.times[t].Span.Start == p.doc.Tokens[min(i, len(p.doc.Tokens)-1)].Start {
			i = p.doc.TokenAt(p.times[t].Span.End)
			break
		}
	}
	w := p.doc.Word(min(i, len(p.doc.Tokens)-1))
	return strings.HasSuffix(w, "ed") || states[w] || w == "will" || w == "would"
}

// isVerb tells whether the word at token i is a verb that is no noun.
func (p *periods) isVerb(i int) bool {
	w := p.doc.Word(min(i, len(p.doc.Tokens)-1))
	c := p.lex.words[w].class
	return strings.HasSuffix(w, "ed") || states[w] || c&(verb|auxiliary) != 0 && c&(noun|adjective|preposition) == 0
}

// opensClause tells whether the time at token i opens a clause that "and" ties to the one before: "sold 18, and in May 9".
func (p *periods) opensClause(first, i int) bool {
	return i > first+1 && p.doc.Word(i-1) == "and" && (p.doc.Word(i-2) == "," || p.joinsVerb(i))
}

// semicolon tells whether one stands between tokens i and j.
func (p *periods) semicolon(i, j int) bool {
	for ; i+1 < j; i++ {
		if p.doc.Word(i) == ";" {
			return true
		}
	}
	return false
}

// isRecord tells whether the time at token i only says for how long there was nothing like it: "the lowest since 1977", "the
// closest in eight years".
func (p *periods) isRecord(first, i int) bool {
	switch p.doc.Word(i) {
	case "since":
	case "in", "for":
		to := p.timeAt(i)
		if to == 0 || !lasts(p.doc.Word(to-1)) {
			return false
		}
	default:
		return false
	}
	for j := i - 1; j >= max(first, i-4); j-- {
		switch w := p.doc.Word(j); w {
		case "first", "most", "record", "worst", "best", "closest", "highest", "lowest", "biggest", "largest", "smallest", "strongest", "weakest", "steepest", "fastest", "slowest", "sharpest", "longest":
			return true
		}
	}
	return false
}

// names tells whether the time, tokens [from, to), only tells which of several things the noun behind it is: "their 2008 peak" of
// what is compared with it, "its May forecast", "December futures".
func (p *periods) names(first, from, to int) bool {
	if to >= len(p.doc.Tokens) {
		return false
	}
	if to == from+1 && from > first+2 && p.doc.Word(from-2) == "a" && p.lex.words[p.doc.Word(from-1)].class&adjective != 0 {
		return true // "blamed a wet July"
	}
	switch p.doc.Word(to) {
	case "forecast", "forecasts", "estimate", "estimates", "projection", "projections", "futures", "contract", "contracts", "delivery", "survey", "poll":
		return true
	case "peak", "record", "high", "low", "highs", "lows", "level", "levels", "average":
		for j := from; j >= max(first, from-2); j-- {
			switch p.doc.Word(j) {
			case "above", "below", "to", "from", "at", "than":
				return true
			}
		}
	}
	return false
}

// isLength tells whether time e only says how long something lasts: "within 30 days".
func (p *periods) isLength(e dates.Expression, from int) bool {
	w := p.doc.Word(from)
	if b := p.doc.Word(max(from-2, 0)); p.doc.Word(max(from-1, 0)) == "to" && (b == "dating" || b == "back" || b == "dates") {
		return true // "a streak dating to 2007"
	}
	return e.Start == nil && e.End == nil && (w == "within" || w == "for")
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
		switch p.doc.Word(j) {
		case ",":
			if !p.goesOn(j) {
				return true
			}
		case "was", "were": // "a man who ran three homes in Kent was jailed on Monday"
			return true
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

// isParticiple tells whether the word at token i can open a clause without a subject: ", packing winds of 185 km/h, …", ", launched
// in 2018, …".
func (p *periods) isParticiple(i int) bool {
	w := p.doc.Word(i)
	c := p.lex.words[w].class
	return c&(participle|gerund) != 0 && c&(noun|adjective|preposition) == 0
}

// before tells whether another time of the sentence stands before time t, or another figure between it and figure i: "a year
// earlier" then is not that of figure i.
func (p *periods) before(i, t int) bool {
	if t > 0 && p.times[t-1].Sentence == p.times[t].Sentence {
		return true
	}
	for _, j := range [2]int{i - 1, i + 1} {
		if j >= 0 && j < len(p.figures) && p.figures[j].Sentence == p.figures[i].Sentence {
			return true
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

// ownerOf returns the figure that time e belongs to alone, seen from figure i: "a rise from 23 cents today to 30 cents by 2030", the
// one before it where i stands far off ("Sixteen goals of the plan include a cut in costs to 10 cents by 2030"), or the one that
// is compared with ("climbed to $9 billion from $8 billion a year earlier").
func (p *periods) ownerOf(e dates.Expression, i int) int {
	next := p.doc.TokenAt(e.Span.End)
	to := next < len(p.doc.Tokens) && p.doc.Word(next) == "to"
	first := i
	for first > 0 && p.figures[first-1].Sentence == e.Sentence {
		first--
	}
	for j := first; j < len(p.figures) && p.figures[j].Span.End <= e.Span.Start; j++ {
		if gap := p.doc.Text[p.figures[j].Span.End:e.Span.Start]; len(gap) > 4 && !(len(gap) < 14 && strings.Count(gap, " ") == 2 && !strings.ContainsAny(gap, ",;")) {
			continue // "a 2% rise in July" is as near as "2% in July"
		}
		if to && p.isFrom(&p.figures[j]) || p.figures[j].Span.Start-p.figures[i].Span.End > aside || p.isCompared(&p.figures[j]) {
			return j
		}
	}
	return -1
}

// isFrom tells whether a figure is the first end of a change: "from around 23 cents".
func (p *periods) isFrom(f *Figure) bool {
	i := p.doc.TokenAt(f.Span.Start)
	for j := i - 1; j >= max(p.doc.Sentences[f.Sentence].First, i-3); j-- {
		if p.doc.Word(j) == "from" {
			return true
		}
	}
	return false
}

// aside is how many bytes apart two figures of one clause seldom are.
const aside = 60

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
	for i := p.doc.TokenAt(p.times[a].Span.End); i < p.doc.TokenAt(p.times[b].Span.Start); i++ {
		switch w := p.doc.Word(i); {
		case w[0] >= 'A' && w[0] <= 'Z':
			names++
		case w != "and" && w != "," && w != "the":
			return false
		}
	}
	return names > 0
}

// endsTime tells whether a time of the sentence ends before token i.
func (p *periods) endsTime(i int) bool {
	for t := p.next; t < len(p.times) && p.times[t].Span.Start < p.doc.Tokens[i].Start; t++ {
		if p.doc.TokenAt(p.times[t].Span.End) == i {
			return true
		}
	}
	return false
}

// plenty is how many tokens count: what stands farther off in one clause is no less tied to it.
const plenty = 10

// between counts the tokens of [from, to), borders of clauses many times.
func (p *periods) between(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if i < from+plenty {
			n++
		}
		if i <= from+2 && p.doc.Word(i) == "which" && p.doc.Word(from) == "," && p.endsTime(from) {
			continue // "$5m in 2024, of which 2% …", "a trial in 2022, in which 19 …"
		}
		switch strings.ToLower(p.doc.Word(i)) {
		case ";":
			n += border
		case "and":
			if p.joinsVerb(i + 1) {
				n += border/2 + 4 // "and returned to England in 2016"
			}
			if w := p.doc.Word(min(i+1, len(p.doc.Tokens)-1)); i > from && p.doc.Word(i-1) == "," && (w == "a" || w == "the" || w == "its" || i+1 < to && p.doc.Tokens[i+1].Kind == segment.Number) || w == "that" {
				n += border // "at 509 tonnes, and a deal struck last May …"
			}
		case "since":
			if p.timeAt(i) > 0 && p.isRecord(p.doc.Sentences[p.doc.SentenceAt(p.doc.Tokens[i].Start)].First, i) {
				continue
			}
			n += farthest // "its 12 titles since its founding in 1900"
		case "while", "whereas", "but", "although", "which", "who", "whose", "where", "if", "though", "until", "before":
			n += border
		case "after", "because", "as":
			n += border / 2
		case "for", "by", "without":
			if w := p.doc.Word(min(i+1, len(p.doc.Tokens)-1)); p.lex.words[w].class&gerund != 0 {
				n += border // "was fined $5 for stealing $9 in 2017"
			}
		case "now":
			n += border // "had 212 in January, and now there are 171"
		case ",":
			n += 2
		case "“", "”", "\"":
			n += border / 2
		}
	}
	return n
}
