package sentiment

import (
	"math"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// adds tells whether the parts sum to the score.
func adds(e Explanation) bool {
	return math.Abs(total(e.Parts)-e.Score.Value) < 1e-6
}

func TestPartsSumToTheScore(t *testing.T) {
	s := scorer(t)
	check := func(text string, targets []Target) {
		d := segment.Split(text)
		got, scores := s.Explain(d, targets), s.Score(d, targets)
		if got.Article.Score != scores.Article || !adds(got.Article) {
			t.Errorf("the parts of the article do not sum to %v: %q", scores.Article, text)
		}
		for i, e := range got.Sentences {
			if e.Score != scores.Sentences[i] || !adds(e) {
				t.Errorf("the parts of sentence %d do not sum to %v: %q", i, scores.Sentences[i], text)
			}
		}
		for i, e := range got.Targets {
			if e.Score != scores.Targets[i] || !adds(e) {
				t.Errorf("the parts of target %d do not sum to %v: %q", i, scores.Targets[i], text)
			}
		}
	}
	for _, c := range readCases(t) {
		targets, _ := targetsOf(segment.Split(c.text), c.names)
		check(c.text, targets)
	}
	for _, a := range readArticles(t) {
		check(a.text, nil)
	}
	check("", nil)
}

func TestExplain(t *testing.T) {
	s := scorer(t)
	text := "Critics slammed Mayor Harrow as dishonest."
	d := segment.Split(text)
	e := s.Explain(d, []Target{{0, 3, 4}})
	if !has(e.Targets[0].Parts, "governs it", "slammed") {
		t.Errorf("slammed does not govern Harrow: %v", e.Targets[0].Parts)
	}
	if !has(e.Sentences[0].Parts, "valence", "dishonest") {
		t.Errorf("no valence of dishonest: %v", e.Sentences[0].Parts)
	}
	if len(e.Article.Parts) != 1 || e.Article.Parts[0].Words != text {
		t.Errorf("parts of the article: %v", e.Article.Parts)
	}
}

func has(parts []Part, relation, words string) bool {
	for _, p := range parts {
		if p.Relation == relation && strings.Contains(p.Words, words) {
			return true
		}
	}
	return false
}
