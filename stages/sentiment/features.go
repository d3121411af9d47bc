package sentiment

import (
	"math"

	"broadsheet/stages/sentiment/linear"
)

// A feature is a relation between one or two words and the target. Words in a view are features of two kinds at once: by
// the word's own hash, and by its row in the model's table, which knows words that training never saw. The hashed space
// is shared: a template keeps the kinds apart.

// The templates of hashed features. Those below firstTemplate are views: a word in it, and 32 on, its first letters.
const (
	stemOf        uint32 = 32
	firstTemplate uint32 = 64 + iota
	neighbour
	pairBeside
	negatedWord
	valenceSum
	valenceBand
	topicSum
	topicBand
	verbObject
	linkGovernor
	negatedVerb
	place
	quotedTarget
	otherNames
	speaks
	nameGoesOn
)

// window is how many words left and right of the target count as near.
const window = 10

// A Group is a group of features that can be left out, to see what it adds.
type Group uint16

// The groups.
const (
	Hashed   Group = 1 << iota // single words by themselves
	Vectors                    // words by their vectors
	Beside                     // words left and right of the target
	Clause                     // words of its clause
	Nearest                    // words nearer to it than to another name
	Roles                      // who does what to whom
	Speech                     // who says what
	Valences                   // sums of word valences
	Negation                   // negated words
	Anywhere                   // words of the whole sentence
)

// Groups names the groups.
var Groups = []struct {
	Name  string
	Group Group
}{
	{"hashed words", Hashed}, {"word vectors", Vectors}, {"beside", Beside}, {"clause", Clause}, {"nearest name", Nearest},
	{"anywhere", Anywhere}, {"roles", Roles}, {"speech", Speech}, {"valences", Valences}, {"negation", Negation},
}

// Features turns sentences into features. It holds buffers: one for each goroutine.
type Features struct {
	lexicon lexicon
	without Group
	units   []unit
	unitOf  []int32 // of each token of the sentence
	first   int     // token of the sentence
	titled  bool    // the sentence is written like a headline
	out     linear.Example
	lower   []byte
	trace   *trace // nil where nobody asks for an explanation
}

// NewFeatures returns a reader of features; words are the rows of the model's table, by their Hash.
func NewFeatures(words []uint32, without Group) (*Features, error) {
	l, err := readLexicon(words)
	return &Features{lexicon: l, without: without}, err
}

func (f *Features) uses(g Group) bool { return f.without&g == 0 }

// Sentence returns the features of the sentence as a whole: its words, names left out. They are valid until the next call.
func (f *Features) Sentence() linear.Example {
	f.reset()
	if f.uses(Anywhere) {
		f.anywhere()
	}
	return f.out
}

// Target returns the features of the sentence towards its tokens [first, last) of the document, which add to those of the
// sentence as a whole. They are valid until the next call.
func (f *Features) Target(first, last int) linear.Example {
	f.reset()
	at := int(f.unitOf[first-f.first])
	if f.uses(Beside) {
		f.beside(at)
	}
	if f.uses(Clause) {
		f.clause(at)
	}
	if f.uses(Nearest) {
		f.nearest(at)
	}
	f.add(place, uint32(min(3, 4*at/len(f.units))), 0, 1, at, -1)
	if f.units[at].quoted {
		f.add(quotedTarget, 0, 0, 1, at, -1)
	}
	goesOn := last-f.first < len(f.unitOf) && int(f.unitOf[last-f.first]) == at
	speaker := f.roles(at, goesOn)
	if f.uses(Speech) {
		f.speech(at, speaker)
	}
	return f.out
}

func (f *Features) reset() {
	f.out.Features, f.out.Words = f.out.Features[:0], f.out.Words[:0]
	if f.trace != nil {
		f.trace.features, f.trace.words = f.trace.features[:0], f.trace.words[:0]
	}
}

// anywhere adds the words of the whole sentence.
func (f *Features) anywhere() {
	total := feeling{}
	for i := range f.units {
		u := &f.units[i]
		if u.is(name | mark) {
			continue
		}
		f.see(viewAnywhere, i, 1, true)
		if u.negated && f.uses(Negation) {
			f.add(negatedWord, u.stem, 0, 1, i, -1)
			f.row(viewNegated, i, 1)
		}
		total.add(u)
	}
	f.valence(viewAnywhere, total)
}

