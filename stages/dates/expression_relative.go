package dates

import "broadsheet/stages/segment"

// relative reads what is counted from the day of publication or from the time named before: "last year", "the past five
// years", "this week", "next March", "that year", "the same period of 2022".
func (p *reader) relative(i int, prep class, article bool) (moment, int, bool) {
	c := p.at(i).class
	j := i + 1
	if p.word(i) == "last" && p.isVerb(i) {
		return moment{}, i, false
	}
	if c == thisWord && p.is(j, lastWord) && p.word(j) == "past" { // "this past week"
		c, j = lastWord, j+1
	}
	if c == thatWord {
		return p.lookBack(i, prep)
	}
	for p.is(j, aboutWord) || p.is(j, straight) {
		j++
	}
	j = p.skip(j, fiscal)
	switch m := p.at(j); m.class {
	case number, numeral, someWord:
		return p.window(c, j)
	case unitName:
		return p.relativeUnit(i, j, prep, c, article)
	case monthName:
		month := moment{kind: ofYear, from: int(m.value), to: int(m.value)}
		return p.side(month, c), j + 1, true
	case seasonName:
		return p.side(moment{kind: ofYear, from: int(m.value), to: int(m.value) + 2}, c), j + 1, true
	case dayName:
		return p.partOfDay(p.sideOfWeek(int(m.value), c), j+1)
	case weekendName:
		return moment{kind: fixed, period: p.when(p.weekend(c))}, j + 1, true
	case partOfDay:
		d := p.today
		if c == lastWord {
			d--
		}
		return moment{kind: fixed, period: p.when(daysOf(d, d))}, j + 1, c != nextWord
	case termName:
		return moment{kind: fixed}, j + 1, true
	}
	return moment{}, i, false
}

// isVerb tells whether the word at i follows one that makes it a verb: "it will last 35 days".
func (p *reader) isVerb(i int) bool {
	switch p.word(i - 1) {
	case "will", "would", "to", "can", "could", "may", "might", "must", "should", "not":
		return true
	}
	return false
}

// side returns the month or season on the wanted side of today: "last March" in March is that of the year before.
func (p *reader) side(m moment, c class) moment {
	if !p.dated {
		return moment{kind: fixed}
	}
	y := yearOf(p.today)
	switch c {
	case lastWord:
		for m.year = y; m.in(m.year).end >= p.today; m.year-- {
		}
	case nextWord:
		for m.year = y; m.in(m.year).start <= p.today; m.year++ {
		}
	default:
		if m.year = y - 1; m.in(m.year).end < p.today { // "this winter" in January began last year
			m.year = y
		}
	}
	return m
}

// sideOfWeek returns the weekday on the wanted side of today.
func (p *reader) sideOfWeek(weekday int, c class) moment {
	step := weekday - weekdayOf(p.today)
	switch {
	case c == lastWord && step >= 0:
		step -= 7
	case c == nextWord && step <= 0:
		step += 7
	}
	d := p.today.AddDays(step)
	return moment{kind: fixed, period: p.when(daysOf(d, d))}
}

// weekend returns Saturday and Sunday of this week, the last or the next.
func (p *reader) weekend(c class) period {
	saturday := around(p.today, weeks).start.AddDays(5)
	if c == lastWord {
		saturday = saturday.AddDays(-7)
	} else if c == nextWord {
		saturday = saturday.AddDays(7)
	}
	return daysOf(saturday, saturday.AddDays(1))
}

// window reads the number and unit of "the past five years": that long up to today, or from today on.
func (p *reader) window(c class, i int) (moment, int, bool) {
	n, u, next, ok := p.units(i)
	if !ok {
		return moment{}, i, false
	}
	if y, end, ok := p.yearBehind(next); ok && c == lastWord && p.is(next, of) && u == months && n > 0 && n < 12 {
		m := moment{kind: ofYear, from: 13 - n, to: 12, year: y} // "the last three months of 2023"
		if y == 0 {
			m = moment{kind: fixed}
		}
		return m, end, true
	}
	if n == 0 || c == thisWord {
		return moment{kind: fixed}, next, true
	}
	if b := p.before; c == lastWord && b.known && b.sentence >= p.sentence-1 && p.countsBack(p.word(i-1)) && shift(b.days.start, n, u) == b.days.end.AddDays(1) {
		d := daysOf(shift(b.days.start, -n, u), b.days.start.AddDays(-1)) // "in May-July, against 4% in the previous three months"
		return moment{kind: fixed, period: d}, next, true
	}
	d := daysOf(shift(p.today, -n, u), p.today)
	if c == nextWord {
		d = daysOf(p.today, shift(p.today, n, u))
	}
	return moment{kind: fixed, period: p.when(d)}, next, true
}

