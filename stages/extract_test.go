package stages

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"broadsheet/schemas"
)

func extractor(t testing.TB) *Extractor {
	t.Helper()
	e, err := New(Config{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func document(uri, text string) schemas.Document {
	return schemas.Document{SourceURI: uri, RecordIndex: -1, Source: []byte(text), Body: []byte(text)}
}

// slice cuts code points out of a text, as Python and DuckDB do.
func slice(runes []rune, start, end int32) string {
	if start < 0 || end < start || int(end) > len(runes) {
		return "(outside the text)"
	}
	return string(runes[start:end])
}

// hold checks what every result promises.
func hold(t *testing.T, r Result) {
	t.Helper()
	runes := []rune(r.Article.Text)
	if int(r.Article.CharCount) != len(runes) || int(r.Article.MentionCount) != len(r.Mentions) || int(r.Article.FigureCount) != len(r.Figures) {
		t.Fatalf("counts %+v do not hold", r.Article)
	}
	ids := map[string]bool{}
	last := int32(0)
	for _, m := range r.Mentions {
		if slice(runes, m.CharStart, m.CharEnd) != m.Surface || m.Surface == "" || !strings.Contains(m.Sentence, m.Surface) {
			t.Fatalf("mention %q at %d..%d of %q", m.Surface, m.CharStart, m.CharEnd, r.Article.Text)
		}
		if m.CharStart < last || !slices.Contains(schemas.EntityTypes, m.EntityType) || !slices.Contains(schemas.MentionForms, m.MentionForm) {
			t.Fatalf("mention %+v after %d", m, last)
		}
		last = m.CharEnd
		ids[m.EntityID] = true
	}
	last = 0
	for _, f := range r.Figures {
		if slice(runes, f.CharStart, f.CharEnd) != f.Surface || f.Surface == "" || !strings.Contains(f.Sentence, f.Surface) {
			t.Fatalf("figure %q at %d..%d of %q", f.Surface, f.CharStart, f.CharEnd, r.Article.Text)
		}
		if f.CharStart < last || math.IsNaN(f.Value) || math.IsInf(f.Value, 0) || !slices.Contains(schemas.FigureKinds, f.Kind) {
			t.Fatalf("figure %+v after %d", f, last)
		}
		last = f.CharEnd
		for _, id := range append(slices.Clone(f.MetricEntityIDs), f.SpeakerEntityID) {
			if id != "" && !ids[id] {
				t.Fatalf("figure %q refers to %s, which no mention has", f.Surface, id)
			}
		}
	}
}

func TestSeeds(t *testing.T) {
	e := extractor(t)
	paths, err := filepath.Glob("../testdata/seeds/*.txt")
	if err != nil || len(paths) != 5 {
		t.Fatalf("%d seeds: %v", len(paths), err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r := e.Extract(document(filepath.Base(path), string(b)))
		if r.Reject != nil {
			t.Fatalf("%s: %+v", path, r.Reject)
		}
		hold(t, r)
		kept := 0
		if r.Article.Title != "" {
			kept = len([]rune(r.Article.Title))
		}
		if n := len([]rune(string(b))); int(r.Article.CharCount+r.Article.RemovedCharCount)+kept < n/2 || int(r.Article.RemovedCharCount) > n {
			t.Errorf("%s: %d characters, %d kept, %d removed", path, n, r.Article.CharCount, r.Article.RemovedCharCount)
		}
	}
}

func TestOtherLanguage(t *testing.T) {
	e := extractor(t)
	r := e.Extract(document("de.txt", "Die Bundesregierung hat am Dienstag neue Maßnahmen beschlossen. Nach Angaben des Ministeriums sollen die Ausgaben im kommenden Jahr um fünf Prozent steigen, während die Einnahmen sinken. Die Opposition kritisierte den Beschluss scharf."))
	if r.Reject != nil || r.Article.Language != "de" || len(r.Mentions) != 0 || len(r.Figures) != 0 || r.Article.SentimentScore != nil {
		t.Errorf("got %+v, %d mentions, %d figures", r.Article, len(r.Mentions), len(r.Figures))
	}
	short := "Exports rose 5% in 2023."
	if r := e.Extract(document("short.txt", short)); len(r.Figures) != 1 {
		t.Errorf("%q: %d figures", short, len(r.Figures))
	}
}

// The place in the dateline decides whose dollar a bare "$" is.
func TestDollar(t *testing.T) {
	e := extractor(t)
	for place, want := range map[string]string{"SYDNEY": "AUD", "NEW YORK": "USD", "PARIS": "USD"} {
		r := e.Extract(document("d.txt", place+" – The mine was sold for $40 million, the owner said on Monday. The buyer did not comment."))
		if len(r.Figures) != 1 || r.Figures[0].Currency != want || r.Article.DatelinePlace != place {
			t.Errorf("%s: dateline %q, figures %+v", place, r.Article.DatelinePlace, r.Figures)
		}
	}
}

func FuzzExtract(f *testing.F) {
	e := extractor(f)
	f.Add("LONDON, March 3 (Reuters) - Shares of Acme Inc. rose 5% to $3.2 billion, “a record,” said John Abbott.\n\n* one\n* two")
	f.Add("<html><body><h1>Title</h1><p>Trade between Kazakhstan and the EU reached €42.4bn in 2023.</p></body></html>")
	f.Add("\xff\xfe1\x00 \x00%\x00")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		r := e.Extract(document("f.txt", text))
		if r.Reject != nil {
			if r.Reject.Reason == schemas.ReasonInternal {
				t.Fatalf("%q: %s: %s", text, r.Reject.Stage, r.Reject.Message)
			}
			return
		}
		hold(t, r)
		if !reflect.DeepEqual(r, e.Extract(document("f.txt", text))) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	e := extractor(b)
	text, err := os.ReadFile("../testdata/seeds/003_d933aaa64abfb0cd.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		e.Extract(document("s.txt", string(text)))
	}
}
