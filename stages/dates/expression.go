package dates

import (
	"broadsheet/schemas"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// Expression is a stretch of text that names a time: "in 2023", "last year", "over the nine months", "on Nov. 17".
type Expression struct {
	Span     text.Span     // bytes of the text, preposition included
	Sentence int           // index into segment.Document.Sentences
	Start    *schemas.Date // first day, nil where open or not resolved
	End      *schemas.Date // last day, included, nil where open or not resolved
}

// Expressions returns the time expressions of a text, in text order, none overlapping another. They are resolved against
// the day of publication: a day or month without year is the nearest past one, unless the clause speaks of the future.
// Without that day "last year" keeps its span and has no dates; a date that no calendar holds never has.
func Expressions(doc *segment.Document, published *schemas.Date) []Expression {
	p := reader{doc: doc, marks: classify(doc)}
	if published != nil {
		p.today, p.dated = *published, true
	}
	for s := range doc.Sentences {
		p.sentence = s
		p.first, p.last = doc.Sentences[s].First, doc.Sentences[s].Last
		for i := p.first; i < p.last; {
			if p.marks[i].class == plain {
				i++
				continue
			}
			next := p.expression(i)
			i = max(next, i+1)
		}
	}
	return p.found
}

// reader walks over the marks of one sentence at a time.
type reader struct {
	doc         *segment.Document
	marks       []mark
	today       schemas.Date
	dated       bool // today is known
	sentence    int
	first, last int // tokens of the sentence
	depth       int // of moments inside moments
	match       answer
	found       []Expression
	recent      [centuries + 1]period // the last resolved week, month, quarter and year
	before      anchor                // the last resolved period, which "a year earlier" and "that day" look back to
	long        period                // the last resolved one of more than a day, which "the same period" looks back to
}

// anchor is a period that the text has named.
type anchor struct {
	days     period
	sentence int
	known    bool
}

// at returns the mark of token i, and a plain one behind the end of the sentence.
func (p *reader) at(i int) mark {
	if i < p.first || i >= p.last {
		return mark{}
	}
	return p.marks[i]
}

// is tells whether token i is of class c.
func (p *reader) is(i int, c class) bool { return p.at(i).class == c }

// touches tells whether no white space stands between tokens i and i+1.
func (p *reader) touches(i int) bool {
	return i+1 < p.last && p.doc.Tokens[i].End == p.doc.Tokens[i+1].Start
}

// skip returns i+1 where token i is of class c, else i.
func (p *reader) skip(i int, c class) int {
	if p.is(i, c) {
		return i + 1
	}
	return i
}

// hyphen returns i+1 where token i joins the tokens around it without white space, else i.
func (p *reader) hyphen(i int) int {
	if p.is(i, dash) && i > p.first && p.touches(i-1) && p.touches(i) {
		return i + 1
	}
	return i
}

// remember keeps a whole week, month, quarter or year, which "the quarter" may speak of later.
func (p *reader) remember(d period) {
	for u := weeks; u <= years; u++ {
		if around(d.start, u) == d {
			p.recent[u] = d
		}
	}
}

// looksBack tells whether an expression that ends at token i only compares: "a year earlier".
func (p *reader) looksBack(i int) bool { return p.is(i, agoWord) || p.is(i, beforeWord) }

// isCompared tells whether the time at token i, or a figure right before it, is only compared with: "from 5% in July".
func (p *reader) isCompared(i int) bool {
	for j := i - 1; j >= max(p.first, i-6); j-- {
		switch p.word(j) {
		case "from", "against", "versus", "than", "compared":
			return true
		case ",", ";", "to":
			return false
		}
	}
	return false
}

// isReport tells whether a day at token i is when what its sentence tells of a longer time was said: "exports fell in May, it said on
// Tuesday". What follows looks back to the longer one.
func (p *reader) isReport(i int, d period) bool {
	b := p.before
	return d.start == d.end && p.is(i-1, saidWord) && b.known && b.sentence == p.sentence && b.days.end-b.days.start > 26
}

// add notes the expression of tokens [from, to).
func (p *reader) add(from, to int, days period) {
	e := Expression{
		Span:     text.Span{Start: p.doc.Tokens[from].Start, End: p.doc.Tokens[to-1].End},
		Sentence: p.sentence,
	}
	if days.known {
		ends := [2]schemas.Date{days.start, days.end}
		if !days.openStart {
			e.Start = &ends[0]
		}
		if !days.openEnd {
			e.End = &ends[1]
		}
		if !days.openStart && !days.openEnd {
			if !p.looksBack(to-1) && !p.isCompared(from) && !p.isReport(from, days) {
				p.before = anchor{days, p.sentence, true}
				if days.start < days.end {
					p.long = days
				}
				p.remember(days)
			}
		}
	}
	p.found = append(p.found, e)
}
