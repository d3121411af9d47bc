package entities

import (
	"testing"

	"broadsheet/stages/segment"
)

func TestLexicon(t *testing.T) {
	l := newLexicon(map[string]word{
		"Bank": {ends: organization}, "bank": {classes: corporate}, "Lake": {starts: location}, "said": {classes: speech},
		"Mark": {classes: given},
	})
	for _, c := range []struct {
		word string
		want word
	}{
		{"Bank", word{ends: organization, classes: corporate}},
		{"bank", word{classes: corporate}},
		{"BANK", word{classes: corporate}},
		{"Lake", word{starts: location}},
		{"lake", word{}},
		{"Said", word{classes: speech}},
		{"mark", word{}},
		{"", word{}},
	} {
		if got := l.of(c.word); got != c.want {
			t.Errorf("%q: got %+v, want %+v", c.word, got, c.want)
		}
	}
}

// What mayBegin leaves out could not have been a known name.
func TestMayBegin(t *testing.T) {
	r := recogniser(t)
	for text, want := range map[string]string{
		"Troops left al-Tanf on Monday.":                   "al-Tanf",
		"They flew to the Hague in May.":                   "Hague",
		"Sales of the iPhone rose in the United States.":   "iPhone, United States",
		"The World Bank and the IMF met in Rio de Janeiro": "World Bank, IMF, Rio de Janeiro",
	} {
		d := r.read(segment.Split(text))
		got := ""
		for _, m := range d.known() {
			if got != "" {
				got += ", "
			}
			got += d.text(m.First, m.Last)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
