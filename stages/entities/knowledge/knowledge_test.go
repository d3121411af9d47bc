package knowledge

import (
	"fmt"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

func source(rows ...string) Source {
	return Source{"test.tsv", Header + "\n" + strings.Join(rows, "\n") + "\n"}
}

func row(id, name, aliases string) string {
	return id + "\t" + name + "\tXX\t\t\t5\t" + aliases + "\t"
}

func TestMatches(t *testing.T) {
	b, err := New([]Source{source(
		row("location:kazakhstan", "Kazakhstan", "Republic of Kazakhstan"),
		row("organization:who", "World Health Organization", "WHO|W.H.O."),
		row("location:united-states", "United States", "US|U.S.|United States of America"),
		row("person:tokayev", "Kassym-Jomart Tokayev", "Tokayev"),
		row("location:aland", "Åland Islands", "Åland"),
		row("organization:eu", "European Union", "EU"),
		row("location:central-asia", "Central Asia", ""),
		row("organization:motie", "Ministry of Trade, Industry and Energy", ""),
		row("organization:lowes", "Lowe's", ""),
		row("other:sp-500", "S&P 500", ""),
	)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"In KAZAKHSTAN and Kazakhstan’s north", "KAZAKHSTAN* Kazakhstan"},
		{"kazakhstan", ""},
		{"those who told the WHO or the W.H.O.", "WHO W.H.O."},
		{"tell us of the US, the U.S. and the UNITED STATES OF AMERICA", "US U.S. UNITED STATES* UNITED STATES OF AMERICA*"},
		{"Kassym-Jomart Tokayev, Kassym‑Jomart Tokayev", "Kassym-Jomart Tokayev Tokayev Kassym‑Jomart Tokayev Tokayev"},
		{"Aland, Åland, ÅLAND and the Åland Islands", "Aland Åland ÅLAND* Åland Åland Islands"},
		{"EU-Central Asia", "EU Central Asia"},
		{"its Ministry of Trade, Industry and Energy", "Ministry of Trade, Industry and Energy"},
		{"Lowe’s and the S&P 500", "Lowe’s S&P 500"},
		{"Who are the United", ""},
	} {
		d := segment.Split(c.in)
		var got []string
		for i := range d.Tokens {
			for _, m := range b.Matches(nil, d, i, len(d.Tokens)) {
				s := d.Text[d.Tokens[m.First].Start:d.Tokens[m.Last-1].End]
				if m.Capitals {
					s += "*"
				}
				got = append(got, s)
				if b.Exact(d, m.First, m.Last) != m {
					t.Errorf("%q: Exact finds another name for %q", c.in, s)
				}
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.in, g, c.want)
		}
	}
}

func TestUserWins(t *testing.T) {
	ours := source(row("location:georgia", "Georgia", "Sakartvelo"), row("location:georgia-us-state", "Georgia", ""), row("person:a", "A", "Jordan"))
	users := source(row("location:georgia", "Georgia (country)", "Georgia"), row("organization:jordan", "Jordan", ""))
	b, err := New([]Source{ours}, []Source{users})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Georgia": "location:georgia", "Jordan": "organization:jordan", "Sakartvelo": "", "A": "person:a",
	} {
		var ids []string
		for _, c := range b.Candidates(nil, b.Lookup(name)) {
			ids = append(ids, c.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s means %q, want %q", name, got, want)
		}
	}
}

func TestCandidatesOrder(t *testing.T) {
	b, err := New([]Source{source(
		"location:b\tParis\t\t\t\t3\t\t", "location:c\tParis\t\t\t\t9\t\t", "location:a\tParis\t\t\t\t3\t\t", "person:p\tP\t\t\t\t4\tParis\t",
	)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, c := range b.Candidates(nil, b.Lookup("Paris")) {
		got += fmt.Sprint(c.ID, c.Whole, " ")
	}
	if want := "location:ctrue person:pfalse location:atrue location:btrue "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBadRows(t *testing.T) {
	good := row("location:a", "A", "")
	for _, c := range []struct{ text, want string }{
		{"", "kb.tsv:1: no line with the names of the columns"},
		{"id\tname\n", "kb.tsv:1: the first line must name the columns"},
		{Header + "\n\n# note\n" + good + "\nlocation:b\tB\n", "kb.tsv:5: want 8 columns"},
		{Header + "\n" + good + "\tmore\n", "kb.tsv:2: want 8 columns"},
		{Header + "\nplace:a\tA\t\t\t\t5\t\t\n", "kb.tsv:2: entity_id \"place:a\""},
		{Header + "\nlocation:A b\tA\t\t\t\t5\t\t\n", "kb.tsv:2: entity_id \"location:A b\""},
		{Header + "\nlocation:a\t\t\t\t\t5\t\t\n", "kb.tsv:2: no name"},
		{Header + "\nlocation:a\tA\tkz\t\t\t5\t\t\n", "kb.tsv:2: country"},
		{Header + "\nlocation:a\tA\t\t91\t0\t5\t\t\n", "kb.tsv:2: latitude"},
		{Header + "\nlocation:a\tA\t\t1\t\t5\t\t\n", "kb.tsv:2: latitude without"},
		{Header + "\nlocation:a\tA\t\tNaN\t0\t5\t\t\n", "kb.tsv:2: latitude"},
		{Header + "\nlocation:a\tA\t\t\t\t0\t\t\n", "kb.tsv:2: prominence"},
		{Header + "\nlocation:a\tA\t\t\t\t5\tx||y\t\n", "kb.tsv:2: empty alias"},
	} {
		_, err := New(nil, []Source{{"kb.tsv", c.text}})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.text, err, c.want)
		}
	}
	if _, err := New(nil, []Source{{"kb.tsv", "\ufeff" + Header + "\r\n" + good + "\r\n"}}); err != nil {
		t.Errorf("a file of another system: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Header + "\nlocation:a\tA\tKZ\t1\t2\t5\tB|C d\tx\n")
	f.Add(Header + "\n#\n\nlocation:a\tÅ 東京\t\t\t\t9\t’|\t\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		b, err := New(nil, []Source{{"f", s}})
		if err != nil {
			return
		}
		for i := range b.entities {
			m := b.Lookup(b.entities[i].Name)
			found := false
			for _, c := range b.Candidates(nil, m) {
				found = found || c.ID == b.entities[i].ID
			}
			if !found {
				t.Fatalf("%q is not found by its name", b.entities[i].ID)
			}
		}
	})
}

// large is a base of the size that the product ships.
func large() Source {
	var s strings.Builder
	s.WriteString(Header + "\n")
	for i := range 15000 {
		fmt.Fprintf(&s, "organization:agency-%d\tAgency %d of Somewhere\tKZ\t51.17\t71.45\t5\tAgency %d|A%d|Bureau %d for Something Else\tElsewhere|Somewhere\n", i, i, i, i, i)
	}
	return Source{"large.tsv", s.String()}
}

func BenchmarkNew(b *testing.B) {
	s := large()
	b.SetBytes(int64(len(s.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New([]Source{s}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatches(b *testing.B) {
	base, err := New([]Source{large()}, nil)
	if err != nil {
		b.Fatal(err)
	}
	d := segment.Split(strings.Repeat("Officials of Agency 12 of Somewhere met the Bureau of Trade in Astana on Monday, said A77, and trade went up. ", 100))
	var out []Match
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range d.Tokens {
			out = base.Matches(out[:0], d, i, len(d.Tokens))
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// A name as written is not another one in capitals, whatever its first letter is.
func TestReadingsStandApart(t *testing.T) {
	b, err := New([]Source{source(row("organization:law", "Law", "PiS"))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"SIS", "QIS", "RIS"} {
		if d := segment.Split(text); b.Exact(d, 0, 1).Found() {
			t.Errorf("%q is known", text)
		}
	}
	if d := segment.Split("PIS"); !b.Exact(d, 0, 1).Found() {
		t.Error("PIS is not known")
	}
}
