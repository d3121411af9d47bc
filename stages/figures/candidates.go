package figures

import (
	"slices"

	"broadsheet/stages/segment"
)

// relation is how a phrase stands to a figure.
type relation uint8

const (
	nothing    relation = iota // the rules find none
	counted                    // "350 partners"
	behind                     // right behind: "a $5 million deal"
	completing                 // behind a preposition: "5% of exports"
	after                      // further on in its clause
	beyond                     // further on, in another clause
	touching                   // right before: "imports $5m"
	governing                  // before a preposition: "a price of $5"
	object                     // the first phrase behind the verb of the figure
	complement                 // a later one
	subject                    // of that verb
	inSubject                  // a part of the subject
	before                     // in the clause, no verb between
	earlier                    // in a clause before
	alike                      // what a figure before in the sentence measures
	fromBefore                 // what a figure of the sentences before measures
)

// extent is how a candidate's phrase was cut out of the sentence.
type extent uint8

const (
	asIs     extent = iota + 1
	asCalled        // with what its noun calls for
	asWhole         // with all that completes it
	asFull          // with modifiers that the chunk leaves out
	asRuled         // by the rules
)

// candidate is a phrase that may say what a figure measures.
type candidate struct {
	phrase span
	rel    relation
	form   extent
	chunk  int // of its head; -1 where it stands in another sentence
	back   int // how many figures before stands the one that measures the same
	prior  int // the figure of a sentence before that measures the same, -1 for none
}

// How far candidates are looked for: noun phrases before and behind the figure, figures before it in the sentence and in the two
// sentences before.
const (
	phrasesBefore = 12
	phrasesBehind = 4
	figuresBefore = 3
	figuresTold   = 2
)

// list collects what figure i may measure, the choice of the rules first.
func (s *sentence) list(i int) []candidate {
	r := &s.found[i]
	s.candidates = s.candidates[:0]
	switch {
	case r.prior >= 0:
		s.candidates = append(s.candidates, candidate{rel: fromBefore, form: asRuled, chunk: -1, prior: r.prior})
	case r.metric.empty():
		s.candidates = append(s.candidates, candidate{rel: nothing, form: asRuled, chunk: -1, prior: -1})
	default:
		s.offer(r, candidate{phrase: r.metric, rel: beyond, form: asRuled, chunk: s.chunkOf(r.metric), prior: -1})
	}
	if p := s.bare(r.nouns); !p.empty() {
		s.offerForms(r, p, counted, r.chunk, r.chunk)
	}
	v := s.actionBefore(r.chunk)
	var subj span
	if v >= 0 {
		subj = s.subject(v)
		s.offer(r, candidate{phrase: subj, rel: subject, form: asWhole, chunk: s.chunkOf(subj), prior: -1})
	}
	for k := i - 1; k >= 0 && i-k <= figuresBefore; k-- {
		m := s.found[k].metric
		s.offer(r, candidate{phrase: m, rel: alike, form: asWhole, chunk: s.chunkOf(m), back: i - k, prior: -1})
	}
	for k, n := r.chunk-1, 0; k >= 0 && n < phrasesBefore; k-- {
		if p := s.phraseOf(k); !p.empty() {
			s.offerForms(r, p, s.relationBefore(k, v, r, subj), k, r.chunk)
			n++
		}
	}
	for k, n := r.chunk+1, 0; k < len(s.chunks) && n < phrasesBehind; k++ {
		if p := s.phraseOf(k); !p.empty() {
			s.offerForms(r, p, s.relationBehind(k, r), k, len(s.chunks))
			n++
		}
	}
	for k, n := len(s.out)-1, 0; k >= 0 && n < figuresTold && s.out[k].Sentence >= s.index-2; k-- {
		if s.out[k].Metric != "" && k != r.prior {
			s.candidates = append(s.candidates, candidate{rel: fromBefore, form: asWhole, chunk: -1, prior: k})
			n++
		}
	}
	return s.candidates
}

