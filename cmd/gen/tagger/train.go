package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"broadsheet/stages/entities/tagger"
)

const labels = tagger.Labels

// token is one candidate: where its features and those of the second pass stand, and the set of labels it may have.
type token struct {
	base, baseEnd uint32
	echo, echoEnd uint32
	allowed       uint32
}

// chain is a run of candidates.
type chain struct {
	first, last int // of trainSet.tokens
	doc         int
	weight      float32
	observed    bool // every token allows one label
}

// trainSet holds the features of all documents as small numbers.
type trainSet struct {
	reader   *tagger.Reader
	tokens   []token
	runs     []chain
	keys     []uint64 // then ids
	ids      []uint32
	echoKeys []uint64
	echoIDs  []uint32
	names    []uint64 // key of an id
	counts   []uint32
	features int
	docs     int
	place    []int32 // of a candidate among its document's tokens
	echoAt   int
}

func newTrainSet(lex *tagger.Lexicon) *trainSet { return &trainSet{reader: tagger.NewReader(lex)} }

const everything = 1<<labels - 1

// add takes a document's candidates.
func (s *trainSet) add(d *document) {
	s.reader.Read(d.seg)
	gold := make([]uint32, len(d.seg.Tokens))
	free := uint32(1)
	if d.partial {
		for place := range 4 {
			free |= 1 << tagger.LabelOf(tagger.MISC, place)
		}
	}
	for i := range gold {
		gold[i] = free
	}
	last := -1
	runOf := make([]int, len(d.seg.Tokens))
	s.reader.Each(false, func(r, i int, keys []uint64) {
		runOf[i] = r + 1
		if r != last {
			s.runs = append(s.runs, chain{first: len(s.tokens), doc: s.docs, weight: float32(d.weight)})
			last = r
		}
		at := uint32(len(s.keys))
		s.keys = append(s.keys, keys...)
		s.tokens = append(s.tokens, token{base: at, baseEnd: uint32(len(s.keys))})
		s.place = append(s.place, int32(i))
		s.runs[len(s.runs)-1].last = len(s.tokens)
	})
	for _, n := range d.names {
		d.mark(n, gold, runOf)
	}
	s.allow(s.docs, gold)
	s.docs++
}

// allow says which labels the tokens of a document may have.
func (s *trainSet) allow(doc int, labels []uint32) {
	at, _ := slices.BinarySearchFunc(s.runs, doc, func(r chain, doc int) int { return cmp.Compare(r.doc, doc) })
	for ; at < len(s.runs) && s.runs[at].doc == doc; at++ {
		r := &s.runs[at]
		r.observed = true
		for i := r.first; i < r.last; i++ {
			a := labels[s.place[i]]
			s.tokens[i].allowed = a
			r.observed = r.observed && a&(a-1) == 0
		}
	}
}

// mark writes a gold name into the labels; where its borders cut a token or it is not all candidates, its tokens are
// left open.
func (d *document) mark(n name, gold []uint32, runOf []int) {
	first := d.seg.TokenAt(n.start)
	last := d.seg.TokenAt(n.end - 1)
	if last >= len(gold) {
		return
	}
	whole := d.seg.Tokens[first].Start == n.start && d.seg.Tokens[last].End == n.end
	for i := first; i <= last; i++ {
		whole = whole && runOf[i] != 0 && runOf[i] == runOf[first]
	}
	for i := first; i <= last; i++ {
		place := tagger.Inside
		switch {
		case first == last:
			place = tagger.Unit
		case i == first:
			place = tagger.Begin
		case i == last:
			place = tagger.Last
		}
		gold[i] = 1 << tagger.LabelOf(n.kind, place)
		if !whole {
			gold[i] = everything
		}
	}
}

// index numbers the features that occur at least twice, in order of first occurrence.
func (s *trainSet) index() {
	s.ids = s.number(s.keys, func(i int) (uint32, uint32) { return s.tokens[i].base, s.tokens[i].baseEnd },
		func(i int, from, to uint32) { s.tokens[i].base, s.tokens[i].baseEnd = from, to })
	s.keys = nil
}

// echo adds the features that the first-pass labels of the next document give.
func (s *trainSet) echo(d *document, first []tagger.Label) {
	s.reader.Read(d.seg)
	s.reader.Remember(first)
	s.reader.Each(true, func(_, _ int, keys []uint64) {
		at := uint32(len(s.echoKeys))
		s.echoKeys = append(s.echoKeys, keys...)
		s.tokens[s.echoAt].echo, s.tokens[s.echoAt].echoEnd = at, uint32(len(s.echoKeys))
		s.echoAt++
	})
}

func (s *trainSet) indexEchoes() {
	s.echoIDs = s.number(s.echoKeys, func(i int) (uint32, uint32) { return s.tokens[i].echo, s.tokens[i].echoEnd },
		func(i int, from, to uint32) { s.tokens[i].echo, s.tokens[i].echoEnd = from, to })
	s.echoKeys = nil
}

