package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// command runs a command line and returns what it prints and its exit code.
func command(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(context.Background(), &console{in: strings.NewReader(""), out: &out, err: &err}, append([]string{"broadsheet"}, args...))
	return out.String(), err.String(), code
}

func TestHoistFlags(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"broadsheet run a --out o b", "broadsheet run --out o -- a b"},
		{"broadsheet run --quiet a -- --b", "broadsheet run --quiet -- a --b"},
		{"broadsheet run a --out=o", "broadsheet run --out=o -- a"},
		{"broadsheet run - --out o", "broadsheet run --out o -- -"},
		{"broadsheet inspect --json f", "broadsheet inspect --json -- f"},
		{"broadsheet version", "broadsheet version"},
	} {
		if got := hoistFlags(strings.Fields(c.in)); !reflect.DeepEqual(got, strings.Fields(c.want)) {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}

// Each mistake of the user ends with exit code 2 and words that say what to do.
func TestUsage(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.toml")
	if err := os.WriteFile(bad, []byte("colour = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, want string }{
		{"frobnicate", "no command"},
		{"run", "name files or folders"},
		{"run nowhere", "nowhere"},
		{"run . --outt x", "there is no flag --outt"},
		{"run . --workers many", "workers"},
		{"run . --max-rejects few", "--max-rejects"},
		{"run . --log-format xml", "--log-format"},
		{"run . --field text", "--field"},
		{"run . --config " + bad, `there is no flag "colour"`},
		{"run . --config " + filepath.Join(dir, "none.toml"), "read config"},
		{"run . --kb " + filepath.Join(dir, "none.tsv"), "--kb"},
		{"inspect", "takes one file"},
		{"schema --format xml", "markdown, json or sql"},
		{"version now", "no argument"},
	} {
		stdout, stderr, code := command(t, strings.Fields(c.args)...)
		if code != exitUsage || !strings.Contains(stderr, c.want) || strings.Contains(stdout, "USAGE") {
			t.Errorf("%s: code %d, stderr %q, stdout %q; want code 2 and %q", c.args, code, stderr, stdout, c.want)
		}
	}
}

func TestHelpListsExitCodes(t *testing.T) {
	stdout, _, code := command(t, "--help")
	if code != exitDone || !strings.Contains(stdout, "0 done, 1 failed, 2 usage, 3 too many rejects") {
		t.Errorf("code %d, help:\n%s", code, stdout)
	}
}

func TestFlagWinsOverEnvironmentOverFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "broadsheet.toml")
	if err := os.WriteFile(file, []byte("format = \"sql\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	first := func(args ...string) string {
		t.Helper()
		out, stderr, code := command(t, append([]string{"schema", "--config", file}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, stderr)
		}
		return out[:min(1, len(out))]
	}
	fromFile := first()
	t.Setenv("BROADSHEET_FORMAT", "json")
	fromEnv := first()
	fromFlag := first("--format", "markdown")
	if fromEnv != "{" && fromEnv != "[" || fromFlag != "#" && fromFlag != "<" || fromFile == fromEnv || fromFile == fromFlag {
		t.Errorf("file %q, environment %q, flag %q", fromFile, fromEnv, fromFlag)
	}
}
