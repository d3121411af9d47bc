package sentiment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/segment"
)

// class is a set of grammatical classes of a word; most words have none.
type class uint32

const (
	mark       class = 1 << iota
	breaks           // begins or ends a clause
	negator          // turns what follows it
	determiner       // articles, possessives, quantities
	auxiliary        // has, will, may
	be               // forms of "be"
	adverb           // may stand between subject and verb
	preposition
	speech   // verbs of speech
	relative // who, which, that
	name
	number
	clitic
	conjunction // and, or
	pronoun
	gerund     // ends in -ing
	participle // may be a past participle
	booster    // strengthens the next word
	damper     // weakens it
	reverser   // fights or ends what follows it
)

// unit is what the features see of a token, or of a run of names, which counts as one: whether a text says "Harrow" or
// "Mayor Jo Harrow" must not move what stands around it.
type unit struct {
	hash, stem uint32
	row        int32 // of the word in the model's table; -1
	valence    float32
	topical    float32
	class      class
	negated    bool
	quoted     bool
	cost       int   // to the name before
	owner      int32 // the unit of the name that it is nearest to; -1
}

func (u *unit) is(c class) bool { return u.class&c != 0 }

const maskedName = uint32(0x9e3779b9)

// reach is how many words a negation turns.
const reach = 4

// Load prepares a sentence with the mentions that are known in it, in text order; Target and Sentence then give its
// features.
func (f *Features) Load(d *segment.Document, sentence int, mentions []Target) {
	s := d.Sentences[sentence]
	f.first = s.First
	f.titled = titled(d, s, mentions)
	f.units, f.unitOf = f.units[:0], f.unitOf[:0]
	negation, reversal, open := 0, 0, false
	strength := float32(1) // of the next word
	for i := s.First; i < s.Last; i++ {
		for len(mentions) > 0 && mentions[0].Last <= i {
			mentions = mentions[1:]
		}
		u := f.read(d, i, len(mentions) > 0 && mentions[0].First <= i)
		if n := len(f.units); u.is(name) && n > 0 && f.units[n-1].is(name) {
			f.unitOf = append(f.unitOf, int32(n-1))
			continue
		}
		if d.Tokens[i].Kind == segment.Mark {
			switch d.Word(i) {
			case "“":
				open = true
			case "”":
				open = false
			case `"`:
				open = !open
			}
		}
		u.quoted, u.negated = open, negation > 0
		factor := strength
		strength = 1
		switch {
		case u.negated:
			factor *= -0.75
			negation--
		case reversal > 0 && u.valence+u.topical < 0:
			factor *= -0.3
		}
		u.valence, u.topical = u.valence*factor, u.topical*factor
		reversal--
		switch {
		case u.is(breaks):
			negation, reversal = 0, 0
		case u.is(booster):
			strength = 1.3
		case u.is(damper):
			strength = 0.7
		case u.is(reverser):
			reversal = reach
		}
		if u.is(negator) {
			negation = reach
		}
		f.unitOf = append(f.unitOf, int32(len(f.units)))
		f.units = append(f.units, u)
	}
	f.contrast()
	f.own()
}

// titled tells whether a sentence is written like a headline ("Mayor Hailed As Hero After Flood"): where capitals are the
// rule they say nothing of names. Mentions do not count, so that no name decides it.
func titled(d *segment.Document, s segment.Sentence, mentions []Target) bool {
	upper, lower := 0, 0
	for i := s.First; i < s.Last; i++ {
		for len(mentions) > 0 && mentions[0].Last <= i {
			mentions = mentions[1:]
		}
		if len(mentions) > 0 && mentions[0].First <= i || d.Tokens[i].Kind != segment.Word || d.Tokens[i].End-d.Tokens[i].Start < 4 {
			continue
		}
		switch c := d.Text[d.Tokens[i].Start]; {
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z':
			lower++
		}
	}
	return upper >= 3 && upper > 3*lower
}

// saysNothing tells whether a capital is no sign of a name: where the sentence begins, in a headline, in a shout.
func (f *Features) saysNothing(d *segment.Document, i int) bool {
	return f.titled || i == f.first || opening(d.Word(i-1)) || d.Tokens[i].End-d.Tokens[i].Start > 3 && shouted(d.Word(i))
}

