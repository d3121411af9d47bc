package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/output/csvfile"
	"broadsheet/output/parquetfile"
	"broadsheet/output/snapshot"
	"broadsheet/pipeline/source"
	"broadsheet/schemas"
	"broadsheet/schemas/rowtest"
	"broadsheet/stages"
	"broadsheet/stages/duplicates"
	"broadsheet/stages/segment"
)

// fakeSource yields documents from memory.
type fakeSource struct {
	docs   []schemas.Document
	reject []*schemas.RejectRow
	after  func(i int)
}

func (s fakeSource) Progress() (int64, int64) { return 0, 0 }

func (s fakeSource) Items() iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i, d := range s.docs {
			if s.after != nil {
				s.after(i)
			}
			if !yield(source.Item{Document: d}) {
				return
			}
		}
		for _, r := range s.reject {
			if !yield(source.Item{Reject: r}) {
				return
			}
		}
	}
}

// fakeExtractor makes a mention of every capitalised word and a figure of every number.
type fakeExtractor struct{}

func (fakeExtractor) ExtractObserved(doc schemas.Document, begins func(string)) stages.Result {
	begins("fake")
	defer begins("")
	text := string(doc.Body)
	if strings.Contains(text, "panic") {
		panic("no such word")
	}
	if text == "" {
		return stages.Result{Reject: &schemas.RejectRow{SourceURI: doc.SourceURI, Stage: "clean", Reason: schemas.ReasonNoText, Message: "nothing is left"}}
	}
	sum := sha256.Sum256(doc.Source)
	id := hex.EncodeToString(sum[:8])
	r := stages.Result{Article: schemas.ArticleRow{
		ArticleID: id, SourceURI: doc.SourceURI, SourceCount: 1, Text: text, DuplicateGroupID: id, DuplicateSimilarity: 1,
		WordCount: int32(len(strings.Fields(text))), SentenceCount: 1, CharCount: int32(utf8.RuneCountInString(text)),
	}}
	if doc.RecordIndex >= 0 {
		r.Article.RecordIndex = &doc.RecordIndex
	}
	entities := map[string]bool{}
	at := 0
	for _, word := range strings.Fields(text) {
		at += strings.Index(text[at:], word)
		start := int32(utf8.RuneCountInString(text[:at]))
		end := start + int32(utf8.RuneCountInString(word))
		switch {
		case word[0] >= 'A' && word[0] <= 'Z':
			m := schemas.MentionRow{
				MentionID: fmt.Sprintf("%s-m%d", id, start), ArticleID: id, CharStart: start, CharEnd: end, Surface: word,
				EntityID: "other:" + strings.ToLower(word), EntityName: word, EntityType: "other", MentionForm: "full", Confidence: 0.9, Sentence: text[:min(len(text), 200)],
			}
			entities[m.EntityID] = true
			r.Mentions = append(r.Mentions, m)
		case word[0] >= '0' && word[0] <= '9':
			f := schemas.FigureRow{
				FigureID: fmt.Sprintf("%s-f%d", id, start), ArticleID: id, CharStart: start, CharEnd: end, Surface: word,
				Kind: "count", Value: float64(len(word)), Bound: "exact", Direction: "none", Confidence: 0.8, Sentence: text[:min(len(text), 200)],
			}
			if len(r.Mentions) > 0 {
				f.MetricEntityIDs = []string{r.Mentions[0].EntityID}
			}
			r.Figures = append(r.Figures, f)
		}
		at += len(word)
	}
	r.Signature = duplicates.Sign(segment.Split(text))
	r.Article.MentionCount, r.Article.FigureCount, r.Article.EntityCount = int32(len(r.Mentions)), int32(len(r.Figures)), int32(len(entities))
	return r
}

func doc(uri, text string) schemas.Document {
	return schemas.Document{SourceURI: uri, RecordIndex: -1, Source: []byte(text), Body: []byte(text)}
}

// corpus holds copies, empty texts and a panic among ordinary documents.
func corpus(n int) []schemas.Document {
	var docs []schemas.Document
	for i := range n {
		text := fmt.Sprintf("“Ünlü” Bank %d of Oslo sold %d shares to Acme %d.", i, i*7, i%5)
		switch i % 50 {
		case 20:
			text = "The same Text about 3 things."
		case 30:
			text = ""
		case 40:
			text = "panic now"
		}
		docs = append(docs, doc(fmt.Sprintf("news/%05d.txt", i), text))
	}
	return docs
}

func config(out string, workers int) Config {
	return Config{Out: out, Workers: workers, Engine: "broadsheet test", Settings: map[string]string{"language": "en"}}
}