func (s *trainSet) number(keys []uint64, get func(int) (uint32, uint32), set func(int, uint32, uint32)) []uint32 {
	count := make(map[uint64]uint32, len(keys)/8)
	for _, k := range keys {
		count[k]++
	}
	id := make(map[uint64]uint32, len(count)/3)
	ids := make([]uint32, 0, len(keys)*3/4)
	for i := range s.tokens {
		from, to := get(i)
		at := uint32(len(ids))
		for _, k := range keys[from:to] {
			if count[k] < 2 {
				continue
			}
			n, ok := id[k]
			if !ok {
				n = uint32(len(s.names))
				id[k] = n
				s.names = append(s.names, k)
				s.counts = append(s.counts, count[k])
			}
			ids = append(ids, n)
		}
		set(i, at, uint32(len(ids)))
	}
	s.features = len(s.names)
	return ids
}

// weights of a model in training; each row holds the values and the sums of squared gradients of a feature's labels.
type weights struct {
	row   [][2 * labels]float32
	trans [labels][labels]float32
	sum   [labels][labels]float32
}

// learner is the working memory of training.
type learner struct {
	*weights
	set         *trainSet
	rng         *rand.Rand
	kept        []uint32
	keptEnd     []int
	em          [][labels]float32
	alpha, beta [][labels]float32
	grad        [][labels]float32
	exp         [labels][labels]float32
	transGrad   [labels][labels]float32
}

const (
	rate = 0.06
	keep = 0.5 // of the features of a token
)

// train runs AdaGrad over the runs of the chosen documents and returns the mean of the weights after the later rounds.
func (s *trainSet) train(epochs int, seed uint64, use func(doc int) bool, echoes bool) *weights {
	l := &learner{weights: &weights{row: make([][2 * labels]float32, s.features)}, set: s, rng: rand.New(rand.NewPCG(seed, 7))}
	var order []int
	for i, r := range s.runs {
		if use(r.doc) {
			order = append(order, i)
		}
	}
	mean := &weights{row: make([][2 * labels]float32, s.features)}
	taken := 0
	for e := range epochs {
		l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for n, i := range order {
			if n%64 == 0 {
				l.step()
			}
			l.learn(&s.runs[i], echoes && l.rng.Uint32()%10 < 7)
		}
		if e >= epochs/2 {
			mean.merge(l.weights, taken)
			taken++
		}
	}
	return mean
}

// merge takes next into w, the mean of n weights before it.
func (w *weights) merge(next *weights, n int) {
	f := 1 / float32(n+1)
	for i := range w.row {
		for y := range labels {
			w.row[i][y] += (next.row[i][y] - w.row[i][y]) * f
		}
	}
	for x := range labels {
		for y := range labels {
			w.trans[x][y] += (next.trans[x][y] - w.trans[x][y]) * f
		}
	}
}

// step applies the gradients of the transitions.
func (l *learner) step() {
	for x := range labels {
		for y := range labels {
			if g := l.transGrad[x][y]; g != 0 {
				l.sum[x][y] += float32(g * g)
				l.trans[x][y] += rate * g / float32(math.Sqrt(float64(l.sum[x][y]))+1e-6)
			}
			l.transGrad[x][y] = 0
			l.exp[x][y] = 0
			if tagger.Follows(tagger.Label(x), tagger.Label(y)) {
				l.exp[x][y] = float32(math.Exp(float64(l.trans[x][y])))
			}
		}
	}
}

// learn takes one step along the gradient of a run's likelihood.
func (l *learner) learn(r *chain, echoes bool) {
	n := r.last - r.first
	if n > len(l.em) {
		l.em, l.alpha, l.beta = make([][labels]float32, 2*n), make([][labels]float32, 2*n), make([][labels]float32, 2*n)
		l.grad = make([][labels]float32, 2*n)
	}
	l.kept, l.keptEnd = l.kept[:0], l.keptEnd[:0]
	for t := range n {
		l.score(r.first+t, t, echoes)
	}
	if r.observed {
		l.observe(r)
	} else {
		l.expect(r, n, true, 1)
	}
	l.expect(r, n, false, -1)
	at := 0
	for t := range n {
		for _, id := range l.kept[at:l.keptEnd[t]] {
			l.update(id, &l.grad[t], r.weight)
		}
		at = l.keptEnd[t]
	}
}

// score draws the features to keep and sums their weights; the emission is its exponential.
func (l *learner) score(i, t int, echoes bool) {
	tok := &l.set.tokens[i]
	from := len(l.kept)
	bits := uint64(0)
	draw := func(ids []uint32) {
		for j, id := range ids {
			if j%64 == 0 {
				bits = l.rng.Uint64()
			}
			if bits>>(j%64)&1 == 0 {
				l.kept = append(l.kept, id)
			}
		}
	}
	draw(l.set.ids[tok.base:tok.baseEnd])
	if echoes {
		draw(l.set.echoIDs[tok.echo:tok.echoEnd])
	}
	l.keptEnd = append(l.keptEnd, len(l.kept))
	var sum [labels]float32
	for _, id := range l.kept[from:] {
		row := &l.row[id]
		for y := range labels {
			sum[y] += row[y]
		}
	}
	high := sum[0]
	for _, v := range sum {
		high = max(high, v)
	}
	for y, v := range sum {
		l.em[t][y] = float32(math.Exp(float64((v - high) / keep)))
	}
	l.grad[t] = [labels]float32{}
}

