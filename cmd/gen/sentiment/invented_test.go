package main

import (
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// Each frame must give one target for each tone, and no brace may be left.
func TestInventedLines(t *testing.T) {
	lists := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(wordsTSV), "\n")[1:] {
		class, words, _ := strings.Cut(line, "\t")
		lists[class] = strings.Split(words, "|")
	}
	rng := random(1)
	for _, frame := range frames {
		for range 20 {
			line := fill(frame.line, lists, &rng)
			if strings.ContainsAny(line, "{}_") {
				t.Errorf("%q became %q", frame.line, line)
			}
			d := segment.Split(line)
			found := map[string]bool{}
			for i := range d.Tokens {
				for n, name := range names {
					if d.Word(i) == name && n < len(frame.tones) {
						found[name] = true
					}
				}
			}
			if len(d.Sentences) != 1 || len(found) < len(frame.tones) && !strings.Contains(frame.line, "{fact}") {
				t.Errorf("%q became %q, with %d names of %d", frame.line, line, len(found), len(frame.tones))
			}
		}
	}
}
