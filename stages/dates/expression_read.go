package dates

import "broadsheet/stages/segment"

// expression notes the time expression that begins at token i, and returns the token behind it; i where there is none.
func (p *reader) expression(i int) int {
	prep, j := p.preposition(i)
	for p.is(j, aboutWord) || p.word(j) == "at" && p.word(j+1) == "least" {
		j++
	}
	m, next, ok := p.moment(j, prep)
	if !ok {
		return i
	}
	if prep == plain && p.is(i, the) && p.word(i) != "the" && p.word(i) != "The" {
		i++ // "its 2023 revenue"
	}
	joined, end, isRange := p.rangeEnd(m, next, prep)
	switch {
	case isRange:
		p.add(i, end, joined)
		return end
	case m.kind == ofMonth && m.last > m.day: // "from 3 to 9 June"
		prep = plain
	case prep == betweenWord:
		return i
	}
	days := p.resolve(m, p.future(i, next) || prep == byWord && p.word(i) == "by" && !p.isPast(i))
	if prep == fromWord && p.is(next, onward) {
		next++
	}
	if prep == fromWord && m.kind == fixed {
		prep = plain // "up from a year earlier"
	}
	p.add(i, next, bound(prep, days))
	return next
}

// preposition returns what the word at i says of the time behind it, and where that begins.
func (p *reader) preposition(i int) (class, int) {
	if i > p.first && p.is(i-1, dash) && p.touches(i-1) {
		return plain, i // the "in" of "Jae-in"
	}
	switch c := p.at(i).class; c {
	case inWord, sinceWord, fromWord, betweenWord, byWord, beforeWord, afterWord:
		return c, i + 1
	case endedWord:
		if w := p.word(i); w == "through" || w == "thru" { // no "the trial ended last week"
			return c, i + 1
		}
	case asWord:
		if p.is(i+1, of) || p.is(i+1, inWord) {
			return inWord, i + 2
		}
	}
	return plain, i
}

// bound opens the end of a period that the preposition leaves open: "since 2005", "by 2030".
func bound(prep class, d period) period {
	switch prep {
	case sinceWord, fromWord:
		d.openEnd = true
	case byWord, endedWord:
		d.openStart = true
	case beforeWord:
		d.openStart, d.end = true, d.start-1
	case afterWord:
		d.openEnd, d.start = true, d.end+1
	}
	return d
}

// deepest bounds how far times nest ("the start of the week before the end of …"), so that no text costs more.
const deepest = 4

// moment reads the time at token i, where prep stands before it.
func (p *reader) moment(i int, prep class) (moment, int, bool) {
	if p.depth == deepest {
		return moment{}, i, false
	}
	p.depth++
	m, next, ok := p.momentAt(i, prep)
	p.depth--
	return m, next, ok
}