// countsBack tells whether a word counts from the time that the text named before.
func (p *reader) countsBack(w string) bool {
	return w == "previous" || w == "preceding" || w == "prior"
}

// relativeUnit reads the unit at j behind the word at i: "last year" is the calendar year before, "the past year" the
// twelve months up to today, "over the next decade" the ten years from today.
func (p *reader) relativeUnit(i, j int, prep, c class, article bool) (moment, int, bool) {
	u := unit(p.at(j).value)
	if w := p.word(j); u == hours || u == days && c == thisWord || w[len(w)-1] == 's' && w != "hours" { // "this years"
		return moment{}, i, false
	}
	word := p.word(i)
	if c == lastWord && u == quarters && p.is(j+1, of) { // "the last quarter of 2023"
		return p.inYear(moment{kind: ofYear, from: 10, to: 12}, j+1)
	}
	rolling := word == "past" || article && word == "last" && prep != of && prep != plain && u != quarters
	if c == nextWord && article && word != "following" && prep == inWord {
		rolling = true
	}
	if rolling {
		d := daysOf(shift(p.today, -1, u), p.today)
		if c == nextWord {
			d = daysOf(p.today, shift(p.today, 1, u))
		}
		return moment{kind: fixed, period: p.when(d)}, j + 1, true
	}
	from, known := p.today, p.dated
	if b := p.before; u == quarters && c == lastWord && word != "last" && b.known && b.sentence >= p.sentence-1 && shift(b.days.start, 1, u) == b.days.end.AddDays(1) {
		d := daysOf(shift(b.days.start, -1, u), b.days.start.AddDays(-1)) // "in the three months to April, from 6% in the previous quarter"
		return moment{kind: fixed, period: d}, j + 1, true
	}
	if b := p.before.days; u < years && p.before.known && b.end-b.start > around(b.start, u).end-around(b.start, u).start+1 {
		// "in the previous month" does not look back to a year, but to the end of one that ended lately
		if p.countsBack(word) && u == months && p.before.sentence >= p.sentence-1 && b.end < p.today && shift(b.end, 4, u) > p.today && around(b.end, u).end == b.end {
			from, known = b.end, true
		}
	} else if (p.countsBack(word) || word == "following") && p.before.known && p.before.sentence >= p.sentence-1 {
		from, known = p.before.days.start, true
		if word == "following" {
			from = p.before.days.end
		}
	}
	step := map[class]int{lastWord: -1, nextWord: 1}[c]
	d := around(shift(around(from, u).start, step, u), u)
	d.known = known
	m := moment{kind: fixed, period: d}
	if u == quarters || u == months || u == weeks {
		return m, j + 1, true
	}
	return m, p.skip(j+1, partOfDay), true
}

// units reads a number of units: "five years", "nine-month", "10-15 days", "a year and a half". The number is 0 where it
// is not told ("several years").
func (p *reader) units(i int) (int, unit, int, bool) {
	n, j := int(p.at(i).value), i+1
	switch p.at(i).class {
	case someWord:
		n, j = 0, p.skip(j, of)
	case number:
		if k := p.hyphen(j); n >= 20 && n < 100 && p.is(k, number) && p.at(k).value < 10 && len(p.word(k)) > 2 {
			n, j = n+int(p.at(k).value), k+1
		} else if n == 1 && (p.is(j, someWord) || p.is(j, number) && p.at(j).value == 12) { // "a few", "a dozen"
			n, j = 12, j+1
			if p.is(j-1, someWord) {
				n, j = 0, p.skip(j, of)
			}
		}
	case numeral:
	default:
		return 0, 0, i, false
	}
	if (p.is(j, dash) || p.is(j, toWord)) && (p.is(j+1, number) || p.is(j+1, numeral)) {
		n, j = 0, j+2
	}
	for p.is(j, straight) || p.is(j, someWord) {
		j++
	}
	j = p.hyphen(j)
	if !p.isUnit(j) {
		return 0, 0, i, false
	}
	return n, unit(p.at(j).value), j + 1, true
}

