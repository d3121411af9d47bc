package entities

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/entities/knowledge"
)

// slug returns a name in small ASCII letters and digits with hyphens between words; a hash of the name where nothing of
// it can be written so.
func slug(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	put := func(c byte) {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteByte(c)
		case c != '\'' && c != '.':
			gap = true // "U.S." is us, "O'Brien" obrien
		}
	}
	lost := false
	for _, r := range name {
		if r < utf8.RuneSelf {
			put(byte(r))
			continue
		}
		s := knowledge.Fold(r)
		for i := 0; i < len(s); i++ {
			put(s[i])
		}
		if s == "" {
			lost = lost || unicode.IsLetter(r)
			gap = true
		}
	}
	if b.Len() == 0 || lost {
		h := fnv.New64a()
		h.Write([]byte(name))
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		fmt.Fprintf(&b, "%016x", h.Sum64())
	}
	return b.String()
}
