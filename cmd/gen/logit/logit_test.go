package logit

import (
	"math"
	"reflect"
	"testing"
)

// TestTrain holds that the weights tell a feature of right choices from one of wrong ones, and come out the same again.
func TestTrain(t *testing.T) {
	e := Example{Choices: []Choice{{Features: []uint32{1, 2}, Right: true}, {Features: []uint32{1, 3}}, {}}, Weight: 1}
	examples := []Example{e, e, e}
	o := Options{Rounds: 100, Step: 0.15, Hold: 1}
	w := Train(examples, 4, o)
	if w[0] != 0 || w[2] <= 0 || w[3] >= 0 {
		t.Errorf("weights %v", w)
	}
	if again := Train(examples, 4, o); !reflect.DeepEqual(w, again) {
		t.Errorf("%v, then %v", w, again)
	}
	p := e.Probabilities(nil, w)
	if p[0] < p[1] || p[0] < p[2] || math.Abs(p[0]+p[1]+p[2]-1) > 1e-12 {
		t.Errorf("probabilities %v", p)
	}
	for i := range examples {
		examples[i].Choices = []Choice{{Features: []uint32{1}}, {Features: []uint32{2}}}
	}
	if w := Train(examples, 4, o); w[1] != 0 || w[2] != 0 {
		t.Errorf("where no choice is right nothing is learned, not %v", w)
	}
}