// opening tells whether a capital is due behind a mark: “He won,” he said: “They lost.”
func opening(mark string) bool {
	switch mark {
	case "“", `"`, "‘", "'", ":", "—", "–", "--", "•", "*", "…", "(":
		return true
	}
	return false
}

// shouted tells whether a word is all in capitals.
func shouted(t string) bool {
	for i := 0; i < len(t); i++ {
		if t[i] < 'A' || t[i] > 'Z' {
			return false
		}
	}
	return true
}

// contrast weighs what stands before "but" less and what follows it more, after Hutto & Gilbert 2014.
func (f *Features) contrast() {
	for i := range f.units {
		if f.units[i].hash == butHash {
			for j := range f.units {
				if j < i {
					f.units[j].valence /= 2
				} else {
					f.units[j].valence *= 1.5
				}
			}
			return
		}
	}
}

// read looks a token up. A capitalised word that does not open its sentence is a name, but in a headline where it is known.
func (f *Features) read(d *segment.Document, i int, named bool) unit {
	masked := unit{hash: maskedName, stem: maskedName, row: -1, class: name}
	if named {
		return masked
	}
	t := d.Word(i)
	switch d.Tokens[i].Kind {
	case segment.Number:
		return unit{hash: 1, stem: 1, row: -1, class: number}
	case segment.Clitic:
		return unit{hash: 2, stem: 2, row: -1, class: clitic}
	case segment.Mark, segment.Symbol:
		h := hash([]byte(t))
		u := unit{hash: h, stem: h, row: -1, class: mark}
		if strings.ContainsAny(t, ",;:—–()") || t == "--" {
			u.class |= breaks
		}
		return u
	}
	r, _ := utf8.DecodeRuneInString(t)
	upper := unicode.IsUpper(r)
	if upper && t != "I" && !f.saysNothing(d, i) {
		return masked
	}
	f.lower = f.lower[:0]
	for i := 0; i < len(t); i++ {
		c := t[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case strings.HasPrefix(t[i:], "’"):
			c = '\''
			i += len("’") - 1
		}
		f.lower = append(f.lower, c)
	}
	h := hash(f.lower)
	e, known := f.lexicon[h]
	if !known {
		if upper {
			return masked
		}
		e.row = -1
	}
	u := unit{hash: h, stem: hash(f.lower[:min(5, len(f.lower))]), row: e.row, valence: e.valence, topical: e.topical, class: e.class}
	if n := len(f.lower); n > 4 && string(f.lower[n-2:]) == "ly" {
		u.class |= adverb
	}
	if n := len(f.lower); n > 4 && string(f.lower[n-3:]) == "ing" {
		u.class |= gerund
	}
	if n := len(f.lower); n > 3 && string(f.lower[n-2:]) == "ed" {
		u.class |= participle
	}
	if n := len(f.lower); n > 3 && string(f.lower[n-3:]) == "n't" {
		u.class |= negator | auxiliary
	}
	return u
}

// Hash is what the features know a word in small letters by: 32-bit FNV-1a.
func Hash(word string) uint32 { return hash([]byte(word)) }

func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// breakCost is how many words a clause border counts for where words are given to names.
const breakCost = 5

// own gives each word to the nearest name of its sentence, clause borders counting as distance.
func (f *Features) own() {
	owner, cost := int32(-1), 0
	for i := range f.units {
		u := &f.units[i]
		u.owner, u.cost = owner, cost
		cost++
		if u.is(name) {
			owner, cost = int32(i), 0
			u.owner = owner
		} else if u.is(breaks) {
			cost += breakCost
		}
	}
	owner, cost = -1, 0
	for i := len(f.units) - 1; i >= 0; i-- {
		u := &f.units[i]
		if owner >= 0 && (u.owner < 0 || cost < u.cost) {
			u.owner = owner
		}
		cost++
		if u.is(name) {
			owner, cost = int32(i), 0
			u.owner = owner
		} else if u.is(breaks) {
			cost += breakCost
		}
	}
}
