package figures

import (
	"unicode/utf8"

	"broadsheet/stages/segment"
)

// promising tells whether a sentence may hold a figure: digits, a vulgar fraction or a number word. Most sentences do not,
// so this is where the stage's speed is made: one pass over the bytes, one look-up of three letters a word.
func (s *sentence) promising(sent segment.Sentence) bool {
	text := s.doc.Text[sent.Start:sent.End]
	wide := false
	for i := 0; i < len(text); i++ {
		if b := text[i]; b-'0' <= 9 {
			return true
		} else if b >= utf8.RuneSelf {
			wide = true
		}
	}
	for i := sent.First; i < sent.Last; i++ {
		t := &s.doc.Tokens[i]
		switch {
		case t.Kind == segment.Word && t.End-t.Start >= 3:
			if mayBeNumber(s.doc.Text[t.Start:t.End]) {
				return true
			}
		case wide && t.Kind != segment.Word:
			if vulgar(t.Of(s.doc.Text)) > 0 {
				return true
			}
		}
	}
	return false
}

// openings has a bit for the first three letters of every number word.
var openings = func() (bits [1 << 15 / 64]uint64) {
	for _, words := range []map[string]float64{cardinals, parts, folds, multiples} {
		for w := range words {
			at := firstThree(w)
			bits[at/64] |= 1 << (at % 64)
		}
	}
	return bits
}()

// firstThree packs the first three letters of a word, in either case, into 15 bits.
func firstThree(w string) uint {
	return uint(w[0]&31)<<10 | uint(w[1]&31)<<5 | uint(w[2]&31)
}

// mayOpen tells whether a number may begin with the token: digits, a number word, an article ("a third"), ".5", "½", and what
// touches its digits ("USD34.6").
func (t *tok) mayOpen() bool {
	switch t.kind {
	case segment.Number:
		return true
	case segment.Mark:
		return t.s == "."
	case segment.Symbol:
		return vulgar(t.s) > 0
	case segment.Word:
		if t.class&numberWord != 0 || t.low == "a" || t.low == "an" || len(t.s) >= 3 && mayBeNumber(t.s) {
			return true
		}
		for i := 1; t.upper && i < len(t.s); i++ {
			if t.s[i]-'0' <= 9 {
				return true
			}
		}
	}
	return false
}

// mayBeNumber tells whether a word of three letters or more is a number word.
func mayBeNumber(w string) bool {
	if at := firstThree(w); openings[at/64]&(1<<(at%64)) == 0 {
		return false
	}
	w = lower(w)
	if _, ok := cardinals[w]; ok {
		return true
	}
	return parts[w] != 0 || folds[w] != 0 || multiples[w] != 0
}
