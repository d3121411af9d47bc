package main

import (
	"os/exec"
	"strings"
	"testing"
)

// order lists the stages as data flows through them: a stage may import those before it, never those behind it.
var order = []string{"text", "calendar", "decode", "clean", "language", "segment", "dates", "entities", "quotations", "sentiment", "figures", "duplicates"}

// TestImportsPointOneWay holds the direction of imports: cmd -> pipeline -> stages -> schemas, pipeline -> output -> schemas.
func TestImportsPointOneWay(t *testing.T) {
	list, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "broadsheet/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(list)) {
		words := strings.Fields(line)
		for _, imported := range words[1:] {
			if why := backwards(words[0], imported); why != "" {
				t.Errorf("%s imports %s: %s", words[0], imported, why)
			}
		}
	}
}

// backwards says what is wrong with an import, or nothing.
func backwards(from, to string) string {
	layer := part(from, 1)
	switch {
	case strings.HasPrefix(to, "github.com/urfave/cli") && layer != "cmd":
		return "the command line belongs to cmd"
	case strings.HasPrefix(to, "golang.org/x/sync") && layer != "pipeline":
		return "concurrency belongs to pipeline"
	case (strings.Contains(to, "apache/arrow") || strings.Contains(to, "parquet-go")) && layer != "output" && from != "broadsheet/pipeline/source":
		return "Parquet belongs to output and the reader of pipeline/source"
	case !strings.HasPrefix(to, "broadsheet/"):
		return ""
	}
	allowed := map[string][]string{
		"cmd":      {"cmd", "pipeline", "stages", "output", "schemas"},
		"pipeline": {"pipeline", "stages", "output", "schemas"},
		"stages":   {"stages", "schemas"},
		"output":   {"output", "schemas"},
		"schemas":  {"schemas"},
	}
	found := false
	for _, l := range allowed[layer] {
		found = found || l == part(to, 1)
	}
	if !found {
		return layer + " stands below " + part(to, 1)
	}
	if layer == "stages" && part(from, 2) != "" && part(to, 1) == "stages" {
		if to == "broadsheet/stages" || rank(part(from, 2)) < rank(part(to, 2)) {
			return "the data flows the other way"
		}
	}
	return ""
}

func part(path string, i int) string {
	parts := strings.Split(path, "/")
	if i < len(parts) {
		return parts[i]
	}
	return ""
}

func rank(stage string) int {
	for i, s := range order {
		if s == stage {
			return i
		}
	}
	return len(order)
}

func TestBackwards(t *testing.T) {
	for _, c := range []struct {
		from, to string
		ok       bool
	}{
		{"broadsheet/cmd/broadsheet", "broadsheet/pipeline", true},
		{"broadsheet/stages/figures", "broadsheet/stages/quotations", true},
		{"broadsheet/stages/segment", "broadsheet/stages/figures", false},
		{"broadsheet/stages/figures", "broadsheet/output/csvfile", false},
		{"broadsheet/output/csvfile", "broadsheet/stages/text", false},
		{"broadsheet/schemas", "broadsheet/stages", false},
		{"broadsheet/stages/text", "golang.org/x/sync/errgroup", false},
	} {
		if got := backwards(c.from, c.to); (got == "") != c.ok {
			t.Errorf("%s imports %s: %q", c.from, c.to, got)
		}
	}
}
