package entities

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/entities/tagger"
	"broadsheet/stages/segment"
)

// sound reports what must hold of the mentions of any text.
func sound(t *testing.T, d *segment.Document, mentions []Mention) {
	t.Helper()
	end := 0
	for _, m := range mentions {
		switch {
		case m.First < end || m.Last <= m.First || m.Last > len(d.Tokens):
			t.Fatalf("tokens %d to %d after %d of %d", m.First, m.Last, end, len(d.Tokens))
		case m.Span.Start != d.Tokens[m.First].Start || m.Span.End != d.Tokens[m.Last-1].End:
			t.Fatalf("span %v is not that of its tokens", m.Span)
		case m.First < d.Sentences[m.Sentence].First || m.Last > d.Sentences[m.Sentence].Last:
			t.Fatalf("%q is not in its sentence", m.Span.Of(d.Text))
		case !slices.Contains(schemas.EntityTypes, m.Type) || !slices.Contains(schemas.MentionForms, m.Form):
			t.Fatalf("%q has type %q and form %q", m.Span.Of(d.Text), m.Type, m.Form)
		case m.Name == "" || len(m.EntityID) <= len(m.Type)+1 || m.EntityID[:len(m.Type)+1] != m.Type+":":
			t.Fatalf("%q has id %q and name %q", m.Span.Of(d.Text), m.EntityID, m.Name)
		case !(m.Confidence >= 0 && m.Confidence <= 1):
			t.Fatalf("%q has confidence %g", m.Span.Of(d.Text), m.Confidence)
		}
		end = m.Last
	}
}

func recogniser(tb testing.TB, rows ...string) *Recogniser {
	tb.Helper()
	var o Options
	if len(rows) > 0 {
		text := knowledge.Header + "\n"
		for _, row := range rows {
			text += row + "\n"
		}
		o.Knowledge = []knowledge.Source{{Name: "test.tsv", Text: text}}
	}
	r, err := New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func FuzzRecognise(f *testing.F) {
	r := recogniser(f)
	f.Add("Deputy Foreign Minister Roman Vassilenko met Mr. Smith (EPCA). Smith said “No” to the EU-Central Asia summit.", "TRUMP AND XI MEET")
	f.Add("the U.S.’s Jean-Luc O'Brien, 5 (AB) of (C) -- Ministry of Fisheries, Coasts and Harbours (MOFCH)", "")
	f.Fuzz(func(t *testing.T, s, title string) {
		if !utf8.ValidString(s) || !utf8.ValidString(title) {
			return
		}
		d := segment.Split(s)
		got := r.Recognise(d, Context{Title: title})
		sound(t, d, got)
		if again := r.Recognise(d, Context{Title: title}); !reflect.DeepEqual(got, again) {
			t.Fatal("two runs differ")
		}
	})
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Kassym-Jomart Tokayev": "kassym-jomart-tokayev",
		"U.S. Steel":            "us-steel",
		"O’Brien & Søn":         "obrien-son",
		"Łódź":                  "lodz",
		"  (Acme)  ":            "acme",
		"東京":                    "2f3c04f1ff1b2daf",
	} {
		if got := slug(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// What the tagger joins or cuts is put right before the rules' names are merged in: each text is given with the
// organizations that the tagger sees.
func TestTagged(t *testing.T) {
	r := recogniser(t)
	for _, c := range []struct {
		text   string
		tagger []string
		want   string
	}{
		{"South Korea’s Ministry of Trade, Industry and Energy met.", []string{"South Korea’s Ministry of Trade", "Industry and Energy"},
			"South Korea|Ministry of Trade, Industry and Energy"},
		{"The Minister of Forests, Roads and Dams of Peru left.", []string{"Roads and Dams of Peru"}, "Peru"},
		{"The Minister of Forests, UNESCO and NATO met.", []string{"UNESCO", "NATO"}, "UNESCO|NATO"},
	} {
		d := segment.Split(c.text)
		x := &reading{base: r.base, words: r.words, d: d, tokens: make([]token, len(d.Tokens))}
		x.look()
		var spans []tagger.Span
		for _, name := range c.tagger {
			at := strings.Index(c.text, name)
			spans = append(spans, tagger.Span{First: d.TokenAt(at), Last: d.TokenAt(at+len(name)-1) + 1, Type: tagger.ORG, Confidence: 0.6})
		}
		var got []string
		for _, g := range x.merge(x.tagged(spans), x.tags()) {
			if g.kind != none {
				got = append(got, x.text(g.first, g.last))
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}
