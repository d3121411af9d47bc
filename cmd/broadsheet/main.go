// Command broadsheet turns news documents into tables of articles, names and figures.
//
// This file maps errors to exit codes; every command has a file of its own. Printing and os.Exit happen here only.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// version is set by the release build; it names the engine in every snapshot.
var version = "0.1.0"

// The exit codes, as --help lists them.
const (
	exitDone           = 0
	exitFailed         = 1
	exitUsage          = 2
	exitTooManyRejects = 3
)

// usageError is the user's mistake: the message says what to do about it.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// console is where a command reads and prints.
type console struct {
	in       io.Reader
	out, err io.Writer
	colour   bool // out is a terminal that shows colours
	live     bool // err is a terminal that can redraw a line
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr, colour: showsColour(os.Stdout), live: isTerminal(os.Stderr)}
	code := run(ctx, c, os.Args)
	stop()
	os.Exit(code)
}

// run executes one command line and returns the exit code.
func run(ctx context.Context, c *console, args []string) int {
	err := newApp(c).RunContext(ctx, hoistFlags(args))
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(c.err, "broadsheet:", err)
	return exitCode(err)
}

func exitCode(err error) int {
	var usage usageError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case isTooManyRejects(err):
		return exitTooManyRejects
	}
	return exitFailed
}
