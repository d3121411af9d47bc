// Package calendar reads dates as people and machines write them.
//
// Scan reads the date that a string begins with: ISO 8601, RFC 822, the date command, words of some thirty languages, and
// numbers. What is read is Written: parts, not yet a day of the calendar, and without a guess:
// "03/04/2024" is Ambiguous. The package is a leaf beside text, because cleaning has to know a date before stages/dates
// gives it a meaning. It never asks the clock; everything is pure and safe for concurrent use.
package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Written is a date as written. Parts that are not written are 0.
type Written struct {
	Year, Month, Day int
	Ambiguous        bool // day and month could stand the other way round
	Weekday          bool // a weekday is written
	Numeric          bool // written year first in numbers alone

	HasTime              bool
	Hour, Minute, Second int
	Nanosecond           int

	HasZone bool // the zone is written and has one meaning
	Offset  int  // seconds east of UTC
}

// Scan reads the date that s begins with and returns how many bytes it takes; 0 where s begins with none. A date has at
// least a day and a month.
func Scan(s string) (Written, int) {
	p := scanner{s: s}
	p.time()
	if p.HasTime {
		p.skip(", -–|•/")
		p.word("on")
	}
	if !p.date() {
		return Written{}, 0
	}
	if !p.HasTime {
		p.timeBehind()
	}
	if p.Year == 0 {
		p.yearBehind() // "Thu Sep 26 13:30:41 UTC 2024"
	}
	return p.Written, p.at
}

type scanner struct {
	Written
	s  string
	at int
}

// date reads the day itself, with its weekday.
func (p *scanner) date() bool {
	start := p.at
	if w := p.letters(); lookUp(weekdays, w) > 0 {
		p.Weekday = true
		p.at += len(w)
		if strings.HasPrefix(p.s[p.at:], "-feira") {
			p.at += len("-feira")
		}
		p.skip("., ")
		p.word("the")
	}
	switch {
	case p.at == len(p.s):
	case isDigit(p.s[p.at]):
		if p.numbers() || p.yearFirst() || p.dayFirst() {
			return true
		}
	case p.monthFirst():
		return true
	}
	p.at = start
	return false
}

// numbers reads "2024-09-26", "2024/9/26", "20240926", "26.9.2024", "26/09/2024", "2024年9月26日".
func (p *scanner) numbers() bool {
	start := p.at
	a, n := p.digits(8)
	if n == 8 && plausible(a/10000) {
		return p.set(a/10000, a/100%100, a%100, true) || p.back(start)
	}
	sep := p.separator()
	b, m := p.digits(2)
	if sep == "" || m == 0 {
		return p.back(start)
	}
	second := p.separator()
	c, k := p.digits(4)
	if second == "" || k == 0 || sep != second && sep != "年" {
		return p.back(start)
	}
	if sep == "年" && strings.HasPrefix(p.s[p.at:], "日") {
		p.at += len("日")
	}
	if p.at < len(p.s) && isDigit(p.s[p.at]) {
		return p.back(start)
	}
	switch {
	case n == 4 && k <= 2:
		return p.set(a, b, c, true) || p.back(start)
	case n > 2 || k != 4:
		return p.back(start)
	case sep == "." || a > 12:
		return p.set(c, b, a, false) || p.back(start)
	case b > 12:
		return p.set(c, a, b, false) || p.back(start)
	}
	p.Ambiguous = a != b
	return p.set(c, a, b, false) || p.back(start)
}

func (p *scanner) separator() string {
	for _, sep := range []string{"-", "/", ".", "年", "月"} {
		if strings.HasPrefix(p.s[p.at:], sep) {
			p.at += len(sep)
			return sep
		}
	}
	return ""
}

// yearFirst reads "2024 жылғы 26 қыркүйек", "2024-yil 26-sentabr", "2024. szeptember 26.", "2024년 9월 26일".
func (p *scanner) yearFirst() bool {
	start := p.at
	year, n := p.digits(4)
	if n != 4 || !plausible(year) {
		return p.back(start)
	}
	if p.unit("년") {
		month, _ := p.digits(2)
		if !p.unit("월") {
			return p.back(start)
		}
		day, _ := p.digits(2)
		return p.unit("일") && p.set(year, month, day, true) || p.back(start)
	}
	p.skip(" -.")
	for _, w := range yearWords {
		if p.word(w) {
			break
		}
	}
	p.skip(" .")
	if day, n := p.digits(2); n > 0 {
		p.skip(" -")
		return p.set(year, p.month(), day, false) || p.back(start)
	}
	month := p.month()
	p.skip(" ")
	day, n := p.digits(2)
	if n == 0 || p.at < len(p.s) && isDigit(p.s[p.at]) || !p.set(year, month, day, false) {
		return p.back(start)
	}
	if p.at+1 == len(p.s) && p.s[p.at] == '.' {
		p.at++
	}
	return true
}

// dayFirst reads "26 September 2024", "3rd of March", "1er mars 2024", "3 de marzo de 2024", "26-Sep-2024".
func (p *scanner) dayFirst() bool {
	start := p.at
	day, n := p.digits(2)
	if n == 0 {
		return false
	}
	for _, ordinal := range []string{"st", "nd", "rd", "th", "er", "º", "ª", "."} {
		if strings.HasPrefix(p.s[p.at:], ordinal) {
			p.at += len(ordinal)
			break
		}
	}
	p.skip(" -")
	if !p.word("of") {
		p.word("de")
	}
	if p.word("tháng") {
		return p.vietnamese(day) || p.back(start)
	}
	month := p.month()
	if month == 0 {
		return p.back(start)
	}
	p.yearBehind()
	return p.set(p.Year, month, day, false) || p.back(start)
}

// vietnamese reads month and year of "26 tháng 9 năm 2024".
func (p *scanner) vietnamese(day int) bool {
	month, _ := p.digits(2)
	p.skip(" ,")
	p.word("năm")
	p.yearBehind()
	return p.set(p.Year, month, day, false)
}

// monthFirst reads "September 26, 2024", "Sept. 26".
func (p *scanner) monthFirst() bool {
	start := p.at
	month := p.month()
	if month == 0 {
		return false
	}
	p.skip(" ")
	day, n := p.digits(2)
	if n == 0 || p.at < len(p.s) && isDigit(p.s[p.at]) {
		return p.back(start)
	}
	for _, ordinal := range []string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(p.s[p.at:], ordinal) {
			p.at += len(ordinal)
			break
		}
	}
	p.yearBehind()
	return p.set(p.Year, month, day, false) || p.back(start)
}

// month reads the name of a month with its full stop.
func (p *scanner) month() int {
	w := p.letters()
	m := lookUp(months, w)
	if m > 0 {
		p.at += len(w)
		if p.at < len(p.s) && p.s[p.at] == '.' {
			p.at++
		}
	}
	return m
}

// yearBehind reads the year behind day and month, or behind a time.
func (p *scanner) yearBehind() {
	start := p.at
	p.skip(" ,-/")
	if !p.word("de") {
		p.word("del")
	}
	year, n := p.digits(4)
	if n != 4 || !plausible(year) || p.at < len(p.s) && isDigit(p.s[p.at]) {
		p.at = start
		return
	}
	p.Year = year
	for _, mark := range yearMarks {
		rest, found := strings.CutPrefix(p.s[p.at:], mark)
		if r, _ := utf8.DecodeRuneInString(rest); found && !unicode.IsLetter(r) {
			p.at += len(mark)
			break
		}
	}
}

func plausible(year int) bool { return year >= 1500 && year <= 2199 }
