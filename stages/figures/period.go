package figures

import (
	"slices"
	"strings"

	"broadsheet/stages/dates"
	"broadsheet/stages/quotations"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// assignPeriods sets the period of each figure: the time that its own clause names, else its sentence, else the sentence
// before where this one plainly goes on ("EU exports were worth €12 billion" behind "… in 2023"). Times are in text order.
func assignPeriods(lex *lexicon, doc *segment.Document, times []dates.Expression, said quotations.Statements, figures []Figure) {
	p := periods{lex: lex, doc: doc, times: times, quoted: said.Quoted, figures: figures}
	h := newHolders(said.Attributions)
	for i := range figures {
		for p.next < len(times) && times[p.next].Sentence < figures[i].Sentence {
			p.next++
		}
		p.said = h.of(figures[i].Span)
		p.assign(i)
	}
}

type periods struct {
	lex     *lexicon
	doc     *segment.Document
	times   []dates.Expression
	said    []quotations.Attribution // that hold the figure
	quoted  []text.Span
	figures []Figure
	next    int // the first time of the figure's sentence
}

// assign finds the period of figure i.
func (p *periods) assign(i int) {
	f := &p.figures[i]
	best, least := -1, farthest+1
	for t := p.next; t < len(p.times) && p.times[t].Sentence == f.Sentence; t++ {
		e := p.times[t]
		if e.Span.Overlaps(f.Span) {
			p.set(f, t, "the figure is the time itself") // "the past two years" is a duration and its own period
			return
		}
		if cost := p.cost(i, t); cost < least {
			best, least = t, cost
		}
	}
	f.PeriodBy = "no time in the text is tied to it"
	switch {
	case f.Kind == "duration" || f.Kind == "age":
		f.PeriodBy = "a " + f.Kind + " has no time but one that it names itself"
	case p.looksBack(f):
		f.PeriodBy = "it only counts what the text has named"
	case best >= 0:
		p.set(f, best, "the time in its clause")
	case !p.isTimed(i):
		p.carry(i)
	}
}

// lasts tells whether a time only says how long something lasts: "in eight years".
func lasts(t string) bool {
	switch t[strings.LastIndexByte(t, ' ')+1:] {
	case "decades", "years", "months", "weeks", "days", "hours", "minutes":
		return true
	}
	return false
}

// isTimed tells whether the sentence of figure i names a time that is no comparison.
func (p *periods) isTimed(i int) bool {
	f := &p.figures[i]
	first := p.doc.Sentences[f.Sentence].First
	for t := p.next; t < len(p.times) && p.times[t].Sentence == f.Sentence; t++ {
		e := p.times[t]
		owner := p.ownerOf(e, i)
		from, to := p.doc.TokenAt(e.Span.Start), p.doc.TokenAt(e.Span.End)
		if e.Span.End <= f.Span.Start && p.inRelative(first, from) && p.closes(to, p.doc.TokenAt(f.Span.Start)) {
			continue // "Ruritania, which bought 82% in 2021, took 66%"
		}
		if (owner < 0 || owner == i) && !p.compares(e, first, from, to) {
			return true
		}
	}
	return false
}

func (p *periods) set(f *Figure, t int, by string) {
	e := p.times[t]
	f.PeriodBy = by
	if first := p.doc.Sentences[f.Sentence].First; e.Span.End < f.Span.Start && p.doc.Word(first) == "Since" && e.Start != nil && e.End != nil && !p.semicolon(first, p.doc.TokenAt(e.Span.Start)) && p.commaAt(p.doc.TokenAt(e.Span.End)) {
		e.Span.Start, e.End = p.doc.Tokens[first].Start, nil // "Since the launch of the programme in September, …"
	}
	if e.Span.Start > f.Span.End {
		if i := p.sinceClause(p.doc.TokenAt(f.Span.End), p.doc.TokenAt(e.Span.Start)); i > 0 && e.Start != nil && e.End != nil {
			e.Span.Start, e.End = p.doc.Tokens[i].Start, nil
		}
	}
	f.PeriodStart, f.PeriodEnd, f.PeriodText = e.Start, e.End, e.Span.Of(p.doc.Text)
}

// commaAt tells whether token i is a comma.
func (p *periods) commaAt(i int) bool { return i < len(p.doc.Tokens) && p.doc.Word(i) == "," }

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

// looksBack tells whether f only counts what the text has named: "the two sides".
func (p *periods) looksBack(f *Figure) bool {
	i := p.doc.TokenAt(f.Span.Start) - 1
	if f.Kind != "count" || i < p.doc.Sentences[f.Sentence].First {
		return false
	}
	switch p.doc.Word(i) {
	case "the", "The", "both", "these", "those", "other", "its", "their", "his", "her":
		return len(p.doc.Word(i+1)) > 1 && p.doc.Tokens[i+1].Kind == segment.Word
	}
	return false
}

// carry takes the period of a figure of the sentence before that is of the same sort. Paragraphs of one sentence go on from
// each other too.
func (p *periods) carry(i int) {
	f := &p.figures[i]
	if t := p.next - 1; t >= 0 && !p.isPresent(i) && !p.isCompared(f) && p.times[t].Sentence == f.Sentence-1 && p.sameQuote(p.times[t].Span, f.Span) && p.times[t].End != nil {
		p.set(f, t, "the time before it in the same quotation")
		return
	}
	if p.looksAhead(f.Sentence) || p.isPresent(i) || p.isCompared(f) {
		return
	}
	if i > 0 && p.figures[i-1].Sentence == f.Sentence && f.Direction != "none" && p.figures[i-1].PeriodBy == likeBefore {
		b := &p.figures[i-1] // "took $121 million, 8% less than a year earlier"
		f.PeriodStart, f.PeriodEnd, f.PeriodText, f.PeriodBy = b.PeriodStart, b.PeriodEnd, b.PeriodText, likeBefore
		return
	}
	near := p.doc.Sentences[f.Sentence].Paragraph
	for j := i - 1; j >= 0 && p.figures[j].Sentence >= f.Sentence-1; j-- {
		b := &p.figures[j]
		if p.isSpoken(f.Span) && !p.isSpoken(b.Span) {
			return
		}
		if b.Sentence == f.Sentence || b.PeriodStart == nil || b.PeriodEnd == nil || !p.alike(f, b) || !p.lends(b) {
			continue
		}
		paragraph := p.doc.Sentences[b.Sentence].Paragraph
		day := *b.PeriodStart == *b.PeriodEnd && f.Direction != "none" && b.Direction != "none"
		if paragraph != near && !day && (b.Kind != f.Kind || b.Kind == "count" || p.doc.Paragraphs[paragraph].Last-p.doc.Paragraphs[paragraph].First > 1) {
			continue
		}
		if *b.PeriodStart == *b.PeriodEnd && !p.moves(i) {
			continue // a day is that of one event, but for markets
		}
		f.PeriodStart, f.PeriodEnd, f.PeriodText, f.PeriodBy = b.PeriodStart, b.PeriodEnd, b.PeriodText, likeBefore
		return
	}
}

// likeBefore is why a figure has the period of another sentence.
const likeBefore = "the time of a like figure in the sentence before"

// moves tells whether a figure of the sentence of figure i is the size of a change: "Brent dropped $1.81 to $73.23".
func (p *periods) moves(i int) bool {
	for j := i; j >= 0 && p.figures[j].Sentence == p.figures[i].Sentence; j-- {
		if p.figures[j].Direction != "none" {
			return true
		}
	}
	return false
}

// alike tells whether two figures are of one account: both of money, shares and measures, or of one kind.
func (p *periods) alike(a, b *Figure) bool {
	value := func(k string) bool { return k == "money" || k == "percent" || k == "index" || k == "measure" }
	return a.Kind == b.Kind && (a.Kind != "count" || a.Unit == b.Unit) || value(a.Kind) && value(b.Kind)
}

// lends tells whether the period of figure b can be that of another sentence: not "today", nor that of a figure which is only
// compared with.
func (p *periods) lends(b *Figure) bool {
	switch b.PeriodText {
	case "today", "Today", "currently", "Currently":
		return false
	}
	if looksBack(b.PeriodText) {
		return false
	}
	return !p.isState(b) && !p.isCompared(b)
}

// isState tells whether the time of figure b is a day at which it was counted: "as of 1 April", "at the end of 2022", "by 2030".
func (p *periods) isState(b *Figure) bool {
	t := strings.ToLower(b.PeriodText)
	return strings.HasPrefix(t, "as ") || strings.HasPrefix(t, "at ") || strings.HasPrefix(t, "by ") || strings.Contains(t, "end of ") || strings.HasPrefix(t, "today")
}

// looksBack tells whether a time is one that others are compared with: "a year earlier", "in the year-ago quarter".
func looksBack(t string) bool {
	return strings.HasSuffix(t, "earlier") || strings.HasSuffix(t, "year before") || strings.HasSuffix(t, "month before") || strings.Contains(t, "-earlier") || strings.Contains(t, "-ago") || strings.HasSuffix(t, "year ago")
}

// modest are words that may stand between what compares and a figure: "after a meagre 2% rise".
var modest = wordSet(`a an the just about around some nearly almost only roughly revised`)

// isCompared tells whether figure b is only compared with: "from $8 billion", "compared with $8 billion", but not "more than 2%".
func (p *periods) isCompared(b *Figure) bool {
	i := p.doc.TokenAt(b.Span.Start) - 1
	for i > p.doc.Sentences[b.Sentence].First+1 && modest[p.doc.Word(i)] {
		i--
	}
	if p.doc.Word(max(i, 0)) == "of" { // "compared with a deficit of $6 million"
		for j := i - 1; j > max(p.doc.Sentences[b.Sentence].First, i-6) && p.doc.Tokens[j].Kind == segment.Word; j-- {
			if w := p.doc.Word(j); w == "with" || w == "against" || w == "from" {
				i = j
				break
			}
		}
	}
	if i <= p.doc.Sentences[b.Sentence].First {
		return false
	}
	before := p.doc.Word(i - 1)
	switch p.doc.Word(i) {
	case "against":
		return p.doc.Word(min(p.doc.TokenAt(b.Span.End), len(p.doc.Tokens)-1)) != "for" // "21% against 20% for the Greens" is of one time
	case "from", "versus", "after":
		return true
	case "with", "to":
		return before == "compared"
	case "than":
		return before != "more" && before != "less" && before != "fewer"
	}
	return false
}

// looksAhead tells whether a sentence speaks of what is to come, which no past period covers.
func (p *periods) looksAhead(sentence int) bool {
	s := p.doc.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		switch p.doc.Word(i) {
		case "will", "plans", "plan", "expected", "expects", "guidance", "forecast", "forecasts", "outlook", "target", "would", "aims", "could", "planned":
			return true
		}
	}
	return false
}

