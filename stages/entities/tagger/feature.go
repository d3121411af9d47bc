package tagger

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// template is one kind of feature. Its name is part of the model's feature-set hash: a template that is renamed, moved or
// changed needs a new model. A feature is the hash of its template and of what it saw.
type template uint8

const (
	fStyle template = iota
	fWord
	fLower
	fLowerCapital
	fShape
	fPrefix1
	fPrefix2
	fPrefix3
	fPrefix4
	fSuffix1
	fSuffix2
	fSuffix3
	fSuffix4
	fPrev
	fNext
	fPrev2
	fNext2
	fPrevWord
	fNextWord
	fWordNext
	fNextShape
	fShapes
	fPrevLowerShape
	fNextLowerShape
	fLeaf
	fPrevLeaf
	fNextLeaf
	fFine
	fMiddle
	fCoarse
	fPrevFine
	fNextFine
	fPrevMiddle
	fNextMiddle
	fPrev2Middle
	fNext2Middle
	fMiddles
	fMiddlesNext
	fCoarses
	fFineShape
	fCaps
	fCapsNext
	fCapsPrev
	fGaz
	fGazKind
	fGazPrev
	fGazNext
	fGazAround
	fGazShape
	fClass
	fClassPrev
	fClassNext
	fClasses
	fClassesNext
	fRunLast
	fRunLastMiddle
	fRunLastClass
	fRunFirst
	fRunFirstClass
	fRunPlace
	fRunPrev
	fRunNext
	fRunPrevMiddle
	fRunNextMiddle
	fRunPrevClass
	fRunGaz
	fLongFirst
	fLongFirstClass
	fLongLast
	fLongHeads
	fRunLastTwo
	fSeenSmall
	fSeenCapital
	fStyleShape
	fStylePlace
	fStyleGaz
	fStyleDigit
	fFlags
	fGlue
	fSubjectWord
	fSubjectGaz
	fSubjectFine
	fSubjectShape
	fEcho
	fEchoName
	fEchoShape
	fEchoPlace
	fEchoPrev
	fEchoNext
	fEchoPhrase
	fEchoPhrasePrev
	fEchoAcronym
	templates
)

var templateNames = [templates]string{
	"style", "word", "lower", "lower+capital", "shape", "prefix1", "prefix2", "prefix3", "prefix4", "suffix1", "suffix2",
	"suffix3", "suffix4", "previous", "next", "previous2", "next2", "previous+word", "next as written", "word+next",
	"next shape", "shapes", "previous+shape",
	"shape+next word", "leaf", "previous leaf", "next leaf",
	"cluster1024", "cluster128", "cluster32", "previous cluster1024", "next cluster1024",
	"previous cluster128", "next cluster128", "previous2 cluster128", "next2 cluster128", "clusters", "clusters next",
	"clusters32", "cluster+shape", "caps", "caps next", "caps previous", "gazetteer", "gazetteer kind",
	"gazetteer previous", "gazetteer next", "gazetteer around", "gazetteer+shape", "class", "class previous",
	"class next", "classes", "classes next", "run's last word", "run's last cluster", "run's last class",
	"run's first word", "run's first class", "place in run", "before run", "after run", "cluster before run",
	"cluster after run", "class before run", "run and gazetteer", "long run's first word", "long run's first class",
	"long run's last word", "long run's classes", "run's last two words", "seen small", "seen capitalised", "style+shape",
	"style+place", "style+gazetteer", "style+digits", "flags", "glue",
	"subject+word", "subject+gazetteer", "subject+cluster1024", "subject+shape", "echo", "echo name", "echo+shape", "echo place",
	"echo previous", "echo next", "echo phrase", "echo phrase previous", "echo acronym",
}

// featureVersion changes where the working of a template does.
const featureVersion = 4

// FeatureHash identifies the set of features.
func FeatureHash() uint32 {
	h := uint64(featureVersion)
	for _, n := range templateNames {
		h = join(h, hashWord(n, asWritten))
	}
	return uint32(h)
}

