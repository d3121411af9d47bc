package csvfile

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"broadsheet/schemas"
	"broadsheet/schemas/rowtest"
)

func encode[R any](t testing.TB, table schemas.Table[R], rows []R) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, table)
	for i := range rows {
		if err := w.Write(&rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func roundTrip[R any](t *testing.T, table schemas.Table[R]) {
	rows := rowtest.Random(table, 2000, 11)
	got, err := Read(bytes.NewReader(encode(t, table, rows)), table)
	if err != nil {
		t.Fatal(err)
	}
	if d := rowtest.Diff(table, got, rows); d != "" {
		t.Error(d)
	}
}

func TestRoundTrip(t *testing.T) {
	roundTrip(t, schemas.Articles)
	roundTrip(t, schemas.Mentions)
	roundTrip(t, schemas.Figures)
	roundTrip(t, schemas.Entities)
	roundTrip(t, schemas.Rejects)
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		typ  schemas.Type
		v    schemas.Value
		want string
	}{
		{schemas.String, schemas.Value{Null: true}, ""},
		{schemas.String, schemas.Value{Str: "plain"}, "plain"},
		{schemas.String, schemas.Value{Str: `a "b", c`}, `"a ""b"", c"`},
		{schemas.String, schemas.Value{Str: "two\nlines"}, "\"two\nlines\""},
		{schemas.String, schemas.Value{Str: " edge"}, `" edge"`},
		{schemas.StringList, schemas.Value{}, "[]"},
		{schemas.StringList, schemas.Value{List: []string{"Ann", `B "C" \ D`, "a\nb"}}, `"[""Ann"",""B \""C\"" \\ D"",""a\u000ab""]"`},
		{schemas.Bool, schemas.Value{Bool: true}, "true"},
		{schemas.Int32, schemas.Value{Int: -7}, "-7"},
		{schemas.Float64, schemas.Value{Float: 42400000000}, "42400000000"},
		{schemas.Float64, schemas.Value{Float: 0.1}, "0.1"},
		{schemas.Float64, schemas.Value{Float: 1e-9}, "1e-09"},
		{schemas.Float64, schemas.Value{Float: 3e21}, "3e+21"},
		{schemas.Day, schemas.Value{Int: 19992}, "2024-09-26"},
		{schemas.Instant, schemas.Value{Int: 1}, "1970-01-01T00:00:00.000001Z"},
	} {
		if got := string(appendCell(nil, c.typ, c.v)); got != c.want {
			t.Errorf("%v %+v: got %s, want %s", c.typ, c.v, got, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	head := string(encode(t, schemas.Rejects, nil))
	for name, in := range map[string]string{
		"no header":     "",
		"other columns": "a,b\n",
		"few fields":    head + "a,1\n",
		"open quote":    head + "\"a,1,read,empty,m,2\n",
		"cut line":      head + "a,1,read,empty,m,2",
		"NULL":          head + ",1,read,empty,m,2\n",
		"not a number":  head + "a,one,read,empty,m,2\n",
	} {
		if _, err := Read(strings.NewReader(in), schemas.Rejects); err == nil || err == io.EOF {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	rows := rowtest.Random(schemas.Mentions, 20_000, 8)
	b.SetBytes(int64(len(encode(b, schemas.Mentions, rows))))
	b.ReportAllocs()
	for b.Loop() {
		w := NewWriter(io.Discard, schemas.Mentions)
		for i := range rows {
			if err := w.Write(&rows[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
}
