package tagger

import (
	"strings"

	"broadsheet/stages/segment"
)

// Reader holds what the tagger works out about one document before it decides. It is used again for the next document
// and belongs to one goroutine.
type Reader struct {
	lex     *Lexicon
	doc     *segment.Document
	attrs   []attr
	runs    []run
	seen    memory // per lower-cased capitalised word: how often it stands in small letters, and capitalised in mid-sentence
	names   memory // per word: how the first pass labelled it
	spans   memory // per phrase: likewise
	recall  []echo // per token, of a phrase that the first pass saw elsewhere
	labels  []Label
	subject uint64 // of the document: 0, trade or sport
	keys    []uint64
	ids     []uint8 // template of each key, where asked for
	trace   bool
	words   [1 << 12]struct { // words looked up before
		word uint64
		info uint32
	}
}

// run is a longest sequence of tokens that may be part of names; between runs all is O.
type run struct{ first, last, sentFirst, sentLast int32 }

// NewReader makes a reader for a lexicon.
func NewReader(l *Lexicon) *Reader { return &Reader{lex: l} }

// Read works out the tokens of a document.
func (r *Reader) Read(doc *segment.Document) {
	r.doc = doc
	r.attrs = append(r.attrs[:0], make([]attr, len(doc.Tokens))...)
	r.runs = r.runs[:0]
	for _, s := range doc.Sentences {
		r.sentence(s)
	}
	r.count()
}

func (r *Reader) sentence(s segment.Sentence) {
	var n census
	a := r.attrs[s.First:s.Last]
	for i := range a {
		t := r.doc.Tokens[s.First+i]
		var uppers int
		a[i], uppers = look(t.Of(r.doc.Text), t.Kind)
		r.lex.fill(&a[i], r.info(a[i].lower))
		if i > 0 && r.doc.Tokens[s.First+i-1].End == t.Start {
			a[i].flags |= glued
		}
		n.add(&a[i], uppers)
	}
	style := n.style()
	begun := false
	for i := range a {
		a[i].style = style
		if style == shouting {
			r.recase(s.First+i, &a[i])
		}
		if !begun && a[i].flags&mark == 0 {
			begun = true
			a[i].flags |= first
		}
		if i > 0 && a[i-1].flags&mark != 0 && a[i].flags&mark == 0 && strings.ContainsAny(r.doc.Word(s.First+i-1), "\"“`'‘") {
			a[i].flags |= quoted
		}
	}
	r.gazetteer(a)
	r.candidates(s, a)
}

// info returns what the lexicon holds of a word; the words that come again and again are kept at hand.
func (r *Reader) info(word uint64) uint32 {
	w := &r.words[word%uint64(len(r.words))]
	if w.word != word {
		w.word, w.info = word, r.lex.info(word)
	}
	return w.info
}

// census counts what tells the style of a sentence.
type census struct{ words, upper, capitals, smalls, content, numbers, tokens int }

func (n *census) add(a *attr, uppers int) {
	n.tokens++
	switch {
	case a.flags&(mark|handle) != 0:
	case a.flags&digit != 0 && uppers == 0 && a.flags&small == 0:
		n.numbers++
	default:
		n.words++
		if a.flags&small != 0 {
			n.smalls++
			if a.class&(Function|Connector) == 0 {
				n.content++
			}
		}
		if a.flags&capital != 0 {
			n.capitals++
		}
		if a.flags&allCaps != 0 {
			n.upper++
		}
	}
}

func (n *census) style() uint8 {
	switch {
	case n.words >= 3 && n.smalls == 0 && 4*n.upper >= 3*n.words:
		return shouting
	case n.numbers >= 2 && 5*n.smalls <= n.tokens:
		return tabular
	case n.words >= 4 && 4*n.content <= n.words && 2*n.capitals >= n.words:
		return headline
	case n.words <= 4 && n.smalls == 0:
		return fragment
	}
	return prose
}

// recase reads a word of a line in capitals as it would stand in running text: "LEADERS OF IRAQ" as "leaders of Iraq".
func (r *Reader) recase(i int, a *attr) {
	if a.flags&capital == 0 || a.flags&allCaps == 0 {
		return
	}
	w := r.doc.Word(i)
	a.flags = a.flags&^allCaps | upperText
	known := a.caps
	if a.class&Function != 0 || known == capsNever || known == 2 || known == guessNever {
		a.flags = a.flags&^capital | small
		a.word = a.lower
		a.shape = shapeLower
		return
	}
	a.word = hashWord(w, asTitle)
	a.shape = shapeUpper<<3 | shapeLower
}

// gazetteer marks the longest known phrases, left to right. A phrase of one word counts where that is capitalised or
// hardly ever written small.
func (r *Reader) gazetteer(a []attr) {
	for i := 0; i < len(a); {
		if a[i].flags&(capital|inner|digit) == 0 && a[i].caps != capsAlways {
			i++
			continue
		}
		n, kinds := r.lex.match(a[i:])
		if n == 0 {
			i++
			continue
		}
		for j := range n {
			place := uint8(2) // inside
			switch {
			case n == 1:
				place = 4
			case j == 0:
				place = 1
			case j == n-1:
				place = 3
			}
			a[i+j].gaz, a[i+j].gazPos = kinds, place
		}
		i += n
	}
}

