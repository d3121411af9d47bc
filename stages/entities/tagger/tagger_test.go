package tagger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

func load(t testing.TB) *Tagger {
	t.Helper()
	g, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// names renders the spans of a text as "text/TYPE".
func names(g *Tagger, text string) []string {
	doc := segment.Split(text)
	var out []string
	for _, s := range g.Tag(doc, nil) {
		out = append(out, fmt.Sprintf("%s/%s", text[doc.Tokens[s.First].Start:doc.Tokens[s.Last-1].End], s.Type))
	}
	return out
}

func TestTag(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ text, want string }{
		{"The minister flew to Berlin on Monday.", "Berlin/LOC"},
		{"Prime Minister Angela Marwick met German officials in Paris.", "Angela Marwick/PER German/MISC Paris/LOC"},
		{"Microsoft Corp. said profits fell.", "Microsoft Corp./ORG"},
		{"She works for the World Bank in Nairobi.", "World Bank/ORG Nairobi/LOC"},
		{"LONDON 1996-05-07", "LONDON/LOC"},
		{"nothing of note happened here today.", ""},
		{"", ""},
	} {
		if got := strings.Join(names(g, c.text), " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// A surname on its own is a person where the full name stands elsewhere in the document.
func TestSecondPass(t *testing.T) {
	g := load(t)
	got := names(g, "Senator Harold Dravec spoke to reporters on Tuesday.\n\nDravec denied the charges.")
	want := []string{"Harold Dravec/PER", "Dravec/PER"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

const sample = "WASHINGTON (Reuters) - President Carla Ruiz of Colombia met officials of the International Monetary Fund on Friday, " +
	"her spokesman said. The Colombian peso, which fell 3 percent against the dollar this month, has been under pressure since " +
	"Banco del Valle, the country's second largest lender, said it would not publish its results. “We are confident,” Ruiz said."

func check(t *testing.T, g *Tagger, text string) {
	doc := segment.Split(text)
	spans := g.Tag(doc, nil)
	last := 0
	for _, s := range spans {
		if s.First < last || s.Last <= s.First || s.Last > len(doc.Tokens) || s.Type >= Types || !(s.Confidence >= 0 && s.Confidence <= 1) {
			t.Fatalf("bad span %+v in %q", s, text)
		}
		last = s.Last
	}
	if !slices.Equal(spans, g.Tag(doc, nil)) {
		t.Fatalf("two runs differ on %q", text)
	}
}

func FuzzTag(f *testing.F) {
	g := load(f)
	for _, s := range []string{sample, "A", "É", "U.S. U.S. U.S.", "“IRAN” “IRAN”", "McX-Y of the Z 12 AB", strings.Repeat("Smith and ", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, g, strings.ToValidUTF8(text, "?")) })
}

func TestDecodeRefuses(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty":         nil,
		"other magic":   append([]byte("XXXXX"), embedded[5:]...),
		"other version": append([]byte("BSTAG\x63"), embedded[6:]...),
		"other set":     append([]byte("BSTAG\x01zzzz"), embedded[10:]...),
		"cut short":     embedded[:len(embedded)/2],
		"too long":      append(slices.Clone(embedded), 0),
	} {
		if _, err := Decode(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestEncodeDecode(t *testing.T) {
	m, err := Decode(embedded)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(m.Encode(), embedded) {
		t.Error("a model that was read and written again differs")
	}
}

func BenchmarkTag(b *testing.B) {
	g := load(b)
	doc := segment.Split(strings.Repeat(sample+"\n\n", 20))
	var buf []Span
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		buf = g.Tag(doc, buf[:0])
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func TestExplain(t *testing.T) {
	g := load(t)
	doc := segment.Split("She works for the World Bank in Nairobi.")
	for _, s := range g.Tag(doc, nil) {
		reasons := g.Explain(doc, s, 5)
		if len(reasons) != 5 || reasons[0].Weight <= 0 {
			t.Errorf("%+v: %+v", s, reasons)
		}
	}
}

// The look-up of the hot path agrees with the plain one.
func TestAdd(t *testing.T) {
	m, err := Decode(embedded)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(m.lex)
	r.Read(segment.Split(sample))
	r.Each(false, func(_, i int, keys []uint64) {
		var s scores
		m.add(&s, keys)
		got := s.unpack()
		var want [Labels]int32
		for _, k := range keys {
			if row := m.features.find(k); row >= 0 {
				for lane := range Labels - 1 {
					want[lane+1] += int32(m.weights[2*row+lane/8]>>(8*(lane%8))&0xff) - 128
				}
			}
		}
		if got != want {
			t.Errorf("token %d: got %v, want %v", i, got, want)
		}
	})
}

// The sums that are kept of words seen before are those of their features, whatever was read in between.
func TestScore(t *testing.T) {
	p := load(t).pool.Get().(*passes)
	for range 2 {
		for _, text := range []string{sample, strings.ToUpper(sample), "The bank’s head, Mr. O’Neill, met U.S. Bank officers. Bank shares rose.", "“Bank” BANK (bank) #Bank"} {
			p.r.Read(segment.Split(text))
			for _, u := range p.r.runs {
				for i := u.first; i < u.last; i++ {
					var want scores
					p.m.add(&want, p.r.features(u, i))
					if got := p.score(u, i); got != want {
						t.Errorf("%q in %q: got %v, want %v", p.r.doc.Word(int(i)), text, got.unpack(), want.unpack())
					}
				}
			}
		}
	}
}

// Capitalised words that small words join stand in one long run.
func TestJoined(t *testing.T) {
	r := NewReader(load(t).model.lex)
	for text, want := range map[string]string{
		"he joined the Centre for the Study of Rivers in May": "Centre for the Study of Rivers in May",
		"she left Bank of England officials on Tuesday or so": "Bank of England",
		"a walk through Oslo alone, then nothing":             "Oslo",
		"the Department of Fish and Game was told":            "Department of Fish and Game",
	} {
		doc := segment.Split(text)
		r.Read(doc)
		longest := ""
		for i := range r.attrs {
			if a := &r.attrs[i]; a.longEnd > a.long {
				if s := text[doc.Tokens[a.long].Start:doc.Tokens[a.longEnd-1].End]; len(s) > len(longest) {
					longest = s
				}
			}
		}
		if longest != want {
			t.Errorf("%q: got %q, want %q", text, longest, want)
		}
	}
}
