package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/entities/tagger"
)

// copyShare is the weight of a copy, in parts of the original's.
const copyShare = 0.3

// swapper writes copies of labelled documents in which other names stand: so what stands around names, and what the lists
// know of them, is learned apart from the names that a corpus happens to hold. A name becomes the same other one
// throughout a copy, and so do the words that a person's names, or a firm's long and short name, have in common.
type swapper struct {
	*lists
	rng           *rand.Rand
	club, place   map[string]bool
	organizations [3][]string // of one word, of two, and of more
	words         map[string]string
	names         map[string]string
}

func newSwapper(l *lists) *swapper {
	s := &swapper{lists: l, rng: rand.New(rand.NewPCG(11, 13)), club: setOf(l.clubs), place: setOf(l.places)}
	for _, country := range l.countries {
		delete(s.place, country)
	}
	for _, p := range sorted(l.phrases) {
		if l.phrases[p] == tagger.Organization {
			n := length(p)
			s.organizations[n] = append(s.organizations[n], p)
		}
	}
	return s
}

func setOf(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// length tells names of one word, of two and of more apart, as 0, 1 and 2.
func length(name string) int { return min(len(strings.Fields(name)), 3) - 1 }

// copies returns as many copies of each document as its corpus asks for.
func (s *swapper) copies(docs []*document) []*document {
	var out []*document
	for _, d := range docs {
		for range d.copies {
			out = append(out, s.copy(d))
		}
	}
	return out
}

func (s *swapper) copy(d *document) *document {
	s.words, s.names = map[string]string{}, map[string]string{}
	c := d.corpus
	c.weight *= copyShare
	c.invented = true
	var b builder
	at := 0
	for _, n := range d.names {
		b.add(d.seg.Text[at:n.start], nil, "")
		now := s.other(d, n)
		b.add(now, []name{{0, len(now), n.kind}}, "")
		at = n.end
	}
	b.add(d.seg.Text[at:], nil, "")
	e := b.done(c)
	e.fold = d.fold
	return e
}

// other returns what stands for a name in the copy at hand.
func (s *swapper) other(d *document, n name) string {
	old := d.seg.Text[n.start:n.end]
	key := n.kind.String() + strings.ToLower(old)
	now, ok := s.names[key]
	if !ok {
		now = old
		switch n.kind {
		case tagger.PER:
			now = s.person(old)
		case tagger.ORG:
			now = s.organization(d, old)
		case tagger.LOC:
			if s.place[old] && s.rng.IntN(2) == 0 {
				now = s.pick(s.places)
			}
		}
		s.names[key] = now
	}
	if len(old) > 4 && strings.ToUpper(old) == old {
		return strings.ToUpper(now) // in a headline
	}
	return now
}

func (s *swapper) pick(from []string) string { return from[s.rng.IntN(len(from))] }

// person changes each word of a person's name, but for initials and particles.
func (s *swapper) person(old string) string {
	fields := strings.Fields(old)
	for i, w := range fields {
		if len(w) < 3 || !capitalised(w) || strings.HasSuffix(w, ".") {
			continue
		}
		if i < len(fields)-1 {
			fields[i] = s.word(w, s.given)
		} else {
			fields[i] = s.word(w, s.surnames)
		}
	}
	return strings.Join(fields, " ")
}

// word returns what stands for a word in the copy at hand.
func (s *swapper) word(old string, from []string) string {
	key := strings.ToLower(old)
	if s.words[key] == "" {
		s.words[key] = s.pick(from)
	}
	return s.words[key]
}

func capitalised(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

// organization changes a name whole where no other name of the document shares its first word, or that word alone:
// "Halden" and "Halden Corp" become "Fiske" and "Fiske Corp".
func (s *swapper) organization(d *document, old string) string {
	if s.club[old] {
		return s.pick(s.clubs)
	}
	first, rest, _ := strings.Cut(old, " ")
	if s.words[strings.ToLower(first)] == "" {
		switch {
		case !s.shared(d, old, first):
			if s.rng.IntN(2) == 0 {
				return old
			}
			return s.pick(s.organizations[length(old)])
		case !capitalised(first), s.phrases[first] != 0, s.classes[strings.ToLower(first)]&(tagger.OrgHead|tagger.Function) != 0:
			return old // "Bank of ...", "French ..."
		}
	}
	return strings.TrimSpace(s.word(first, s.surnames) + " " + rest)
}

// shared tells whether another name of the document holds a word.
func (s *swapper) shared(d *document, old, word string) bool {
	for _, m := range d.names {
		o := d.seg.Text[m.start:m.end]
		if o != old && strings.Contains(" "+strings.ToLower(o)+" ", " "+strings.ToLower(word)+" ") {
			return true
		}
	}
	return false
}
