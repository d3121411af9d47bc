package stages

import (
	"math"
	"testing"
)

func TestRounded(t *testing.T) {
	for _, c := range []struct{ in, want float64 }{
		{0.1234564, 0.123456}, {-0.1234566, -0.123457}, {1, 1}, {-1, -1}, {0.28, 0.28}, {-1e-9, 0},
		{math.Nextafter(0.3, 1), 0.3}, {math.Nextafter(0.3, 0), 0.3},
	} {
		if got := rounded(c.in); got != c.want || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("%v: got %v, want %v", c.in, got, c.want)
		}
	}
}
