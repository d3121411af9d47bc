package sentiment

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/stages/segment"
)

func scorer(t testing.TB) *Scorer {
	t.Helper()
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// scoreTowards scores the first occurrence of name in a text.
func scoreTowards(t testing.TB, s *Scorer, text, name string) Score {
	t.Helper()
	d := segment.Split(text)
	at := strings.Index(text, name)
	if at < 0 {
		t.Fatalf("%q does not hold %q", text, name)
	}
	target := Target{d.SentenceAt(at), d.TokenAt(at), d.TokenAt(at+len(name)-1) + 1}
	return s.Score(d, []Target{target}).Targets[0]
}

func TestTargets(t *testing.T) {
	s := scorer(t)
	for _, c := range []struct{ text, name, label string }{
		{"Critics slammed Harrow as corrupt and dishonest.", "Harrow", "negative"},
		{"The senator praised Harrow for his courage and honesty.", "Harrow", "positive"},
		{"The meeting with Harrow will be held on Tuesday.", "Harrow", "neutral"},
		{"Harrow lied to the public and betrayed his voters, she said.", "Harrow", "negative"},
	} {
		if got := scoreTowards(t, s, c.text, c.name); got.Label != c.label {
			t.Errorf("%q towards %s: %s (%.2f), want %s", c.text, c.name, got.Label, got.Value, c.label)
		}
	}
}

// A score must not depend on who is meant.
func TestNamesAreMasked(t *testing.T) {
	s := scorer(t)
	for _, text := range []string{
		"Critics slammed NAME as corrupt after the vote.",
		"In Paris, NAME welcomed the brave decision of the court.",
		"NAME said the plan was a disaster.",
	} {
		a := scoreTowards(t, s, strings.Replace(text, "NAME", "Harrow", 1), "Harrow")
		b := scoreTowards(t, s, strings.Replace(text, "NAME", "Tanaka", 1), "Tanaka")
		if math.Abs(a.Value-b.Value) > 0.05 {
			t.Errorf("%q: %.3f and %.3f", text, a.Value, b.Value)
		}
	}
}

func TestArticle(t *testing.T) {
	s := scorer(t)
	for _, c := range []struct{ text, label string }{
		{"The ministry published the figures on Monday. Exports reached 3 million tons.", "neutral"},
		{"It was a horrible, shameful failure. The disaster ruined the family.", "negative"},
		{"A wonderful success. The team celebrated its brilliant victory with joy.", "positive"},
	} {
		got := s.Score(segment.Split(c.text), nil).Article
		if got.Label != c.label {
			t.Errorf("%q: %s (%.2f), want %s", c.text, got.Label, got.Value, c.label)
		}
	}
	if s.Score(segment.Split(""), nil).Article.OK {
		t.Error("an empty text has a tone")
	}
}

func FuzzScore(f *testing.F) {
	s := scorer(f)
	f.Add("“Not good,” but Harrow won.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := segment.Split(text)
		var targets []Target
		for i, sentence := range d.Sentences {
			targets = append(targets, Target{i, sentence.First, sentence.First + 1}, Target{i, sentence.Last - 1, sentence.Last})
		}
		got := s.Score(d, targets)
		for _, x := range append(append([]Score{got.Article}, got.Sentences...), got.Targets...) {
			if math.IsNaN(x.Value) || x.Value < -1 || x.Value > 1 {
				t.Fatalf("score %v in %q", x, text)
			}
		}
		if !reflect.DeepEqual(got, s.Score(d, targets)) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkScore(b *testing.B) {
	s := scorer(b)
	text := strings.Repeat("Minister Aldo praised Harrow for the agreement, but critics in Velm said the plan would fail the poorest families. Exports to Orland rose 5 percent.\n\n", 40)
	d := segment.Split(text)
	var targets []Target
	for i, sentence := range d.Sentences {
		for j := sentence.First; j < sentence.Last; j++ {
			switch d.Word(j) {
			case "Aldo", "Harrow", "Velm", "Orland":
				targets = append(targets, Target{i, j, j + 1})
			}
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	perCPU(b, len(d.Tokens), func() {
		for b.Loop() {
			s.Score(d, targets)
		}
	})
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
