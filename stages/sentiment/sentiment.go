// Package sentiment measures tone in English news: of a sentence towards each mention in it, of a sentence, of an
// article.
//
// Tone towards a mention comes from a logistic regression over features that know where the mention stands: what it does
// and what is done to it, what it is said to be, what is its own, what it says and what is said of it (linear.Model,
// trained by make model on NewsMTSC, Hamborg & Donnay 2021). The score is the probability of praise less that of blame.
// The tone of a sentence mixes the same kind of model without a target with the sum of word valences (Hutto & Gilbert
// 2014), and the tone of an article is the mean of its sentences, the first ones weighing more because news puts its
// judgement first. Names are masked, so that a score does not depend on who is meant. Explain takes a score apart.
//
// A Scorer is safe for concurrent use and deterministic.
package sentiment

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"

	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment/linear"
)

// Score is a tone from -1 to 1 with its label; OK is false where nothing could be scored.
type Score struct {
	Value float64
	Label string // one of schemas.SentimentLabels
	OK    bool
}

// Target is a mention: the tokens [First, Last) of a sentence.
type Target struct {
	Sentence, First, Last int
}

// Scores holds the tones of one document.
type Scores struct {
	Article   Score
	Sentences []Score // as segment.Document.Sentences
	Targets   []Score // as the targets
}

//go:embed data/model.bin
var modelFile []byte

// Scorer scores documents.
type Scorer struct {
	target, sentence *linear.Model
	features         sync.Pool // of *Features
}

// New loads the embedded model.
func New() (*Scorer, error) {
	words, target, sentence, err := ReadModel(modelFile)
	if err != nil {
		return nil, fmt.Errorf("sentiment model: %w", err)
	}
	features, err := NewFeatures(words, 0)
	if err != nil {
		return nil, err
	}
	s := &Scorer{target: target, sentence: sentence}
	s.features.New = func() any { return &Features{lexicon: features.lexicon} }
	return s, nil
}

// ModelBytes returns the model in its file form: the hashes of the words that are its rows, the model for targets, the
// model for sentences. ReadModel is the reverse.
func ModelBytes(words []uint32, target, sentence *linear.Model) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(words)))
	for _, w := range words {
		out = binary.LittleEndian.AppendUint32(out, w)
	}
	return append(append(out, target.Bytes()...), sentence.Bytes()...)
}

// ReadModel returns what ModelBytes wrote.
func ReadModel(b []byte) (words []uint32, target, sentence *linear.Model, err error) {
	if len(b) < 4 || uint64(len(b)-4) < 4*uint64(binary.LittleEndian.Uint32(b)) {
		return nil, nil, nil, errors.New("too short; rebuild it with make model")
	}
	words = make([]uint32, binary.LittleEndian.Uint32(b))
	b = b[4:]
	for i := range words {
		words[i] = binary.LittleEndian.Uint32(b)
		b = b[4:]
	}
	if target, b, err = linear.Read(b); err != nil {
		return nil, nil, nil, err
	}
	sentence, _, err = linear.Read(b)
	return words, target, sentence, err
}

// Score scores a document; targets stand in text order.
func (s *Scorer) Score(d *segment.Document, targets []Target) Scores {
	f := s.features.Get().(*Features)
	defer s.features.Put(f)
	out := Scores{Sentences: make([]Score, len(d.Sentences)), Targets: make([]Score, len(targets))}
	next := 0
	for i := range d.Sentences {
		first := next
		for next < len(targets) && targets[next].Sentence == i {
			next++
		}
		f.Load(d, i, targets[first:next])
		whole := f.Sentence()
		out.Sentences[i] = sentenceBand.label(s.tone(f, whole))
		if first == next {
			continue
		}
		base := s.target.Logits(whole)
		for n, t := range targets[first:next] {
			z := s.target.Add(base, f.Target(t.First, t.Last))
			out.Targets[first+n] = Towards(z)
		}
	}
	out.Article = article(d, out.Sentences)
	return out
}

// difference is the probability of praise less that of blame.
func difference(logits [linear.Classes]float64) float64 {
	p := linear.Softmax(logits)
	return p[2] - p[0]
}

// The tone of a sentence is its model's and, to the larger part, that of its word valences, per square root of its length.
// Words of praise weigh less than words of blame, since running text is full of them (Dodds et al. 2015), and topics less
// than judgements.
const (
	valenceShare = 0.6
	praiseWeight = 0.7
	topicWeight  = 0.1
	halfway      = 2.0 // valence per square root of length that counts for 0.7
)

// tone returns the tone of the sentence that is loaded; whole are its features.
func (s *Scorer) tone(f *Features, whole linear.Example) float64 {
	return float64((1-valenceShare)*difference(s.sentence.Logits(whole))) + float64(valenceShare*f.lexical())
}

// lexical is what the word valences of the sentence make of it.
func (f *Features) lexical() float64 {
	sum := 0.0
	for i := range f.units {
		sum += f.units[i].weighed()
	}
	sum /= math.Sqrt(float64(len(f.units)))
	return sum / math.Sqrt(float64(sum*sum)+halfway*halfway)
}

// weighed is what a word adds to the valence of its sentence.
func (u *unit) weighed() float64 {
	return float64(max(u.valence, 0)*praiseWeight) + float64(min(u.valence, 0)) + float64(u.topical*topicWeight)
}

// band is where a score is neutral: between its ends.
type band struct{ from, to float64 }

var (
	targetBand   = band{-0.28, 0.28}
	sentenceBand = band{-0.2, 0.2}
	articleBand  = band{-0.045, 0.064}
)

func (b band) label(v float64) Score {
	switch {
	case v >= b.to:
		return Score{v, "positive", true}
	case v <= b.from:
		return Score{v, "negative", true}
	}
	return Score{v, "neutral", true}
}

// inside is how far from the ends of the neutral band a score that was moved into it stands.
const inside = 0.01

// Towards turns the log-odds of a target into its score. Its label is the likeliest class, which a mixed judgement ("praised and blamed alike") and a
// neutral report share a difference with: where need be the score is moved to the end of its label's band, so that the
// label follows from the score.
func Towards(logits [linear.Classes]float64) Score {
	p := linear.Softmax(logits)
	v := p[2] - p[0]
	switch {
	case p[0] >= p[1] && p[0] >= p[2]:
		v = min(v, targetBand.from)
	case p[2] > p[1]:
		v = max(v, targetBand.to)
	default:
		v = max(targetBand.from+inside, min(targetBand.to-inside, v))
	}
	return targetBand.label(v)
}
