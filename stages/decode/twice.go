package decode

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// encodedTwice returns how many bytes at the start of s are the characters of one UTF-8 sequence that was read as
// windows-1252 or Latin-1 and encoded again, and the character meant: "â€œ" is “, "Ã©" is é. It returns 0 where s
// begins otherwise: "Ã" before an ordinary letter ("NÃO") is a letter.
func encodedTwice(s string) (int, string) {
	lead, size := utf8.DecodeRuneInString(s)
	if lead < 0xC2 || lead > 0xF4 {
		return 0, ""
	}
	raw := []byte{byte(lead), 0, 0, 0}
	want := 2
	switch {
	case lead >= 0xF0:
		want = 4
	case lead >= 0xE0:
		want = 3
	}
	for n := 1; n < want; n++ {
		r, next := utf8.DecodeRuneInString(s[size:])
		c, ok := singleByte(r)
		if !ok || c < 0x80 || c > 0xBF {
			return 0, ""
		}
		raw[n] = c
		size += next
	}
	r, n := utf8.DecodeRune(raw[:want])
	if n != want || r == utf8.RuneError {
		return 0, ""
	}
	return size, string(r)
}

// singleByte returns the byte that windows-1252, or Latin-1 where it has none, writes a character with.
func singleByte(r rune) (byte, bool) {
	if r >= 0x80 && r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// countTwice counts sequences that were encoded twice, up to 2: one pair of characters ("Â°") may be meant as it stands.
func countTwice(s string) int {
	n := 0
	for i := 0; i < len(s) && n < 2; {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		if size, _ := encodedTwice(s[i:]); size > 0 {
			n++
			i += size
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return n
}