// observe adds the gold labels of a fully labelled run to the gradient.
func (l *learner) observe(r *chain) {
	prev := 0
	for t, tok := range l.set.tokens[r.first:r.last] {
		y := 0
		for tok.allowed>>y != 1 {
			y++
		}
		l.grad[t][y]++
		l.transGrad[prev][y] += r.weight
		prev = y
	}
	l.transGrad[prev][0] += r.weight
}

// expect adds sign times the expected labels, of all labellings or of the allowed ones, to the gradient.
func (l *learner) expect(r *chain, n int, constrained bool, sign float32) {
	prev := [labels]float32{1}
	var allowed uint32
	for t := range n {
		allowed = everything
		if constrained {
			allowed = l.set.tokens[r.first+t].allowed
		}
		sum := float32(0)
		a := &l.alpha[t]
		*a = [labels]float32{}
		for x := range labels {
			if prev[x] == 0 {
				continue
			}
			for y := range labels {
				a[y] += prev[x] * l.exp[x][y]
			}
		}
		for y := range labels {
			if allowed>>y&1 == 0 {
				a[y] = 0
			}
			a[y] *= l.em[t][y]
			sum += a[y]
		}
		if sum <= 0 || sum != sum {
			return // no labelling is possible, or all underflow: nothing to learn
		}
		for y := range labels {
			a[y] /= sum
		}
		prev = *a
	}
	total := float32(0)
	for x := range labels {
		l.beta[n-1][x] = l.exp[x][0]
		total += l.alpha[n-1][x] * l.exp[x][0]
	}
	if total <= 0 {
		return
	}
	for x := range labels {
		l.transGrad[x][0] += sign * r.weight * l.alpha[n-1][x] * l.exp[x][0] / total
	}
	l.backward(r, n, constrained, sign)
}

// backward works out the backward sums, scaled so that alpha times beta sums to one at each token.
func (l *learner) backward(r *chain, n int, constrained bool, sign float32) {
	for t := n - 1; t >= 0; t-- {
		total := float32(0)
		for y := range labels {
			total += l.alpha[t][y] * l.beta[t][y]
		}
		var in [labels]float32
		for y := range labels {
			l.beta[t][y] /= total
			l.grad[t][y] += sign * l.alpha[t][y] * l.beta[t][y]
			in[y] = l.beta[t][y] * l.em[t][y]
			if constrained && l.set.tokens[r.first+t].allowed>>y&1 == 0 {
				in[y] = 0
			}
		}
		before := &[labels]float32{1}
		if t > 0 {
			before = &l.alpha[t-1]
		}
		sum := float32(0)
		var pair [labels][labels]float32
		for x := range labels {
			b := float32(0)
			for y := range labels {
				v := l.exp[x][y] * in[y]
				b += v
				pair[x][y] = before[x] * v
				sum += pair[x][y]
			}
			if t > 0 {
				l.beta[t-1][x] = b
			}
		}
		for x := range labels {
			for y := range labels {
				if pair[x][y] != 0 {
					l.transGrad[x][y] += sign * r.weight * pair[x][y] / sum
				}
			}
		}
	}
}

// update moves the weights of one feature.
func (l *learner) update(id uint32, grad *[labels]float32, weight float32) {
	row := &l.row[id]
	for y := range labels {
		g := grad[y]
		if g < 1e-3 && g > -1e-3 {
			continue
		}
		g *= weight
		row[labels+y] += g * g
		row[y] += rate * g / float32(math.Sqrt(float64(row[labels+y]))+1e-6)
	}
}

// transitions returns the transition weights in units of the model.
func (w *weights) transitions() (out [labels][labels]int32) {
	for x := range labels {
		for y := range labels {
			out[x][y] = int32(math.Round(float64(w.trans[x][y]) * tagger.Scale))
		}
	}
	return out
}

// pack returns the features that matter most, as int8 against O.
func (w *weights) pack(s *trainSet, limit int) []tagger.Feature {
	type ranked struct {
		id    int
		value float64
	}
	var order []ranked
	for id := range w.row {
		value := 0.0
		for y := 1; y < labels; y++ {
			value += math.Abs(float64(w.row[id][y] - w.row[id][0]))
		}
		if value > 0.05 {
			order = append(order, ranked{id, value * math.Sqrt(float64(s.counts[id]))})
		}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.value, a.value), cmp.Compare(a.id, b.id))
	})
	out := make([]tagger.Feature, min(limit, len(order)))
	for i := range out {
		row := &w.row[order[i].id]
		out[i].Key = s.names[order[i].id]
		for y := 1; y < labels; y++ {
			v := math.Round(float64(row[y]-row[0]) * tagger.Scale)
			out[i].Weights[y-1] = int8(min(max(v, -127), 127))
		}
	}
	return out
}