func (p *reader) momentAt(i int, prep class) (moment, int, bool) {
	article := p.is(i, the)
	if article {
		i++
	}
	switch p.at(i).class {
	case edgeWord:
		return p.edgeOf(i)
	case plain:
		switch w := p.word(i); {
		case prep == inWord && p.word(i+1) == "trading": // "in premarket trading"
			return p.trading(i + 2)
		case prep == inWord && w == "present": // "at present"
			return moment{kind: fixed}, i + 1, !article
		case prep == inWord && article && w == "reporting" && p.is(i+1, spanWord):
			return moment{kind: fixed, period: p.long}, i + 2, true
		}
	case partWord:
		if p.word(i+1) == "trading" {
			return p.trading(i + 2)
		}
		return p.partOf(i)
	case agoWord:
		if p.is(i+1, thisWord) || p.is(i+1, inWord) && p.is(i+2, the) { // "earlier this week", "later in the year"
			return p.partOf(i)
		}
	case monthName:
		return p.monthFirst(i, prep)
	case dayName:
		return p.dayOfWeek(i)
	case dottedDay:
		return p.dotted(i)
	case numeral:
		if k := p.ordinalEnd(i); k > i+1 && p.isUnitOf(p.hyphen(k), centuries) { // "the 21st century"
			return moment{kind: fixed, period: around(date(100*int(p.at(i).value), 1, 1), centuries)}, p.hyphen(k) + 1, true
		}
		if m, next, ok := p.dayFirst(i); ok {
			return m, next, true
		}
		if m, next, ok := p.decade(i, article); ok {
			return m, next, true
		}
		return p.count(i, prep, article)
	case number, someWord:
		if p.word(i+1) == "trading" { // "in recent trading"
			return p.trading(i + 2)
		}
		return p.count(i, prep, article)
	case yearNumber:
		return p.yearFirst(i, prep)
	case decadeName:
		y := int(p.at(i).value)
		return moment{kind: fixed, period: around(date(y, 1, 1), decades)}, i + 1, article
	case ordinal:
		return p.nth(i)
	case quarterName:
		q := int(p.at(i).value)
		return p.inYear(moment{kind: ofYear, from: 3*q - 2, to: 3 * q}, i+1)
	case halfName:
		h := int(p.at(i).value)
		return p.inYear(moment{kind: ofYear, from: 6*h - 5, to: 6 * h}, i+1)
	case fiscal:
		return p.fiscalYear(i)
	case lastWord, nextWord, thisWord, thatWord:
		return p.relative(i, prep, article)
	case dayWord:
		d := p.today.AddDays(int(p.at(i).value))
		return p.partOfDay(moment{kind: fixed, period: p.when(daysOf(d, d))}, i+1)
	case nowWord:
		return moment{kind: fixed}, i + 1, !article
	case thenWord:
		return moment{kind: fixed, period: p.named()}, i + 1, prep == byWord || prep == sinceWord || prep == fromWord
	case holidayName:
		return moment{kind: fixed}, i + 1, prep != plain
	case partOfDay:
		return p.hour(i, prep)
	case toWord:
		return moment{kind: fixed}, i + 2, p.word(i) == "to" && p.is(i+1, toDate)
	case spanWord: // "over the period"
		return moment{kind: fixed, period: p.long}, i + 1, article && prep == inWord && p.word(i) == "period"
	case seasonName:
		if prep != plain && (article || prep != fromWord) || p.is(i+1, yearNumber) {
			return p.season(i)
		}
	case weekendName:
		if article && prep == inWord {
			c := lastWord
			if p.dated && weekdayOf(p.today) >= 4 || p.future(i-2, i+1) {
				c = thisWord
			}
			return moment{kind: fixed, period: p.when(p.weekend(c))}, i + 1, true
		}
	case unitName:
		return p.unitFirst(i, prep, article)
	case straight:
		if k := p.hyphen(i + 1); p.word(i) == "full" && p.isUnitOf(k, years) && (article || k > i+1) { // "in the full year", "full-year profit"
			return moment{kind: fixed, period: p.when(around(p.today, years))}, k + 1, true
		}
	case soWord:
		return p.soFar(i)
	}
	return moment{}, i, false
}

// when returns d where the day of publication is known, from which it was counted, else an unknown period.
func (p *reader) when(d period) period {
	d.known = d.known && p.dated
	return d
}

// edgeOf reads "the end of 2022", "end-June", "the middle of last year".
func (p *reader) edgeOf(i int) (moment, int, bool) {
	j := p.skip(i+1, of)
	if j == i+1 {
		if j = p.hyphen(i + 1); j == i+1 {
			return moment{}, i, false
		}
	}
	m, next, ok := p.moment(j, of)
	m.edge = edge(p.at(i).value)
	return m, next, ok
}

// trading reads the day behind "in early trading", which is a time without a date by itself.
func (p *reader) trading(i int) (moment, int, bool) {
	if c := p.at(p.skip(i, inWord)).class; c == dayName || c == dayWord {
		return p.moment(p.skip(i, inWord), inWord)
	}
	return moment{kind: fixed}, i, true
}

