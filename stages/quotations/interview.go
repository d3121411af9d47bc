package quotations

import (
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// fewest is how many paragraphs of an interview are questions.
const fewest = 3

// interview gives the answers of an interview whose turns bear no names to the person named before its first question: paragraphs
// right behind a question, and those in the first person.
func (f *finder) interview() {
	questions, first := 0, -1
	for n, p := range f.doc.Paragraphs {
		if f.asks(p) {
			questions++
			if first < 0 {
				first = n
			}
		}
	}
	if questions < fewest {
		return
	}
	who := noCue
	for n, m := range f.mentions {
		if m.Type == "person" && f.doc.Sentences[m.Sentence].Paragraph < first {
			who = n
			break
		}
	}
	if who == noCue {
		return
	}
	for n := first + 1; n < len(f.doc.Paragraphs); n++ {
		p := f.doc.Paragraphs[n]
		if f.asks(p) || !f.asks(f.doc.Paragraphs[n-1]) && !f.inFirstPerson(p) {
			continue
		}
		f.out.Attributions = append(f.out.Attributions, Attribution{Span: p.Span, Speaker: who, Cue: text.Span{Start: p.Start, End: p.Start}})
	}
}

// asks tells whether a paragraph is a question by itself, outside direct speech.
func (f *finder) asks(p segment.Paragraph) bool {
	last := f.doc.Sentences[p.Last-1].Last - 1
	return p.Last-p.First <= 3 && f.doc.Word(last) == "?" && f.quoteAt[last] == 0 && f.quoteAt[f.doc.Sentences[p.First].First] == 0
}

// inFirstPerson tells whether somebody speaks of himself or his own in a paragraph, outside direct speech.
func (f *finder) inFirstPerson(p segment.Paragraph) bool {
	for i := f.doc.Sentences[p.First].First; i < f.doc.Sentences[p.Last-1].Last; i++ {
		if f.quoteAt[i] != 0 {
			continue
		}
		switch f.doc.Word(i) {
		case "I", "we", "We", "our", "Our", "us", "my", "My":
			return true
		}
	}
	return false
}
