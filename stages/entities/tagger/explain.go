package tagger

import (
	"cmp"
	"fmt"
	"slices"

	"broadsheet/stages/segment"
)

// Reason is a feature that spoke for or against a name, with its weight in natural units of score.
type Reason struct {
	Feature string // template and token: "previous \"Minister\""
	Weight  float64
}

// Explain returns the strongest features of a span that Tag gave, at most n, for inspection by people: it reads the
// whole document again.
func (t *Tagger) Explain(doc *segment.Document, s Span, n int) []Reason {
	p := &passes{m: t.model, r: NewReader(t.model.lex), known: make([]known, knownSums)}
	p.r.Read(doc)
	p.first()
	p.r.Remember(p.labels)
	p.r.trace = true
	var out []Reason
	for _, u := range p.r.runs {
		for i := max(u.first, int32(s.First)); i < min(u.last, int32(s.Last)); i++ {
			label := placed(s, int(i))
			out = p.reasons(out, p.r.features(u, i), int(i), label)
			out = p.reasons(out, p.r.echoes(u, i), int(i), label)
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(abs(b.Weight), abs(a.Weight)) })
	return out[:min(n, len(out))]
}

// placed returns the label of token i in a span.
func placed(s Span, i int) Label {
	switch {
	case s.Last-s.First == 1:
		return LabelOf(s.Type, Unit)
	case i == s.First:
		return LabelOf(s.Type, Begin)
	case i == s.Last-1:
		return LabelOf(s.Type, Last)
	}
	return LabelOf(s.Type, Inside)
}

// reasons appends what the features of token i say of a label.
func (p *passes) reasons(out []Reason, keys []uint64, i int, label Label) []Reason {
	for j, k := range keys {
		row := p.m.features.find(k)
		if row < 0 {
			continue
		}
		lane := int(label) - 1
		w := int(p.m.weights[2*row+lane/8]>>(8*(lane%8))&0xff) - 128
		if w != 0 {
			name := fmt.Sprintf("%s at %q", templateNames[p.r.ids[j]], p.r.doc.Word(i))
			out = append(out, Reason{name, float64(w) / Scale})
		}
	}
	return out
}

func abs(x float64) float64 { return max(x, -x) }
