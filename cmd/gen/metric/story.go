package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages"
	"broadsheet/stages/figures"
)

// label is what a figure is marked with: {core|metric|period|speaker}, and ? where two readers could differ.
type label struct {
	start, end int // bytes of the story's text
	metrics    []metric
	unsure     bool
}

// metric is one right answer: the phrase, and the words of it that any right answer holds.
type metric struct {
	phrase string
	musts  []string
}

// story is a labelled text.
type story struct {
	name, text string
	labels     []label
}

var (
	markup = regexp.MustCompile(`\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}(\??)`)
	must   = regexp.MustCompile(`\*([^*]+)\*`)
)

// readStories reads the stories of a folder's text files; blank lines divide them.
func readStories(folder string) ([]story, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s holds no stories (*.txt)", folder)
	}
	var stories []story
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for n, marked := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
			s, err := parse(marked)
			if err != nil {
				return nil, fmt.Errorf("%s, story %d: %w", path, n+1, err)
			}
			s.name = fmt.Sprintf("%s-%d", strings.TrimSuffix(filepath.Base(path), ".txt"), n+1)
			stories = append(stories, s)
		}
	}
	return stories, nil
}

// parse takes the labels out of a story. Its lines become paragraphs.
func parse(marked string) (story, error) {
	var s story
	var text strings.Builder
	write := func(part string) error {
		if strings.ContainsAny(part, "{}|") {
			return fmt.Errorf("a label that is none in %q", part)
		}
		text.WriteString(strings.ReplaceAll(part, "\n", "\n\n"))
		return nil
	}
	at := 0
	for _, m := range markup.FindAllStringSubmatchIndex(marked, -1) {
		if err := write(marked[at:m[0]]); err != nil {
			return s, err
		}
		l := label{start: text.Len(), unsure: m[10] < m[11]}
		text.WriteString(marked[m[2]:m[3]])
		l.end = text.Len()
		if phrases := marked[m[4]:m[5]]; phrases != "-" {
			for phrase := range strings.SplitSeq(phrases, "/") {
				l.metrics = append(l.metrics, metricOf(phrase))
			}
		}
		s.labels = append(s.labels, l)
		at = m[1]
	}
	err := write(marked[at:])
	s.text = text.String()
	return s, err
}

func metricOf(marked string) metric {
	m := metric{phrase: strings.ReplaceAll(marked, "*", "")}
	for _, w := range must.FindAllStringSubmatch(marked, -1) {
		m.musts = append(m.musts, normal(w[1]))
	}
	return m
}

// examples returns the labelled figures of a story that the reader finds and that may measure something, with what that may be.
func (s story) examples(e *stages.Extractor, r *figures.Reader) ([]example, error) {
	doc := schemas.Document{SourceURI: s.name, Source: []byte(s.text), Body: []byte(s.text), MediaType: "text/plain"}
	a, reject := e.Analyse(&doc, func(string) {})
	if reject != nil {
		return nil, fmt.Errorf("%s: %s", s.name, reject.Message)
	}
	alternatives := r.Alternatives(figures.Input{Doc: a.Segments, Mentions: a.Mentions, Times: a.Times, Statements: a.Statements, Published: a.Published.Date})
	shift := strings.Index(s.text, firstLine(a.Segments.Text)) // cleaning takes headline and date off
	var found []example
	next := 0
	for _, l := range s.labels {
		for next < len(a.Figures) && a.Figures[next].Span.End+shift <= l.start {
			next++
		}
		if next == len(a.Figures) || l.unsure || a.Figures[next].Span.Start+shift >= l.end {
			continue
		}
		ex := example{}
		for _, alt := range alternatives[next] {
			ex.alternatives = append(ex.alternatives, l.judge(alt))
		}
		ex.settle()
		if len(ex.alternatives) > 0 {
			found = append(found, ex)
		}
	}
	return found, nil
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// judge compares an alternative with the label.
func (l label) judge(alt figures.Alternative) alternative {
	a := alternative{Alternative: alt}
	if l.metrics == nil && alt.Phrase == "" {
		a.right, a.f1 = true, 1
	}
	got := normal(alt.Phrase)
	for _, m := range l.metrics {
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