func mustRun(t testing.TB, c Config, s Source) Summary {
	t.Helper()
	summary, err := Run(context.Background(), c, s, fakeExtractor{})
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

func sums(t *testing.T, s Summary) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(s.Snapshot.Path, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRunCounts(t *testing.T) {
	out := t.TempDir()
	reject := &schemas.RejectRow{SourceURI: "zz.bin", Stage: "read", Reason: schemas.ReasonNotText, Message: "a picture"}
	s := mustRun(t, config(out, 2), fakeSource{docs: corpus(200), reject: []*schemas.RejectRow{reject}})
	if s.Inputs != 201 || s.Copies != 3 || s.Rows["rejects"] != 9 || s.Rows["articles"] != 189 {
		t.Errorf("got %d inputs, %d copies, rows %v", s.Inputs, s.Copies, s.Rows)
	}
	want := map[string]int64{schemas.ReasonNoText: 4, schemas.ReasonInternal: 4, schemas.ReasonNotText: 1}
	if !maps.Equal(s.Reasons, want) {
		t.Errorf("reasons %v, want %v", s.Reasons, want)
	}
	if s.Stages["fake"] <= 0 {
		t.Errorf("stages %v", s.Stages)
	}
	articles, err := parquetfile.Read(filepath.Join(out, "latest", "articles.parquet"), schemas.Articles)
	if err != nil {
		t.Fatal(err)
	}
	if a := articles[20]; a.SourceURI != "news/00020.txt" || a.SourceCount != 4 {
		t.Errorf("the first of four copies is %s, counted %d times", a.SourceURI, a.SourceCount)
	}
	rejects, err := parquetfile.Read(filepath.Join(out, "latest", "rejects.parquet"), schemas.Rejects)
	if err != nil {
		t.Fatal(err)
	}
	if r := rejects[1]; r.SourceURI != "news/00040.txt" || r.Stage != "rows" || !strings.HasPrefix(r.Message, "no such word; please") || r.RecordIndex != nil {
		t.Errorf("a panic became %+v", r)
	}
	if last := rejects[len(rejects)-1]; last.SourceURI != "zz.bin" {
		t.Errorf("last reject is %+v", last)
	}
}

// sameRows holds a table's Parquet file against its CSV file.
func sameRows[R any](t *testing.T, dir string, table schemas.Table[R]) {
	t.Helper()
	fromParquet, err := parquetfile.Read(filepath.Join(dir, table.Name+".parquet"), table)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, table.Name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	fromCSV, err := csvfile.Read(f, table)
	if err != nil {
		t.Fatal(err)
	}
	if len(fromParquet) == 0 {
		t.Errorf("%s holds no row", table.Name)
	}
	if d := rowtest.Diff(table, fromCSV, fromParquet); d != "" {
		t.Error(d)
	}
}

func TestParquetEqualsCSV(t *testing.T) {
	dir := mustRun(t, config(t.TempDir(), 2), fakeSource{docs: corpus(300)}).Snapshot.Path
	sameRows(t, dir, schemas.Articles)
	sameRows(t, dir, schemas.Mentions)
	sameRows(t, dir, schemas.Figures)
	sameRows(t, dir, schemas.Entities)
	sameRows(t, dir, schemas.Rejects)
}

func TestSameBytes(t *testing.T) {
	docs := corpus(300)
	first := mustRun(t, config(t.TempDir(), 1), fakeSource{docs: docs})
	for _, workers := range []int{2, 8} {
		again := mustRun(t, config(t.TempDir(), workers), fakeSource{docs: docs})
		if again.Snapshot.Name != first.Snapshot.Name || sums(t, again) != sums(t, first) {
			t.Errorf("%d workers made another snapshot", workers)
		}
	}
	// Roots named in another order yield another order of the same inputs.
	turned := slices.Concat(docs[150:], docs[:150])
	if again := mustRun(t, config(t.TempDir(), 2), fakeSource{docs: turned}); sums(t, again) != sums(t, first) {
		t.Error("another order of the inputs made another snapshot")
	}
	t.Chdir(t.TempDir())
	if again := mustRun(t, config("relative", 2), fakeSource{docs: docs}); sums(t, again) != sums(t, first) {
		t.Error("another working folder made another snapshot")
	}
}

func TestRepublish(t *testing.T) {
	out := t.TempDir()
	s := fakeSource{docs: corpus(60)}
	first := mustRun(t, config(out, 2), s)
	if first.Snapshot.Existed {
		t.Error("the first snapshot existed before")
	}
	again := mustRun(t, config(out, 2), s)
	if !again.Snapshot.Existed || again.Snapshot.Path != first.Snapshot.Path {
		t.Errorf("published twice as %+v and %+v", first.Snapshot, again.Snapshot)
	}
	wantNames(t, out, first.Snapshot.Name, "latest")
	if err := os.WriteFile(filepath.Join(first.Snapshot.Path, "articles.csv"), []byte("spoilt"), 0o644); err != nil {
		t.Fatal(err)
	}
	mustRun(t, config(out, 2), s)
	if err := snapshot.VerifySums(first.Snapshot.Path); err != nil {
		t.Errorf("a damaged snapshot was not replaced: %v", err)
	}
	wantNames(t, out, first.Snapshot.Name, "latest")
}

func wantNames(t *testing.T, dir string, want ...string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %v, want %v", dir, got, want)
	}
}

func TestEmptyCorpus(t *testing.T) {
	s := mustRun(t, config(t.TempDir(), 2), fakeSource{})
	if s.Inputs != 0 || s.Rows["articles"] != 0 {
		t.Errorf("got %+v", s)
	}
}

func TestTooManyRejects(t *testing.T) {
	s := fakeSource{docs: corpus(100)} // two empty texts, two panics
	for _, c := range []struct {
		limit Limit
		over  bool
	}{
		{Limit{}, false},
		{Limit{Set: true, Count: 4}, false},
		{Limit{Set: true, Count: 3}, true},
		{Limit{Set: true, Count: 0}, true},
		{Limit{Set: true, Share: true, Percent: 4}, false},
		{Limit{Set: true, Share: true, Percent: 3.9}, true},
	} {
		out := t.TempDir()
		cfg := config(out, 2)
		cfg.MaxRejects = c.limit
		_, err := Run(context.Background(), cfg, s, fakeExtractor{})
		if errors.Is(err, ErrTooManyRejects) != c.over {
			t.Errorf("%+v: got %v", c.limit, err)
		}
		if c.over {
			wantNames(t, out)
		}
	}
}

func TestCancel(t *testing.T) {
	for _, at := range []int{0, 1, 57, 199} {
		out := t.TempDir()
		ctx, cancel := context.WithCancel(context.Background())
		s := fakeSource{docs: corpus(200), after: func(i int) {
			if i == at {
				cancel()
			}
		}}
		if _, err := Run(ctx, config(out, 3), s, fakeExtractor{}); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at %d: got %v", at, err)
		}
		wantNames(t, out)
	}
}

