package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/calendar"
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
	datelines := true
	for j := i; j < len(c.blocks) && j < i+5; j++ {
		line := c.rest(j)
		if c.byline(j, line) || j < i+3 && c.dateLine(j, line) {
			continue
		}
		if datelines && c.dateline(j, j > i) {
			break
		}
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

// dateLine reads block i where it is nothing but a date with its year.
func (c *cleaner) dateLine(i int, line string) bool {
	n, date := header(line)
	if n == 0 || n < len(line) || !c.bodyBehind(i) {
		return false
	}
	c.blocks[i].rule = ruleHeader
	if c.Dates.Header == "" {
		c.Dates.Header = date
	}
	return true
}

// byline reads block i as the byline.
func (c *cleaner) byline(i int, line string) bool {
	if !isByline(line) || !c.bodyBehind(i) {
		return false
	}
	c.blocks[i].rule = ruleByline
	if len(c.Authors) == 0 {
		c.Authors = bylineNames(plain(line))
	}
	return true
}

// longestTitle is the longest headline, in bytes.
const longestTitle = 240

// isTitle tells whether block i is the headline: it repeats the title of the metadata, or there is none and it is the
// first line that could be one.
func (c *cleaner) isTitle(i int, line string, marked bool) bool {
	if len(line) > 2*longestTitle || !c.bodyBehind(i) {
		return false
	}
	if c.Title != "" {
		return sameTitle(c.Title, line)
	}
	return marked || c.blocks[i].Kind <= decode.Line && couldBeTitle(plain(line)) && c.fullerBehind(i, len(line))
}

// couldBeTitle tells whether a line reads like a headline: short, and no sentence with its full stop, unless most of its
// words are capitalised. "The council met on Monday." and "Who would have thought?" are none, "What Comes Next for Talks?" is
// one.
func couldBeTitle(line string) bool {
	if len(line) > longestTitle || strings.Count(line, " ") < 2 || label(line) != "" {
		return false
	}
	// "— Jane Doe" signs a quotation, "| Agency" is a credit, "(SOUNDBITE OF MUSIC)" a note.
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, `“"‘'«¿¡`))
	if unicode.IsLower(first) || strings.ContainsRune("(—–-|/•", first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, ` ”"’'»)`))
	switch last {
	case '.', ':', ';', ',', '–', '—', '-', '…':
		return false
	case '!', '?':
		return titleCase(line)
	}
	return strings.IndexByte(line, '@') < 0
}

// titleCase tells whether most words of four letters or more begin with a capital.
func titleCase(line string) bool {
	long, upper := 0, 0
	for _, w := range strings.Fields(line) {
		w = strings.TrimLeft(w, `“"‘'«(`)
		if len(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(r) {
			upper++
		}
	}
	return long >= 3 && upper*10 >= long*8
}

// titleDate takes the date off a headline that ends with one: "Talks end Tuesday, September 1, 2015".
func (c *cleaner) titleDate() {
	for at := max(0, len(c.Title)-len("Wednesday, September 30, 2015 at 10:00")); at < len(c.Title); at++ {
		if at == 0 || c.Title[at-1] != ' ' {
			continue
		}
		w, n := calendar.Scan(c.Title[at:])
		if n > 0 && at+n == len(c.Title) && w.Weekday && w.Year > 0 {
			if c.Dates.Header == "" {
				c.Dates.Header = c.Title[at:]
			}
			c.Title = strings.TrimRight(c.Title[:at], " |-–—,")
			return
		}
	}
}

// sameTitle compares letters and digits alone. The metadata may add the name of the site: "Talks end | The Herald".
func sameTitle(title, line string) bool {
	if firstLetter(title) != firstLetter(line) || len(line) > 2*len(title)+40 {
		return false
	}
	a, b := bare(title), bare(line)
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	return len(b) >= 20 && strings.HasPrefix(a, b) && len(a) < len(b)+40 && strings.ContainsAny(title, "|-–—")
}

// firstLetter returns the first letter or digit, lower-cased.
func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
	}
	return 0
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// bodyBehind tells whether text follows block i.
func (c *cleaner) bodyBehind(i int) bool {
	for j := i + 1; j < len(c.blocks) && j <= i+deepest; j++ {
		b := &c.blocks[j]
		line := b.Of(c.content)
		if len(line) < 30 || isByline(line) || b.verdict(line) != "" {
			continue
		}
		if n, _ := header(line); n < len(line) {
			return true
		}
	}
	return false
}

// fullerBehind tells whether a block of sentences, longer than a headline of n bytes, follows block i.
func (c *cleaner) fullerBehind(i, n int) bool {
	for j := i + 1; j < len(c.blocks) && j <= i+deepest; j++ {
		line := c.blocks[j].Of(c.content)
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `”"’'») `))
		if len(line) > n && strings.ContainsRune(".!?…", last) {
			return true
		}
	}
	return false
}