// beside adds the words within the window on either side of the target, the nearest ones by their place.
func (f *Features) beside(at int) {
	var left, right feeling
	for n := 1; n <= window; n++ {
		if i := at - n; i >= 0 {
			left.add(f.near(viewLeft, viewBefore, i, n))
		}
		if i := at + n; i < len(f.units) {
			right.add(f.near(viewRight, viewAfter, i, n))
			if n <= 5 && i+1 < len(f.units) {
				f.add(pairBeside, f.units[i].hash, f.units[i+1].hash, 1, i, i+1)
			}
		}
	}
	f.valence(viewLeft, left)
	f.valence(viewRight, right)
}

func (f *Features) near(side, adjacent view, i, distance int) *unit {
	u := &f.units[i]
	if distance <= 3 {
		f.add(neighbour, u.hash, uint32(int(side)*8+distance), 1, i, -1)
	}
	if u.is(mark) {
		return u
	}
	if distance <= 2 {
		f.row(adjacent, i, 1)
	}
	x := float32(1)
	if distance > 5 {
		x = 0.7
	}
	f.see(side, i, x, true)
	return u
}

// clause adds the words between the clause borders around the target.
func (f *Features) clause(at int) {
	total := feeling{}
	for i := at - 1; i >= 0 && !f.units[i].is(breaks); i-- {
		f.see(viewClause, i, 1, true)
		total.add(&f.units[i])
	}
	for i := at + 1; i < len(f.units) && !f.units[i].is(breaks); i++ {
		f.see(viewClause, i, 1, true)
		total.add(&f.units[i])
	}
	f.valence(viewClause, total)
}

// nearest adds the words that stand nearer to the target than to any other name, and how the others feel.
func (f *Features) nearest(at int) {
	var own, others feeling
	names := 0
	for i := range f.units {
		u := &f.units[i]
		switch {
		case u.is(name):
			names++
		case u.is(mark):
		case int(u.owner) == at:
			own.add(u)
			f.see(viewOwn, i, 1, false)
		default:
			others.add(u)
		}
	}
	f.valence(viewOwn, own)
	f.valence(viewOthers, others)
	f.add(otherNames, uint32(min(names, 5)), 0, 1, at, -1)
}

// see adds a word in a view: hashed, by its first letters where stem says so, and by its row.
func (f *Features) see(v view, i int, value float32, stem bool) {
	u := &f.units[i]
	if u.is(mark) {
		return
	}
	if f.uses(Hashed) {
		f.add(uint32(v), u.hash, 0, value, i, -1)
		if stem {
			f.add(stemOf+uint32(v), u.stem, 0, value, i, -1)
		}
	}
	f.row(v, i, value)
}

func (f *Features) row(v view, i int, value float32) {
	r := f.units[i].row
	if r < 0 || !f.uses(Vectors) {
		return
	}
	f.out.Words = append(f.out.Words, linear.Word{Row: r, View: uint8(v), Value: value})
	if f.trace != nil {
		f.trace.words = append(f.trace.words, source{uint32(v), i, -1})
	}
}

// feeling is a sum of word valences, of judgements and of topics.
type feeling struct{ valence, topical float32 }

func (x *feeling) add(u *unit) {
	x.valence += u.valence
	x.topical += u.topical
}

// valence adds the sums of the word valences in a view, squeezed to -1..1, and their bands.
func (f *Features) valence(v view, sum feeling) {
	if !f.uses(Valences) {
		return
	}
	f.band(valenceSum, v, sum.valence)
	if sum.topical != 0 {
		f.band(topicSum, v, sum.topical)
	}
}

func (f *Features) band(template uint32, v view, sum float32) {
	x := 0.0
	if sum != 0 {
		x = squeeze(float64(sum))
	}
	f.add(template, uint32(v), 0, float32(2*x), -1, -1)
	f.add(template+1, uint32(v), uint32(int(math.Floor(x*4+4.5))), 1, -1, -1)
}

// squeeze maps a sum of valences to -1..1, after Hutto & Gilbert 2014.
func squeeze(sum float64) float64 { return sum / math.Sqrt(float64(sum*sum)+15) }

// add adds a hashed feature of the words a and b; i and j are the units that it comes from, -1 where none.
func (f *Features) add(template, a, b uint32, value float32, i, j int) {
	h := template*0x85ebca6b ^ a*0xc2b2ae35 ^ (b*0x27d4eb2f + b>>15)
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	f.out.Features = append(f.out.Features, linear.Feature{Hash: h, Value: value})
	if f.trace != nil {
		f.trace.features = append(f.trace.features, source{template, i, j})
	}
}
