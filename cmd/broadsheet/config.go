package main

import (
	"fmt"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

// hoistFlags moves the flags behind a command's arguments in front of them, because the flag parser stops at the first
// argument and would silently take what follows for arguments. Everything behind "--" stays an argument.
func hoistFlags(args []string) []string {
	if len(args) < 3 {
		return args
	}
	takesValue := map[string]bool{}
	for _, cmd := range commands(&console{}) {
		if cmd.HasName(args[1]) {
			for _, f := range cmd.Flags {
				_, isBool := f.(*cli.BoolFlag)
				for _, name := range f.Names() {
					takesValue[name] = !isBool
				}
			}
		}
	}
	out, rest := append([]string{}, args[:2]...), []string{}
	for i := 2; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			rest = append(rest, a)
			continue
		}
		out = append(out, a)
		if takesValue[strings.TrimLeft(a, "-")] && i+1 < len(args) {
			i++
			out = append(out, args[i])
		}
	}
	return append(append(out, "--"), rest...)
}

// applyConfig sets the flags that the --config file gives and neither the command line nor the environment does.
func applyConfig(ctx *cli.Context) error {
	path := ctx.String("config")
	if path == "" {
		return nil
	}
	var file map[string]any
	if _, err := toml.DecodeFile(path, &file); err != nil {
		return usagef("read config %s: %v", path, err)
	}
	keys := make([]string, 0, len(file))
	for key := range file {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		if key == "config" || !known(ctx, key) {
			return usagef("config %s: there is no flag %q; its keys are the flags that broadsheet run --help lists", path, key)
		}
		if !hasFlag(ctx.Command, key) || ctx.IsSet(key) {
			continue
		}
		for _, value := range values(file[key]) {
			if err := ctx.Set(key, value); err != nil {
				return usagef("config %s: %s: %v", path, key, err)
			}
		}
	}
	return nil
}

// known tells whether any command has the flag: one file may serve several commands.
func known(ctx *cli.Context, flag string) bool {
	for _, cmd := range ctx.App.Commands {
		if hasFlag(cmd, flag) {
			return true
		}
	}
	return false
}

func hasFlag(cmd *cli.Command, name string) bool {
	for _, f := range cmd.Flags {
		if f.Names()[0] == name {
			return true
		}
	}
	return false
}

// values returns the words that set a flag to a TOML value: several for an array.
func values(v any) []string {
	list, ok := v.([]any)
	if !ok {
		return []string{fmt.Sprint(v)}
	}
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = fmt.Sprint(x)
	}
	return out
}
