package dates

import (
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/calendar"
	"broadsheet/stages/clean"
)

// Publication is the day of publication, and the day in the dateline.
type Publication struct {
	At           *schemas.Time // where the source gives a time with its zone
	Date         *schemas.Date // the day as written, in the zone it is written in
	Source       string        // metadata, header, dateline or url
	DatelineDate *schemas.Date // nil too where it has no year and nothing tells it
}

// Published weighs the evidence: metadata before header line before dateline before URL. What is impossible or ambiguous
// says nothing, and the next best is asked. The clock never is.
func Published(e clean.Dates) Publication {
	var p Publication
	for _, m := range e.Metadata {
		if p.take(m, "metadata") {
			break
		}
	}
	if p.Date == nil {
		p.take(e.Header, "header")
	} else if p.At == nil {
		p.At = instantOf(e.Metadata, *p.Date)
	}
	p.DatelineDate = datelineDay(e.Dateline, p.Date)
	if p.Date == nil && p.DatelineDate != nil {
		p.Date, p.Source = p.DatelineDate, "dateline"
	}
	if day, ok := urlDay(e.URL); ok && p.Date == nil {
		p.Date, p.Source = &day, "url"
		if p.DatelineDate == nil {
			p.DatelineDate = datelineDay(e.Dateline, p.Date)
		}
	}
	return p
}

func (p *Publication) take(written, source string) bool {
	day, at, ok := Parse(written)
	if ok {
		p.Date, p.At, p.Source = &day, at, source
	}
	return ok
}

// instantOf returns the instant that belongs to a day: a page shows the 18th, and says to machines that it was 02:34 UTC on
// the 19th. Zones reach a day to either side.
func instantOf(metadata []string, day schemas.Date) *schemas.Time {
	for _, m := range metadata {
		if d, at, ok := Parse(m); ok && at != nil && distance(d, day) <= 1 {
			return at
		}
	}
	return nil
}

// datelineDay reads the date of a dateline. "March 3" is the one nearest to the day of publication.
func datelineDay(written string, published *schemas.Date) *schemas.Date {
	w, n := calendar.Scan(written)
	if n == 0 || w.Ambiguous {
		return nil
	}
	if w.Year > 0 {
		if day, ok := dayOf(w); ok {
			return &day
		}
		return nil
	}
	if published == nil {
		return nil
	}
	var best *schemas.Date
	year := published.Time().Year()
	for w.Year = year - 1; w.Year <= year+1; w.Year++ {
		day, ok := dayOf(w)
		if ok && (best == nil || distance(day, *published) < distance(*best, *published)) {
			best = &day
		}
	}
	return best
}

func distance(a, b schemas.Date) schemas.Date { return max(a-b, b-a) }

// urlDay reads the day in the path of an address: "/2024/09/26/", "/2024/sep/26/", "/20240926/", "/story-2024-09-26".
func urlDay(url string) (schemas.Date, bool) {
	_, path, found := strings.Cut(url, "://")
	if !found {
		path = url
	}
	if end := strings.IndexAny(path, "?#"); end >= 0 {
		path = path[:end]
	}
	for i := strings.IndexByte(path, '/'); i >= 0 && i < len(path); i++ {
		if !isDigit(path[i]) || isDigit(path[i-1]) {
			continue
		}
		if day, n := pathDay(path[i:]); n > 0 && (i+n == len(path) || !isAlphanumeric(path[i+n])) {
			return day, true
		}
	}
	return 0, false
}

// pathDay reads the day that a part of a path begins with, year first, and how long it is.
func pathDay(s string) (schemas.Date, int) {
	if len(s) > 5 && s[4] == '/' && !isDigit(s[5]) {
		return namedMonth(s)
	}
	w, n := calendar.Scan(s[:min(len(s), len("2024-09-26"))])
	if n == 0 || !w.Numeric || w.HasTime || w.Year < 1990 {
		return 0, 0
	}
	day, ok := dayOf(w)
	if !ok {
		return 0, 0
	}
	return day, n
}

// namedMonth reads "2024/sep/26".
func namedMonth(s string) (schemas.Date, int) {
	parts := strings.SplitN(s, "/", 4)
	if len(parts) < 3 || len(parts[2]) > 2 {
		return 0, 0
	}
	w, n := calendar.Scan(parts[2] + " " + parts[1] + " " + parts[0])
	if n == 0 || w.Year < 1990 {
		return 0, 0
	}
	day, ok := dayOf(w)
	if !ok {
		return 0, 0
	}
	return day, len(parts[0]) + len(parts[1]) + len(parts[2]) + 2
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlphanumeric(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' }
