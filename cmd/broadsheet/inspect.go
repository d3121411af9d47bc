package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"broadsheet/pipeline/source"
	"broadsheet/schemas"
	"broadsheet/stages"
	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/text"
)

func inspectCommand(c *console) *cli.Command {
	return &cli.Command{
		Name:      "inspect",
		Usage:     "show what is found in a document: its clean text with names and figures marked, and both as tables",
		ArgsUsage: "FILE",
		Flags: append(readingFlags(),
			&cli.BoolFlag{Name: "json", Usage: "print the rows as JSON, one object a document", EnvVars: env("json")},
			&cli.BoolFlag{Name: "explain", Usage: "say of every name, tone and figure which rule, word or feature decided", EnvVars: env("explain")},
			&cli.BoolFlag{Name: "clean", Usage: "show what cleaning removed, and by which rule", EnvVars: env("clean")},
		),
		Action: func(ctx *cli.Context) error {
			if ctx.NArg() != 1 {
				return usagef("broadsheet inspect takes one file (or - for standard input), not %d", ctx.NArg())
			}
			return inspect(ctx, c, ctx.Args().First())
		},
	}
}

func inspect(ctx *cli.Context, c *console, path string) error {
	config, err := stagesConfig(ctx)
	if err != nil {
		return err
	}
	extractor, err := stages.New(config)
	if err != nil {
		return err
	}
	options, err := sourceOptions(ctx, c)
	if err != nil {
		return err
	}
	reader, err := source.Open([]string{path}, options)
	if err != nil {
		return usageError{err}
	}
	for item := range reader.Items() {
		if err := inspectItem(ctx, c, extractor, item); err != nil {
			return err
		}
	}
	return nil
}

func inspectItem(ctx *cli.Context, c *console, extractor *stages.Extractor, item source.Item) error {
	reject := item.Reject
	var a *stages.Analysis
	if reject == nil {
		a, reject = extractor.Analyse(&item.Document, func(string) {})
	}
	switch {
	case ctx.Bool("json"):
		out := struct {
			Article  map[string]any   `json:"article,omitempty"`
			Mentions []map[string]any `json:"mentions,omitempty"`
			Figures  []map[string]any `json:"figures,omitempty"`
			Reject   map[string]any   `json:"reject,omitempty"`
		}{}
		if reject != nil {
			out.Reject = object(schemas.Rejects, reject)
		} else {
			r := a.Rows()
			out.Article, out.Mentions, out.Figures = object(schemas.Articles, &r.Article), objects(schemas.Mentions, r.Mentions), objects(schemas.Figures, r.Figures)
			if ctx.Bool("explain") {
				why := extractor.Explain(a)
				addReasons([]map[string]any{out.Article}, [][]reason{{{"tone", toneParts(why.Tone.Article)}}})
				addReasons(out.Mentions, mentionReasons(why))
				addReasons(out.Figures, figureReasons(a.Figures, r.Figures))
			}
		}
		e := json.NewEncoder(c.out)
		e.SetEscapeHTML(false)
		return e.Encode(out)
	case reject != nil:
		_, err := fmt.Fprintf(c.out, "%s: rejected by %s (%s): %s\n", reject.SourceURI, reject.Stage, reject.Reason, reject.Message)
		return err
	case ctx.Bool("clean"):
		showRemoved(c, a.Clean.Text)
	case ctx.Bool("explain"):
		showReasons(c, a, extractor.Explain(a))
	default:
		showAnalysis(c, a)
	}
	return nil
}

// object returns a row as a map from column to JSON value; NULL is null.
func object[R any](t schemas.Table[R], row *R) map[string]any {
	m := map[string]any{}
	for _, col := range t.Columns {
		v := col.Get(row)
		switch {
		case v.Null:
			m[col.Name] = nil
		case col.Type == schemas.String:
			m[col.Name] = v.Str
		case col.Type == schemas.StringList:
			m[col.Name] = append([]string{}, v.List...)
		case col.Type == schemas.Bool:
			m[col.Name] = v.Bool
		case col.Type == schemas.Float64:
			m[col.Name] = v.Float
		case col.Type == schemas.Day:
			m[col.Name] = schemas.Date(v.Int).String()
		case col.Type == schemas.Instant:
			m[col.Name] = schemas.Time(v.Int).String()
		default:
			m[col.Name] = v.Int
		}
	}
	return m
}

func objects[R any](t schemas.Table[R], rows []R) []map[string]any {
	out := make([]map[string]any, len(rows))
	for i := range rows {
		out[i] = object(t, &rows[i])
	}
	return out
}

// showRemoved lists what cleaning took away.
func showRemoved(c *console, t *text.Text) {
	out := newTable("rule", ">characters", "removed")
	total := 0
	for _, r := range t.Removed {
		n := utf8.RuneCountInString(r.Span.Of(t.Source))
		total += n
		out.add(r.Rule, fmt.Sprint(n), fmt.Sprintf("%q", r.Span.Of(t.Source)))
	}
	out.write(c.out)
	fmt.Fprintf(c.out, "\n%d characters removed, %d kept\n", total, utf8.RuneCountInString(t.Content))
}

