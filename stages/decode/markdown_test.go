package decode

import (
	"fmt"
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"headings and marks", "# Quay opens\n\nThe **new** quay, *at last*, [opens](http://x.example \"t\") `now`.\n\nSlow start\n----------\nOn\nMonday.", "Quay opens\nThe new quay, at last, opens now.\nSlow start\nOn Monday."},
		{"lists", "Key points:\n\n* one\n* two\n  - inner\n\n1. first\n2. second", "Key points:\none\ntwo\ninner\nfirst\nsecond"},
		{"quote, image, rule", "> Said so.\n\n![the quay](q.png) Seen here.\n\n---\n\nEnd.", "Said so.\nSeen here.\nEnd."},
		{"escapes and entities", `It cost 5 \* 3 &amp; AT&T &euro;42&nbsp;million, snake_case_name.`, "It cost 5 * 3 & AT&T €42 million, snake_case_name."},
		{"table", "| a | b |\n|---|---|\n| 1 | 2 |", "a, b\n1, 2"},
		{"HTML", "<div>\n<b>Bold</b> text &amp; more\n</div>\n\nWith <em>inline</em> tags<br>.", "Bold text & more\nWith inline tags."},
		{"hard-wrapped with a hyphen", "The long-\nterm plan", "The long-term plan"},
		{"code", "Run:\n\n    make it\n", "Run:\nmake it"},
	} {
		d, reject := Decode(document("text/markdown", c.in))
		if reject != nil {
			t.Errorf("%s: %v", c.name, *reject)
			continue
		}
		check(t, d)
		if got := blockTexts(d); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	d, reject := Decode(document("text/markdown", "---\ntitle: \"Quay: it opens\"\ndate: 2024-03-05\nauthors: [Jane Doe, John Roe]\nurl: https://x.example/q\ndraft: false\n---\nThe quay opens.\n"))
	if reject != nil {
		t.Fatal(*reject)
	}
	check(t, d)
	if got := fmt.Sprint(d.Text.Content, d.Metadata.Title, d.Dates, d.Metadata.Authors, d.Metadata.URL); got != "The quay opens.Quay: it opens[{2024-03-05 front matter}] [Jane Doe John Roe]https://x.example/q" {
		t.Error(got)
	}
}

func TestHostileMarkdown(t *testing.T) {
	for _, s := range []string{strings.Repeat(">", 100_000) + " x", strings.Repeat("- ", 50_000) + "x", strings.Repeat("[", 50_000) + "x", strings.Repeat("*a **b ", 20_000), strings.Repeat("`", 50_000) + "x"} {
		if d, reject := Decode(document("text/markdown", s)); reject == nil {
			check(t, d)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# a\n\n* b\n> c\n\n|a|b|\n|-|-|\n|1|&amp;|\n\n<p>x</p>\n\n```\ncode\n```")
	f.Add("---\ntitle: x\n---\n\\* a &#8203; <http://x.y>")
	f.Fuzz(func(t *testing.T, s string) {
		d, reject := Decode(document("text/markdown", s))
		if (d == nil) == (reject == nil) {
			t.Fatal("neither a document nor a reject, or both")
		}
		if d != nil {
			check(t, d)
		}
	})
}