func TestNearDuplicates(t *testing.T) {
	story := strings.Repeat("The central bank left its key rate where it was on Thursday and named slower growth in the north as the reason. ", 3) +
		"Analysts had looked for a cut after figures from the ports showed fewer ships than in any spring since the war."
	s := mustRun(t, config(t.TempDir(), 2), fakeSource{docs: []schemas.Document{
		doc("a.txt", "Other news of the day came from the harbour, where nobody spoke of money at all that morning."), doc("b.txt", story), doc("c.txt", story+" More follows."),
	}})
	rows, err := parquetfile.Read(filepath.Join(s.Snapshot.Path, "articles.parquet"), schemas.Articles)
	if err != nil {
		t.Fatal(err)
	}
	a, b, c := rows[0], rows[1], rows[2]
	if a.DuplicateGroupID != a.ArticleID || b.DuplicateGroupID != b.ArticleID || c.DuplicateGroupID != b.ArticleID {
		t.Errorf("groups %s %s %s of articles %s %s %s", a.DuplicateGroupID, b.DuplicateGroupID, c.DuplicateGroupID, a.ArticleID, b.ArticleID, c.ArticleID)
	}
	if b.DuplicateSimilarity != 1 || c.DuplicateSimilarity >= 1 || c.DuplicateSimilarity < duplicates.Threshold {
		t.Errorf("similarities %v and %v", b.DuplicateSimilarity, c.DuplicateSimilarity)
	}
}

// brokenExtractor spoils the rows of the other one.
type brokenExtractor struct{ spoil func(*stages.Result) }

func (b brokenExtractor) ExtractObserved(doc schemas.Document, begins func(string)) stages.Result {
	r := fakeExtractor{}.ExtractObserved(doc, begins)
	b.spoil(&r)
	return r
}

func TestDefectsBecomeRejects(t *testing.T) {
	for want, spoil := range map[string]func(*stages.Result){
		"is not what the text holds":     func(r *stages.Result) { r.Mentions[1].Surface = "Bonk" },
		"out of order":                   func(r *stages.Result) { r.Mentions[0], r.Mentions[1] = r.Mentions[1], r.Mentions[0] },
		"which no mention has":           func(r *stages.Result) { r.Figures[0].MetricEntityIDs = []string{"other:nowhere"} },
		"speaker is":                     func(r *stages.Result) { r.Figures[0].SpeakerEntityID = "other:nobody" },
		"article counts 2 mentions":      func(r *stages.Result) { r.Article.MentionCount = 2 },
		"entity_name: empty string":      func(r *stages.Result) { r.Mentions[0].EntityName = "" },
		"does not say article":           func(r *stages.Result) { r.Figures[0].FigureID = "x" },
		"articles.text: empty string":    func(r *stages.Result) { r.Article.Text = "" },
		"article counts 7 entities, has": func(r *stages.Result) { r.Article.EntityCount = 7 },
	} {
		out := t.TempDir()
		s := fakeSource{docs: []schemas.Document{doc("a.txt", "The Bank of Oslo sold 12 or 13 shares.")}}
		if _, err := Run(context.Background(), config(out, 1), s, brokenExtractor{spoil}); err != nil {
			t.Fatal(err)
		}
		rows, err := parquetfile.Read(filepath.Join(out, "latest", "rejects.parquet"), schemas.Rejects)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 1 || rows[0].Reason != schemas.ReasonInternal || !strings.Contains(rows[0].Message, want) {
			t.Errorf("%s: got %+v", want, rows)
		}
	}
}