// partOf reads "early 2024", "mid-November", "late on Tuesday", "earlier this week": the whole of what it is a part of.
func (p *reader) partOf(i int) (moment, int, bool) {
	j := p.skip(p.hyphen(i+1), inWord)
	if v := int(p.at(j).value); p.is(j, monthName) && p.is(j+1, numeral) && p.word(i) == "mid" { // "Since mid-May 29 ships …"
		return moment{kind: ofYear, from: v, to: v}, j + 1, true
	}
	m, next, ok := p.moment(j, of)
	return m, next, ok && next > j
}

// named returns the time that the text named last, where that is not far.
func (p *reader) named() period {
	d := p.before.days
	d.known = p.before.known && p.before.sentence >= p.sentence-2
	return d
}

// hour reads "by noon" and "overnight", the day that the text named last, and "at noon on Friday".
func (p *reader) hour(i int, prep class) (moment, int, bool) {
	if m, next, ok := p.moment(p.skip(i+1, inWord), inWord); ok && next > i+1 {
		return m, next, prep != plain
	}
	d := p.named()
	d.known = d.known && d.start == d.end
	return moment{kind: fixed, period: d}, i + 1, prep == inWord || prep == byWord || p.word(i) == "overnight"
}

// partOfDay reads the "morning" of "Tuesday morning".
func (p *reader) partOfDay(m moment, i int) (moment, int, bool) {
	return m, p.skip(i, partOfDay), true
}

// decade reads "90s" behind an article; "in his 90s" is an age.
func (p *reader) decade(i int, article bool) (moment, int, bool) {
	y := int(p.at(i).value)
	if w := p.word(i - 1); !article || w != "the" && w != "The" || y%10 != 0 || y < 20 || !p.touches(i) || p.word(i+1) != "s" {
		return moment{}, i, false
	}
	return moment{kind: fixed, period: around(date(1900+y, 1, 1), decades)}, i + 2, true
}

// nth reads "third quarter", "first half", "first nine months", "21st century", "second week of March".
func (p *reader) nth(i int) (moment, int, bool) {
	n := int(p.at(i).value)
	j := p.skip(p.hyphen(i+1), fiscal)
	if m := p.at(j); (m.class == halfWord || m.class == unitName && unit(m.value) == quarters) && p.ofMatch() {
		if _, _, ok := p.yearBehind(j + 1); !ok {
			return moment{}, i, false // "scored in the second half"
		}
	}
	switch m := p.at(j); {
	case m.class == halfWord && n <= 2:
		return p.inYear(moment{kind: ofYear, from: 6*n - 5, to: 6 * n}, j+1)
	case m.class == unitName && unit(m.value) == quarters && n <= 4:
		if k := j + 1; p.is(k, endedWord) && p.word(k) != "through" {
			if d, next, ok := p.upTo(1, quarters, k+1); ok {
				return moment{kind: fixed, period: d}, next, true
			}
		}
		return p.inYear(moment{kind: ofYear, from: 3*n - 2, to: 3 * n}, j+1)
	case m.class == unitName && unit(m.value) == centuries:
		return moment{kind: fixed, period: around(date(100*n, 1, 1), centuries)}, j + 1, true
	case m.class == unitName && unit(m.value) == months && n <= 12:
		month, next, ok := p.inYear(moment{kind: ofYear, from: n, to: n}, j+1) // "the first month of the year"
		return month, next, ok && next > j+1
	case m.class == unitName && unit(m.value) == weeks && p.is(j+1, of) && p.is(j+2, monthName) && n <= 4:
		month, next, ok := p.monthFirst(j+2, of)
		month.kind, month.day, month.last = ofMonth, 7*n-6, 7*n
		return month, next, ok
	case (m.class == number || m.class == numeral) && n == 1 && m.value >= 1:
		u := p.at(p.hyphen(j + 1))
		last := int(m.value) * monthsIn(unit(u.value))
		if u.class == unitName && last >= 1 && last <= 11 {
			return p.inYear(moment{kind: ofYear, from: 1, to: last}, p.hyphen(j+1)+1)
		}
	}
	return moment{}, i, false
}

