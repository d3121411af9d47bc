package schemas

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite SCHEMA.md")

func TestDataDictionaryIsCurrent(t *testing.T) {
	if *update {
		if err := os.WriteFile("SCHEMA.md", []byte(Markdown()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("SCHEMA.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != Markdown() {
		t.Error("SCHEMA.md is out of date: run go test ./schemas -update")
	}
}

func TestJSONHoldsEveryColumn(t *testing.T) {
	b, err := JSON()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Tables []struct {
			Name    string
			Columns []struct{ Name, Type string }
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	for i, o := range Outlines() {
		if doc.Tables[i].Name != o.Name || len(doc.Tables[i].Columns) != len(o.Columns) {
			t.Fatalf("table %d: got %s with %d columns, want %s with %d", i, doc.Tables[i].Name, len(doc.Tables[i].Columns), o.Name, len(o.Columns))
		}
	}
}

func TestReferencesMeetKeys(t *testing.T) {
	tables := map[string]Outline{}
	for _, o := range Outlines() {
		tables[o.Name] = o
	}
	for _, o := range tables {
		for _, r := range o.References {
			target, ok := tables[r.Table]
			if !ok || len(target.Key) != 1 || target.Key[0] != r.Target {
				t.Errorf("%s.%s refers to %s.%s, which is no key", o.Name, r.Column, r.Table, r.Target)
			}
		}
	}
}

func TestSQLNamesEveryTable(t *testing.T) {
	ddl := SQL()
	for _, want := range []string{"CREATE TABLE articles (", "authors VARCHAR[] NOT NULL", "published_at TIMESTAMPTZ,", "PRIMARY KEY (figure_id)", "byte_count BIGINT\n);"} {
		if !strings.Contains(ddl, want) {
			t.Errorf("DDL lacks %q", want)
		}
	}
}

func TestCheck(t *testing.T) {
	good := EntityRow{EntityID: "location:oslo", EntityName: "Oslo", EntityType: "location"}
	if err := Entities.Check(&good); err != nil {
		t.Fatal(err)
	}
	nan := math.NaN()
	for want, spoil := range map[string]func(*EntityRow){
		"entity_name: empty":        func(r *EntityRow) { r.EntityName = "" },
		"entity_type: \"city\" is":  func(r *EntityRow) { r.EntityType = "city" },
		"entity_name: \"\\xff\" is": func(r *EntityRow) { r.EntityName = "\xff" },
		"latitude: NaN is":          func(r *EntityRow) { r.Latitude = &nan },
	} {
		row := good
		spoil(&row)
		if err := Entities.Check(&row); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	list := ArticleRow{Authors: []string{""}}
	if err := Articles.Check(&list); err == nil {
		t.Error("an empty author passed")
	}
}
