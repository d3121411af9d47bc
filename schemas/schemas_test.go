package schemas

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

var snake = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func TestColumnsDescribeFields(t *testing.T) {
	checkTable(t, Articles)
	checkTable(t, Mentions)
	checkTable(t, Figures)
	checkTable(t, Entities)
	checkTable(t, Rejects)
}

func checkTable[R any](t *testing.T, table Table[R]) {
	t.Helper()
	typ := reflect.TypeFor[R]()
	if typ.NumField() != len(table.Columns) {
		t.Fatalf("%s: %d fields, %d columns", table.Name, typ.NumField(), len(table.Columns))
	}
	known := map[string]bool{}
	for i, c := range table.Columns {
		f := typ.Field(i)
		if !f.IsExported() {
			t.Errorf("%s.%s: field %s is not exported", table.Name, c.Name, f.Name)
		}
		if got := strings.ReplaceAll(c.Name, "_", ""); got != strings.ToLower(f.Name) {
			t.Errorf("%s: column %d is %q, field is %s", table.Name, i, c.Name, f.Name)
		}
		if !snake.MatchString(c.Name) || known[c.Name] || c.Description == "" || c.Example == "" {
			t.Errorf("%s.%s: name not snake_case or repeated, or no description or example", table.Name, c.Name)
		}
		known[c.Name] = true
		if pointer := f.Type.Kind() == reflect.Pointer; pointer && !c.Nullable || c.Nullable && !pointer && c.Type != String {
			t.Errorf("%s.%s: nullable %v, field type %v", table.Name, c.Name, c.Nullable, f.Type)
		}
		checkRoundTrip(t, table.Name, c, i)
	}
	for _, k := range table.Key {
		if !known[k] {
			t.Errorf("%s: key column %q does not exist", table.Name, k)
		}
	}
	for _, r := range table.References {
		if !known[r.Column] {
			t.Errorf("%s: reference from unknown column %q", table.Name, r.Column)
		}
	}
}

// checkRoundTrip sets a value through the column and wants it in field i and back from Get.
func checkRoundTrip[R any](t *testing.T, table string, c Column[R], i int) {
	t.Helper()
	var row R
	in := Value{Str: "x", List: []string{"a", "b"}, Bool: true, Int: 7, Float: 2.5}
	c.Set(&row, in)
	if reflect.ValueOf(row).Field(i).IsZero() {
		t.Errorf("%s.%s does not set field %d", table, c.Name, i)
	}
	out := c.Get(&row)
	want := map[Type]Value{
		String: {Str: "x"}, StringList: {List: in.List}, Bool: {Bool: true},
		Int32: {Int: 7}, Int64: {Int: 7}, Day: {Int: 7}, Instant: {Int: 7}, Float64: {Float: 2.5},
	}[c.Type]
	if !reflect.DeepEqual(out, want) {
		t.Errorf("%s.%s: got %+v, want %+v", table, c.Name, out, want)
	}
	if c.Nullable {
		c.Set(&row, Value{Null: true})
		if !c.Get(&row).Null {
			t.Errorf("%s.%s: NULL does not come back", table, c.Name)
		}
	}
}

func TestDate(t *testing.T) {
	for _, s := range []string{"1970-01-01", "2024-02-29", "1899-12-31", "2100-03-01"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("%s: got %v, %v", s, d, err)
		}
	}
	if _, ok := NewDate(2023, 2, 29); ok {
		t.Error("2023-02-29 is not a day")
	}
	if _, err := ParseDate("2023-02-29"); err == nil {
		t.Error("2023-02-29 was read")
	}
}
