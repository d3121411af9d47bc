package figures

import "slices"

// sideOf tells where time t stands, seen from figure i.
func (p *periods) sideOf(i, t int) side {
	f, e := &p.figures[i], &p.times[t]
	switch {
	case e.Span.Overlaps(f.Span):
		return sideOver
	case e.Sentence == f.Sentence && e.Span.Start >= f.Span.End:
		return sideBehind
	case e.Sentence == f.Sentence:
		return sideAhead
	case p.doc.Sentences[e.Sentence].Paragraph == p.doc.Sentences[f.Sentence].Paragraph:
		return sideBack
	}
	return sideFar
}

// weigh sums the weights of the signs for time t as the period of figure i.
func (p *periods) weigh(i, t int) int32 {
	p.side = p.sideOf(i, t)
	if p.ofTimes[t] == nil {
		p.noteTime(t)
	}
	p.signs = append(append(p.signs[:0], p.ofTimes[t]...), p.alone...)
	p.note(p.isOutside(p.times[t]), signOutside)
	switch p.side {
	case sideBehind:
		p.noteBetween(p.spots[i].to, p.moments[t].from)
		p.noteSentence(i, t)
	case sideAhead:
		p.noteBetween(p.moments[t].to, p.spots[i].from)
		p.noteSentence(i, t)
	case sideBack, sideFar:
		p.noteBefore(i, t)
	}
	sum := int32(0)
	for _, s := range p.signs {
		sum += periodWeights[p.side][s]
	}
	return sum
}

func (p *periods) note(is bool, s sign) {
	if is {
		p.signs = append(p.signs, s)
	}
}

// noteTime notes what the time says by itself and in its sentence.
func (p *periods) noteTime(t int) {
	e, at := p.times[t], p.moments[t]
	first := p.doc.Sentences[e.Sentence].First
	p.signs = append(p.signs[:0], signAny)
	switch {
	case e.Start == nil && e.End == nil && p.dated:
		p.note(true, signUnresolved)
	case e.Start == nil && e.End == nil: // "last year" of a text without a day
		p.note(true, signSpan)
	case e.Start == nil:
		p.note(true, signOpenStart)
	case e.End == nil:
		p.note(true, signOpenEnd)
	case *e.Start == *e.End:
		p.note(true, signDay)
	default:
		p.note(true, signSpan)
	}
	p.note(true, openingSign(p.doc.Word(at.from)))
	p.note(p.isRecord(first, at.from), signRecord)
	p.note(p.isReportDay(first, at.from), signReportDay)
	p.note(p.isLength(e, at), signLength)
	p.note(p.compares(e, first, at.from, at.to), signCompares)
	p.note(looksBack(e.Span.Of(p.doc.Text)), signEarlier)
	p.note(p.isState(e.Span.Of(p.doc.Text)), signState)
	p.note(p.isListed(t), signListed)
	p.note(p.inRelative(first, at.from), signTimeInRelative)
	p.note(p.names(first, at.from, at.to), signNamesThing)
	p.note(p.isAmidSubject(first, at.from, at.to), signAmidSubject)
	p.note(p.opensClause(first, at.from), signOpensClause)
	p.note(p.isIntroduced(first, at.from, at.to), signIntroduced)
	leads := p.leads(t)
	p.note(leads, signLeads)
	p.note(leads && t > 0 && p.times[t-1].Sentence == e.Sentence, signLeadsSecond)
	p.note(p.isSpoken(e.Span), signSpokenTime)
	p.ofTimes[t] = slices.Clone(p.signs)
}

// leads tells whether time t opens its sentence, alone or behind another: "This year alone, over the nine months, …".
func (p *periods) leads(t int) bool {
	at := p.moments[t].from
	if at <= p.doc.Sentences[p.times[t].Sentence].First+1 {
		return true
	}
	return t > 0 && p.times[t-1].Sentence == p.times[t].Sentence && at-p.moments[t-1].to <= 2 && p.leads(t-1)
}

