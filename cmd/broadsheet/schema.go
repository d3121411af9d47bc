package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"broadsheet/schemas"
)

func schemaCommand(c *console) *cli.Command {
	return &cli.Command{
		Name:  "schema",
		Usage: "print the tables and their columns",
		Flags: []cli.Flag{
			configFlag(),
			&cli.StringFlag{Name: "format", Usage: "`FORM` is markdown, json or sql (DuckDB)", Value: "markdown", EnvVars: env("format")},
		},
		Action: func(ctx *cli.Context) error {
			if err := noArguments(ctx); err != nil {
				return err
			}
			text, err := renderSchema(ctx.String("format"))
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.out, text)
			return err
		},
	}
}

func renderSchema(format string) (string, error) {
	switch format {
	case "markdown":
		return schemas.Markdown(), nil
	case "sql":
		return schemas.SQL(), nil
	case "json":
		b, err := schemas.JSON()
		return string(b), err
	}
	return "", usagef("--format %s: it is markdown, json or sql", format)
}
