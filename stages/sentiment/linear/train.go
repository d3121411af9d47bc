package linear

import "math"

// Options steer training.
type Options struct {
	Epochs     int
	Rate       float64 // AdaGrad's step
	VectorRate float64 // the same for what is learned of word vectors
	Decay      float64 // L2, per update
	Dropout    float64 // share of hashed features left out of an update
	Seed       uint64
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

// weight is what training keeps of a feature: its weights and the sums of their squared gradients.
type weight struct {
	w, square [Classes]float32
}

func (x *weight) update(g [Classes]float32, value, rate, decay float32) {
	for c := range g {
		d := float32(g[c]*value) + float32(decay*x.w[c])
		x.square[c] += float32(d * d)
		x.w[c] -= float32(rate*d) / float32(math.Sqrt(float64(x.square[c]+1e-6)))
	}
}

// trainer holds the weights in training: Size hashed features, then the dimensions of the vectors in each view.
type trainer struct {
	weights []weight
	bias    [Classes]float64
	o       Options
	rng     random
	kept    []Feature
}

// Train fits a model with AdaGrad (Duchi et al. 2011), averaging the weights over the passes of the later half. A row of
// vectors stands for a word.
func Train(examples []Example, vectors [][]float32, views int, o Options) *Model {
	t := &trainer{weights: make([]weight, Size+views*len(vectors[0])), o: o, rng: random(o.Seed)}
	mean := make([][Classes]float64, len(t.weights))
	pooled, order := make([][]Feature, len(examples)), make([]int, len(examples))
	for i := range examples {
		pooled[i] = pool(examples[i].Words, vectors, views)
		order[i] = i
	}
	share := 1 / float64(o.Epochs-o.Epochs/2)
	for epoch := range o.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(t.rng.next() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, n := range order {
			t.step(&examples[n], pooled[n])
		}
		if epoch < o.Epochs/2 {
			continue
		}
		for i := range t.weights {
			for c, x := range t.weights[i].w {
				mean[i][c] += float64(share * float64(x))
			}
		}
	}
	return quantise(mean, t.bias, vectors, views)
}

// pool sums the vectors of the words in each view, as features behind the hashed ones.
func pool(words []Word, vectors [][]float32, views int) []Feature {
	dimensions := len(vectors[0])
	sum := make([]float32, views*dimensions)
	for _, w := range words {
		for d, v := range vectors[w.Row] {
			sum[int(w.View)*dimensions+d] += float32(w.Value * v)
		}
	}
	var out []Feature
	for i, v := range sum {
		if v != 0 {
			out = append(out, Feature{uint32(Size + i), v})
		}
	}
	return out
}

// step makes one update.
func (t *trainer) step(e *Example, pooled []Feature) {
	keep := float32(1 / (1 - t.o.Dropout))
	limit := uint64(t.o.Dropout * (1 << 32))
	t.kept = t.kept[:0]
	for _, f := range e.Features {
		if t.rng.next()>>32 >= limit {
			t.kept = append(t.kept, Feature{f.Hash & (Size - 1), f.Value * keep})
		}
	}
	z := t.bias
	for _, list := range [][]Feature{t.kept, pooled} {
		for _, f := range list {
			for c, w := range t.weights[f.Hash].w {
				z[c] += float64(w * f.Value)
			}
		}
	}
	var g [Classes]float32
	for c, p := range Softmax(z) {
		g[c] = e.Weight * (float32(p) - e.Target[c])
		t.bias[c] -= float64(0.01 * float64(g[c]))
	}
	for _, f := range t.kept {
		t.weights[f.Hash].update(g, f.Value, float32(t.o.Rate), float32(t.o.Decay))
	}
	for _, f := range pooled {
		t.weights[f.Hash].update(g, f.Value, float32(t.o.VectorRate), float32(t.o.Decay))
	}
}

// quantise folds the vectors into a table of words and keeps each weight as a byte.
func quantise(mean [][Classes]float64, bias [Classes]float64, vectors [][]float32, views int) *Model {
	m := &Model{Views: views, Rows: len(vectors)}
	for c, b := range bias {
		m.Bias[c] = float32(b)
	}
	features := make([]float64, 0, Size*Classes)
	for _, w := range mean[:Size] {
		features = append(features, w[:]...)
	}
	words := make([]float64, 0, len(vectors)*views*Classes)
	for _, row := range vectors {
		for v := range views {
			var sum [Classes]float64
			for d, x := range row {
				for c, w := range mean[Size+v*len(row)+d] {
					sum[c] += float64(w * float64(x))
				}
			}
			words = append(words, sum[:]...)
		}
	}
	m.Features, m.FeatureScale = bytesOf(features)
	m.Words, m.WordScale = bytesOf(words)
	return m
}

// bytesOf packs the weights of each three classes, with the scale that turns them back.
func bytesOf(w []float64) ([]uint32, float32) {
	top := 0.0
	for _, x := range w {
		top = max(top, math.Abs(x))
	}
	out := make([]uint32, len(w)/Classes)
	if top == 0 {
		return out, 0
	}
	for i, x := range w {
		out[i/Classes] |= uint32(uint8(int8(math.Round(x/top*127)))) << (8 * (i % Classes))
	}
	return out, float32(top / 127)
}
