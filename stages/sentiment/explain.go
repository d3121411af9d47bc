package sentiment

import (
	"math"
	"sort"

	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment/linear"
)

// Part is what one cause adds to a score.
type Part struct {
	Relation string  // how the words stand to what is scored: "does", "is said to be", "valence"
	Words    string  // as written; empty where the relation is no word's
	Weight   float64 // what it adds to the score
}

// Explanation is a score with its parts, the weightiest first. The weights sum to the score.
type Explanation struct {
	Score Score
	Parts []Part
}

// Explanations takes the scores of a document apart.
type Explanations struct {
	Article   Explanation // its parts are the sentences
	Sentences []Explanation
	Targets   []Explanation
}

// trace notes where each feature comes from.
type trace struct{ features, words []source }

type source struct {
	relation uint32 // template of a hashed feature, or view
	i, j     int    // units; -1 where none
}

var viewNames = [Views]string{
	viewAnywhere: "anywhere", viewNegated: "negated", viewLeft: "left", viewRight: "right", viewBefore: "right before",
	viewAfter: "right after", viewClause: "in its clause", viewDoes: "does", viewSuffers: "is done to it",
	viewObject: "object of what it does", viewIs: "is said to be", viewOwns: "its own", viewGoverns: "governs it",
	viewDoer: "before what governs it", viewSays: "says", viewTold: "said by others", viewOwn: "nearest to it",
}

var templateNames = map[uint32]string{
	neighbour: "neighbour", pairBeside: "pair after", negatedWord: "negated", valenceSum: "sum of valences",
	valenceBand: "sum of valences", topicSum: "sum of topics", topicBand: "sum of topics", verbObject: "verb and object", linkGovernor: "governs it",
	linkGovernor + stemOf: "governs it", negatedVerb: "negated verb", place: "place in the sentence",
	quotedTarget: "inside a quotation", otherNames: "number of names", speaks: "it speaks", nameGoesOn: "part of a longer name",
}

func relationName(template uint32) string {
	switch {
	case template < stemOf:
		return viewNames[template]
	case template < 2*stemOf:
		return viewNames[template-stemOf]
	}
	return templateNames[template]
}

// Explain scores a document as Score does and says what moved each score.
func (s *Scorer) Explain(d *segment.Document, targets []Target) Explanations {
	scores := s.Score(d, targets)
	pooled := s.features.Get().(*Features)
	defer s.features.Put(pooled)
	f := &Features{lexicon: pooled.lexicon, trace: &trace{}}
	out := Explanations{Sentences: make([]Explanation, len(d.Sentences)), Targets: make([]Explanation, len(targets))}
	next := 0
	for i := range d.Sentences {
		first := next
		for next < len(targets) && targets[next].Sentence == i {
			next++
		}
		f.Load(d, i, targets[first:next])
		out.Sentences[i] = Explanation{scores.Sentences[i], s.sentenceParts(d, f)}
		for n, t := range targets[first:next] {
			parts := f.parts(d, s.target, f.whole(t), 1)
			if moved := scores.Targets[first+n].Value - total(parts); math.Abs(moved) > 1e-5 {
				parts = append(parts, Part{"to the band of the likeliest class", "", moved})
			}
			out.Targets[first+n] = Explanation{scores.Targets[first+n], merge(parts)}
		}
	}
	var parts []Part
	for i, w := range weights(d) {
		parts = append(parts, Part{"sentence", d.Sentences[i].Of(d.Text), w * emphasis(scores.Sentences[i].Value, len(d.Sentences))})
	}
	sortParts(parts)
	out.Article = Explanation{scores.Article, parts}
	return out
}

// whole returns the features of a target and of its sentence, with their sources.
func (f *Features) whole(t Target) (e linear.Example) {
	var from trace
	keep := func(part linear.Example) {
		e.Features, e.Words = append(e.Features, part.Features...), append(e.Words, part.Words...)
		from.features, from.words = append(from.features, f.trace.features...), append(from.words, f.trace.words...)
	}
	keep(f.Sentence())
	keep(f.Target(t.First, t.Last))
	*f.trace = from
	return e
}

