// Package logit learns weights under which the right ones of several choices are the most probable: a conditional logit
// (McFadden 1974), where the probabilities of several right choices add up.
package logit

import "math"

// Choice is one of several; its features are numbers of weights.
type Choice struct {
	Features []uint32
	Right    bool
}

// Example is a choice that was made.
type Example struct {
	Choices []Choice
	Weight  float64 // how much it counts
}

// Options say how to learn: rounds of gradient descent over all examples, with a step of its own for each weight (AdaGrad,
// Duchi et al. 2011), and how strongly weights are held near nought.
type Options struct {
	Rounds     int
	Step, Hold float64
}

// Train returns n weights. It is sequential and has no seed: the same examples give the same weights.
func Train(examples []Example, n int, o Options) []float64 {
	weights, squares, slope := make([]float64, n), make([]float64, n), make([]float64, n)
	var p []float64
	for range o.Rounds {
		for i, w := range weights {
			slope[i] = o.Hold * w
		}
		for _, e := range examples {
			p = e.Probabilities(p[:0], weights)
			e.addSlope(slope, p)
		}
		for i, g := range slope {
			squares[i] += float64(g * g)
			if squares[i] > 0 {
				weights[i] -= o.Step * g / math.Sqrt(squares[i])
			}
		}
	}
	return weights
}

// addSlope adds how the loss of an example changes with each weight, p being the probabilities of its choices.
func (e Example) addSlope(slope, p []float64) {
	right := 0.0
	for k, c := range e.Choices {
		if c.Right {
			right += p[k]
		}
	}
	if right == 0 {
		return
	}
	for k, c := range e.Choices {
		g := p[k]
		if c.Right {
			g -= p[k] / right
		}
		for _, f := range c.Features {
			slope[f] += float64(e.Weight * g)
		}
	}
}

// Probabilities appends the probability of each choice.
func (e Example) Probabilities(p, weights []float64) []float64 {
	most := math.Inf(-1)
	for _, c := range e.Choices {
		sum := 0.0
		for _, f := range c.Features {
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
