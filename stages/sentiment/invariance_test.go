package sentiment

import (
	"math"
	"strings"
	"testing"
)

// The names that take each other's place, short and long, of one type each.
var swaps = [][]string{
	{"Harrow", "Tanaka", "Okonkwo", "Lindqvist", "Jo Harrow", "Kenji Tanaka", "Amara N. Okonkwo", "María José Lindqvist", "Hope Grace", "Rose May",
		"O’Brien", "Al-Rashid", "Joy", "Victor Savage", "Will Power", "Van Der Berg"},
	{"Velmar", "Velmar Group", "Norda Steel", "Trust Bank", "United Mining Corporation", "BBC", "A.P. Freed", "Hazard Industries", "Love Energy",
		"National Freedom Party"},
	{"Paris", "Orsa", "New Zealand", "Port-au-Prince", "Hell", "Bad Homburg", "Kazakhstan", "U.K.", "Saint Kitts"},
}

// frames are sentences about NAME.
var frames = []string{
	"Critics slammed NAME as corrupt after the vote.",
	"NAME was praised on Tuesday for a brave decision.",
	"Nobody doubts that NAME lied, but the court let the matter rest.",
	"NAME's failure cost taxpayers millions, according to the report.",
	"The report blames NAME, and not the council, for the disaster.",
	"“NAME is a disgrace,” the senator said.",
	"Talks with NAME will continue in March.",
}

// moved tells how far a score moves when a name takes the place of another.
func moved(s *Scorer, text, from, to string, other []string) float64 {
	a := scoreNames(s, text, append([]string{from}, other...))
	b := scoreNames(s, strings.Replace(text, from, to, 1), append([]string{to}, other...))
	top := 0.0
	for i := range a {
		top = max(top, math.Abs(a[i].Value-b[i].Value))
	}
	return top
}

func TestNamesDoNotMatter(t *testing.T) {
	const limit = 0.05
	s := scorer(t)
	for _, frame := range frames {
		for _, names := range swaps {
			text := strings.Replace(frame, "NAME", names[0], 1)
			for _, n := range names[1:] {
				if x := moved(s, text, names[0], n, nil); x > limit {
					t.Errorf("%q: %q for %q moves the score by %.3f", frame, n, names[0], x)
				}
			}
		}
	}
	for _, c := range readCases(t) {
		for i, from := range c.names {
			if strings.Count(c.text, from) > 1 {
				continue
			}
			others := append(append([]string{}, c.names[:i]...), c.names[i+1:]...)
			for _, to := range []string{"Qarasai", "Jo Qarasai", "Bright Joy Hopeful"} {
				if x := moved(s, c.text, from, to, others); x > limit {
					t.Errorf("%q: %q for %q moves a score by %.3f", c.text, to, from, x)
				}
			}
		}
	}
}
