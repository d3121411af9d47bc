package snapshot

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"broadsheet/schemas"
)

func TestPublish(t *testing.T) {
	out := filepath.Join(t.TempDir(), "made", "here")
	s := newSample(40).publish(t, out)
	want := []string{
		"SCHEMA.md", "SHA256SUMS", "articles.csv", "articles.parquet", "datapackage.json", "entities.csv", "entities.parquet", "figures.csv",
		"figures.parquet", "load.sql", "manifest.json", "mentions.csv", "mentions.parquet", "rejects.csv", "rejects.parquet",
	}
	if got := names(t, s.Path); !slices.Equal(got, want) {
		t.Errorf("the snapshot holds %v", got)
	}
	if err := VerifySums(filepath.Join(out, "latest")); err != nil {
		t.Error(err)
	}
	if got := names(t, out); !slices.Equal(got, []string{s.Name, "latest"}) {
		t.Errorf("the output folder holds %v", got)
	}
	var m Manifest
	read(t, filepath.Join(s.Path, "manifest.json"), &m)
	if m.Rows["articles"] != 40 || m.SchemaVersion != schemas.Version || len(m.Files) != 13 {
		t.Errorf("manifest: %+v", m)
	}
	if err := Check(s.Path, m); err != nil {
		t.Error(err)
	}
}

func read(t *testing.T, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

func TestDataPackage(t *testing.T) {
	s := newSample(9).publish(t, t.TempDir())
	var p packageDescriptor
	read(t, filepath.Join(s.Path, "datapackage.json"), &p)
	resources := map[string]resourceDescriptor{}
	for _, r := range p.Resources {
		resources[r.Name] = r
	}
	for name, r := range resources {
		for _, k := range r.Schema.ForeignKeys {
			target := resources[k.Reference.Resource]
			if k.Reference.Resource == "" {
				target = r
			}
			if target.Format != r.Format || !slices.Equal(target.Schema.PrimaryKey, k.Reference.Fields) {
				t.Errorf("%s: foreign key %v meets no primary key", name, k)
			}
		}
	}
	if len(resources) != 10 || resources["rejects"].Schema.PrimaryKey != nil {
		t.Errorf("%d resources, key of rejects %v", len(resources), resources["rejects"].Schema.PrimaryKey)
	}
}

// TestCheckNotices publishes tables that contradict one another.
func TestCheckNotices(t *testing.T) {
	for want, spoil := range map[string]func(*sample){
		"occurs twice":                   func(s *sample) { s.articles[1].ArticleID = s.articles[0].ArticleID },
		"duplicate_group_id nowhere":     func(s *sample) { s.articles[1].DuplicateGroupID = "nowhere" },
		"is no article":                  func(s *sample) { s.mentions[0].ArticleID = "nowhere" },
		"mentions: row 1: mention_id is": func(s *sample) { s.mentions[1].MentionID = s.mentions[0].MentionID },
		"out of order":                   func(s *sample) { s.figures[0], s.figures[1] = s.figures[1], s.figures[0] },
		"counts":                         func(s *sample) { s.mentions = s.mentions[1:] },
		"follows":                        func(s *sample) { s.entities[0], s.entities[1] = s.entities[1], s.entities[0] },
		"has mention_count":              func(s *sample) { s.entities[3].MentionCount++ },
		"rows name 20 entities":          func(s *sample) { s.entities = s.entities[:19] },
		"rejects make":                   func(s *sample) { s.rejects = s.rejects[1:] },
		"empty string":                   func(s *sample) { s.articles[5].Text = "" },
	} {
		out := t.TempDir()
		s := newSample(40)
		m := s.manifest()
		spoil(s)
		d, err := Begin(OS{}, out, "broadsheet test")
		if err != nil {
			t.Fatal(err)
		}
		_, err = AddTable(d, schemas.Articles, each(s.articles))
		if err == nil {
			add(t, d, schemas.Mentions, s.mentions)
			add(t, d, schemas.Figures, s.figures)
			add(t, d, schemas.Entities, s.entities)
			add(t, d, schemas.Rejects, s.rejects)
			_, err = d.Publish(m)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", want, err)
		}
		if err := d.Discard(); err != nil {
			t.Fatal(err)
		}
		if got := names(t, out); len(got) != 0 {
			t.Errorf("%s: left %v", want, got)
		}
	}
}

func TestMissingTable(t *testing.T) {
	d, err := Begin(OS{}, t.TempDir(), "broadsheet test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Publish(Manifest{}); err == nil || !strings.Contains(err.Error(), "articles was not written") {
		t.Errorf("got %v", err)
	}
}

func TestVerifySums(t *testing.T) {
	s := newSample(5).publish(t, t.TempDir())
	if err := os.WriteFile(filepath.Join(s.Path, "load.sql"), []byte("--"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := VerifySums(s.Path); err == nil || !strings.Contains(err.Error(), "load.sql") {
		t.Errorf("got %v", err)
	}
}

// TestConsumers has DuckDB, pandas and polars read the sample. BROADSHEET_PYTHON is a Python that has them; without one
// the test is skipped, unless BROADSHEET_REQUIRE names consumers.
func TestConsumers(t *testing.T) {
	python := os.Getenv("BROADSHEET_PYTHON")
	if python == "" {
		if strings.Contains(os.Getenv("BROADSHEET_REQUIRE"), "consumers") {
			t.Fatal("BROADSHEET_PYTHON is not set: run make test-consumers")
		}
		t.Skip("BROADSHEET_PYTHON is not set")
	}
	for _, n := range []int{0, 400} {
		s := newSample(n).publish(t, t.TempDir())
		out, err := exec.Command(python, filepath.Join("consumers", "check.py"), s.Path).CombinedOutput()
		if err != nil {
			t.Errorf("%d articles: %v\n%s", n, err, out)
		}
	}
}
