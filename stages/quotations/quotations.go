// Package quotations finds who says what: direct speech between quotation marks, reported speech, and sources
// ("according to …").
//
// A quote is a stretch between quotation marks; it is direct speech unless it reads like a title or a scare quote. A cue
// is a word that attributes: a verb of speech with its subject, or "according to". The speaker is the mention that the
// subject names, or the one that a pronoun ("he added") or an office ("the minister said") stands for where the text
// leaves no doubt. What a body reports goes on over the sentences of its paragraph that name nobody else; a person's words only
// where the sentence is about him. Find is a pure function over a segmented text and its mentions.
package quotations

import (
	"broadsheet/stages/entities"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// Attribution says that a stretch of text is somebody's statement.
type Attribution struct {
	Span    text.Span // what is said, in bytes of the text
	Speaker int       // index into the mentions; -1 where the speaker is named but is no mention
	Cue     text.Span // the words that attribute it: "said", "according to"
	Direct  bool      // between quotation marks
}

// Statements is what the text says about who says what.
type Statements struct {
	Quoted       []text.Span   // direct speech, without its marks, in text order; not scare quotes or titles
	Attributions []Attribution // by the place of their cue or quotation
}

// Find returns the statements of a text. Mentions are in text order.
func Find(doc *segment.Document, mentions []entities.Mention) Statements {
	f := finder{doc: doc, mentions: mentions, class: classify(doc), quotes: findQuotes(doc), last: noCue, answering: noCue, report: noCue}
	f.index()
	f.interview()
	next := 0 // quote
	for s := range doc.Sentences {
		f.sentence = s
		f.first, f.end = doc.Sentences[s].First, doc.Sentences[s].Last
		f.newCues = len(f.cues)
		said := len(f.out.Attributions)
		if s == doc.Paragraphs[doc.Sentences[s].Paragraph].First {
			f.label(doc.Paragraphs[doc.Sentences[s].Paragraph])
		}
		f.subject = f.sentenceSubject()
		for i := f.first; i < f.end; i++ {
			if f.quoteAt[i] == 0 {
				f.cueAt(i)
			}
		}
		f.attributeBack(next - 1)
		for ; next < len(f.quotes) && f.quotes[next].sentence == s; next++ {
			f.attributeQuote(next)
		}
		f.goOn(said)
	}
	return f.out
}

// noCue is the speaker of what nobody is said to say; unnamed that of what is said by somebody without a mention.
const (
	unnamed = -1
	noCue   = -2
)

// cue is a place where the text attributes.
type cue struct {
	first, last int // tokens of the subject and the verb
	speaker     int
	span        text.Span // of the verb
	sentence    int
}

type finder struct {
	doc      *segment.Document
	mentions []entities.Mention
	class    []class
	quotes   []quote
	quoteAt  []int32 // of each token, its direct quote + 1
	mention  []int32 // of each token, its mention + 1

	sentence   int
	first, end int // tokens of the sentence
	cues       []cue
	newCues    int         // the first cue of the sentence
	subject    int         // mention or noCue
	answering  int         // mention whom an interview asks, or noCue
	rest       []text.Span // paragraphs since the last answer began
	last       int         // the last speaker
	lastAt     int         // sentence of the last speaker
	report     int         // whoever's report goes on in the paragraph, or noCue
	speakers   []int       // of each quote
	out        Statements
}

// goOn gives a sentence without a cue to whoever spoke in the sentence before it of the same paragraph: "Exports rose 5%, the
// ministry said. Imports fell." What follows on a person's words is the writer's, but where it speaks of him: "He raised his
// target to 5%". Attributions of the sentence begin at said.
func (f *finder) goOn(said int) {
	opens := f.sentence == f.doc.Paragraphs[f.doc.Sentences[f.sentence].Paragraph].First
	switch {
	case (len(f.cues) > f.newCues || len(f.out.Attributions) > said) && f.lastAt == f.sentence:
		f.report = f.last
	case opens || f.report < 0 || len(f.out.Attributions) > said:
		f.report = noCue
	case f.mentions[f.report].Type == "organization" || f.speaksOn():
		at := f.doc.Sentences[f.sentence].Span
		f.out.Attributions = append(f.out.Attributions, Attribution{Span: at, Speaker: f.report, Cue: text.Span{Start: at.Start, End: at.Start}})
	default:
		f.report = noCue
	}
}

// speaksOn tells whether the sentence is about the person who spoke before it, or tells what he thinks ("It should fall to 3%").
func (f *finder) speaksOn() bool {
	switch f.word(f.first) {
	case "He", "She", "His", "Her":
		return true
	}
	for i := f.first; i < min(f.first+8, f.end); i++ {
		switch f.word(i) {
		case "should", "would", "could", "might":
			return true
		}
	}
	return false
}

// answer gives the paragraphs between an answer and the next question to whoever answers.
func (f *finder) answer(p segment.Paragraph) {
	switch asks := f.word(f.first+1) == ":" && f.answering != noCue; {
	case asks && f.word(f.first) == "Q":
		for _, s := range f.rest {
			f.out.Attributions = append(f.out.Attributions, Attribution{Span: s, Speaker: f.answering, Cue: text.Span{Start: s.Start, End: s.Start}})
		}
		f.rest = f.rest[:0]
	case asks && f.word(f.first) == "A":
		f.rest = f.rest[:0]
	case f.answering != noCue:
		f.rest = append(f.rest, p.Span)
	}
}

// label attributes a paragraph of a transcript to the name that opens it ("Anna Berg: We sell ships."), and an answer ("A: …")
// to the first person of the text.
func (f *finder) label(p segment.Paragraph) {
	who, colon := noCue, f.first+1
	f.answer(p)
	switch m := f.mentionAt(f.first); {
	case m != noCue && f.mentions[m].Type == "person":
		who, colon = m, f.mentions[m].Last
	case f.word(f.first) == "Q" && f.word(colon) == ":" && f.answering == noCue:
		for n := range f.mentions {
			if f.mentions[n].Type == "person" {
				f.answering = n
				break
			}
		}
	case f.word(f.first) == "A":
		who = f.answering
	}
	last := f.doc.Sentences[p.Last-1].Last
	if who == noCue || f.word(colon) != ":" || colon+1 >= last {
		return
	}
	f.out.Attributions = append(f.out.Attributions, Attribution{Span: span(f.doc, colon+1, last), Speaker: who, Cue: span(f.doc, f.first, colon+1)})
}

// index notes for each token the quote and the mention that hold it.
func (f *finder) index() {
	both := make([]int32, 2*len(f.doc.Tokens))
	f.quoteAt, f.mention = both[:len(f.doc.Tokens)], both[len(f.doc.Tokens):]
	for n, q := range f.quotes {
		if !q.direct {
			continue
		}
		f.out.Quoted = append(f.out.Quoted, span(f.doc, q.first, q.last))
		for i := q.first; i < q.last; i++ {
			f.quoteAt[i] = int32(n + 1)
		}
	}
	for n, m := range f.mentions {
		for i := max(m.First, 0); i < min(m.Last, len(f.mention)); i++ {
			f.mention[i] = int32(n + 1)
		}
	}
}

// mentionAt returns the mention at token i of the sentence, or noCue.
func (f *finder) mentionAt(i int) int {
	if i < f.first || i >= f.end || f.mention[i] == 0 {
		return noCue
	}
	return int(f.mention[i] - 1)
}

func (f *finder) is(i int, c class) bool { return i >= f.first && i < f.end && f.class[i] == c }

// word returns the text of token i, empty outside the sentence.
func (f *finder) word(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	return f.doc.Word(i)
}

// isQuoteMark tells whether token i is a quotation mark, or lies inside direct speech.
func (f *finder) isQuoteMark(i int) bool {
	switch f.word(i) {
	case "“", "”", `"`, "''", "``", "«", "»", "‘", "’", "'":
		return true
	}
	return i >= f.first && i < f.end && f.quoteAt[i] != 0
}

// attributeQuote gives quote n to the speaker of a cue beside it, or of the quotation that it continues.
func (f *finder) attributeQuote(n int) {
	q := f.quotes[n]
	who, by := noCue, text.Span{}
	if q.direct {
		who, by = f.speakerOf(n)
	}
	f.speakers = append(f.speakers, noCue)
	if who != noCue {
		f.give(n, who, by)
	}
}

// give notes that who says quote n, and the quotes before it that only it continues.
func (f *finder) give(n, who int, by text.Span) {
	q := f.quotes[n]
	if n > 0 && f.speakers[n-1] == noCue && f.quotes[n-1].direct && (q.continued || f.quotes[n-1].last+2 == q.first) {
		f.give(n-1, who, by)
	}
	f.speakers[n] = who
	f.out.Attributions = append(f.out.Attributions, Attribution{Span: span(f.doc, q.first, q.last), Speaker: who, Cue: by, Direct: true})
	f.last, f.lastAt = who, f.sentence
}

// behindQuote tells whether a direct quote ends right before the sentence: "“Will it rise?” Dahl asked." is two sentences.
func (f *finder) behindQuote() bool {
	return f.first > 1 && f.quoteAt[f.first-2] != 0 && f.doc.Sentences[f.sentence-1].Paragraph == f.doc.Sentences[f.sentence].Paragraph
}

// attributeBack gives quote n, which ended right before the sentence without a cue, to the cue that opens the sentence.
func (f *finder) attributeBack(n int) {
	if n < 0 || f.speakers[n] != noCue || len(f.cues) == f.newCues || !f.behindQuote() {
		return
	}
	if c := f.cues[f.newCues]; c.first == f.first && f.quotes[n].last+1 == f.first && f.end-c.last <= shortTail {
		f.give(n, c.speaker, c.span)
	}
}

// speakerOf returns the speaker of a direct quote and the words that say so, none where it only continues another.
func (f *finder) speakerOf(n int) (int, text.Span) {
	q := f.quotes[n]
	if q.continued && n > 0 && f.speakers[n-1] != noCue {
		return f.speakers[n-1], text.Span{}
	}
	start := f.doc.SentenceAt(f.doc.Tokens[q.first].Start)
	var before, after *cue
	for i := len(f.cues) - 1; i >= 0 && f.cues[i].sentence >= start; i-- {
		switch c := &f.cues[i]; {
		case c.last < q.first:
			if before == nil {
				before = c
			}
		case c.first >= q.last:
			after = c
		}
	}
	if after != nil && (before == nil || after.first <= q.last+1) {
		return after.speaker, after.span
	}
	if before != nil {
		return before.speaker, before.span
	}
	return f.continued(n, start), text.Span{}
}

// continued returns the speaker of a quote without a cue of its own: that of the quote or cue before it in the same
// paragraph, or, where it is a paragraph by itself, of the paragraph before.
func (f *finder) continued(n, start int) int {
	paragraph := f.doc.Sentences[start].Paragraph
	if start > f.doc.Paragraphs[paragraph].First && (f.last == noCue || f.doc.Sentences[f.lastAt].Paragraph != paragraph) {
		return f.firstPerson(start-1, f.quotes[n].first) // "Anna Berg was blunt. “We sold it.”"
	}
	if f.last == noCue {
		return noCue
	}
	distance := paragraph - f.doc.Sentences[f.lastAt].Paragraph
	if distance == 0 {
		return f.last
	}
	p := f.doc.Paragraphs[paragraph]
	opensParagraph := f.quotes[n].first <= f.doc.Sentences[p.First].First+1
	if distance <= 3 && opensParagraph {
		return f.last
	}
	return noCue
}
