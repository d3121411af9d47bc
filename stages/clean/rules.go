package clean

import (
	"bytes"
	"regexp"
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
	pattern *regexp.Regexp
	yes, no []string
}

// rules are asked in this order where a line offers several the same first words.
var rules = slices.Concat(pictureRules, callRules, linkRules, noticeRules)

// anyOf matches a line from its start by one of the given patterns.
func anyOf(patterns ...string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + strings.Join(patterns, `|`) + `)`)
}

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
		return "end mark"
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
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLower(r) {
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

func (r *rule) matches(line string) bool {
	return len(line) <= r.longest && r.pattern.MatchString(line)
}

// cue is a string that a rule looks for.
type cue struct {
	text string
	rule *rule
}

// byPair holds the cues by their first two bytes, so that one walk over a line finds all of them.
var byPair = func() (t [4096][]cue) {
	for i := range rules {
		for _, c := range rules[i].cues {
			p := pair(c[0], c[1])
			t[p] = append(t[p], cue{c, &rules[i]})
		}
	}
	return t
}()

func pair(a, b byte) int { return (int(a)<<4 ^ int(b)) & 4095 }

// cued returns the name of a rule that takes the line away for a cue in it.
func cued(line string) string {
	for i := 0; i+1 < len(line); i++ {
		for _, c := range byPair[pair(line[i], line[i+1])] {
			if strings.HasPrefix(line[i:], c.text) && c.rule.matches(line) {
				return c.rule.name
			}
		}
	}
	return ""
}

// longestFirst is longer than any first words of a rule.
const longestFirst = 32

// firstWords returns the first word and the first two words of a line in buf, lower-cased and without marks before the first and
// behind the last; of a number its first digit. Lines with longer words have none.
func firstWords(line string, buf *[longestFirst]byte) (one, two []byte) {
	line = strings.TrimLeft(line, `([-–—"“ `)
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