var edge = attr{word: 1, lower: 1, shape: 7}

// add appends the feature that template t makes of v.
func (r *Reader) add(t template, v uint64) {
	h := v + (uint64(t)+1)*0x9e3779b97f4a7c15
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	r.keys = append(r.keys, h^h>>32)
	if r.trace {
		r.ids = append(r.ids, uint8(t))
	}
}

// add2 and add3 do the same of two and three values.
func (r *Reader) add2(t template, v, w uint64) {
	r.add(t, v*0xbf58476d1ce4e5b9+bits.RotateLeft64(w*0x94d049bb133111eb, 31))
}

func (r *Reader) add3(t template, v, w, x uint64) {
	r.add2(t, v*hashPrime+bits.RotateLeft64(x*0xff51afd7ed558ccd, 17), w)
}

// features returns the features of token i of a run whose sentence is given, valid until the next call.
func (r *Reader) features(u run, i int32) []uint64 {
	r.clear()
	v := r.view(u, i)
	r.alone(v.at, i)
	r.left(v.prev, v.at.flags&capital)
	r.right(v.next, v.at.flags&capital)
	r.left2(v.prev2, v.at.flags&capital)
	r.right2(v.next2, v.at.flags&capital)
	r.together(u, v, i)
	r.about(v.at)
	r.inTable(u, v, i)
	return r.keys
}

func (r *Reader) clear() { r.keys, r.ids = r.keys[:0], r.ids[:0] }

// view is a token with its neighbours in the sentence.
type view struct{ prev2, prev, at, next, next2 *attr }

func (r *Reader) view(u run, i int32) view {
	at := func(j int32) *attr {
		if j < u.sentFirst || j >= u.sentLast {
			return &edge
		}
		return &r.attrs[j]
	}
	return view{at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)}
}

// ownFlags are the flags that the features of a word alone look at.
const ownFlags = capital | allCaps | inner | digit | mark | glued | first | handle | quoted | upperText

// aloneKey identifies what alone and about see of a token: the same key, the same features.
func aloneKey(a *attr, subject uint64) uint64 {
	return join(a.word, uint64(a.flags&ownFlags)|uint64(a.style)<<16|uint64(a.gaz)<<24|uint64(a.gazPos)<<40|subject<<48|1<<63)
}

// alone adds what the word itself shows, and what the lexicon knows of it.
func (r *Reader) alone(a *attr, i int32) {
	caps, shape := uint64(a.flags&capital), uint64(a.shape)
	r.add(fStyle, uint64(a.style))
	r.add(fWord, a.word)
	r.add(fLower, a.lower)
	r.add2(fLowerCapital, a.lower, uint64(a.flags&(capital|first)))
	r.add(fShape, shape)
	r.add(fFlags, uint64(a.flags&(capital|allCaps|inner|digit|first|quoted|upperText)))
	r.add2(fGlue, uint64(a.flags&glued), shape)
	if a.flags&(mark|handle) == 0 {
		r.affixes(r.doc.Word(int(i)), caps)
	}
	r.add2(fLeaf, uint64(a.leaf), caps)
	r.add2(fFine, uint64(a.fine), caps)
	r.add2(fMiddle, uint64(a.middle), caps)
	r.add2(fCoarse, uint64(a.coarse), caps)
	r.add2(fFineShape, uint64(a.fine), shape)
	r.add2(fCaps, uint64(a.caps), uint64(a.flags&(capital|first)))
	r.add2(fClass, uint64(a.class), caps)
	if a.style != prose {
		r.add2(fStyleShape, uint64(a.style), shape)
	}
	if own := a.known(); own != 0 {
		r.add(fGaz, own)
		r.add2(fGazShape, own, shape)
		r.add2(fStyleGaz, own, uint64(a.style))
		for k := a.gaz; k != 0; k &= k - 1 {
			r.add(fGazKind, uint64(k&-k)<<8|uint64(a.gazPos))
		}
	}
}

