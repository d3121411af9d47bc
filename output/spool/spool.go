// Package spool encodes rows of any table as compact bytes, for the time between a document's extraction and its
// place in the published tables. The form is private to one run of one binary: no version, no names, values in column
// order. Integers are varints, strings are preceded by their length, NULL is one byte.
package spool

import (
	"encoding/binary"
	"errors"
	"math"

	"broadsheet/schemas"
)

// ErrDamaged says that bytes are no encoded row of the table.
var ErrDamaged = errors.New("damaged spool")

// Append adds the encoded row to b.
func Append[R any](b []byte, table *schemas.Table[R], row *R) []byte {
	for i := range table.Columns {
		c := &table.Columns[i]
		v := c.Get(row)
		if c.Nullable {
			if v.Null {
				b = append(b, 0)
				continue
			}
			b = append(b, 1)
		}
		switch c.Type {
		case schemas.String:
			b = appendString(b, v.Str)
		case schemas.StringList:
			b = binary.AppendUvarint(b, uint64(len(v.List)))
			for _, s := range v.List {
				b = appendString(b, s)
			}
		case schemas.Bool:
			if v.Bool {
				b = append(b, 1)
			} else {
				b = append(b, 0)
			}
		case schemas.Float64:
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float))
		default:
			b = binary.AppendVarint(b, v.Int)
		}
	}
	return b
}

func appendString(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

// Next decodes the row at the head of b and returns what follows it. The row's strings share s, which holds the same
// bytes as b: one conversion for many rows.
func Next[R any](s string, table *schemas.Table[R], row *R) (rest string, err error) {
	d := decoder{s: s}
	for i := range table.Columns {
		c := &table.Columns[i]
		var v schemas.Value
		if c.Nullable && d.byte() == 0 {
			v.Null = true
			c.Set(row, v)
			continue
		}
		switch c.Type {
		case schemas.String:
			v.Str = d.string()
		case schemas.StringList:
			for n := d.uvarint(); n > 0 && !d.bad; n-- {
				v.List = append(v.List, d.string())
			}
		case schemas.Bool:
			v.Bool = d.byte() == 1
		case schemas.Float64:
			v.Float = d.float()
		default:
			v.Int = d.varint()
		}
		c.Set(row, v)
	}
	if d.bad {
		return "", ErrDamaged
	}
	return d.s, nil
}

type decoder struct {
	s   string
	bad bool
}

func (d *decoder) take(n uint64) string {
	if n > uint64(len(d.s)) {
		d.bad, d.s = true, ""
		return ""
	}
	out := d.s[:n]
	d.s = d.s[n:]
	return out
}

func (d *decoder) byte() byte {
	if s := d.take(1); s != "" {
		return s[0]
	}
	return 0
}

func (d *decoder) uvarint() uint64 {
	var x uint64
	for shift := 0; shift < 64; shift += 7 {
		c := d.byte()
		x |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return x
		}
	}
	d.bad = true
	return 0
}

func (d *decoder) varint() int64 {
	u := d.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

func (d *decoder) string() string { return d.take(d.uvarint()) }

func (d *decoder) float() float64 {
	s := d.take(8)
	var bits uint64
	for i := len(s) - 1; i >= 0; i-- {
		bits = bits<<8 | uint64(s[i])
	}
	return math.Float64frombits(bits)
}
