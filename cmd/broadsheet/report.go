package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sort"

	"broadsheet/output/parquetfile"
	"broadsheet/pipeline"
	"broadsheet/schemas"
)

// report prints what a snapshot holds, as short tables, and how to load it.
func report(c *console, s pipeline.Summary) error {
	fmt.Fprintf(c.out, "%s\n\n", s.Snapshot.Path)
	for _, name := range []string{schemas.Articles.Name, schemas.Mentions.Name, schemas.Figures.Name, schemas.Entities.Name, schemas.Rejects.Name} {
		fmt.Fprintf(c.out, "%-9s %9d\n", name, s.Rows[name])
	}
	if s.Copies > 0 {
		fmt.Fprintf(c.out, "%-9s %9d byte-identical, counted in source_count\n", "copies", s.Copies)
	}
	for _, reason := range slices.Sorted(maps.Keys(s.Reasons)) {
		fmt.Fprintf(c.out, "  rejected as %s: %d\n", reason, s.Reasons[reason])
	}
	entities, err := topEntities(s.Snapshot.Path, 10)
	if err != nil {
		return err
	}
	section(c, "Most mentioned", entities)
	figures, err := largestFigures(s.Snapshot.Path, 24)
	if err != nil {
		return err
	}
	section(c, "Largest figure of each currency and dimension", figures)
	fmt.Fprintf(c.out, "\nLoad it:\n  duckdb -c \"SELECT * FROM '%s'\"\n  python3 -c \"import pandas; print(pandas.read_parquet('%s'))\"\n",
		filepath.Join(s.Snapshot.Path, "figures.parquet"), filepath.Join(s.Snapshot.Path, "figures.parquet"))
	return nil
}

func section(c *console, title string, t *table) {
	if len(t.rows) > 0 {
		fmt.Fprintf(c.out, "\n%s\n", c.paint(boldColour, title))
		t.write(c.out)
	}
}

// readColumns reads columns of a published table, as far as a report needs them: a column at a time, so that a large snapshot
// is not held in memory.
func readColumns[R any](folder string, t schemas.Table[R], read func(column func(name string, yield func(row int, v schemas.Value)) error) error) error {
	file, err := parquetfile.Open(filepath.Join(folder, t.Name+".parquet"), t.Outline())
	if err != nil {
		return err
	}
	defer file.Close()
	return read(func(name string, yield func(int, schemas.Value)) error {
		row := 0
		return file.Column(name, func(v schemas.Value) error {
			yield(row, v)
			row++
			return nil
		})
	})
}

// topEntities returns the n most mentioned entities; of equals the first by id.
func topEntities(folder string, n int) (*table, error) {
	type entity struct {
		row                       int
		mentions                  int64
		articles                  int64
		id, name, kind, countries string
	}
	var all []entity
	err := readColumns(folder, schemas.Entities, func(column func(string, func(int, schemas.Value)) error) error {
		if err := column("mention_count", func(row int, v schemas.Value) { all = append(all, entity{row: row, mentions: v.Int}) }); err != nil {
			return err
		}
		sort.SliceStable(all, func(i, j int) bool { return all[i].mentions > all[j].mentions })
		all = all[:min(n, len(all))]
		place := map[int]*entity{}
		for i := range all {
			place[all[i].row] = &all[i]
		}
		for name, set := range map[string]func(*entity, schemas.Value){
			"entity_id":     func(e *entity, v schemas.Value) { e.id = v.Str },
			"entity_name":   func(e *entity, v schemas.Value) { e.name = v.Str },
			"entity_type":   func(e *entity, v schemas.Value) { e.kind = v.Str },
			"country_code":  func(e *entity, v schemas.Value) { e.countries = v.Str },
			"article_count": func(e *entity, v schemas.Value) { e.articles = v.Int },
		} {
			if err := column(name, func(row int, v schemas.Value) {
				if e := place[row]; e != nil {
					set(e, v)
				}
			}); err != nil {
				return err
			}
		}
		return nil
	})
	t := newTable("entity", "type", "country", ">mentions", ">articles", "id")
	for _, e := range all {
		t.add(e.name, e.kind, e.countries, fmt.Sprint(e.mentions), fmt.Sprint(e.articles), e.id)
	}
	return t, err
}

// largest is the largest figure of a currency or dimension.
type largest struct {
	key     string
	count   int
	row     int
	value   float64
	surface string
	metric  string
	period  string
	speaker string
}

// largestFigures returns the largest sure figure of each currency and of each other dimension, the n that occur most.
func largestFigures(folder string, n int) (*table, error) {
	var groups []*largest
	err := readColumns(folder, schemas.Figures, func(column func(string, func(int, schemas.Value)) error) error {
		var err error
		groups, err = groupFigures(column, n)
		if err != nil {
			return err
		}
		at := map[int]*largest{}
		for _, g := range groups {
			at[g.row] = g
		}
		for name, set := range map[string]func(*largest, string){
			"surface":      func(g *largest, s string) { g.surface = s },
			"metric":       func(g *largest, s string) { g.metric = s },
			"period_text":  func(g *largest, s string) { g.period = s },
			"speaker_name": func(g *largest, s string) { g.speaker = s },
		} {
			if err := column(name, func(row int, v schemas.Value) {
				if g := at[row]; g != nil {
					set(g, v.Str)
				}
			}); err != nil {
				return err
			}
		}
		return nil
	})
	t := newTable("of", "figure", "metric", "period", "speaker")
	for _, g := range groups {
		t.add(g.key, g.surface, g.metric, g.period, g.speaker)
	}
	return t, err
}

// sure is the confidence from which a figure is a statement.
const sure = 0.5

func groupFigures(column func(string, func(int, schemas.Value)) error, n int) ([]*largest, error) {
	var keys []string
	var confident []bool
	byKey := map[string]*largest{}
	if err := column("currency", func(_ int, v schemas.Value) { keys = append(keys, v.Str) }); err != nil {
		return nil, err
	}
	if err := column("dimension", func(row int, v schemas.Value) {
		if keys[row] == "" {
			keys[row] = v.Str
		}
	}); err != nil {
		return nil, err
	}
	if err := column("confidence", func(_ int, v schemas.Value) { confident = append(confident, v.Float >= sure) }); err != nil {
		return nil, err
	}
	if err := column("base_value", func(row int, v schemas.Value) {
		if v.Null || keys[row] == "" || !confident[row] {
			return
		}
		g := byKey[keys[row]]
		if g == nil {
			g = &largest{key: keys[row], row: row, value: v.Float}
			byKey[g.key] = g
		}
		g.count++
		if v.Float > g.value {
			g.row, g.value = row, v.Float
		}
	}); err != nil {
		return nil, err
	}
	groups := make([]*largest, 0, len(byKey))
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		groups = append(groups, byKey[key])
	}
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].count > groups[j].count })
	groups = groups[:min(n, len(groups))]
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].key < groups[j].key })
	return groups, nil
}
