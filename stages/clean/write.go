package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/decode"
	"broadsheet/stages/text"
)

// write lays out what stays of the document.
func (c *cleaner) write() *text.Text {
	w := &writer{s: c.content, b: text.NewBuilder(c.content)}
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.rule != "" {
			w.remove(b.End, b.rule)
			continue
		}
		for _, cut := range b.cuts {
			w.remove(cut.Span.End, cut.Rule)
		}
		w.owe(paragraph)
		w.block(b.rest(), b.Kind == decode.Code)
		w.remove(b.End, ruleEnd)
	}
	w.remove(len(c.content), ruleSpace)
	return w.b.Text()
}

// plain returns a line without its markup.
func plain(s string) string {
	if s = strings.TrimSpace(s); isPlain(s) {
		return s
	}
	w := &writer{s: s, b: text.NewBuilder(s), whole: true}
	w.block(text.Span{Start: 0, End: len(s)}, false)
	return strings.Join(strings.Fields(w.b.Text().Content), " ")
}

// isPlain tells whether a line has nothing to clean.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if special[s[i]] || s[i] < ' ' || s[i] == ' ' && s[i+1] == ' ' || s[i] == '>' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// gap is what is owed before the next character: it is written only when that comes, so that no text begins or ends with
// white space.
type gap uint8

const (
	none gap = iota
	space
	paragraph
)

// writer walks over the content once; at is how far it is covered.
type writer struct {
	s    string
	b    *text.Builder
	at   int
	gone int // where the last removal ends
	owed gap

	whole bool // glued sentences stay one line
}

func (w *writer) owe(g gap) { w.owed = max(w.owed, g) }

// remove leaves out the content up to end. White space at both sides belongs to the layout, not to the rule.
func (w *writer) remove(end int, rule string) {
	start := w.at
	for start < end && (w.s[start] == '\n' || w.s[start] == ' ') {
		start++
	}
	w.b.Remove(text.Span{Start: w.at, End: start}, ruleSpace)
	w.b.Remove(text.Span{Start: start, End: end}, rule)
	w.at = max(w.at, end)
	w.gone = w.at
}

// keep writes the content up to end.
func (w *writer) keep(end int) {
	if end <= w.at {
		return
	}
	for w.at < end && w.s[w.at] == ' ' && (w.owed != none || w.b.Len() == 0) {
		w.b.Remove(text.Span{Start: w.at, End: w.at + 1}, ruleSpace)
		w.at++
		w.owe(space)
	}
	// An accent goes with what it stood on, lest it settle on the character before.
	for w.gone == w.at && w.owed == none && w.at < end && w.s[w.at] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(w.s[w.at:])
		if !unicode.IsMark(r) {
			break
		}
		w.remove(w.at+n, ruleMarkup)
	}
	if w.at == end {
		return
	}
	// A space at the end is owed, not written: what follows it may go.
	stop := end
	for stop > w.at && w.s[stop-1] == ' ' {
		stop--
	}
	if stop > w.at {
		w.pay()
		w.b.Keep(text.Span{Start: w.at, End: stop})
	}
	if stop < end {
		w.b.Remove(text.Span{Start: stop, End: end}, ruleSpace)
		w.owe(space)
	}
	w.at = end
}

// pay writes what is owed.
func (w *writer) pay() {
	if w.b.Len() > 0 {
		w.b.Insert([]string{"", " ", "\n\n"}[w.owed])
	}
	w.owed = none
}

// replace puts other characters in the place of the content up to end.
func (w *writer) replace(end int, by, rule string) {
	w.remove(end, rule)
	if strings.TrimSpace(by) == "" {
		if by != "" {
			w.owe(space)
		}
		return
	}
	w.pay()
	w.b.Insert(by)
}

// block writes one block without its leftover markup, and parts glued sentences.
func (w *writer) block(s text.Span, code bool) {
	if lead := s.Start; lead > w.at {
		w.remove(lead, ruleSpace)
	}
	if code {
		w.keep(s.End)
		return
	}
	if n := headingMark(s.Of(w.s)); n > 0 {
		w.remove(s.Start+n, ruleMarkup)
	}
	start := w.at
	line := w.s[:s.End]
	for i := w.at; ; {
		for i < len(line) && !special[line[i]] {
			i++
		}
		if i == len(line) {
			break
		}
		if line[i] == '.' && i+1 < len(line) && line[i+1] == ' ' {
			i++
			continue
		}
		next := w.mark(i, start, s.End)
		if next == i {
			i++
			continue
		}
		i = next
	}
	w.keep(s.End)
}

// hasWord tells whether a line holds a letter or digit.
func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlphanumeric(c byte) bool {
	return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf
}
