package dates

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/stages/segment"
)

// show writes the expressions of a text as "span = start..end; …", an open or unknown end as nothing.
func show(t string, published string) string {
	var day *schemas.Date
	if published != "" {
		d, err := schemas.ParseDate(published)
		if err != nil {
			panic(err)
		}
		day = &d
	}
	var out []string
	for _, e := range Expressions(segment.Split(t), day) {
		start, end := "", ""
		if e.Start != nil {
			start = e.Start.String()
		}
		if e.End != nil {
			end = e.End.String()
		}
		out = append(out, e.Span.Of(t)+" = "+start+".."+end)
	}
	return strings.Join(out, "; ")
}

func TestExpressions(t *testing.T) {
	for _, c := range expressionCases {
		day := c.published
		if day == "" {
			day = "2024-11-20" // a Wednesday
		}
		if day == "none" {
			day = ""
		}
		if got := show(c.in, day); got != c.want {
			t.Errorf("%q on %s:\n got %s\nwant %s", c.in, day, got, c.want)
		}
	}
}

func FuzzExpressions(f *testing.F) {
	f.Add("on Tuesday, Nov. 12, 2019, from 31 February to the end of the year before the 1990s; 5-7 March or 25/12/2023", int32(20000))
	f.Add("the past twenty-five years, a year earlier, 2019-20, Q3, the same period of 2022, year-to-date", int32(-5000))
	f.Fuzz(func(t *testing.T, s string, day int32) {
		if !utf8.ValidString(s) {
			return
		}
		d := schemas.Date(day % 40000)
		doc := segment.Split(s)
		got := Expressions(doc, &d)
		end := 0
		for _, e := range got {
			if e.Span.Start < end || e.Span.Len() <= 0 || e.Span.End > len(s) {
				t.Fatalf("expression %v after %d in %q", e.Span, end, s)
			}
			if e.Start != nil && e.End != nil && *e.Start > *e.End {
				t.Fatalf("%q runs from %s to %s", e.Span.Of(s), e.Start, e.End)
			}
			if e.Sentence >= len(doc.Sentences) || !doc.Sentences[e.Sentence].Contains(e.Span) {
				t.Fatalf("%q is not in its sentence", e.Span.Of(s))
			}
			end = e.Span.End
		}
		if again := Expressions(doc, &d); !reflect.DeepEqual(got, again) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkExpressions(b *testing.B) {
	const story = "WASHINGTON — President Kassym-Jomart Tokayev said on Nov. 17 that trade with the U.S. rose 42.5% to $29.5 billion in the third quarter. “We are interested,” he told Reuters last week, adding that Acme Inc. would build a plant by 2030. The EU’s exports fell.\n\n"
	text := strings.Repeat(story, 200)
	doc := segment.Split(text)
	day := schemas.Date(20000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Expressions(doc, &day)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
