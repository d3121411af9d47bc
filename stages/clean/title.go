package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/calendar"
	"broadsheet/stages/decode"
)

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
