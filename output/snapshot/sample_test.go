package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/schemas/rowtest"
)

// sample is a set of tables full of what encoders get wrong, whose keys, references and offsets hold.
type sample struct {
	articles []schemas.ArticleRow
	mentions []schemas.MentionRow
	figures  []schemas.FigureRow
	entities []schemas.EntityRow
	rejects  []schemas.RejectRow
}

func newSample(n int) *sample {
	rng := rand.New(rand.NewPCG(uint64(n), 2))
	s := &sample{
		articles: rowtest.Random(schemas.Articles, n, 1), entities: rowtest.Random(schemas.Entities, 20, 2), rejects: rowtest.Random(schemas.Rejects, n/3, 3),
	}
	for i := range s.entities {
		s.entities[i].EntityID = fmt.Sprintf("other:e%02d", i)
		s.entities[i].MentionCount = 0
	}
	for i := range s.articles {
		a := &s.articles[i]
		sum := sha256.Sum256([]byte(a.Text + a.SourceURI))
		a.ArticleID = hex.EncodeToString(sum[:8])
		a.DuplicateGroupID = s.articles[rng.IntN(i+1)].ArticleID
		ends := spans(a.Text)
		a.MentionCount, a.FigureCount = int32(len(ends)), int32(len(ends))
		mentions := rowtest.Random(schemas.Mentions, len(ends), uint64(i)+100)
		figures := rowtest.Random(schemas.Figures, len(ends), uint64(i)+200)
		for j, end := range ends {
			m, f, e := &mentions[j], &figures[j], &s.entities[rng.IntN(len(s.entities))]
			surface := string([]rune(a.Text)[j*3 : end])
			m.MentionID, m.ArticleID, m.Surface, m.Sentence = fmt.Sprintf("%s-m%d", a.ArticleID, j*3), a.ArticleID, surface, a.Text
			m.CharStart, m.CharEnd, m.EntityID = int32(j*3), int32(end), e.EntityID
			e.MentionCount++
			f.FigureID, f.ArticleID, f.Surface, f.Sentence = fmt.Sprintf("%s-f%d", a.ArticleID, j*3), a.ArticleID, surface, a.Text
			f.CharStart, f.CharEnd = int32(j*3), int32(end)
			if f.SpeakerEntityID != "" {
				f.SpeakerEntityID = m.EntityID
			}
			for k := range f.MetricEntityIDs {
				f.MetricEntityIDs[k] = mentions[k%(j+1)].EntityID
			}
		}
		s.mentions, s.figures = append(s.mentions, mentions...), append(s.figures, figures...)
	}
	s.entities = slices.DeleteFunc(s.entities, func(e schemas.EntityRow) bool { return e.MentionCount == 0 })
	return s
}

// spans cuts a text into pieces of up to three code points and returns their ends.
func spans(text string) []int {
	var ends []int
	n := utf8.RuneCountInString(text)
	for at := 0; at < n; at += 3 {
		ends = append(ends, min(at+3, n))
	}
	return ends
}

func (s *sample) manifest() Manifest {
	return Manifest{Config: map[string]string{"b": "2", "a": "1"}, Inputs: int64(len(s.articles) + len(s.rejects))}
}

func add[R any](t testing.TB, d *Draft, table schemas.Table[R], rows []R) {
	t.Helper()
	if _, err := AddTable(d, table, each(rows)); err != nil {
		t.Fatal(err)
	}
}

func each[R any](rows []R) iter.Seq2[*R, error] {
	return func(yield func(*R, error) bool) {
		for i := range rows {
			if !yield(&rows[i], nil) {
				return
			}
		}
	}
}

func (s *sample) draft(t testing.TB, out string) *Draft {
	t.Helper()
	d, err := Begin(OS{}, out, "broadsheet test")
	if err != nil {
		t.Fatal(err)
	}
	add(t, d, schemas.Articles, s.articles)
	add(t, d, schemas.Mentions, s.mentions)
	add(t, d, schemas.Figures, s.figures)
	add(t, d, schemas.Entities, s.entities)
	add(t, d, schemas.Rejects, s.rejects)
	return d
}

func (s *sample) publish(t testing.TB, out string) Snapshot {
	t.Helper()
	published, err := s.draft(t, out).Publish(s.manifest())
	if err != nil {
		t.Fatal(err)
	}
	return published
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	slices.Sort(out)
	return out
}
