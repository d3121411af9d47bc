package knowledge

import "broadsheet/stages/segment"

// Match is a name of the base in a text, or none where it has no candidates.
type Match struct {
	First, Last int  // tokens [First, Last)
	Capitals    bool // only the capitals match: the text has "KAZAKHSTAN"
	entry       int32
}

// Found tells whether the match has candidates.
func (m Match) Found() bool { return m.entry > 0 }

// Name is the same number for the same written name, and different for different ones.
func (m Match) Name() int { return int(m.entry) }

// Candidate is an entity that a name may mean.
type Candidate struct {
	*Entity
	Whole bool // the name is its canonical one
}

// Candidates appends the entities that the matched name may mean, the most prominent first; of equals, by id. Where the
// user's own file knows the name, its entities alone.
func (b *Base) Candidates(out []Candidate, m Match) []Candidate {
	from := len(out)
	user := false
	for at := m.entry; at > 0; at = b.entries[at-1].next {
		e := &b.entities[b.entries[at-1].entity]
		if e.User && !user {
			user, out = true, out[:from]
		}
		if e.User == user {
			out = append(out, Candidate{e, b.entries[at-1].whole})
		}
	}
	found := out[from:]
	for i := 1; i < len(found); i++ {
		for j := i; j > 0 && before(found[j], found[j-1]); j-- {
			found[j], found[j-1] = found[j-1], found[j]
		}
	}
	return out
}

func before(a, b Candidate) bool {
	if a.Prominence != b.Prominence {
		return a.Prominence > b.Prominence
	}
	return a.ID < b.ID
}

// Matches appends every name that begins at token first and ends at or before token limit, shorter ones first, where the
// text has it as written; where it stands in capitals, those that match so alone.
func (b *Base) Matches(out []Match, d *segment.Document, first, limit int) []Match {
	word := d.Word(first)
	from := len(out)
	out = b.scan(out, d, first, limit, word, asWritten)
	if len(out) == from && allCapitals(word) {
		out = b.scan(out, d, first, limit, word, capitals)
	}
	return out
}

func (b *Base) scan(out []Match, d *segment.Document, first, limit int, word string, c casing) []Match {
	var s scanner
	s.begin(c)
	s.text(word)
	longest := b.longest(s.firstWord())
	for i := first; longest > 0; {
		if at := b.slot(s.sum()).at; at > 0 {
			out = append(out, Match{first, i + 1, c == capitals, at})
		}
		if i++; i >= limit {
			break
		}
		next := d.Word(i)
		if c == capitals && hasLower(next) {
			break
		}
		if d.Tokens[i].Start > d.Tokens[i-1].End {
			s.add(' ')
		}
		if s.text(next); s.n > longest {
			break
		}
	}
	return out
}

// Exact returns the match that tokens [first, last) as a whole are.
func (b *Base) Exact(d *segment.Document, first, last int) Match {
	for c := asWritten; c <= capitals; c++ {
		var s scanner
		s.begin(c)
		for i := first; i < last; i++ {
			if i > first && d.Tokens[i].Start > d.Tokens[i-1].End {
				s.add(' ')
			}
			s.text(d.Word(i))
		}
		if at := b.slot(s.sum()).at; at > 0 {
			return Match{first, last, c == capitals, at}
		}
		if hasLower(d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]) {
			break
		}
	}
	return Match{First: first, Last: last}
}

// Lookup returns the match of a name by itself.
func (b *Base) Lookup(name string) Match {
	var s scanner
	s.begin(asWritten)
	s.text(name)
	return Match{entry: b.slot(s.sum()).at}
}

// allCapitals tells whether a word has two capital letters or more and no small one.
func allCapitals(w string) bool {
	capitals := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
			capitals++
		case c >= 'a' && c <= 'z':
			return false
		}
	}
	return capitals >= 2
}
