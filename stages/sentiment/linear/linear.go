// Package linear is a multinomial logistic regression over hashed features: three weights a feature, kept as bytes.
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

// Model holds the weights: weight = Weights[feature][class] * Scale.
type Model struct {
	Bias    [Classes]float32
	Scale   float32
	Weights []int8 // Size * Classes, class fastest
}

var magic = [8]byte{'b', 's', 'l', 'i', 'n', '0', '0', '1'}

// headerSize is magic, biases and scale.
const headerSize = len(magic) + 4*Classes + 4

// Bytes returns the model in its file form; Read is the reverse.
func (m *Model) Bytes() []byte {
	out := append([]byte{}, magic[:]...)
	for _, b := range m.Bias {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(b))
	}
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(m.Scale))
	for _, w := range m.Weights {
		out = append(out, byte(w))
	}
	return out
}

// Length is the number of bytes of a model.
const Length = headerSize + Size*Classes

// Read returns the model that Bytes wrote.
func Read(b []byte) (*Model, error) {
	if len(b) != Length || [8]byte(b[:8]) != magic {
		return nil, errors.New("not a model of this version; rebuild it with make model")
	}
	m := &Model{Weights: make([]int8, Size*Classes)}
	at := len(magic)
	for i := range m.Bias {
		m.Bias[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[at:]))
		at += 4
	}
	m.Scale = math.Float32frombits(binary.LittleEndian.Uint32(b[at:]))
	for i, w := range b[headerSize:] {
		m.Weights[i] = int8(w)
	}
	return m, nil
}

// Score returns the probability of each class.
func (m *Model) Score(features []Feature) [Classes]float64 {
	var sum [Classes]float64
	for _, f := range features {
		at := int(f.Hash&(Size-1)) * Classes
		for c := range sum {
			sum[c] += float64(f.Value) * float64(m.Weights[at+c])
		}
	}
	for c := range sum {
		sum[c] = float64(sum[c]*float64(m.Scale)) + float64(m.Bias[c])
	}
	return softmax(sum)
}

func softmax(z [Classes]float64) [Classes]float64 {
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