// noteFigure notes what the figure says by itself and in its sentence.
func (p *periods) noteFigure(i int) {
	f := &p.figures[i]
	first := p.doc.Sentences[f.Sentence].First
	p.signs = p.signs[:0]
	if s, ok := kindSigns[f.Kind]; ok {
		p.note(true, s)
	}
	p.note(p.compared, signCompared)
	p.note(p.pointing, signPointsBack)
	p.note(p.inRelative(first, p.spots[i].from), signInRelative)
	p.note(p.isSpoken(f.Span), signSpokenFigure)
	p.note(p.isPresent(i), signPresent)
	p.note(p.looksAhead(f.Sentence), signWill)
	p.note(f.Direction != "none" && f.Direction != "", signMoves)
	p.note(p.isPast(i), signPast)
	p.note(p.isMarket(f.Sentence), signMarket)
	p.note(p.isShare(i), signShareOf)
	p.alone = append(p.alone[:0], p.signs...)
}

// noteSentence notes how time t and figure i of one sentence stand among other times and figures.
func (p *periods) noteSentence(i, t int) {
	f, e := &p.figures[i], &p.times[t]
	own := e.Span.Start - f.Span.End
	if p.side == sideAhead {
		own = f.Span.Start - e.Span.End
	}
	p.noteOthers(i, t, own)
	prev := t > 0 && p.times[t-1].Sentence == e.Sentence
	next := t+1 < len(p.times) && p.times[t+1].Sentence == e.Sentence
	p.note(!prev, signFirstTime)
	p.note(!next, signLastTime)
	p.note(p.side == sideBehind && prev && p.times[t-1].Span.Start >= f.Span.End || p.side == sideAhead && next && p.times[t+1].Span.End <= f.Span.Start, signTimes1)
	p.note(!prev && !next, signOnlyTime)
	first := p.doc.Sentences[f.Sentence].First
	inFigure, inTime := p.inRelative(first, p.spots[i].from), p.inRelative(first, p.moments[t].from)
	p.note(p.side == sideBehind && inFigure && p.closes(p.spots[i].to, p.moments[t].from) || p.side == sideAhead && inTime && p.closes(p.moments[t].to, p.spots[i].from), signOtherClause)
	compares := p.compares(*e, first, p.moments[t].from, p.moments[t].to)
	p.note(own <= 1 && !compares && !p.isReportDay(first, p.moments[t].from), signPlainNear)
	p.note(compares && !p.compared, signComparesOther)
	p.note(p.inParticiple(first, p.moments[t].from, p.spots[i].from), signParticiple)
	p.note(p.compared && own <= 1, signComparedNear)
	if p.side == sideBehind {
		p.note(p.closes(p.spots[i].to, p.moments[t].from), signCloses)
	} else {
		p.note(p.closes(p.moments[t].to, p.spots[i].from), signCloses)
	}
	p.note(p.isSpoken(f.Span) && p.isSpoken(e.Span), signSameQuote)
	p.note(i > 0 && p.figures[i-1].Sentence == f.Sentence && p.chosen[i-1] == t, signChosenNear)
}

// noteOthers notes how the other figures of the sentence stand to time t, which is own bytes from figure i.
func (p *periods) noteOthers(i, t, own int) {
	f, e := &p.figures[i], &p.times[t]
	between, nearest := 0, true
	for j := range p.sameSentence(i) {
		g := &p.figures[j]
		gap := e.Span.Start - g.Span.End
		if gap < 0 {
			gap = g.Span.Start - e.Span.End
		}
		if gap < 0 || j == i {
			continue
		}
		if p.side == sideBehind && g.Span.Start >= f.Span.End && g.Span.End <= e.Span.Start || p.side == sideAhead && g.Span.Start >= e.Span.End && g.Span.End <= f.Span.Start {
			between++
		}
		nearest = nearest && gap >= own
		p.note(g.Span.End <= e.Span.Start && e.Span.Start-g.Span.End <= 4, signOwned)
		p.note(g.Span.Start >= e.Span.End && g.Span.Start-e.Span.End <= 4, signOwnedNext)
	}
	p.note(between == 1, signFigures1)
	p.note(between > 1, signFigures2)
	p.note(nearest, signNearest)
}

// sameSentence yields the figures of the sentence of figure i.
func (p *periods) sameSentence(i int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		first := i
		for first > 0 && p.figures[first-1].Sentence == p.figures[i].Sentence {
			first--
		}
		for j := first; j < len(p.figures) && p.figures[j].Sentence == p.figures[i].Sentence; j++ {
			if !yield(j) {
				return
			}
		}
	}
}

