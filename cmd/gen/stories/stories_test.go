package stories

import (
	"reflect"
	"testing"

	"broadsheet/stages/text"
)

func TestParse(t *testing.T) {
	s, err := Parse("Exports rise {5%|*exports*|-|-}\n4 May 2024\nExports of tea rose {5%|*exports* of *tea*/*tea*|last year|Jane Doe}, to {$3 million|*exports*|last year|-}?.\nIt is {10|-|-|-} of age.")
	if err != nil {
		t.Fatal(err)
	}
	want := Story{Title: "Exports rise 5%", Date: "4 May 2024", Text: "Exports of tea rose 5%, to $3 million.\n\nIt is 10 of age.", Labels: []Label{
		{Span: text.Span{Start: 20, End: 22}, Metric: "*exports* of *tea*/*tea*", Period: "last year", Speaker: "Jane Doe"},
		{Span: text.Span{Start: 27, End: 37}, Metric: "*exports*", Period: "last year", Speaker: "-", Unsure: true},
		{Span: text.Span{Start: 46, End: 48}, Metric: "-", Period: "-", Speaker: "-"},
	}}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v\nwant %+v", s, want)
	}
	for _, broken := range []string{"A\nB\nrose {5%|tea|-}", "A\nB\nrose 5%|tea", "A\nB\nrose {5%|{tea}|-|-}", "A headline"} {
		if _, err := Parse(broken); err == nil {
			t.Errorf("%q is read", broken)
		}
	}
}

func TestPlaces(t *testing.T) {
	body := "LONDON - Tea cost $5 and $5.\n\nShare\n\nTea cost $5 again."
	clean := "Tea cost $5 and $5.\n\nTea cost $5 again."
	spans := []text.Span{{Start: 18, End: 20}, {Start: 25, End: 27}, {Start: 30, End: 35}, {Start: 46, End: 48}}
	want := []text.Span{{Start: 9, End: 11}, {Start: 16, End: 18}, {}, {Start: 30, End: 32}}
	if got := Places(body, clean, spans); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestData holds that every story can be read and has a figure.
func TestData(t *testing.T) {
	all, err := Read("data/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if len(s.Labels) == 0 {
			t.Errorf("%s: no label", s.Name)
		}
	}
}
