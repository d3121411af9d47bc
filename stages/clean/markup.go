package clean

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// special marks the bytes at which block has to look closer.
var special = func() (t [256]bool) {
	for _, c := range []byte("*_`~[!<&\\#.?") {
		t[c] = true
	}
	return t
}()

// mark deals with the special byte at i and returns where to go on; i where it is an ordinary character.
func (w *writer) mark(i, start, end int) int {
	s := w.s[:end]
	switch s[i] {
	case '.', '?', '!':
		if s[i] == '!' && strings.HasPrefix(s[i+1:], "[") {
			return w.link(i+1, i, end)
		}
		if w.whole {
			return i
		}
		return w.glued(i, start, end)
	case '&':
		return w.entity(i, end)
	case '<':
		return w.tag(i, end)
	case '[':
		return w.link(i, i, end)
	case '*', '_', '`', '~':
		return w.emphasis(i, start, end)
	case '\\':
		if i+1 < end && strings.IndexByte("*_`#[]()~>!-.+", s[i+1]) >= 0 && isEscape(s, i) {
			w.keep(i)
			w.remove(i+1, ruleMarkup)
			return i + 2
		}
	case '#':
		// "## Heading ##"
		if strings.Trim(s[i:], "#") == "" && i > start && s[i-1] == ' ' {
			w.keep(i)
			w.remove(end, ruleMarkup)
			return end
		}
	}
	return i
}

// isEscape tells a backslash of Markdown from one in a path.
func isEscape(s string, i int) bool {
	return i == 0 || s[i-1] == ' ' || !isAlphanumeric(s[i-1]) || i+2 == len(s) || !isAlphanumeric(s[i+2])
}

// headingMark returns the length of "## " or "> " at the start of a line.
func headingMark(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n == 0 && strings.HasPrefix(line, ">") {
		n = len(line) - len(strings.TrimLeft(line, "> "))
		if line[n-1] != ' ' {
			return 0
		}
		return n
	}
	if n == 0 || n > 6 || n >= len(line) || line[n] != ' ' {
		return 0
	}
	return n + 1
}

// emphasis leaves out "**", "__", "***" and "~~" where they open or close a word, and a single "*", "_" or "`" that has
// its partner in the block.
func (w *writer) emphasis(i, start, end int) int {
	s := w.s[:end]
	n := len(s[i:]) - len(strings.TrimLeft(s[i:], s[i:i+1]))
	before, after := byte(' '), byte(' ')
	if i > start {
		before = s[i-1]
	}
	if i+n < end {
		after = s[i+n]
	}
	inWord := isAlphanumeric(before) && isAlphanumeric(after)
	switch {
	case s[i] == '`' && n == 2: // ``We agree,'' in old newswire
		return i + n
	case n > 3 || before == ' ' && after == ' ' && s[i] != '*' || inWord && s[i] != '*' && s[i] != '`':
		return i + n
	case n == 1 && s[i] == '~':
		return i + 1
	case n == 1 && !paired(s, i, start, before, after):
		return i + 1
	case n > 1 && inWord && isDigit(before) && isDigit(after):
		return i + n // "2**8"
	}
	w.keep(i)
	w.remove(i+n, ruleMarkup)
	return i + n
}

// longestEmphasis bounds how far the partner of a mark is looked for.
const longestEmphasis = 400

// paired tells whether the single mark at i opens or closes emphasis.
func paired(s string, i, start int, before, after byte) bool {
	switch {
	case after != ' ' && !isAlphanumeric(before):
		rest := s[i+1 : min(len(s), i+longestEmphasis)]
		at := strings.IndexByte(rest, s[i])
		return at > 0 && rest[at-1] != ' ' && (at+1 == len(rest) || !isAlphanumeric(rest[at+1]))
	case before != ' ' && !isAlphanumeric(after):
		from := max(start, i-longestEmphasis)
		at := strings.LastIndexByte(s[from:i], s[i])
		return at >= 0 && s[from+at+1] != ' ' && (from+at == start || !isAlphanumeric(s[from+at-1]))
	}
	return false
}

// entity writes the character that "&amp;" or "&#8217;" stands for.
func (w *writer) entity(i, end int) int {
	semicolon := strings.IndexByte(w.s[i:min(end, i+12)], ';')
	if semicolon < 3 {
		return i
	}
	ref := w.s[i : i+semicolon+1]
	char := html.UnescapeString(ref)
	if behind := i + len(ref); char == "&" {
		// "&amp;#39;" was escaped twice.
		if n := strings.IndexByte(w.s[behind:min(end, behind+10)], ';') + 1; n > 2 {
			if inner := "&" + w.s[behind:behind+n]; html.UnescapeString(inner) != inner {
				ref, char = w.s[i:behind+n], html.UnescapeString(inner)
			}
		}
	}
	r, n := utf8.DecodeRuneInString(char)
	if char == ref || n != len(char) || r == utf8.RuneError || unicode.IsMark(r) {
		return i
	}
	switch {
	case unicode.IsSpace(r):
		char = " "
	case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
		char = ""
	}
	w.keep(i)
	w.replace(i+len(ref), char, ruleEntity)
	return i + len(ref)
}

// tags are the HTML elements that are left over in texts, and whether a paragraph ends there. "<I>" in capitals is a
// ticker symbol in old newswire.
var tags = map[string]gap{"p": paragraph, "br": paragraph, "div": paragraph, "li": paragraph, "ul": paragraph, "ol": paragraph, "h1": paragraph, "h2": paragraph,
	"h3": paragraph, "h4": paragraph, "blockquote": paragraph, "tr": paragraph, "table": paragraph, "hr": paragraph, "td": space, "th": space,
	"b": none, "i": none, "em": none, "strong": none, "a": none, "span": none, "u": none, "font": none, "sup": none, "sub": none, "small": none, "img": none,
	"figure": paragraph, "figcaption": paragraph, "section": paragraph, "article": paragraph}

// longestTag bounds how far the end of a tag is looked for.
const longestTag = 400

// tag leaves out an HTML tag.
func (w *writer) tag(i, end int) int {
	rest := w.s[i+1 : min(end, i+longestTag)]
	closing := strings.IndexByte(rest, '>')
	if closing < 1 || strings.IndexByte(rest[:closing], '<') >= 0 {
		return i
	}
	name := strings.TrimPrefix(rest[:closing], "/")
	if cut := strings.IndexAny(name, " /"); cut >= 0 {
		name = name[:cut]
	}
	ends, known := tags[name]
	if !known {
		return i
	}
	w.keep(i)
	w.remove(i+closing+2, ruleMarkup)
	w.owe(ends)
	return i + closing + 2
}

// link keeps the words of "[words](address)", and nothing of "![words](address)"; open is the bracket, from the first byte.
func (w *writer) link(open, from, end int) int {
	rest := w.s[open+1 : min(end, open+longestTag)]
	middle := strings.Index(rest, "](")
	if middle < 0 || strings.IndexByte(rest[:middle], '[') >= 0 {
		return from
	}
	closing := strings.IndexByte(rest[middle:], ')')
	if closing < 0 || strings.IndexByte(rest[middle:middle+closing], ' ') >= 0 && strings.IndexByte(rest[middle:middle+closing], '"') < 0 {
		return from
	}
	behind := open + 1 + middle + closing + 1
	w.keep(from)
	if from < open {
		w.remove(behind, ruleMarkup)
		return behind
	}
	w.remove(open+1, ruleMarkup)
	w.keep(open + 1 + middle)
	w.remove(behind, ruleMarkup)
	return behind
}
