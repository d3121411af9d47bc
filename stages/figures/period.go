package figures

import (
	"slices"

	"broadsheet/stages/dates"
	"broadsheet/stages/quotations"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// assignPeriods sets the period of each figure: of the times in its sentence and shortly before it, the one whose signs weigh
// most (data/period.tsv), none where none weighs more than nothing. Times are in text order.
func assignPeriods(lex *lexicon, in Input, figures []Figure) {
	p := newPeriods(lex, in, figures)
	for i := range figures {
		p.at(i)
		best, most := -1, int32(0)
		for _, t := range p.candidates(i) {
			if p.sideOf(i, t) == sideOver && !p.isLength(p.times[t], p.moments[t]) {
				best = t // "the past two years" is a duration and its own period
				break
			}
			if w := p.weigh(i, t); w > most {
				best, most = t, w
			}
		}
		p.set(i, best)
	}
}

// PeriodChoice is a time that may be a figure's, with the numbers of the signs for and against it.
type PeriodChoice struct {
	Time  int // index into the times
	Signs []uint32
}

// PeriodChoices returns for each figure the times that assignPeriods weighs, where chosen tells the time of each figure, -1 for
// none. The weights are learned from it.
func (r *Reader) PeriodChoices(in Input, figures []Figure, chosen []int) [][]PeriodChoice {
	p := newPeriods(r.lex, in, figures)
	out := make([][]PeriodChoice, len(figures))
	for i := range figures {
		p.at(i)
		for _, t := range p.candidates(i) {
			p.weigh(i, t)
			c := PeriodChoice{Time: t}
			for _, s := range p.signs {
				c.Signs = append(c.Signs, uint32(p.side)*uint32(signCount)+uint32(s))
			}
			out[i] = append(out[i], c)
		}
		p.chosen[i] = chosen[i]
	}
	return out
}

type periods struct {
	lex                *lexicon
	doc                *segment.Document
	times              []dates.Expression
	dated              bool // the day of publication is known
	holders            *holders
	said               []quotations.Attribution // that hold the figure
	quoted             []text.Span
	figures            []Figure
	spots              []span // tokens of the figures
	moments            []span // tokens of the times
	chosen             []int  // the time of each figure so far, -1 for none
	next               int    // the first time of the figure's sentence
	compared, pointing bool   // isCompared and pointsBack of the figure
	list               []int  // candidates
	signs              []sign // of the time that was weighed last
	side               side
	alone              []sign                   // of the figure, whatever the time
	ofTimes            [][]sign                 // of each time, whatever the figure; nil where not asked for yet
	shared             [8]struct{ a, b, n int } // how many words sentences a and b share, by their distance
	tone               struct {                 // of a sentence
		sentence     int
		market, will bool
	}
}

func newPeriods(lex *lexicon, in Input, figures []Figure) *periods {
	p := &periods{lex: lex, doc: in.Doc, times: in.Times, dated: in.Published != nil, holders: newHolders(in.Statements.Attributions),
		quoted: in.Statements.Quoted, figures: figures, spots: make([]span, len(figures)), moments: make([]span, len(in.Times)),
		chosen: make([]int, len(figures)), ofTimes: make([][]sign, len(in.Times))}
	p.tone.sentence = -1
	for i := range figures {
		p.spots[i] = span{in.Doc.TokenAt(figures[i].Span.Start), in.Doc.TokenAt(figures[i].Span.End-1) + 1}
	}
	for t := range in.Times {
		p.moments[t] = span{in.Doc.TokenAt(in.Times[t].Span.Start), in.Doc.TokenAt(in.Times[t].Span.End-1) + 1}
	}
	return p
}

// at moves on to figure i.
func (p *periods) at(i int) {
	for p.next < len(p.times) && p.times[p.next].Sentence < p.figures[i].Sentence {
		p.next++
	}
	p.said = p.holders.of(p.figures[i].Span)
	p.compared, p.pointing = p.isCompared(i), p.pointsBack(i)
	p.noteFigure(i)
}

// candidates returns the times of figure i's sentence, of the two before it, the one that the figure before it took, and the first
// of the text's first sentence.
func (p *periods) candidates(i int) []int {
	p.list = p.list[:0]
	if p.pointing || p.isDeadline(i) {
		return p.list
	}
	sentence := p.figures[i].Sentence
	for t := p.next; t < len(p.times) && p.times[t].Sentence == sentence; t++ {
		if !p.isVetoed(i, t) {
			p.list = append(p.list, t)
		}
	}
	for t := p.next - 1; t >= 0 && p.times[t].Sentence >= sentence-2; t-- {
		p.list = append(p.list, t)
	}
	if i > 0 && p.chosen[i-1] >= 0 && p.times[p.chosen[i-1]].Sentence < sentence && p.figures[i-1].Sentence >= sentence-4 && !slices.Contains(p.list, p.chosen[i-1]) {
		p.list = append(p.list, p.chosen[i-1])
	}
	if len(p.times) > 0 && p.times[0].Sentence == 0 && sentence > 0 && !slices.Contains(p.list, 0) {
		p.list = append(p.list, 0)
	}
	return p.list
}

// sides in words.
var periodReasons = [sides]string{
	"the figure is the time itself", "the time behind it in its sentence", "the time before it in its sentence",
	"the time of a sentence before it", "the time of the paragraph before it",
}

// set gives time t to figure i.
func (p *periods) set(i, t int) {
	f := &p.figures[i]
	p.chosen[i] = t
	f.PeriodBy = "no time in the text is tied to it"
	if t >= 0 {
		e := p.times[t]
		f.PeriodBy = periodReasons[p.sideOf(i, t)]
		if first := p.doc.Sentences[f.Sentence].First; p.sideOf(i, t) == sideAhead && p.doc.Word(first) == "Since" && p.opensWith(first, t) {
			e.Span.Start, e.End = p.doc.Tokens[first].Start, nil // "Since the launch of the programme in September, …"
		}
		if e.Span.Start > f.Span.End && e.Start != nil && e.End != nil {
			if k := p.sinceClause(p.spots[i].to, p.moments[t].from); k > 0 {
				e.Span.Start, e.End = p.doc.Tokens[k].Start, nil
			}
		}
		f.PeriodStart, f.PeriodEnd, f.PeriodText = e.Start, e.End, e.Span.Of(p.doc.Text)
	}
}

// opensWith tells whether the adjunct that opens the sentence at token first ends with time t and a comma.
func (p *periods) opensWith(first, t int) bool {
	e, end := p.times[t], p.moments[t].to
	return e.Start != nil && e.End != nil && end < len(p.doc.Tokens) && p.doc.Word(end) == "," && !slices.ContainsFunc(p.doc.Tokens[first:end], func(t segment.Token) bool {
		w := t.Of(p.doc.Text)
		return w == "," || w == ";"
	})
}

// isSpoken tells whether direct speech holds s.
func (p *periods) isSpoken(s text.Span) bool {
	i, found := slices.BinarySearchFunc(p.quoted, s.Start, func(q text.Span, start int) int { return q.Start - start })
	if !found {
		i--
	}
	return i >= 0 && p.quoted[i].Contains(s)
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

// isVetoed tells whether time t of the sentence of figure i cannot be its own: a record's, a report's, a name's, one that is only
// compared with, or that of a clause by itself.
func (p *periods) isVetoed(i, t int) bool {
	e, at, f := p.times[t], p.moments[t], p.spots[i]
	first := p.doc.Sentences[e.Sentence].First
	if p.isRecord(first, at.from) || p.isReportDay(first, at.from) || p.names(first, at.from, at.to) || p.inParticiple(first, at.from, f.from) {
		return true
	}
	if at.to <= f.from {
		return p.inRelative(first, at.from) && p.closes(at.to, f.from) || isDay(e) && p.leads(t) && p.isOutside(e)
	}
	return f.to <= at.from && (p.isThan(first, at.from) && !p.compared || p.isChange(f.from, at.from) || !isDay(e) && p.joinsVerbBetween(f.to, at.from))
}
