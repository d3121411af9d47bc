package tagger

import (
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/segment"
)

// attr is what the features ask about one token, worked out once.
type attr struct {
	word, lower uint64 // hashes of the token in its true case and in small letters, digits as 0
	shape       uint32 // "Xx", "XX", "X.", "d": see shaper
	flags       flags
	class       uint16 // bits of the word classes it belongs to: given name, title, ...
	leaf        uint16 // cluster, up to 8,191 of them; 0 where unknown
	fine        uint16 // coarser cluster, 1024
	middle      uint8  // and 128
	coarse      uint8  // and 32
	caps        uint8  // how often the word is capitalised in mid-sentence text: 0 unknown, 1 hardly ever .. 4 always
	gazPos      uint8  // place in the longest gazetteer phrase over it: 0 none, else 1 + place
	gaz         uint16 // kinds of that phrase
	style       uint8  // of its sentence
	run         int32  // first token of its run of capitalised tokens
	runEnd      int32
	long        int32 // and of that run with those that small words join to it: "Bank of England"
	longEnd     int32
	heads       uint16 // word classes in the long run
	tells       uint8  // subjects that the word tells: trade, sport, both
}

// flags of a token.
type flags uint16

const (
	capital   flags = 1 << iota // begins with a capital, in true case
	allCaps                     // two letters or more, all capital
	inner                       // a capital behind a small letter: "McDonald", "eBay"
	digit                       // holds a digit
	mark                        // punctuation or symbol
	glued                       // no white space before it
	first                       // first word of its sentence
	handle                      // link, address or @name
	candidate                   // may be part of a name
	quoted                      // opening quotation mark before it
	small                       // has letters, all small
	upperText                   // stands in all capitals in the text, whatever its true case
)

// styles of a sentence.
const (
	prose    = iota // ordinary
	shouting        // all capitals
	headline        // most words capitalised
	tabular         // names and numbers, hardly a small word: results, line-ups, datelines
	fragment        // few words, none of them small
)

// shaper builds a shape: classes of characters, repeats dropped, at most eight.
type shaper struct {
	code uint32
	last uint32
	n    int
}

func (s *shaper) add(c uint32) {
	switch {
	case c == s.last && c == shapeUpper:
		c = shapeUppers // "XX" is not "X"
		s.code += shapeUppers - shapeUpper
		s.last = c
		return
	case c == s.last, c == shapeUpper && s.last == shapeUppers, s.n == 8:
		return
	}
	s.code = s.code<<3 | c
	s.last = c
	s.n++
}

const (
	shapeLower  = 1
	shapeUpper  = 2
	shapeUppers = 3
	shapeDigit  = 4
	shapeStop   = 5
	shapeOther  = 6
)

// casing says how the letters of a word are to be read.
type casing uint8

const (
	asWritten casing = iota
	asLower
	asTitle
)

// hashWord hashes a word in the given case, digits as 0, curly apostrophes as straight ones.
func hashWord(w string, c casing) uint64 {
	h := uint64(hashStart)
	for i := 0; i < len(w); {
		b := w[i]
		if b >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(w[i:])
			if c == asLower || c == asTitle && i > 0 {
				r = unicode.ToLower(r)
			}
			if r == '’' {
				r = '\''
			}
			h = (h ^ uint64(r)) * hashPrime
			i += n
			continue
		}
		switch {
		case b >= 'A' && b <= 'Z':
			if c == asLower || c == asTitle && i > 0 {
				b += 'a' - 'A'
			}
		case b >= '0' && b <= '9':
			b = '0'
		}
		h = (h ^ uint64(b)) * hashPrime
		i++
	}
	return mix(h)
}

// look fills the parts of an attr that the token alone decides.
func look(w string, kind segment.Kind) (attr, int) {
	var a attr
	hw, hl := uint64(hashStart), uint64(hashStart)
	var s shaper
	uppers, lowers := 0, 0
	for i := 0; i < len(w); {
		b := w[i]
		var r, l uint64
		switch {
		case b >= 'a' && b <= 'z':
			r, l = uint64(b), uint64(b)
			s.add(shapeLower)
			lowers++
			i++
		case b >= 'A' && b <= 'Z':
			if i == 0 {
				a.flags |= capital
			} else if lowers > 0 {
				a.flags |= inner
			}
			r, l = uint64(b), uint64(b)+'a'-'A'
			s.add(shapeUpper)
			uppers++
			i++
		case b >= '0' && b <= '9':
			r, l = '0', '0'
			s.add(shapeDigit)
			a.flags |= digit
			i++
		case b < utf8.RuneSelf:
			r, l = uint64(b), uint64(b)
			if b == '.' {
				s.add(shapeStop)
			} else {
				s.add(shapeOther)
			}
			i++
		default:
			c, n := utf8.DecodeRuneInString(w[i:])
			low := unicode.ToLower(c)
			switch {
			case low != c:
				if i == 0 {
					a.flags |= capital
				}
				s.add(shapeUpper)
				uppers++
			case unicode.IsLetter(c):
				s.add(shapeLower)
				lowers++
			default:
				s.add(shapeOther)
			}
			if c == '’' {
				c, low = '\'', '\''
			}
			r, l = uint64(c), uint64(low)
			i += n
		}
		hw = (hw ^ r) * hashPrime
		hl = (hl ^ l) * hashPrime
	}
	a.word, a.lower, a.shape = mix(hw), mix(hl), s.code
	switch {
	case uppers >= 2 && lowers == 0:
		a.flags |= allCaps
	case lowers > 0 && uppers == 0:
		a.flags |= small
	}
	switch kind {
	case segment.Mark, segment.Symbol, segment.Clitic:
		a.flags |= mark
	case segment.Link:
		a.flags |= handle
	}
	return a, uppers
}
