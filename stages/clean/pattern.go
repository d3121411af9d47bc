package clean

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// matcher is a list of patterns, each with what its lines begin with: most lines are told by that alone.
type matcher []form

// form is one pattern.
type form struct {
	prefixes []string // lower-cased ASCII; none where any line may match
	pattern  *regexp.Regexp
	closing  bool // asked wherever a sentence opens
}

// anyOf matches a line from its start by one of the given patterns.
func anyOf(patterns ...string) matcher {
	var m matcher
	for _, p := range patterns {
		parsed, err := syntax.Parse(p, syntax.Perl)
		if err != nil {
			panic(err)
		}
		prefixes, _ := prefixesOf(parsed)
		m = append(m, form{prefixes: prefixes, pattern: regexp.MustCompile(`^(?:` + p + `)`)})
	}
	return m
}

// closing matches a line that ends with one of the given patterns, from its start or from where a sentence or a bracket opens.
func closing(patterns ...string) matcher {
	m := anyOf(patterns...)
	for i := range m {
		m[i].closing = true
	}
	return m
}

func (m matcher) match(line string) bool {
	if m[0].closing {
		for at := len(line); at >= 0; at-- {
			if opens(line, at) && m.matchAt(line[at:]) {
				return true
			}
		}
		return false
	}
	return m.matchAt(line)
}

// opens tells whether a sentence, or what stands in brackets or behind a bar or dash, opens at byte at of a line.
func opens(line string, at int) bool {
	switch {
	case at == 0:
		return true
	case at == len(line):
		return false
	case line[at] == '(' || line[at-1] == '|' || line[at-1] == '(':
		return true
	case line[at-1] != ' ' || at == 1:
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(line[:at-1])
	return strings.ContainsRune(".!?)”\"|-–—", before)
}

func (m matcher) matchAt(line string) bool {
	for i := range m {
		if m[i].begins(line) && m[i].pattern.MatchString(line) {
			return true
		}
	}
	return false
}

func (f *form) begins(line string) bool {
	for _, p := range f.prefixes {
		if len(line) >= len(p) && strings.EqualFold(line[:len(p)], p) {
			return true
		}
	}
	return f.prefixes == nil
}

// prefixesOf returns the strings of which one begins all that an expression matches, and whether the expression matches
// nothing beyond them; no strings where it may begin with anything.
func prefixesOf(re *syntax.Regexp) (prefixes []string, whole bool) {
	switch re.Op {
	case syntax.OpLiteral:
		s := strings.ToLower(string(re.Rune))
		if n := strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }); n >= 0 {
			s = s[:n]
			return one(s), false
		}
		return one(s), true
	case syntax.OpCapture:
		return prefixesOf(re.Sub[0])
	case syntax.OpAlternate:
		whole = true
		for _, sub := range re.Sub {
			p, w := prefixesOf(sub)
			if p == nil {
				return nil, false
			}
			prefixes, whole = append(prefixes, p...), whole && w
		}
		return prefixes, whole
	case syntax.OpConcat:
		prefixes, whole = prefixesOf(re.Sub[0])
		if len(prefixes) == 1 && whole && len(re.Sub) > 1 {
			if next, w := prefixesOf(re.Sub[1]); next != nil {
				for i := range next {
					next[i] = prefixes[0] + next[i]
				}
				return next, w && len(re.Sub) == 2
			}
		}
		return prefixes, false
	}
	return nil, false
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
