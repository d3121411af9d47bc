package dates

// How many tokens before and behind an expression are searched for a word that puts it in the future.
const (
	reachBack  = 16
	reachAhead = 8
)

// isPast tells whether the clause before token i speaks of the past: "had fallen by March".
func (p *reader) isPast(i int) bool {
	for j := i - 1; j >= max(p.first, i-reachBack); j-- {
		switch w := p.word(j); {
		case w == "had" || w == "was" || w == "were" || len(w) > 4 && w[len(w)-2:] == "ed" && w[0] >= 'a':
			return true
		case p.is(j, comma):
			return false
		}
	}
	return false
}

// future tells whether the clause around tokens [from, to) speaks of what is to come: "the meeting is scheduled for
// Tuesday", "On Tuesday, the bank will publish …", but not "said on Tuesday that it will".
func (p *reader) future(from, to int) bool {
	if w := p.word(from - 1); p.word(from) == "for" && (w == "cancelled" || w == "canceled" || w == "booked" || w == "planned" || w == "scheduled") {
		return true // "flights have been cancelled for February"
	}
	for i := from - 1; i >= max(p.first, from-reachBack); i-- {
		switch p.at(i).class {
		case willWord:
			if w := p.word(i - 1); w == "of" || w == "above" || w == "below" {
				continue // "fell short of target"
			}
			if p.word(i) == "set" && (p.word(i+1) == "on" || p.word(i+1) == "in") {
				return false // "a record set on 20 September"
			}
			return p.word(i) != "would" || p.word(i+1) != "have"
		case saidWord:
			return p.word(i-1) == "be" // "will be published on Friday"
		case comma, thatWord:
			return false
		case plain:
			if w := p.word(i); w == ";" || w == "“" || w == "”" || w == "which" || len(w) > 4 && w[len(w)-2:] == "ed" && w[0] >= 'a' && p.word(i-1) != "be" {
				return false
			}
		}
	}
	if from > p.first+1 && !p.is(from-1, comma) {
		return false
	}
	for i := to; i < min(p.last, to+reachAhead); i++ {
		switch p.at(i).class {
		case willWord:
			return true
		case saidWord:
			return false
		}
	}
	return false
}