// inYear reads the year behind a part of it: "of 2023", "2023", "of last year", "this year".
func (p *reader) inYear(m moment, i int) (moment, int, bool) {
	y, next, ok := p.yearBehind(i)
	if ok {
		if y == 0 {
			return moment{kind: fixed}, next, true
		}
		m.year = y
	}
	return m, next, true
}

// yearBehind reads "2023", ", 2023", "of 2023", "of the year", "last year"; the year is 0 where it is not known.
func (p *reader) yearBehind(i int) (int, int, bool) {
	j := i
	if p.is(j, of) || p.is(j, comma) || p.is(j, inWord) && p.word(j) == "in" {
		j++
	}
	j = p.skip(p.skip(j, the), fiscal)
	if m := p.at(j); m.class == yearNumber && m.value > 1800 && !p.is(i, inWord) && !p.isUnit(j+1) {
		return int(m.value), j + 1, true
	}
	if p.is(i, comma) {
		return 0, i, false
	}
	step := 0
	switch p.at(j).class {
	case lastWord:
		step, j = -1, j+1
	case nextWord:
		step, j = 1, j+1
	case thisWord:
		j++
	case thatWord:
		if p.isUnitOf(j+1, years) && p.before.known {
			return yearOf(p.before.days.start), j + 2, true
		}
		return 0, i, false
	default:
		if j == i || !p.is(j-1, the) && !p.is(j-1, fiscal) {
			return 0, i, false
		}
	}
	j = p.skip(j, fiscal)
	if !p.isUnitOf(j, years) {
		return 0, i, false
	}
	if !p.dated {
		return 0, j + 1, true
	}
	return yearOf(p.today) + step, j + 1, true
}

// fiscalYear reads "fiscal 2019", "fiscal year 2019", "FY 2023-24".
func (p *reader) fiscalYear(i int) (moment, int, bool) {
	j := i + 1
	if p.isUnitOf(j, years) {
		j++
		if p.is(j, endedWord) && p.word(j) != "through" { // "the fiscal year ended June 30, 2020"
			d, next, ok := p.upTo(1, years, j+1)
			return moment{kind: fixed, period: d}, next, ok
		}
	}
	if !p.is(j, yearNumber) {
		return moment{}, i, false
	}
	return p.yearFirst(j, inWord)
}

// season reads "summer", "summer 2023", "the spring of next year". Seasons are those of the northern hemisphere.
func (p *reader) season(i int) (moment, int, bool) {
	first := int(p.at(i).value)
	return p.inYear(moment{kind: ofYear, from: first, to: first + 2}, i+1)
}

// soFar reads "so far this year", "so far in 2024".
func (p *reader) soFar(i int) (moment, int, bool) {
	if !p.is(i+1, farWord) {
		return moment{}, i, false
	}
	j := p.skip(i+2, inWord)
	m, next, ok := p.moment(j, of)
	if !ok {
		return moment{kind: fixed}, i + 2, true
	}
	return moment{kind: fixed, period: p.toToday(p.resolve(m, false))}, next, true
}

// toToday cuts d at the day of publication.
func (p *reader) toToday(d period) period {
	if d.known && p.dated && d.start <= p.today && p.today < d.end {
		d.end = p.today
	}
	return d
}

func (p *reader) isUnit(i int) bool { return p.is(i, unitName) }

func (p *reader) isUnitOf(i int, u unit) bool {
	m := p.at(i)
	return m.class == unitName && unit(m.value) == u
}

// word returns the text of token i, empty outside the sentence.
func (p *reader) word(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.doc.Word(i)
}

// isName tells whether token i is a capitalised word that is no word of time.
func (p *reader) isName(i int) bool {
	if p.at(i).class != plain || i < p.first || i >= p.last {
		return false
	}
	w := p.doc.Word(i)
	return p.doc.Tokens[i].Kind == segment.Word && w[0] >= 'A' && w[0] <= 'Z'
}
