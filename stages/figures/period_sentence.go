package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// pointsBack tells whether figure n only counts what the text has named: "the two sides".
func (p *periods) pointsBack(n int) bool {
	f, i := &p.figures[n], p.spots[n].from-1
	if f.Kind != "count" || i < p.doc.Sentences[f.Sentence].First {
		return false
	}
	switch p.doc.Word(i) {
	case "the", "The", "both", "these", "those", "other", "its", "their", "his", "her":
		return len(p.doc.Word(i+1)) > 1 && p.doc.Tokens[i+1].Kind == segment.Word
	}
	return false
}

// isDeadline tells whether figure n only says how long something may take, whenever that is: "connect the ports within 15 days".
func (p *periods) isDeadline(n int) bool {
	f, i := &p.figures[n], p.spots[n].from-1
	return f.Kind == "duration" && i >= p.doc.Sentences[f.Sentence].First && strings.EqualFold(p.doc.Word(i), "within")
}

// isCompared tells whether figure n is only compared with: "from $8 billion", "compared with $8 billion", but not "more than 2%".
func (p *periods) isCompared(n int) bool {
	b, i := &p.figures[n], p.spots[n].from-1
	for i > p.doc.Sentences[b.Sentence].First+1 && modest[p.doc.Word(i)] {
		i--
	}
	if p.doc.Word(max(i, 0)) == "of" { // "compared with a deficit of $6 million"
		for j := i - 1; j > max(p.doc.Sentences[b.Sentence].First, i-6) && p.doc.Tokens[j].Kind == segment.Word; j-- {
			if w := p.doc.Word(j); w == "with" || w == "against" || w == "from" {
				i = j
				break
			}
		}
	}
	if i <= p.doc.Sentences[b.Sentence].First {
		return false
	}
	before := p.doc.Word(i - 1)
	switch p.doc.Word(i) {
	case "against":
		return p.doc.Word(min(p.spots[n].to, len(p.doc.Tokens)-1)) != "for" // "21% against 20% for the Greens" is of one time
	case "from", "versus", "after":
		return true
	case "with", "to":
		return before == "compared"
	case "than":
		return before != "more" && before != "less" && before != "fewer"
	}
	return false
}

// isPresent tells whether the clause of figure i speaks of how things are: "about half of the fields are dry".
func (p *periods) isPresent(i int) bool {
	f := &p.figures[i]
	at, to := p.spots[i].from, p.spots[i].to
	first, last := p.doc.Sentences[f.Sentence].First, p.doc.Sentences[f.Sentence].Last
	for j := max(first, at-6); j < min(last, to+6); j++ {
		if w := p.doc.Word(j); strings.HasSuffix(w, "’ve") || strings.HasSuffix(w, "'ve") {
			return true
		}
		switch p.doc.Word(j) {
		case "is", "are", "has", "have", "holds", "employs", "owns", "stands", "remains", "costs", "works":
			return true
		case ",", ";":
			if j >= to {
				return false
			}
		}
	}
	return false
}

// isPast tells whether the clause of figure i tells what was.
func (p *periods) isPast(i int) bool {
	s := p.doc.Sentences[p.figures[i].Sentence]
	for j := max(s.First, p.spots[i].from-8); j < min(s.Last, p.spots[i].to+6); j++ {
		if w := p.doc.Word(j); pasts[w] || len(w) > 4 && strings.HasSuffix(w, "ed") {
			return true
		}
	}
	return false
}

// isMarket tells whether a sentence speaks of trading.
func (p *periods) isMarket(sentence int) bool {
	p.listen(sentence)
	return p.tone.market
}

// looksAhead tells whether a sentence speaks of what is to come, which no past period covers.
func (p *periods) looksAhead(sentence int) bool {
	p.listen(sentence)
	return p.tone.will
}

// listen notes what a sentence speaks of; it remembers the last one.
func (p *periods) listen(sentence int) {
	if p.tone.sentence == sentence {
		return
	}
	p.tone.sentence, p.tone.market, p.tone.will = sentence, false, false
	s := p.doc.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		if p.doc.Tokens[i].Len() > 3 {
			w := p.doc.Word(i)
			p.tone.market = p.tone.market || markets[w]
			p.tone.will = p.tone.will || futures[w]
		}
	}
}

// isShare tells whether figure i is a part of what was counted before: "of which 5 were new", "including 3", "of them".
func (p *periods) isShare(i int) bool {
	s := p.doc.Sentences[p.figures[i].Sentence]
	for j := max(s.First, p.spots[i].from-3); j < min(s.Last, p.spots[i].to+3); j++ {
		switch p.doc.Word(j) {
		case "including", "which", "whom", "them", "those", "accounted", "rest", "remaining", "thus", "respectively":
			return true
		}
	}
	return false
}

// sharedWords counts the words of sentence b that stand in sentence a before it too, small ones aside; it remembers the last pairs.
func (p *periods) sharedWords(a, b int) int {
	last := &p.shared[(b-a)%len(p.shared)]
	if last.a == a && last.b == b {
		return last.n
	}
	last.a, last.b, last.n = a, b, 0
	from, to := p.doc.Sentences[a], p.doc.Sentences[b]
	for i := to.First; i < to.Last; i++ {
		if p.doc.Tokens[i].Len() < 5 {
			continue
		}
		w := p.doc.Word(i)
		for j := from.First; j < from.Last; j++ {
			if p.doc.Tokens[j].Len() != len(w) {
				continue
			}
			if v := p.doc.Word(j); v[1:] == w[1:] && v[0]|0x20 == w[0]|0x20 {
				last.n++
				break
			}
		}
	}
	return last.n
}

// moves tells whether a figure of the sentence of figure i is the size of a change: "Brent dropped $1.81 to $73.23".
func (p *periods) moves(i int) bool {
	for j := i; j >= 0 && p.figures[j].Sentence == p.figures[i].Sentence; j-- {
		if p.figures[j].Direction != "none" {
			return true
		}
	}
	return false
}

var markets = wordSet(`closed settled traded trading shares stocks index futures Brent yield yields slipped shed gained climbed ended finished dollar Nasdaq
	cents session stock benchmark`)

var futures = wordSet(`will plans plan expected expects guidance forecast forecasts outlook target would aims could planned`)

var pasts = wordSet(`was were had did rose fell grew made came stood went took sold bought led won lost brought sent put sank shrank cost hit met paid
	saw ran began became held kept left spent built`)

// modest are words that may stand between what compares and a figure: "after a meagre 2% rise".
var modest = wordSet(`a an the just about around some nearly almost only roughly revised`)
