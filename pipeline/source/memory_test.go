package source

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"broadsheet/schemas"
)

// manyMembers returns names and contents of n members.
func manyMembers(n int, content string) []string {
	var members []string
	for i := range n {
		members = append(members, fmt.Sprint(i, ".txt"), content)
	}
	return members
}

// TestMemory holds readers to memory that does not grow with the file.
func TestMemory(t *testing.T) {
	row := strings.Repeat("news ", 400)
	for _, c := range []struct {
		name string
		make func(n int) string
	}{
		{"a.jsonl", func(n int) string { return strings.Repeat(`{"text":"`+row+`"}`+"\n", n) }},
		{"a.jsonl.gz", func(n int) string { return gz(strings.Repeat(`{"text":"`+row+`"}`+"\n", n)) }},
		{"a.csv", func(n int) string { return "text\n" + strings.Repeat(row+"\n", n) }},
		{"a.warc.gz", func(n int) string {
			return strings.Repeat(gz(warcRecord("conversion", "http://x.example/", "text/plain", row, len(row))), n)
		}},
		{"a.warc", func(n int) string {
			return strings.Repeat(warcRecord("conversion", "http://x.example/", "text/plain", row, len(row)), n)
		}},
		{"a.wet.zst", func(n int) string {
			return zst(strings.Repeat(warcRecord("conversion", "http://x.example/", "text/plain", row, len(row)), n))
		}},
		{"a.jsonl.zst", func(n int) string { return zst(strings.Repeat(`{"text":"`+row+`"}`+"\n", n)) }},
		{"a.json", func(n int) string {
			return "[" + strings.Repeat(`{"text":"`+row+`"},`, n-1) + `{"text":"` + row + `"}]`
		}},
		{"a.csv.gz", func(n int) string { return gz("text\n" + strings.Repeat(row+"\n", n)) }},
		{"a.tar", func(n int) string { return tarOf(manyMembers(n, row)...) }},
		{"a.tar.zst", func(n int) string { return zst(tarOf(manyMembers(n, row)...)) }},
		{"a.zip", func(n int) string { return zipOf(manyMembers(n, row)...) }},
		{"a.zip.gz", func(n int) string { return gz(zipOf(manyMembers(n, row)...)) }},
		{"a.parquet", func(n int) string { return parquetOf(t, n, row) }},
		{"a.parquet.gz", func(n int) string { return gz(parquetOf(t, n, row)) }},
	} {
		peak := func(n int) uint64 {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.make(n)), 0o644); err != nil {
				t.Fatal(err)
			}
			r, err := Open([]string{path}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			most, items := uint64(0), 0
			var stats runtime.MemStats
			for item := range r.Items() {
				if item.Reject != nil && item.Reject.Reason != schemas.ReasonNoText { // NULL in every tenth row of Parquet
					t.Fatal(*item.Reject)
				}
				if items++; items%(n/10) == 0 {
					runtime.GC()
					runtime.ReadMemStats(&stats)
					most = max(most, stats.HeapAlloc)
				}
			}
			if items != n {
				t.Errorf("%s: %d items of %d", c.name, items, n)
			}
			return most
		}
		small, large := peak(200), peak(2000)
		t.Logf("%s: %d kB live, ten times the file %d kB", c.name, small>>10, large>>10)
		if large > small+(2<<20) {
			t.Errorf("%s: %d bytes live, ten times the file %d", c.name, small, large)
		}
	}
}
