package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/text"
)

// class sorts ASCII bytes so that the common ones need one table look-up.
type class uint8

const (
	other class = iota
	space
	letter
	digit
	mark
	symbol
)

var ascii = func() (t [128]class) {
	for c := range t {
		switch b := byte(c); {
		case b <= ' ' || b == 0x7f:
			t[c] = space
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z':
			t[c] = letter
		case b >= '0' && b <= '9':
			t[c] = digit
		case strings.IndexByte("$%+<=>^|~`", b) >= 0:
			t[c] = symbol
		default:
			t[c] = mark
		}
	}
	return t
}()

// inWord tells of each byte whether it is an ASCII letter or digit.
var inWord = func() (t [256]bool) {
	for c, k := range ascii {
		t[c] = k == letter || k == digit
	}
	return t
}()

// classAt returns the class and the length in bytes of the character at i.
func classAt(t string, i int) (class, int) {
	if c := t[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	} else if c == 0xE2 && i+2 < len(t) && t[i+1] == 0x80 && t[i+2] >= 0x90 && t[i+2] <= 0xA7 {
		return mark, 3 // dashes, quotation marks, ellipsis
	}
	r, n := utf8.DecodeRuneInString(t[i:])
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter, n
	case unicode.Is(unicode.Nd, r):
		return digit, n
	case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
		return space, n
	case unicode.IsPunct(r):
		return mark, n
	}
	return symbol, n
}

// appendTokens appends the tokens of one paragraph.
func appendTokens(out []Token, t string, p text.Span) []Token {
	t = t[:p.End]
	for i := p.Start; i < len(t); {
		if t[i] == ' ' {
			i++
			continue
		}
		if t[i] < utf8.RuneSelf && ascii[t[i]] == letter {
			// Most words are plain: letters, and then a space or comma.
			j := i + 1
			for j < len(t) && inWord[t[j]] {
				j++
			}
			if j < len(t) && (t[j] == ' ' || t[j] == ',') {
				out = append(out, Token{text.Span{Start: i, End: j}, Word})
				i = j
				continue
			}
		}
		c, n := classAt(t, i)
		end, kind := i+n, Mark
		switch c {
		case space:
			i += n
			continue
		case letter:
			end, kind = word(t, i)
		case digit:
			end, kind = number(t, i), Number
		case symbol:
			kind = Symbol
		default:
			end, kind = marks(t, i, n, len(out) > 0 && out[len(out)-1].End == i)
		}
		out = append(out, Token{text.Span{Start: i, End: end}, kind})
		i = end
	}
	return out
}

// word returns the end and kind of the token that begins with a letter at i.
func word(t string, i int) (int, Kind) {
	if t[i] == 'h' || t[i] == 'w' {
		if end := link(t, i); end > 0 {
			return end, Link
		}
	}
	end := letters(t, i)
	if end == len(t) {
		return end, Word
	}
	switch t[end] {
	case ' ', ',':
		return end, Word
	case '@', '.', '-', '_':
		if e := address(t, i, end); e > 0 {
			return e, Link
		}
	}
	if e := dotted(t, i); e > 0 {
		return e, Word
	}
	if e := degree(t, i); e > 0 {
		return e, Word
	}
	for end < len(t) {
		// An apostrophe inside a word belongs to it (O’Brien, l'Oréal, don’t), unless it opens the clitic ’s.
		n := apostrophe(t, end)
		if n == 0 || end+n >= len(t) || isClitic(t, end, n) {
			break
		}
		if c, _ := classAt(t, end+n); c != letter {
			break
		}
		end = letters(t, end+n)
	}
	if end < len(t) && t[end] == '.' && end-i <= longestAbbreviation && isAbbreviation(t[i:end+1]) {
		return end + 1, Word
	}
	return end, Word
}

// longestAbbreviation is the longest abbreviation in words.go, in bytes, without its full stop.
const longestAbbreviation = 7

// letters returns the end of the run of letters and digits at i: "G7", "Covid19".
func letters(t string, i int) int {
	for i < len(t) {
		if inWord[t[i]] {
			i++
			continue
		}
		if t[i] < utf8.RuneSelf {
			break
		}
		c, n := classAt(t, i)
		if c != letter && c != digit {
			break
		}
		i += n
	}
	return i
}

