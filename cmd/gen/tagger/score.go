package main

import (
	"fmt"
	"strings"

	"broadsheet/stages/entities/tagger"
)

// score tags documents and compares exact spans and types.
func score(t *tagger.Tagger, title string, docs []*document, verbose bool) string {
	var right, gold, found [tagger.Types + 1]int
	var sure, sureRight [10]int // by tenth of confidence
	var b strings.Builder
	for _, d := range docs {
		want := map[name]bool{}
		for _, n := range d.names {
			want[n] = true
			gold[n.kind]++
		}
		for _, s := range t.Tag(d.seg, nil) {
			n := name{d.seg.Tokens[s.First].Start, d.seg.Tokens[s.Last-1].End, s.Type}
			found[s.Type]++
			tenth := min(int(s.Confidence*10), 9)
			sure[tenth]++
			if want[n] {
				sureRight[tenth]++
				right[s.Type]++
				delete(want, n)
			} else if verbose {
				fmt.Fprintf(&b, "+ %v %q %.2f in %q\n", s.Type, d.seg.Text[n.start:n.end], s.Confidence, around(d, n))
			}
		}
		for _, n := range d.names {
			if verbose && want[n] {
				fmt.Fprintf(&b, "- %v %q in %q\n", n.kind, d.seg.Text[n.start:n.end], around(d, n))
			}
		}
	}
	for k := range 3 {
		right[tagger.Types] += right[k]
		gold[tagger.Types] += gold[k]
		found[tagger.Types] += found[k]
	}
	fmt.Fprintf(&b, "%s\n%-12s %6s %6s %6s %6s\n", title, "type", "P", "R", "F1", "gold")
	for k := range tagger.Types + 1 {
		label := "PER+ORG+LOC"
		if k < tagger.Types {
			label = tagger.Type(k).String()
		}
		p, r := ratio(right[k], found[k]), ratio(right[k], gold[k])
		fmt.Fprintf(&b, "%-12s %6.1f %6.1f %6.1f %6d\n", label, p, r, 2*p*r/max(p+r, 1e-9), gold[k])
	}
	b.WriteString("confidence   names  right\n")
	for i := range sure {
		fmt.Fprintf(&b, "%.1f to %.1f %7d %6.1f\n", float64(i)/10, float64(i+1)/10, sure[i], ratio(sureRight[i], sure[i]))
	}
	return b.String()
}

func around(d *document, n name) string {
	from, to := max(0, n.start-40), min(len(d.seg.Text), n.end+40)
	return d.seg.Text[from:to]
}

func ratio(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

// calibration counts, by type and raw confidence, how many names there were on unseen text and how many were right.
type calibration struct {
	right, all [tagger.Types][tagger.Steps]float64
}

// add takes the names of an unseen document.
func (c *calibration) add(t *tagger.Tagger, d *document) {
	if d.weight < 1 || d.invented {
		return // not news
	}
	want := map[name]bool{}
	for _, n := range d.names {
		want[n] = true
	}
	for _, s := range t.Tag(d.seg, nil) {
		if d.partial && s.Type == tagger.MISC {
			continue
		}
		n := name{d.seg.Tokens[s.First].Start, d.seg.Tokens[s.Last-1].End, s.Type}
		at := int(s.Confidence*(tagger.Steps-1) + 0.5)
		c.all[s.Type][at]++
		if want[n] {
			c.right[s.Type][at]++
		}
	}
}

// apply gives the model its curves: the share of right names, made to rise by pooling neighbours.
func (c *calibration) apply(m *tagger.Model) {
	for k := range tagger.Type(tagger.Types) {
		type block struct {
			right, all float64
			n          int
		}
		var blocks []block
		for i := range tagger.Steps {
			// Two names of prior belief in the raw figure keep thin places sensible.
			prior := float64(i) / (tagger.Steps - 1)
			blocks = append(blocks, block{c.right[k][i] + 2*prior, c.all[k][i] + 2, 1})
			for len(blocks) > 1 {
				a, b := &blocks[len(blocks)-2], blocks[len(blocks)-1]
				if a.right/a.all <= b.right/b.all {
					break
				}
				*a = block{a.right + b.right, a.all + b.all, a.n + b.n}
				blocks = blocks[:len(blocks)-1]
			}
		}
		var curve [tagger.Steps]float64
		i := 0
		for _, b := range blocks {
			for range b.n {
				curve[i] = b.right / b.all
				i++
			}
		}
		m.Calibrate(k, curve)
	}
}