// known returns what the gazetteers say of a token, 0 where they do not know it.
func (a *attr) known() uint64 { return uint64(a.gaz)<<8 | uint64(a.gazPos) }

// affixes adds the first and the last one to four letters.
func (r *Reader) affixes(w string, caps uint64) {
	h := caps
	for i, k := 0, 0; i < len(w) && k < 4; k++ {
		c, n := utf8.DecodeRuneInString(w[i:])
		h = h*hashPrime + plain(c) + 1
		r.add(fPrefix1+template(k), h)
		i += n
	}
	h = caps
	for i, k := len(w), 0; i > 0 && k < 4; k++ {
		c, n := utf8.DecodeLastRuneInString(w[:i])
		h = h*hashPrime + plain(c) + 1
		r.add(fSuffix1+template(k), h)
		i -= n
	}
}

func plain(c rune) uint64 {
	switch {
	case c >= '0' && c <= '9':
		return '0'
	case c >= 'A' && c <= 'Z':
		return uint64(c) + 'a' - 'A'
	case c < utf8.RuneSelf:
		return uint64(c)
	case c == '’':
		return '\''
	}
	return uint64(unicode.ToLower(c))
}

// besideKey identifies what left, right, left2 or right2 sees, side being 0 to 3.
func besideKey(a *attr, caps flags, side uint64) uint64 {
	return join(a.word, side|uint64(caps)<<4|uint64(a.gazPos)<<8|uint64(a.gaz)<<16)
}

// left adds what the word before says of one that is capitalised or not.
func (r *Reader) left(p *attr, caps flags) {
	r.add(fPrev, p.lower)
	r.add2(fPrevLeaf, uint64(p.leaf), uint64(caps))
	r.add2(fPrevFine, uint64(p.fine), uint64(caps))
	r.add2(fPrevMiddle, uint64(p.middle), uint64(caps))
	r.add2(fClassPrev, uint64(p.class), uint64(caps))
	if before := p.known(); before != 0 {
		r.add2(fGazPrev, before, uint64(caps))
	}
}

// right adds what the word behind says.
func (r *Reader) right(n *attr, caps flags) {
	r.add(fNext, n.lower)
	r.add(fNextWord, n.word)
	r.add(fNextShape, uint64(n.shape))
	r.add2(fNextLeaf, uint64(n.leaf), uint64(caps))
	r.add2(fNextFine, uint64(n.fine), uint64(caps))
	r.add2(fNextMiddle, uint64(n.middle), uint64(caps))
	r.add2(fClassNext, uint64(n.class), uint64(n.flags&capital)<<1|uint64(caps))
	if after := n.known(); after != 0 {
		r.add2(fGazNext, after, uint64(caps))
	}
}

// left2 and right2 add what the words behind those say.
func (r *Reader) left2(pp *attr, caps flags) {
	r.add(fPrev2, pp.lower)
	r.add2(fPrev2Middle, uint64(pp.middle), uint64(caps))
}

func (r *Reader) right2(nn *attr, caps flags) {
	r.add(fNext2, nn.lower)
	r.add2(fNext2Middle, uint64(nn.middle), uint64(caps))
}

// together adds what only several words show together, and how the word is written elsewhere in the document.
func (r *Reader) together(u run, v view, i int32) {
	r.window(v)
	r.pairs(v.at, v.prev, v.next)
	r.inRun(u, v.at, i)
	r.inLong(v.at, i)
	r.inDocument(v.at)
}

func (r *Reader) window(v view) {
	a, p, n := v.at, v.prev, v.next
	shape := uint64(a.shape)
	r.add2(fPrevWord, p.lower, a.lower)
	r.add2(fWordNext, a.lower, n.lower)
	r.add3(fShapes, uint64(p.shape), shape, uint64(n.shape))
	r.add2(fPrevLowerShape, p.lower, shape)
	r.add2(fNextLowerShape, n.lower, shape)
}

