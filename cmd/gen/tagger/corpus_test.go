package main

import (
	"math/rand/v2"
	"slices"
	"testing"

	"broadsheet/stages/entities/tagger"
)

func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name         string
		text         string
		tokens, tags []string
		want         []string
	}{
		{"glued tokens", "Anna-Lee Ody's home.", []string{"Anna", "-", "Lee", "Ody", "'s", "home", "."},
			[]string{"B-PER", "I-PER", "I-PER", "I-PER", "O", "O", "O"}, []string{"Anna-Lee Ody PER"}},
		{"neighbours", "Oslo Bergen", []string{"Oslo", "Bergen"}, []string{"B-LOC", "B-LOC"}, []string{"Oslo LOC", "Bergen LOC"}},
		{"text that is another's", "something else", []string{"In", "Oslo"}, []string{"O", "B-LOC"}, []string{"Oslo LOC"}},
	} {
		s := sentence{text: c.text, tokens: c.tokens, tags: c.tags}
		text, names := s.align()
		var got []string
		for _, n := range names {
			got = append(got, text[n.start:n.end]+" "+n.kind.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// A made-up line marks the names that it writes, and only those.
func TestLine(t *testing.T) {
	w := &writer{&lists{clubs: []string{"Red Star"}, countries: []string{"Peru"}}, rand.New(rand.NewPCG(1, 1))}
	text, names := w.line("{club} {n} ({COUNTRY})")
	if len(names) != 2 {
		t.Fatalf("%q: %v", text, names)
	}
	if a, b := text[names[0].start:names[0].end], text[names[1].start:names[1].end]; a != "Red Star" || b != "PERU" ||
		names[0].kind != tagger.ORG || names[1].kind != tagger.LOC {
		t.Errorf("%q: %q %q", text, a, b)
	}
}

// What models disagree on stays open.
func TestVote(t *testing.T) {
	org, loc := tagger.LabelOf(tagger.ORG, tagger.Unit), tagger.LabelOf(tagger.LOC, tagger.Unit)
	allowed := vote(nil, []tagger.Label{0, org, loc})
	allowed = vote(allowed, []tagger.Label{0, org, org})
	if want := []uint32{1, 1 << org, 1<<org | 1<<loc}; !slices.Equal(allowed, want) {
		t.Errorf("got %b, want %b", allowed, want)
	}
	if got, want := firstOf(allowed), []tagger.Label{0, org, org}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
