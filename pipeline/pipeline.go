// Package pipeline runs documents through the stages and publishes the tables.
//
// A run reads its inputs in one order, extracts whole documents in parallel, takes the results back in input order, and
// keeps them on disk in a spool, so that memory grows with the number of documents by a few words each and not with
// their rows. Passes over keys then count byte-identical copies, group near-duplicates and derive the entities; the
// spool is streamed through what they found into a snapshot. The tables depend on the inputs alone: not on the number of
// workers, the clock, or the order in which files were made.
//
// Every input ends as exactly one of an article, a counted copy, a reject. A run that fails or is cancelled leaves
// nothing half-made.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"time"

	"broadsheet/output/snapshot"
	"broadsheet/pipeline/source"
	"broadsheet/schemas"
	"broadsheet/stages"
)

// Source yields the inputs; *source.Reader is one. It is walked once.
type Source interface {
	Items() iter.Seq[source.Item]
	// Progress returns how many bytes have been read and how many there are, 0 where nobody knows.
	Progress() (read, total int64)
}

// Extractor turns a document into rows; *stages.Extractor is one. It is called from several goroutines at once, and tells when a stage begins;
// the last call names none.
type Extractor interface {
	ExtractObserved(doc schemas.Document, begins func(stage string)) stages.Result
}

// Config says how to run.
type Config struct {
	Out        string // the folder that snapshots lie in
	Workers    int    // documents in work at once; 0 means as many as there are cores
	Engine     string // name and version of the program
	MaxRejects Limit
	Settings   map[string]string  // for the manifest: what changes the result
	Resources  []schemas.Resource // for the manifest: the data that takes part
	FS         snapshot.FS        // nil means the machine's
	Progress   func(Progress)     // called now and then, from one goroutine at a time; may be nil
}

// Progress is how far a run has come.
type Progress struct {
	Phase                 string // "extract", "publish"
	Inputs, Rejects       int64
	BytesRead, BytesTotal int64
}

// Limit is how many inputs may be rejected. The zero Limit allows any number.
type Limit struct {
	Set     bool
	Count   int64   // where Percent is not used
	Percent float64 // of the inputs
	Share   bool    // Percent counts, not Count
}

// ErrTooManyRejects says that more inputs were rejected than the limit allows.
var ErrTooManyRejects = errors.New("too many rejects")

// Summary is what a run did.
type Summary struct {
	Snapshot snapshot.Snapshot
	Inputs   int64
	Copies   int64
	Rows     map[string]int64 // by table
	Words    int64
	Reasons  map[string]int64 // rejects by reason

	TextBytes int64 // of the articles

	Extract, Publish time.Duration
	Stages           map[string]time.Duration // time in each stage, over all workers
}

// Run reads, extracts and publishes. The Summary holds what is known where Run fails.
func Run(ctx context.Context, c Config, inputs Source, extractor Extractor) (Summary, error) {
	if c.Workers <= 0 {
		c.Workers = runtime.GOMAXPROCS(0)
	}
	if c.FS == nil {
		c.FS = snapshot.OS{}
	}
	if c.Progress == nil {
		c.Progress = func(Progress) {}
	}
	draft, err := snapshot.Begin(c.FS, c.Out, c.Engine)
	if err != nil {
		return Summary{}, err
	}
	r := &run{config: c, source: inputs, extractor: extractor, draft: draft, stages: map[string]time.Duration{}}
	r.summary = Summary{Rows: map[string]int64{}, Reasons: map[string]int64{}, Stages: r.stages}
	if err := r.do(ctx); err != nil {
		if left := draft.Discard(); left != nil {
			err = errors.Join(err, fmt.Errorf("remove the draft: %w", left))
		}
		return r.summary, err
	}
	return r.summary, nil
}

// run is the state of one Run.
type run struct {
	config    Config
	source    Source
	extractor Extractor
	draft     *snapshot.Draft
	spool     *spoolFile
	stages    map[string]time.Duration
	summary   Summary
	first     string // the first reject, for the message of a run that has too many
}

func (r *run) do(ctx context.Context) error {
	began := time.Now()
	spool, err := newSpool(r.draft)
	if err != nil {
		return err
	}
	r.spool = spool
	defer spool.close()
	err = r.extract(ctx)
	r.summary.Extract = time.Since(began)
	if err != nil {
		return err
	}
	if err := r.checkRejects(true); err != nil {
		return err
	}
	began = time.Now()
	err = r.publish(ctx)
	r.summary.Publish = time.Since(began)
	return err
}

// checkRejects fails where the limit is passed. A share can be told only at the end.
func (r *run) checkRejects(done bool) error {
	l := r.config.MaxRejects
	rejects := r.summary.Rows[schemas.Rejects.Name]
	over := l.Set && !l.Share && rejects > l.Count
	if l.Set && l.Share && done {
		over = float64(rejects)*100 > l.Percent*float64(r.summary.Inputs)
	}
	if !over {
		return nil
	}
	limit := fmt.Sprint(l.Count)
	if l.Share {
		limit = fmt.Sprintf("%v%%", l.Percent)
	}
	return fmt.Errorf("%w: %d of %d inputs, %s allowed; the first is %s", ErrTooManyRejects, rejects, r.summary.Inputs, limit, r.first)
}

func (r *run) progress(phase string) {
	read, total := r.source.Progress()
	r.config.Progress(Progress{Phase: phase, Inputs: r.summary.Inputs, Rejects: r.summary.Rows[schemas.Rejects.Name], BytesRead: read, BytesTotal: total})
}
