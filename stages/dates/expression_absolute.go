package dates

// monthFirst reads "March", "March 2023", "March 5", "March 5-7, 2023", "March 5th, last year".
func (p *reader) monthFirst(i int, prep class) (moment, int, bool) {
	m := moment{kind: ofYear, from: int(p.at(i).value), to: int(p.at(i).value)}
	if p.isDay(i + 1) {
		m.kind = ofMonth
		m.day, m.last = int(p.at(i+1).value), int(p.at(i+1).value)
		j := p.ordinalEnd(i + 1)
		if k := j + 1; (p.is(j, dash) || p.is(j, andWord) || p.is(j, toWord)) && p.isDay(k) && int(p.at(k).value) > m.day && !p.is(k+1, monthName) {
			m.last = int(p.at(k).value)
			j = p.ordinalEnd(k)
		}
		return p.inYear(m, j)
	}
	m, next, ok := p.inYear(m, i+1)
	if next == i+1 && !p.isMonthAlone(i, prep) {
		return moment{}, i, false
	}
	return m, next, ok
}

// isMonthAlone tells whether the month name at i, without day or year, is one: "in May", "November sales", not "May said"
// or "April Jones".
func (p *reader) isMonthAlone(i int, prep class) bool {
	w := p.word(i)
	if len(w) == 3 && w != "May" {
		return false
	}
	if prep != plain {
		return !p.isName(i + 1)
	}
	return w != "May" && w != "March" && !p.isName(i+1) && !p.isName(i-1)
}

// isDay tells whether token i can be the day of a month, not "5 percent" or "5 million".
func (p *reader) isDay(i int) bool {
	m := p.at(i)
	if m.class != numeral || m.value < 1 || m.value > 31 {
		return false
	}
	switch p.word(i + 1) {
	case "%", "percent", "per", "pct", "million", "billion", "trillion", "a.m.", "p.m.", "am", "pm":
		return false
	case ":": // "5:30"
		return !p.touches(i + 1)
	}
	return true
}

// ordinalEnd returns the token behind the number at i and its "th".
func (p *reader) ordinalEnd(i int) int {
	if p.touches(i) && p.is(i+1, suffix) && p.word(i+1) != "s" {
		return i + 2
	}
	return i + 1
}

// dayFirst reads "5 March", "5th of March 2023", "5-7 March", "5/3/2023".
func (p *reader) dayFirst(i int) (moment, int, bool) {
	if !p.isDay(i) {
		return moment{}, i, false
	}
	if m, next, ok := p.slashed(i); ok {
		return m, next, true
	}
	m := moment{kind: ofMonth, day: int(p.at(i).value), last: int(p.at(i).value)}
	j := p.ordinalEnd(i)
	if k := j + 1; (p.is(j, dash) || p.is(j, andWord) || p.is(j, toWord)) && p.isDay(k) && int(p.at(k).value) > m.day {
		m.last = int(p.at(k).value)
		j = p.ordinalEnd(k)
	}
	j = p.skip(p.hyphen(j), of)
	if !p.is(j, monthName) {
		return moment{}, i, false
	}
	m.from = int(p.at(j).value)
	return p.inYear(m, p.hyphen(j+1))
}

// slashed reads "25/12/2023" and "12/25/2023". Where both orders fit and differ, the day is not known.
func (p *reader) slashed(i int) (moment, int, bool) {
	if !p.is(i+1, dash) || !p.is(i+2, numeral) || !p.is(i+3, dash) || !p.is(i+4, yearNumber) || p.word(i+1) != p.word(i+3) {
		return moment{}, i, false
	}
	a, b := int(p.at(i).value), int(p.at(i+2).value)
	m := moment{kind: ofMonth, from: b, day: a, last: a, year: int(p.at(i + 4).value)}
	if b > 12 && a <= 12 {
		m.from, m.day, m.last = a, b, b
	} else if b > 12 || a <= 12 && a != b {
		return moment{kind: fixed}, i + 5, true
	}
	return m, i + 5, true
}

// dotted reads "25.12.2023": the day comes first where dots are written.
func (p *reader) dotted(i int) (moment, int, bool) {
	var n [3]int
	part := 0
	for _, c := range p.word(i) {
		if c == '.' {
			part++
		} else {
			n[part] = 10*n[part] + int(c-'0')
		}
	}
	return moment{kind: ofMonth, from: n[1], day: n[0], last: n[0], year: n[2]}, i + 1, n[2] >= 1000
}

