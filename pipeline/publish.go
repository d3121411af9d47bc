package pipeline

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"

	"broadsheet/output/snapshot"
	"broadsheet/output/spool"
	"broadsheet/schemas"
)

// The sections of an entry in the spool.
const (
	articleSection = iota
	mentionSection
	figureSection
)

// publish runs the passes and streams the spool into a snapshot.
func (r *run) publish(ctx context.Context) error {
	r.progress("publish")
	if err := r.spool.turn(); err != nil {
		return err
	}
	counts, copies := r.spool.copies()
	r.summary.Copies = copies
	groups := r.spool.groups()
	article := 0
	var words, bytes int64
	entities := entityTable{rows: map[string]*entityCount{}}

	g, tables := errgroup.WithContext(ctx)
	g.Go(func() error {
		return addTable(r.draft, schemas.Articles, spooled(tables, r.spool, articleSection, false, &schemas.Articles, func(row *schemas.ArticleRow) {
			row.SourceCount = counts[articleKey(row.ArticleID)]
			row.DuplicateGroupID, row.DuplicateSimilarity = articleID(groups[article].first), groups[article].similarity
			article++
			words += int64(row.WordCount)
			bytes += int64(len(row.Text))
		}))
	})
	g.Go(func() error {
		return addTable(r.draft, schemas.Mentions, spooled(tables, r.spool, mentionSection, false, &schemas.Mentions, entities.add))
	})
	g.Go(func() error {
		return addTable(r.draft, schemas.Figures, spooled(tables, r.spool, figureSection, false, &schemas.Figures, func(*schemas.FigureRow) {}))
	})
	g.Go(func() error {
		return addTable(r.draft, schemas.Rejects, spooled(tables, r.spool, articleSection, true, &schemas.Rejects, func(*schemas.RejectRow) {}))
	})
	if err := g.Wait(); err != nil {
		return err
	}
	r.summary.Words, r.summary.TextBytes = words, bytes
	rows := entities.sorted()
	if err := addTable(r.draft, schemas.Entities, func(yield func(*schemas.EntityRow, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	published, err := r.draft.Publish(snapshot.Manifest{
		Config: r.config.Settings, Resources: r.config.Resources, Inputs: r.summary.Inputs, Copies: copies,
	})
	if err != nil {
		return err
	}
	r.summary.Snapshot = published
	r.summary.Rows = r.draft.Counts()
	return nil
}

func addTable[R any](d *snapshot.Draft, table schemas.Table[R], rows iter.Seq2[*R, error]) error {
	_, err := snapshot.AddTable(d, table, rows)
	return err
}

// spooled yields the rows of one section of every entry, or of every reject, each after change was applied.
func spooled[R any](ctx context.Context, s *spoolFile, section int, rejects bool, table *schemas.Table[R], change func(*R)) iter.Seq2[*R, error] {
	return func(yield func(*R, error) bool) {
		var row R
		for i := range s.entries {
			e := &s.entries[i]
			if e.reject != rejects {
				continue
			}
			rest, err := s.section(e, section)
			if err == nil {
				err = ctx.Err()
			}
			for err == nil && rest != "" {
				if rest, err = spool.Next(rest, table, &row); err == nil {
					change(&row)
					if !yield(&row, nil) {
						return
					}
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}
