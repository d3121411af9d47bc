package clean

import "strings"

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
