// Package tagger finds the names in a text and their coarse types: persons, organizations, locations, and the rest.
//
// It is a linear-chain model (a conditional random field) over labels that say where in a name a token stands. Only words
// that could be part of a name, the candidates, are scored; they form runs, and all between runs is outside. A feature is
// a hash of what a template sees at a candidate: the word, its shape and affixes, its neighbours, its cluster among the
// words of a large corpus, gazetteers, and how the word is written elsewhere in the document. The first pass labels all
// runs; the second sees in addition what the first said elsewhere in the same document, so that "Rice" on its own
// becomes a person where "Condoleezza Rice" stands before it.
//
// The weights are embedded, made by cmd/gen/tagger; MODEL.md says from what. A Tagger is read-only once made and safe for
// concurrent use; the same document gives the same spans on every machine. It works on segment's tokens and makes no
// string of them.
//
//	t, err := tagger.New()
//	spans := t.Tag(doc, nil)
package tagger

import (
	_ "embed"
	"fmt"
	"sync"

	"broadsheet/schemas"
	"broadsheet/stages/segment"
)

//go:embed data/model.bin
var embedded []byte

// Span is a name: tokens [First, Last) of the document, its type, and how likely it is to be right in both.
type Span struct {
	First, Last int
	Type        Type
	Confidence  float64
}

// Tagger finds names.
type Tagger struct {
	model *Model
	pool  sync.Pool
}

// New loads the embedded model.
func New() (*Tagger, error) {
	m, err := Decode(embedded)
	if err != nil {
		return nil, fmt.Errorf("load tagger: %w", err)
	}
	return FromModel(m), nil
}

// FromModel makes a tagger of a model.
func FromModel(m *Model) *Tagger {
	t := &Tagger{model: m}
	t.pool.New = func() any {
		p := &passes{m: m, r: NewReader(m.lex), known: make([]known, knownSums)}
		p.lattice.prepare(m)
		return p
	}
	return t
}

// Tag appends the names of a document to buf, in text order. They never overlap.
func (t *Tagger) Tag(doc *segment.Document, buf []Span) []Span {
	p := t.pool.Get().(*passes)
	defer t.pool.Put(p)
	p.r.Read(doc)
	p.first()
	p.r.Remember(p.labels)
	return p.second(buf)
}

// First appends the labels that the first pass gives the tokens of a document.
func (t *Tagger) First(doc *segment.Document, buf []Label) []Label {
	p := t.pool.Get().(*passes)
	defer t.pool.Put(p)
	p.r.Read(doc)
	p.first()
	return append(buf, p.labels...)
}

// passes holds the working memory of the two passes over one document.
type passes struct {
	m       *Model
	r       *Reader
	known   []known
	base    []scores // of the candidates, in order
	em      [][Labels]int32
	back    [][Labels]Label
	labels  []Label // of all tokens
	lattice lattice
}

// first labels each run by itself and keeps the scores.
func (p *passes) first() {
	p.base = p.base[:0]
	p.labels = append(p.labels[:0], make([]Label, len(p.r.attrs))...)
	for _, u := range p.r.runs {
		p.em = p.em[:0]
		for i := u.first; i < u.last; i++ {
			s := p.score(u, i)
			p.base = append(p.base, s)
			p.em = append(p.em, s.unpack())
		}
		p.best(u)
	}
}

// score sums the weights of a candidate's features. Words come again and again, so what one of them says alone, or beside
// another, is looked up whole.
func (p *passes) score(u run, i int32) scores {
	v := p.r.view(u, i)
	caps := v.at.flags & capital
	s := *p.recall(aloneKey(v.at, p.r.subject), func() {
		p.r.alone(v.at, i)
		p.r.about(v.at)
	})
	s.plus(p.recall(besideKey(v.prev, caps, 0), func() { p.r.left(v.prev, caps) }))
	s.plus(p.recall(besideKey(v.next, caps, 1), func() { p.r.right(v.next, caps) }))
	s.plus(p.recall(besideKey(v.prev2, caps, 2), func() { p.r.left2(v.prev2, caps) }))
	s.plus(p.recall(besideKey(v.next2, caps, 3), func() { p.r.right2(v.next2, caps) }))
	p.r.clear()
	p.r.together(u, v, i)
	p.r.inTable(u, v, i)
	p.m.add(&s, p.r.keys)
	return s
}

// known is the sum of the features that a key stands for.
type known struct {
	key uint64
	sum scores
}

// knownSums is how many sums are kept: few enough to stay in the processor's cache.
const knownSums = 1 << 13

// recall returns the sum of the features that add gives, which depend on the key alone.
func (p *passes) recall(key uint64, add func()) *scores {
	k := &p.known[key%knownSums]
	if k.key != key {
		p.r.clear()
		add()
		*k = known{key: key}
		p.m.add(&k.sum, p.r.keys)
	}
	return &k.sum
}

// second labels each run again, now with the echoes of the first pass, and appends the names.
func (p *passes) second(buf []Span) []Span {
	at := 0
	for _, u := range p.r.runs {
		p.em = p.em[:0]
		changed := false
		for i := u.first; i < u.last; i++ {
			s := p.base[at]
			at++
			n := s.n
			p.m.add(&s, p.r.echoes(u, i))
			changed = changed || s.n != n
			p.em = append(p.em, s.unpack())
		}
		if changed {
			p.best(u)
		}
		buf = p.spans(u, buf)
	}
	return buf
}

// best writes the best labels of a run by the scores at hand.
func (p *passes) best(u run) {
	n := int(u.last - u.first)
	if n == 1 {
		p.labels[u.first] = p.m.single(&p.em[0])
		return
	}
	if n > len(p.back) {
		p.back = make([][Labels]Label, 2*n)
	}
	p.m.viterbi(p.em, p.back[:n], p.labels[u.first:u.last])
}

// spans appends the names of a run with their confidence.
func (p *passes) spans(u run, buf []Span) []Span {
	labels := p.labels[u.first:u.last]
	ready := false
	for i := 0; i < len(labels); i++ {
		if !labels[i].begins() {
			continue
		}
		if !ready {
			p.lattice.run(p.em, labels)
			ready = true
		}
		end := int(spanEnd(labels, int32(i)))
		kind := Type(labels[i].kind())
		raw := p.lattice.span(labels, i, end)
		buf = append(buf, Span{int(u.first) + i, int(u.first) + end, kind, p.m.calibrated(kind, raw)})
		i = end - 1
	}
	return buf
}

// calibrated turns the model's own probability into the share of such names that were right on unseen text.
func (m *Model) calibrated(t Type, raw float64) float64 {
	x := min(max(raw, 0), 1) * (Steps - 1)
	i := min(int(x), Steps-2)
	part := x - float64(i)
	low, high := m.sure[t][i], m.sure[t][i+1]
	return float64(low) + float64(part*(high-low))
}

// Resource describes the embedded model.
func Resource() schemas.Resource { return schemas.NewResource("entities/tagger/model.bin", embedded) }