// candidates finds the tokens that may be part of names, and the runs that they form: words with a capital, words that
// are hardly ever written small, and the small words and marks that join such words.
func (r *Reader) candidates(s segment.Sentence, a []attr) {
	strong := func(i int) bool {
		return i >= 0 && i < len(a) && a[i].flags&candidate != 0 && a[i].flags&(capital|inner) != 0
	}
	for i := range a {
		f := a[i].flags
		switch {
		case f&handle != 0:
			if r.doc.Text[r.doc.Tokens[s.First+i].Start] == '#' {
				a[i].flags |= candidate
			}
		case f&(capital|inner) != 0:
			if !opens(a, i) {
				a[i].flags |= candidate
			}
		case f&small != 0 && a[i].caps == capsAlways && a[i].gazPos != 0:
			a[i].flags |= candidate
		}
	}
	for i := range a {
		joins := a[i].class&Connector != 0 || a[i].flags&digit != 0 && a[i].flags&capital == 0
		if a[i].flags&candidate != 0 || !joins {
			continue
		}
		before, behind := strong(i-1), strong(i+1)
		near := before || behind
		if a[i].flags&digit == 0 {
			before = before || strong(i-2) && a[i-1].class&Connector != 0
			behind = behind || strong(i+2) && a[i+1].class&Connector != 0
			near = before || behind
			if a[i].flags&mark != 0 || a[i].class&Function != 0 {
				// Only between words of a name: "Bank of England", "Centre for the Study of Rivers", "al-Sabah", "G-20".
				tight := i > 0 && i+1 < len(a) && a[i].flags&a[i+1].flags&glued != 0
				near = before && behind || tight && (behind && a[i-1].class&Connector != 0 || before && a[i+1].flags&digit != 0)
			}
		}
		if near {
			a[i].flags |= candidate
		}
	}
	joined(s.First, a)
	for i := 0; i < len(a); i++ {
		if a[i].flags&capital != 0 {
			r.capitals(s.First, a, i)
		}
		if a[i].flags&candidate == 0 || i > 0 && a[i-1].flags&candidate != 0 {
			continue
		}
		end := i + 1
		for end < len(a) && a[end].flags&candidate != 0 {
			end++
		}
		r.runs = append(r.runs, run{int32(s.First + i), int32(s.First + end), int32(s.First), int32(s.Last)})
	}
}

// opens tells whether token i is capitalised only because its sentence begins there: a word that is hardly ever so
// elsewhere, before a word without capital, as in "The talks".
func opens(a []attr, i int) bool {
	return a[i].flags&(first|upperText) == first && a[i].caps == capsNever && a[i].class&Function != 0 &&
		a[i].gazPos == 0 && (i+1 == len(a) || a[i+1].flags&(capital|inner|digit|mark) == 0)
}

// capitals notes at token i which run of capitalised tokens it stands in.
func (r *Reader) capitals(base int, a []attr, i int) {
	if i > 0 && a[i-1].flags&capital != 0 {
		return
	}
	end := i + 1
	for end < len(a) && a[end].flags&capital != 0 {
		end++
	}
	for j := i; j < end; j++ {
		a[j].run, a[j].runEnd = int32(base+i), int32(base+end)
	}
}

// joined notes, for the runs of capitalised tokens that small words join, what the whole looks like: "Bank of England",
// "Centre for the Study of Rivers".
func joined(base int, a []attr) {
	for i := 0; i < len(a); {
		if a[i].flags&capital == 0 {
			i++
			continue
		}
		end, heads := i, uint16(0)
		for end < len(a) {
			if a[end].flags&capital != 0 {
				heads |= a[end].class
				end++
				continue
			}
			next := end
			for next < len(a) && next < end+2 && a[next].class&Connector != 0 && a[next].flags&capital == 0 {
				next++
			}
			if next == end || next == len(a) || a[next].flags&capital == 0 {
				break
			}
			end = next
		}
		for j := i; j < end; j++ {
			a[j].long, a[j].longEnd, a[j].heads = int32(base+i), int32(base+end), heads
		}
		i = end
	}
}

// count notes how the words that are capitalised somewhere are written in the whole document.
func (r *Reader) count() {
	r.seen.reset(len(r.attrs))
	var telling [trade | sport + 1]int
	for i := range r.attrs {
		telling[r.attrs[i].tells]++
		if a := &r.attrs[i]; a.flags&capital != 0 && a.style == prose {
			if c := r.seen.put(a.lower); a.flags&first == 0 {
				c[1]++
			}
		}
	}
	r.subject = subject(telling[trade]+telling[trade|sport], telling[sport]+telling[trade|sport], len(r.attrs))
	for i := range r.attrs {
		if a := &r.attrs[i]; a.flags&small != 0 && a.flags&upperText == 0 {
			if c := r.seen.get(a.lower); c != nil {
				c[0]++
			}
		}
	}
}

// What a document is about.
const (
	trade = 1 << iota
	sport
)

// subject tells what a document is about by the number of words that tell it: a city's name is apt to be a club's where
// innings and goals are counted, an unknown word a company's where shares are traded.
func subject(trades, sports, tokens int) uint64 {
	switch {
	case sports > 1 && sports >= trades && 36*sports >= tokens:
		return sport
	case trades > 1 && 36*trades >= tokens:
		return trade
	}
	return 0
}

// Each calls f with the features of every candidate, run by run; with echo, with those that Remember's labels give.
// The features are valid until f returns.
func (r *Reader) Each(echo bool, f func(run, token int, keys []uint64)) {
	for n, u := range r.runs {
		for i := u.first; i < u.last; i++ {
			if echo {
				f(n, int(i), r.echoes(u, i))
			} else {
				f(n, int(i), r.features(u, i))
			}
		}
	}
}

// Capitals calls f with each word of running text that is not the first of its sentence, and whether it is capitalised.
func (r *Reader) Capitals(f func(token int, capitalised bool)) {
	for i := range r.attrs {
		if a := &r.attrs[i]; a.style == prose && a.flags&(first|mark|handle|quoted) == 0 && a.flags&(capital|small) != 0 {
			f(i, a.flags&capital != 0)
		}
	}
}