// count reads "two years ago", "a year earlier", "the nine months to September", "over the nine months", "for five years".
func (p *reader) count(i int, prep class, article bool) (moment, int, bool) {
	n, u, next, ok := p.units(i)
	if !ok || p.isCompound(next) {
		return moment{}, i, false
	}
	if k := p.hyphen(next); k > next && p.is(k, spanWord) || p.is(k, spanWord) { // "nine-month period"
		next = k + 1
	} else if k := next - 2; k > i && p.hyphen(k) > k && article && p.at(next).class == plain && next < p.last && p.doc.Tokens[next].Kind == segment.Word {
		return moment{}, i, false // "the two-year bond"
	}
	m := p.at(next)
	switch {
	case m.class == agoWord && p.word(next) == "ago":
		d := p.when(around(shift(p.today, -n, u), min(u, years)))
		d.known = d.known && n > 0
		return moment{kind: fixed, period: d}, next + 1, true
	case m.class == agoWord || (m.class == beforeWord || m.class == afterWord) && p.endsClause(next+1):
		step := n
		if m.value < 0 || m.class == beforeWord {
			step = -n
		}
		return moment{kind: fixed, period: p.fromBefore(step, u, p.before.sentence == p.sentence || u < years && p.before.sentence == p.sentence-1)}, next + 1, true
	case n > 0 && (m.class == endedWord || m.class == toWord || m.class == byWord && article): // "5 tonnes a year by 2027" is no span
		if d, end, ok := p.upTo(n, u, next+1); ok {
			return moment{kind: fixed, period: d}, end, true
		}
	case article && prep == inWord && u == months && n >= 2 && n <= 11 && m.class != sinceWord && m.class != afterWord && m.class != beforeWord:
		return moment{kind: ofYear, from: 1, to: n}, next, true
	}
	if prep != inWord || u == hours && n == 1 {
		return moment{}, i, false
	}
	return moment{kind: fixed}, next, n != 1 || p.word(i) == "one"
}

// isCompound tells whether the unit before token i belongs to a thing: "on the two-year bond", but not "in the nine-month period".
func (p *reader) isCompound(i int) bool {
	if p.hyphen(i-2) == i-2 || p.at(i-1).class != unitName {
		return false
	}
	switch k := p.hyphen(i); p.at(k).class {
	case spanWord, endedWord, toWord, agoWord:
		return false
	}
	return true
}

// endsClause tells whether a clause or phrase ends before token i: "two days before." but not "two days before he left".
func (p *reader) endsClause(i int) bool {
	switch p.word(i) {
	case "", ",", ".", ";", ":", ")", "and", "to", "in", "on", "at", "of", "”", "\"", "–", "—":
		return true
	}
	return false
}

// fromBefore returns the period that lies n units from the one that the text named before.
func (p *reader) fromBefore(n int, u unit, same bool) period {
	if n == 0 || !p.before.known || p.before.sentence < p.sentence-2 {
		if u == years && n != 0 && p.dated {
			return around(shift(p.today, n, u), u)
		}
		return period{}
	}
	d := p.before.days
	if !same && u != years {
		return period{}
	}
	if long := d.end - d.start; !same && !(p.before.sentence == p.sentence-1 && long > 26 && long < 300) {
		return around(shift(d.start, n, u), u)
	}
	d.start, d.end = shift(d.start, n, u), shift(d.end.AddDays(1), n, u).AddDays(-1)
	return d
}

// upTo returns the n units that end with the time at token i: "the year to October", "three months ended Sept. 30".
func (p *reader) upTo(n int, u unit, i int) (period, int, bool) {
	m, next, ok := p.moment(i, byWord)
	if !ok {
		return period{}, i, false
	}
	end := p.resolve(m, p.forecasts(i))
	if !end.known {
		return period{}, next, true
	}
	return daysOf(shift(end.end.AddDays(1), -n, u), end.end), next, true
}

// forecasts tells whether what stands before token i says what is expected: "expects a profit of $5m for the year to June".
func (p *reader) forecasts(i int) bool {
	for i--; i >= p.first; i-- {
		switch p.word(i) {
		case "expects", "forecasts", "predicts", "will", "projects":
			return true
		case "rose", "fell", "was", "were", "reported":
			return false
		}
	}
	return false
}

// lookBack reads "that year", "the same day", "the same period of 2022", "at that point".
func (p *reader) lookBack(i int, prep class) (moment, int, bool) {
	m := p.at(i + 1)
	d := p.before.days
	d.known = p.before.known
	switch {
	case m.class == spanWord:
		if p.word(i+1) == "time" && (p.word(i) != "that" || prep != inWord) {
			return moment{}, i, false
		}
		if p.word(i+1) == "period" {
			d = p.long
		}
		if p.word(i) != "that" {
			return p.samePeriod(d, i+2)
		}
		return moment{kind: fixed, period: d}, i + 2, d.known
	case m.class == unitName && p.word(i) != "that" && (unit(m.value) == quarters || unit(m.value) == months):
		return p.samePeriod(d, i+2)
	case m.class == unitName && unit(m.value) != hours:
		u := unit(m.value)
		if d.known {
			d = around(d.start, u)
		}
		return moment{kind: fixed, period: d}, i + 2, d.known
	}
	return moment{}, i, false
}

