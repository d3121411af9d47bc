package main

import (
	"math"

	"broadsheet/cmd/gen/logit"
	"broadsheet/stages/figures"
)

// example is a labelled figure with what it may measure.
type example struct {
	story        int
	alternatives []alternative
}

// alternative is a phrase that a figure may measure.
type alternative struct {
	figures.Alternative
	right bool    // it holds the words that any right answer holds
	f1    float64 // of its words against the label's
	best  bool    // right, and none that is right is nearer to the label
}

// settle marks the best alternatives.
func (e *example) settle() {
	most := 0.0
	for _, a := range e.alternatives {
		if a.right {
			most = max(most, a.f1)
		}
	}
	for i := range e.alternatives {
		a := &e.alternatives[i]
		a.best = a.right && a.f1 >= most-1e-9
	}
}

// How the weights are learned; chosen by cross-validation.
var options = logit.Options{Rounds: 300, Step: 0.15, Hold: 6}

// scale is that of the weights in the file.
const scale = 64

func train(list []example) []float64 {
	examples := make([]logit.Example, len(list))
	for i, e := range list {
		examples[i].Weight = 1
		for _, a := range e.alternatives {
			examples[i].Choices = append(examples[i].Choices, logit.Choice{Features: a.Features, Right: a.best})
		}
	}
	return logit.Train(examples, figures.RankBuckets, options)
}

// quantise writes the weights as the ranker reads them: a signed byte each.
func quantise(weights []float64) []byte {
	b := make([]byte, len(weights))
	for i, w := range weights {
		b[i] = byte(int8(min(max(math.Round(w*scale), -127), 127)))
	}
	return b
}

// choices returns what the rules choose and what the ranker does.
func (e *example) choices(weights []byte) (ruled, best alternative) {
	most := math.MinInt
	for _, a := range e.alternatives {
		sum := 0
		for _, f := range a.Features {
			sum += int(int8(weights[f]))
		}
		if a.Ruled {
			ruled = a
			if !a.Doubtful {
				return a, a
			}
			sum += figures.RankMargin
		}
		if sum > most {
			best, most = a, sum
		}
	}
	return ruled, best
}
