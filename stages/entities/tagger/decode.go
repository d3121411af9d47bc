package tagger

import (
	"math"
	"math/bits"
)

// scores are the scores of the labels but O at one token, as sums of biased bytes in 16-bit lanes.
type scores struct {
	lane [4]uint64
	n    uint32 // how many rows were added
}

const evenBytes = 0x00ff00ff00ff00ff

// add adds the weights of the features that the model knows. It first finds all rows, without a branch that the
// processor could guess wrong, and then sums them: so the look-ups wait for memory together.
func (m *Model) add(s *scores, keys []uint64) {
	var rows [128]uint32
	prints, buckets := m.features.prints, uint64(len(m.features.prints)/2)
	n := 0
	for _, k := range keys {
		bucket, _ := bits.Mul64(k, buckets)
		pair := prints[2*bucket : 2*bucket+2 : 2*bucket+2]
		p := fingerprint(k)
		a, b := pair[0]^p, pair[1]^p
		lane := bits.TrailingZeros64((a-lanes)&^a&(lanes<<15)) / 16
		upper := bits.TrailingZeros64((b-lanes)&^b&(lanes<<15))/16 + 4
		if lane == 4 {
			lane = upper
		}
		rows[n&127] = uint32(8*bucket) + uint32(lane)
		if lane < 8 {
			n++
		}
	}
	for _, row := range rows[:n] {
		w := m.weights[2*row : 2*row+2 : 2*row+2]
		a, b := w[0], w[1]
		s.lane[0] += a & evenBytes
		s.lane[1] += a >> 8 & evenBytes
		s.lane[2] += b & evenBytes
		s.lane[3] += b >> 8 & evenBytes
	}
	s.n += uint32(n)
}

// plus adds another sum.
func (s *scores) plus(o *scores) {
	for i := range s.lane {
		s.lane[i] += o.lane[i]
	}
	s.n += o.n
}

// unpack returns the scores by label.
func (s *scores) unpack() (out [Labels]int32) {
	bias := 128 * int32(s.n)
	for i := range 16 {
		word, lane := i/8*2+i%2, i%8/2
		out[i+1] = int32(s.lane[word]>>(16*lane)&0xffff) - bias
	}
	return out
}

// before lists, for every label, the labels that may stand before it.
var before = func() (t [Labels][]Label) {
	for b := range Label(Labels) {
		for a := range Label(Labels) {
			if Follows(a, b) {
				t[b] = append(t[b], a)
			}
		}
	}
	return t
}()

const (
	never = -1 << 28
	ways  = 1 + 2*Types // the labels that a name may end with, or begin with, and O
)

// enders and beginners are the labels that may stand before and behind a border between names, in order.
var enders, beginners = func() (e, b [ways]Label) {
	for k := range Type(Types) {
		e[1+2*k], e[2+2*k] = LabelOf(k, Last), LabelOf(k, Unit)
		b[1+2*k], b[2+2*k] = LabelOf(k, Begin), LabelOf(k, Unit)
	}
	return e, b
}()

// ranked packs a score with a label, so that the larger of two is found without a branch; of equal scores, the lower
// label is the larger.
func ranked(score int32, l Label) int64 { return int64(score)<<8 | int64(255-l) }

func (m *Model) opened(y Label, prev *[Labels]int32) int64 {
	from := &m.into[y]
	best := int64(math.MinInt64)
	for _, x := range enders {
		best = max(best, ranked(prev[x]+from[x], x))
	}
	return best
}

// viterbi writes the best labels of a run, which begins and ends outside of names.
func (m *Model) viterbi(em [][Labels]int32, back [][Labels]Label, out []Label) {
	var prev, next [Labels]int32
	for y := range prev {
		prev[y] = never
	}
	prev[0] = 0
	set := func(t int, y Label, best int64) {
		next[y], back[t][y] = int32(best>>8)+em[t][y], Label(255-best&255)
	}
	for t := range em {
		for _, y := range beginners {
			set(t, y, m.opened(y, &prev))
		}
		for b := Label(1); b < Labels; b += 4 {
			for y := b + Inside; y <= b+Last; y++ {
				from := &m.into[y]
				set(t, y, max(ranked(prev[b]+from[b], b), ranked(prev[b+Inside]+from[b+Inside], b+Inside)))
			}
		}
		prev = next
	}
	at := Label(255 - m.opened(0, &prev)&255)
	for t := len(em) - 1; t >= 0; t-- {
		out[t] = at
		at = back[t][at]
	}
}