// phraseOf returns the noun phrase that chunk k is or counts, empty where it is none or a time.
func (s *sentence) phraseOf(k int) span {
	var p span
	switch {
	case s.is(k, thing):
		p = s.bare(s.chunks[k].span)
	case s.is(k, value):
		p = s.bare(s.found[s.chunks[k].fig].nouns)
	}
	if p.empty() || s.timely(p) {
		return span{}
	}
	return p
}

// offerForms offers phrase p of chunk k in all its forms, none beyond chunk end.
func (s *sentence) offerForms(r *reading, p span, rel relation, k, end int) {
	c := candidate{phrase: p, rel: rel, form: asIs, chunk: k, prior: -1}
	s.offer(r, c)
	c.phrase, c.form = s.extended(p, k), asCalled
	s.offer(r, c)
	if !s.is(k, thing) {
		return
	}
	c.phrase, c.form = s.fuller(p), asFull
	s.offer(r, c)
	if k != end {
		c.phrase, c.form = s.whole(k, end), asWhole
		s.offer(r, c)
	}
}

// offer adds a candidate that is not there yet. The first is the choice of the rules: it learns where it stands.
func (s *sentence) offer(r *reading, c candidate) {
	c.phrase = s.clip(c.phrase, r.at)
	if c.phrase.empty() || c.form != asRuled && s.weak(c.phrase) {
		return
	}
	k := slices.IndexFunc(s.candidates, func(o candidate) bool { return o.prior < 0 && o.rel != nothing && o.phrase == c.phrase })
	switch {
	case k < 0:
		s.candidates = append(s.candidates, c)
	case s.candidates[k].form == asRuled && s.candidates[k].rel == beyond:
		c.form = asRuled
		s.candidates[k] = c
	}
}

// fuller returns a phrase with the modifiers before it that the chunks leave out: "adjusted operating" profit.
func (s *sentence) fuller(p span) span {
	for p.from > 0 {
		t := &s.toks[p.from-1]
		if t.kind != segment.Word || t.class&(adjective|participle|gerund|noun) == 0 ||
			t.class&(auxiliary|determiner|preposition|conjunction|pronoun|numberWord) != 0 || t.class&verb != 0 && t.class&participle == 0 {
			break
		}
		p.from--
	}
	return p
}

// chunkOf returns the chunk that a phrase begins in, -1 for none.
func (s *sentence) chunkOf(p span) int {
	if p.empty() {
		return -1
	}
	return slices.IndexFunc(s.chunks, func(c chunk) bool { return c.to > p.from })
}

// relationBefore tells how the phrase at chunk k stands to the figure behind it, whose verb is chunk v with subject subj.
func (s *sentence) relationBefore(k, v int, r *reading, subj span) relation {
	p := s.previous(r.chunk)
	switch {
	case p == k:
		return touching
	case s.is(p, link) && s.previous(p) == k:
		return governing
	case v < 0:
		return before
	case k > v:
		for j := v + 1; j < k; j++ {
			if s.is(j, thing) || s.is(j, value) {
				return complement
			}
		}
		return object
	case !subj.empty() && s.chunks[k].from < subj.to && s.chunks[k].to > subj.from:
		if s.chunkOf(subj) == k {
			return subject
		}
		return inSubject
	}
	return earlier
}

// relationBehind tells how the phrase at chunk k stands to the figure before it.
func (s *sentence) relationBehind(k int, r *reading) relation {
	if k == r.chunk+1 {
		return behind
	}
	for j := r.chunk + 1; j < k; j++ {
		switch s.chunks[j].part {
		case comma, stop, joint, action, which, opening, closing, value:
			return beyond
		case thing:
			return after
		}
	}
	if s.is(r.chunk+1, link) {
		return completing
	}
	return after
}

// head returns the word that a phrase is about, the last before its first preposition: "exports" in "exports of wheat".
func (s *sentence) head(p span) int {
	for i := p.from + 1; i < p.to; i++ {
		if t := &s.toks[i]; t.class&preposition != 0 && t.class&noun == 0 && !t.named {
			return i - 1
		}
	}
	return p.to - 1
}
