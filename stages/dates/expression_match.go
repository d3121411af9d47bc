package dates

import "strings"

// ofMatch tells whether the text reports a match, whose halves and quarters are no part of a year.
func (p *reader) ofMatch() bool {
	if p.match == unsought {
		p.match = no
		seen := 0
		for i := range p.doc.Tokens {
			if matchWords[strings.ToLower(p.doc.Word(i))] {
				if seen++; seen == 2 {
					p.match = yes
					break
				}
			}
		}
	}
	return p.match == yes
}

type answer uint8

const (
	unsought answer = iota
	no
	yes
)

// matchWords are words that reports of matches hold, and others seldom.
var matchWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`equaliser equalizer equalised free-kick goalkeeper goalless goalscorer halftime half-time header kickoff kick-off
		linebacker midfielder nil offside quarterback rebounds referee scored scoreless striker substitute touchdown touchdowns turnovers winger`) {
		m[w] = true
	}
	return m
}()
