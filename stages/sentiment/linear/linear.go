// Package linear is a multinomial logistic regression over two kinds of features: hashed ones, with three weights each,
// and words in views. A view is a place from which a word looks at what is judged ("right behind it", "its verb"); the
// weights of a word in a view are learned through its word vector, so that a word that training never saw is weighed
// like the words that keep its company. Reading folds the vectors in: what ships is a table of three bytes for each word
// and view.
//
// A Model is read-only and safe for concurrent use. Train is seeded and sequential: the same examples give the same
// bytes.
package linear

import (
	"encoding/binary"
	"errors"
	"math"
)

// Classes is the number of classes; Bits the size of the hashed feature space.
const (
	Classes = 3
	Bits    = 18
	Size    = 1 << Bits
)

// Feature is a hashed feature with its value.
type Feature struct {
	Hash  uint32
	Value float32
}

// Word is a word of the table, seen from a view.
type Word struct {
	Row   int32
	View  uint8
	Value float32
}

// Example is what is judged, and in training its share of each class and what it counts for.
type Example struct {
	Features []Feature
	Words    []Word
	Target   [Classes]float32
	Weight   float32
}

// Model holds the weights: three bytes in one word, the first class lowest.
type Model struct {
	Bias         [Classes]float32
	Views        int
	Rows         int
	FeatureScale float32
	WordScale    float32
	Features     []uint32 // Size
	Words        []uint32 // Rows * Views
}

var magic = [8]byte{'b', 's', 'l', 'i', 'n', '0', '0', '2'}

// headerSize is magic, biases, views, rows and scales.
const headerSize = len(magic) + 4*Classes + 4*4

var order = binary.LittleEndian

// Bytes returns the model in its file form; Read is the reverse.
func (m *Model) Bytes() []byte {
	out := append([]byte{}, magic[:]...)
	for _, b := range m.Bias {
		out = order.AppendUint32(out, math.Float32bits(b))
	}
	out = order.AppendUint32(out, uint32(m.Views))
	out = order.AppendUint32(out, uint32(m.Rows))
	out = order.AppendUint32(out, math.Float32bits(m.FeatureScale))
	out = order.AppendUint32(out, math.Float32bits(m.WordScale))
	for _, list := range [][]uint32{m.Features, m.Words} {
		for _, w := range list {
			out = append(out, byte(w), byte(w>>8), byte(w>>16))
		}
	}
	return out
}

var errFormat = errors.New("not a model of this version; rebuild it with make model")

// Read returns the model that Bytes wrote, and what follows it.
func Read(b []byte) (*Model, []byte, error) {
	if len(b) < headerSize || [8]byte(b[:8]) != magic {
		return nil, nil, errFormat
	}
	var header [Classes + 4]uint32
	for i := range header {
		header[i] = order.Uint32(b[len(magic)+4*i:])
	}
	m := &Model{Views: int(header[3]), Rows: int(header[4])}
	for c := range m.Bias {
		m.Bias[c] = math.Float32frombits(header[c])
	}
	m.FeatureScale, m.WordScale = math.Float32frombits(header[5]), math.Float32frombits(header[6])
	b = b[headerSize:]
	n := int64(m.Views) * int64(m.Rows)
	if int64(len(b)) < Classes*(Size+n) {
		return nil, nil, errFormat
	}
	m.Features, b = packed(b, Size)
	m.Words, b = packed(b, int(n))
	return m, b, nil
}

// packed reads n times three bytes.
func packed(b []byte, n int) ([]uint32, []byte) {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(b[Classes*i]) | uint32(b[Classes*i+1])<<8 | uint32(b[Classes*i+2])<<16
	}
	return out, b[Classes*n:]
}

// Feature returns the weights of a hashed feature times its value: what it adds to the log-odds of each class.
func (m *Model) Feature(f Feature) [Classes]float64 {
	return scaled(m.Features[f.Hash&(Size-1)], m.FeatureScale*f.Value)
}

// Word returns the weights of a word in a view times its value.
func (m *Model) Word(w Word) [Classes]float64 {
	return scaled(m.Words[int(w.Row)*m.Views+int(w.View)], m.WordScale*w.Value)
}

func scaled(w uint32, x float32) (out [Classes]float64) {
	for c := range out {
		out[c] = float64(int8(w>>(8*c))) * float64(x)
	}
	return out
}

// Logits returns the log-odds of the classes, up to a constant.
func (m *Model) Logits(e Example) [Classes]float64 {
	return m.Add([Classes]float64{float64(m.Bias[0]), float64(m.Bias[1]), float64(m.Bias[2])}, e)
}

// Add adds the log-odds of more features.
func (m *Model) Add(z [Classes]float64, e Example) [Classes]float64 {
	var f0, f1, f2, w0, w1, w2 float32
	table := m.Features[:Size]
	for _, f := range e.Features {
		w := table[f.Hash&(Size-1)]
		f0 += float32(f.Value * float32(int8(w)))
		f1 += float32(f.Value * float32(int8(w>>8)))
		f2 += float32(f.Value * float32(int8(w>>16)))
	}
	for _, f := range e.Words {
		w := m.Words[int(f.Row)*m.Views+int(f.View)]
		w0 += float32(f.Value * float32(int8(w)))
		w1 += float32(f.Value * float32(int8(w>>8)))
		w2 += float32(f.Value * float32(int8(w>>16)))
	}
	scale, words := float64(m.FeatureScale), float64(m.WordScale)
	return [Classes]float64{
		z[0] + float64(float64(f0)*scale) + float64(float64(w0)*words),
		z[1] + float64(float64(f1)*scale) + float64(float64(w1)*words),
		z[2] + float64(float64(f2)*scale) + float64(float64(w2)*words),
	}
}

// Sharpen multiplies the log-odds by a factor.
func (m *Model) Sharpen(factor float64) {
	for c := range m.Bias {
		m.Bias[c] *= float32(factor)
	}
	m.FeatureScale *= float32(factor)
	m.WordScale *= float32(factor)
}

// Score returns the probability of each class.
func (m *Model) Score(e Example) [Classes]float64 { return Softmax(m.Logits(e)) }

// Softmax turns log-odds into probabilities.
func Softmax(z [Classes]float64) [Classes]float64 {
	top := max(z[0], z[1], z[2])
	total := 0.0
	for c := range z {
		z[c] = math.Exp(z[c] - top)
		total += z[c]
	}
	for c := range z {
		z[c] /= total
	}
	return z
}
