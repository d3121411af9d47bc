package main

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expected tables")

var tables = []string{"articles.csv", "mentions.csv", "figures.csv", "entities.csv", "rejects.csv"}

// snapshotOf runs the pipeline and returns the snapshot's folder.
func snapshotOf(t *testing.T, args ...string) string {
	t.Helper()
	out := t.TempDir()
	stdout, stderr, code := command(t, append([]string{"run", "--quiet", "--out", out}, args...)...)
	if code != exitDone {
		t.Fatalf("%v: code %d, %s", args, code, stderr)
	}
	return strings.TrimSpace(stdout)
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestGolden holds the tables of the seeds against the expected ones, line by line.
func TestGolden(t *testing.T) {
	const golden = "../../testdata/golden/seeds"
	snapshot := snapshotOf(t, "../../testdata/seeds")
	for _, name := range tables {
		got, path := read(t, snapshot, name), filepath.Join(golden, name)
		if *update {
			if err := os.MkdirAll(golden, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		have, want := strings.Split(got, "\n"), strings.Split(read(t, path), "\n")
		for i := range max(len(have), len(want)) {
			if g, w := line(have, i), line(want, i); g != w {
				t.Errorf("%s line %d\n got %s\nwant %s", name, i+1, g, w)
			}
		}
	}
	for _, resource := range []string{"entities/people.tsv", "entities/tagger/model.bin", "figures/units.tsv", "sentiment/model.bin"} {
		if !strings.Contains(read(t, snapshot, "manifest.json"), `"`+resource+`"`) {
			t.Errorf("the manifest does not name %s", resource)
		}
	}
	found, err := filepath.Glob(filepath.Join(golden, "*"))
	if err != nil || len(found) != len(tables) {
		t.Errorf("%d files in %s, %d tables: %v", len(found), golden, len(tables), err)
	}
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// TestSameBytes runs the seeds in every way that must not matter.
func TestSameBytes(t *testing.T) {
	seeds, err := filepath.Abs("../../testdata/seeds")
	if err != nil {
		t.Fatal(err)
	}
	want := read(t, snapshotOf(t, seeds), "SHA256SUMS")
	for _, workers := range []string{"1", "2", "8"} {
		if got := read(t, snapshotOf(t, seeds, "--workers", workers), "SHA256SUMS"); got != want {
			t.Errorf("%s workers: other bytes\n%s\nwant\n%s", workers, got, want)
		}
	}
	// The same files, made in the reverse order, seen from another folder.
	names, err := filepath.Glob(filepath.Join(seeds, "*"))
	if err != nil || len(names) != 5 {
		t.Fatalf("%d seeds: %v", len(names), err)
	}
	t.Chdir(t.TempDir())
	if err := os.Mkdir("seeds", 0o755); err != nil {
		t.Fatal(err)
	}
	for i := len(names) - 1; i >= 0; i-- {
		if err := os.WriteFile(filepath.Join("seeds", filepath.Base(names[i])), []byte(read(t, names[i])), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, snapshotOf(t, "seeds"), "SHA256SUMS"); got != want {
		t.Errorf("another folder and order: other bytes\n%s\nwant\n%s", got, want)
	}
}

// TestEveryInputIsAccountedFor runs good and bad inputs together: inputs = articles + copies + rejects.
func TestEveryInputIsAccountedFor(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.txt": "The plant in Almaty made 30 tons of steel in 2023.", "b.txt": "The plant in Almaty made 30 tons of steel in 2023.",
		"empty.txt": "", "binary.txt": "\x00\x01\x02\xff\xfe\x00\x00", "c.jsonl": "{\"id\": \"1\", \"text\": \"Trade rose 5 percent.\"}\n{\"id\": \n{\"id\": \"3\"}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	stdout, stderr, code := command(t, "run", dir, "--out", filepath.Join(dir, "..", "snap"))
	if code != exitDone {
		t.Fatalf("code %d: %s", code, stderr)
	}
	snapshot, _, _ := strings.Cut(stdout, "\n")
	articles := strings.Count(read(t, snapshot, "articles.csv"), "\n") - 1
	rejects := strings.Count(read(t, snapshot, "rejects.csv"), "\n") - 1
	if articles != 2 || rejects != 4 || !strings.Contains(read(t, snapshot, "articles.csv"), "a.txt,,2,") {
		t.Errorf("%d articles, %d rejects\n%s\n%s", articles, rejects, read(t, snapshot, "articles.csv"), read(t, snapshot, "rejects.csv"))
	}
	if _, stderr, code := command(t, "run", dir, "--out", filepath.Join(dir, "..", "snap"), "--max-rejects", "3"); code != exitTooManyRejects || !strings.Contains(stderr, "too many rejects") {
		t.Errorf("code %d: %s", code, stderr)
	}
}

// TestJSONLogs holds standard error against what a log collector reads: a JSON object a line.
func TestJSONLogs(t *testing.T) {
	_, stderr, code := command(t, "run", "../../testdata/seeds", "--out", t.TempDir(), "--log-format", "json")
	if code != exitDone {
		t.Fatalf("code %d: %s", code, stderr)
	}
	var said []string
	for line := range strings.Lines(stderr) {
		var entry struct {
			Msg      string
			Articles *int
		}
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		said = append(said, entry.Msg)
		if entry.Msg == "published" && (entry.Articles == nil || *entry.Articles != 5) {
			t.Errorf("published without its count: %s", line)
		}
	}
	if strings.Join(said, " ") != "run published" {
		t.Errorf("logged %q", said)
	}
}
