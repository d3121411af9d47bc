package decode

import (
	"strings"

	"broadsheet/schemas"
)

// prune drops the parts of a page's main text that are not its body: what stands before the headline, the headline
// itself, which the title holds, what is there twice, and lines that are nothing but links to other pages, with the heading
// above them.
func prune(parts []part, p *page, m schemas.Metadata) []part {
	titles := map[string]bool{}
	for _, t := range append(append([]string{m.Title}, p.titles...), p.headings...) {
		if key := plainKey(t); key != "" {
			titles[key] = true
		}
	}
	parts = fromHeadline(parts, titles)
	drop := make([]bool, len(parts))
	seen := map[string]bool{}
	for i, part := range parts {
		key := plainKey(part.text)
		drop[i] = titles[key] && i < 4 || seen[key] || p.onlyLinks(part.text, key)
		seen[key] = len(part.text) >= longEnough && part.kind == Paragraph
	}
	for i := range parts {
		drop[i] = drop[i] || bareHeading(parts, drop, i)
	}
	var kept []part
	for i, part := range parts {
		if !drop[i] {
			kept = append(kept, part)
		}
	}
	if len(kept) == 0 {
		return parts
	}
	return kept
}

// longEnough is how long a paragraph is, in bytes, that nobody writes twice: the summary for those who share the page
// repeats the first.
const longEnough = 60

// onlyLinks tells whether a part is nothing but a link, with a label behind it ("Talks end [VIDEO]"), or a list of links
// (the page's tags).
func (p *page) onlyLinks(text, key string) bool {
	if sentence(text) {
		return false
	}
	if p.links[key] {
		return true
	}
	if at := strings.LastIndexByte(text, '['); at > 0 && strings.HasSuffix(text, "]") && text[at:] == strings.ToUpper(text[at:]) {
		return p.links[plainKey(text[:at])]
	}
	pieces := strings.Split(text, ", ")
	for _, piece := range pieces {
		if !p.links[plainKey(piece)] {
			return false
		}
	}
	return len(pieces) >= 3
}

// fromHeadline drops what stands before the headline, where most of the text is behind it: teasers of other stories.
func fromHeadline(parts []part, titles map[string]bool) []part {
	all, before := 0, 0
	for _, p := range parts {
		all += len(p.text)
	}
	for i, p := range parts {
		if before > all/4 {
			break
		}
		if titles[plainKey(p.text)] {
			return parts[i:]
		}
		before += len(p.text)
	}
	return parts
}

// sentence tells whether a text ends as a sentence does.
func sentence(s string) bool {
	switch s[len(s)-1] {
	case '.', '?', '!', ':':
		return true
	}
	return false
}

// bareHeading tells whether part i is a heading that stands over nothing, or has lost what it stood over: a list of links
// right below it ("More on this story"), or all up to the next heading.
func bareHeading(parts []part, drop []bool, i int) bool {
	if parts[i].kind != Heading || i == 0 {
		return false
	}
	if i+1 == len(parts) || drop[i+1] && parts[i+1].kind == ListEntry {
		return true
	}
	for j := i + 1; j < len(parts); j++ {
		if parts[j].kind == Heading && parts[j].level <= parts[i].level {
			break
		}
		if !drop[j] {
			return false
		}
	}
	return true
}
