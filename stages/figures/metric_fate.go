package figures

// byFate reads a bare number of people or things by what happens to them, which is all that the sentence says of them: "78 drowned",
// "another 14 had been found", "killing at least 17", "420 injured".
func (s *sentence) byFate(i int) bool {
	r := &s.found[i]
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

// fate takes the word at token t as what figure r measures.
func (s *sentence) fate(r *reading, t int) bool {
	r.clause = true
	to := t + 1
	for k := range s.chunks {
		if s.chunks[k].from == to && s.is(k, link) && s.word(k).low == "for" && s.is(k+1, thing) && !s.timely(s.bare(s.chunks[k+1].span)) {
			to = s.bare(s.chunks[k+1].span).to // "were treated for injuries"
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

// harms are verbs whose object is people even where the text leaves them out.
var harms = wordSet(`kill injure wound hurt arrest rescue displace evacuate detain behead drown infect sicken hospitalise hospitalize`)