// single returns the best label of a run of one token.
func (m *Model) single(em *[Labels]int32) Label {
	best, at := m.trans[0][0]+em[0]+m.trans[0][0], Label(0)
	for y := Label(1 + Unit); y < Labels; y += 4 {
		if v := m.trans[0][y] + em[y] + m.trans[y][0]; v > best {
			best, at = v, y
		}
	}
	return at
}

// expTable holds exp(-i/Scale), made by multiplication so that it is the same on every machine.
var expTable = func() (t [20 * Scale]float64) {
	const step = 0.93941306281347578611971 // exp(-1/16)
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * step
	}
	return t
}()

func exp(x int32) float64 {
	if x > 0 {
		panic("tagger: score above its maximum")
	}
	if -x >= int32(len(expTable)) {
		return 0
	}
	return expTable[-x]
}

// lattice holds the forward and backward sums of one run, scaled to sum to one at each token.
type lattice struct {
	em, alpha, beta [][Labels]float64
	scale           []float64
	trans           [Labels][Labels]float64
}

func (l *lattice) prepare(m *Model) {
	for x := range Labels {
		for y := range Labels {
			if Follows(Label(x), Label(y)) {
				l.trans[x][y] = exp(min(m.trans[x][y]-8*Scale, 0))
			}
		}
	}
}

func (l *lattice) resize(n int) {
	if n > cap(l.em) {
		l.em, l.alpha, l.beta = make([][Labels]float64, n), make([][Labels]float64, n), make([][Labels]float64, n)
		l.scale = make([]float64, n)
	}
	l.em, l.alpha, l.beta, l.scale = l.em[:n], l.alpha[:n], l.beta[:n], l.scale[:n]
}

// hopeless is how far behind the highest score at a token another one must be to count for nothing.
const hopeless = 12 * Scale

// run works out the sums of one run whose best labels are given.
func (l *lattice) run(em [][Labels]int32, best []Label) {
	l.resize(len(em))
	prev := [Labels]float64{1}
	for t := range em {
		high := em[t][0]
		for _, v := range em[t] {
			high = max(high, v)
		}
		sum := 0.0
		l.em[t], l.alpha[t] = [Labels]float64{}, [Labels]float64{}
		for y := range Labels {
			if em[t][y] < high-hopeless && Label(y) != best[t] {
				continue
			}
			v := 0.0
			for _, x := range before[y] {
				v += float64(prev[x] * l.trans[x][y])
			}
			l.em[t][y] = exp(em[t][y] - high)
			l.alpha[t][y] = v * l.em[t][y]
			sum += l.alpha[t][y]
		}
		for y := range Labels {
			l.alpha[t][y] /= sum
		}
		l.scale[t] = sum
		prev = l.alpha[t]
	}
	n := len(em)
	total := 0.0
	for x := range Labels {
		l.beta[n-1][x] = l.trans[x][0]
		total += float64(l.alpha[n-1][x] * l.trans[x][0])
	}
	for x := range Labels {
		l.beta[n-1][x] /= total
	}
	for t := n - 2; t >= 0; t-- {
		l.beta[t] = [Labels]float64{}
		for y := range Labels {
			if l.em[t+1][y] == 0 {
				continue
			}
			v := l.beta[t+1][y] * l.em[t+1][y] / l.scale[t+1]
			for _, x := range before[y] {
				l.beta[t][x] += float64(l.trans[x][y] * v)
			}
		}
	}
}

// span returns the probability that the labels at [first, last) stand as given.
func (l *lattice) span(labels []Label, first, last int) float64 {
	y := labels[first]
	p := 0.0
	if first == 0 {
		p = l.trans[0][y]
	} else {
		for _, x := range before[y] {
			p += float64(l.alpha[first-1][x] * l.trans[x][y])
		}
	}
	p *= l.em[first][y] / l.scale[first]
	for t := first + 1; t < last; t++ {
		p *= l.trans[labels[t-1]][labels[t]] * l.em[t][labels[t]] / l.scale[t]
	}
	return p * l.beta[last-1][labels[last-1]]
}
