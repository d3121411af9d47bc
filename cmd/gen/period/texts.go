package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"broadsheet/cmd/gen/logit"
	"broadsheet/cmd/gen/stories"
	"broadsheet/schemas"
	"broadsheet/stages"
	"broadsheet/stages/figures"
	"broadsheet/stages/text"
)

// careful is how much more a figure counts whose every slot was labelled with days.
var careful = 1.5

// label is what a person says of a figure.
type label struct {
	at         text.Span
	period     string  // its words, empty for none
	start, end *string // its days, where told
	dated      bool    // start and end count, not period
	skip       bool
}

// inline returns the examples of the stories of the files that comma-separated patterns match.
func inline(e *stages.Extractor, patterns string, weight float64) []example {
	var out []example
	for pattern := range strings.SplitSeq(patterns, ",") {
		all, err := stories.Read(pattern)
		if err != nil {
			log.Fatal(err)
		}
		for _, s := range all {
			var labels []label
			for _, m := range s.Labels {
				l := label{at: m.Span, skip: m.Unsure}
				l.tell(m.Period)
				labels = append(labels, l)
			}
			out = append(out, examples(e, s.Document(), labels, weight)...)
		}
	}
	return out
}

// labelled reads texts in the form of testdata/quality/claims, but for the blind ones.
func labelled(e *stages.Extractor, folder string) []example {
	paths, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil || len(paths) == 0 {
		log.Fatalf("%s holds no labelled texts", folder)
	}
	var out []example
	for _, path := range paths {
		var l struct {
			Part    string
			Given   struct{ Title, Date, URL string }
			Figures []struct {
				Core        string
				N           int
				PeriodStart *string `json:"period_start"`
				PeriodEnd   *string `json:"period_end"`
				Hard        bool
				Skip        []string
			}
		}
		b, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(b, &l)
		}
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		if l.Part == "blind" || l.Part == "last" {
			continue // kept to measure on
		}
		b, err = os.ReadFile(filepath.Join(folder, "docs", strings.TrimSuffix(filepath.Base(path), ".json")+".txt"))
		if err != nil {
			log.Fatal(err)
		}
		var labels []label
		for _, f := range l.Figures {
			at := -1
			for range f.N {
				next := strings.Index(string(b)[at+1:], f.Core)
				if next < 0 {
					at = -1
					break
				}
				at += 1 + next
			}
			if at < 0 {
				continue
			}
			labels = append(labels, label{at: text.Span{Start: at, End: at + len(f.Core)}, start: f.PeriodStart, end: f.PeriodEnd, dated: true,
				skip: f.Hard || strings.Contains(strings.Join(f.Skip, " "), "period")})
		}
		out = append(out, examples(e, stories.Document(l.Given.Title, l.Given.Date, string(b)), labels, careful)...)
	}
	return out
}

// examples runs a text through the stages and pairs its figures with the labels.
func examples(e *stages.Extractor, doc schemas.Document, labels []label, weight float64) []example {
	a, reject := e.Analyse(&doc, func(string) {})
	if reject != nil {
		log.Fatal(reject.Message)
	}
	spans := make([]text.Span, len(labels))
	for k := range labels {
		spans[k] = labels[k].at
	}
	places := stories.Places(string(doc.Body), a.Segments.Text, spans)
	chosen := make([]int, len(a.Figures))
	of := make([]*label, len(a.Figures))
	for i := range a.Figures {
		chosen[i] = -1
		for k := range labels {
			l := &labels[k]
			if places[k].Overlaps(a.Figures[i].Span) {
				of[i] = l
				break
			}
		}
		if of[i] != nil {
			chosen[i] = nearest(a, i, of[i])
		}
	}
	var out []example
	in := figures.Input{Doc: a.Segments, Mentions: a.Mentions, Times: a.Times, Statements: a.Statements, Published: a.Published.Date}
	for i, choices := range reader().PeriodChoices(in, a.Figures, chosen) {
		if of[i] == nil || of[i].skip {
			continue
		}
		x := example{timed: of[i].timed()}
		x.Weight = weight
		for _, c := range choices {
			x.Choices = append(x.Choices, logit.Choice{Features: c.Signs, Right: of[i].is(a, c.Time)})
		}
		x.Choices = append(x.Choices, logit.Choice{Right: !x.timed})
		out = append(out, x)
	}
	return out
}

// tell reads a period: the words of the text, its days as 2023-01-01..2023-12-31, or "-" for none.
func (l *label) tell(period string) {
	start, end, days := strings.Cut(period, "..")
	switch {
	case days:
		l.dated = true
		if start != "" {
			l.start = &start
		}
		if end != "" {
			l.end = &end
		}
	case period != "-":
		l.period = period
	}
}

var reader = sync.OnceValue(func() *figures.Reader {
	r, err := figures.New(figures.Config{})
	if err != nil {
		log.Fatal(err)
	}
	return r
})

func (l *label) timed() bool { return l.period != "" || l.start != nil || l.end != nil }

// nearest returns the time of the label that stands nearest to figure i, -1 where there is none.
func nearest(a *stages.Analysis, i int, l *label) int {
	best, least := -1, 1<<30
	for t := range a.Times {
		if !l.is(a, t) {
			continue
		}
		d := a.Times[t].Span.Start - a.Figures[i].Span.Start
		if a.Times[t].Sentence > a.Figures[i].Sentence {
			continue
		}
		if d = max(d, -d); d < least {
			best, least = t, d
		}
	}
	return best
}

// is tells whether time t is that of the label.
func (l *label) is(a *stages.Analysis, t int) bool {
	e := a.Times[t]
	if l.dated {
		day := func(d *schemas.Date) string {
			if d == nil {
				return ""
			}
			return d.String()
		}
		told := func(s *string) string {
			if s == nil {
				return ""
			}
			return *s
		}
		return l.timed() && day(e.Start) == told(l.start) && day(e.End) == told(l.end)
	}
	if l.period == "" {
		return false
	}
	x, y := strings.ToLower(e.Span.Of(a.Segments.Text)), strings.ToLower(l.period)
	if strings.Contains(x, y) || strings.Contains(y, x) {
		return true
	}
	return alike(strings.Fields(x), strings.Fields(y))
}

// alike tells whether two wordings of a time share most of their words, prepositions aside.
func alike(x, y []string) bool {
	small := map[string]bool{"in": true, "the": true, "on": true, "at": true, "of": true, "for": true, "by": true, "over": true, "a": true, "to": true}
	have := map[string]bool{}
	nx, ny, both := 0, 0, 0
	for _, w := range x {
		if !small[w] {
			have[w] = true
			nx++
		}
	}
	for _, w := range y {
		if !small[w] {
			ny++
			if have[w] {
				both++
			}
		}
	}
	return both > 0 && 3*both >= 2*min(nx, ny)
}