// pairs adds clusters, gazetteers and classes of neighbours.
func (r *Reader) pairs(a, p, n *attr) {
	caps := uint64(a.flags & capital)
	r.add2(fMiddles, uint64(p.middle)<<8|uint64(a.middle), caps)
	r.add2(fMiddlesNext, uint64(a.middle)<<8|uint64(n.middle), caps)
	r.add3(fCoarses, uint64(p.coarse), uint64(a.coarse), uint64(n.coarse))
	r.add3(fCapsNext, uint64(a.caps), uint64(n.caps), uint64(n.flags&capital))
	r.add3(fCapsPrev, uint64(a.caps), uint64(p.caps), uint64(p.flags&capital)<<8|caps)
	if before, own, after := p.known(), a.known(), n.known(); own|before|after != 0 {
		r.add3(fGazAround, before, own, after)
	}
	r.add3(fClasses, uint64(p.class), uint64(a.class), caps)
	r.add3(fClassesNext, uint64(a.class), uint64(n.class), uint64(n.flags&capital)<<1|caps)
}

// inRun adds what the run of capitalised words around the token looks like.
func (r *Reader) inRun(u run, a *attr, i int32) {
	if a.flags&capital == 0 {
		return
	}
	last, start := &r.attrs[a.runEnd-1], &r.attrs[a.run]
	length, place := min(a.runEnd-a.run, 5), min(i-a.run, 3)
	back := min(a.runEnd-1-i, 3)
	r.add3(fRunPlace, uint64(length), uint64(place), uint64(back))
	if back > 0 {
		r.add2(fRunLast, last.lower, uint64(back))
		r.add2(fRunLastMiddle, uint64(last.middle), uint64(back))
		r.add2(fRunLastClass, uint64(last.class), uint64(place))
	}
	if place > 0 {
		r.add2(fRunFirst, start.lower, uint64(place))
		r.add2(fRunFirstClass, uint64(start.class), uint64(back))
	}
	r.add3(fRunGaz, uint64(length), uint64(start.gaz), uint64(last.gaz))
	before, after := &edge, &edge
	if a.run > u.sentFirst {
		before = &r.attrs[a.run-1]
	}
	if a.runEnd < u.sentLast {
		after = &r.attrs[a.runEnd]
	}
	r.add2(fRunPrev, before.lower, uint64(place))
	r.add2(fRunNext, after.lower, uint64(back))
	r.add2(fRunPrevMiddle, uint64(before.middle), uint64(place))
	r.add2(fRunNextMiddle, uint64(after.middle), uint64(back))
	r.add3(fRunPrevClass, uint64(before.class), uint64(place), uint64(length))
}

// inLong adds what the runs that small words join look like.
func (r *Reader) inLong(a *attr, i int32) {
	if a.longEnd-a.long < 2 {
		return
	}
	last, start := &r.attrs[a.longEnd-1], &r.attrs[a.long]
	place, back := min(i-a.long, 2), min(a.longEnd-1-i, 2)
	r.add3(fLongHeads, uint64(a.heads&(OrgHead|PlaceHead|BuildHead|OtherHead|Office|Given)), uint64(place), uint64(back))
	if a.longEnd-a.long == a.runEnd-a.run {
		if back > 0 && a.runEnd-a.run > 2 {
			r.add2(fRunLastTwo, join(r.attrs[a.runEnd-2].lower, last.lower), uint64(place))
		}
		return
	}
	if place > 0 {
		r.add2(fLongFirst, start.lower, uint64(back))
		r.add3(fLongFirstClass, uint64(start.class), uint64(a.flags&capital), uint64(back))
	}
	if back > 0 {
		r.add2(fLongLast, last.lower, uint64(place))
	}
}

