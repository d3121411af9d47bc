package stages

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestAdversarialDocuments reads every sentence of the table that the figures stage is held to as a whole document, with the
// names and times that the stages before find in it: no statement has a value that the table does not allow.
func TestAdversarialDocuments(t *testing.T) {
	table, err := os.ReadFile("figures/testdata/adversarial.tsv")
	if err != nil {
		t.Fatal(err)
	}
	e := extractor(t)
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		text, column, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		r := e.Extract(document("sentence", strings.ReplaceAll(text, `\n`, "\n")))
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Confidence >= 0.5 && !allows(t, column, f.Value, f.ValueHigh) {
				t.Errorf("%s\n got %q = %v, want %s", text, f.Surface, f.Value, column)
			}
		}
	}
}

// allows tells whether the figures that a line of the table expects include one of this value.
func allows(t *testing.T, column string, value float64, high *float64) bool {
	t.Helper()
	for _, part := range strings.Split(column, ";") {
		field, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(part), "?"), "|")
		if field == "" {
			continue
		}
		low, top, ranged := strings.Cut(field, "..")
		if ranged == (high != nil) && sameAs(t, low, value) && (!ranged || sameAs(t, top, *high)) {
			return true
		}
	}
	return false
}

func sameAs(t *testing.T, want string, got float64) bool {
	t.Helper()
	v, err := strconv.ParseFloat(want, 64)
	if err != nil {
		t.Fatal(err)
	}
	return math.Abs(got-v) <= 1e-8+1e-6*math.Abs(v)
}