func (s *Scorer) sentenceParts(d *segment.Document, f *Features) []Part {
	parts := f.parts(d, s.sentence, f.Sentence(), 1-valenceShare)
	sum := 0.0
	for i := range f.units {
		sum += f.units[i].weighed()
	}
	if sum != 0 {
		scale := valenceShare * f.lexical() / sum
		for i := range f.units {
			if v := f.units[i].weighed(); v != 0 {
				parts = append(parts, Part{"valence", f.text(d, i), scale * v})
			}
		}
	}
	return merge(parts)
}

// parts takes the score of a model apart. The log-odds are a sum over features; the score is not, but along the straight
// line from no evidence to all of it, each feature moves the score by its log-odds times the mean slope on the way
// (Sundararajan et al. 2017: integrated gradients). These movements sum to the score exactly; what stands without any
// evidence is the part "to begin with".
func (f *Features) parts(d *segment.Document, m *linear.Model, e linear.Example, share float64) []Part {
	var bias, all [linear.Classes]float64
	for c, b := range m.Bias {
		bias[c], all[c] = float64(b), float64(b)
	}
	steps := make([][linear.Classes]float64, 0, len(e.Features)+len(e.Words))
	for _, x := range e.Features {
		steps = append(steps, m.Feature(x))
	}
	for _, x := range e.Words {
		steps = append(steps, m.Word(x))
	}
	for _, z := range steps {
		for c := range z {
			all[c] += z[c]
		}
	}
	slope := meanSlope(bias, all)
	parts := []Part{{"to begin with", "", share * difference(bias)}}
	for n, z := range steps {
		var from source
		if n < len(e.Features) {
			from = f.trace.features[n]
		} else {
			from = f.trace.words[n-len(e.Features)]
		}
		words := ""
		if from.i >= 0 {
			words = f.text(d, from.i)
		}
		if from.j >= 0 {
			words += " … " + f.text(d, from.j)
		}
		weight := 0.0
		for c := range z {
			weight += z[c] * slope[c]
		}
		parts = append(parts, Part{relationName(from.relation), words, share * weight})
	}
	return parts
}

func total(parts []Part) (sum float64) {
	for _, p := range parts {
		sum += p.Weight
	}
	return sum
}

// meanSlope returns the mean of the score's derivatives along the line from a to b.
func meanSlope(a, b [linear.Classes]float64) (slope [linear.Classes]float64) {
	for k := range intervals {
		for n, node := range gaussNodes {
			x := (float64(k) + 0.5 + node/2) / intervals
			var z [linear.Classes]float64
			for c := range z {
				z[c] = a[c] + x*(b[c]-a[c])
			}
			p := linear.Softmax(z)
			for c := range slope {
				direct := 0.0
				switch c {
				case 0:
					direct = -p[0]
				case 2:
					direct = p[2]
				}
				slope[c] += gaussWeights[n] / 2 / intervals * (direct - p[c]*(p[2]-p[0]))
			}
		}
	}
	return slope
}

// The integral is Gauss-Legendre's with five nodes in each of so many intervals.
const intervals = 32

var (
	gaussNodes   = [5]float64{-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640}
	gaussWeights = [5]float64{0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891}
)

// text is a unit as written: a run of names whole.
func (f *Features) text(d *segment.Document, unit int) string {
	first, last := -1, 0
	for i, u := range f.unitOf {
		if int(u) == unit {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return d.Text[d.Tokens[f.first+first].Start:d.Tokens[f.first+last].End]
}

// merge adds up the parts of the same relation and words.
func merge(parts []Part) []Part {
	at := make(map[[2]string]int, len(parts))
	out := parts[:0]
	for _, p := range parts {
		key := [2]string{p.Relation, p.Words}
		if i, known := at[key]; known {
			out[i].Weight += p.Weight
			continue
		}
		at[key] = len(out)
		out = append(out, p)
	}
	sortParts(out)
	return out
}

func sortParts(parts []Part) {
	sort.SliceStable(parts, func(i, j int) bool { return math.Abs(parts[i].Weight) > math.Abs(parts[j].Weight) })
}
