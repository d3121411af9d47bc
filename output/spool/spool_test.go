package spool

import (
	"testing"

	"broadsheet/schemas"
	"broadsheet/schemas/rowtest"
)

func roundTrip[R any](t *testing.T, table schemas.Table[R]) {
	rows := rowtest.Random(table, 1000, 21)
	var b []byte
	for i := range rows {
		b = Append(b, &table, &rows[i])
	}
	got := make([]R, 0, len(rows))
	for s := string(b); s != ""; {
		var row R
		rest, err := Next(s, &table, &row)
		if err != nil {
			t.Fatal(err)
		}
		got, s = append(got, row), rest
	}
	if d := rowtest.Diff(table, got, rows); d != "" {
		t.Error(d)
	}
}

func TestRoundTrip(t *testing.T) {
	roundTrip(t, schemas.Articles)
	roundTrip(t, schemas.Mentions)
	roundTrip(t, schemas.Figures)
	roundTrip(t, schemas.Rejects)
}

func TestCutShort(t *testing.T) {
	row := rowtest.Random(schemas.Articles, 1, 22)[0]
	b := Append(nil, &schemas.Articles, &row)
	for n := range b {
		var got schemas.ArticleRow
		if _, err := Next(string(b[:n]), &schemas.Articles, &got); err != ErrDamaged {
			t.Fatalf("%d of %d bytes: got %v", n, len(b), err)
		}
	}
}

func FuzzNext(f *testing.F) {
	row := rowtest.Random(schemas.Figures, 1, 23)[0]
	f.Add(string(Append(nil, &schemas.Figures, &row)))
	f.Fuzz(func(t *testing.T, s string) {
		var got schemas.FigureRow
		if rest, err := Next(s, &schemas.Figures, &got); err == nil && len(rest) >= len(s) {
			t.Error("no progress")
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	rows := rowtest.Random(schemas.Mentions, 1000, 24)
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = buf[:0]
		for i := range rows {
			buf = Append(buf, &schemas.Mentions, &rows[i])
		}
	}
	b.SetBytes(int64(len(buf)))
}
