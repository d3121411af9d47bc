package rowtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"broadsheet/schemas"
)

var update = flag.Bool("update", false, "rewrite golden files")

// Format writes rows so that a person can review them: a line for the row's number, then a line for each column that
// is not NULL.
func Format[R any](table schemas.Table[R], rows []R) string {
	var b strings.Builder
	for i := range rows {
		fmt.Fprintf(&b, "%s %d\n", table.Name, i)
		for j := range table.Columns {
			c := &table.Columns[j]
			if v := c.Get(&rows[i]); !v.Null && !(c.Type == schemas.StringList && len(v.List) == 0) {
				fmt.Fprintf(&b, "  %s: %s\n", c.Name, show(c.Type, v))
			}
		}
	}
	return b.String()
}

func show(t schemas.Type, v schemas.Value) string {
	switch t {
	case schemas.String:
		return strconv.Quote(v.Str)
	case schemas.StringList:
		return fmt.Sprintf("%q", v.List)
	case schemas.Bool:
		return strconv.FormatBool(v.Bool)
	case schemas.Float64:
		return strconv.FormatFloat(v.Float, 'g', -1, 64)
	case schemas.Day:
		return schemas.Date(v.Int).String()
	case schemas.Instant:
		return schemas.Time(v.Int).String()
	}
	return strconv.FormatInt(v.Int, 10)
}

// Diff returns the first differing cells of two lists of rows, or nothing where they are equal.
func Diff[R any](table schemas.Table[R], got, want []R) string {
	const most = 10
	var lines []string
	if len(got) != len(want) {
		lines = append(lines, fmt.Sprintf("%s: %d rows, want %d", table.Name, len(got), len(want)))
	}
	for i := 0; i < min(len(got), len(want)) && len(lines) < most; i++ {
		for j := range table.Columns {
			c := &table.Columns[j]
			a, b := cell(c, &got[i]), cell(c, &want[i])
			if a != b {
				lines = append(lines, fmt.Sprintf("%s %d %s: %s, want %s", table.Name, i, c.Name, a, b))
			}
		}
	}
	return strings.Join(lines, "\n")
}

func cell[R any](c *schemas.Column[R], row *R) string {
	v := c.Get(row)
	if v.Null {
		return "NULL"
	}
	return show(c.Type, v)
}

// Golden compares rows with testdata/golden/NAME.txt of the calling package, and writes that file where the test runs
// with -update.
func Golden[R any](t *testing.T, name string, table schemas.Table[R], rows []R) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	got := Format(table, rows)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := DiffLines(got, string(want)); d != "" {
		t.Errorf("%s differs from the golden table (rewrite it with -update):\n%s", name, d)
	}
}

// DiffLines returns the lines that only one of two texts has, each with its row, in order; at most forty.
func DiffLines(got, want string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out []string
	row, i, j := "", 0, 0
	for (i < len(a) || j < len(b)) && len(out) < 40 {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			if !strings.HasPrefix(a[i], " ") {
				row = a[i]
			}
			i, j = i+1, j+1
			continue
		}
		skipA, skipB := resume(a[i:], b[j:])
		for ; skipA > 0; skipA, i = skipA-1, i+1 {
			out = append(out, "- "+row+a[i])
		}
		for ; skipB > 0; skipB, j = skipB-1, j+1 {
			out = append(out, "+ "+row+b[j])
		}
	}
	return strings.Join(out, "\n")
}

// resume returns how many lines of each text to leave out until both agree again, as few as possible.
func resume(a, b []string) (int, int) {
	for total := 1; total < len(a)+len(b); total++ {
		for x := max(0, total-len(b)); x <= min(total, len(a)); x++ {
			if y := total - x; x < len(a) && y < len(b) && a[x] == b[y] {
				return x, y
			}
		}
	}
	return len(a), len(b)
}
