package dates

import (
	"time"

	"broadsheet/schemas"
)

// period is a run of days, both ends included.
type period struct {
	start, end         schemas.Date
	openStart, openEnd bool // that end is not named
	known              bool // the days are resolved
}

// unit is a length of calendar time.
type unit int8

const (
	hours unit = iota // and what is shorter
	days
	weeks
	months
	quarters
	years
	decades
	centuries
)

func date(y, m, d int) schemas.Date {
	return schemas.DateOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC))
}

func daysOf(start, end schemas.Date) period { return period{start: start, end: end, known: true} }

// monthsOf returns the months from first to last of year y; months above 12 belong to the next year.
func monthsOf(y, first, last int) period { return daysOf(date(y, first, 1), date(y, last+1, 0)) }

func yearOf(d schemas.Date) int { return d.Time().Year() }

func monthOf(d schemas.Date) int { return int(d.Time().Month()) }

// weekdayOf counts from Monday, 0.
func weekdayOf(d schemas.Date) int { return (int(d.Time().Weekday()) + 6) % 7 }

// around returns the calendar unit that holds d: its week from Monday to Sunday, its month, its year, ...
func around(d schemas.Date, u unit) period {
	y, m := yearOf(d), monthOf(d)
	switch u {
	case weeks:
		monday := d.AddDays(-weekdayOf(d))
		return daysOf(monday, monday.AddDays(6))
	case months:
		return monthsOf(y, m, m)
	case quarters:
		q := (m - 1) / 3 * 3
		return monthsOf(y, q+1, q+3)
	case years:
		return monthsOf(y, 1, 12)
	case decades:
		y -= y % 10
		return monthsOf(y, 1, 120)
	case centuries:
		y -= (y - 1) % 100
		return monthsOf(y, 1, 1200)
	}
	return daysOf(d, d)
}

// shift returns the day n units after d. The 31st of a month that has none becomes its last day.
func shift(d schemas.Date, n int, u unit) schemas.Date {
	switch u {
	case hours:
		return d.AddDays(n / 24)
	case days:
		return d.AddDays(n)
	case weeks:
		return d.AddDays(7 * n)
	}
	t := d.Time()
	m := int(t.Month()) + n*monthsIn(u)
	last := date(t.Year(), m+1, 0)
	return min(date(t.Year(), m, 1).AddDays(t.Day()-1), last)
}

func monthsIn(u unit) int {
	switch u {
	case months:
		return 1
	case quarters:
		return 3
	case years:
		return 12
	case decades:
		return 120
	case centuries:
		return 1200
	}
	return 0
}

// moment is a named time that may still lack its year, or the day of publication to count from.
type moment struct {
	kind      momentKind
	period        // of a fixed moment
	year      int // 0 where not named
	from, to  int // months of the year
	day, last int // days of month from
	weekday   int // from Monday, 0
	edge      edge
}

type momentKind uint8

const (
	fixed     momentKind = iota // period holds it, known or not
	ofYear                      // months from..to of a year: "March", "the third quarter", "summer"
	ofMonth                     // days day..last of month from
	ofWeek                      // a weekday
	wholeYear                   // year
)

// edge is the part of a moment that is meant: "the end of 2022" is a day.
type edge uint8

const (
	whole edge = iota
	firstDay
	lastDay
)

// nearest is how far ahead, in days, a day without year may lie that no word puts in the future: "a summit on Nov. 17-18"
// in a story of Nov. 12, where the November before would be told with its year.
const nearest = 45

// resolve returns the days of m. A year that is not named is chosen so that m lies at or before the day of publication,
// or at or after it where the clause speaks of the future.
func (p *reader) resolve(m moment, future bool) period {
	out := m.period
	switch {
	case m.kind == wholeYear:
		out = monthsOf(m.year, 1, 12)
	case m.kind == ofWeek && p.dated:
		back := (weekdayOf(p.today) - m.weekday + 7) % 7
		d := p.today.AddDays(-back)
		if future && back > 0 {
			d = d.AddDays(7)
		}
		out = daysOf(d, d)
	case m.kind == ofMonth || m.kind == ofYear:
		out = p.resolveYear(m, future)
	}
	if out.known && m.edge == firstDay {
		out.end = out.start
	}
	if out.known && m.edge == lastDay {
		out.start = out.end
	}
	return out
}

func (p *reader) resolveYear(m moment, future bool) period {
	if m.year != 0 {
		return m.in(m.year)
	}
	if !p.dated {
		return period{}
	}
	y := yearOf(p.today)
	past, ahead := period{}, period{}
	for _, c := range [4]period{m.in(y - 2), m.in(y - 1), m.in(y), m.in(y + 1)} {
		if !c.known {
			continue // Feb. 29
		}
		// A month that has begun is this one; a quarter or half (not a season) is spoken of when it is over.
		over := c.start <= p.today
		if m.kind == ofYear && m.to > m.from && m.edge == whole && m.from%3 != 0 {
			over = c.end <= p.today
		}
		if over {
			past = c
		}
		if !ahead.known && c.end >= p.today {
			ahead = c
		}
	}
	if m.kind == ofYear && m.to > m.from && past.known && ahead.known && ahead.start-p.today > p.today-past.end {
		return past // "it will report third-quarter results" speaks of the last one
	}
	if future && ahead.known || !past.known {
		return ahead
	}
	if m.kind == ofMonth && ahead.known && ahead.start-p.today <= nearest && p.today-past.end > 366-2*nearest {
		return ahead
	}
	return past
}

// in returns the days of m in year y, unknown where that year has no such day.
func (m moment) in(y int) period {
	if m.kind == ofYear {
		return monthsOf(y, m.from, m.to)
	}
	start, ok := schemas.NewDate(y, time.Month(m.from), m.day)
	end, ok2 := schemas.NewDate(y, time.Month(m.from), m.last)
	if !ok || !ok2 || end < start {
		return period{}
	}
	return daysOf(start, end)
}
