package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"broadsheet/cmd/gen/stories"
	"broadsheet/stages"
	"broadsheet/stages/figures"
	"broadsheet/stages/text"
)

// label is what a figure may measure, none for nothing.
type label []metric

// metric is one right answer: the phrase, and the words of it that any right answer holds.
type metric struct {
	phrase string
	musts  []string
}

var must = regexp.MustCompile(`\*([^*]+)\*`)

// labelOf reads a label as it is written: "*exports* of *tea*/*shipments*", "-" for nothing.
func labelOf(written string) label {
	if written == "-" {
		return nil
	}
	var l label
	for phrase := range strings.SplitSeq(written, "/") {
		m := metric{phrase: strings.ReplaceAll(phrase, "*", "")}
		for _, w := range must.FindAllStringSubmatch(phrase, -1) {
			m.musts = append(m.musts, normal(w[1]))
		}
		l = append(l, m)
	}
	return l
}

// examples returns the labelled figures of a story that the reader finds and that may measure something, with what that may be.
func examples(s stories.Story, e *stages.Extractor, r *figures.Reader) ([]example, error) {
	doc := s.Document()
	a, reject := e.Analyse(&doc, func(string) {})
	if reject != nil {
		return nil, fmt.Errorf("%s: %s", s.Name, reject.Message)
	}
	spans := make([]text.Span, len(s.Labels))
	for i, l := range s.Labels {
		spans[i] = l.Span
	}
	places := stories.Places(s.Text, a.Segments.Text, spans)
	alternatives := r.Alternatives(figures.Input{Doc: a.Segments, Mentions: a.Mentions, Times: a.Times, Statements: a.Statements, Published: a.Published.Date})
	var found []example
	for k, l := range s.Labels {
		i := slices.IndexFunc(a.Figures, func(f figures.Figure) bool { return f.Span.Overlaps(places[k]) })
		if i < 0 || l.Unsure {
			continue
		}
		ex, want := example{}, labelOf(l.Metric)
		for _, alt := range alternatives[i] {
			ex.alternatives = append(ex.alternatives, want.judge(alt))
		}
		ex.settle()
		if len(ex.alternatives) > 0 {
			found = append(found, ex)
		}
	}
	return found, nil
}

// judge compares an alternative with the label.
func (l label) judge(alt figures.Alternative) alternative {
	a := alternative{Alternative: alt}
	if l == nil && alt.Phrase == "" {
		a.right, a.f1 = true, 1
	}
	got := normal(alt.Phrase)
	for _, m := range l {
		right := len(strings.Fields(got)) <= max(6, 2*len(strings.Fields(m.phrase)))
		for _, w := range m.musts {
			right = right && strings.Contains(got, w)
		}
		a.right = a.right || right
		a.f1 = max(a.f1, wordF1(normal(m.phrase), got))
	}
	return a
}

func normal(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

var small = map[string]bool{"the": true, "a": true, "an": true, "of": true, "in": true, "for": true, "and": true, "to": true, "by": true, "on": true, "at": true, "its": true, "their": true, "s": true}

// wordF1 is the harmonic mean of the shares of words that two phrases have in common, small words aside.
func wordF1(want, got string) float64 {
	a, b := words(want), words(got)
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 127) }) {
		if !small[w] {
			set[w] = true
		}
	}
	return set
}
