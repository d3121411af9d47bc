package quotations

import (
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// quote is a stretch between quotation marks: tokens [first, last), the marks not included.
type quote struct {
	first, last int
	sentence    int  // that holds its last token
	continued   bool // the paragraph before ended inside the same quotation
	direct      bool // speech, not a scare quote or a title
}

// side tells what a mark does.
type side uint8

const (
	none side = iota
	opens
	closes
)

// scanner finds the quotations of a text, paragraph by paragraph.
type scanner struct {
	doc    *segment.Document
	quotes []quote
}

// findQuotes returns the outermost quotations in text order. A quotation that runs over paragraphs opens anew in each; one
// that lost its opening mark begins with its sentence, one that lost its closing mark ends with its paragraph.
func findQuotes(doc *segment.Document) []quote {
	s := scanner{doc: doc}
	open := false // the paragraph before ended inside a quotation
	for _, p := range doc.Paragraphs {
		open = s.paragraph(doc.Sentences[p.First].First, doc.Sentences[p.Last-1].Last, open)
	}
	return s.quotes
}

// paragraph reads tokens [first, last) and tells whether they end inside a quotation.
func (s *scanner) paragraph(first, last int, open bool) bool {
	start, family, done := -1, "", first
	for i := first; i < last; i++ {
		what, kind := s.mark(i, first, last)
		switch {
		case what == none || start >= 0 && kind != family:
			continue
		case start < 0 && what == opens:
			start, family = i+1, kind
		case start >= 0 && (what == closes || kind == `"`):
			s.add(start, i, open && start == first+1)
			start, done = -1, i+1
		case start < 0 && kind != "'" && i > done:
			// "We discussed it,” said Borrell.": the opening mark is lost.
			s.add(max(done, s.sentenceStart(i-1)), i, false)
			done = i + 1
		}
	}
	if start < 0 || family == "'" {
		return false
	}
	s.add(start, last, open && start == first+1)
	return true
}

func (s *scanner) sentenceStart(i int) int {
	return s.doc.Sentences[s.doc.SentenceAt(s.doc.Tokens[i].Start)].First
}

func (s *scanner) add(first, last int, continued bool) {
	if first >= last {
		return
	}
	q := quote{first: first, last: last, continued: continued, sentence: s.doc.SentenceAt(s.doc.Tokens[last-1].Start)}
	q.direct = continued || s.isSpeech(q)
	s.quotes = append(s.quotes, q)
}

// mark tells what token i does, and of which family of marks it is.
func (s *scanner) mark(i, first, last int) (side, string) {
	t := s.doc.Tokens[i]
	if t.Kind == segment.Word || t.Kind == segment.Number {
		return none, ""
	}
	touchesBefore := i > first && s.doc.Tokens[i-1].End == t.Start
	touchesAfter := i+1 < last && s.doc.Tokens[i+1].Start == t.End
	switch t.Of(s.doc.Text) {
	case "“", "„", "``":
		return opens, `"`
	case "”":
		return closes, `"`
	case "''":
		return closes, `"`
	case "«":
		return opens, "«"
	case "»":
		return closes, "«"
	case `"`:
		if touchesBefore && s.doc.Tokens[i-1].Kind == segment.Number && touchesAfter && s.doc.Tokens[i+1].Kind != segment.Mark {
			return none, "" // 5"x7"
		}
		if touchesAfter && !(touchesBefore && s.isWordOrStop(i-1)) || !touchesBefore && i == first {
			return opens, `"`
		}
		if touchesBefore {
			return closes, `"`
		}
		return opens, `"` // “of a " modern" web”: white space on both sides
	case "‘":
		return opens, "'"
	case "’", "'":
		if !touchesBefore && touchesAfter {
			return opens, "'"
		}
		if touchesBefore && !touchesAfter {
			return closes, "'"
		}
	}
	return none, ""
}

// isWordOrStop tells whether token i ends what a quotation mark behind it closes.
func (s *scanner) isWordOrStop(i int) bool {
	switch s.doc.Word(i) {
	case "(", "[", "—", "–", "-", "/", "“", "‘":
		return false
	}
	return true
}

// isSpeech tells speech from scare quotes ("the “de-confliction zone”") and titles (“Trading Nation”, "The 7 Habits of
// Highly Effective People").
func (s *scanner) isSpeech(q quote) bool {
	words, small, long := 0, 0, 0
	for i := q.first; i < q.last; i++ {
		t := s.doc.Tokens[i]
		if t.Kind != segment.Word && t.Kind != segment.Number {
			continue
		}
		words++
		if c := s.doc.Text[t.Start]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			small++
			if t.Len() > 3 {
				long++
			}
		}
	}
	stop := s.isStop(q.last - 1)
	if beside := s.isColon(q.first-2) || q.last+1 < len(s.doc.Tokens) && s.doc.Word(q.last+1) == ","; beside && words >= 4 && 3*small >= words {
		return true // "He said: «It rose by half».", “It rose by half”, he said
	}
	switch {
	case words >= 4 && 3*small < words || words >= 4 && long == 0 && !stop:
		return false // a title
	case stop:
		return words >= 2
	}
	return words >= 5
}

func (s *scanner) isColon(i int) bool { return i >= 0 && s.doc.Word(i) == ":" }

func (s *scanner) isStop(i int) bool {
	switch s.doc.Word(i) {
	case ".", ",", "?", "!", "…", "...":
		return true
	}
	return false
}

// span returns the bytes of tokens [first, last).
func span(d *segment.Document, first, last int) text.Span {
	return text.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}
