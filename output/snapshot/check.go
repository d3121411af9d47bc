package snapshot

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"

	"broadsheet/output/parquetfile"
	"broadsheet/schemas"
)

// Check reads the Parquet files of a folder back and holds them against the manifest and one another: row counts,
// unique keys, references, the order of rows, the counts that articles and entities carry. Memory grows with articles and entities, not with
// mentions and figures: those follow the order of articles.
func Check(dir string, m Manifest) error {
	if got := m.Rows["articles"] + m.Copies + m.Rows["rejects"]; got != m.Inputs {
		return fmt.Errorf("%d inputs, but articles, copies and rejects make %d", m.Inputs, got)
	}
	c := &checker{articleAt: map[string]int{}, entities: map[string]int32{}}
	for _, t := range schemas.Outlines() {
		f, err := parquetfile.Open(filepath.Join(dir, t.Name+".parquet"), t)
		if err != nil {
			return err
		}
		defer f.Close()
		if f.Rows() != m.Rows[t.Name] {
			return fmt.Errorf("%s: %d rows, %d were written", t.Name, f.Rows(), m.Rows[t.Name])
		}
		var check func(*parquetfile.File) error
		switch t.Name {
		case schemas.Articles.Name:
			check = c.articles
		case schemas.Mentions.Name:
			check = c.mentions
		case schemas.Figures.Name:
			check = c.figures
		case schemas.Entities.Name:
			check = c.entityRows
		default:
			check = func(f *parquetfile.File) error { return rows(f, t.Columns[0].Name, func(string) error { return nil }) }
		}
		if err := check(f); err != nil {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
	}
	return c.references()
}

type checker struct {
	articleAt map[string]int   // row of an article
	counts    [2][]int64       // mention_count and figure_count by row
	entities  map[string]int32 // mentions found of each entity id that any row names
	known     int
}

func (c *checker) articles(f *parquetfile.File) error {
	err := rows(f, "article_id", func(id string) error {
		if _, twice := c.articleAt[id]; twice {
			return fmt.Errorf("article_id %s occurs twice", id)
		}
		c.articleAt[id] = len(c.articleAt)
		return nil
	})
	if err != nil {
		return err
	}
	for i, name := range []string{"mention_count", "figure_count"} {
		if err := f.Column(name, func(v schemas.Value) error { c.counts[i] = append(c.counts[i], v.Int); return nil }); err != nil {
			return err
		}
	}
	return rows(f, "duplicate_group_id", func(id string) error {
		if _, ok := c.articleAt[id]; !ok {
			return fmt.Errorf("duplicate_group_id %s is no article", id)
		}
		return nil
	})
}

func (c *checker) mentions(f *parquetfile.File) error {
	if err := c.inOrder(f, "mention_id", "-m", c.counts[0]); err != nil {
		return err
	}
	return rows(f, "entity_id", func(id string) error { c.entities[id]++; return nil })
}

func (c *checker) figures(f *parquetfile.File) error {
	if err := c.inOrder(f, "figure_id", "-f", c.counts[1]); err != nil {
		return err
	}
	note := func(id string) {
		if _, ok := c.entities[id]; !ok {
			c.entities[id] = 0
		}
	}
	if err := rows(f, "speaker_entity_id", func(id string) error { note(id); return nil }); err != nil {
		return err
	}
	return f.Column("metric_entity_ids", func(v schemas.Value) error {
		for _, id := range v.List {
			note(id)
		}
		return nil
	})
}

// inOrder walks rows that belong to articles: each names an article, in the order of articles, by growing char_start,
// and its key says both; so keys are unique.
func (c *checker) inOrder(f *parquetfile.File, key, infix string, counts []int64) error {
	keys, stopKeys := pull(f, key)
	defer stopKeys()
	starts, stopStarts := pull(f, "char_start")
	defer stopStarts()
	found := make([]int64, len(counts))
	article, before := -1, int64(-1)
	row := 0
	err := rows(f, "article_id", func(id string) error {
		at, ok := c.articleAt[id]
		if !ok {
			return fmt.Errorf("row %d: article_id %s is no article", row, id)
		}
		k, err, more := keys()
		if err != nil || !more {
			return fmt.Errorf("row %d: %s: %v", row, key, err)
		}
		s, err, more := starts()
		if err != nil || !more {
			return fmt.Errorf("row %d: char_start: %v", row, err)
		}
		if at < article || at == article && s.Int <= before {
			return fmt.Errorf("row %d: %s stands out of order", row, k.Str)
		}
		if want := fmt.Sprintf("%s%s%d", id, infix, s.Int); k.Str != want {
			return fmt.Errorf("row %d: %s is %s, want %s", row, key, k.Str, want)
		}
		article, before = at, s.Int
		found[at]++
		row++
		return nil
	})
	if err != nil {
		return err
	}
	for id, at := range c.articleAt {
		if found[at] != counts[at] {
			return fmt.Errorf("article %s counts %d rows, %d stand here", id, counts[at], found[at])
		}
	}
	return nil
}

func (c *checker) entityRows(f *parquetfile.File) error {
	counts, stop := pull(f, "mention_count")
	defer stop()
	before := ""
	return rows(f, "entity_id", func(id string) error {
		if id <= before {
			return fmt.Errorf("entity_id %s follows %s", id, before)
		}
		before = id
		n, err, _ := counts()
		if err != nil {
			return err
		}
		found, ok := c.entities[id]
		if !ok || int64(found) != n.Int {
			return fmt.Errorf("%s has mention_count %d, %d rows mention it", id, n.Int, found)
		}
		c.known++
		return nil
	})
}

func (c *checker) references() error {
	if c.known != len(c.entities) {
		return fmt.Errorf("rows name %d entities, entities holds %d of them", len(c.entities), c.known)
	}
	return nil
}

// rows walks a string column without its NULLs.
func rows(f *parquetfile.File, column string, yield func(string) error) error {
	return f.Column(column, func(v schemas.Value) error {
		if v.Null {
			return nil
		}
		return yield(v.Str)
	})
}

// pull returns a column cell by cell.
func pull(f *parquetfile.File, column string) (func() (schemas.Value, error, bool), func()) {
	return iter.Pull2(func(yield func(schemas.Value, error) bool) {
		err := f.Column(column, func(v schemas.Value) error {
			if !yield(v, nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && err != errStopped {
			yield(schemas.Value{}, err)
		}
	})
}

// errStopped ends the reading of a column that nobody pulls from any more.
var errStopped = errors.New("stopped")
