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

func TestThen(t *testing.T) {
	a := NewBuilder("a-b c  d")
	a.Keep(Span{0, 1})
	a.Remove(Span{1, 2}, "mark")
	a.Keep(Span{2, 5})
	a.Remove(Span{5, 7}, "space")
	a.Insert(" ")
	a.Keep(Span{7, 8})
	first := a.Text() // "ab c d"
	b := NewBuilder(first.Content)
	b.Keep(Span{0, 2})
	b.Remove(Span{2, 3}, "space")
	b.Insert("_")
	b.Keep(Span{3, 6})
	both := Then(first, b.Text())
	if both.Content != "ab_c d" || both.Source != "a-b c  d" {
		t.Fatalf("got %q of %q", both.Content, both.Source)
	}
	for _, c := range []struct{ span, want Span }{
		{Span{0, 1}, Span{0, 1}}, {Span{1, 2}, Span{2, 3}}, {Span{3, 4}, Span{4, 5}}, {Span{5, 6}, Span{7, 8}}, {Span{0, 6}, Span{0, 8}},
	} {
		if got, ok := both.SourceSpan(c.span); !ok || got != c.want {
			t.Errorf("%v: got %v, want %v", c.span, got, c.want)
		}
	}
	if len(both.Removed) != 3 || both.Removed[1] != (Removal{Span{3, 4}, "space"}) {
		t.Errorf("removed: %v", both.Removed)
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
