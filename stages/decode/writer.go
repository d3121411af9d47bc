package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/text"
)

// writer lays out blocks: one blank line between them, single spaces inside.
type writer struct {
	source string
	b      *text.Builder
	at     int // how far the source is covered
	blocks []Block
	open   bool
	space  bool // a space is owed before the next characters
	last   rune // last character of the open block
}

func newWriter(source string) *writer {
	return &writer{source: source, b: text.NewBuilder(source)}
}

// begin ends the open block and begins another.
func (w *writer) begin(kind Kind, level int) {
	w.end()
	w.blocks = append(w.blocks, Block{Kind: kind, Level: level})
	w.open, w.space, w.last = true, false, 0
}

func (w *writer) end() {
	if !w.open {
		return
	}
	w.open = false
	last := &w.blocks[len(w.blocks)-1]
	last.End = w.b.Len()
	if w.last == 0 {
		w.blocks = w.blocks[:len(w.blocks)-1]
	}
}

// keep adds a part of the source to the open block, with runs of white space made single spaces.
func (w *writer) keep(s text.Span) {
	w.skip(s.Start, ruleSpace)
	part := s.Of(w.source)
	for i := 0; i < len(part); {
		if c := part[i]; c == ' ' || c == '\t' || c == '\n' {
			w.space = true
			i++
			continue
		}
		end := i
		for end < len(part) && part[end] != '\t' && part[end] != '\n' && (part[end] != ' ' || end+1 < len(part) && !white(part[end+1])) {
			end++
		}
		w.put(text.Span{Start: s.Start + i, End: s.Start + end})
		i = end
	}
}

func white(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// put adds characters that need no change.
func (w *writer) put(s text.Span) {
	if w.last == 0 {
		w.start()
	} else if w.space {
		// The last of the blanks between stays, if it is a space; else one is put in its place.
		if w.at < s.Start && w.source[s.Start-1] == ' ' {
			w.skip(s.Start-1, ruleSpace)
			w.b.Keep(text.Span{Start: s.Start - 1, End: s.Start})
			w.at = s.Start
		} else {
			w.skip(s.Start, ruleSpace)
			w.b.Insert(" ")
		}
	}
	w.skip(s.Start, ruleSpace)
	w.b.Keep(s)
	w.at, w.space = s.End, false
	w.last, _ = utf8.DecodeLastRuneInString(s.Of(w.source))
}

// start writes what parts the block from the one before.
func (w *writer) start() {
	if len(w.blocks) > 1 {
		w.b.Insert("\n\n")
	}
	w.blocks[len(w.blocks)-1].Start = w.b.Len()
}

// insert adds characters that the source does not have.
func (w *writer) insert(s string) {
	if w.last == 0 {
		w.start()
	} else if w.space {
		w.b.Insert(" ")
	}
	w.b.Insert(s)
	w.space = false
	w.last, _ = utf8.DecodeLastRuneInString(s)
}

// wrap notes that the block goes on in the next line. A word with a hyphen at the end of its line ("long-" "term") gets
// no space behind it.
func (w *writer) wrap() {
	end := strings.HasSuffix(w.source[:w.at], "-") && w.at >= 2
	if end {
		before, _ := utf8.DecodeLastRuneInString(w.source[:w.at-1])
		end = unicode.IsLetter(before)
	}
	w.space = !end
}

// remove leaves out a part of the source.
func (w *writer) remove(s text.Span, rule string) {
	w.skip(s.Start, ruleSpace)
	w.b.Remove(s, rule)
	w.at = s.End
}

// skip covers the source up to a place.
func (w *writer) skip(to int, rule string) {
	if to > w.at {
		w.b.Remove(text.Span{Start: w.at, End: to}, rule)
		w.at = to
	}
}

func (w *writer) finish() (*text.Text, []Block) {
	w.end()
	w.skip(len(w.source), ruleSpace)
	return w.b.Text(), w.blocks
}
