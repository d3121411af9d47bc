package pipeline

import (
	"context"
	"fmt"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"broadsheet/schemas"
)

// windowPerWorker bounds how many documents are between source and spool, and so memory.
const windowPerWorker = 4

// job is a document on its way to a worker; slot holds its place in the order.
type job struct {
	doc  schemas.Document
	slot chan outcome
}

// extract walks the source through the workers into the spool, in input order.
func (r *run) extract(ctx context.Context) error {
	g, inner := errgroup.WithContext(ctx)
	order := make(chan chan outcome, windowPerWorker*r.config.Workers)
	jobs := make(chan job)
	g.Go(func() error {
		defer close(order)
		defer close(jobs)
		return r.feed(inner, order, jobs)
	})
	times := make([]stageClock, r.config.Workers)
	for i := range times {
		g.Go(func() error {
			for j := range jobs {
				j.slot <- r.work(j.doc, &times[i])
			}
			return nil
		})
	}
	g.Go(func() error {
		for slot := range order {
			select {
			case o := <-slot:
				if err := r.collect(o); err != nil {
					return err
				}
			case <-inner.Done():
				return inner.Err()
			}
		}
		return nil
	})
	err := g.Wait()
	for _, t := range times {
		for stage, d := range t.total {
			r.stages[stage] += d
		}
	}
	if err != nil {
		return err
	}
	return ctx.Err()
}

// feed puts an empty slot on the order queue, then hands the document to a free worker.
func (r *run) feed(ctx context.Context, order chan<- chan outcome, jobs chan<- job) error {
	for item := range r.source.Items() {
		slot := make(chan outcome, 1)
		select {
		case order <- slot:
		case <-ctx.Done():
			return ctx.Err()
		}
		if item.Reject != nil {
			slot <- rejected(item.Reject)
			continue
		}
		select {
		case jobs <- job{item.Document, slot}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// work extracts one document. The extractor turns the panic of a stage into a reject; whatever else panics on the way to
// the rows costs no more than its document either.
func (r *run) work(doc schemas.Document, clock *stageClock) (o outcome) {
	clock.stage = ""
	defer func() {
		if p := recover(); p != nil {
			o = rejected(internal(doc, "rows", fmt.Sprint(p)))
		}
	}()
	result := r.extractor.ExtractObserved(doc, clock.begin)
	clock.begin("")
	if result.Reject != nil {
		return rejected(result.Reject)
	}
	if err := check(&result); err != nil {
		return rejected(internal(doc, "rows", err.Error()))
	}
	return accepted(&result)
}

// internal is the reject of a document that met a defect of the program.
func internal(doc schemas.Document, stage, message string) *schemas.RejectRow {
	size := int64(len(doc.Source))
	row := &schemas.RejectRow{
		SourceURI: doc.SourceURI, Stage: stage, Reason: schemas.ReasonInternal, ByteCount: &size,
		Message: strings.Join(strings.Fields(message), " ") + "; please report it with the document",
	}
	if doc.RecordIndex >= 0 {
		row.RecordIndex = &doc.RecordIndex
	}
	return row
}

// stageClock adds up the time that a worker spends in each stage.
type stageClock struct {
	stage string
	since time.Time
	total map[string]time.Duration
}

func (c *stageClock) begin(stage string) {
	now := time.Now()
	if c.stage != "" {
		if c.total == nil {
			c.total = map[string]time.Duration{}
		}
		c.total[c.stage] += now.Sub(c.since)
	}
	c.stage, c.since = stage, now
}

// collect takes the next outcome in input order.
func (r *run) collect(o outcome) error {
	if err := r.spool.add(o); err != nil {
		return err
	}
	r.summary.Inputs++
	if o.reject != nil {
		r.summary.Rows[schemas.Rejects.Name]++
		r.summary.Reasons[o.reject.Reason]++
		if r.first == "" {
			r.first = fmt.Sprintf("%s: %s: %s", o.reject.SourceURI, o.reject.Reason, o.reject.Message)
		}
		if err := r.checkRejects(false); err != nil {
			return err
		}
	}
	r.progress("extract")
	return nil
}