// isPresent tells whether the clause of figure i speaks of how things are: "about half of the fields are dry".
func (p *periods) isPresent(i int) bool {
	f := &p.figures[i]
	at, to := p.doc.TokenAt(f.Span.Start), p.doc.TokenAt(f.Span.End)
	first, last := p.doc.Sentences[f.Sentence].First, p.doc.Sentences[f.Sentence].Last
	for j := max(first, at-6); j < min(last, to+6); j++ {
		if w := p.doc.Word(j); strings.HasSuffix(w, "’ve") || strings.HasSuffix(w, "'ve") {
			return true
		}
		switch p.doc.Word(j) {
		case "is", "are", "has", "have", "holds", "employs", "owns", "stands", "remains", "costs", "works":
			return true
		case ",", ";":
			if j >= to {
				return false
			}
		}
	}
	return false
}

// isSpoken tells whether direct speech holds s.
func (p *periods) isSpoken(s text.Span) bool {
	return slices.ContainsFunc(p.quoted, func(q text.Span) bool { return q.Contains(s) })
}

// sameQuote tells whether one direct statement holds both.
func (p *periods) sameQuote(a, b text.Span) bool {
	for _, s := range p.said {
		if s.Direct && s.Span.Contains(a) && s.Span.Contains(b) {
			return true
		}
	}
	return false
}
