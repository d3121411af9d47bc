package linear

import "math"

// Example is one training example: its features and its share of each class.
type Example struct {
	Features []Feature
	Target   [Classes]float32
}

// Options steer training.
type Options struct {
	Epochs  int
	Rate    float64 // AdaGrad's step
	Decay   float64 // L2, per update
	Dropout float64 // share of features left out of an update
	Seed    uint64
}

// random is splitmix64: small, and the same on every machine.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) float() float64 { return float64(r.next()>>11) / (1 << 53) }

// Train fits a model with AdaGrad (Duchi et al. 2011), averaging the weights over the updates of the later half.
func Train(examples []Example, o Options) *Model {
	w := make([]float64, Size*Classes)
	mean := make([]float64, Size*Classes)
	square := make([]float64, Size*Classes)
	var bias [Classes]float64
	rng := random(o.Seed)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	averaged := 0
	kept := make([]Feature, 0, 1024)
	for epoch := range o.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(rng.next() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, e := range order {
			kept = kept[:0]
			for _, f := range examples[e].Features {
				if rng.float() >= o.Dropout {
					kept = append(kept, Feature{f.Hash & (Size - 1), f.Value / float32(1-o.Dropout)})
				}
			}
			step(w, square, &bias, kept, examples[e].Target, o)
		}
		if epoch >= o.Epochs/2 {
			averaged++
			for i, x := range w {
				mean[i] += x
			}
		}
	}
	for i := range mean {
		mean[i] /= float64(averaged)
	}
	return quantise(mean, bias)
}

// step makes one update.
func step(w, square []float64, bias *[Classes]float64, features []Feature, target [Classes]float32, o Options) {
	z := *bias
	for _, f := range features {
		for c := range z {
			z[c] += float64(w[int(f.Hash)*Classes+c] * float64(f.Value))
		}
	}
	p := softmax(z)
	for c := range p {
		g := p[c] - float64(target[c])
		bias[c] -= float64(0.01 * g)
		for _, f := range features {
			i := int(f.Hash)*Classes + c
			d := float64(g*float64(f.Value)) + float64(o.Decay*w[i])
			square[i] += float64(d * d)
			w[i] -= float64(o.Rate*d) / math.Sqrt(square[i]+1e-6)
		}
	}
}

// quantise keeps each weight as a byte.
func quantise(w []float64, bias [Classes]float64) *Model {
	top := 0.0
	for _, x := range w {
		top = max(top, math.Abs(x))
	}
	m := &Model{Scale: float32(top / 127), Weights: make([]int8, len(w))}
	for c, b := range bias {
		m.Bias[c] = float32(b)
	}
	if top == 0 {
		return m
	}
	for i, x := range w {
		m.Weights[i] = int8(math.Round(x / top * 127))
	}
	return m
}
