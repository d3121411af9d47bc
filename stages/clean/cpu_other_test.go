//go:build !unix

package clean

import "testing"

func perCPU(_ *testing.B, _ int, loop func()) { loop() }
