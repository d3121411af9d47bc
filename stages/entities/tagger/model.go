package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Scale is how many units of an int8 weight make one natural unit of score.
const Scale = 16

// Model is the lexicon with the weights of the features: one row of sixteen int8 per feature, one a label but O, whose
// score is zero.
type Model struct {
	lex      *Lexicon
	features table
	weights  []uint64 // two words a row, bytes with 128 added
	trans    [Labels][Labels]int32
	into     [Labels][Labels]int32 // trans, by the label that follows
	sure     [Types][Steps]float64 // calibration: share of right names by raw confidence
	Inputs   [32]byte              // SHA-256 of what it was trained from
}

// Steps is the number of points of the calibration curve, from raw confidence 0 to 1.
const Steps = 21

const magic, version = "BSTAG", 2

// Feature is a feature with the weights of labels 1 to 16.
type Feature struct {
	Key     uint64
	Weights [Labels - 1]int8
}

// NewModel packs features, the most important first: those whose bucket is full are dropped. Their number is returned.
func NewModel(lex *Lexicon, features []Feature, trans [Labels][Labels]int32) (*Model, int) {
	m := &Model{lex: lex, features: newTable(max(len(features)*10/8/8, 1)), trans: trans}
	m.weights = make([]uint64, 2*m.features.rows())
	dropped := 0
	for _, f := range features {
		if m.features.find(f.Key) >= 0 {
			dropped++ // the fingerprint of a more important one
			continue
		}
		row := m.features.add(f.Key)
		if row < 0 {
			dropped++
			continue
		}
		for j, w := range f.Weights {
			m.weights[2*row+j/8] |= uint64(uint8(int(w)+128)) << (8 * (j % 8))
		}
	}
	for t := range m.sure {
		for i := range m.sure[t] {
			m.sure[t][i] = float64(i) / (Steps - 1)
		}
	}
	m.turn()
	return m, dropped
}

// turn fills into.
func (m *Model) turn() {
	for x := range m.trans {
		for y, v := range m.trans[x] {
			m.into[y][x] = v
		}
	}
}

// Calibrate sets the calibration curve of a type.
func (m *Model) Calibrate(t Type, curve [Steps]float64) { m.sure[t] = curve }

// Encode writes a model.
func (m *Model) Encode() []byte {
	var b []byte
	b = append(b, magic...)
	b = append(b, version)
	b = binary.LittleEndian.AppendUint32(b, FeatureHash())
	b = append(b, m.Inputs[:]...)
	b = words64(b, m.lex.words.prints)
	b = words32(b, m.lex.wordInfo)
	b = words32(b, m.lex.fine)
	b = append(b, m.lex.middle...)
	b = append(b, m.lex.coarse...)
	b = words64(b, m.lex.phrases.prints)
	b = words32(b, m.lex.phrase)
	b = words64(b, m.features.prints)
	b = words64(b, m.weights)
	for _, row := range m.trans {
		for _, v := range row {
			b = binary.LittleEndian.AppendUint32(b, uint32(v))
		}
	}
	for _, curve := range m.sure {
		for _, v := range curve {
			b = binary.LittleEndian.AppendUint32(b, uint32(v*10000+0.5))
		}
	}
	return b
}

func words64(b []byte, v []uint64) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v)))
	for _, x := range v {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	return b
}

func words32(b []byte, v []uint32) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v)))
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, x)
	}
	return b
}

// decoder reads the sections of a model; the first lack of bytes is remembered.
type decoder struct {
	rest []byte
	err  error
}

func (d *decoder) take(n int) []byte {
	if n > len(d.rest) {
		d.err = errors.New("model is cut short")
		d.rest = nil
		return make([]byte, n)
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

func (d *decoder) uint32() uint32 { return binary.LittleEndian.Uint32(d.take(4)) }

// length reads the length of a section whose members take size bytes.
func (d *decoder) length(size int) int {
	n := int(d.uint32())
	if n > len(d.rest)/size {
		d.err = errors.New("model is cut short")
		return 0
	}
	return n
}

func (d *decoder) words64() []uint64 {
	v := make([]uint64, d.length(8))
	b := d.take(8 * len(v))
	for i := range v {
		v[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return v
}

func (d *decoder) words32() []uint32 {
	v := make([]uint32, d.length(4))
	b := d.take(4 * len(v))
	for i := range v {
		v[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return v
}

// Decode reads a model and checks that it was made for this set of features.
func Decode(b []byte) (*Model, error) {
	d := &decoder{rest: b}
	if head := d.take(len(magic) + 1); string(head[:len(magic)]) != magic || head[len(magic)] != version {
		return nil, fmt.Errorf("not a tagger model of version %d", version)
	}
	if h := d.uint32(); h != FeatureHash() {
		return nil, fmt.Errorf("model was made for feature set %08x, this is %08x: run make model", h, FeatureHash())
	}
	m := &Model{lex: &Lexicon{}, Inputs: [32]byte(d.take(32))}
	m.lex.words.prints = d.words64()
	m.lex.wordInfo = d.words32()
	m.lex.fine = d.words32()
	m.lex.middle = d.take(clusters)
	m.lex.coarse = d.take(clusters)
	m.lex.phrases.prints = d.words64()
	m.lex.phrase = d.words32()
	m.features.prints = d.words64()
	m.weights = d.words64()
	for i := range m.trans {
		for j := range m.trans[i] {
			m.trans[i][j] = int32(d.uint32())
		}
	}
	m.turn()
	for t := range m.sure {
		for i := range m.sure[t] {
			m.sure[t][i] = float64(d.uint32()) / 10000
		}
	}
	if d.err == nil && (len(d.rest) > 0 || !m.whole()) {
		d.err = errors.New("model sections do not fit together")
	}
	return m, d.err
}

func (m *Model) whole() bool {
	return len(m.features.prints) > 0 && len(m.weights) == 2*m.features.rows() &&
		len(m.lex.words.prints) > 0 && len(m.lex.wordInfo) == m.lex.words.rows() && len(m.lex.fine) == leaves &&
		len(m.lex.phrases.prints) > 0 && len(m.lex.phrase) == m.lex.phrases.rows()
}
