package entities

import (
	"testing"

	"broadsheet/stages/segment"
)

// A number behind a name belongs to it unless it counts, dates or scores something.
func TestNumbered(t *testing.T) {
	r := recogniser(t)
	for text, want := range map[string]bool{
		"Shares in the Nikkei 225, up again.":        true,
		"They drove a Corvia 500.":                   true,
		"The year ended on Dec 31.":                  false,
		"Interest is due by Pay 1 April.":            false,
		"Turnover 3.14 billion.":                     false,
		"Talks on the Soviet 1986/87 crop.":          false,
		"A late goal put Norway 2 – 1 up.":           false,
		"They sold via Harwell 500 million dollars.": false,
	} {
		d := r.read(segment.Split(text))
		got := false
		for i := range d.tokens {
			if d.is(i, digits) {
				got = d.numbered(i-1, i, len(d.tokens))
				break
			}
		}
		if got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

// The legal form at the end of a company's name is no name by itself.
func TestEndCompany(t *testing.T) {
	for _, c := range []struct{ words, more, want string }{
		{"Harper Lane", "and Co Inc", "Harper Lane and Co Inc"},
		{"Harper Lane", "Co. Ltd.", "Harper Lane Co. Ltd."},
		{"Harper Lane", "and Borden Inc", "Harper Lane"},
	} {
		r := recogniser(t)
		d := segment.Split(c.words + " " + c.more + " said")
		x := &reading{base: r.base, words: r.words, d: d, tokens: make([]token, len(d.Tokens))}
		x.look()
		second := 2
		if d.Word(2) == "and" {
			second = 3
		}
		x.add(span{first: 0, last: 2, kind: person})
		x.add(span{first: second, last: len(d.Tokens) - 1, kind: organization})
		if got := x.text(x.spans[0].first, x.spans[0].last); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.words, c.more, got, c.want)
		}
	}
}

func TestRun(t *testing.T) {
	r := recogniser(t)
	for text, want := range map[string]string{
		"Farmers’ Union members met.":        "Farmers’ Union",
		"Philippines’ Congress met.":         "Philippines",
		"Ministry of Rivers and Lakes said.": "Ministry of Rivers and Lakes",
		"Moon Jae-in said.":                  "Moon Jae-in",
	} {
		d := r.read(segment.Split(text))
		if got := d.text(0, d.run(0, len(d.tokens))); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// A count of years is no place.
func TestEra(t *testing.T) {
	r := recogniser(t)
	for text, want := range map[string]int{
		"The temple in Peru was built in 200 B.C. by farmers.": 1, "Coins of the sixth century B.C. lay in Peru.": 1, "He lives in Vancouver, B.C., with his son.": 2,
	} {
		d := segment.Split(text)
		if got := r.Recognise(d, Context{}); len(got) != want {
			t.Errorf("%q: %d names, want %d: %v", text, len(got), want, got)
		}
	}
}
