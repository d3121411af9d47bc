package dates

import (
	"testing"

	"broadsheet/schemas"
	"broadsheet/stages/clean"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, day, at string }{
		{"2024-09-26", "2024-09-26", ""},
		{" 2024-09-26T23:30:00-04:00 ", "2024-09-26", "2024-09-27T03:30:00.000000Z"},
		{"2024-09-26T13:30:41", "2024-09-26", ""},
		{"Thu, 26 Sep 2024 13:30:41 GMT", "2024-09-26", "2024-09-26T13:30:41.000000Z"},
		{"September 26, 2024", "2024-09-26", ""},
		{"26 septembre 2024", "2024-09-26", ""},
		{"1727357441", "2024-09-26", "2024-09-26T13:30:41.000000Z"},
		{"1727357441123", "2024-09-26", "2024-09-26T13:30:41.123000Z"},
		{"03/04/2024", "", ""},
		{"2023-02-29", "", ""},
		{"March 3", "", ""},
		{"yesterday", "", ""},
		{"", "", ""},
	} {
		day, at, ok := Parse(c.in)
		if got := day.String(); ok != (c.day != "") || ok && got != c.day {
			t.Errorf("%q: day %s, %v", c.in, got, ok)
		}
		if got := instant(at); got != c.at {
			t.Errorf("%q: at %q, want %q", c.in, got, c.at)
		}
	}
}

func instant(t *schemas.Time) string {
	if t == nil {
		return ""
	}
	return t.String()
}

func dayString(d *schemas.Date) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func TestPublished(t *testing.T) {
	for _, c := range []struct {
		name                   string
		in                     clean.Dates
		day, source, at, place string
	}{
		{"metadata first", clean.Dates{Metadata: []string{"2024-01-02"}, Header: "Thu Sep 26 13:30:41 UTC 2024"}, "2024-01-02", "metadata", "", ""},
		{"the next candidate", clean.Dates{Metadata: []string{"03/04/2024", "2024-04-03"}}, "2024-04-03", "metadata", "", ""},
		{"the day shown, with the instant in UTC", clean.Dates{Metadata: []string{"March 5, 2024", "2024-03-06T02:34:00Z"}}, "2024-03-05", "metadata", "2024-03-06T02:34:00.000000Z", ""},
		{"an instant of another day", clean.Dates{Metadata: []string{"March 5, 2024", "2024-03-08T02:34:00Z"}}, "2024-03-05", "metadata", "", ""},
		{"header", clean.Dates{Header: "Thu Sep 26 13:30:41 UTC 2024", Dateline: "September 27, 2024"}, "2024-09-26", "header", "2024-09-26T13:30:41.000000Z", "2024-09-27"},
		{"dateline", clean.Dates{Dateline: "27 September 2024", URL: "https://x.org/2024/09/28/a"}, "2024-09-27", "dateline", "", "2024-09-27"},
		{"dateline without year", clean.Dates{Dateline: "Feb 26"}, "", "", "", ""},
		{"dateline without year, resolved", clean.Dates{Metadata: []string{"1987-02-27"}, Dateline: "Feb 26"}, "1987-02-27", "metadata", "", "1987-02-26"},
		{"dateline of the year before", clean.Dates{Metadata: []string{"2024-01-01"}, Dateline: "Dec 31"}, "2024-01-01", "metadata", "", "2023-12-31"},
		{"url", clean.Dates{URL: "https://www.example.org/2019/11/18/story/"}, "2019-11-18", "url", "", ""},
		{"url with month name", clean.Dates{URL: "https://example.org/world/2019/nov/18/story"}, "2019-11-18", "url", "", ""},
		{"url with ISO day", clean.Dates{URL: "https://example.org/a/story-2019-11-18.html"}, "2019-11-18", "url", "", ""},
		{"url with digits", clean.Dates{URL: "https://example.org/20191118/a"}, "2019-11-18", "url", "", ""},
		{"url with an id", clean.Dates{URL: "https://example.org/a/11865382/2019/11/x?d=2019-11-18"}, "", "", "", ""},
		{"nothing", clean.Dates{}, "", "", "", ""},
	} {
		p := Published(c.in)
		if dayString(p.Date) != c.day || p.Source != c.source || instant(p.At) != c.at || dayString(p.DatelineDate) != c.place {
			t.Errorf("%s: got %s %s %s dateline %s", c.name, dayString(p.Date), p.Source, instant(p.At), dayString(p.DatelineDate))
		}
	}
}