// yearFirst reads "2023", "2023-10-05", "2019-20", "1990s".
func (p *reader) yearFirst(i int, prep class) (moment, int, bool) {
	y := int(p.at(i).value)
	if p.touches(i) && p.word(i+1) == "s" && y%10 == 0 {
		return moment{kind: fixed, period: around(date(y, 1, 1), decades)}, i + 2, true
	}
	if j := p.hyphen(i + 1); j > i+1 && p.is(j, numeral) {
		if k := p.hyphen(j + 1); k > j+1 && p.is(k, numeral) {
			day := int(p.at(k).value)
			return moment{kind: ofMonth, from: int(p.at(j).value), day: day, last: day, year: y}, k + 1, true
		}
		if last := int(p.at(j).value); last > y%100 && len(p.word(j)) == 2 {
			return moment{kind: fixed, period: monthsOf(y, 1, 12*(1+last-y%100))}, j + 1, true
		}
	}
	if p.is(i+1, ordinal) { // "the 2023 third quarter"
		if m, next, ok := p.nth(i + 1); ok && m.kind == ofYear && m.year == 0 {
			m.year = y
			return m, next, true
		}
	}
	if !p.isYear(i, prep) {
		return moment{}, i, false
	}
	return moment{kind: wholeYear, year: y}, i + 1, true
}

// isYear tells whether the four digits at i are a year: "in 2023", "its 2024 budget", but not "2000 people", "$2000" or
// "Vision 2030".
func (p *reader) isYear(i int, prep class) bool {
	y := p.at(i).value
	next := p.word(i + 1)
	if p.isUnit(i+1) || next == "%" || next == "percent" || next == "per" || next == "people" || next == "million" {
		return false
	}
	if prev := p.word(i - 1); prev == "$" || prev == "€" || prev == "£" || prev == "due" { // "bonds due 2010"
		return false
	}
	plural := next != "" && next[len(next)-1] == 's' && next[0] >= 'a' && next[0] <= 'z'
	if prep != plain {
		return y >= 1500 && y < 2110 && !(plural && y%100 == 0 && y != 2000)
	}
	return y >= 1900 && y <= 2060 && !p.isName(i-1) && !p.isName(i+1) && !(plural && y%50 == 0)
}

// dayOfWeek reads "Tuesday", "Tuesday, Nov. 12, 2019", "Thursday 5 October", "Friday last week", "Saturday night".
func (p *reader) dayOfWeek(i int) (moment, int, bool) {
	weekday := int(p.at(i).value)
	j := p.skip(p.skip(i+1, comma), the)
	if p.word(j) == "(" {
		j++
	}
	if m, next, ok := p.calendarDay(j); ok {
		if p.word(next) == ")" {
			next++
		}
		return m, next, true
	}
	w := p.word(i)
	if len(w) < 6 && w[len(w)-1] != '.' || p.isNamedDay(i) {
		return moment{}, i, false
	}
	m := moment{kind: ofWeek, weekday: weekday}
	j = p.skip(i+1, partOfDay)
	if c := p.at(j).class; (c == lastWord || c == thisWord || c == nextWord) && p.isUnitOf(j+1, weeks) {
		d := around(p.today, weeks).start.AddDays(weekday)
		if c == lastWord {
			d = d.AddDays(-7)
		} else if c == nextWord {
			d = d.AddDays(7)
		}
		return moment{kind: fixed, period: p.when(daysOf(d, d))}, j + 2, true
	}
	return m, j, true
}

// calendarDay reads a day of a month in either order.
func (p *reader) calendarDay(i int) (moment, int, bool) {
	if p.is(i, monthName) && p.isDay(i+1) {
		return p.monthFirst(i, inWord)
	}
	if p.is(i, numeral) {
		return p.dayFirst(i)
	}
	return moment{}, i, false
}

// isNamedDay tells whether the weekday at i belongs to a name: "Black Friday", "The Sunday Times".
func (p *reader) isNamedDay(i int) bool {
	switch p.word(i - 1) {
	case "Black", "Good", "Super", "Ash", "Easter", "Holy", "Bloody", "Palm", "Cyber", "Giving":
		return true
	}
	switch p.word(i + 1) {
	case "Times", "Telegraph", "Herald", "Mirror", "Mail", "Post", "Express", "Night", "Prayers":
		return true
	}
	return false
}
