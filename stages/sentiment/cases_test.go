package sentiment

import (
	"os"
	"slices"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// mentionCase is a sentence with the tone towards each of some names.
type mentionCase struct {
	text         string
	names, tones []string
}

// readCases reads testdata/mentions.tsv: invented sentences with mentions of different tone, labelled before the model saw
// them.
func readCases(t testing.TB) []mentionCase { return readCasesOf(t, "testdata/mentions.tsv") }

func readCasesOf(t testing.TB, path string) (cases []mentionCase) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(read(t, path)), "\n")[1:] {
		text, list, _ := strings.Cut(line, "\t")
		c := mentionCase{text: text}
		for _, pair := range strings.Split(list, "; ") {
			n, tone, _ := strings.Cut(pair, "=")
			c.names, c.tones = append(c.names, n), append(c.tones, tone)
		}
		cases = append(cases, c)
	}
	return cases
}

// articleCase is an invented article with its tone.
type articleCase struct{ title, tone, text string }

func readArticles(t testing.TB) (cases []articleCase) {
	t.Helper()
	for _, a := range strings.Split(read(t, "testdata/articles.txt"), "== ")[1:] {
		head, text, _ := strings.Cut(a, "\n")
		tone, title, _ := strings.Cut(head, ": ")
		cases = append(cases, articleCase{title, tone, strings.TrimSpace(text)})
	}
	return cases
}

func read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// targetsOf finds the first occurrence of each name, in text order; of says which name each target is.
func targetsOf(d *segment.Document, names []string) (targets []Target, of []int) {
	for len(targets) < len(names) {
		next, at := -1, len(d.Text)+1
		for i, n := range names {
			if p := strings.Index(d.Text, n); !slices.Contains(of, i) && p >= 0 && p < at {
				next, at = i, p
			}
		}
		of = append(of, next)
		targets = append(targets, Target{d.SentenceAt(at), d.TokenAt(at), d.TokenAt(at+len(names[next])-1) + 1})
	}
	return targets, of
}

// scoreNames scores the first occurrence of each name in a sentence.
func scoreNames(s *Scorer, text string, names []string) []Score {
	d := segment.Split(text)
	targets, of := targetsOf(d, names)
	out := make([]Score, len(names))
	for i, x := range s.Score(d, targets).Targets {
		out[of[i]] = x
	}
	return out
}

// The floors only rise.
const articleFloor = 32 // of 32

// testdata/unseen.tsv was written when the model was done, and changed nothing in it.
func TestMentions(t *testing.T) {
	for _, c := range []struct {
		path  string
		floor int // percent
	}{{"testdata/mentions.tsv", 71}, {"testdata/unseen.tsv", 78}} {
		testMentions(t, c.path, c.floor)
	}
}

func testMentions(t *testing.T, path string, floor int) {
	s := scorer(t)
	right, all, whole := 0, 0, 0
	cases := readCasesOf(t, path)
	for _, c := range cases {
		before := all - right
		for i, x := range scoreNames(s, c.text, c.names) {
			all++
			if x.Label == c.tones[i] {
				right++
			} else {
				t.Logf("%s: %s (%.2f), want %s: %s", c.names[i], x.Label, x.Value, c.tones[i], c.text)
			}
		}
		if all-right == before {
			whole++
		}
	}
	t.Logf("%s: %d of %d mentions right (%.1f %%), all of them in %d of %d sentences", path, right, all, 100*float64(right)/float64(all), whole, len(cases))
	if right*100 < all*floor {
		t.Errorf("%s: under the floor of %d %%", path, floor)
	}
}

func TestArticles(t *testing.T) {
	s := scorer(t)
	right := 0
	cases := readArticles(t)
	for _, c := range cases {
		got := s.Score(segment.Split(c.text), nil).Article
		if got.Label == c.tone {
			right++
		}
		t.Logf("%-22s %-8s %-8s %6.3f %v", c.title, c.tone, got.Label, got.Value, got.Label == c.tone)
	}
	t.Logf("%d of %d", right, len(cases))
	if right < articleFloor {
		t.Errorf("under the floor of %d", articleFloor)
	}
}
