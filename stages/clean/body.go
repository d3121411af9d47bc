package clean

import (
	"strings"

	"broadsheet/stages/decode"
)

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
