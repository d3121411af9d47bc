package entities

import (
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

const story = `WASHINGTON — President Kassym-Jomart Tokayev said on Nov. 17 that trade with the United States rose 42.5% to $29.5 billion.
“We are interested,” he told Reuters, adding that Acme Inc. would build a plant near Almaty. The EU’s exports fell, said
Katie Johnson, the chief executive of Johnson Logistics in Rotterdam. Johnson declined to say how much the company had lost.

The European Bank for Reconstruction and Development (EBRD) forecast growth of 4 percent this year, after a slump in demand
for oil and metals. Ministers from Georgia, Armenia and Azerbaijan are to meet in Tbilisi in June to discuss new routes.

`

func BenchmarkRecognise(b *testing.B) {
	r := recogniser(b)
	d := segment.Split(strings.Repeat(story, 8))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Recognise(d, Context{Title: "Tokayev sees trade with America grow"})
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
