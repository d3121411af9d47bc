package schemas

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"
)

// Check returns what keeps a row out of its table: an empty string where NULL is not allowed, bytes that are not
// UTF-8, a number that is none, a value outside a closed list.
func (t Table[R]) Check(row *R) error {
	for i := range t.Columns {
		c := &t.Columns[i]
		if err := c.check(c.Get(row)); err != nil {
			return fmt.Errorf("%s.%s: %w", t.Name, c.Name, err)
		}
	}
	return nil
}

func (c *Column[R]) check(v Value) error {
	if v.Null {
		return nil
	}
	switch c.Type {
	case String:
		if err := checkString(v.Str); err != nil {
			return err
		}
		if c.Values != nil && !slices.Contains(c.Values, v.Str) {
			return fmt.Errorf("%q is not one of %q", v.Str, c.Values)
		}
	case StringList:
		for _, s := range v.List {
			if err := checkString(s); err != nil {
				return err
			}
		}
	case Float64:
		if math.IsNaN(v.Float) || math.IsInf(v.Float, 0) {
			return fmt.Errorf("%v is not a finite number", v.Float)
		}
	}
	return nil
}

func checkString(s string) error {
	if s == "" {
		return fmt.Errorf("empty string")
	}
	if !utf8.ValidString(s) {
		return fmt.Errorf("%q is not UTF-8", s)
	}
	return nil
}
