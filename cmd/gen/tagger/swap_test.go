package main

import (
	"math/rand/v2"
	"slices"
	"testing"

	"broadsheet/stages/entities/tagger"
)

func TestCopy(t *testing.T) {
	l := &lists{given: []string{"Uma"}, surnames: []string{"Fiske"}, places: []string{"Narvik"}, clubs: []string{"Red Star"},
		classes: map[string]tagger.Class{"bank": tagger.OrgHead}, phrases: map[string]tagger.Kind{}}
	s := newSwapper(l)
	s.organizations[1] = []string{"Oslo Opera"}
	s.club["Brann"] = true
	for _, c := range []struct{ old, want string }{
		{"[P Ada Lind] spoke. [P LINDEN], [P Lind] and [P J. Lind] left.", "Uma Fiske spoke. FISKE, Fiske and J. Fiske left."},
		{"[O Halden Corp] of [L Peru] fell; [O Halden]'s chairman left [O Halden Corp].", "Fiske Corp of Peru fell; Fiske's chairman left Fiske Corp."},
		{"[O Brann] 2 [O Bank of Norway] 1, [O Bank of Peru] 0", "Red Star 2 Bank of Norway 1, Bank of Peru 0"},
	} {
		text, names, err := unmark(c.old)
		if err != nil {
			t.Fatal(err)
		}
		b := builder{}
		b.add(text, names, "")
		got := s.copy(b.done(news))
		if got.seg.Text != c.want {
			t.Errorf("%q becomes %q, want %q", text, got.seg.Text, c.want)
		}
		if len(got.names) != len(names) || got.weight >= news.weight {
			t.Errorf("%q: names %v, weight %v", c.want, got.names, got.weight)
		}
	}
}

// The same seed gives the same copies, and names that stand alone in their document change.
func TestCopiesRepeat(t *testing.T) {
	l := &lists{phrases: map[string]tagger.Kind{"Oslo Opera": tagger.Organization}, classes: map[string]tagger.Class{}}
	b := builder{}
	b.add("Norsk Hydro said", []name{{0, 11, tagger.ORG}}, "")
	d := b.done(corpus{name: "a", weight: 1, copies: 12})
	var runs [2][]string
	for i := range runs {
		s := newSwapper(l)
		s.rng = rand.New(rand.NewPCG(1, 2))
		for _, e := range s.copies([]*document{d}) {
			runs[i] = append(runs[i], e.seg.Text)
		}
	}
	if !slices.Equal(runs[0], runs[1]) || !slices.Contains(runs[0], "Oslo Opera said") || !slices.Contains(runs[0], "Norsk Hydro said") {
		t.Errorf("%q, then %q", runs[0], runs[1])
	}
}
