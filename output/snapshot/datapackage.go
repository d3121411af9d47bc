package snapshot

import (
	"fmt"
	"strings"

	"broadsheet/schemas"
)

// The parts of a Frictionless Data Package, version 2, that a snapshot uses.
type (
	packageDescriptor struct {
		Schema      string               `json:"$schema"`
		Name        string               `json:"name"`
		Title       string               `json:"title"`
		Description string               `json:"description"`
		Version     string               `json:"version"`
		Resources   []resourceDescriptor `json:"resources"`
	}
	resourceDescriptor struct {
		Name        string          `json:"name"`
		Type        string          `json:"type"`
		Description string          `json:"description"`
		Path        string          `json:"path"`
		Format      string          `json:"format"`
		MediaType   string          `json:"mediatype"`
		Encoding    string          `json:"encoding,omitempty"`
		Bytes       int64           `json:"bytes"`
		Hash        string          `json:"hash"`
		Rows        int64           `json:"rows"`
		Dialect     *dialect        `json:"dialect,omitempty"`
		Schema      tableDescriptor `json:"schema"`
	}
	dialect struct {
		Delimiter      string `json:"delimiter"`
		LineTerminator string `json:"lineTerminator"`
		QuoteChar      string `json:"quoteChar"`
		DoubleQuote    bool   `json:"doubleQuote"`
		Header         bool   `json:"header"`
	}
	tableDescriptor struct {
		Fields        []fieldDescriptor `json:"fields"`
		MissingValues []string          `json:"missingValues"`
		PrimaryKey    []string          `json:"primaryKey,omitempty"`
		ForeignKeys   []foreignKey      `json:"foreignKeys,omitempty"`
	}
	fieldDescriptor struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Format      string       `json:"format,omitempty"`
		ItemType    string       `json:"itemType,omitempty"`
		Description string       `json:"description"`
		Example     string       `json:"example"`
		Unit        string       `json:"unit,omitempty"`
		TrueValues  []string     `json:"trueValues,omitempty"`
		FalseValues []string     `json:"falseValues,omitempty"`
		Constraints *constraints `json:"constraints,omitempty"`
	}
	constraints struct {
		Required bool     `json:"required,omitempty"`
		Unique   bool     `json:"unique,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource,omitempty"` // absent where a table refers to itself
		Fields   []string `json:"fields"`
	}
)

// dataPackage describes every table twice, as CSV under its own name and as Parquet. A list of references has no
// foreign key: the standard knows none from the elements of a field.
func dataPackage(files map[string]Entry, counts map[string]int64) ([]byte, error) {
	p := packageDescriptor{
		Schema:      "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:        "broadsheet-snapshot",
		Title:       "News documents as tables",
		Description: "Articles, the names and numbers in them, and the inputs that were rejected.",
		Version:     fmt.Sprintf("%d.0.0", schemas.Version),
	}
	for _, table := range schemas.Outlines() {
		for _, format := range []string{"csv", "parquet"} {
			f, ok := files[table.Name+"."+format]
			if !ok {
				return nil, fmt.Errorf("the table %s was not written", table.Name)
			}
			p.Resources = append(p.Resources, describe(table, format, f, counts[table.Name]))
		}
	}
	return marshal(p)
}

func describe(table schemas.Outline, format string, f Entry, rows int64) resourceDescriptor {
	r := resourceDescriptor{
		Name: table.Name, Type: "table", Description: table.Description + " Sorted by " + table.Order + ".",
		Path: f.Path, Format: format, Bytes: f.Bytes, Hash: "sha256:" + f.SHA256, Rows: rows,
	}
	suffix := ""
	if format == "csv" {
		r.MediaType, r.Encoding = "text/csv", "utf-8"
		r.Dialect = &dialect{Delimiter: ",", LineTerminator: "\n", QuoteChar: `"`, DoubleQuote: true, Header: true}
	} else {
		r.MediaType, suffix = "application/vnd.apache.parquet", "-parquet"
	}
	r.Name += suffix
	r.Schema.MissingValues = []string{""}
	if table.KeyHolds() {
		r.Schema.PrimaryKey = table.Key
	}
	for _, c := range table.Columns {
		r.Schema.Fields = append(r.Schema.Fields, describeField(c))
	}
	for _, ref := range table.References {
		if c, _ := table.Column(ref.Column); c.Type == schemas.StringList {
			continue
		}
		key := foreignKey{Fields: []string{ref.Column}, Reference: reference{Fields: []string{ref.Target}}}
		if ref.Table != table.Name {
			key.Reference.Resource = ref.Table + suffix
		}
		r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, key)
	}
	return r
}

func describeField(c schemas.ColumnOutline) fieldDescriptor {
	f := fieldDescriptor{Name: c.Name, Description: c.Description, Example: c.Example, Unit: c.Unit}
	switch c.Type {
	case schemas.String:
		f.Type = "string"
	case schemas.StringList:
		f.Type = "array"
	case schemas.Bool:
		f.Type, f.TrueValues, f.FalseValues = "boolean", []string{"true"}, []string{"false"}
	case schemas.Int32, schemas.Int64:
		f.Type = "integer"
	case schemas.Float64:
		f.Type = "number"
	case schemas.Day:
		f.Type = "date"
	case schemas.Instant:
		f.Type, f.Format = "datetime", "%Y-%m-%dT%H:%M:%S.%fZ"
	}
	if !c.Nullable || c.Values != nil {
		f.Constraints = &constraints{Required: !c.Nullable, Enum: c.Values}
	}
	return f
}

// loadSQL returns a DuckDB script that runs inside the snapshot's folder: views over the Parquet files under the
// tables' names, and views over the CSV files with every type given, since a guess from the first rows makes
// numbers of ids that happen to be digits.
func loadSQL() string {
	var b strings.Builder
	b.WriteString("-- Run inside the snapshot's folder: duckdb -init load.sql, or .read load.sql\n\n")
	for _, t := range schemas.Outlines() {
		fmt.Fprintf(&b, "CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet('%s.parquet');\n", t.Name, t.Name)
	}
	b.WriteString("\n-- The same tables from CSV.\n")
	for _, t := range schemas.Outlines() {
		var lists []string
		fmt.Fprintf(&b, "CREATE OR REPLACE VIEW %s_csv AS SELECT *", t.Name)
		for _, c := range t.Columns {
			if c.Type == schemas.StringList {
				lists = append(lists, fmt.Sprintf(`from_json(%s, '["VARCHAR"]') AS %s`, c.Name, c.Name))
			}
		}
		if lists != nil {
			fmt.Fprintf(&b, " REPLACE (%s)", strings.Join(lists, ", "))
		}
		fmt.Fprintf(&b, " FROM read_csv('%s.csv', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\n', nullstr = '', max_line_size = 268435456, parallel = false, columns = {\n", t.Name)
		for i, c := range t.Columns {
			sql := c.Type.SQL()
			if c.Type == schemas.StringList {
				sql = "VARCHAR"
			}
			comma := ","
			if i == len(t.Columns)-1 {
				comma = ""
			}
			fmt.Fprintf(&b, "    '%s': '%s'%s\n", c.Name, sql, comma)
		}
		b.WriteString("});\n")
	}
	return b.String()
}
