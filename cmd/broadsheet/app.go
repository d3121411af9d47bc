package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

const description = `broadsheet reads news documents (text, Markdown, HTML, CSV, JSON Lines, Parquet, WARC, archives of these), cleans
them, tags names and tone, reads every number as a claim, and publishes a snapshot: the tables articles, mentions,
figures, entities and rejects as Parquet and CSV. The same input gives the same bytes.

Every flag can stand in a TOML file (--config FILE, key = flag name) or in the environment (BROADSHEET_ and the flag's
name in capitals, _ for -). The command line wins over the environment, the environment over the file.

Exit codes: 0 done, 1 failed, 2 usage, 3 too many rejects (--max-rejects).`

// newApp describes the command line.
func newApp(c *console) *cli.App {
	return &cli.App{
		Name:                      "broadsheet",
		Usage:                     "news in, tables out",
		Description:               description,
		HideVersion:               true,
		DisableSliceFlagSeparator: true,
		Reader:                    c.in,
		Writer:                    c.out,
		ErrWriter:                 c.err,
		Commands:                  commands(c),
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              onUsageError,
		Action: func(ctx *cli.Context) error {
			if ctx.Args().Present() {
				return usagef("there is no command %q; broadsheet --help lists the commands", ctx.Args().First())
			}
			return cli.ShowAppHelp(ctx)
		},
	}
}

func commands(c *console) []*cli.Command {
	list := []*cli.Command{runCommand(c), inspectCommand(c), schemaCommand(c), versionCommand(c)}
	for _, cmd := range list {
		cmd.OnUsageError = onUsageError
		cmd.Before = applyConfig
	}
	return list
}

func onUsageError(ctx *cli.Context, err error, _ bool) error {
	name := ctx.App.Name
	if ctx.Command != nil && ctx.Command.Name != name && ctx.Command.Name != "" {
		name += " " + ctx.Command.Name
	}
	const undefined = "flag provided but not defined: -"
	if flag, ok := strings.CutPrefix(err.Error(), undefined); ok {
		return usagef("there is no flag --%s; %s --help lists the flags", strings.TrimLeft(flag, "-"), name)
	}
	return usagef("%v; %s --help says how the flags are used", err, name)
}

// env names the environment variable of a flag.
func env(flag string) []string {
	return []string{"BROADSHEET_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))}
}

func configFlag() cli.Flag {
	return &cli.StringFlag{Name: "config", Usage: "read flags from the TOML `FILE`", EnvVars: env("config")}
}

// readingFlags are the flags of every command that reads documents.
func readingFlags() []cli.Flag {
	return []cli.Flag{
		configFlag(),
		&cli.StringSliceFlag{Name: "field", Usage: "read a record's field under another name, `NAME=THEIRS`, for instance text=article_body; may be repeated", EnvVars: env("field")},
		&cli.StringFlag{Name: "kb", Usage: "add the entities of the TSV `FILE` to the knowledge base; they win over ours", EnvVars: env("kb")},
		&cli.StringFlag{Name: "language", Usage: "read texts whose language cannot be told as `TAG`", Value: "en", EnvVars: env("language")},
		&cli.Int64Flag{Name: "max-document-bytes", Usage: "reject a document of more than `N` bytes", Value: 32 << 20, EnvVars: env("max-document-bytes")},
	}
}

func versionCommand(c *console) *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the version",
		Flags: []cli.Flag{configFlag()},
		Action: func(ctx *cli.Context) error {
			if err := noArguments(ctx); err != nil {
				return err
			}
			_, err := fmt.Fprintf(c.out, "broadsheet %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

func noArguments(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return usagef("broadsheet %s takes no argument %q", ctx.Command.Name, ctx.Args().First())
	}
	return nil
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// showsColour follows no-color.org.
func showsColour(f *os.File) bool { return isTerminal(f) && os.Getenv("NO_COLOR") == "" }
