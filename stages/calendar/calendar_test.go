package calendar

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// show writes what was read in a fixed form.
func show(w Written) string {
	s := fmt.Sprintf("%d-%d-%d", w.Year, w.Month, w.Day)
	if w.Ambiguous {
		s += "?"
	}
	if w.HasTime {
		s += fmt.Sprintf(" %02d:%02d:%02d", w.Hour, w.Minute, w.Second)
		if w.Nanosecond > 0 {
			s += fmt.Sprintf(".%09d", w.Nanosecond)
		}
	}
	if w.HasZone {
		s += fmt.Sprintf(" %+d", w.Offset/60)
	}
	return s
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ in, want, rest string }{
		{"2024-09-26", "2024-9-26", ""},
		{"2024-09-26T13:30:41Z", "2024-9-26 13:30:41 +0", ""},
		{"2024-09-26T13:30:41.25+05:30", "2024-9-26 13:30:41.250000000 +330", ""},
		{"2024-09-26 13:30:41 -0400 text", "2024-9-26 13:30:41 -240", " text"},
		{"20240926", "2024-9-26", ""},
		{"2024/9/6", "2024-9-6", ""},
		{"Thu Sep 26 13:30:41 UTC 2024: Title", "2024-9-26 13:30:41 +0", ": Title"},
		{"Thu, 26 Sep 2024 13:30:41 GMT", "2024-9-26 13:30:41 +0", ""},
		{"Thursday, May 7, 2015 On", "2015-5-7", " On"},
		{"Sept. 3rd, 2024 at 5:30 p.m. EDT", "2024-9-3 17:30:00 -240", ""},
		{"Tue 12 Nov 2024 18.31 GMT", "2024-11-12 18:31:00 +0", ""},
		{"3 March 2024, 18.31 percent", "2024-3-3", ", 18.31 percent"},
		{"18:42 / 12.03.2025", "2025-3-12 18:42:00", ""},
		{"12:05 AM, March 3, 2024", "2024-3-3 00:05:00", ""},
		{"3 March 2024, 14h30", "2024-3-3 14:30:00", ""},
		{"March 3 (Agency)", "0-3-3", " (Agency)"},
		{"3rd of March 2024", "2024-3-3", ""},
		{"3. März 2024 um 9:15 Uhr", "2024-3-3 09:15:00", " Uhr"},
		{"1er mars 2024 à 9:15", "2024-3-1 09:15:00", ""},
		{"3 de marzo de 2024", "2024-3-3", ""},
		{"segunda-feira, 22 de janeiro de 2018 às 0:13", "2018-1-22 00:13:00", ""},
		{"27 сентября 2024 г.", "2024-9-27", ""},
		{"2024年9月26日", "2024-9-26", ""},
		{"2024年9月26日 10:30", "2024-9-26 10:30:00", ""},
		{"2024년 9월 26일 오전", "2024-9-26", "오전"},
		{"26 Eylül 2024, 14:05", "2024-9-26 14:05:00", ""},
		{"26 Eyl 2024", "2024-9-26", ""},
		{"26 sentyabr 2024", "2024-9-26", ""},
		{"26-sentabr, 2024", "2024-9-26", ""},
		{"2024-yil 26-sentabr", "2024-9-26", ""},
		{"26 қыркүйек 2024", "2024-9-26", ""},
		{"2024 жылғы 26 қыркүйек", "2024-9-26", ""},
		{"26 Қыркүйек 2024 ж.", "2024-9-26", ""},
		{"26 сентябрь 2024", "2024-9-26", ""},
		{"26 вересня 2024 року", "2024-9-26", ""},
		{"26 września 2024 r.", "2024-9-26", ""},
		{"26. září 2024", "2024-9-26", ""},
		{"2024. szeptember 26.", "2024-9-26", ""},
		{"26. syyskuuta 2024", "2024-9-26", ""},
		{"26 Σεπτεμβρίου 2024", "2024-9-26", ""},
		{"26 سبتمبر 2024", "2024-9-26", ""},
		{"26 tháng 9 năm 2024", "2024-9-26", ""},
		{"26 septembrie 2024", "2024-9-26", ""},
		{"26 September 2024 | 10:30 WIB", "2024-9-26 10:30:00 +420", ""},
		{"26.9.2024", "2024-9-26", ""},
		{"26/09/2024", "2024-9-26", ""},
		{"09/26/2024", "2024-9-26", ""},
		{"03/04/2024", "2024-3-4?", ""},
		{"04/04/2024", "2024-4-4", ""},
		{"26-Sep-2024", "2024-9-26", ""},
		{"March 3, 2024 10:00 CST", "2024-3-3 10:00:00", ""},
		{"Dec. 13, 24 hours later", "0-12-13", ", 24 hours later"},
	} {
		w, n := Scan(c.in)
		if n == 0 || show(w) != c.want || c.in[n:] != c.rest {
			t.Errorf("%q: got %s, rest %q, want %s, %q", c.in, show(w), c.in[n:], c.want, c.rest)
		}
	}
	for _, in := range []string{"", "March", "March 2024", "2024", "Monday", "May we go", "1,000 people", "5 million", "99/99/2024",
		"2024-13-01", "March 32, 2024", "12:30", "3.5 percent", "1.2.3.4.5", "second March"} {
		if w, n := Scan(in); n != 0 {
			t.Errorf("%q: read %s in %q", in, show(w), in[:n])
		}
	}
}

// A name means the same month in every language, and every language has twelve.
func TestMonthNames(t *testing.T) {
	for _, l := range monthNames {
		list := strings.Fields(l.names)
		if len(list) != 12 {
			t.Errorf("%s has %d months", l.language, len(list))
		}
		for i, names := range list {
			for _, name := range strings.Split(names, "/") {
				if months[name] != i+1 || strings.ToLower(name) != name || len(name) > longestName {
					t.Errorf("%s: %s is month %d and %d", l.language, name, i+1, months[name])
				}
			}
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("Thu Sep 26 13:30:41 UTC 2024: x")
	f.Add("3. März 2024, 5 p.m. GMT+3")
	f.Fuzz(func(t *testing.T, s string) {
		w, n := Scan(s)
		if n < 0 || n > len(s) {
			t.Fatalf("%q: read %d bytes", s, n)
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[:n]) {
			t.Fatalf("%q: cut a character at %d", s, n)
		}
		if n > 0 && (w.Month < 1 || w.Month > 12 || w.Day < 1 || w.Day > 31) {
			t.Fatalf("%q: %s", s, show(w))
		}
	})
}
