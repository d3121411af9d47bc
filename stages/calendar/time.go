package calendar

import (
	"strings"
	"unicode"
)

// timeBehind reads a time of day behind the date.
func (p *scanner) timeBehind() {
	start := p.at
	if p.at < len(p.s) && (p.s[p.at] == 'T' || p.s[p.at] == 't') {
		p.at++
	} else {
		p.skip(" ,|•·–-")
		for _, w := range []string{"at", "um", "à", "às", "alle", "ore", "om", "в"} {
			if p.word(w) {
				break
			}
		}
	}
	if p.time(); !p.HasTime {
		p.at = start
	}
}

// time reads "13:30:41.5", "5:30 p.m.", "14h30", "5pm", each with its zone.
func (p *scanner) time() {
	start := p.at
	hour, n := p.digits(2)
	if n == 0 {
		return
	}
	minute, second, nano := 0, 0, 0
	clock := false
	if p.at+2 < len(p.s) && (p.s[p.at] == ':' || p.s[p.at] == 'h') && isDigit(p.s[p.at+1]) && isDigit(p.s[p.at+2]) {
		p.at++
		minute, _ = p.digits(2)
		clock = true
		if p.at+2 < len(p.s) && p.s[p.at] == ':' && isDigit(p.s[p.at+1]) && isDigit(p.s[p.at+2]) {
			p.at++
			second, _ = p.digits(2)
			nano = p.fraction()
		}
	}
	if !clock {
		clock, minute = p.dottedMinutes()
	}
	half := p.halfOfDay()
	if half > 0 && (hour == 0 || hour > 12) || !clock && half == 0 || hour > 23 || minute > 59 || second > 60 {
		p.at = start
		return
	}
	if half > 0 {
		hour = hour%12 + 12*(half-1)
	}
	p.HasTime, p.Hour, p.Minute, p.Second, p.Nanosecond = true, hour, minute, min(second, 59), nano
	p.zone()
}

// dottedMinutes reads the minutes of "18.31 GMT", where what follows tells a time from a decimal.
func (p *scanner) dottedMinutes() (found bool, minute int) {
	rest := p.s[p.at:]
	if len(rest) < 4 || rest[0] != '.' || !isDigit(rest[1]) || !isDigit(rest[2]) {
		return false, 0
	}
	after := strings.TrimLeft(rest[3:], " ")
	end := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
	if end < 0 {
		end = len(after)
	}
	word := strings.ToLower(after[:end])
	if _, known := zones[after[:end]]; !known && !vague[after[:end]] && word != "uhr" && strings.Trim(strings.ReplaceAll(word, ".", ""), "ap") != "m" {
		return false, 0
	}
	p.at++
	minute, _ = p.digits(2)
	return true, minute
}

// fraction reads the decimals of a second as nanoseconds.
func (p *scanner) fraction() int {
	if p.at+1 >= len(p.s) || p.s[p.at] != '.' && p.s[p.at] != ',' || !isDigit(p.s[p.at+1]) {
		return 0
	}
	p.at++
	nano, n := p.digits(9)
	for ; n < 9; n++ {
		nano *= 10
	}
	for p.at < len(p.s) && isDigit(p.s[p.at]) {
		p.at++
	}
	return nano
}

// halfOfDay reads "am" as 1 and "pm" as 2, 0 where neither stands there.
func (p *scanner) halfOfDay() int {
	start := p.at
	p.skip(" ")
	for _, w := range []string{"a.m.", "p.m.", "am", "pm"} {
		rest := p.s[p.at:]
		if len(rest) >= len(w) && strings.EqualFold(rest[:len(w)], w) && (len(rest) == len(w) || !isLetter(rest[len(w)])) {
			p.at += len(w)
			if w[0] == 'a' {
				return 1
			}
			return 2
		}
	}
	p.at = start
	return 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// zones are the abbreviations with one meaning, in quarters of an hour. CST (Chicago, Shanghai), IST (India, Ireland,
// Israel) and BST (Britain, Bangladesh) have several.
var zones = map[string]int{
	"Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "WEST": 4, "CET": 4, "CEST": 8, "EET": 8, "EEST": 12, "MSK": 12, "EST": -20, "EDT": -16,
	"CDT": -20, "MST": -28, "MDT": -24, "PST": -32, "PDT": -28, "AKST": -36, "AKDT": -32, "HST": -40, "JST": 36, "KST": 36, "HKT": 32, "SGT": 32,
	"AWST": 32, "ACST": 38, "ACDT": 42, "AEST": 40, "AEDT": 44, "NZST": 48, "NZDT": 52, "WIB": 28, "PKT": 20, "SAST": 8, "EAT": 12, "WAT": 4, "CAT": 8,
}

// vague names zones whose meaning depends on season or country: they are passed over and say nothing.
var vague = map[string]bool{"CST": true, "IST": true, "BST": true, "ET": true, "CT": true, "MT": true, "PT": true, "AST": true}

// zone reads "Z", "+05:30", "UTC", "GMT+3", "EDT".
func (p *scanner) zone() {
	start := p.at
	p.skip(" (")
	w := p.letters()
	if quarters, known := zones[w]; known {
		p.at += len(w)
		p.HasZone, p.Offset = true, quarters*900
		if quarters == 0 && w != "Z" {
			p.offset()
		}
	} else if vague[w] {
		p.at += len(w)
	} else if !p.offset() {
		p.at = start
		return
	}
	if p.at < len(p.s) && p.s[p.at] == ')' && strings.Contains(p.s[start:p.at], "(") {
		p.at++
	}
}

// offset reads "+05:30", "-0500", "+3".
func (p *scanner) offset() bool {
	start := p.at
	sign := 1
	switch rest := p.s[p.at:]; {
	case strings.HasPrefix(rest, "+"):
		p.at++
	case strings.HasPrefix(rest, "-"):
		p.at++
		sign = -1
	case strings.HasPrefix(rest, "−"):
		p.at += len("−")
		sign = -1
	default:
		return false
	}
	hours, n := p.digits(2)
	if p.at < len(p.s) && p.s[p.at] == ':' {
		p.at++
	}
	minutes, m := p.digits(2)
	if n == 0 || m == 1 || hours > 14 || minutes > 59 {
		p.at = start
		return false
	}
	p.HasZone, p.Offset = true, sign*(hours*3600+minutes*60)
	return true
}
