// Package csvfile writes the rows of any table as CSV and reads them back.
//
// Quoting as in RFC 4180, UTF-8 without a byte order mark, a header, "\n" at the end of every line; NULL is an empty
// field, and no field is an empty string; booleans are true and false, lists JSON arrays, days 2026-01-02, instants
// 2026-01-02T12:34:56.123456Z, floats the shortest decimal that reads back as the same number.
//
// A Writer serves one goroutine.
package csvfile

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"broadsheet/schemas"
)

// flushAt is the size at which the buffer is handed on.
const flushAt = 64 << 10

// Writer writes rows of one table. Close it exactly once.
type Writer[R any] struct {
	table schemas.Table[R]
	out   io.Writer
	buf   []byte
	rows  int64
}

// NewWriter begins a file on w with the header.
func NewWriter[R any](w io.Writer, table schemas.Table[R]) *Writer[R] {
	cw := &Writer[R]{table: table, out: w}
	for i, c := range table.Columns {
		if i > 0 {
			cw.buf = append(cw.buf, ',')
		}
		cw.buf = append(cw.buf, c.Name...)
	}
	cw.buf = append(cw.buf, '\n')
	return cw
}

// Write adds a row.
func (w *Writer[R]) Write(row *R) error {
	for i := range w.table.Columns {
		c := &w.table.Columns[i]
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = appendCell(w.buf, c.Type, c.Get(row))
	}
	w.buf = append(w.buf, '\n')
	w.rows++
	if len(w.buf) >= flushAt {
		return w.flush()
	}
	return nil
}

func (w *Writer[R]) flush() error {
	_, err := w.out.Write(w.buf)
	w.buf = w.buf[:0]
	if err != nil {
		return fmt.Errorf("write %s: %w", w.table.Name, err)
	}
	return nil
}

// Rows returns how many rows were written.
func (w *Writer[R]) Rows() int64 { return w.rows }

// Close hands on what is left. It does not close the underlying writer.
func (w *Writer[R]) Close() error { return w.flush() }

func appendCell(b []byte, t schemas.Type, v schemas.Value) []byte {
	if v.Null {
		return b
	}
	switch t {
	case schemas.String:
		return appendQuoted(b, v.Str)
	case schemas.StringList:
		return appendQuoted(b, jsonList(v.List))
	case schemas.Bool:
		return strconv.AppendBool(b, v.Bool)
	case schemas.Float64:
		return appendFloat(b, v.Float)
	case schemas.Day:
		return append(b, schemas.Date(v.Int).String()...)
	case schemas.Instant:
		return append(b, schemas.Time(v.Int).String()...)
	}
	return strconv.AppendInt(b, v.Int, 10)
}

// appendQuoted puts quotes where RFC 4180 asks for them, and around spaces at either end, which some readers trim.
func appendQuoted(b []byte, s string) []byte {
	if !strings.ContainsAny(s, ",\"\n\r") && !edgeSpace(s) {
		return append(b, s...)
	}
	b = append(b, '"')
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			break
		}
		b = append(b, s[:i+1]...)
		b = append(b, '"')
		s = s[i+1:]
	}
	b = append(b, s...)
	return append(b, '"')
}

func edgeSpace(s string) bool {
	return s != "" && (s[0] == ' ' || s[0] == '\t' || s[len(s)-1] == ' ' || s[len(s)-1] == '\t')
}

// appendFloat writes 42400000000, not 4.24e+10, as long as that is no longer than a number people write out.
func appendFloat(b []byte, f float64) []byte {
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		return strconv.AppendFloat(b, f, 'e', -1, 64)
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}

// jsonList writes a JSON array. Only quotes, backslashes and control characters are escaped: readers of nested text
// differ in what else they undo.
func jsonList(list []string) string {
	b := []byte{'['}
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		for j := 0; j < len(s); j++ {
			switch c := s[j]; {
			case c == '"' || c == '\\':
				b = append(b, '\\', c)
			case c < 0x20:
				b = fmt.Appendf(b, `\u%04x`, c)
			default:
				b = append(b, c)
			}
		}
		b = append(b, '"')
	}
	return string(append(b, ']'))
}
