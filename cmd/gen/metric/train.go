package main

import (
	"math"

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

// How the weights are learned: rounds of gradient descent over all examples with a step for each weight (AdaGrad, Duchi et al. 2011),
// and how strongly weights are held near nought. Chosen by cross-validation.
const (
	rounds = 300
	step   = 0.15
	hold   = 6
	scale  = 64 // of weights in the file
)

// train learns weights under which the best alternatives are the most probable: a log-linear model over the alternatives of
// each figure (conditional logit, McFadden 1974) where the probabilities of several best ones add up.
func train(examples []example) []float64 {
	weights := make([]float64, figures.RankBuckets)
	squares := make([]float64, figures.RankBuckets)
	slope := make([]float64, figures.RankBuckets)
	var p []float64
	for range rounds {
		for i, w := range weights {
			slope[i] = hold * w
		}
		for _, e := range examples {
			p = e.probabilities(p[:0], weights)
			best := 0.0
			for k, a := range e.alternatives {
				if a.best {
					best += p[k]
				}
			}
			if best == 0 {
				continue
			}
			for k, a := range e.alternatives {
				g := p[k]
				if a.best {
					g -= p[k] / best
				}
				for _, f := range a.Features {
					slope[f] += g
				}
			}
		}
		for i, g := range slope {
			squares[i] += g * g
			if squares[i] > 0 {
				weights[i] -= step * g / math.Sqrt(squares[i])
			}
		}
	}
	return weights
}

// probabilities appends the probability of each alternative.
func (e *example) probabilities(p, weights []float64) []float64 {
	most := math.Inf(-1)
	for _, a := range e.alternatives {
		sum := 0.0
		for _, f := range a.Features {
			sum += weights[f]
		}
		p = append(p, sum)
		most = max(most, sum)
	}
	total := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - most)
		total += p[k]
	}
	for k := range p {
		p[k] /= total
	}
	return p
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
