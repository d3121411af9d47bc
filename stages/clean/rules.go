package clean

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/decode"
)

// longestBoilerplate is the longest block, in bytes, that a block rule may take.
const longestBoilerplate = 420

// rule takes a whole block away. It is asked where the block begins with one of its first words (one or two), or holds one of its
// cues; then its pattern decides. A rule has examples that must match and that must not, which the test holds it to.
type rule struct {
	name    string
	first   string // lower-cased, commas between
	cues    []string
	longest int // bytes
	pattern matcher
	yes, no []string
}

// rules are asked in this order where a line offers several the same first words.
var rules = slices.Concat(pictureRules, callRules, linkRules, noticeRules)

// byFirst holds the rules to ask by the first word or the first two words of a line.
var byFirst = func() map[string][]*rule {
	m := map[string][]*rule{}
	for i := range rules {
		for _, words := range strings.Split(rules[i].first, ",") {
			if words = strings.TrimSpace(words); words != "" {
				m[words] = append(m[words], &rules[i])
			}
		}
	}
	return m
}()

// ruleOf returns the name of the rule that takes the whole line away, empty where none does.
func ruleOf(line string, kind decode.Kind) string {
	if kind == decode.Caption {
		return "caption"
	}
	if len(line) > longestBoilerplate {
		return ""
	}
	if !hasWord(line) {
		return ruleEnd
	}
	if onlyHashtags(line) {
		return ruleEnd
	}
	line = strings.Trim(line, " *_#>[]|")
	if strings.IndexByte(line, ' ') < 0 {
		switch {
		case strings.HasPrefix(line, "http"):
			return "link"
		case strings.IndexByte(line, '@') > 0:
			return "contact"
		}
	}
	if name := phraseRule(line); name != "" {
		return name
	}
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLower(r) || len(line) <= longestLabel && strings.Contains(line, ": ") {
		var buf [longestFirst]byte
		one, two := firstWords(line, &buf)
		for _, words := range [][]byte{one, two} {
			for _, r := range byFirst[string(words)] {
				if r.matches(line) {
					return r.name
				}
			}
		}
	}
	return cued(line)
}

// onlyHashtags tells whether a line is nothing but hashtags: "#EU #transport".
func onlyHashtags(line string) bool {
	if line[0] != '#' || len(line) < 2 || line[1] == '#' || line[1] == ' ' {
		return false
	}
	for _, word := range strings.Fields(line) {
		if word[0] != '#' {
			return false
		}
	}
	return true
}

func (r *rule) matches(line string) bool {
	return len(line) <= r.longest && r.pattern.match(line)
}

// cue is a string that a rule looks for.
type cue struct {
	text string
	rule *rule
}

// cues holds the cues by their first four bytes, with a bit set for each, so that one walk over a line finds all of them;
// shorter ones are looked for one by one.
var cues = func() (t struct {
	bits  [4096 / 64]uint64
	long  map[uint32][]cue
	short []cue
}) {
	t.long = map[uint32][]cue{}
	for i := range rules {
		for _, c := range rules[i].cues {
			if len(c) < 4 {
				t.short = append(t.short, cue{c, &rules[i]})
				continue
			}
			key := uint32(c[0]) | uint32(c[1])<<8 | uint32(c[2])<<16 | uint32(c[3])<<24
			t.bits[slot(key)/64] |= 1 << (slot(key) % 64)
			t.long[key] = append(t.long[key], cue{c, &rules[i]})
		}
	}
	return t
}()

// slot returns the place of four bytes among the bits.
func slot(key uint32) uint32 { return key * 0x9E3779B1 >> 20 }

// cued returns the name of a rule that takes the line away for a cue in it.
func cued(line string) string {
	key := uint32(0)
	for i := 0; i < len(line); i++ {
		key = key>>8 | uint32(line[i])<<24
		if at := slot(key); cues.bits[at/64]&(1<<(at%64)) == 0 {
			continue
		}
		for _, c := range cues.long[key] {
			if strings.HasPrefix(line[i-3:], c.text) && c.rule.matches(line) {
				return c.rule.name
			}
		}
	}
	for _, c := range cues.short {
		if strings.Contains(line, c.text) && c.rule.matches(line) {
			return c.rule.name
		}
	}
	return ""
}

// longestLabel is the longest line that may begin with a small letter: "views: 212".
const longestLabel = 40

// longestFirst is longer than any first words of a rule.
const longestFirst = 32

// firstWords returns the first word and the first two words of a line in buf, lower-cased and without marks before the first and
// behind the last; of a number its first digit. Lines with longer words have none.
func firstWords(line string, buf *[longestFirst]byte) (one, two []byte) {
	if line != "" && line[0] >= utf8.RuneSelf || strings.IndexByte(`([-" `, line[0]) >= 0 {
		line = strings.TrimLeft(line, `([-–—"“ `)
	}
	n := 0
	for ; n < len(line) && n < longestFirst; n++ {
		c := line[n]
		if c == ' ' {
			if one != nil {
				break
			}
			one = buf[:n]
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[n] = c
	}
	if n == longestFirst && n < len(line) && line[n] != ' ' {
		n = len(one)
	}
	if one == nil {
		one = buf[:n]
	}
	two = buf[:n]
	if n > 0 && isDigit(buf[0]) {
		return buf[:1], nil
	}
	one, two = bytes.TrimRight(one, "!:.|,;?)"), bytes.TrimRight(two, "!:.|,;?)")
	if len(two) == len(one) {
		two = nil
	}
	return one, two
}
