package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// glued begins a paragraph behind the stop at i where a lost line break has left none: "two years.Recently, the country",
// "the same spirit”.“There is". It returns where to go on.
func (w *writer) glued(i, start, end int) int {
	s := w.s[:end]
	at := i + 1
	if at == end || s[at] == ' ' || !endsWord(s[start:i]) {
		return i
	}
	at += closingMarks(s, at, start)
	if at == end || s[at] == ' ' || !beginsSentence(s[at:]) || s[i] != '.' && at == i+1 && startsUpper(lastWord(s[start:i])) {
		return i
	}
	if at == i+1 && isAddress(s, i, start) {
		return i
	}
	w.keep(at)
	w.owe(paragraph)
	return at
}

// closingMarks returns the length of the quotation marks and brackets at at that belong to the sentence before. A straight
// mark closes where the block has an odd number of them before it.
func closingMarks(s string, at, start int) int {
	from := at
	for at < len(s) {
		switch {
		case s[at] == ')' || s[at] == ']':
			at++
		case strings.HasPrefix(s[at:], "”"):
			at += len("”")
		case strings.HasPrefix(s[at:], "’"):
			at += len("’")
		case strings.HasPrefix(s[at:], "»"):
			at += len("»")
		case s[at] == '"' && strings.Count(s[start:at], `"`)%2 == 1:
			at++
		default:
			return at - from
		}
	}
	return at - from
}

// abbreviations are words whose full stop the next word may touch.
var abbreviations = map[string]bool{"St": true, "Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Mt": true, "No": true, "Lt": true, "Gen": true, "Col": true,
	"Sgt": true, "Capt": true, "Maj": true, "Inc": true, "Co": true, "Corp": true, "Ltd": true, "Jr": true, "Sr": true, "Prof": true, "Rev": true, "Sen": true,
	"Rep": true, "Gov": true, "Ph": true, "vs": true, "Jan": true, "Feb": true, "Mar": true, "Apr": true, "Jun": true, "Jul": true, "Aug": true, "Sep": true,
	"Sept": true, "Oct": true, "Nov": true, "Dec": true, "www": true, "Op": true, "Art": true, "Sec": true, "Vol": true, "Fig": true, "Hon": true, "op": true}

// endsWord tells whether a sentence may end at the end of s: behind a word that is no initial or abbreviation, a number,
// or a closing mark.
func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case r == '”' || r == '’' || r == '"' || r == ')' || r == '»' || r == '%':
		return true
	case unicode.IsDigit(r):
		return len(lastWord(s)) >= 3
	case !unicode.IsLetter(r):
		return false
	}
	word := lastWord(s)
	if utf8.RuneCountInString(word) < 2 || abbreviations[word] {
		return false
	}
	// "U.S.Army": the word before is itself an initial. "ASP.NET" is no sentence end, "the EU.The bloc" is.
	return !strings.HasSuffix(s[:len(s)-len(word)], ".")
}

// longestWord bounds how far back the beginning of a word is looked for.
const longestWord = 40

// lastWord returns the letters and digits that s ends with.
func lastWord(s string) string {
	at := len(s)
	for at > 0 && len(s)-at < longestWord {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		at -= n
	}
	return s[at:]
}

// beginsSentence tells whether a sentence may begin with s: a capital with small letters behind it ("Recently"), a word of
// one letter ("A plan"), an acronym ("EU exports"), each perhaps behind an opening quotation mark.
func beginsSentence(s string) bool {
	for _, mark := range []string{"“", "‘", "«", `"`} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(r)
		}
	}
	if !startsUpper(s) {
		return false
	}
	end := strings.IndexAny(s, " ,’'")
	if end <= 0 || end == len(s)-1 {
		return false
	}
	word := s[:end]
	// "<GCB.O> said" is a ticker symbol, "Example.Com/news" an address.
	return !strings.ContainsAny(word, ".>/@") && !topLevel[word] && (s[end] != ',' || len(word) > 3)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// topLevel are the last parts of site names that are written like names ("Example.Az") and are no English words.
var topLevel = map[string]bool{"Com": true, "Org": true, "Net": true, "Az": true, "Kz": true, "Ru": true, "Ua": true, "Tv": true, "Io": true, "Co": true, "Uk": true,
	"De": true, "Fr": true, "Eu": true, "Ai": true, "COM": true, "ORG": true, "NET": true, "JS": true, "AZ": true, "KZ": true, "UZ": true, "KG": true, "RU": true, "UA": true, "Js": true, "TV": true}

// isAddress tells whether the full stop at i stands in an address: "www.Example.org", "jane@Example.Press office".
func isAddress(s string, i, start int) bool {
	from := max(start, i-longestWord)
	word := s[from:i]
	if at := strings.LastIndexByte(word, ' '); at >= 0 {
		word = word[at+1:]
	}
	return strings.ContainsAny(word, "@/") || strings.HasPrefix(strings.ToLower(word), "www.")
}