// noteBetween notes what stands between a figure and a time of its sentence, tokens [from, to).
func (p *periods) noteBetween(from, to int) {
	commas := 0
	if from < to && p.side == sideAhead && p.doc.Word(from) == "," {
		commas-- // closes the adjunct that the time ends
	}
	var seen [signCount]bool
	for i := from; i < to; i++ {
		switch w := p.doc.Word(i); w {
		case ",":
			commas++
		case "and", "or":
			seen[signAnd] = true
			seen[signAndVerb] = seen[signAndVerb] || p.joinsVerb(i+1)
			seen[signVerb] = seen[signVerb] || !p.joinsVerb(i+1) && p.isVerb(i+1)
		case "which":
			of := i == from+2 && p.side == sideAhead && p.doc.Word(from) == ","
			seen[signOfWhich] = seen[signOfWhich] || of // "a trial in 2022, in which 19 …"
			seen[signRelative] = seen[signRelative] || !of
		case "for", "by", "without":
			seen[signGerund] = seen[signGerund] || p.lex.words[p.doc.Word(i+1)].class&gerund != 0
		default:
			if s, ok := betweenSigns[w]; ok {
				seen[s] = true
			}
		}
	}
	for s, is := range seen {
		p.note(is, sign(s))
	}
	p.note(commas == 1, signCommas1)
	p.note(commas > 1, signCommas2)
	p.note(p.turns(from, to), signTurns)
	p.note(true, distance(to-from))
}

// noteBefore notes how time t of a sentence before stands to figure i.
func (p *periods) noteBefore(i, t int) {
	f, e := &p.figures[i], &p.times[t]
	s := p.doc.Sentences[f.Sentence]
	kind, unit, chosen := false, false, false
	for j := i - 1; j >= 0 && p.figures[j].Sentence >= f.Sentence-3; j-- {
		if p.chosen[j] != t {
			continue
		}
		g := &p.figures[j]
		chosen = true
		kind = kind || g.Kind == f.Kind || valued[g.Kind] && valued[f.Kind]
		unit = unit || g.Kind == f.Kind && g.Unit == f.Unit
	}
	p.note(chosen, signChosen)
	p.note(kind, signSameKind)
	p.note(unit, signSameUnit)
	p.note(i > 0 && p.chosen[i-1] == t, signChosenNear)
	timed := p.next < len(p.times) && p.times[p.next].Sentence == f.Sentence
	p.note(timed, signTimed)
	p.note(t+1 == len(p.times) || p.times[t+1].Sentence != e.Sentence, signLastTime)
	p.note(t == 0 || p.times[t-1].Sentence != e.Sentence, signFirstTime)
	p.note(p.sameQuote(f.Span, e.Span), signSameQuote)
	p.note(f.Sentence-e.Sentence == 2, signTwoBack)
	p.note(f.Sentence-e.Sentence > 2, signThreeBack)
	p.note(e.Sentence == 0, signLeadSentence)
	here := i > 0 && p.figures[i-1].Sentence == f.Sentence
	p.note(here && p.chosen[i-1] == t, signChosenHere)
	p.note(here && p.chosen[i-1] >= 0 && p.chosen[i-1] != t, signHasOther)
	p.note(isDay(*e) && f.Kind == "count", signDayCount)
	shared := p.sharedWords(e.Sentence, f.Sentence)
	p.note(shared == 1, signShared1)
	p.note(shared > 1, signShared2)
	p.note(isDay(*e) && p.isMarket(f.Sentence), signMarketDay)
	p.note(kind && !timed && !p.isPresent(i) && !p.looksAhead(f.Sentence) && !p.compared, signGoesOn)
	p.note(isDay(*e) && p.moves(i), signDayMoves)
	p.note(f.Sentence == p.doc.Paragraphs[s.Paragraph].First, signOpensParagraph)
	switch p.doc.Word(s.First) {
	case "It", "Its", "They", "Their", "That", "This", "Of", "These", "Those", "He", "She", "His", "Her":
		p.note(true, signOpensWithPronoun)
	}
	p.note(here && p.chosen[i-1] < 0, signFigures1)
}
