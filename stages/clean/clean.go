// Package clean turns the blocks of a decoded document into the text that the later stages read, and finds what stands
// around it.
//
// Cleaning has three steps. The head is read first: header lines, headline, byline, dateline. Then whole blocks that are no
// text go by the rules of one table (captions, calls to subscribe, share bars, copyright lines). Last, what stays is
// written out, paragraphs parted by one blank line: leftover marks of Markdown and HTML go, entities become characters,
// sentences that a lost line break has glued together become paragraphs again.
//
// A rule must never cost a document its text: where nothing would be left, every block stays. Every removed part of the
// source is listed with the name of its rule. Clean is a pure function, safe for concurrent use.
package clean

import (
	"strings"

	"broadsheet/stages/decode"
	"broadsheet/stages/text"
)

// Article is a cleaned document. Fields that nothing tells are empty.
type Article struct {
	Text          *text.Text // its source is that of the decoded document
	Title         string
	Authors       []string
	Publisher     string
	URL           string
	DatelinePlace string
	Dates         Dates
}

// Dates are the dates that tell the day of publication, as written.
type Dates struct {
	Metadata []string // best first
	Header   string   // a line above the text
	Dateline string
	URL      string // the address, which may hold a date
}

// The rules that are not in the table of block rules.
const (
	ruleHeader   = "header"
	ruleTitle    = "title"
	ruleByline   = "byline"
	ruleDateline = "dateline"
	ruleSignOff  = "sign-off"
	ruleMarkup   = "markup"
	ruleEntity   = "character reference"
	ruleSpace    = "space"
	ruleTag      = "tag"
	ruleAbout    = "about the company"
	ruleEnd      = "end mark" // also in the table
)

// Clean cleans a decoded document.
func Clean(doc *decode.Document) *Article {
	c := cleaner{doc: doc, content: doc.Text.Content, blocks: make([]block, len(doc.Blocks))}
	for i, b := range doc.Blocks {
		c.blocks[i] = block{Block: b}
	}
	c.metadata()
	body := c.head()
	c.body(body)
	c.foot()
	c.rescue()
	c.Text = text.Then(doc.Text, c.write())
	return &c.Article
}

// block is a block of the document with what is to be left out of it.
type block struct {
	decode.Block
	rule string         // by which the whole block goes; empty where it stays
	cuts []text.Removal // parts at its start that go

	tail int // bytes at its end that go

	asked  int    // the length of the line, its end, of which ruleOf was asked last, plus one; 0 where it was not
	answer string // what it said
}

// verdict is ruleOf for the line that is left of a block: head and body ask it more than once.
func (b *block) verdict(line string) string {
	if b.asked != len(line)+1 {
		b.asked = len(line) + 1
		if len(line) <= longestBoilerplate && strings.Contains(line, "](") {
			line = plain(line) // "[Subscribe](address) to our newsletter"
		}
		b.answer = ruleOf(line, b.Kind)
	}
	return b.answer
}

// rest returns the part of a block behind its cuts.
func (b *block) rest() text.Span {
	if n := len(b.cuts); n > 0 {
		return text.Span{Start: b.cuts[n-1].Span.End, End: b.End - b.tail}
	}
	return text.Span{Start: b.Start, End: b.End - b.tail}
}

type cleaner struct {
	Article
	doc       *decode.Document
	content   string
	blocks    []block
	agency    string // in the dateline
	publisher string // named by a line that went
}

func (c *cleaner) rest(i int) string { return c.blocks[i].rest().Of(c.content) }

// cut leaves out the next n bytes of block i, and the spaces behind them.
func (c *cleaner) cut(i, n int, rule string) {
	r := c.blocks[i].rest()
	end := r.Start + n
	for end < r.End && c.content[end] == ' ' {
		end++
	}
	c.blocks[i].cuts = append(c.blocks[i].cuts, text.Removal{Span: text.Span{Start: r.Start, End: end}, Rule: rule})
}

// metadata takes over what the document says of itself.
func (c *cleaner) metadata() {
	m := &c.doc.Metadata
	c.Title, c.URL, c.Publisher = plain(m.Title), strings.TrimSpace(m.URL), plain(m.Publisher)
	for _, a := range m.Authors {
		c.Authors = append(c.Authors, names(plain(a))...)
	}
	for _, d := range c.doc.Dates {
		if d.Source != decode.DateURL {
			c.Dates.Metadata = append(c.Dates.Metadata, d.Raw)
		}
	}
	c.Dates.URL = c.URL
}

// rescue undoes the cleaning of a document of which nothing would be left.
func (c *cleaner) rescue() {
	for i := range c.blocks {
		if c.blocks[i].rule == "" && hasWord(c.rest(i)) {
			return
		}
	}
	for i := range c.blocks {
		b := &c.blocks[i]
		b.cuts, b.tail = nil, 0
		if b.rule == ruleTitle {
			c.Title = plain(c.doc.Metadata.Title)
		}
		b.rule = ""
	}
}
