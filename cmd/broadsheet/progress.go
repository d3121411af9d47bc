package main

import (
	"sync/atomic"

	"github.com/urfave/cli/v2"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"broadsheet/pipeline"
)

// progress shows how far a run has come, on a terminal only.
type progress struct {
	bars  *mpb.Progress
	bar   *mpb.Bar
	phase atomic.Value // a string: the bar is drawn by a goroutine of its own
}

func newProgress(ctx *cli.Context, c *console) *progress {
	p := &progress{}
	if !c.live || ctx.Bool("quiet") || ctx.String("log-format") != "text" {
		return p
	}
	p.phase.Store("")
	p.bars = mpb.New(mpb.WithOutput(c.err), mpb.WithWidth(40))
	p.bar = p.bars.AddBar(0,
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.phase.Load().(string) }, decor.WCSyncSpaceR)),
		mpb.AppendDecorators(decor.Percentage(decor.WCSyncSpace), decor.CurrentNoUnit("  %d bytes")),
		mpb.BarRemoveOnComplete(),
	)
	return p
}

func (p *progress) show(now pipeline.Progress) {
	if p.bar == nil {
		return
	}
	p.phase.Store(now.Phase)
	p.bar.SetTotal(max(now.BytesTotal, now.BytesRead+1), false)
	p.bar.SetCurrent(now.BytesRead)
}

// finish takes the bar away.
func (p *progress) finish(done bool) {
	if p.bar == nil {
		return
	}
	if done {
		p.bar.SetTotal(-1, true)
	} else {
		p.bar.Abort(true)
	}
	p.bars.Wait()
}