// longestDotted bounds an abbreviation such as "U.S.S.R.", so that hostile text cannot make the look-ahead quadratic.
const longestDotted = 16

// dotted returns the end of letters with a full stop behind each, "U.S.", "a.m.", "J.", or 0.
func dotted(t string, i int) int {
	end, count := i, 0
	for end < len(t) && end-i < longestDotted {
		c, n := classAt(t, end)
		if c != letter || end+n >= len(t) || t[end+n] != '.' {
			break
		}
		end += n + 1
		count++
	}
	if count == 0 || count == 1 && !startsUpper(t[i:end]) || t[i:end] == "I." {
		return 0 // "plan b." and "than I." end a sentence
	}
	if end < len(t) {
		if next, _ := classAt(t, end); next == letter || next == digit {
			return 0 // "E.coli"
		}
	}
	return end
}

// degree returns the end of "Ph.D.", or 0.
func degree(t string, i int) int {
	for _, d := range degrees {
		if t[i] == d[0] && strings.HasPrefix(t[i:], d) {
			return i + len(d)
		}
	}
	return 0
}

func apostrophe(t string, i int) int {
	if t[i] == '\'' {
		return 1
	}
	if strings.HasPrefix(t[i:], "’") {
		return len("’")
	}
	return 0
}

// isClitic tells whether the apostrophe of n bytes at i begins ’s.
func isClitic(t string, i, n int) bool {
	j := i + n
	if j >= len(t) || t[j] != 's' && t[j] != 'S' {
		return false
	}
	if j+1 == len(t) {
		return true
	}
	c, _ := classAt(t, j+1)
	return c != letter && c != digit
}

// number returns the end of digits with separators that digits follow: "1,000.50", "5.3". A second kind of full stop in
// it, as in "5.10.2024" or "1.000,5", stays inside too; what it means is not the tokenizer's business.
func number(t string, i int) int {
	for i < len(t) {
		c, n := classAt(t, i)
		switch {
		case c == digit:
			i += n
		case (t[i] == '.' || t[i] == ',') && i+1 < len(t) && ascii[t[i+1]&0x7f] == digit && t[i+1] < utf8.RuneSelf:
			i++
		default:
			return i
		}
	}
	return i
}

// marks returns the end and kind of the token that begins with the mark of n bytes at i.
func marks(t string, i, n int, touches bool) (int, Kind) {
	switch t[i] {
	case '.', '-', '\'', '`':
		end := i + 1
		for end < len(t) && t[end] == t[i] && end-i < 3 {
			end++
		}
		if end > i+1 {
			return end, Mark
		}
	case '@', '#':
		if end := letters(t, i+1); end > i+1 && !touches {
			for end < len(t) && t[end] == '_' {
				end = letters(t, end+1)
			}
			return end, Link
		}
	}
	if touches {
		if a := apostrophe(t, i); a > 0 && isClitic(t, i, a) {
			return i + a + 1, Clitic
		}
	}
	return i + n, Mark
}

// link returns the end of the URL that begins at i, or 0.
func link(t string, i int) int {
	rest := t[i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	end := i
	for end < len(t) && t[end] > ' ' && strings.IndexByte(`"<>)]`, t[end]) < 0 && t[end] < utf8.RuneSelf {
		end++
	}
	for end > i && strings.IndexByte(".,;:!?'", t[end-1]) >= 0 {
		end--
	}
	return end
}

// longestAddress is what RFC 5321 allows.
const longestAddress = 254

// address returns the end of the e-mail address at i, or 0; its first word ends at end.
func address(t string, i, end int) int {
	if end+1 == len(t) || t[end+1] == ' ' {
		return 0 // the full stop of a sentence
	}
	at := 0
	j := i
	for ; j < len(t) && j-i < longestAddress && t[j] < utf8.RuneSelf; j++ {
		c := ascii[t[j]]
		if c == letter || c == digit || t[j] == '.' || t[j] == '-' || t[j] == '_' {
			continue
		}
		if t[j] == '@' && at == 0 && j > i {
			at = j
			continue
		}
		break
	}
	for j > i && (t[j-1] == '.' || t[j-1] == '-') {
		j--
	}
	if at == 0 || j <= at+1 || strings.IndexByte(t[at:j], '.') < 0 {
		return 0
	}
	return j
}
