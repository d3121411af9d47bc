package text

import (
	"sort"
	"strings"
)

// Text is a text made from a source by keeping, dropping and inserting, with the map back to the source.
type Text struct {
	Content string
	Source  string
	Removed []Removal // in source order
	runs    []run     // in text order
}

// Removal is a part of the source that is not in the text, with the rule that took it away.
type Removal struct {
	Span Span // in the source
	Rule string
}

// run says that length bytes of the text from at are the same bytes of the source from source on. Text between two runs
// was inserted.
type run struct {
	at, source, length int
}

// SourceSpan returns the smallest span of the source that holds every source byte of the given span of the text. The
// second result is false where the whole span was inserted.
func (t *Text) SourceSpan(s Span) (Span, bool) {
	i := sort.Search(len(t.runs), func(i int) bool { return t.runs[i].at+t.runs[i].length > s.Start })
	out, found := Span{}, false
	for ; i < len(t.runs) && t.runs[i].at < s.End; i++ {
		r := t.runs[i]
		from, to := max(s.Start, r.at), min(s.End, r.at+r.length)
		from, to = from-r.at+r.source, to-r.at+r.source
		if !found {
			out, found = Span{from, to}, true
		}
		out.Start, out.End = min(out.Start, from), max(out.End, to)
	}
	return out, found
}

// sourceSpans calls f with the parts of the source that the given span of the text is made of, so that what first removed
// between them is not removed twice.
func (t *Text) sourceSpans(s Span, f func(Span)) {
	i := sort.Search(len(t.runs), func(i int) bool { return t.runs[i].at+t.runs[i].length > s.Start })
	for ; i < len(t.runs) && t.runs[i].at < s.End; i++ {
		r := t.runs[i]
		from, to := max(s.Start, r.at), min(s.End, r.at+r.length)
		if from < to {
			f(Span{from - r.at + r.source, to - r.at + r.source})
		}
	}
}

// Then returns the text that next makes of first's content, with the map back to first's source. It keeps the removals of
// both, in the order of the source; what next removes of first's insertions is not listed.
func Then(first, next *Text) *Text {
	out := &Text{Content: next.Content, Source: first.Source, runs: make([]run, 0, len(first.runs)+len(next.runs))}
	i := 0
	for _, r := range next.runs {
		for i > 0 && first.runs[i-1].at+first.runs[i-1].length > r.source {
			i--
		}
		for ; i < len(first.runs); i++ {
			f := first.runs[i]
			from, to := max(r.source, f.at), min(r.source+r.length, f.at+f.length)
			if from < to {
				out.runs = append(out.runs, run{r.at + from - r.source, f.source + from - f.at, to - from})
			}
			if f.at+f.length > r.source+r.length {
				break
			}
		}
	}
	out.Removed = make([]Removal, 0, len(first.Removed)+len(next.Removed))
	sorted := true
	add := func(r Removal) {
		n := len(out.Removed)
		sorted = sorted && (n == 0 || out.Removed[n-1].Span.Start <= r.Span.Start)
		out.Removed = append(out.Removed, r)
	}
	j := 0
	for _, r := range next.Removed {
		first.sourceSpans(r.Span, func(span Span) {
			for ; j < len(first.Removed) && first.Removed[j].Span.Start <= span.Start; j++ {
				add(first.Removed[j])
			}
			add(Removal{span, r.Rule})
		})
	}
	for ; j < len(first.Removed); j++ {
		add(first.Removed[j])
	}
	if !sorted { // first moved things about
		sort.SliceStable(out.Removed, func(i, j int) bool { return out.Removed[i].Span.Start < out.Removed[j].Span.Start })
	}
	return out
}

// Builder makes a Text. Keep and Remove walk through the source from front to back and together cover it.
type Builder struct {
	source  string
	content strings.Builder
	runs    []run
	removed []Removal
}

// few is how many parts of a short text stay or go.
const few = 16

// NewBuilder returns a Builder for a source.
func NewBuilder(source string) *Builder {
	b := &Builder{source: source, runs: make([]run, 0, few), removed: make([]Removal, 0, few)}
	b.content.Grow(len(source))
	return b
}

// Keep appends a part of the source to the text.
func (b *Builder) Keep(s Span) {
	if s.Len() == 0 {
		return
	}
	at := b.content.Len()
	if n := len(b.runs); n > 0 && b.runs[n-1].source+b.runs[n-1].length == s.Start && b.runs[n-1].at+b.runs[n-1].length == at {
		b.runs[n-1].length += s.Len()
	} else {
		b.runs = append(b.runs, run{at, s.Start, s.Len()})
	}
	b.content.WriteString(s.Of(b.source))
}

// Insert appends text that the source does not have.
func (b *Builder) Insert(t string) { b.content.WriteString(t) }

// Remove notes that a part of the source is left out, and by which rule.
func (b *Builder) Remove(s Span, rule string) {
	if s.Len() > 0 {
		b.removed = append(b.removed, Removal{s, rule})
	}
}

// Len returns the length of the text so far.
func (b *Builder) Len() int { return b.content.Len() }

// Text returns the finished text.
func (b *Builder) Text() *Text {
	return &Text{Content: b.content.String(), Source: b.source, Removed: b.removed, runs: b.runs}
}
