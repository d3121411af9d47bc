package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadme runs the console blocks of the README: "$ command", then what it prints, where "..." stands for anything.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	seeds, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Symlink(seeds, "testdata"); err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```console\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	if len(blocks) < 3 {
		t.Fatalf("%d console blocks", len(blocks))
	}
	for _, block := range blocks {
		line, want, _ := strings.Cut(block[1], "\n")
		args, ok := strings.CutPrefix(line, "$ broadsheet ")
		if !ok {
			t.Fatalf("block begins with %q", line)
		}
		stdout, stderr, code := command(t, strings.Fields(args)...)
		if code != exitDone {
			t.Errorf("%s: code %d\n%s", line, code, stderr)
		}
		pattern := "(?s)^" + strings.ReplaceAll(regexp.QuoteMeta(want), `\.\.\.`, ".*") + "$"
		if !regexp.MustCompile(pattern).MatchString(stdout) {
			t.Errorf("%s prints\n%s\nwant\n%s", line, stdout, want)
		}
	}
}

// TestReadmeTargets holds the README's make targets against the Makefile.
func TestReadmeTargets(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^    make (\S+)`).FindAllStringSubmatch(string(readme), -1) {
		if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(m[1]) + `:`).Match(makefile) {
			t.Errorf("README names make %s; the Makefile has no such target", m[1])
		}
	}
}
