package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"broadsheet/stages/text"
)

// The rules that name what was removed.
const (
	ruleControl   = "control character"
	ruleInvisible = "invisible character"
	ruleSpace     = "space"
	ruleNFC       = "composition"
	ruleTwice     = "encoded twice"
	ruleWrap      = "line wrap"
	ruleBullet    = "list mark"
)

// characters puts the characters of a source right: line ends become \n, exotic spaces plain ones; controls and
// invisible characters go; the rest is NFC.
func characters(source string) *text.Text {
	t := rightCharacters(source)
	if !norm.NFC.IsNormalString(t.Content) {
		t = text.Then(t, rightCharacters(t.Content)) // an accent has lost the control before it
	}
	return t
}

func rightCharacters(source string) *text.Text {
	b := text.NewBuilder(source)
	twice := strings.ContainsAny(source, "âÃÂÐÑð") && countTwice(source) >= 2
	composed := norm.NFC.IsNormalString(source)
	from := 0
	flush := func(to int) {
		b.Keep(text.Span{Start: from, End: to})
	}
	replace := func(start, end int, rule, by string) {
		flush(start)
		b.Remove(text.Span{Start: start, End: end}, rule)
		b.Insert(by)
		from = end
	}
	for i := 0; i < len(source); {
		c := source[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
				by, end := asciiControl(source, i)
				replace(i, end, ruleControl, by)
				i = end
				continue
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(source[i:])
		if n, fixed := encodedTwice(source[i:]); n > 0 && (twice || n > 2 && utf8.RuneCountInString(source[i:i+n]) > 2) {
			meant, _ := utf8.DecodeRuneInString(fixed)
			if _, by, special := specialRune(fixed, 0, meant); special {
				fixed = by
			}
			replace(i, i+n, ruleTwice, fixed)
			i += n
			continue
		}
		if rule, by, special := specialRune(source, i, r); special {
			replace(i, i+size, rule, by)
		} else if composed {
			i += size
			continue
		} else if end := composedEnd(source, i, size); end > 0 {
			start := composedStart(source, i, from)
			replace(start, end, ruleNFC, norm.NFC.String(source[start:end]))
			i = end
			continue
		}
		i += size
	}
	flush(len(source))
	return b.Text()
}

// asciiControl returns what stands for the control character at i, and where it ends.
func asciiControl(s string, i int) (by string, end int) {
	switch s[i] {
	case '\r':
		if i+1 < len(s) && s[i+1] == '\n' {
			return "\n", i + 2
		}
		return "\n", i + 1
	case '\v', '\f':
		return "\n", i + 1
	}
	return "", i + 1
}

// specialRune says by what a character outside ASCII is replaced, if it is.
func specialRune(s string, i int, r rune) (rule, by string, special bool) {
	switch {
	case r <= 0x9F:
		// The C1 controls are windows-1252 marks that were taken for Latin-1.
		if c := charmap.Windows1252.DecodeByte(byte(r)); c != utf8.RuneError && c != r {
			return ruleControl, string(c), true
		}
		return ruleControl, "", true
	case r == 0xA0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000:
		return ruleSpace, " ", true
	case r == 0x2028 || r == 0x2029:
		return ruleSpace, "\n", true
	case r == 0xAD || r == 0x200B || r == 0x2060 || r == 0xFEFF || r == 0x180E || r >= 0xFFF9 && r <= 0xFFFB || r&0xFFFE == 0xFFFE:
		return ruleInvisible, "", true
	case r == 0x200C || r == 0x200D:
		return ruleInvisible, "", !joins(s, i)
	case r == 0x200E || r == 0x200F || r == 0x061C || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return ruleInvisible, "", !lineRunsLeft(s, i)
	case r >= 0xE000 && r <= 0xF8FF || r >= 0xE0000 && r <= 0xE007F && !strings.HasSuffix(s[:i], "\U0001F3F4"):
		return ruleInvisible, "", !tagSequence(s, i, r)
	}
	return "", "", false
}

// tagSequence tells whether a tag character belongs to a flag emoji (England, Scotland, Wales), which ends in U+E007F.
func tagSequence(s string, i int, r rune) bool {
	if r < 0xE0000 {
		return false
	}
	for i > 0 {
		before, size := utf8.DecodeLastRuneInString(s[:i])
		if before == 0x1F3F4 {
			return true
		}
		if before < 0xE0000 {
			return false
		}
		i -= size
	}
	return false
}

// joins tells whether a (non-)joiner at i means something: between letters of a script that joins them, or in emoji.
func joins(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+3:])
	meaningful := func(r rune) bool {
		return r >= 0x600 && r < 0x1100 && (unicode.IsLetter(r) || unicode.IsMark(r)) || r >= 0x2600 && r < 0x2800 || r == 0xFE0F || r >= 0x1F000 && r < 0x1FB00
	}
	return meaningful(before) && meaningful(after)
}

// lineRunsLeft tells whether the line at i holds a letter of a script that runs from right to left. It looks 256 bytes
// to either side, so that a long line costs no more than a short one.
func lineRunsLeft(s string, i int) bool {
	start, end := max(0, i-256), min(len(s), i+256)
	if at := strings.LastIndexByte(s[start:i], '\n'); at >= 0 {
		start += at + 1
	}
	if at := strings.IndexByte(s[i:end], '\n'); at >= 0 {
		end = i + at
	}
	for _, r := range s[start:end] {
		if r >= 0x590 && r < 0x900 && r != 0x61C || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF || r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000 {
			return true
		}
	}
	return false
}

// composedEnd returns where a sequence that NFC would change ends, 0 where the character at i begins none and is part of
// none.
func composedEnd(s string, i, size int) int {
	p := norm.NFC.PropertiesString(s[i:])
	if p.BoundaryBefore() && p.Size() > 0 && norm.NFC.QuickSpanString(s[i:i+size]) == size {
		return 0
	}
	end := i + size
	for end < len(s) && end-i < 128 {
		p := norm.NFC.PropertiesString(s[end:])
		if p.BoundaryBefore() || p.Size() == 0 {
			break
		}
		end += p.Size()
	}
	return end
}

// composedStart returns where the sequence that holds the character at i starts, not before floor.
func composedStart(s string, i, floor int) int {
	for j := i; j > floor; {
		if p := norm.NFC.PropertiesString(s[j:]); p.BoundaryBefore() && p.Size() > 0 {
			return j
		}
		_, size := utf8.DecodeLastRuneInString(s[:j])
		j -= size
		if j <= floor {
			return floor
		}
	}
	return i
}
