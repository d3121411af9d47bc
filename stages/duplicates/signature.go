// Package duplicates finds near duplicates: agency copy under another headline, trimmed, lightly edited.
//
// A text is the set of its shingles, every three words in a row, in lower case and without marks. The similarity of two
// texts is Jaccard's: shingles in both by shingles in either. A Signature is a sketch of the set (MinHash), from which the
// similarity of any two texts is estimated with a standard error of 0.044 at most. Group compares texts whose signatures
// agree in some band of rows, and puts those together whose estimated similarity reaches Threshold.
//
// Sign is a pure function of one document; Group is a pure function of the signatures in the order of articles. All
// constants are fixed: signatures made by one version may be compared on any machine.
package duplicates

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"broadsheet/stages/segment"
)

// A signature has rows cells: groups hash functions, of which each deals the shingles out over bins cells by its first four
// bits. A cell keeps the least of the hashes dealt to it.
const (
	groups = 8
	bins   = 16
	rows   = groups * bins
)

// shingle is the number of words in a shingle.
const shingle = 3

// Signature is the sketch of a text, 16 bits a cell. The zero value is that of a text without words, which resembles
// nothing.
type Signature [rows]uint16

// functions are hash functions, a multiplier and an addend each, made by SplitMix64 from a fixed seed: one for each group,
// and then one for each cell.
var functions = func() (f [groups + rows][2]uint64) {
	state := uint64(0x6272_6f61_6473_6865)
	next := func() uint64 {
		state += 0x9e3779b97f4a7c15
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return z ^ z>>31
	}
	for i := range f {
		f[i] = [2]uint64{next() | 1, next()}
	}
	return f
}()

// empty is a cell that no shingle was dealt to.
const empty = ^uint32(0)

// Sign returns the signature of a text.
func Sign(doc *segment.Document) Signature {
	var least [rows]uint32
	for i := range least {
		least[i] = empty
	}
	for h := range hashes(doc) {
		for g := range groups {
			v := h*functions[g][0] + functions[g][1]
			cell := &least[g*bins+int(v>>60)]
			*cell = min(*cell, uint32(v>>28))
		}
	}
	// A cell that stays empty, as some do in a short text, holds the least hash of all shingles by a function of its own. Where
	// it is empty in both of two texts it tells as much of them as the others; where in one, they differ.
	var s Signature
	for i, v := range least {
		if v == empty {
			for h := range hashes(doc) {
				v = min(v, uint32((h*functions[groups+i][0]+functions[groups+i][1])>>32))
			}
			if v == empty {
				return Signature{}
			}
		}
		s[i] = uint16(v)
	}
	return s
}

// hashes yields a hash for each shingle of a text; a text of fewer words is one shingle.
func hashes(doc *segment.Document) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		var a, b uint64
		words := 0
		for i, t := range doc.Tokens {
			if t.Kind != segment.Word && t.Kind != segment.Number && t.Kind != segment.Link {
				continue
			}
			c := hashWord(doc.Word(i))
			if words++; words >= shingle && !yield(mix(a, b, c)) {
				return
			}
			a, b = b, c
		}
		if words > 0 && words < shingle {
			yield(mix(0, a, b))
		}
	}
}

// mix makes one hash of the hashes of three words.
func mix(a, b, c uint64) uint64 {
	h := a*0x9e3779b97f4a7c15 ^ bits.RotateLeft64(b*0xc2b2ae3d27d4eb4f, 21) ^ bits.RotateLeft64(c*0x165667b19e3779f9, 42)
	h ^= h >> 31
	return h * 0x9e3779b97f4a7c15
}

// longestWord is how many bytes of a word are told apart in its lower-case form.
const longestWord = 64

// hashWord hashes a word in lower case.
func hashWord(w string) uint64 {
	var buf [longestWord + utf8.UTFMax]byte
	n := 0
	for _, r := range w {
		if n >= longestWord {
			return xxh3.HashString(w)
		}
		if r < utf8.RuneSelf {
			if r >= 'A' && r <= 'Z' {
				r |= 0x20
			}
			buf[n] = byte(r)
			n++
			continue
		}
		n += utf8.EncodeRune(buf[n:], unicode.ToLower(r))
	}
	return xxh3.Hash(buf[:n])
}

// Similarity estimates the Jaccard similarity of two texts.
func Similarity(a, b *Signature) float64 {
	if *a == (Signature{}) || *b == (Signature{}) {
		return 0
	}
	equal := 0
	for i := range a {
		if a[i] == b[i] {
			equal++
		}
	}
	return float64(equal) / rows
}

// band returns the key of one band of a signature.
func (s *Signature) band(i int) uint64 {
	var buf [8]byte
	for j := range bandRows {
		binary.LittleEndian.PutUint16(buf[2*j:], s[i*bandRows+j])
	}
	return binary.LittleEndian.Uint64(buf[:])
}
