package decode

import (
	"broadsheet/schemas"
)

// prune drops the parts of a page's main text that are not its body: what stands before the headline, the headline
// itself, which the title holds, and lines that are nothing but a link to another page, with the heading above them.
func prune(parts []part, p *page, m schemas.Metadata) []part {
	titles := map[string]bool{}
	for _, t := range append(append([]string{m.Title}, p.titles...), p.headings...) {
		if key := plainKey(t); key != "" {
			titles[key] = true
		}
	}
	parts = fromHeadline(parts, titles)
	var kept []part
	for i, part := range parts {
		key := plainKey(part.text)
		if titles[key] && i < 4 || p.links[key] && !sentence(part.text) {
			continue
		}
		kept = append(kept, part)
	}
	kept = withoutBareHeadings(kept, parts)
	if len(kept) == 0 {
		return parts
	}
	return kept
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

// sentence tells whether a text is a whole sentence: it ends as one does.
func sentence(s string) bool {
	switch s[len(s)-1] {
	case '.', '?', '!', ':':
		return true
	}
	return false
}

// withoutBareHeadings drops headings below which everything was dropped: "More on this story".
func withoutBareHeadings(kept, all []part) []part {
	left := map[string]bool{}
	for _, p := range kept {
		left[p.text] = true
	}
	bare := map[string]bool{}
	for i, p := range all {
		if p.kind != Heading {
			continue
		}
		content, dropped := false, false
		for _, below := range all[i+1:] {
			if below.kind == Heading && below.level <= p.level {
				break
			}
			content = content || left[below.text]
			dropped = dropped || !left[below.text]
		}
		if dropped && !content {
			bare[p.text] = true
		}
	}
	var out []part
	for _, p := range kept {
		if p.kind != Heading || !bare[p.text] {
			out = append(out, p)
		}
	}
	return out
}
