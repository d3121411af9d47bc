package parquetfile

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"broadsheet/schemas"
	"broadsheet/schemas/rowtest"
)

func encode[R any](t testing.TB, table schemas.Table[R], rows []R) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := NewWriter(&b, table, "test")
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if err := w.Write(&rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if w.Rows() != int64(len(rows)) {
		t.Fatalf("%d rows counted, %d written", w.Rows(), len(rows))
	}
	return b.Bytes()
}

func save(t testing.TB, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "table.parquet")
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func roundTrip[R any](t *testing.T, table schemas.Table[R]) {
	for _, n := range []int{0, 1, 2, 3000} {
		t.Run(fmt.Sprintf("%s/%d", table.Name, n), func(t *testing.T) {
			rows := rowtest.Random(table, n, uint64(n)+1)
			got, err := Read(save(t, encode(t, table, rows)), table)
			if err != nil {
				t.Fatal(err)
			}
			if d := rowtest.Diff(table, got, rows); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRoundTrip(t *testing.T) {
	roundTrip(t, schemas.Articles)
	roundTrip(t, schemas.Mentions)
	roundTrip(t, schemas.Figures)
	roundTrip(t, schemas.Entities)
	roundTrip(t, schemas.Rejects)
}

// TestRowGroups reads over the borders of row groups: one closed by its number of rows, one by its bytes.
func TestRowGroups(t *testing.T) {
	rejects := rowtest.Random(schemas.Rejects, rowGroupRows+batchRows+7, 3)
	articles := rowtest.Random(schemas.Articles, 40, 4)
	for i := range articles {
		articles[i].Text = strings.Repeat(fmt.Sprintf("long text %d. ", i), 150_000)
	}
	path := save(t, encode(t, schemas.Rejects, rejects))
	got, err := Read(path, schemas.Rejects)
	if err != nil {
		t.Fatal(err)
	}
	if d := rowtest.Diff(schemas.Rejects, got, rejects); d != "" {
		t.Error(d)
	}
	wantGroups(t, path, schemas.Rejects.Outline(), 2)
	path = save(t, encode(t, schemas.Articles, articles))
	wantGroups(t, path, schemas.Articles.Outline(), 2)
	back, err := Read(path, schemas.Articles)
	if err != nil {
		t.Fatal(err)
	}
	if d := rowtest.Diff(schemas.Articles, back, articles); d != "" {
		t.Error(d[:min(len(d), 500)])
	}
}

func wantGroups(t *testing.T, path string, outline schemas.Outline, want int) {
	t.Helper()
	f, err := Open(path, outline)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if n := len(f.reader.Footer.GetRowGroups()); n != want {
		t.Errorf("%s: %d row groups, want %d", outline.Name, n, want)
	}
	if f.Metadata()[metaTable] != outline.Name || f.Metadata()[metaEngine] != "test" {
		t.Errorf("metadata: %v", f.Metadata())
	}
}

// TestSameBytes builds from data that overflows a dictionary of ordinary size in every string column, closed lists
// included: a fallback part way would make the footer follow the order of a Go map.
func TestSameBytes(t *testing.T) {
	rows := rowtest.Random(schemas.Figures, 12_000, 5)
	for i := range rows {
		long := strings.Repeat(fmt.Sprintf("%d-", i), 40)
		rows[i].BaseUnit, rows[i].Currency, rows[i].Unit, rows[i].Metric = long, long, long, long
	}
	first := sha256.Sum256(encode(t, schemas.Figures, rows))
	for range 5 {
		if again := sha256.Sum256(encode(t, schemas.Figures, rows)); again != first {
			t.Fatalf("the same rows gave %x, then %x", first, again)
		}
	}
}

// failingWriter fails once limit bytes were written.
type failingWriter struct{ limit int }

var errFull = errors.New("disk full")

func (w *failingWriter) Write(p []byte) (int, error) {
	if w.limit -= len(p); w.limit < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestFailedWriteIsReported(t *testing.T) {
	rows := rowtest.Random(schemas.Mentions, 3000, 6)
	size := len(encode(t, schemas.Mentions, rows))
	for limit := 0; limit < size; limit += size/40 + 1 {
		w, err := NewWriter(&failingWriter{limit}, schemas.Mentions, "test")
		for i := 0; err == nil && i < len(rows); i++ {
			err = w.Write(&rows[i])
		}
		if w != nil {
			if e := w.Close(); err == nil {
				err = e
			}
		}
		if !errors.Is(err, errFull) {
			t.Fatalf("full after %d of %d bytes: got %v", limit, size, err)
		}
	}
}

// TestDamage flips bytes of a file: reading it may fail or give other values, but the process goes on.
func TestDamage(t *testing.T) {
	whole := encode(t, schemas.Entities, rowtest.Random(schemas.Entities, 300, 7))
	failed := 0
	for at := 4; at < len(whole); at += len(whole)/60 + 1 {
		b := bytes.Clone(whole)
		b[at] ^= 0x55
		if _, err := Read(save(t, b), schemas.Entities); err != nil {
			failed++
		}
	}
	if failed == 0 {
		t.Error("no damage was noticed")
	}
}

func TestOtherTableIsRefused(t *testing.T) {
	path := save(t, encode(t, schemas.Entities, nil))
	if _, err := Read(path, schemas.Rejects); err == nil {
		t.Error("entities were read as rejects")
	}
}

func BenchmarkWrite(b *testing.B) {
	rows := rowtest.Random(schemas.Mentions, 20_000, 8)
	size := len(encode(b, schemas.Mentions, rows))
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		encode(b, schemas.Mentions, rows)
	}
	b.ReportMetric(float64(len(rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkRead(b *testing.B) {
	rows := rowtest.Random(schemas.Mentions, 20_000, 8)
	path := save(b, encode(b, schemas.Mentions, rows))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(path, schemas.Mentions); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
}
