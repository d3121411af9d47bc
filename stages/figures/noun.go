package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// decades are number words that count nothing: "two fifties".
var decades = wordSet(`nines tens twenties thirties forties fifties sixties seventies eighties nineties hundreds thousands millions`)

// vehicles are nouns that a number in front names: "an 18-wheeler", "a double-decker".
var vehicles = wordSet(`decker deckers footer footers gauge hander incher iron miler milers pager parter pounder pounders seater seaters tonner tonners wheeler
	wheelers`)

// collectives are nouns that count many without a plural.
var collectives = map[string]bool{"people": true, "staff": true, "personnel": true, "police": true, "men": true, "women": true, "children": true, "cattle": true,
	"fish": true, "sheep": true, "aircraft": true, "troops": true, "spacecraft": true, "crew": true, "species": true, "series": true, "livestock": true, "poultry": true,
	"fishermen": true, "feet": true, "teeth": true, "mice": true, "criteria": true, "media": true, "indices": true, "servicemen": true, "policemen": true, "viruses": true, "buses": true, "ads": true, "mps": true, "tvs": true, "cds": true, "pcs": true}

// singularsInS are no plurals.
var singularsInS = wordSet(`alias always arkansas asbestos athletics atlas besides bias canvas chaos christmas dallas diabetes economics electronics gas honduras james kansas
	kudos lens logistics mathematics measles news pancreas perhaps physics politics rabies robotics texas towards vegas wales`)

func isPlural(w string) bool {
	if collectives[w] {
		return true
	}
	if singularsInS[w] {
		return false
	}
	if _, ok := compoundSingular(w); ok {
		return true
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
}

// isPlural tells whether a token is a plural: "workers", "RBIs".
func (t *tok) isPlural() bool { return isPlural(t.low) || initials(t.s) }

// initials tells whether w is the plural of an abbreviation: "MPs", "RBIs".
func initials(w string) bool {
	n := len(w)
	return n > 2 && w[n-1] == 's' && strings.IndexFunc(w[:n-1], func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// doublePlurals are plurals that go before another: "sales figures", "arms dealers".
var doublePlurals = wordSet(`sales goods arms sports savings communications systems operations services earnings news works customs rights gas securities awards
	staff crew police media personnel cattle fish sheep poultry livestock aircraft`)

// nounsAt returns the noun phrase at token i that a number may count: its head is plural, or the number is one, or it is
// a hyphenated modifier ("a three-door car").
func (s *sentence) nounsAt(i int, q *quantity) (span, bool) {
	head := s.headAt(i)
	if head < 0 {
		return span{}, false
	}
	first, h, out := &s.toks[i], &s.toks[head], span{i, head + 1}
	hyphened, one := i == q.to+1, q.value == 1 && q.scale == 1
	plain := !first.upper && first.class&noun != 0 && first.class&(participle|adjective) == 0
	switch {
	case h.upper && head == i && head+1 < len(s.toks) && s.toks[head+1].kind == segment.Number:
		return span{}, false // the head of the next cell: "loss 21.1 mln Revs 63.9 mln"
	case hyphened && vehicles[first.low]:
		return span{}, false // "an 18-wheeler"
	case hyphened && plain && first.class&gerund == 0 && s.toks[i-1].s == "-" && i+1 < len(s.toks) && !s.toks[i+1].glued:
		return span{i, i + 1}, true // "186-seat jets"
	case h.isPlural() && h.class&noun != 0:
		return out, !one || q.digits || h.low == "people"
	case !hyphened && plain && head > i && s.qualifies(q) && first.class&verb == 0 && s.toks[i+1].nominal() && !s.toks[i+1].upper:
		return span{i, i + 1}, true // "its 30 member bloc"
	case hyphened && !h.upper:
		return span{i, i + 1}, first.class&noun != 0 && first.class&(participle|adjective) == 0
	case one && q.words:
		return out, h.class&noun != 0 && first.class&(gerund|participle) == 0 && !first.is("another", "day", "time", "thing", "way", "more", "by", "such", "point", "final", "last", "big", "step")
	}
	return span{}, false
}

// qualifies tells whether small digits behind an article or adjective may be part of a modifier: "the 12 nation group".
func (s *sentence) qualifies(q *quantity) bool {
	return q.digits && q.value < 1000 && !q.decimal && q.from > 0 && s.toks[q.from-1].class&(determiner|adjective) != 0
}

// headAt returns the head of the noun phrase at token i: its first plural, else its last noun, -1 where there is none.
func (s *sentence) headAt(i int) int {
	end, head := i, -1
	for end < len(s.toks) && s.toks[end].is("more", "other", "such", "fewer", "further", "additional") {
		end++
	}
	for end < len(s.toks) && end-i <= 7 {
		if n := s.joint(i, end); n > 0 {
			end += n
			continue
		}
		t := &s.toks[end]
		if t.kind != segment.Word || !t.nominal() || t.s == "U.S." && end+1 >= len(s.toks) || t.isVerb() && end > i {
			break
		}
		if t.class&(noun|name) != 0 {
			head = end
			capital := t.upper && end+1 < len(s.toks) && !s.toks[end+1].upper && s.pluralAhead(end+1) // "2,000 Cyclops shares"
			double := end+1 < len(s.toks) && isPlural(s.toks[end+1].low) && doublePlurals[t.low]
			if !capital && t.isPlural() && t.class&noun != 0 && !double {
				break
			}
		}
		end++
	}
	return head
}

// joint returns how many tokens at token end only join or grade the words of the noun phrase that began at token i, 0 where a
// word of its own stands there.
func (s *sentence) joint(i, end int) int {
	if end == i && s.toks[end].class&adverb == 0 || end+1 >= len(s.toks) {
		return 0
	}
	t, next := &s.toks[end], &s.toks[end+1]
	if t.class&adverb != 0 && next.class&(participle|adjective) != 0 && strings.HasSuffix(t.low, "ly") {
		return 2 // "20 decently sized plants"
	}
	if end == i {
		return 0
	}
	p := &s.toks[end-1]
	switch {
	case (t.s == "-" || t.s == "’" || t.s == "/") && t.glued && next.glued,
		t.low == "and" && p.nominal() && next.nominal() && p.class&(name|adjective) != 0 && next.class&(name|adjective) != 0 && !isPlural(p.low),
		t.kind == segment.Number && len(t.s) < 4 && (p.class&name != 0 || next.upper) && next.nominal(),
		t.s == "A" && p.class&label != 0 && next.nominal(), // "Class A shares"
		t.kind == segment.Clitic && p.upper && !isPlural(p.low),
		t.class&participle != 0 && t.glued && end > i+1 && p.s == "-" && next.nominal(): // "20 coal-fired plants"
		return 1
	}
	return 0
}

// counter names the unit of a counted noun phrase: the phrase with its head in the singular.
func (s *sentence) counter(n span) string {
	from := n.from
	for from < n.to-1 && s.toks[from].is("more", "other", "additional", "further", "extra", "such", "whole", "full", "straight", "consecutive", "fewer", "less") && !s.toks[from].is("other", "additional") {
		from++
	}
	b := s.doc.Text[s.toks[from].Start:s.toks[n.to-1].Start]
	if strings.ContainsAny(b, "\n\t") || strings.Contains(b, "  ") {
		b = strings.Join(strings.Fields(b), " ") + " "
	}
	return b + singular(s.toks[n.to-1].s)
}
