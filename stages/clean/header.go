package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/calendar"
)

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
	if rest == "" || isReadingTime(strings.TrimRight(rest, " *_")) {
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
	if by, ok := strings.CutPrefix(rest, "by "); ok && strings.Count(by, " ") < 3 && len(by) < 30 && !strings.ContainsAny(by, ".,!?") {
		return len(line), date // "11/19/2019 by admin"
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
	if l == "source" || l == "publisher" { // "Source: Example| 2024-07-03 21:15:30|Editor: jane"
		parts := strings.Split(value, "|")
		value = strings.TrimSpace(parts[0])
		for _, part := range parts[1:] {
			if _, date := header(strings.TrimSpace(part)); date != "" && c.Dates.Header == "" {
				c.Dates.Header = date
			}
		}
	}
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
