package figures

import (
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// expectation is one figure of the adversarial table.
type expectation struct {
	optional                         bool
	value                            float64
	high                             *float64
	unit, currency, bound, direction string
}

// parseExpectations reads the second column of testdata/adversarial.tsv.
func parseExpectations(t *testing.T, column string) []expectation {
	var out []expectation
	for _, part := range strings.Split(column, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		e := expectation{bound: "exact", direction: "none", optional: strings.HasPrefix(part, "?")}
		fields := strings.Split(strings.TrimPrefix(part, "?"), "|")
		low, high, ranged := strings.Cut(fields[0], "..")
		var err error
		if e.value, err = strconv.ParseFloat(low, 64); err != nil {
			t.Fatal(err)
		}
		if ranged {
			v, err := strconv.ParseFloat(high, 64)
			if err != nil {
				t.Fatal(err)
			}
			e.high = &v
		}
		for i, slot := range []*string{&e.unit, &e.currency, &e.bound, &e.direction} {
			if i+1 < len(fields) && fields[i+1] != "" {
				*slot = fields[i+1]
			}
		}
		out = append(out, e)
	}
	return out
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-8+1e-6*math.Abs(b) }

func (e *expectation) sameValue(f *Figure) bool {
	if (e.high == nil) != (f.High == nil) || e.high != nil && !near(*f.High, *e.high) {
		return false
	}
	return near(f.Value, e.value)
}

func (e *expectation) sameSlots(f *Figure) bool {
	return e.unit == f.Unit && e.currency == f.Currency && e.bound == f.Bound && e.direction == f.Direction
}

// TestAdversarial holds the reader to the table: no statement may have a wrong value, unit, currency, bound or direction. It logs
// how many hints have a value that the table allows.
func TestAdversarial(t *testing.T) {
	table, err := os.ReadFile("testdata/adversarial.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	hints, allowed := map[float64]int{}, map[float64]int{}
	for _, line := range strings.Split(strings.TrimSuffix(string(table), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		in, column, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("no tab in %q", line)
		}
		doc := segment.Split(strings.ReplaceAll(in, `\n`, "\n"))
		got := r.Read(Input{Doc: doc})
		want := parseExpectations(t, column)
		for i := range got {
			k := match(want, &got[i])
			if c := got[i].Confidence; c < 0.5 {
				hints[c]++
				if k >= 0 {
					allowed[c]++
				}
			}
			if k >= 0 {
				want = append(want[:k], want[k+1:]...)
			} else if got[i].Confidence >= 0.5 {
				t.Errorf("%s\n got %s\nwant %s", in, show(doc, got[i:i+1]), column)
			}
		}
		for _, e := range want {
			if !e.optional {
				t.Errorf("%s\n got %s\n misses %v %s", in, show(doc, got), e.value, e.unit)
			}
		}
	}
	for _, c := range slices.Sorted(maps.Keys(hints)) {
		t.Logf("hints of %.2f: %d of %d have a value that the table allows", c, allowed[c], hints[c])
	}
}

// match returns the expectation that a figure fulfils, or -1. A hint need agree on its value only.
func match(want []expectation, f *Figure) int {
	for i := range want {
		if want[i].sameValue(f) && want[i].sameSlots(f) {
			return i
		}
	}
	for i := range want {
		if want[i].sameValue(f) && (f.Confidence < 0.5 || want[i].optional && want[i].unit == "" && want[i].direction == "none") {
			return i
		}
	}
	return -1
}
