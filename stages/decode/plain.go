package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/calendar"
	"broadsheet/stages/text"
)

// readPlain makes a block of every paragraph. Blank lines part paragraphs. Where the text is wrapped by hand at a column,
// lines are joined and an indented line begins a paragraph; else every line is a block of its own.
func (d *Document) readPlain(content string) {
	chars := characters(content)
	lines := splitLines(chars.Content)
	width := wrapWidth(chars.Content, lines)
	w := newWriter(chars.Content)
	for i, l := range lines {
		if l.Len() == 0 {
			continue
		}
		line := l.Of(chars.Content)
		mark, level := bullet(line)
		alone := (i == 0 || lines[i-1].Len() == 0) && (i+1 == len(lines) || lines[i+1].Len() == 0)
		switch {
		case mark > 0 && !alone || mark > 0 && nextEntry(chars.Content, lines, i):
			w.begin(ListEntry, level)
			w.remove(text.Span{Start: l.Start, End: l.Start + mark}, ruleBullet)
			l.Start += mark
		case width > 0 && i > 0 && lines[i-1].Len() > 0 && joined(chars.Content, lines[i-1], l, width):
			w.wrap()
		case alone || width > 0:
			w.begin(Paragraph, 0)
		default:
			w.begin(Line, 0)
		}
		w.keep(l)
	}
	laid, blocks := w.finish()
	d.Text, d.Blocks = text.Then(chars, laid), blocks
}

// splitLines returns the lines without their leading and trailing white space; a blank line is an empty span.
func splitLines(s string) []text.Span {
	lines := make([]text.Span, 0, strings.Count(s, "\n")+1)
	for start := 0; start <= len(s); {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		l := text.Span{Start: start, End: end}
		for l.Len() > 0 && blank(s[l.Start]) {
			l.Start++
		}
		for l.Len() > 0 && blank(s[l.End-1]) {
			l.End--
		}
		lines = append(lines, l)
		start = end + 1
	}
	return lines
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

// widest is the longest line, in characters, of a text that counts as wrapped by hand.
const widest = 100

// wrapWidth returns the column at which the lines are wrapped by hand, 0 where they are not. They are where most lines
// that have a successor in their paragraph had no room left for its first word.
func wrapWidth(s string, lines []text.Span) int {
	width, over, count := 0, 0, 0
	for _, l := range lines {
		if l.Len() == 0 {
			continue
		}
		n := utf8.RuneCountInString(l.Of(s))
		if count++; n > widest {
			over++
		} else {
			width = max(width, n)
		}
	}
	if width < 40 || over > count/50 {
		return 0
	}
	pairs, full := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].Len() == 0 || lines[i-1].Len() == 0 || indented(s, lines[i-1], lines[i]) {
			continue
		}
		pairs++
		if room := width - utf8.RuneCountInString(lines[i-1].Of(s)); room < firstWord(lines[i].Of(s))+width/8 {
			full++
		}
	}
	if pairs < 2 || full*10 < pairs*6 {
		return 0
	}
	return width
}

// firstWord returns the length of the first word with the space before it.
func firstWord(line string) int {
	if at := strings.IndexByte(line, ' '); at >= 0 {
		line = line[:at]
	}
	return utf8.RuneCountInString(line) + 1
}

// indented tells whether line l stands further in than the line before.
func indented(s string, before, l text.Span) bool {
	return indent(s, l) >= indent(s, before)+2
}

// indent returns how many blanks stand before a line.
func indent(s string, l text.Span) int {
	n := 0
	for i := l.Start; i > 0 && blank(s[i-1]); i-- {
		n++
	}
	return n
}

// joined tells whether line l goes on with the paragraph of the line before. Not so where it is indented, where it opens
// a report below its headline, or where the line before ended early ("By Jane Doe") and l begins as a sentence does.
func joined(s string, before, l text.Span, width int) bool {
	if indented(s, before, l) || opensReport(l.Of(s)) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l.Of(s))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return true
	}
	return utf8.RuneCountInString(before.Of(s)) > width*6/10
}

// longestPlace is how far into a line the date of its dateline begins.
const longestPlace = 50

// opensReport tells whether a line begins with place and date of a report, "HARBOURTOWN, March 3 - Prices", or place and
// agency, "HARBOURTOWN (Agency) - Prices".
func opensReport(line string) bool {
	dash := strings.Index(line, " -")
	if dash < 0 || dash > longestPlace+len(" September 30, 2015") || !unicode.IsUpper(rune(line[0])) {
		return false
	}
	if line[dash-1] == ')' {
		place, _, _ := strings.Cut(line[:dash], " (")
		return place == strings.ToUpper(place)
	}
	for i := 1; i < min(dash, longestPlace); i++ {
		if line[i-1] == ' ' && i > 2 && line[i-2] == ',' {
			if _, n := calendar.Scan(line[i:dash]); n > 0 && i+n == dash {
				return true
			}
		}
	}
	return false
}

// bullet returns the length of the list mark that a line begins with ("* ", "- ", "• "), 0 where it has none, and the
// list's level.
func bullet(line string) (length, level int) {
	for _, mark := range []string{"*", "-", "•", "·", "▪", "●", "◦", "‣"} {
		rest, ok := strings.CutPrefix(line, mark)
		if !ok {
			continue
		}
		entry := strings.TrimLeft(rest, " \t")
		if len(entry) == len(rest) || strings.Trim(entry, "*-_= ") == "" {
			return 0, 0
		}
		return len(line) - len(entry), 1
	}
	return 0, 0
}

// nextEntry tells whether a neighbour of line i, over blank lines, is a list entry too: a mark before a single line may
// be a dash of speech.
func nextEntry(s string, lines []text.Span, i int) bool {
	for _, step := range []int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(lines) && lines[j].Len() == 0 {
			j += step
		}
		if j >= 0 && j < len(lines) {
			if mark, _ := bullet(lines[j].Of(s)); mark > 0 {
				return true
			}
		}
	}
	return false
}
