package figures

import (
	"strings"
	"testing"
)

func TestPeriodSignsHaveNames(t *testing.T) {
	if len(signNames) != int(signCount) {
		t.Errorf("%d names for %d signs", len(signNames), signCount)
	}
	seen := map[string]bool{}
	for _, n := range signNames {
		if seen[n] {
			t.Errorf("%s twice", n)
		}
		seen[n] = true
	}
}

func TestPeriodTable(t *testing.T) {
	last := ""
	for line := range strings.Lines(periodTable) {
		if name := line[:strings.LastIndexByte(line, '\t')]; name == last {
			t.Errorf("%s twice", name)
		} else {
			last = name
		}
	}
	for _, bad := range []string{"behind\tnothing\t5\n", "behind\tany\tmuch\n", "behind\n"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was taken", bad)
				}
			}()
			loadPeriodWeights(bad)
		}()
	}
}
