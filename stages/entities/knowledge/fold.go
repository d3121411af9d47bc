package knowledge

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// casing says how letters are read.
type casing uint8

const (
	asWritten casing = iota
	capitals         // every letter as a capital
)

// scanner hashes a name character by character, accents and the shapes of marks apart. The hash is FNV-1a's.
type scanner struct {
	h     uint64
	first uint64 // hash of the letters before the first other character; 0 until it is met
	n     int    // characters after folding
	c     casing
}

const (
	hashStart = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// begin starts a name. The two readings start far apart: with starts one apart, "SIS" as written would be "PiS" in capitals.
func (s *scanner) begin(c casing) { *s = scanner{h: hashStart ^ uint64(c)<<32, c: c} }

func (s *scanner) add(b byte) {
	if s.c == capitals && b >= 'a' && b <= 'z' {
		b -= 'a' - 'A'
	}
	if s.first == 0 && !alphanumeric(b) {
		s.first = s.h
	}
	s.h = (s.h ^ uint64(b)) * hashPrime
	s.n++
}

func (s *scanner) text(t string) {
	for i := 0; i < len(t); {
		if c := t[i]; c < utf8.RuneSelf {
			s.add(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		s.wide(r)
		i += n
	}
}

func (s *scanner) wide(r rune) {
	if f := Fold(r); f != "" {
		for j := 0; j < len(f); j++ {
			s.add(f[j])
		}
		return
	}
	if s.c == capitals {
		r = unicode.ToUpper(r)
	}
	for ; r > 0; r >>= 8 {
		s.h = (s.h ^ uint64(r&0xff|0x100)) * hashPrime
		s.n++
	}
}

func (s *scanner) sum() uint64 { return mix(s.h) }

func (s *scanner) firstWord() uint64 {
	if s.first == 0 {
		return mix(s.h)
	}
	return mix(s.first)
}

// mix spreads a hash over all of its bits.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xbf58476d1ce4e5b9
	return h ^ bits.RotateLeft64(h, 29)
}

func alphanumeric(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// Fold returns the ASCII letters and marks that stand for a character of a Latin alphabet: "O" for Ø, "ss" for ß; empty
// where there are none.
func Fold(r rune) string {
	switch {
	case r < utf8.RuneSelf:
		return ""
	case r >= 0xc0 && int(r-0xc0) < len(latin):
		return latin[r-0xc0]
	case r >= 0x1ea0 && r <= 0x1ef9:
		return vietnamese(r)
	}
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', '´', '`':
		return "'"
	case '‐', '‑', '–', '—', '−':
		return "-"
	case 'Ș':
		return "S"
	case 'ș':
		return "s"
	case 'Ț':
		return "T"
	case 'ț':
		return "t"
	case 'ə':
		return "a"
	case 'Ə':
		return "A"
	case 'ơ':
		return "o"
	case 'Ơ':
		return "O"
	case 'ư':
		return "u"
	case 'Ư':
		return "U"
	}
	return ""
}

// latin folds U+00C0 to U+017F.
var latin = func() (t [0x180 - 0xc0]string) {
	rows := []struct {
		to    string
		runes string
	}{
		{"A", "ÀÁÂÃÄÅĀĂĄ"}, {"a", "àáâãäåāăą"}, {"AE", "Æ"}, {"ae", "æ"}, {"C", "ÇĆĈĊČ"}, {"c", "çćĉċč"},
		{"D", "ÐĎĐ"}, {"d", "ðďđ"}, {"E", "ÈÉÊËĒĔĖĘĚ"}, {"e", "èéêëēĕėęě"}, {"G", "ĜĞĠĢ"}, {"g", "ĝğġģ"},
		{"H", "ĤĦ"}, {"h", "ĥħ"}, {"I", "ÌÍÎÏĨĪĬĮİ"}, {"i", "ìíîïĩīĭįı"}, {"J", "Ĵ"}, {"j", "ĵ"}, {"K", "Ķ"}, {"k", "ķĸ"},
		{"L", "ĹĻĽĿŁ"}, {"l", "ĺļľŀł"}, {"N", "ÑŃŅŇŊ"}, {"n", "ñńņňŉŋ"}, {"O", "ÒÓÔÕÖØŌŎŐ"}, {"o", "òóôõöøōŏő"},
		{"OE", "Œ"}, {"oe", "œ"}, {"R", "ŔŖŘ"}, {"r", "ŕŗř"}, {"S", "ŚŜŞŠ"}, {"s", "śŝşšſ"}, {"ss", "ß"},
		{"T", "ŢŤŦ"}, {"t", "ţťŧ"}, {"Th", "Þ"}, {"th", "þ"}, {"U", "ÙÚÛÜŨŪŬŮŰŲ"}, {"u", "ùúûüũūŭůűų"},
		{"W", "Ŵ"}, {"w", "ŵ"}, {"Y", "ÝŶŸ"}, {"y", "ýÿŷ"}, {"Z", "ŹŻŽ"}, {"z", "źżž"},
	}
	for _, row := range rows {
		for _, r := range row.runes {
			t[r-0xc0] = row.to
		}
	}
	return t
}()

// vietnamese folds U+1EA0 to U+1EF9, whose letters come in pairs of a capital and a small one.
func vietnamese(r rune) string {
	const bases = "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy"
	return bases[r-0x1ea0 : r-0x1ea0+1]
}
