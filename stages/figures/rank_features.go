package figures

import "strings"

// Kinds of the head of a phrase.
const (
	headOther uint32 = iota + 1
	headPlace
	headBody
	headPerson
	headNorp
	headNamed
	headChange
	headWeak
	headCapital
	headGerund
	headPlural
	headPrior
	headPriorAlike // of a figure of the same kind
)

// headKind tells what kind of word token i is as the head of a metric.
func (s *sentence) headKind(i int) uint32 {
	t := &s.toks[i]
	switch {
	case t.named:
		if m := s.mentionAt(i); m >= 0 {
			switch s.in.Mentions[m].Type {
			case "location":
				return headPlace
			case "organization":
				return headBody
			case "person":
				return headPerson
			case "norp":
				return headNorp
			}
		}
		return headNamed
	case t.class&changer != 0:
		return headChange
	case s.weak(span{i, i + 1}):
		return headWeak
	case t.upper && i > 0:
		return headCapital
	case t.class&gerund != 0:
		return headGerund
	case isPlural(t.low):
		return headPlural
	}
	return headOther
}

// featurer collects the buckets of one candidate.
type featurer struct {
	buckets  []uint32
	template uint32 // of the feature added last
}

// add adds a feature: its template and the values that fill it.
func (f *featurer) add(values ...uint32) {
	f.template++
	h := f.template * 0x9E3779B1
	for _, v := range values {
		h = (h ^ v) * 0x85EBCA6B
		h ^= h >> 13
	}
	f.buckets = append(f.buckets, h%RankBuckets)
}

// appendFeatures appends the buckets of candidate c of figure i.
func (s *sentence) appendFeatures(buckets []uint32, i int, c *candidate) []uint32 {
	f := featurer{buckets: buckets}
	r := &s.found[i]
	rel, kind, change := uint32(c.rel), s.kindOf(r), flag(r.fig.Direction != "none")
	head, headKind := s.headOf(c, r)
	s.wordFeatures(&f, head, headKind, r, rel, kind)
	f.add(rel)
	f.add(rel, kind)
	f.add(rel, change)
	f.add(rel, kind, change)
	f.add(rel, uint32(c.form))
	f.add(uint32(c.form))
	f.add(flag(i == 0), rel)
	f.template = 30
	if v := s.actionBefore(r.chunk); v >= 0 {
		class := s.verbKind(v)
		f.add(class, rel)
		f.add(class, rel, headKind)
		f.add(flag(v == 0 || s.is(s.previous(v), stand)), rel)
	} else {
		f.add(0, rel)
	}
	f.template = 40
	if l := s.previous(r.chunk); s.is(l, link) {
		w := hash(s.word(l).low)
		f.add(w, rel)
		f.add(w, rel, change)
	} else if l >= 0 {
		f.add(uint32(s.chunks[l].part), rel)
	}
	s.ruleFeatures(&f, c, r, rel, kind, headKind)
	f.template = 60
	if c.back > 0 {
		f.add(uint32(c.back))
		f.add(uint32(c.back), flag(s.found[i-c.back].fig.Kind == r.fig.Kind))
	}
	f.template = 70
	if c.prior >= 0 {
		f.add(flag(r.carried), flag(s.out[c.prior].Sentence == s.index-1), headKind)
	} else if c.chunk >= 0 {
		commas, values, actions, things := s.between(c.chunk, r.chunk)
		f.add(commas, rel)
		f.add(values, rel)
		f.add(actions, rel)
		f.add(things, rel)
	}
	return f.buckets
}

// wordFeatures adds what the head of a candidate says.
func (s *sentence) wordFeatures(f *featurer, head string, headKind uint32, r *reading, rel, kind uint32) {
	cluster, word := uint32(s.lex.clusters[head]), hash(head)
	dimension := hash(r.fig.Dimension)
	f.add(headKind)
	f.add(headKind, rel)
	f.add(headKind, kind)
	f.add(cluster)
	f.add(cluster, rel)
	f.add(cluster, kind)
	f.add(cluster, kind, dimension)
	f.add(dimension, kind, rel)
	f.add(word)
	f.add(word, kind)
}

// ruleFeatures adds how a candidate stands to the choice of the rules.
func (s *sentence) ruleFeatures(f *featurer, c *candidate, r *reading, rel, kind, headKind uint32) {
	f.template = 50
	switch {
	case c.form == asRuled:
		why, _, _ := strings.Cut(r.why, "“")
		f.add(hash(why))
		f.add(hash(why), kind)
	case r.metric.empty():
		f.add(0, rel)
	default:
		ruled := s.head(r.metric)
		f.add(s.headKind(ruled), rel)
		f.add(s.headKind(ruled), headKind)
		f.add(flag(c.prior < 0 && s.head(c.phrase) == ruled))
	}
}

// kindOf numbers what is known of a figure's kind.
func (s *sentence) kindOf(r *reading) uint32 {
	switch r.fig.Kind {
	case "count":
		return 1 + flag(r.nouns.empty())
	case "percent":
		return 3
	case "money":
		return 4
	case "duration":
		return 5 + flag(r.adjust)
	case "age":
		return 7
	case "ratio":
		return 8
	}
	return 9
}

// headOf returns the head of a candidate in small letters, and its kind.
func (s *sentence) headOf(c *candidate, r *reading) (string, uint32) {
	if c.rel == nothing {
		return "", 0
	}
	if c.prior >= 0 {
		f := &s.out[c.prior]
		kind := headPrior
		if f.Kind == r.fig.Kind {
			kind = headPriorAlike
		}
		return s.lastWord(f.Metric), kind
	}
	h := s.head(c.phrase)
	return lower(s.toks[h].s), s.headKind(h)
}

// lastWord returns the last word of a phrase before its first preposition, in small letters.
func (s *sentence) lastWord(phrase string) string {
	last := ""
	for w := range strings.FieldsSeq(phrase) {
		w = lower(w)
		if last != "" && s.lex.words[w].class&preposition != 0 {
			break
		}
		last = w
	}
	return last
}

// verbKind numbers what the verb at chunk v does.
func (s *sentence) verbKind(v int) uint32 {
	switch class := s.verb(v).class; {
	case class&rising != 0:
		return 1
	case class&falling != 0:
		return 2
	case class&linking != 0:
		return 3
	}
	return 4
}

// between counts what stands between two chunks, up to three of a kind.
func (s *sentence) between(a, b int) (commas, values, actions, things uint32) {
	for k := min(a, b) + 1; k < max(a, b); k++ {
		switch s.chunks[k].part {
		case comma, stop, opening, closing:
			commas = min(commas+1, 3)
		case value:
			values = min(values+1, 3)
		case action:
			actions = min(actions+1, 3)
		case thing:
			things = min(things+1, 3)
		}
	}
	return commas, values, actions, things
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
