//go:build unix

package sentiment

import (
	"syscall"
	"testing"
)

// perCPU reports the tokens that a second of processor time is worth: on a machine with other work to do the clock says
// little.
func perCPU(b *testing.B, tokens int, loop func()) {
	used := func() float64 {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
	}
	start := used()
	loop()
	b.ReportMetric(float64(tokens)*float64(b.N)/(used()-start), "tokens/cpu-s")
}
