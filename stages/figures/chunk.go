package figures

import "broadsheet/stages/segment"

// part is what a chunk does in its sentence.
type part uint8

const (
	loose    part = iota // adverbs, determiners and adjectives without a noun, marks that divide nothing
	thing                // a noun phrase without its complements: "the steel exports"
	action               // a verb with its auxiliaries: "is expected to rise"
	modifier             // a participle or gerund by itself: "generated", "hitting"
	link                 // a preposition
	value                // a figure with the words of its bound
	moment               // a time
	joint                // "and", "while"
	which                // "which", "that"
	stand                // a pronoun: "it"
	comma
	stop    // ";" and ":" and a dash
	opening // "("
	closing // ")"
)

// chunk is a stretch of tokens that acts as one. The chunks of a sentence cover it without gaps.
type chunk struct {
	part
	span
	fig int // of a value: its index
}

// cut divides the sentence into chunks.
func (s *sentence) cut() {
	s.nextFigure, s.nextTime = 0, s.firstTime
	for i := 0; i < len(s.toks); {
		c := s.chunkAt(i)
		s.chunks = append(s.chunks, c)
		i = c.to
	}
}

// chunkAt returns the chunk that begins at token i.
func (s *sentence) chunkAt(i int) chunk {
	for s.nextFigure < len(s.found) && s.found[s.nextFigure].at.to <= i {
		s.nextFigure++
	}
	if to := s.momentAt(i); to > i {
		return chunk{moment, span{i, to}, 0}
	}
	if k := s.nextFigure; k < len(s.found) && s.valueFrom(k) <= i {
		s.found[k].chunk = len(s.chunks)
		return chunk{value, span{i, s.found[k].at.to}, k}
	}
	t := &s.toks[i]
	one := span{i, i + 1}
	switch t.s {
	case ",":
		return chunk{comma, one, 0}
	case ";", ":", "–", "—", "--":
		return chunk{stop, one, 0}
	case "-":
		if !t.glued {
			return chunk{stop, one, 0}
		}
	case "(", "[":
		return chunk{opening, one, 0}
	case ")", "]":
		return chunk{closing, one, 0}
	}
	if to := s.thingAt(i); to > i {
		return chunk{thing, span{i, to}, 0}
	}
	if to, part := s.actionAt(i); to > i {
		return chunk{part, span{i, to}, 0}
	}
	switch {
	case t.class&relative != 0:
		return chunk{which, one, 0}
	case t.class&preposition != 0:
		return s.linkAt(i)
	case t.class&conjunction != 0:
		return chunk{joint, one, 0}
	case t.class&pronoun != 0:
		return chunk{stand, one, 0}
	}
	return chunk{loose, one, 0}
}

// linkAt returns the prepositions at token i as one: "out of". A particle is none: "closed down 2%".
func (s *sentence) linkAt(i int) chunk {
	n := len(s.chunks)
	if s.toks[i].is("up", "down", "out", "off", "back", "away", "over") && n > 0 && (s.chunks[n-1].part == action || s.chunks[n-1].part == modifier) &&
		(s.startsFigure(i+1) || s.startsTime(min(i+1, len(s.toks)-1)) || i+1 < len(s.toks) && s.toks[i+1].class&preposition != 0) {
		return chunk{loose, span{i, i + 1}, 0}
	}
	to := i + 1
	if to+1 < len(s.toks) && s.toks[to].is("top", "front", "terms", "behalf", "addition", "excess", "part", "light", "spite", "place", "view", "line", "favour", "favor", "need", "charge") && s.toks[to+1].is("of", "to", "with") {
		return chunk{link, span{i, to + 2}, 0} // "on top of", "in addition to"
	}
	for to < len(s.toks) && s.toks[to].class&preposition != 0 && s.toks[to].class&(noun|determiner) == 0 && !s.startsFigure(to) && !s.startsTime(to) {
		to++
	}
	return chunk{link, span{i, to}, 0}
}

// valueFrom returns where figure k begins with the words of its bound; a verb that is one ("exceeded") stays a verb.
func (s *sentence) valueFrom(k int) int {
	r := &s.found[k]
	for i := r.cue.from; i < r.at.from; i++ {
		if s.toks[i].class&verb != 0 {
			return r.at.from
		}
	}
	return r.cue.from
}

