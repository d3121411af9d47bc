package main

import (
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
