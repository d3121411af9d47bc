package sentiment

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment/linear"
)

// A feature is the hash of a template and one or two words. Names are masked: what a sentence says about a person must
// not depend on who it is, so every capitalised word inside a sentence counts as the same word.

// The templates.
const (
	wordAnywhere uint32 = iota + 1
	pairAnywhere
	stemAnywhere
	negatedWord
	wordLeft
	wordRight
	stemLeft
	stemRight
	wordAt
	pairBeside
	wordInClause
	stemInClause
	valenceSum
	valenceBand
	inQuotation
	targetPlace
)

// window is how many words left and right of the target count as near.
const window = 10

// reach is how many words a negation turns.
const reach = 4

const maskedName = uint32(0x9e3779b9)

// word is what the features see of a token.
type word struct {
	hash, stem uint32
	valence    float32 // turned and damped where negated
	negated    bool
	breaks     bool // begins or ends a clause
	mark       bool
}

// Features turns sentences into features. It holds buffers: one for each goroutine.
type Features struct {
	lexicon map[string]float32
	words   []word
	out     []linear.Feature
	lower   []byte
	first   int
	quoted  []bool
}

// NewFeatures returns a reader of features over the embedded valence lexicon.
func NewFeatures() (*Features, error) {
	lexicon, err := readValences()
	if err != nil {
		return nil, err
	}
	return &Features{lexicon: lexicon}, nil
}

// Load prepares a sentence; Target and Sentence then give its features.
func (f *Features) Load(d *segment.Document, sentence int) {
	s := d.Sentences[sentence]
	f.first = s.First
	f.words, f.quoted = f.words[:0], f.quoted[:0]
	negation, open := 0, false
	for i := s.First; i < s.Last; i++ {
		w := f.read(d.Word(i), d.Tokens[i].Kind, i == s.First)
		switch t := d.Word(i); {
		case t == "“" || t == `"` && !open:
			open = true
		case t == "”" || t == `"`:
			open = false
		}
		w.negated = negation > 0
		if w.negated {
			w.valence = -w.valence * 3 / 4
			negation--
		}
		if w.breaks {
			negation = 0
		}
		if negations[string(f.lower)] || strings.HasSuffix(string(f.lower), "n't") || strings.HasSuffix(string(f.lower), "n’t") {
			negation = reach
		}
		f.words = append(f.words, w)
		f.quoted = append(f.quoted, open)
	}
	f.contrast()
}

// contrast weighs what stands before "but" less and what follows it more, after Hutto & Gilbert 2014.
func (f *Features) contrast() {
	for i, w := range f.words {
		if w.hash == butHash {
			for j := range f.words {
				if j < i {
					f.words[j].valence /= 2
				} else {
					f.words[j].valence *= 1.5
				}
			}
			return
		}
	}
}

