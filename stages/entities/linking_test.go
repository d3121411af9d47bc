package entities

import (
	"os"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// TestLinking holds names in sentences against the entity that each means; an empty id says that the name means nothing
// that the sentence lets one know, or nothing of that name that the knowledge base has. What is linked must be right. All but
// the first were written without running the code on them; the third had a precision of 0.856 of 90 links when it was first
// measured, the fourth, on bodies of states and on trade, 0.905 of 42.
func TestLinking(t *testing.T) {
	r := recogniser(t)
	for _, table := range []struct {
		file  string
		floor float64
	}{
		{"testdata/linking.tsv", 0.97},
		{"testdata/linking_second.tsv", 0.97},
		{"testdata/linking_third.tsv", 0.97},
		{"testdata/linking_fourth.tsv", 0.97},
	} {
		raw, err := os.ReadFile(table.file)
		if err != nil {
			t.Fatal(err)
		}
		links, right, rows, found := 0, 0, 0, 0
		for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
			cell := strings.Split(line, "\t")
			if len(cell) != 3 {
				t.Fatalf("%s: bad row %q", table.file, line)
			}
			got := linkOf(r, cell[2], cell[0])
			if cell[1] != "" {
				rows++
			}
			if got == cell[1] && got != "" {
				found++
			}
			if got != "" {
				links++
				if got == cell[1] {
					right++
				}
			}
			if got != cell[1] {
				t.Logf("%q of %q means %q, got %q", cell[0], cell[2], cell[1], got)
			}
		}
		precision := float64(right) / float64(max(links, 1))
		t.Logf("%s: precision %.3f of %d links, %d of %d found", table.file, precision, links, found, rows)
		if precision < table.floor {
			t.Errorf("%s: precision of links is %.3f, want %.2f", table.file, precision, table.floor)
		}
	}
}

// linkOf returns the id of the last mention in a text that is or lies within the surface, where it is linked.
func linkOf(r *Recogniser, text, surface string) string {
	d := segment.Split(text)
	id := ""
	at := strings.LastIndex(text, surface)
	for _, m := range r.Recognise(d, Context{}) {
		if m.Span.Start >= at && m.Span.End <= at+len(surface) {
			id = ""
			if m.Linked {
				id = m.EntityID
			}
		}
	}
	return id
}
