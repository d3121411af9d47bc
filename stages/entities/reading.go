package entities

import (
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/segment"
)

// reading is one text with what is found in it.
type reading struct {
	base   *knowledge.Base
	words  lexicon
	d      *segment.Document
	tokens []token     // of d.Tokens
	spans  []span      // in text order, disjoint
	small  [256]uint64 // bits by hash of the words that stand in small letters, so that "Tell" is known to be a word
}

// token is what the rules ask about a token, worked out once.
type token struct {
	word
	flags flags
}

type flags uint8

const (
	capital  flags = 1 << iota // begins with a capital letter
	allCaps                    // two letters or more, all capital
	small                      // begins with a small letter
	digits                     // begins with a digit
	opening                    // first word of its sentence
	shouting                   // of a sentence in capitals
	headline                   // of a sentence most of whose words are capitalised
	field                      // of what a minister is minister of
)

// span is a name in the text.
type span struct {
	first, last int // tokens
	kind        kind
	tagged      kind    // the tagger's kind; none where it found no name here
	raw         float64 // the tagger's own estimate
	tagSure     float64 // how sure it is of the kind, where other evidence is weighed in
	sure        float64 // 0..1, that span and kind are right
	match       knowledge.Match
	thing       int // index into resolution.things
	cause       cause
	links       cause
}

// cause names the rule that decided.
type cause string

func (t *reading) sentenceOf(s *span) int { return t.d.SentenceAt(t.d.Tokens[s.first].Start) }

// text returns the text of tokens [first, last).
func (t *reading) text(first, last int) string {
	return t.d.Text[t.d.Tokens[first].Start:t.d.Tokens[last-1].End]
}

func (t *reading) is(i int, f flags) bool { return t.tokens[i].flags&f != 0 }

func (t *reading) has(i int, c classes) bool { return t.tokens[i].classes&c != 0 }

// touches tells whether no white space stands before token i.
func (t *reading) touches(i int) bool { return i > 0 && t.d.Tokens[i-1].End == t.d.Tokens[i].Start }

// look fills the tokens.
func (t *reading) look() {
	for i := range t.d.Sentences {
		s := &t.d.Sentences[i]
		capitals, lowers, upper, seen := 0, 0, 0, false
		for j := s.First; j < s.Last; j++ {
			if k := t.d.Tokens[j].Kind; k != segment.Word {
				if k == segment.Number {
					t.tokens[j].flags = digits
				}
				continue
			}
			w := t.d.Word(j)
			tok := &t.tokens[j]
			tok.flags = shapeOf(w)
			h := wordHash(w)
			tok.word = t.words.find(w, h)
			if tok.flags&small != 0 {
				t.small[h>>6&255] |= 1 << (h & 63)
			}
			if !seen {
				tok.flags |= opening
				seen = true
			}
			switch {
			case tok.flags&allCaps != 0:
				upper++
			case tok.flags&capital != 0 && len(w) > 1:
				capitals++
			case tok.flags&small != 0 && tok.classes&function == 0:
				lowers++
			}
		}
		style := flags(0)
		switch {
		case upper >= 3 && capitals == 0 && lowers == 0:
			style = shouting
		case capitals >= 4 && lowers*5 <= capitals && t.d.Word(s.Last-1) != ".":
			style = headline
		}
		if style != 0 {
			for j := s.First; j < s.Last; j++ {
				t.tokens[j].flags |= style
			}
		}
	}
}

// wordHash hashes a word as if its ASCII letters were small.
func wordHash(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

// common tells whether the capitalised word at i stands in small letters elsewhere in the text.
func (t *reading) common(i int) bool {
	h := wordHash(t.d.Word(i))
	return t.small[h>>6&255]>>(h&63)&1 != 0
}

// shapeOf returns the flags of a word by itself.
func shapeOf(w string) (f flags) {
	if c := w[0]; c >= 'a' && c <= 'z' {
		return small
	} else if c >= utf8.RuneSelf {
		switch r, _ := utf8.DecodeRuneInString(w); {
		case unicode.IsUpper(r):
			f = capital
		case unicode.IsLower(r):
			return small
		default:
			return 0
		}
	} else if c >= 'A' && c <= 'Z' {
		f = capital
	}
	letters := 0
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 'a' && c <= 'z' {
			return f
		} else if c >= 'A' && c <= 'Z' {
			letters++
		}
	}
	if letters >= 2 {
		f |= allCaps
	}
	return f
}