// momentAt returns the end of the time that begins at token i, or i. A duration inside it is part of it.
func (s *sentence) momentAt(i int) int {
	times := s.in.Times
	for s.nextTime < len(times) && times[s.nextTime].Span.End <= s.toks[i].Start {
		s.nextTime++
	}
	if s.nextTime >= len(times) || times[s.nextTime].Span.Start > s.toks[i].Start {
		return s.onYear(i)
	}
	to := i + 1
	for to < len(s.toks) && s.toks[to].End <= times[s.nextTime].Span.End {
		to++
	}
	if i > 0 && s.toks[i].class&preposition != 0 && s.toks[i-1].class&changer != 0 && to < len(s.toks) && s.inPhrase(to) {
		return i // "a drop in second-quarter profit"
	}
	if s.toks[to-1].class&month != 0 && s.inPhrase(to-1) && (to == i+1 || to == i+2 && s.toks[i].class&(determiner|preposition) != 0) && s.toks[to].kind == segment.Word {
		return i // "the September contract"
	}
	for k := s.nextFigure; k < len(s.found) && s.found[k].at.from < to; k++ {
		if s.found[k].fig.Kind != "duration" || s.found[k].adjust || s.found[k].at.to > to {
			return i
		}
		s.found[k].chunk = len(s.chunks)
	}
	return to
}

// onYear returns the end of "year on year" at token i, or i.
func (s *sentence) onYear(i int) int {
	if i+2 < len(s.toks) && s.toks[i].is("year", "month", "quarter", "week") && s.toks[i+2].low == s.toks[i].low && s.toks[i+1].is("on", "over", "-", "to") {
		return i + 3
	}
	return i
}

// thingAt returns the end of the noun phrase that begins at token i, determiners included, or i where none does.
func (s *sentence) thingAt(i int) int {
	j := i
	for j < len(s.toks) && s.toks[j].class&determiner != 0 && s.toks[j].class&noun == 0 && !s.startsFigure(j) {
		if s.toks[j].low == "that" && s.opensClause(j) {
			return i
		}
		j++
	}
	for j < len(s.toks) && (s.toks[j].s == "“" || s.toks[j].s == "\"" || s.toks[j].s == "‘") && j == i {
		j++
	}
	if n := len(s.chunks); j < len(s.toks) && n > 1 && s.toks[j].class&participle != 0 && s.chunks[n-1].part == link && s.word(n-1).low == "of" && s.toks[s.chunks[n-2].to-1].low == "number" && !(j+1 < len(s.toks) && s.toks[j+1].nominal()) {
		s.toks[j].class = noun // "the number of injured"
		return j + 1
	}
	from, head := j, -1
	if j < len(s.toks) && s.toks[j].class&gerund != 0 && s.toks[j].class&noun == 0 && j == i && j > 0 && s.toks[j-1].is("by", "for", "without", "after", "before", ",") {
		return i // "for raising fees"
	}
	for j < len(s.toks) && s.inPhrase(j) && !s.startsFigure(j) && !(j > from && s.startsTime(j)) {
		t := &s.toks[j]
		if j > from && t.class&gerund != 0 && s.toks[j-1].class&noun != 0 && (t.class|s.toks[j-1].class)&adjective == 0 && (isPlural(s.toks[j-1].low) || t.class&noun == 0) && !t.named {
			break // "firms exporting steel"
		}
		if t.kind != segment.Mark && t.kind != segment.Clitic && t.class&(noun|name) != 0 || t.kind == segment.Number || t.named {
			head = j
		}
		j++
		if head < 0 && from > i && j < len(s.toks) && s.compounded(j-1) && s.toks[j].s != "-" && !s.inPhrase(j) {
			head = j - 1 // "a median follow-up"
		}
	}
	if n := len(s.chunks); head < 0 && j > from && n > 0 && s.chunks[n-1].part == link && s.word(n-1).low != "as" && s.toks[j-1].class&adjective != 0 && !s.startsFigure(j) && !s.toks[j-1].is("first", "second", "third", "last", "latter", "former", "same", "past", "previous", "latest") {
		s.toks[j-1].class |= noun // "30 GW of solar", "the speed of light"
		return j
	}
	if head < 0 || head == from && i == from && (s.predicative(i) || s.toks[i].low == "home" && s.is(len(s.chunks)-1, action)) {
		return i
	}
	for j > head+1 && s.toks[j-1].kind == segment.Clitic {
		j--
	}
	return j
}

// opensClause tells whether the "that" at token i opens a clause: "said that output fell", "the plant that it built", no "that plant".
func (s *sentence) opensClause(i int) bool {
	if i+1 >= len(s.toks) {
		return false
	}
	n := &s.toks[i+1]
	if n.class&(determiner|pronoun|auxiliary) != 0 || n.isVerb() || n.upper || isPlural(n.low) && n.class&noun != 0 || n.kind == segment.Number {
		return true
	}
	return i > 0 && s.toks[i-1].isVerb() && s.toks[i-1].class&auxiliary == 0
}

