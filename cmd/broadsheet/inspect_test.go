package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const oil = "../../testdata/seeds/004_677ac16d59b09aa1.txt"

func TestInspect(t *testing.T) {
	stdout, stderr, code := command(t, "inspect", oil)
	for _, want := range []string{"dateline place ASTANA", "Giorgia Meloni", "30 million tons", "person:kassym-jomart-tokayev"} {
		if code != exitDone || !strings.Contains(stdout, want) {
			t.Errorf("code %d, no %q in\n%s%s", code, want, stdout, stderr)
		}
	}
	if strings.Contains(stdout, "\x1b[") {
		t.Error("colours where stdout is no terminal")
	}
	var out bytes.Buffer
	if code := run(context.Background(), &console{out: &out, err: &out, colour: true}, []string{"broadsheet", "inspect", oil}); code != exitDone || !strings.Contains(out.String(), figureColour+"30 million tons"+noColour) {
		t.Error("no coloured figure on a terminal")
	}
}

func TestInspectJSON(t *testing.T) {
	stdout, _, _ := command(t, "inspect", "--json", oil)
	var got struct {
		Article  map[string]any
		Mentions []map[string]any
		Figures  []map[string]any
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	text := []rune(got.Article["text"].(string))
	if len(got.Figures) == 0 || len(got.Mentions) == 0 {
		t.Fatalf("%d figures, %d mentions", len(got.Figures), len(got.Mentions))
	}
	for _, f := range append(got.Figures, got.Mentions...) {
		if s := string(text[int(f["char_start"].(float64)):int(f["char_end"].(float64))]); s != f["surface"] {
			t.Errorf("surface is %q, the text has %q", f["surface"], s)
		}
	}
}

func TestInspectClean(t *testing.T) {
	stdout, _, _ := command(t, "inspect", "--clean", oil)
	if !strings.Contains(stdout, "header") || !strings.Contains(stdout, "date 2025-05-31") || !strings.Contains(stdout, "characters removed") {
		t.Errorf("got\n%s", stdout)
	}
}

func TestInspectExplain(t *testing.T) {
	stdout, stderr, code := command(t, "inspect", "--explain", oil)
	for _, want := range []string{"Tokayev  person:kassym-jomart-tokayev", "surname of a full name", "30 million tons  30 million ton at ", `"Last year": `, "Tone of the article"} {
		if code != exitDone || !strings.Contains(stdout, want) {
			t.Errorf("code %d, no %q in\n%s%s", code, want, stdout, stderr)
		}
	}
	stdout, _, _ = command(t, "inspect", "--explain", "--json", oil)
	var got struct {
		Mentions, Figures []struct{ Reasons map[string]string }
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	for _, m := range got.Mentions {
		for _, of := range []string{"span", "type", "link", "confidence", "tone"} {
			if m.Reasons[of] == "" {
				t.Errorf("no reason for the %s in %v", of, m.Reasons)
			}
		}
	}
	for _, f := range got.Figures {
		for _, of := range []string{"value", "metric", "period", "speaker"} {
			if f.Reasons[of] == "" {
				t.Errorf("no reason for the %s in %v", of, f.Reasons)
			}
		}
	}
	if len(got.Mentions) == 0 || len(got.Figures) == 0 {
		t.Error("nothing is explained")
	}
}

func TestInspectReject(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.txt")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	stdout, _, code := command(t, "inspect", path)
	if code != exitDone || !strings.Contains(stdout, "empty.txt: rejected") {
		t.Errorf("code %d, %s", code, stdout)
	}
}

// TestUsersEntities adds an entity that the product cannot know, and a row that is wrong.
func TestUsersEntities(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := write("t.txt", "The fund Zorblax Partners bought 5 plants in 2023.")
	good := write("kb.tsv", "entity_id\tname\tcountry\tlatitude\tlongitude\tprominence\taliases\tcues\norganization:zorblax\tZorblax Partners\tNO\t\t\t5\tZorblax\t\n")
	if stdout, stderr, _ := command(t, "inspect", text, "--kb", good); !strings.Contains(stdout, "organization:zorblax ") && !strings.Contains(stdout, "organization:zorblax\n") {
		t.Errorf("not linked:\n%s%s", stdout, stderr)
	}
	bad := write("bad.tsv", "entity_id\tname\tcountry\tlatitude\tlongitude\tprominence\taliases\tcues\nnonsense\n")
	if _, stderr, code := command(t, "inspect", text, "--kb", bad); code == exitDone || !strings.Contains(stderr, "bad.tsv") || !strings.Contains(stderr, "2") {
		t.Errorf("code %d: %s", code, stderr)
	}
}