// read hashes a token. A capitalised word that does not open its sentence is a name.
func (f *Features) read(t string, kind segment.Kind, opens bool) word {
	f.lower = f.lower[:0]
	switch kind {
	case segment.Number:
		return word{hash: 1, stem: 1}
	case segment.Mark, segment.Symbol:
		h := hash([]byte(t))
		return word{hash: h, stem: h, mark: true, breaks: strings.ContainsAny(t, ",;:—–()") || t == "--"}
	}
	r, _ := utf8.DecodeRuneInString(t)
	if unicode.IsUpper(r) && !opens && t != "I" {
		return word{hash: maskedName, stem: maskedName}
	}
	for i := 0; i < len(t); i++ {
		c := t[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		f.lower = append(f.lower, c)
	}
	h := hash(f.lower)
	valence, known := f.lexicon[string(f.lower)]
	if opens && !known && unicode.IsUpper(r) && !openers[string(f.lower)] {
		return word{hash: maskedName, stem: maskedName}
	}
	return word{hash: h, stem: hash(f.lower[:min(5, len(f.lower))]), valence: valence, breaks: clauseWords[string(f.lower)]}
}

// Sentence returns the features of the sentence as a whole. They are valid until the next call.
func (f *Features) Sentence() []linear.Feature {
	f.out = f.out[:0]
	f.anywhere(-1, -1)
	return f.out
}

// Target returns the features of the sentence towards its tokens [first, last) of the document.
func (f *Features) Target(first, last int) []linear.Feature {
	first, last = first-f.first, last-f.first
	f.out = f.out[:0]
	f.anywhere(first, last)
	f.beside(first, last)
	f.clause(first, last)
	f.add(targetPlace, uint32(min(3, 4*first/max(1, len(f.words)))), 0, 1)
	if f.quoted[min(first, len(f.quoted)-1)] {
		f.add(inQuotation, 1, 0, 1)
	}
	return f.out
}

// anywhere adds the words of the whole sentence, the target left out.
func (f *Features) anywhere(first, last int) {
	previous, total := uint32(0), float32(0)
	for i, w := range f.words {
		if i >= first && i < last {
			previous = maskedName + 1
			continue
		}
		if !w.mark {
			f.add(wordAnywhere, w.hash, 0, 1)
			f.add(stemAnywhere, w.stem, 0, 1)
		}
		f.add(pairAnywhere, previous, w.hash, 0.7)
		if w.negated {
			f.add(negatedWord, w.stem, 0, 1)
		}
		total += w.valence
		previous = w.hash
	}
	f.valence(0, total)
}

// beside adds the words within the window on either side of the target.
func (f *Features) beside(first, last int) {
	var left, right float32
	for n := 1; n <= window; n++ {
		if i := first - n; i >= 0 {
			w := f.words[i]
			left += w.valence
			f.near(wordLeft, stemLeft, w, n)
			if n <= 3 {
				f.add(wordAt, w.hash, uint32(n), 1)
			}
		}
		if i := last - 1 + n; i < len(f.words) {
			w := f.words[i]
			right += w.valence
			f.near(wordRight, stemRight, w, n)
			if n <= 3 {
				f.add(wordAt, w.hash, uint32(100+n), 1)
			}
			if n <= 5 && i+1 < len(f.words) {
				f.add(pairBeside, w.hash, f.words[i+1].hash, 1)
			}
		}
	}
	f.valence(1, left)
	f.valence(2, right)
}

func (f *Features) near(template, stemTemplate uint32, w word, distance int) {
	if w.mark {
		return
	}
	v := float32(1)
	if distance > 5 {
		v = 0.7
	}
	f.add(template, w.hash, 0, v)
	f.add(stemTemplate, w.stem, 0, v)
}

// clause adds the words between the clause borders around the target.
func (f *Features) clause(first, last int) {
	total := float32(0)
	for i := first - 1; i >= 0 && !f.words[i].breaks; i-- {
		total += f.inClause(f.words[i], 1)
	}
	for i := last; i < len(f.words) && !f.words[i].breaks; i++ {
		total += f.inClause(f.words[i], 2)
	}
	f.valence(3, total)
}

func (f *Features) inClause(w word, side uint32) float32 {
	if !w.mark {
		f.add(wordInClause, w.hash, 0, 1)
		f.add(stemInClause, w.stem, side, 1)
	}
	return w.valence
}

// valence adds a sum of valences squeezed to -1..1, and its band.
func (f *Features) valence(place uint32, sum float32) {
	x := sum / float32(math.Sqrt(float64(sum*sum)+15))
	f.add(valenceSum, place, 0, 2*x)
	f.add(valenceBand, place, uint32(int(math.Floor(float64(x)*4+4.5))), 1)
}

func (f *Features) add(template, a, b uint32, value float32) {
	h := template*0x85ebca6b ^ a*0xc2b2ae35 ^ (b*0x27d4eb2f + b>>15)
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	f.out = append(f.out, linear.Feature{Hash: h, Value: value})
}

// hash is 32-bit FNV-1a.
func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