// predicative tells whether the word at token i is an adjective behind "be": "was even more striking at 41 degrees".
func (s *sentence) predicative(i int) bool {
	k := len(s.chunks) - 1
	for k >= 0 && (s.chunks[k].part == loose || s.chunks[k].part == link && s.word(k).low == "as") {
		k--
	}
	return s.is(k, action) && s.verb(k).class&auxiliary != 0 && s.toks[i].class&adjective != 0 && !s.toks[i].upper
}

func (s *sentence) startsFigure(i int) bool {
	for k := s.nextFigure; k < len(s.found); k++ {
		if from := s.valueFrom(k); from >= i {
			return from == i
		}
	}
	return false
}

func (s *sentence) startsTime(i int) bool {
	for k := s.nextTime; k < len(s.in.Times) && s.in.Times[k].Span.Start <= s.toks[i].Start; k++ {
		if s.in.Times[k].Span.Start == s.toks[i].Start {
			return s.toks[i].class&month == 0 || !s.inPhrase(i)
		}
	}
	return false
}

// actionAt returns the end of the verb group that begins at token i, or i. Its last token is its main verb.
func (s *sentence) actionAt(i int) (int, part) {
	last, what := -1, modifier
	for j := i; j < len(s.toks) && !s.startsFigure(j) && (j == i || !s.startsTime(j)); j++ {
		t := &s.toks[j]
		switch {
		case t.class&auxiliary != 0 || t.isVerb():
			last, what = j, action
		case t.class&(participle|gerund) != 0 && t.class&noun == 0:
			last = j
		case t.low == "to" && j+1 < len(s.toks) && s.toks[j+1].class&verb != 0 && s.toks[j+1].low == s.toks[j+1].base:
		case last >= 0 && t.class&adverb != 0 && t.class&(rising|falling|noun) == 0:
		case last >= 0 && t.class&adjective != 0 && j+1 < len(s.toks) && s.toks[j+1].low == "to" && s.toks[j-1].class&auxiliary != 0: // "is likely to"
		default:
			return max(last+1, i), what
		}
	}
	return max(last+1, i), what
}

// inPhrase tells whether token i may stand inside a noun phrase.
func (s *sentence) inPhrase(i int) bool {
	t := &s.toks[i]
	switch {
	case t.named, t.is("most", "least") && i > 0 && s.toks[i-1].kind == segment.Clitic: // "Ruritania's most valuable firm"
		return true
	case t.kind == segment.Word:
		if t.class&month != 0 && t.upper {
			return i+1 < len(s.toks) && s.toks[i+1].kind == segment.Word && s.toks[i+1].nominal() // "the September crude contract"
		}
		return t.nominal() || t.class&gerund != 0 && t.class&noun != 0 || s.compounded(i)
	case t.kind == segment.Number:
		return i > 0 && s.partOfName(i)
	case t.kind == segment.Clitic:
		return t.glued && i+1 < len(s.toks) && (s.toks[i+1].nominal() || s.toks[i+1].named || s.toks[i+1].class&adjective != 0 || s.toks[i+1].is("most", "least"))
	case t.s == "-" || t.s == "‑" || t.s == "/":
		return t.glued && i+1 < len(s.toks) && s.toks[i+1].glued
	}
	return t.s == "&" || t.s == "," && s.isBased(i)
}

// isBased tells whether the comma at token i stands inside "the Austin, Texas-based firm".
func (s *sentence) isBased(i int) bool {
	return i > 0 && s.toks[i-1].upper && i+3 < len(s.toks) && s.toks[i+1].upper && s.toks[i+2].s == "-" && s.toks[i+2].glued && s.toks[i+3].low == "based"
}

// compounded tells whether hyphens tie a word to others: "state-of-the-art".
func (s *sentence) compounded(i int) bool {
	t := &s.toks[i]
	before := t.glued && i > 1 && s.toks[i-1].s == "-" && s.toks[i-1].glued && s.toks[i-2].kind == segment.Word
	behind := i+2 < len(s.toks) && s.toks[i+1].s == "-" && s.toks[i+1].glued && s.toks[i+2].glued && s.toks[i+2].kind == segment.Word
	return (before || behind) && (t.class&numberWord == 0 || t.is("one", "third")) // "one-off costs", "third-class wheat"
}

// partOfName tells whether the number at token i is part of a name: "Nikkei 225", "TA-35".
func (s *sentence) partOfName(i int) bool {
	p := &s.toks[i-1]
	if p.s == "-" && p.glued && s.toks[i].glued && i > 1 {
		return s.toks[i-2].upper
	}
	return p.upper && p.class&name != 0 && p.class&(month|preposition|determiner) == 0
}

// phraseAt returns the noun phrase that begins at token i, behind its determiner.
func (s *sentence) phraseAt(i int) span { return s.bare(span{i, s.thingAt(i)}) }
