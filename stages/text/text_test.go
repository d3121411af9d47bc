package text

import (
	"testing"
	"unicode/utf8"
)

func TestSourceSpan(t *testing.T) {
	b := NewBuilder("one  two XX three")
	b.Keep(Span{0, 4})
	b.Remove(Span{4, 5}, "space")
	b.Keep(Span{5, 9})
	b.Remove(Span{9, 12}, "mark")
	b.Insert("— ")
	b.Keep(Span{12, 17})
	text := b.Text()
	if text.Content != "one two — three" {
		t.Fatalf("content is %q", text.Content)
	}
	for _, c := range []struct {
		span Span
		want string
		ok   bool
	}{
		{Span{0, 3}, "one", true},
		{Span{4, 7}, "two", true},
		{Span{0, 7}, "one  two", true},
		{Span{8, 11}, "", false},
		{Span{12, 17}, "three", true},
		{Span{4, 17}, "two XX three", true},
	} {
		got, ok := text.SourceSpan(c.span)
		if ok != c.ok || got.Of(text.Source) != c.want {
			t.Errorf("%v: got %q, %v, want %q", c.span, got.Of(text.Source), ok, c.want)
		}
	}
}

func FuzzCodePoints(f *testing.F) {
	f.Add("plain")
	f.Add("“€42.4 billion” – Kassym‑Jomart 😀")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		c := NewCodePoints(s)
		for i := range s {
			if got, want := c.At(i), utf8.RuneCountInString(s[:i]); got != want {
				t.Fatalf("%q at %d: got %d, want %d", s, i, got, want)
			}
		}
		if got, want := c.At(len(s)), utf8.RuneCountInString(s); got != want {
			t.Fatalf("%q at its end: got %d, want %d", s, got, want)
		}
	})
}
