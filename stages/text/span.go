// Package text holds what every stage shares: spans, and a text that knows which source characters it came from.
//
// Inside the program positions are bytes; only rows count code points, because that is what Python slices and DuckDB's
// substring count. A Span is half-open. A Text is immutable and safe for concurrent use.
package text

import "unicode/utf8"

// Span is the half-open byte range [Start, End) of a string.
type Span struct {
	Start, End int
}

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the part of t that the span covers.
func (s Span) Of(t string) string { return t[s.Start:s.End] }

// Contains tells whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// stride is the distance in bytes between the marks of CodePoints: small enough that counting between two of them is
// quick, large enough that the marks weigh little.
const stride = 256

// CodePoints converts byte offsets of one string to code-point offsets.
type CodePoints struct {
	text  string
	marks []int // code points before byte i*stride, counting rune starts
	ascii bool
}

// NewCodePoints prepares the conversion for valid UTF-8 text.
func NewCodePoints(t string) *CodePoints {
	c := &CodePoints{text: t, marks: make([]int, 0, len(t)/stride+1)}
	n := 0
	for i := 0; i < len(t); i++ {
		if i%stride == 0 {
			c.marks = append(c.marks, n)
		}
		if utf8.RuneStart(t[i]) {
			n++
		}
	}
	c.ascii = n == len(t)
	return c
}

// At returns how many code points stand before byte offset i.
func (c *CodePoints) At(i int) int {
	if c.ascii {
		return i
	}
	if len(c.marks) == 0 {
		return 0
	}
	m := min(i/stride, len(c.marks)-1)
	n := c.marks[m]
	for j := m * stride; j < i; j++ {
		if utf8.RuneStart(c.text[j]) {
			n++
		}
	}
	return n
}
