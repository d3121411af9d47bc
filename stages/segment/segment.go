// Package segment cuts a clean text into paragraphs, sentences and tokens.
//
// A paragraph is what stands between blank lines. A sentence ends at a full stop, question or exclamation mark that the
// words around it do not explain otherwise (abbreviation, initial, decimal), and never reaches over a paragraph. A token
// is a word, a number, a mark or a symbol; tokens never overlap and what lies between them is white space. Everything is
// a span into the one text: nothing is copied. Split is a pure function; a Document is read-only once made.
package segment

import (
	"strings"

	"broadsheet/stages/text"
)

// Kind tells what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, perhaps with digits after them: "spirit", "O’Brien", "G7", "U.S."
	Number             // digits with their separators: "1,000.50"
	Mark               // punctuation
	Symbol             // currency signs, %, +, emoji
	Clitic             // ’s and ' behind a name or noun
	Link               // URL, e-mail address, @handle, #hashtag
)

// Token is a span with its kind.
type Token struct {
	text.Span
	Kind Kind
}

// Sentence is a span with its tokens Tokens[First:Last] and its paragraph.
type Sentence struct {
	text.Span
	First, Last int
	Paragraph   int
}

// Paragraph is a span with its sentences Sentences[First:Last].
type Paragraph struct {
	text.Span
	First, Last int
}

// Document is a text with its segments, each list in text order.
type Document struct {
	Text       string
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
}

// Word returns the text of token i.
func (d *Document) Word(i int) string { return d.Tokens[i].Of(d.Text) }

// SentenceAt returns the index of the sentence that holds byte offset at, or the last one before it.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// TokenAt returns the index of the first token that ends behind byte offset at; len(Tokens) where there is none.
func (d *Document) TokenAt(at int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Tokens[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// WordCount returns how many tokens are words or numbers.
func (d *Document) WordCount() int {
	n := 0
	for _, t := range d.Tokens {
		if t.Kind == Word || t.Kind == Number || t.Kind == Link {
			n++
		}
	}
	return n
}

// Split segments a text of valid UTF-8.
func Split(t string) *Document {
	d := &Document{Text: t, Tokens: make([]Token, 0, len(t)/4+8), Sentences: make([]Sentence, 0, len(t)/64+2), Paragraphs: make([]Paragraph, 0, len(t)/128+2)}
	for start := 0; start < len(t); {
		end, next := paragraph(t, start)
		d.addParagraph(text.Span{Start: start, End: end})
		start = next
	}
	return d
}

// paragraph returns where the paragraph that begins at start ends, and where the next one begins.
func paragraph(t string, start int) (end, next int) {
	for i := start; ; {
		n := strings.IndexByte(t[i:], '\n')
		if n < 0 {
			return len(t), len(t)
		}
		end = i + n
		breaks := 0
		for i = end; i < len(t) && isBlank(t[i]); i++ {
			if t[i] == '\n' {
				breaks++
			}
		}
		if breaks >= 2 || i == len(t) {
			return end, i
		}
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func (d *Document) addParagraph(p text.Span) {
	first := len(d.Tokens)
	d.Tokens = appendTokens(d.Tokens, d.Text, p)
	if first == len(d.Tokens) {
		return
	}
	p.Start, p.End = d.Tokens[first].Start, d.Tokens[len(d.Tokens)-1].End
	firstSentence := len(d.Sentences)
	for i := first; i < len(d.Tokens); i++ {
		if t := d.Tokens[i]; t.Kind == Word && i+1 < len(d.Tokens) && d.Text[t.End-1] != '.' {
			continue
		}
		if i+1 == len(d.Tokens) || d.endsSentence(&i, first) {
			d.Sentences = append(d.Sentences, Sentence{
				Span:  text.Span{Start: d.Tokens[first].Start, End: d.Tokens[i].End},
				First: first, Last: i + 1, Paragraph: len(d.Paragraphs),
			})
			first = i + 1
		}
	}
	d.Paragraphs = append(d.Paragraphs, Paragraph{Span: p, First: firstSentence, Last: len(d.Sentences)})
}
