package clean

import (
	"strings"
	"testing"

	"broadsheet/schemas"
	"broadsheet/stages/decode"
	"broadsheet/stages/segment"
)

// story is an invented report of the kind that fills a news archive.
const story = `Council agrees to build a second bridge

By Jane Doe

HARBOURTOWN (AP) — The council agreed on Monday to build a second bridge over the river at a cost of $42.5 million, the mayor's office said in a statement.

“We have waited for this for 20 years,” said Mayor Ann Lee, who took office in 2019. “The old bridge carries 12,000 cars a day. It was built for 3,000.”

Work is due to begin in March and to last until the end of 2027. The U.S. Army Corps of Engineers, which owns the northern bank, has given its permit; a second one, from the state, is expected within weeks.

Opponents say that the money would be better spent on buses. A petition with more than 4,000 names was handed over last week, and a court in the state capital will hear their case on Nov. 17.

Read more: The old bridge at 90

Subscribe to our newsletter
`

func decoded(b *testing.B) *decode.Document {
	body := []byte(strings.Repeat(story[strings.Index(story, "“We"):strings.Index(story, "Read more")], 3))
	body = append([]byte(story), body...)
	d, reject := decode.Decode(&schemas.Document{SourceURI: "x", RecordIndex: -1, MediaType: "text/plain", Source: body, Body: body})
	if reject != nil {
		b.Fatal(reject.Message)
	}
	return d
}

func BenchmarkClean(b *testing.B) {
	d := decoded(b)
	b.SetBytes(int64(len(d.Text.Source)))
	b.ReportAllocs()
	for b.Loop() {
		Clean(d)
	}
}

func BenchmarkCleanAndSegment(b *testing.B) {
	d := decoded(b)
	b.SetBytes(int64(len(d.Text.Source)))
	b.ReportAllocs()
	perCPU(b, len(d.Text.Source), func() {
		for b.Loop() {
			segment.Split(Clean(d).Text.Content)
		}
	})
}

// BenchmarkYardstick walks over the same text and copies it: how quick the machine is at this moment.
func BenchmarkYardstick(b *testing.B) {
	source := decoded(b).Text.Source
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	spaces := 0
	for b.Loop() {
		copied := strings.Clone(source)
		for i := range len(copied) {
			if copied[i] == ' ' {
				spaces++
			}
		}
	}
	if spaces == 0 {
		b.Fatal("no spaces")
	}
}
