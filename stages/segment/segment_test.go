package segment

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func tokensOf(t string) []string {
	d := Split(t)
	var out []string
	for i := range d.Tokens {
		out = append(out, d.Word(i))
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The EU’s trade rose 5%.", "The EU ’s trade rose 5 % ."},
		{"It cost $42.4bn, or €1,000.50", "It cost $ 42.4 bn , or € 1,000.50"},
		{"Kassym-Jomart Tokayev didn’t", "Kassym - Jomart Tokayev didn’t"},
		{"the U.S. and J. Smith at 5 p.m.", "the U.S. and J. Smith at 5 p.m."},
		{"Mr. O'Brien of Acme Inc. left", "Mr. O'Brien of Acme Inc. left"},
		{"G7, Q3 and COVID-19", "G7 , Q3 and COVID - 19"},
		{"a 15km run at 11pm, 1st", "a 15 km run at 11 pm , 1 st"},
		{"see https://example.org/a?b=1. Then", "see https://example.org/a?b=1 . Then"},
		{"mail a.b@example.org now", "mail a.b@example.org now"},
		{"@user_1 likes #News", "@user_1 likes #News"},
		{"wait... no -- yes", "wait ... no -- yes"},
		{"“Yes,” he said", "“ Yes , ” he said"},
		{"the 1990s’ end", "the 1990 s ’ end"},
		{"plan b. It", "plan b . It"},
		{"naïve Łódź 東京", "naïve Łódź 東京"},
		{"5.10.2024 and 3,4", "5.10.2024 and 3,4"},
	} {
		if got := tokensOf(c.in); !reflect.DeepEqual(got, strings.Fields(c.want)) {
			t.Errorf("%q:\n got %q\nwant %q", c.in, got, strings.Fields(c.want))
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range [][]string{
		{"He left.", "She stayed."},
		{"“We agree.”", "He nodded."},
		{"“Why?” he asked.", "Nobody knew."},
		{"Mr. Smith met Gen. Lee.", "They spoke."},
		{"He moved to the U.S. in 1990.", "It was cold."},
		{"He moved to the U.S.", "The plan failed."},
		{"The U.S. President spoke."},
		{"Shares of Acme Inc. rose 3.5 percent.", "Trading was thin."},
		{"It ends at 5 p.m.", "The next begins at 6 p.m. sharp."},
		{"J. K. Rowling wrote it."},
		{"See No. 5 on the list."},
		{"Really?!", "Yes."},
		{"They won (again).", "Fans sang."},
		{"He said: “It is over.", "We lost.”", "Then he left."},
		{"Prices rose 5%.", "42 firms closed."},
	} {
		d := Split(strings.Join(c, " "))
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.Of(d.Text))
		}
		if !reflect.DeepEqual(got, c) {
			t.Errorf("got  %q\nwant %q", got, c)
		}
	}
}

func TestParagraphs(t *testing.T) {
	d := Split("One line\nwrapped.\n\nTwo. Three.\n \n\nFour")
	if len(d.Paragraphs) != 3 || len(d.Sentences) != 4 {
		t.Fatalf("%d paragraphs, %d sentences", len(d.Paragraphs), len(d.Sentences))
	}
	if p := d.Paragraphs[1]; p.Of(d.Text) != "Two. Three." || p.First != 1 || p.Last != 3 {
		t.Errorf("second paragraph is %q, %d to %d", p.Of(d.Text), p.First, p.Last)
	}
	if got := d.SentenceAt(strings.Index(d.Text, "Three") + 2); got != 2 {
		t.Errorf("sentence at Three is %d", got)
	}
	if got := d.TokenAt(strings.Index(d.Text, "Four")); d.Word(got) != "Four" {
		t.Errorf("token at Four is %q", d.Word(got))
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("He said “No.” The U.S. agreed... (5%)\n\nNext: $1.5bn!")
	f.Add("a.b.c.d@e.f ''.. 's ’s ’")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		d := Split(s)
		end := 0
		for i, tok := range d.Tokens {
			if tok.Start < end || tok.Len() <= 0 || tok.End > len(s) {
				t.Fatalf("token %d %v after %d in %q", i, tok.Span, end, s)
			}
			if !utf8.ValidString(tok.Of(s)) {
				t.Fatalf("token %d %q cuts a character", i, tok.Of(s))
			}
			end = tok.End
		}
		next, sentences := 0, 0
		for i, p := range d.Paragraphs {
			if p.First != sentences || p.Last <= p.First {
				t.Fatalf("paragraph %d holds sentences %d to %d, want from %d", i, p.First, p.Last, sentences)
			}
			sentences = p.Last
			for _, sent := range d.Sentences[p.First:p.Last] {
				if sent.First != next || sent.Last <= sent.First || sent.Paragraph != i || !p.Contains(sent.Span) {
					t.Fatalf("sentence %+v in paragraph %+v, want first token %d", sent, p, next)
				}
				next = sent.Last
			}
		}
		if next != len(d.Tokens) || sentences != len(d.Sentences) {
			t.Fatalf("%d of %d tokens in sentences, %d of %d sentences in paragraphs", next, len(d.Tokens), sentences, len(d.Sentences))
		}
		if again := Split(s); !reflect.DeepEqual(d, again) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	const story = "WASHINGTON — President Kassym-Jomart Tokayev said on Nov. 17 that trade with the U.S. rose 42.5% to $29.5 billion. “We are interested,” he told Reuters, adding that Acme Inc. would build a plant. The EU’s exports fell.\n\n"
	text := strings.Repeat(story, 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}
