package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unit passes over a mark behind a number, with the spaces around it.
func (p *scanner) unit(mark string) bool {
	rest, found := strings.CutPrefix(strings.TrimLeft(p.s[p.at:], " "), mark)
	if found {
		p.at = len(p.s) - len(rest)
		p.skip(" ")
	}
	return found
}

// set takes the parts where a calendar could have them; whether February had the day is asked later.
func (p *scanner) set(year, month, day int, numeric bool) bool {
	if month < 1 || month > 12 || day < 1 || day > 31 || year != 0 && !plausible(year) {
		return false
	}
	p.Year, p.Month, p.Day, p.Numeric = year, month, day, numeric
	return true
}

func (p *scanner) back(at int) bool {
	p.at = at
	return false
}

// skip passes over characters of a set.
func (p *scanner) skip(set string) {
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if !strings.ContainsRune(set, r) {
			return
		}
		p.at += n
	}
}

// word passes over one given word and the spaces behind it.
func (p *scanner) word(w string) bool {
	if got := p.letters(); len(got) != len(w) || !strings.EqualFold(got, w) {
		return false
	}
	p.at += len(w)
	p.skip(" ")
	return true
}

// digits reads up to n digits.
func (p *scanner) digits(n int) (value, count int) {
	for p.at < len(p.s) && count < n && isDigit(p.s[p.at]) {
		value = value*10 + int(p.s[p.at]-'0')
		p.at++
		count++
	}
	return value, count
}

// longestName is the longest name of a month or day, in bytes.
const longestName = 24

// letters returns the letters at the present place, without passing over them; nothing where they are too many.
func (p *scanner) letters() string {
	end := p.at
	for end < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		if end += n; end-p.at > longestName {
			return ""
		}
	}
	return p.s[p.at:end]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// lookUp finds a name in a table, in any case. ASCII names are not copied.
func lookUp(table map[string]int, w string) int {
	var buf [longestName]byte
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return table[strings.ToLower(w)]
		}
		buf[i] = w[i] | 0x20
	}
	return table[string(buf[:len(w)])]
}
