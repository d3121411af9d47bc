package linear

import (
	"bytes"
	"testing"
)

var vectors = [][]float32{{1, 0}, {0, 1}, {0.9, 0.1}}

func examples() []Example {
	return []Example{
		{[]Feature{{1, 1}, {9, 0.5}}, nil, [Classes]float32{1, 0, 0}, 1},
		{[]Feature{{2, 1}, {9, 0.5}}, []Word{{1, 0, 1}}, [Classes]float32{0, 1, 0}, 1},
		{[]Feature{{9, 0.5}}, []Word{{0, 1, 1}}, [Classes]float32{0, 0, 1}, 1},
	}
}

func TestTrain(t *testing.T) {
	o := Options{Epochs: 200, Rate: 0.1, VectorRate: 0.1, Seed: 1}
	m := Train(examples(), vectors, 2, o)
	for class, e := range examples() {
		if p := m.Score(e); p[class] < 0.8 {
			t.Errorf("class %d has probability %.2f", class, p[class])
		}
	}
	// Row 2 was never seen; its vector is like that of row 0.
	unseen := Example{Features: []Feature{{9, 0.5}}, Words: []Word{{2, 1, 1}}}
	if p := m.Score(unseen); p[2] < 0.7 {
		t.Errorf("an unseen word like a known one has probability %.2f", p[2])
	}
	if !bytes.Equal(m.Bytes(), Train(examples(), vectors, 2, o).Bytes()) {
		t.Error("two trainings differ")
	}
	file := append(m.Bytes(), "rest"...)
	back, rest, err := Read(file)
	if err != nil || string(rest) != "rest" || !bytes.Equal(back.Bytes(), m.Bytes()) {
		t.Errorf("the model does not come back: %v", err)
	}
	for n := range 80 {
		if _, _, err := Read(file[:n]); err == nil {
			t.Errorf("a model cut after %d bytes was read", n)
		}
	}
	if _, _, err := Read(m.Bytes()[:len(m.Bytes())-1]); err == nil {
		t.Error("a cut model was read")
	}
}
