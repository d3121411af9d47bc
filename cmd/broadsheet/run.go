package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"broadsheet/pipeline"
	"broadsheet/pipeline/source"
	"broadsheet/schemas"
	"broadsheet/stages"
)

func runCommand(c *console) *cli.Command {
	return &cli.Command{
		Name:      "run",
		Usage:     "read documents and publish a snapshot of tables",
		ArgsUsage: "PATH...",
		Flags: append(readingFlags(),
			&cli.StringFlag{Name: "out", Usage: "publish the snapshot in a new folder below `FOLDER`; latest points at it", Value: "snapshots", EnvVars: env("out")},
			&cli.IntFlag{Name: "workers", Usage: "read `N` documents at once (default: as many as there are cores)", EnvVars: env("workers")},
			&cli.StringFlag{Name: "max-rejects", Usage: "fail (exit code 3) where more than `N` inputs, or N% of them, are rejected", EnvVars: env("max-rejects")},
			&cli.StringFlag{Name: "log-format", Usage: "`FORM` of messages on standard error: text or json", Value: "text", EnvVars: env("log-format")},
			&cli.BoolFlag{Name: "quiet", Usage: "print the snapshot's folder and errors only", EnvVars: env("quiet")},
			&cli.BoolFlag{Name: "stats", Usage: "print speed, memory and the time in each stage", EnvVars: env("stats")},
		),
		Action: func(ctx *cli.Context) error { return runPipeline(ctx, c) },
	}
}

func runPipeline(ctx *cli.Context, c *console) error {
	config, err := runConfig(ctx)
	if err != nil {
		return err
	}
	logger, err := newLogger(ctx, c)
	if err != nil {
		return err
	}
	options, err := sourceOptions(ctx, c)
	if err != nil {
		return err
	}
	reader, err := source.Open(ctx.Args().Slice(), options)
	if err != nil {
		return usageError{err}
	}
	stagesConfig, err := stagesConfig(ctx)
	if err != nil {
		return err
	}
	extractor, err := stages.New(stagesConfig)
	if err != nil {
		return err
	}
	if config.Resources, err = stages.Resources(stagesConfig); err != nil {
		return err
	}
	logger.Info("run", "inputs", strings.Join(ctx.Args().Slice(), " "), "version", version)
	bar := newProgress(ctx, c)
	config.Progress = bar.show
	summary, err := pipeline.Run(ctx.Context, config, reader, extractor)
	bar.finish(err == nil)
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped before the end; the last snapshot is as it was")
	}
	if err != nil {
		return err
	}
	logger.Info("published", "snapshot", summary.Snapshot.Path, "articles", summary.Rows[schemas.Articles.Name], "rejects", summary.Rows[schemas.Rejects.Name])
	if ctx.Bool("stats") {
		showStats(c, summary)
	}
	if ctx.Bool("quiet") {
		_, err = fmt.Fprintln(c.out, summary.Snapshot.Path)
		return err
	}
	return report(c, summary)
}

// runConfig reads the flags that steer the run itself.
func runConfig(ctx *cli.Context) (pipeline.Config, error) {
	limit, err := parseLimit(ctx.String("max-rejects"))
	if err != nil {
		return pipeline.Config{}, err
	}
	if ctx.Int("workers") < 0 {
		return pipeline.Config{}, usagef("--workers %d: it is a number from 1", ctx.Int("workers"))
	}
	settings := map[string]string{
		"language":           ctx.String("language"),
		"max-document-bytes": strconv.FormatInt(ctx.Int64("max-document-bytes"), 10),
	}
	if fields := ctx.StringSlice("field"); len(fields) > 0 {
		sort.Strings(fields)
		settings["field"] = strings.Join(fields, " ")
	}
	return pipeline.Config{
		Out: ctx.String("out"), Workers: ctx.Int("workers"), Engine: "broadsheet " + version,
		MaxRejects: limit, Settings: settings,
	}, nil
}

// parseLimit reads "12" or "5%".
func parseLimit(s string) (pipeline.Limit, error) {
	if s == "" {
		return pipeline.Limit{}, nil
	}
	if share, ok := strings.CutSuffix(s, "%"); ok {
		if p, err := strconv.ParseFloat(share, 64); err == nil && p >= 0 && p <= 100 {
			return pipeline.Limit{Set: true, Share: true, Percent: p}, nil
		}
	} else if n, err := strconv.ParseInt(s, 10, 64); err == nil && n >= 0 {
		return pipeline.Limit{Set: true, Count: n}, nil
	}
	return pipeline.Limit{}, usagef("--max-rejects %s: it is a number of inputs or a share of them, 12 or 5%%", s)
}

func newLogger(ctx *cli.Context, c *console) (*slog.Logger, error) {
	level := slog.LevelInfo
	if ctx.Bool("quiet") || c.live {
		level = slog.LevelWarn // the bar says it
	}
	options := &slog.HandlerOptions{Level: level}
	switch format := ctx.String("log-format"); format {
	case "text":
		return slog.New(slog.NewTextHandler(c.err, options)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(c.err, options)), nil
	default:
		return nil, usagef("--log-format %s: it is text or json", format)
	}
}

func isTooManyRejects(err error) bool { return errors.Is(err, pipeline.ErrTooManyRejects) }

// showStats prints how fast the run was. Peak memory is what the Go runtime took from the system.
func showStats(c *console, s pipeline.Summary) {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	seconds := s.Extract.Seconds()
	fmt.Fprintf(c.err, "inputs      %d\nwords       %d\nextract     %.1f s, %.0f words/s, %.1f MB/s of text\npublish     %.1f s; with it %.0f words/s\nmemory      %d MB\n",
		s.Inputs, s.Words, seconds, float64(s.Words)/seconds, float64(s.TextBytes)/1e6/seconds,
		s.Publish.Seconds(), float64(s.Words)/(seconds+s.Publish.Seconds()), memory.Sys>>20)
	names := make([]string, 0, len(s.Stages))
	var total time.Duration
	for name, d := range s.Stages {
		names = append(names, name)
		total += d
	}
	sort.Slice(names, func(i, j int) bool { return s.Stages[names[i]] > s.Stages[names[j]] })
	for _, name := range names {
		fmt.Fprintf(c.err, "  %-12s %5.1f %% of the stages' time\n", name, 100*s.Stages[name].Seconds()/total.Seconds())
	}
}