// headerLabels stand before the date in header lines.
var headerLabels = []string{"date", "dated", "published", "published on", "published at", "posted", "posted on", "posted at", "updated", "updated on", "last updated",
	"last updated on", "last modified", "first published", "release date", "publication date", "publish date", "pub date", "issued", "created", "time",
	"publié le", "mis à jour le", "veröffentlicht am", "stand", "publicado", "publicado el", "publicado em", "pubblicato il", "gepubliceerd op", "опубликовано", "дата"}

// oldestHeader is the first year for which a day and a dash at the start of a text ("March 3, 2024 – The company") are taken
// for its date. "August 15, 1945 – the day it ended" tells a story.
const oldestHeader = 1970

// header returns how many bytes at the start of a line are its date with what belongs to it, and the date as written.
// A line that only begins with a day ("May 7, 2015 was a cold day") has none: there must be a label ("date 2024-05-31"), a
// time, a weekday or an ISO date, or nothing else in the line.
func header(line string) (n int, date string) {
	at := len(line) - len(strings.TrimLeft(line, " *_[|#>"))
	labelled := headerLabel(line[at:])
	start := at + labelled
	w, size := calendar.Scan(line[start:])
	if size == 0 {
		return 0, ""
	}
	date = line[start : start+size]
	end := start + size
	rest := strings.TrimLeft(line[end:], " *_])|•·,")
	if rest == "" || isReadingTime(rest) {
		if labelled == 0 && w.Year == 0 {
			return 0, ""
		}
		return len(line), date
	}
	if w.Year == 0 && labelled == 0 {
		return 0, ""
	}
	if isByline(rest) {
		return len(line) - len(rest), date // "11/19/2019 by Jane Doe"
	}
	for _, mark := range []string{":", "–", "—", "-", "|"} {
		if after, ok := strings.CutPrefix(rest, mark); ok && (after == "" || after[0] == ' ') && (labelled > 0 || w.Year >= oldestHeader) {
			return len(line) - len(strings.TrimLeft(after, " *_")), date
		}
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, `“"‘'«`))
	if !unicode.IsUpper(next) && !strings.HasPrefix(rest, "#") {
		return 0, ""
	}
	if labelled > 0 || w.Weekday || w.HasTime || w.Numeric {
		if strings.HasPrefix(strings.TrimLeft(line[end:], " "), ",") {
			return 0, "" // "Thursday, May 7, 2015, The Times wrote"
		}
		return len(line) - len(rest), date
	}
	return 0, ""
}

// headerLabel returns the length of the label before a date, with what parts them.
func headerLabel(line string) int {
	best := 0
	for _, l := range headerLabels {
		if len(line) <= len(l) || line[0] < utf8.RuneSelf && line[0]|0x20 != l[0] || !strings.EqualFold(line[:len(l)], l) {
			continue
		}
		rest := strings.TrimLeft(line[len(l):], " :*_")
		if n := len(line) - len(rest); n > len(l) && n > best {
			best = n
		}
	}
	return best
}

// isReadingTime knows what sites put behind the date: "4 min read".
func isReadingTime(s string) bool {
	s = strings.TrimSuffix(strings.ToLower(s), ".")
	return len(s) < 24 && strings.HasSuffix(s, "read") && strings.Contains(s, "min")
}

// fields are the labels of header lines that are no text.
var fields = map[string]bool{"source": true, "category": true, "section": true, "topic": true, "topics": true, "tags": true, "keywords": true,
	"language": true, "url": true, "link": true, "author": true, "authors": true, "title": true, "headline": true, "publisher": true, "id": true}

// label returns the word before a colon at the start of a line, lower-cased, if it is one of fields.
func label(line string) string {
	at := strings.IndexByte(line, ':')
	if at <= 0 || at > 12 {
		return ""
	}
	if l := strings.ToLower(strings.Trim(line[:at], " *_#")); fields[l] {
		return l
	}
	return ""
}

// field reads a header line "Source: The Herald".
func (c *cleaner) field(line string) bool {
	l := label(line)
	if l == "" || len(line) > longestTitle {
		return false
	}
	value := plain(line[strings.IndexByte(line, ':')+1:])
	switch l {
	case "title", "headline":
		if c.Title == "" {
			c.Title = value
		}
	case "author", "authors":
		if len(c.Authors) == 0 {
			c.Authors = names(value)
		}
	case "source", "publisher":
		if c.Publisher == "" && !strings.Contains(value, "//") {
			c.Publisher = value
		}
	case "url", "link":
		if c.URL == "" && strings.HasPrefix(value, "http") {
			c.URL, c.Dates.URL = value, value
		}
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
	before := line
	switch last := line[len(line)-1]; {
	case last == '-' || last == '_' || last == '*' || last >= utf8.RuneSelf:
		before = strings.TrimRight(line, " -_–—*")
	case last != ')':
		return false // no dash, no agency
	}
	d, ok := readDateline(before)
	if !ok || !d.sure || d.place == "" || before == strings.TrimRight(line, " *") && !agencies[d.agency] {
		return false
	}
	c.blocks[i].rule = ruleDateline
	c.DatelinePlace, c.Dates.Dateline, c.agency = d.place, d.date, d.agency
	return true
}
