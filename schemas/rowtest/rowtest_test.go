package rowtest

import (
	"strings"
	"testing"

	"broadsheet/schemas"
)

func TestRandomRepeats(t *testing.T) {
	a, b := Random(schemas.Figures, 50, 1), Random(schemas.Figures, 50, 1)
	if d := Diff(schemas.Figures, a, b); d != "" {
		t.Error(d)
	}
	if d := Diff(schemas.Figures, a, Random(schemas.Figures, 50, 2)); d == "" {
		t.Error("another seed gives the same rows")
	}
}

func TestDiffNamesTheCell(t *testing.T) {
	a := Random(schemas.Entities, 3, 1)
	b := append([]schemas.EntityRow(nil), a...)
	b[1].EntityName = "Oslo"
	if d := Diff(schemas.Entities, b, a); !strings.HasPrefix(d, `entities 1 entity_name: "Oslo", want `) {
		t.Errorf("got %q", d)
	}
	if d := Diff(schemas.Entities, a[:2], a); d != "entities: 2 rows, want 3" {
		t.Errorf("got %q", d)
	}
}

func TestDiffLines(t *testing.T) {
	want := "row 0\n  a: 1\n  b: 2\nrow 1\n  a: 3\n"
	got := "row 0\n  a: 1\n  b: 5\nrow 1\n  a: 3\nrow 2\n  a: 4\n"
	if d := DiffLines(got, want); d != "- row 0  b: 2\n+ row 0  b: 5\n+ row 1row 2\n+ row 1  a: 4" {
		t.Errorf("got %q", d)
	}
	if d := DiffLines(want, want); d != "" {
		t.Errorf("got %q", d)
	}
}
