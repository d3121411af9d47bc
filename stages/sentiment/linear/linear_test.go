package linear

import (
	"bytes"
	"testing"
)

func examples() []Example {
	return []Example{
		{[]Feature{{1, 1}, {9, 0.5}}, [Classes]float32{1, 0, 0}},
		{[]Feature{{2, 1}, {9, 0.5}}, [Classes]float32{0, 1, 0}},
		{[]Feature{{3, 1}, {9, 0.5}}, [Classes]float32{0, 0, 1}},
	}
}

func TestTrain(t *testing.T) {
	o := Options{Epochs: 200, Rate: 0.1, Seed: 1}
	m := Train(examples(), o)
	for class, e := range examples() {
		if p := m.Score(e.Features); p[class] < 0.8 {
			t.Errorf("class %d has probability %.2f", class, p[class])
		}
	}
	if !bytes.Equal(m.Bytes(), Train(examples(), o).Bytes()) {
		t.Error("two trainings differ")
	}
	back, err := Read(m.Bytes())
	if err != nil || !bytes.Equal(back.Bytes(), m.Bytes()) {
		t.Errorf("the model does not come back: %v", err)
	}
	if _, err := Read(m.Bytes()[1:]); err == nil {
		t.Error("a cut model was read")
	}
}
