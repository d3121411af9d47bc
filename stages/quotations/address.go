package quotations

import "broadsheet/stages/text"

// address reads a verb that tells of a statement without its words: "Borrell thanked Italy", "Acme declined to comment".
func (f *finder) address(v int) {
	if f.is(v-1, beVerb) || f.is(v-1, article) || f.is(v-1, indefinite) || f.is(v-1, preposition) || f.mentionAt(v) != noCue {
		return
	}
	next := f.word(v + 1)
	switch w := f.word(v); w {
	case "called":
		if next != "for" && next != "on" && !f.is(v+1, that) && !(f.mentionAt(v+1) == noCue && (f.within(v+2, v+7, "a") || f.within(v+2, v+7, "an"))) {
			return // "called Anna Berg", "a firm called Acme", but "called the plan a risk"
		}
	case "declined", "refused":
		if next != "to" || f.word(v+2) != "comment" && f.word(v+2) != "say" && f.word(v+2) != "discuss" {
			return
		}
	case "ruled", "rules":
		if next != "out" {
			return // "ruled the country"
		}
	case "questioned", "questions":
		if next != "why" && next != "whether" && next != "how" {
			return // "questioned the suspect"
		}
	case "welcomed", "welcomes":
		if f.mentionAt(v+1) != noCue {
			return // guests
		}
	case "described", "describes", "dismissed", "dismisses":
		if !f.within(v+2, v+12, "as") {
			return
		}
	}
	first, who := f.subjectBefore(v)
	switch {
	case who < 0:
	case f.besideQuote(first, v):
		f.note(first, v+1, who, f.spanAround(first, v)) // "urged: “…”"
	default:
		f.speaks(v, who, span(f.doc, first, v+1))
		f.both(first, who)
	}
}

// speaks notes at token i that somebody speaks, of whom the text gives no words.
func (f *finder) speaks(i, who int, cue text.Span) {
	at := f.doc.Tokens[i].Start
	f.out.Attributions = append(f.out.Attributions, Attribution{Span: text.Span{Start: at, End: at}, Speaker: who, Cue: cue})
}

// within tells whether a word stands at one of the tokens [first, last) of the sentence.
func (f *finder) within(first, last int, w string) bool {
	for i := first; i < last; i++ {
		if f.word(i) == w {
			return true
		}
	}
	return false
}

// both notes the first of two who speak together: "Anna Berg and Tom Reed said".
func (f *finder) both(first, who int) {
	if who < 0 || f.word(first-1) != "and" || f.mentions[who].Type != "person" {
		return
	}
	if m := f.mentionAt(first - 2); m != noCue && f.mentions[m].Type == "person" && f.mentions[m].Last == first-1 {
		f.speaks(first, m, span(f.doc, first-1, first))
	}
}
