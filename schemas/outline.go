package schemas

// Outline is what a table looks like to those who never hold its rows: documentation, DDL, checks of files.
type Outline struct {
	Name        string
	Description string
	Key         []string
	Order       string
	References  []Reference
	Columns     []ColumnOutline
}

// ColumnOutline is a Column without its accessors.
type ColumnOutline struct {
	Name        string
	Type        Type
	Nullable    bool
	Unit        string
	Values      []string
	Description string
	Example     string
}

// Outline returns the table without its row type.
func (t Table[R]) Outline() Outline {
	o := Outline{Name: t.Name, Description: t.Description, Key: t.Key, Order: t.Order, References: t.References}
	for _, c := range t.Columns {
		o.Columns = append(o.Columns, ColumnOutline{c.Name, c.Type, c.Nullable, c.Unit, c.Values, c.Description, c.Example})
	}
	return o
}

// Outlines returns every table of a snapshot, in the order in which an analyst meets them.
func Outlines() []Outline {
	return []Outline{Articles.Outline(), Mentions.Outline(), Figures.Outline(), Entities.Outline(), Rejects.Outline()}
}

// Column returns the column called name, and false where there is none.
func (o Outline) Column(name string) (ColumnOutline, bool) {
	for _, c := range o.Columns {
		if c.Name == name {
			return c, true
		}
	}
	return ColumnOutline{}, false
}

// KeyHolds says whether every key column is free of NULLs, so that the key can be declared as a primary key.
func (o Outline) KeyHolds() bool {
	for _, name := range o.Key {
		if c, ok := o.Column(name); !ok || c.Nullable {
			return false
		}
	}
	return true
}

// String returns the type's name as the data dictionary writes it.
func (t Type) String() string { return typeNames[t].text }

// SQL returns the DuckDB type.
func (t Type) SQL() string { return typeNames[t].sql }

var typeNames = [...]struct{ text, sql string }{
	String:     {"string", "VARCHAR"},
	StringList: {"list<string>", "VARCHAR[]"},
	Bool:       {"bool", "BOOLEAN"},
	Int32:      {"int32", "INTEGER"},
	Int64:      {"int64", "BIGINT"},
	Float64:    {"float64", "DOUBLE"},
	Day:        {"date", "DATE"},
	Instant:    {"timestamp[us, UTC]", "TIMESTAMPTZ"},
}
