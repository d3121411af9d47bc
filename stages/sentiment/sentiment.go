// Package sentiment measures tone in English news: of a sentence towards each mention in it, of a sentence, of an
// article.
//
// Tone towards a mention comes from a logistic regression over hashed features that know where the mention stands
// (linear.Model, trained by make model on NewsMTSC, Hamborg & Donnay 2021): the score is the probability of praise less
// that of blame. The tone of a sentence mixes the same kind of model without a target with the sum of word valences
// (Hutto & Gilbert 2014), and the tone of an article is the mean of its sentences, the first ones weighing more because
// news puts its judgement first. Names are masked, so that a score does not depend on who is meant.
//
// A Scorer is safe for concurrent use and deterministic.
package sentiment

import (
	_ "embed"
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

// New loads the embedded model: the one for targets, then the one for sentences.
func New() (*Scorer, error) {
	if len(modelFile) != 2*linear.Length {
		return nil, fmt.Errorf("sentiment model has %d bytes, want %d; rebuild it with make model", len(modelFile), 2*linear.Length)
	}
	target, err := linear.Read(modelFile[:linear.Length])
	if err != nil {
		return nil, fmt.Errorf("sentiment model for targets: %w", err)
	}
	sentence, err := linear.Read(modelFile[linear.Length:])
	if err != nil {
		return nil, fmt.Errorf("sentiment model for sentences: %w", err)
	}
	features, err := NewFeatures()
	if err != nil {
		return nil, err
	}
	s := &Scorer{target: target, sentence: sentence}
	s.features.New = func() any { return &Features{lexicon: features.lexicon} }
	return s, nil
}

// Score scores a document; targets stand in text order.
func (s *Scorer) Score(d *segment.Document, targets []Target) Scores {
	f := s.features.Get().(*Features)
	defer s.features.Put(f)
	out := Scores{Sentences: make([]Score, len(d.Sentences)), Targets: make([]Score, len(targets))}
	next := 0
	for i := range d.Sentences {
		f.Load(d, i)
		out.Sentences[i] = label(s.tone(f), sentenceBand)
		for ; next < len(targets) && targets[next].Sentence == i; next++ {
			p := s.target.Score(f.Target(targets[next].First, targets[next].Last))
			out.Targets[next] = classed(p)
		}
	}
	out.Article = article(d, out.Sentences)
	return out
}

// valenceShare is what word valences contribute to the tone of a sentence beside the model.
const valenceShare = 0.5

func (s *Scorer) tone(f *Features) float64 {
	p := s.sentence.Score(f.Sentence())
	var sum float64
	for _, w := range f.words {
		sum += float64(w.valence)
	}
	return float64((1-valenceShare)*(p[2]-p[0])) + float64(valenceShare*(sum/math.Sqrt(float64(sum*sum)+15)))
}

// band is where a score is neutral.
type band struct{ from, to float64 }

// Running text uses more words of praise than of blame whatever it judges (Dodds et al. 2015), so that the neutral band of
// an article lies above zero.
var (
	sentenceBand = band{-0.2, 0.2}
	articleBand  = band{-0.07, 0.16}
)

// label names a score by where it lies outside the band.
func label(v float64, b band) Score {
	switch {
	case v >= b.to:
		return Score{v, "positive", true}
	case v <= b.from:
		return Score{v, "negative", true}
	}
	return Score{v, "neutral", true}
}

// classed scores a target by its class probabilities; the likeliest class is its label.
func classed(p [linear.Classes]float64) Score {
	v := p[2] - p[0]
	switch {
	case p[0] >= p[1] && p[0] >= p[2]:
		return Score{v, "negative", true}
	case p[2] > p[1]:
		return Score{v, "positive", true}
	}
	return Score{v, "neutral", true}
}

// leadWeight is the weight of the first sentence; it falls to 1 over the first leadLength sentences.
const (
	leadWeight = 2.0
	leadLength = 4
)

// article weighs the sentences: longer ones and the lead count more.
func article(d *segment.Document, scores []Score) Score {
	var sum, total float64
	for i, s := range d.Sentences {
		w := math.Sqrt(float64(min(s.Last-s.First, 40)))
		if i < leadLength {
			w *= leadWeight - float64((leadWeight-1)*float64(i)/leadLength)
		}
		sum += float64(w * scores[i].Value)
		total += w
	}
	if total == 0 {
		return Score{}
	}
	return label(sum/total, articleBand)
}
