package figures

import (
	"slices"
	"strings"

	"broadsheet/stages/dates"
)

// isReportDay tells whether the time at token i is when something was said or published, not what the figure covers: "said
// on Tuesday", "a report released last week".
func (p *periods) isReportDay(first, i int) bool {
	if t := p.timeAt(i); t > 0 && i > first+1 && (p.doc.Word(t) == "that" || p.isVerb(t) && p.isParticiple(i-1) && !p.isVerb(i-2) && !measured[p.doc.Word(i-1)]) {
		return true // "told a meeting on Monday that", "a decree signed on July 11 lets firms …"
	}
	switch p.doc.Word(max(i-1, 0)) {
	case "a", "its", "their": // "posted a second-quarter profit"
		return false
	}
	for j := i - 1; j >= max(first, i-8); j-- {
		w := p.doc.Word(j)
		if w[0] >= 'A' && w[0] <= 'Z' && j > first {
			continue // "announced by President Anna Berg a year ago"
		}
		w = strings.ToLower(w)
		if reports[w] {
			return true
		}
		if !passed[w] && !(j > first && p.doc.Word(j-1) == "told") { // "told parliament in January"
			return false
		}
	}
	return false
}

// timeAt returns the token behind the time that begins at token i, 0 where none does.
func (p *periods) timeAt(i int) int {
	t, found := slices.BinarySearchFunc(p.moments, i, func(m span, i int) int { return m.from - i })
	if !found {
		return 0
	}
	return min(p.moments[t].to, len(p.doc.Tokens)-1)
}

// compares tells whether time e, tokens [from, to), is what something is compared with: "up from $3 billion a year earlier",
// "than in 2022", but not "from May to June" or "a drop from the past year, when it stood at 12%".
func (p *periods) compares(e dates.Expression, first, from, to int) bool {
	if to+1 < len(p.doc.Tokens) && p.doc.Word(to) == "," && p.doc.Word(to+1) == "when" {
		return false
	}
	if w := p.doc.Word(max(from-1, first)); w == "level" || w == "levels" || w == "average" || w == "norm" {
		return true // "98% of the level in 2019"
	}
	if p.doc.Word(from) == "as" && p.doc.Word(from+1) == "in" {
		return true // "the same as in 2022"
	}
	if p.doc.Word(from) == "from" && e.Start != nil && e.End == nil && p.looksAhead(e.Sentence) {
		return false // "will make 500 cars a year from 2026"
	}
	if w := p.doc.Word(from); (w == "from" || w == "From") && to-from > 3 && e.Start != nil && e.End != nil && p.holdsTo(from, to) {
		from-- // "from May to June"
	}
	return p.comparesAt(first, from)
}

// holdsTo tells whether tokens [from, to) join two ends of a range.
func (p *periods) holdsTo(from, to int) bool {
	for i := from; i < to; i++ {
		if w := p.doc.Word(i); w == "to" || w == "until" || w == "through" {
			return true
		}
	}
	return false
}

// comparesAt tells whether a comparison opens at most a few small words before token i.
func (p *periods) comparesAt(first, i int) bool {
	for j := i; j >= max(first, i-4); j-- {
		switch strings.ToLower(p.doc.Word(j)) {
		case "from", "than", "versus", "vs", "against", "compared", "comparison", "unlike":
			return true
		case "below", "above":
			return p.doc.Word(j+1) == "that" // "13 points below that of 2020"
		case "with", "to", "in", "at", "the", "a", "year", "about", "on", "for", "that", "of", "and", "over", "during", "we", "it", "they", "did", "was", "were":
		default:
			if j != i {
				return false
			}
		}
	}
	return false
}

// results are verbs that tell a figure of one's own.
var results = wordSet(`reported posted recorded expects forecast forecasts projects projected sees anticipates estimates estimated`)

// measured are participles of what yields numbers: "polls taken in May give them 35%".
var measured = wordSet(`taken conducted held made measured sold shipped produced recorded registered collected`)

var reports = wordSet(`said says told announced reported stated published released issued wrote posted unveiled dated added revealed disclosed
	presented tweeted declared confirmed warned argued spoke speaking reporting`)

// states are verbs of what lasts: "which took force in 2020 and covers 29 areas".
var states = wordSet(`has is are covers includes employs operates owns contains provides offers serves runs accounts holds remains have
	employ operate own cover include`)

var passed = wordSet(`in a an the statement interview report note research reporters here to late early his her its on conference press news
	email speech meeting cabinet briefing by president minister prime -`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
