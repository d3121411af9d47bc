package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"broadsheet/schemas"
)

// BenchmarkRun measures everything around the stages: the pool, the spool, the passes, the files. The fake extractor
// makes about as many mentions and figures as news does.
func BenchmarkRun(b *testing.B) {
	var docs []schemas.Document
	size := 0
	for i := range 2000 {
		var text strings.Builder
		for j := range 12 {
			fmt.Fprintf(&text, "The Bank of Town%d said its trade with Land%d rose by %d per cent in the quarter after talks with the minister, who left early. ", i%97, j*i%89, i*j%100)
		}
		d := doc(fmt.Sprintf("%06d.txt", i), strings.TrimSpace(text.String()))
		size += len(d.Body)
		docs = append(docs, d)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	rows := int64(0)
	for b.Loop() {
		s := mustRun(b, config(b.TempDir(), 2), fakeSource{docs: docs})
		rows = s.Rows["mentions"] + s.Rows["figures"] + s.Rows["articles"]
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
