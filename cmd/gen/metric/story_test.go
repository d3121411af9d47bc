package main

import (
	"reflect"
	"testing"

	"broadsheet/stages/figures"
)

func TestParse(t *testing.T) {
	s, err := parse("Exports rise\nExports of tea rose {5%|*exports* of *tea*/*tea*|last year|Jane Doe}, to {$3 million|*exports*|last year|-}?.\nIt is {10|-|-|-} of age.")
	if err != nil {
		t.Fatal(err)
	}
	if want := "Exports rise\n\nExports of tea rose 5%, to $3 million.\n\nIt is 10 of age."; s.text != want {
		t.Errorf("text %q", s.text)
	}
	var cores []string
	for _, l := range s.labels {
		cores = append(cores, s.text[l.start:l.end])
	}
	if want := []string{"5%", "$3 million", "10"}; !reflect.DeepEqual(cores, want) {
		t.Errorf("cores %q", cores)
	}
	if want := []metric{{"exports of tea", []string{"exports", "tea"}}, {"tea", []string{"tea"}}}; !reflect.DeepEqual(s.labels[0].metrics, want) {
		t.Errorf("metrics %q", s.labels[0].metrics)
	}
	if s.labels[0].unsure || !s.labels[1].unsure || s.labels[2].metrics != nil {
		t.Errorf("labels %+v", s.labels)
	}
	for _, broken := range []string{"rose {5%|tea|-}", "rose 5%|tea", "rose {5%|{tea}|-|-}"} {
		if _, err := parse(broken); err == nil {
			t.Errorf("%q is read", broken)
		}
	}
}

func TestJudge(t *testing.T) {
	l := label{metrics: []metric{metricOf("*exports* of *tea*"), metricOf("*shipments*")}}
	for phrase, want := range map[string]bool{"Exports of green tea": true, "tea exports": true, "exports": false, "shipments abroad": true, "": false,
		"exports of tea, coffee, sugar, cocoa, rice and wheat to all countries": false} {
		if got := l.judge(figures.Alternative{Phrase: phrase}).right; got != want {
			t.Errorf("%q: %v", phrase, got)
		}
	}
	if none := (label{}); !none.judge(figures.Alternative{}).right || none.judge(figures.Alternative{Phrase: "tea"}).right {
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

// TestStories holds that every story of the data can be read.
func TestStories(t *testing.T) {
	stories, err := readStories("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stories {
		if len(s.labels) == 0 {
			t.Errorf("%s: no label", s.name)
		}
	}
}
