package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/decode"
)

// deepest is how many blocks the head of a document may have.
const deepest = 10

// head reads header lines, headline, byline and dateline, and returns the first block of the body.
func (c *cleaner) head() int {
	i := 0
	for ; i < len(c.blocks) && i < deepest; i++ {
		if !c.headBlock(i) {
			break
		}
	}
	// A deck, a note or a picture's paragraph may stand above byline, date and dateline.
	datelines, first := true, true
	for j := i; j < len(c.blocks) && j < i+5; j++ {
		line := c.rest(j)
		if c.byline(j, line) || j < i+4 && c.dateLine(j, line) {
			continue
		}
		if datelines && c.dateline(j, !first) {
			break
		}
		first = false
		datelines = datelines && len(line) <= longestTitle
	}
	return i
}

// headBlock reads block i as part of the head, and tells whether it is no more than that.
func (c *cleaner) headBlock(i int) bool {
	b := &c.blocks[i]
	if n, date := header(c.rest(i)); n > 0 {
		if c.Dates.Header == "" {
			c.Dates.Header = date
		}
		c.cut(i, n, ruleHeader)
	}
	line := c.rest(i)
	marked := b.Kind == decode.Heading || headingMark(line) > 0
	if c.Title == "" && !marked && hasWord(line) {
		b.rule = b.verdict(line) // "SIGN UP FOR OUR NEWSLETTER" is no headline
	}
	switch {
	case b.rule != "":
	case !hasWord(line):
		b.rule = ruleHeader
	case c.datelineAlone(i, line):
	case c.Title == "" && !marked && len(line) > 3 && strings.EqualFold(line[:3], "by ") && c.byline(i, line): // "By Jane Doe" is no headline
	case !marked && c.sitesName(i, line):
	case !marked && c.labelled(i, line):
	case c.isTitle(i, line, marked):
		b.rule = ruleTitle
		if c.Title == "" {
			c.Title = plain(line)
			c.titleDate()
		}
	case c.field(line):
		b.rule = ruleHeader
	case c.byline(i, line):
	default:
		b.rule = b.verdict(line)
		return b.rule != ""
	}
	return true
}

// labelled reads block i where a word or two stand over the headline, the site's name or that of a section, or next to the date:
// "Press Release | November 12, 2024".
func (c *cleaner) labelled(i int, line string) bool {
	if len(line) > longestLabel || !c.bodyBehind(i) {
		return false
	}
	if name, rest, found := strings.Cut(line, " | "); found && strings.Count(name, " ") < 3 {
		if n, date := header(rest); n == len(rest) && date != "" {
			if c.Dates.Header == "" {
				c.Dates.Header = date
			}
			c.blocks[i].rule = ruleHeader
			return true
		}
	}
	if c.Title != "" || i+1 == len(c.blocks) || strings.Count(line, " ") > 1 || strings.ContainsAny(line, ".!?:;,") || !startsUpper(line) {
		return false
	}
	next := c.blocks[i+1].Of(c.content)
	if !couldBeTitle(plain(next)) || len(next) <= len(line) || isByline(next) || !c.fullerBehind(i+1, len(next)) {
		return false
	}
	c.blocks[i].rule = ruleHeader
	return true
}

// sitesName reads block i where it is nothing but the name of the site, paper or agency, over the text: "AFP, Harbourtown".
func (c *cleaner) sitesName(i int, line string) bool {
	if len(line) > longestSignOff || !c.bodyBehind(i) {
		return false
	}
	name, sure := signOff(plain(line))
	if !sure {
		var place string
		if name, place, sure = strings.Cut(plain(line), ", "); !sure || !agencies[name] {
			return false
		}
		if parts, _ := placeShape(place); parts != 1 {
			return false
		}
	}
	c.blocks[i].rule, c.publisher = ruleSignOff, name
	return true
}

// dateLine reads block i where it is nothing but a date with its year.
func (c *cleaner) dateLine(i int, line string) bool {
	n, date := header(line)
	if n == 0 || n < len(line) && !isByline(line[n:]) || !c.bodyBehind(i) {
		return false
	}
	if n < len(line) && len(c.Authors) == 0 { // "6 November 2025 by Jane Doe"
		c.Authors = bylineNames(plain(line[n:]))
	}
	c.blocks[i].rule = ruleHeader
	if c.Dates.Header == "" {
		c.Dates.Header = date
	}
	return true
}

// byline reads block i as the byline.
func (c *cleaner) byline(i int, line string) bool {
	if at := dateBehindName(line); at > 0 && c.bodyBehind(i) {
		if c.Dates.Header == "" {
			c.Dates.Header = line[at:]
		}
		line = "By " + strings.TrimRight(line[:at], " ,|•·–—-")
	}
	if !isByline(line) || !c.bodyBehind(i) {
		return false
	}
	c.blocks[i].rule = ruleByline
	if len(c.Authors) == 0 {
		c.Authors = bylineNames(plain(line))
	}
	return true
}

// dateline reads the dateline at the start of block i. Below the first paragraph only capitals or an agency make one.
func (c *cleaner) dateline(i int, strict bool) bool {
	b := &c.blocks[i]
	if b.rule != "" || b.Kind > decode.Line && b.Kind != decode.Quote {
		return false
	}
	d, n := datelineOf(c.rest(i))
	if n == 0 || strict && !d.sure {
		return false
	}
	c.cut(i, n, ruleDateline)
	c.DatelinePlace, c.Dates.Dateline, c.agency = d.place, d.date, d.agency
	return true
}

// datelineAlone reads block i where a dateline has lost its paragraph: "NAIROBI, Kenya (AP) —".
func (c *cleaner) datelineAlone(i int, line string) bool {
	if len(line) > longestDateline || i+1 == len(c.blocks) || c.DatelinePlace != "" {
		return false
	}
	if cities[line] {
		c.blocks[i].rule, c.DatelinePlace = ruleDateline, line
		return true
	}
	before := line
	switch last := line[len(line)-1]; {
	case last == '-' || last == '_' || last == '*' || last >= utf8.RuneSelf:
		before = strings.TrimRight(line, " -_–—*")
	case last != ')' && !unicode.IsUpper(rune(last)):
		return false // no dash, no agency
	}
	d, ok := readDateline(before)
	if !ok || !d.sure || d.place == "" || before == strings.TrimRight(line, " *") && !agencies[d.agency] && (d.agency == "" || d.date == "") {
		return false
	}
	c.blocks[i].rule = ruleDateline
	c.DatelinePlace, c.Dates.Dateline, c.agency = d.place, d.date, d.agency
	return true
}