// samePeriod moves d to the year behind: "the same period of 2022", "the same quarter last year", "… a year earlier".
func (p *reader) samePeriod(d period, i int) (moment, int, bool) {
	y, next, ok := p.yearBehind(i)
	if !ok && p.is(i, inWord) && p.is(i+1, yearNumber) {
		y, next, ok = int(p.at(i+1).value), i+2, true
	}
	if !ok {
		if n, u, k, isCount := p.units(i); isCount && n > 0 && p.is(k, agoWord) {
			return moment{kind: fixed, period: p.fromBefore(-n, u, true)}, k + 1, true
		}
		return moment{kind: fixed, period: d}, i, true
	}
	if y == 0 || !d.known {
		return moment{kind: fixed}, next, true
	}
	step := y - yearOf(d.start)
	d.start, d.end = shift(d.start, step, years), shift(d.end.AddDays(1), step, years).AddDays(-1)
	return moment{kind: fixed, period: d}, next, true
}

// unitFirst reads "year to date", "the year to October", "year-end", "the year before", "the year 2023", "the quarter".
func (p *reader) unitFirst(i int, prep class, article bool) (moment, int, bool) {
	u := unit(p.at(i).value)
	j := p.hyphen(i + 1)
	switch m := p.at(j); {
	case u == hours:
		return moment{}, i, false
	case m.class == toWord && p.is(p.hyphen(j+1), toDate):
		return moment{kind: fixed, period: p.when(p.toToday(around(p.today, u)))}, p.hyphen(j+1) + 1, true
	case u == years && m.class == edgeWord && m.value == int16(lastDay) && (prep != plain || j > i+1):
		return moment{kind: fixed, period: p.when(around(p.today, years)), edge: lastDay}, j + 1, true
	case u == years && m.class == agoWord && j > i+1: // "the year-ago quarter"
		d := p.fromBefore(-1, years, true)
		if k := j + 1; p.isUnit(k) || p.is(k, spanWord) {
			j = k
			d.known = d.known && p.before.known
		}
		return moment{kind: fixed, period: d}, j + 1, true
	case u == years && m.class == yearNumber:
		return p.yearFirst(j, inWord)
	case (m.class == toWord || m.class == endedWord) && (article || prep != plain):
		if d, end, ok := p.upTo(1, u, j+1); ok {
			return moment{kind: fixed, period: d}, end, true
		}
	case article && u >= days && m.class == afterWord && p.endsClause(j+1):
		return moment{kind: fixed, period: p.fromBefore(1, u, p.before.sentence == p.sentence)}, j + 1, true
	case article && u == days && prep == plain && p.endsDay(i-2):
		return moment{kind: fixed, period: p.when(daysOf(p.today, p.today))}, i + 1, true
	case article && u >= days && i+1 < p.last && (m.class == beforeWord || m.class == agoWord && p.word(j) == "earlier") && p.endsClause(j+1):
		return moment{kind: fixed, period: p.fromBefore(-1, u, p.before.sentence == p.sentence)}, j + 1, true
	}
	if u == decades && article && prep == of { // "by the end of the decade"
		return moment{kind: fixed, period: p.when(around(p.today, u))}, i + 1, true
	}
	if w := p.word(i - 2); !article || prep == plain || u < weeks || u > years || w == "on" || w == "On" { // "on the year" compares
		return moment{}, i, false
	}
	return p.theUnit(u, prep), i + 1, true
}

// endsDay tells whether the verb at token i says how a market's day ended.
func (p *reader) endsDay(i int) bool {
	switch p.word(i) {
	case "ended", "closed", "finished", "ends", "closes":
		return true
	}
	return false
}

// theUnit returns what "the quarter" means: the quarter that the text named before, else the one of today.
func (p *reader) theUnit(u unit, prep class) moment {
	if b := p.before; b.known && b.sentence >= p.sentence-1 && shift(b.days.start, 1, u) == b.days.end.AddDays(1) {
		return moment{kind: fixed, period: b.days}
	}
	if d := p.recent[u]; d.known && (u != years || p.before.sentence == p.sentence) {
		return moment{kind: fixed, period: d}
	}
	if u == years && prep != sinceWord {
		return moment{kind: fixed, period: p.when(around(p.today, u))}
	}
	if prep == of {
		return moment{kind: fixed, period: p.when(around(p.today, u))}
	}
	return moment{kind: fixed}
}