// inDocument adds how the word is written elsewhere in the document.
func (r *Reader) inDocument(a *attr) {
	if c := r.seen.get(a.lower); c != nil && a.flags&capital != 0 {
		r.add2(fSeenSmall, uint64(min(c[0], 3)), uint64(a.flags&first))
		r.add2(fSeenCapital, uint64(min(c[1], 3)), uint64(a.flags&first)<<2|uint64(min(c[0], 1)))
	}
}

// about adds what the word is apt to be in a document on such a subject.
func (r *Reader) about(a *attr) {
	if r.subject == 0 {
		return
	}
	r.add2(fSubjectWord, a.lower, r.subject)
	r.add2(fSubjectGaz, a.known(), r.subject)
	r.add2(fSubjectFine, uint64(a.fine), r.subject)
	r.add2(fSubjectShape, uint64(a.shape), r.subject<<4|uint64(a.caps))
}

// inTable adds the token's place in a line of a table.
func (r *Reader) inTable(u run, v view, i int32) {
	style := uint64(v.at.style)
	if style == prose {
		return
	}
	r.add3(fStylePlace, style, uint64(min(i-u.sentFirst, 3)), uint64(min(u.sentLast-i, 3)))
	r.add3(fStyleDigit, style, uint64(v.prev.flags&digit), uint64(v.next.flags&digit))
}

// echoes returns the features of token i that the labels of the first pass give.
func (r *Reader) echoes(u run, i int32) []uint64 {
	r.clear()
	a := &r.attrs[i]
	own, total := r.opinion(i)
	if own != 0 {
		r.add2(fEcho, own, uint64(min(total, 3)))
		r.add2(fEchoName, own, a.lower)
		r.add2(fEchoShape, own, uint64(a.shape))
	}
	if c := r.names.get(a.word); c != nil && own != 0 {
		place := uint64(min(c[5], 2))<<8 | uint64(min(c[6], 2))<<4 | uint64(min(c[7], 2))
		r.add2(fEchoPlace, own, place)
	}
	if i > u.first {
		if before, _ := r.opinion(i - 1); before != 0 {
			r.add2(fEchoPrev, before, own)
		}
	}
	if i+1 < u.last {
		if after, _ := r.opinion(i + 1); after != 0 {
			r.add2(fEchoNext, after, own)
		}
	}
	if e := r.recall[i]; e.kind != 0 {
		r.add(fEchoPhrase, uint64(e.kind)<<8|uint64(e.place))
	} else if i > u.first && r.recall[i-1].kind != 0 {
		r.add(fEchoPhrasePrev, uint64(r.recall[i-1].kind)<<8|uint64(r.recall[i-1].place))
	}
	if a.flags&(allCaps|upperText) == allCaps {
		r.acronym(a, i)
	}
	return r.keys
}

// opinion returns what the document's other occurrences of the word were labelled as, mostly, with how clearly, and how
// many they are; 0 where there are none.
func (r *Reader) opinion(i int32) (uint64, int) {
	c := r.names.get(r.attrs[i].word)
	if c == nil || r.attrs[i].flags&capital == 0 {
		return 0, 0
	}
	total, best, at := 0, 0, 0
	for k := range 5 {
		v := int(c[k])
		if r.labels[i].kind() == k {
			v--
		}
		total += v
		if v > best {
			best, at = v, k
		}
	}
	if total == 0 {
		return 0, 0
	}
	clear := 0
	switch {
	case best == total:
		clear = 2
	case 3*best >= 2*total:
		clear = 1
	}
	return uint64(1 + at*3 + clear), total
}

// acronym adds the type of a longer name whose initials the token is.
func (r *Reader) acronym(a *attr, i int32) {
	h := uint64(hashStart)
	for _, c := range []byte(r.doc.Word(int(i))) {
		if c != '.' {
			h = (h ^ uint64(c)) * hashPrime
		}
	}
	c := r.spans.get(mix(h))
	if c == nil {
		return
	}
	for k := range 4 {
		if c[k] > 0 {
			r.add(fEchoAcronym, uint64(k))
		}
	}
}
