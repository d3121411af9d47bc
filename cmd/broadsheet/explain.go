package main

import (
	"fmt"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages"
	"broadsheet/stages/figures"
	"broadsheet/stages/sentiment"
)

// reason is why one thing about a row is as it is: "link", "the same name elsewhere in the text".
type reason struct{ of, because string }

// shownParts is how many parts of a tone are named; the rest is one sum.
const shownParts = 6

// showReasons prints the tone of a document and its rows one by one, each with what decided it.
func showReasons(c *console, a *stages.Analysis, why stages.Explanation) {
	r := a.Rows()
	if len(why.Tone.Article.Parts) > 0 {
		fmt.Fprintf(c.out, "%s  %s\n", c.paint(boldColour, "Tone of the article"), r.Article.SentimentLabel)
		showReasonsOf(c, []reason{{"tone", toneParts(why.Tone.Article)}})
	}
	for i, reasons := range mentionReasons(why) {
		m := &r.Mentions[i]
		fmt.Fprintf(c.out, "%s  %s at %d to %d, confidence %.2f\n", c.paint(nameColour, m.Surface), m.EntityID, m.CharStart, m.CharEnd, m.Confidence)
		showReasonsOf(c, reasons)
	}
	for i, reasons := range figureReasons(a.Figures, r.Figures) {
		f := &r.Figures[i]
		fmt.Fprintf(c.out, "%s  %s %s at %d to %d, confidence %.2f\n", c.paint(figureColour, f.Surface), amount(f.Value), unitOf(f), f.CharStart, f.CharEnd, f.Confidence)
		showReasonsOf(c, reasons)
	}
}

func showReasonsOf(c *console, reasons []reason) {
	for _, r := range reasons {
		fmt.Fprintf(c.out, "    %-11s %s\n", r.of, r.because)
	}
	fmt.Fprintln(c.out)
}

// addReasons puts the reasons into the rows' objects, under "reasons".
func addReasons(rows []map[string]any, reasons [][]reason) {
	for i, list := range reasons {
		m := map[string]string{}
		for _, r := range list {
			m[r.of] = r.because
		}
		rows[i]["reasons"] = m
	}
}

func mentionReasons(why stages.Explanation) [][]reason {
	out := make([][]reason, len(why.Mentions))
	for i := range why.Mentions {
		e := &why.Mentions[i]
		var weighed []string
		for _, k := range e.Weighed {
			weighed = append(weighed, fmt.Sprintf("%s %.1f (%s)", k.EntityID, k.Score, k.Why))
		}
		out[i] = filled([]reason{
			{"span", e.SpanBy}, {"features", strings.Join(e.Features, ", ")}, {"type", e.Type + ": " + e.TypeBy},
			{"link", e.LinkBy}, {"weighed", strings.Join(weighed, "; ")}, {"country", e.CountryBy},
			{"confidence", e.ConfidenceBy}, {"tone", toneParts(why.Tone.Targets[i])},
		})
	}
	return out
}

// toneParts writes a score as the sum that it is: "+0.31 = +0.20 praised (is done to it), +0.11 the rest".
func toneParts(e sentiment.Explanation) string {
	if !e.Score.OK {
		return ""
	}
	var out []string
	rest := 0.0
	for i, p := range e.Parts {
		if i >= shownParts {
			rest += p.Weight
			continue
		}
		cause := p.Relation
		if words := []rune(p.Words); len(words) > longest {
			cause = fmt.Sprintf("%q (%s)", string(words[:longest-1])+"…", p.Relation)
		} else if len(words) > 0 {
			cause = fmt.Sprintf("%q (%s)", p.Words, p.Relation)
		}
		out = append(out, fmt.Sprintf("%+.3f %s", p.Weight, cause))
	}
	if len(e.Parts) > shownParts {
		out = append(out, fmt.Sprintf("%+.3f the rest", rest))
	}
	return fmt.Sprintf("%+.3f = %s", e.Score.Value, strings.Join(out, ", "))
}

func figureReasons(all []figures.Figure, rows []schemas.FigureRow) [][]reason {
	out := make([][]reason, len(all))
	for i := range all {
		f, row := &all[i], &rows[i]
		out[i] = []reason{
			{"value", f.ReadBy}, {"metric", quoted(row.Metric) + f.MetricBy}, {"period", quoted(row.PeriodText) + f.PeriodBy},
			{"speaker", quoted(row.SpeakerName) + f.SpeakerBy},
		}
	}
	return out
}

// quoted is what a reason is about, before the reason.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf("%q: ", s)
}

// filled leaves out the reasons that say nothing.
func filled(list []reason) []reason {
	out := list[:0]
	for _, r := range list {
		if r.because != "" {
			out = append(out, r)
		}
	}
	return out
}

// unitOf is the unit that a person reads: the currency where there is one.
func unitOf(f *schemas.FigureRow) string {
	if f.Currency != "" {
		return f.Currency
	}
	return f.Unit
}
