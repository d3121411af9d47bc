package figures

import "strings"

// byOf reads what stands behind a preposition: "6% of the company", "$1 billion in gains", "paid $5 for the book".
func (s *sentence) byOf(i int) bool {
	r := &s.found[i]
	l := r.chunk + 1
	if s.is(l, opening) {
		for l < len(s.chunks) && !s.is(l, closing) {
			l++
		}
		l++
	}
	if !s.is(l, link) || r.fig.Kind == "duration" && s.word(l).low != "of" || r.fig.Kind == "age" {
		return false
	}
	v := s.actionBefore(r.chunk)
	t, k := s.word(l), l+1
	if t.low == "of" && s.is(s.previous(r.chunk), link) && strings.Contains(r.fig.Unit, " per ") {
		return false // "a price of $2 per kilogram of grapes"
	}
	if t.low == "worth" && s.is(k, link) {
		k++
	}
	for s.is(k, loose) && s.word(k).class&(determiner|adjective) != 0 || s.is(k, stand) && s.word(k).low == "those" {
		k++
	}
	if !s.is(k, thing) {
		return s.byOfOther(i, l, k)
	}
	p := s.bare(s.chunks[k].span)
	if p.empty() || s.timely(p) || !s.tied(r, t, p, v) {
		return false
	}
	if t.low == "of" && (s.weak(p) || s.toks[p.to-1].s == "GDP" || s.toks[p.to-1].low == "product") && v >= 0 && r.measures(s.subject(v), s.subjectOf(v)) {
		return true // "accounted for $5m of this figure"
	}
	if t.low == "of" && s.toks[p.to-1].s == "GDP" {
		return false // "whose deficit he put at 5% of GDP"
	}
	if b := s.previous(r.chunk); t.low == "of" && (r.fig.Kind == "percent" || r.fig.Dimension == "area") && (s.is(b, action) || s.is(b, modifier)) && (partVerbs[s.verb(b).base] || s.verb(b).is("is", "are", "was", "were")) && !s.isNamed(s.subject(b)) && s.byVerb(i, b) {
		return true // "plains make up 65 percent of the surface", "debt is now 69% of income"
	}
	if s.is(k+1, joint) && s.word(k+1).is("and", "or") && s.is(k+2, thing) && (!s.is(k+3, action) || s.word(k+3).is("are", "were") || p.to-p.from == 1 && s.toks[p.from].class&adjective != 0) && p.to == s.chunks[k].to && s.chunks[k+2].to-s.chunks[k+2].from <= 2 && s.word(k+2).class&determiner == 0 {
		p.to, k = s.bare(s.chunks[k+2].span).to, k+2 // "4 gigawatts of wind and solar power"
	}
	return r.measures(s.extended(p, k), "the phrase behind “"+t.s+"”")
}

// byOfOther reads what is no noun phrase behind the preposition at chunk l: a pronoun, a participle or a count, at chunk k.
func (s *sentence) byOfOther(i, l, k int) bool {
	r, t := &s.found[i], s.word(l)
	if s.is(k-1, stand) && k < len(s.chunks) && s.word(k).class&participle != 0 && t.low == "of" {
		s.word(k).class |= noun // "a third of those injured"
		return r.measures(span{s.chunks[k].from, s.chunks[k].from + 1}, "the phrase behind “of”")
	}
	if s.is(k, stand) && s.word(k).is("them", "whom", "which") && s.is(k+1, thing) && s.endsAt(k+2) && t.low == "of" && (s.is(s.previous(r.chunk), comma) || s.is(s.previous(r.chunk), stop)) {
		return r.measures(s.bare(s.chunks[k+1].span), "what “of "+s.word(k).s+"” are") // "500 people, two thirds of them women"
	}
	if s.is(k, stand) && t.low == "of" && i > 0 && s.word(k).is("them", "these", "those") {
		return r.measures(s.found[i-1].metric, "what the figure before measures") // "nine of them"
	}
	if b := s.previous(r.chunk); s.is(k, value) && t.low == "for" && r.fig.Kind == "money" && (b < 0 || s.is(b, action) || s.is(b, thing)) && !s.found[s.chunks[k].fig].nouns.empty() {
		return r.measures(s.bare(s.found[s.chunks[k].fig].nouns), "the phrase behind “for”") // "lent another $5 million for six trains"
	}
	if s.is(k, value) && t.low == "of" && !s.found[s.chunks[k].fig].nouns.empty() {
		return r.measures(s.bare(s.found[s.chunks[k].fig].nouns), "the phrase behind “of”") // "19 of the 65 seats"
	}
	return t.low == "of" && k > l+1 && s.word(k-1).class&adjective != 0 && r.measures(s.chunks[k-1].span, "the phrase behind “of”")
}

// isNamed tells whether phrase p ends in a name.
func (s *sentence) isNamed(p span) bool { return !p.empty() && s.toks[p.to-1].named }

// partVerbs are verbs whose subject is the part and whose "of"-phrase the whole.
var partVerbs = wordSet(`make comprise cover occupy constitute equal`)

// tied tells whether preposition t ties phrase p, which it governs, to the figure, where v is the verb before.
func (s *sentence) tied(r *reading, t *tok, p span, v int) bool {
	verb := ""
	if v >= 0 {
		verb = s.verb(v).base
	}
	switch t.low {
	case "of", "worth":
		return true
	case "in":
		place := s.toks[p.to-1].upper || s.toks[p.from].is("favour", "favor", "addition", "total", "all", "event", "case", "wake", "course", "hope", "attempt", "bid", "effort", "context", "light", "exchange", "cash", "size", "return", "response", "order", "place", "view", "line")
		return !place && (r.fig.Kind == "money" && r.fig.Direction == "none" && verb != "invest" || r.fig.Kind == "percent" && (verb == "invest" || verb == "spend"))
	case "for", "on", "towards", "into":
		// "pledged €10bn for roads", "lend Ruritania $5m for a dam", not "a price of $5 for the set".
		b := s.previous(r.chunk)
		return r.fig.Kind == "money" && (b < 0 && t.low == "for" || spends[verb] || t.low != "on" && (t.low == "for" || !s.toks[p.from].named) && (s.is(b, action) || s.is(b, modifier) || s.is(b, thing) && s.word(b).named && s.is(s.previous(b), action)))
	case "to":
		return verb == "add" && s.is(s.previous(r.chunk), action) // "will add $6 million to annual costs"
	case "from", "off":
		if takes[verb] && s.is(s.previous(r.chunk), action) {
			return true // "wiped $11 billion off the value of the firm"
		}
		return t.low == "from" && r.fig.Kind == "money" && earns[verb]
	}
	return false
}

// takes are verbs that make something less by so much.
var takes = wordSet(`subtract wipe shave knock deduct trim`)

// spends are verbs that give money for something, earns those that get it from something.
var spends, earns = wordSet(`pay spend invest allocate fine charge offer bid earmark`), wordSet(`raise earn receive generate collect`)
