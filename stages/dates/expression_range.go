package dates

// rangeEnd reads the second end of "from 2015 to 2020", "January-September 2023", "between March and June 2020",
// where m, the first end, stops at token i.
func (p *reader) rangeEnd(m moment, i int, prep class) (period, int, bool) {
	switch p.at(i).class {
	case toWord, endedWord:
		if prep == betweenWord || p.is(i, endedWord) && p.word(i) != "through" && p.word(i) != "thru" {
			return period{}, i, false
		}
	case byWord:
		if prep != fromWord || p.word(i) == "by" {
			return period{}, i, false
		}
	case andWord:
		if prep != betweenWord {
			return period{}, i, false
		}
	case dash:
	default:
		return period{}, i, false
	}
	j := i + 1
	if p.is(i, dash) && p.is(j, toWord) && p.is(p.hyphen(j+1), monthName) { // "January-to-September"
		j = p.hyphen(j + 1)
	}
	n, next, ok := p.moment(j, toWord)
	if !ok || p.is(i, dash) && m.kind != n.kind && !(m.kind == ofMonth || m.kind == ofYear) {
		return period{}, i, false
	}
	return p.join(m, n, p.future(i, next)), next, true
}

// join returns the days from the first of m to the last of n. A year that one end names holds for both.
func (p *reader) join(m, n moment, future bool) period {
	yearless := func(m moment) bool { return m.year == 0 && (m.kind == ofMonth || m.kind == ofYear) }
	var a, b period
	switch {
	case yearless(m) && !yearless(n):
		b = p.resolve(n, future)
		if b.known {
			a = p.latest(m, b)
		}
	case yearless(n) && !yearless(m):
		a = p.resolve(m, future)
		if a.known {
			n.year = yearOf(a.start)
			if b = p.resolve(n, future); b.known && b.end < a.start {
				n.year++
				b = p.resolve(n, future)
			}
		}
	case m.kind == ofWeek && n.kind == ofWeek:
		if b = p.resolve(n, future); b.known {
			d := b.start.AddDays(-(n.weekday - m.weekday + 7) % 7)
			a = daysOf(d, d)
		}
	default:
		b = p.resolve(n, future)
		a = p.resolve(m, future)
		if yearless(m) && b.known {
			a = p.latest(m, b)
		}
	}
	if !a.known || !b.known || a.start > b.end {
		return period{}
	}
	return daysOf(a.start, b.end)
}

// latest returns the last m that does not begin after the end of b.
func (p *reader) latest(m moment, b period) period {
	m.year = yearOf(b.end)
	if d := p.resolve(m, false); d.known && d.start <= b.end {
		return d
	}
	m.year--
	return p.resolve(m, false)
}
