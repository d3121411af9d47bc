package decode

import (
	"strings"
	"testing"
)

func BenchmarkPlain(b *testing.B) {
	benchmark(b, "text/plain", strings.Repeat(sentences+"“Trade rose,” she said – by €3 million.\n\n", 200))
}

func BenchmarkMarkdown(b *testing.B) {
	benchmark(b, "text/markdown", strings.Repeat("## Heading\n\n"+sentences+"**Trade** rose.\n\n* one\n* two\n\n", 200))
}

func BenchmarkHTML(b *testing.B) {
	benchmark(b, "text/html", newsPage("", strings.Repeat("<p>"+sentences+"</p>", 40)))
}

func benchmark(b *testing.B, mediaType, body string) {
	doc := document(mediaType, body)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, reject := Decode(doc); reject != nil {
			b.Fatal(*reject)
		}
	}
}
