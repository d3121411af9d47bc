package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Markdown returns the data dictionary: what SCHEMA.md holds.
func Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# The tables, version %d\n\n", Version)
	b.WriteString(dictionaryIntroduction)
	for _, t := range Outlines() {
		fmt.Fprintf(&b, "\n## %s\n\n%s Sorted by %s.\n\n", t.Name, t.Description, t.Order)
		fmt.Fprintf(&b, "Key: `%s`.", strings.Join(t.Key, "`, `"))
		for _, r := range t.References {
			fmt.Fprintf(&b, " `%s` refers to `%s.%s`.", r.Column, r.Table, r.Target)
		}
		b.WriteString("\n\n| column | type | null | meaning | example |\n| --- | --- | --- | --- | --- |\n")
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", c.Name, cell(c.Type.String()), yesNo(c.Nullable), cell(c.meaning()), cell("`"+c.Example+"`"))
		}
	}
	return b.String()
}

const dictionaryIntroduction = `NULL means unknown or not applicable; no column holds an empty string. Offsets count Unicode code points, half-open:
` + "`text[char_start:char_end] == surface`" + `. Rows with a confidence below 0.5 are hints.
Parquet and CSV hold the same rows. CSV: RFC 4180 quoting, UTF-8, header, ` + "`\\n`" + ` line ends, NULL as an empty field,
booleans true and false, lists as a JSON array, instants in UTC with microseconds.
`

func (c ColumnOutline) meaning() string {
	s := c.Description
	if c.Unit != "" {
		s += " Unit: " + c.Unit + "."
	}
	if c.Values != nil {
		s += " One of: " + strings.Join(c.Values, ", ") + "."
	}
	return s
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// JSON returns the tables as one JSON document.
func JSON() ([]byte, error) {
	type reference struct {
		Column string `json:"column"`
		Table  string `json:"table"`
		Target string `json:"target"`
	}
	type column struct {
		Name        string   `json:"name"`
		Type        string   `json:"type"`
		Nullable    bool     `json:"nullable"`
		Unit        string   `json:"unit,omitempty"`
		Values      []string `json:"values,omitempty"`
		Description string   `json:"description"`
		Example     string   `json:"example"`
	}
	type table struct {
		Name        string      `json:"name"`
		Description string      `json:"description"`
		Key         []string    `json:"key"`
		Order       string      `json:"order"`
		References  []reference `json:"references,omitempty"`
		Columns     []column    `json:"columns"`
	}
	var doc struct {
		Version int     `json:"version"`
		Tables  []table `json:"tables"`
	}
	doc.Version = Version
	for _, o := range Outlines() {
		t := table{Name: o.Name, Description: o.Description, Key: o.Key, Order: o.Order}
		for _, r := range o.References {
			t.References = append(t.References, reference(r))
		}
		for _, c := range o.Columns {
			t.Columns = append(t.Columns, column{c.Name, c.Type.String(), c.Nullable, c.Unit, c.Values, c.Description, c.Example})
		}
		doc.Tables = append(doc.Tables, t)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(doc)
	return b.Bytes(), err
}

// SQL returns DuckDB DDL that makes the tables with their types, keys and comments. References go from table to
// table in both directions and into lists, which DuckDB's foreign keys cannot say; they stand in the comments.
func SQL() string {
	var b strings.Builder
	for _, t := range Outlines() {
		fmt.Fprintf(&b, "CREATE TABLE %s (\n", t.Name)
		for i, c := range t.Columns {
			fmt.Fprintf(&b, "    %s %s", c.Name, c.Type.SQL())
			if !c.Nullable {
				b.WriteString(" NOT NULL")
			}
			if i < len(t.Columns)-1 || t.KeyHolds() {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
		if t.KeyHolds() {
			fmt.Fprintf(&b, "    PRIMARY KEY (%s)\n", strings.Join(t.Key, ", "))
		}
		b.WriteString(");\n")
		fmt.Fprintf(&b, "COMMENT ON TABLE %s IS %s;\n", t.Name, quoteSQL(t.Description))
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "COMMENT ON COLUMN %s.%s IS %s;\n", t.Name, c.Name, quoteSQL(t.comment(c)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (o Outline) comment(c ColumnOutline) string {
	s := c.meaning()
	for _, r := range o.References {
		if r.Column == c.Name {
			s += fmt.Sprintf(" Refers to %s.%s.", r.Table, r.Target)
		}
	}
	return s
}

func quoteSQL(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