// Colours of the marks, as ANSI sequences.
const (
	nameColour   = "\x1b[36m"
	figureColour = "\x1b[33;1m"
	boldColour   = "\x1b[1m"
	noColour     = "\x1b[0m"
)

func (c *console) paint(colour, s string) string {
	if !c.colour {
		return s
	}
	return colour + s + noColour
}

func showAnalysis(c *console, a *stages.Analysis) {
	r := a.Rows()
	row := &r.Article
	if row.Title != "" {
		fmt.Fprintln(c.out, c.paint(boldColour, row.Title))
	}
	var facts []string
	for _, col := range schemas.Articles.Columns {
		switch col.Name {
		case "source_uri", "publisher", "dateline_place", "published_date", "published_source", "language", "sentiment_label":
			if v := object(schemas.Articles, row)[col.Name]; v != nil {
				facts = append(facts, fmt.Sprintf("%s %v", strings.ReplaceAll(col.Name, "_", " "), v))
			}
		}
	}
	fmt.Fprintf(c.out, "%s\n\n%s\n\n", strings.Join(facts, ", "), marked(c, a))
	showMentions(c, r.Mentions)
	showFigures(c, r.Figures)
}

// marked returns the text with names and figures in colour.
func marked(c *console, a *stages.Analysis) string {
	type mark struct {
		text.Span
		colour string
	}
	var marks []mark
	for _, m := range a.Mentions {
		marks = append(marks, mark{m.Span, nameColour})
	}
	for _, f := range a.Figures {
		marks = append(marks, mark{f.Span, figureColour})
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	var out strings.Builder
	at := 0
	for _, m := range marks {
		if m.Start < at {
			continue // a figure inside a name
		}
		out.WriteString(a.Segments.Text[at:m.Start])
		out.WriteString(c.paint(m.colour, m.Of(a.Segments.Text)))
		at = m.End
	}
	out.WriteString(a.Segments.Text[at:])
	return out.String()
}

func showMentions(c *console, rows []schemas.MentionRow) {
	type entity struct {
		row  schemas.MentionRow
		n    int
		tone float64
	}
	byID, order := map[string]*entity{}, []string{}
	for _, m := range rows {
		e := byID[m.EntityID]
		if e == nil {
			e = &entity{row: m}
			byID[m.EntityID] = e
			order = append(order, m.EntityID)
		}
		e.n++
		if m.SentimentScore != nil {
			e.tone += *m.SentimentScore
		}
		if e.row.Role == "" {
			e.row.Role = m.Role
		}
	}
	t := newTable("name", "type", "country", ">mentions", ">tone", "role", "id")
	for _, id := range order {
		e := byID[id]
		t.add(e.row.EntityName, e.row.EntityType, e.row.CountryCode, fmt.Sprint(e.n), fmt.Sprintf("%+.2f", e.tone/float64(e.n)), e.row.Role, id)
	}
	t.write(c.out)
	if len(rows) > 0 {
		fmt.Fprintln(c.out)
	}
}

func showFigures(c *console, rows []schemas.FigureRow) {
	t := newTable("figure", ">value", "unit", "bound", "change", "metric", "period", "speaker")
	for i := range rows {
		f := &rows[i]
		value := amount(f.Value)
		if f.ValueHigh != nil {
			value += " to " + amount(*f.ValueHigh)
		}
		t.add(f.Surface, value, unitOf(f), f.Bound, f.Direction, f.Metric, period(f), f.SpeakerName)
	}
	t.write(c.out)
}

func period(f *schemas.FigureRow) string {
	if f.PeriodStart == nil && f.PeriodEnd == nil {
		return f.PeriodText
	}
	from, to := "…", "…"
	if f.PeriodStart != nil {
		from = f.PeriodStart.String()
	}
	if f.PeriodEnd != nil {
		to = f.PeriodEnd.String()
	}
	return from + " to " + to
}

// stagesConfig reads the flags that steer the stages.
func stagesConfig(ctx *cli.Context) (stages.Config, error) {
	config := stages.Config{Language: ctx.String("language")}
	if path := ctx.String("kb"); path != "" {
		b, err := os.ReadFile(path)
		if err != nil {
			return config, usagef("--kb: %v", err)
		}
		config.Knowledge = []knowledge.Source{{Name: path, Text: string(b)}}
	}
	return config, nil
}

// sourceOptions reads --field and --max-document-bytes.
func sourceOptions(ctx *cli.Context, c *console) (source.Options, error) {
	options := source.Options{Fields: map[string]string{}, MaxDocumentBytes: ctx.Int64("max-document-bytes"), Stdin: newStdin(ctx.Context, c.in)}
	for _, pair := range ctx.StringSlice("field") {
		ours, theirs, ok := strings.Cut(pair, "=")
		if !ok || ours == "" || theirs == "" {
			return options, usagef("--field %s: write it as text=article_body", pair)
		}
		options.Fields[ours] = theirs
	}
	return options, nil
}
