package figures

// byFate reads a bare number of people or things by what happens to them, which is all that the sentence says of them: "78 drowned",
// "another 14 had been found", "killing at least 17", "420 injured".
func (s *sentence) byFate(i int) bool {
	r := &s.found[i]
	if s.byPredicate(i) {
		return true
	}
	if r.fig.Kind == "money" && r.nouns.empty() && s.is(r.chunk+1, action) && s.opens(r.chunk) && s.isPassive(r.chunk+1) {
		return s.fate(r, s.chunks[r.chunk+1].to-1) // "$53 million was spent on repairs"
	}
	if f := &r.fig; !r.nouns.empty() || f.Unit != "" || f.Kind != "count" && f.Kind != "other" || f.Direction != "none" {
		return false
	}
	k := r.chunk + 1
	for s.is(k, loose) && s.word(k).class&adverb != 0 {
		k++
	}
	switch {
	case s.is(k, modifier) && harms[s.verb(k).base] && s.endsAt(k+1), s.is(k, loose) && s.word(k).is("dead", "missing", "homeless"):
		return s.fate(r, s.chunks[k].to-1)
	case s.is(k, link) && s.word(k).low == "on" && s.is(k+1, thing) && s.word(k+1).low == "board":
		r.clause = true
		return r.measures(span{s.chunks[k].from, s.chunks[k+1].from + 1}, "where so many are")
	case s.is(k, action) && s.opens(r.chunk):
		v := s.chunks[k].to - 1
		if t := &s.toks[v]; t.class&auxiliary == 0 && t.class&(rising|falling|linking) == 0 {
			return s.fate(r, v)
		}
		if s.is(k+1, loose) && s.word(k+1).is("dead", "missing", "homeless", "injured") {
			return s.fate(r, s.chunks[k+1].from)
		}
	}
	if v := s.previous(r.chunk); (s.is(v, action) || s.is(v, modifier)) && harms[s.verb(v).base] {
		return s.fate(r, s.chunks[v].to-1)
	}
	return false
}

// byOdds reads "40% more likely to fall ill": what becomes likelier.
func (s *sentence) byOdds(i int) bool {
	r := &s.found[i]
	t := r.at.to
	if r.fig.Kind != "percent" && r.fig.Kind != "ratio" || t+3 >= len(s.toks) || !s.toks[t].is("more", "less", "as") || s.toks[t+1].low != "likely" || s.toks[t+2].low != "to" {
		return false
	}
	for k := r.chunk + 1; k < len(s.chunks); k++ {
		if s.chunks[k].to <= t+3 {
			continue
		}
		p := span{t + 3, s.chunks[k].to}
		if s.is(k+1, thing) {
			p.to = s.bare(s.chunks[k+1].span).to
		}
		r.clause = true
		return r.measures(p, "what becomes likelier")
	}
	return false
}

// byPredicate reads a part of a whole by the noun that says what it is: "Of the total, €40 million is a grant and €23 million a loan",
// "of which 35 million are arabica".
func (s *sentence) byPredicate(i int) bool {
	r := &s.found[i]
	k := r.chunk + 1
	if p := s.previous(r.chunk); s.is(k, action) && s.chunks[k].to-s.chunks[k].from == 1 && s.word(k).is("is", "are", "was", "were") && s.is(k+1, thing) && (s.is(p, which) || s.is(p, comma)) && s.partOf(p) {
		r.part = true
		return r.measures(s.extended(s.bare(s.chunks[k+1].span), k+1), "what this part is")
	}
	if s.is(k, thing) && s.word(k).is("a", "an") && s.is(k-2, joint) && i > 0 && s.found[i-1].part {
		r.part = true
		return r.measures(s.extended(s.bare(s.chunks[k].span), k), "what this part is")
	}
	return false
}

// partOf tells whether what ends at chunk p opens with the whole: "of which", "Of the total,".
func (s *sentence) partOf(p int) bool {
	if s.is(p, which) {
		return s.is(p-1, link) && s.word(p-1).low == "of"
	}
	return s.is(0, link) && s.word(0).low == "of" && p <= 4
}

// isPassive tells whether the verb at chunk k says what is done to its subject.
func (s *sentence) isPassive(k int) bool {
	t := s.verb(k)
	return s.chunks[k].to-s.chunks[k].from > 1 && t.class&participle != 0 && t.class&(rising|falling|auxiliary) == 0 && s.toks[s.chunks[k].to-2].is("is", "are", "was", "were", "be", "been", "being")
}

// fate takes the word at token t as what figure r measures.
func (s *sentence) fate(r *reading, t int) bool {
	r.clause, r.agent = true, !harms[s.toks[t].base] && s.toks[t].class&verb != 0
	to := t + 1
	for k := range s.chunks {
		if s.chunks[k].from == to && s.is(k, link) && (s.word(k).low == "for" || r.fig.Kind == "money" && s.word(k).is("in", "on", "to", "into", "from")) && s.is(k+1, thing) && !s.timely(s.bare(s.chunks[k+1].span)) {
			to = s.extended(s.bare(s.chunks[k+1].span), k+1).to // "were treated for injuries"
			if s.is(k+2, joint) && s.is(k+3, thing) && r.fig.Kind == "money" {
				to = s.bare(s.chunks[k+3].span).to // "was invested in roads and ports"
			}
		}
	}
	return r.measures(span{t, to}, "what “"+s.toks[t].s+"” says of so many")
}

// opens tells whether the value at chunk k is the subject of the verb behind it.
func (s *sentence) opens(k int) bool {
	p := s.previous(k)
	return p < 0 || s.is(p, comma) || s.is(p, stop) || s.is(p, which) || s.is(p, joint)
}

// endsAt tells whether a phrase ends before chunk k.
func (s *sentence) endsAt(k int) bool {
	return k >= len(s.chunks) || s.chunks[k].part == comma || s.chunks[k].part == stop || s.chunks[k].part == joint || s.chunks[k].part == loose || s.chunks[k].part == link
}

// harms are verbs of what happens to people, also where the text leaves them out.
var harms = wordSet(`die disappear flee kill injure wound hurt arrest rescue displace evacuate detain behead drown infect sicken hospitalise hospitalize`)
