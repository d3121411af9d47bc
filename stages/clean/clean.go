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

// body applies the block rules from block first on.
func (c *cleaner) body(first int) {
	inTags := false
	for i := first; i < len(c.blocks); i++ {
		b := &c.blocks[i]
		if b.rule != "" {
			continue
		}
		line := b.rest().Of(c.content)
		b.rule = b.verdict(line)
		if b.rule == "" && inTags && isTag(line) {
			b.rule = ruleTag
		}
		if b.rule == "" && i >= 2 && i+1 < len(c.blocks) && aboutName(line) != "" && strings.HasPrefix(c.rest(i+1), aboutName(line)) {
			b.rule, c.blocks[i+1].rule = ruleAbout, ruleAbout
		}
		inTags = b.rule == ruleTag || b.rule == ruleEnd && opensTags(line)
		if b.rule != "" {
			c.learn(line)
		}
	}
	for i := len(c.blocks) - 1; i >= first; i-- {
		if c.overNothing(i) {
			c.blocks[i].rule = c.blocks[i+1].rule
		}
	}
}

// opensTags tells whether a line stands over the text's tags, one a line.
func opensTags(line string) bool {
	label := strings.ToLower(strings.Trim(line, " *_#:"))
	return label == "tags" || label == "topics" || label == "keywords" || label == "categories" || label == "explore more on these topics"
}

// aboutName returns the name in the heading "About Example Inc." of a press release, which its own praise follows: "Example Inc.
// makes pumps". It returns the first word of the name.
func aboutName(line string) string {
	name, ok := strings.CutPrefix(strings.Trim(line, " *_#:"), "About ")
	if !ok || len(name) > longestSignOff || strings.ContainsAny(name, "?!;") {
		return ""
	}
	for _, w := range strings.Fields(name) {
		if !startsUpper(w) && w != "of" && w != "the" && w != "and" {
			return ""
		}
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(name, "the "), " ")
	return first
}

// isTag tells whether a line below that is one of them.
func isTag(line string) bool {
	return len(line) <= 40 && strings.Count(line, " ") < 4 && !strings.ContainsAny(line, ".!?;:")
}

// overNothing tells whether block i is a heading and all that it stood over has gone: "More on this story" over links.
func (c *cleaner) overNothing(i int) bool {
	b := &c.blocks[i]
	if b.Kind != decode.Heading || b.rule != "" || i+1 == len(c.blocks) || c.blocks[i+1].rule == "" {
		return false
	}
	for j := i + 1; j < len(c.blocks); j++ {
		next := &c.blocks[j]
		if next.rule == "" {
			return next.Kind == decode.Heading && next.Level <= b.Level
		}
	}
	return true
}

// learn takes from a line that goes what it says of publisher and authors.
func (c *cleaner) learn(line string) {
	if p := publisherIn(line); p != "" {
		c.publisher = p
	}
	if len(c.Authors) == 0 {
		c.Authors = reporters(line)
	}
}

// foot reads what stands under the text: a byline, a date, the publisher's name. Then it settles who the publisher is.
func (c *cleaner) foot() {
	for i := len(c.blocks) - 1; i > 0 && i >= len(c.blocks)-deepest; i-- {
		b := &c.blocks[i]
		if b.rule != "" {
			continue
		}
		if b.rule = c.footRule(c.rest(i)); b.rule == "" {
			break
		}
	}
	for i := len(c.blocks) - 1; i >= 0; i-- {
		if b := &c.blocks[i]; b.rule == "" {
			b.tail = tailOf(c.rest(i))
			break
		}
	}
	for _, name := range []string{c.publisher, host(c.URL), c.agency} {
		if c.Publisher == "" {
			c.Publisher = name
		}
	}
}

// tails are what agencies close the last paragraph with.
var tails = []string{" Enditem", " Read more", " ENDS", " (END)", " ###"}

// tailOf returns how many bytes at the end of the last paragraph are such a mark.
func tailOf(line string) int {
	for _, tail := range tails {
		if rest, ok := strings.CutSuffix(line, tail); ok && strings.HasSuffix(strings.TrimRight(rest, `”"’)`), ".") {
			return len(tail)
		}
	}
	return 0
}

// footRule takes what a line under the text says, and returns the rule by which it goes.
func (c *cleaner) footRule(line string) string {
	if c.isAuthorsLife(line) {
		return ruleByline
	}
	if len(line) > longestByline {
		return ""
	}
	if n, date := header(line); n > 0 && n == len(line) {
		if c.Dates.Header == "" {
			c.Dates.Header = date
		}
		return ruleHeader
	}
	if isByline(line) {
		if len(c.Authors) == 0 {
			c.Authors = bylineNames(plain(line))
		}
		return ruleByline
	}
	if len(line) <= longestSignOff {
		if name, sure := signOff(plain(line)); sure || name != "" && c.isPublisher(name) {
			c.publisher = name
			return ruleSignOff
		}
	}
	return ""
}

// longestLife is the longest note on the author under a text, in bytes.
const longestLife = 300

// isAuthorsLife tells whether a line under the text says who its author is: "Jane Doe is the paper's Central Asia editor."
func (c *cleaner) isAuthorsLife(line string) bool {
	if len(line) > longestLife {
		return false
	}
	line = strings.TrimLeft(line, " *_")
	for _, author := range c.Authors {
		if rest, ok := strings.CutPrefix(line, author); ok {
			for _, verb := range []string{" is ", " covers ", " reports ", " writes ", " has "} {
				if strings.HasPrefix(rest, verb) {
					return true
				}
			}
		}
	}
	return false
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
