package main

import (
	"reflect"
	"testing"

	"broadsheet/stages/figures"
)

func TestJudge(t *testing.T) {
	l := labelOf("*exports* of *tea*/*shipments*")
	for phrase, want := range map[string]bool{"Exports of green tea": true, "tea exports": true, "exports": false, "shipments abroad": true, "": false,
		"exports of tea, coffee, sugar, cocoa, rice and wheat to all countries": false} {
		if got := l.judge(figures.Alternative{Phrase: phrase}).right; got != want {
			t.Errorf("%q: %v", phrase, got)
		}
	}
	if none := labelOf("-"); !none.judge(figures.Alternative{}).right || none.judge(figures.Alternative{Phrase: "tea"}).right {
		t.Error("where nothing is measured, only nothing is right")
	}
}

// TestTrain holds that the weights tell a feature of right phrases from one of wrong phrases, and come out the same again.
func TestTrain(t *testing.T) {
	var examples []example
	for range 50 {
		e := example{alternatives: []alternative{{Alternative: figures.Alternative{Features: []uint32{1, 2}}, right: true, f1: 1}, {Alternative: figures.Alternative{Features: []uint32{1, 3}}}}}
		e.settle()
		examples = append(examples, e)
	}
	a, b := quantise(train(examples)), quantise(train(examples))
	if !reflect.DeepEqual(a, b) {
		t.Error("two trainings differ")
	}
	if int8(a[2]) <= 0 || int8(a[3]) >= 0 || int8(a[1]) != 0 {
		t.Errorf("weights %d %d %d", int8(a[1]), int8(a[2]), int8(a[3]))
	}
}
