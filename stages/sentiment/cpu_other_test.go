//go:build !unix

package sentiment

import "testing"

func perCPU(_ *testing.B, _ int, loop func()) { loop() }
