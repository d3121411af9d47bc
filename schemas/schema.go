// Package schemas is the one truth about broadsheet's tables: their columns, types, keys and meaning.
//
// A table is a row struct and a list of columns in the order in which they are written. Column i describes field i of
// the struct. The Arrow schema, the CSV header, the DuckDB DDL, datapackage.json and the data dictionary are all
// derived from these lists; nothing else in the project knows a column's name. The package depends on the standard
// library only, and rows hold plain exported values, so that any engine can carry them.
package schemas

// Version is the version of the tables. It rises when a column is renamed or retyped; columns added at the end of a
// table leave it.
const Version = 1

// Type is the type of a column.
type Type uint8

// The column types. A string that may be NULL is NULL where it is empty: no column ever holds an empty string.
const (
	String     Type = iota + 1
	StringList      // never NULL; an empty list where there is nothing
	Bool
	Int32
	Int64
	Float64
	Day     // calendar day, days since 1970-01-01
	Instant // UTC, microseconds since 1970-01-01T00:00:00Z
)

// Value is one cell in a form that every encoder understands. Int holds Int32, Int64, Day and Instant alike.
type Value struct {
	Null  bool
	Str   string
	List  []string
	Bool  bool
	Int   int64
	Float float64
}

// Column describes one column of a table whose rows are R.
type Column[R any] struct {
	Name        string
	Type        Type
	Nullable    bool
	Unit        string   // unit of the values, where they have one
	Values      []string // the closed list of values, where there is one
	Description string   // one sentence for the data dictionary
	Example     string

	// Dictionary says that few distinct values occur, so that dictionary encoding pays and never overflows.
	Dictionary bool

	// Running says that the values are running text, whose smallest and largest value help no reader.
	Running bool

	Get func(*R) Value
	Set func(*R, Value)
}

// Table describes a table whose rows are R.
type Table[R any] struct {
	Name        string
	Description string
	Key         []string // columns that identify a row
	Order       string   // how rows are sorted, in words
	References  []Reference
	Columns     []Column[R]
}

// Reference says that values of Column, where not NULL, occur in the key column Target of the table Table. A list
// column refers by each of its elements.
type Reference struct {
	Column, Table, Target string
}

// Column constructors: the accessor yields a pointer to the field, from which Get and Set follow.

type field[R any] struct {
	col Column[R]
}

func (f field[R]) of(description, example string) field[R] {
	f.col.Description, f.col.Example = description, example
	return f
}

func (f field[R]) unit(u string) field[R] {
	f.col.Unit = u
	return f
}

func (f field[R]) oneOf(values []string) field[R] {
	f.col.Values, f.col.Dictionary = values, true
	return f
}

func (f field[R]) few() field[R] {
	f.col.Dictionary = true
	return f
}

func (f field[R]) running() field[R] {
	f.col.Running = true
	return f
}

func str[R any](name string, at func(*R) *string) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: String,
		Get: func(r *R) Value { return Value{Str: *at(r)} },
		Set: func(r *R, v Value) { *at(r) = v.Str },
	}}
}

func optStr[R any](name string, at func(*R) *string) field[R] {
	f := str(name, at)
	f.col.Nullable = true
	f.col.Get = func(r *R) Value { s := *at(r); return Value{Str: s, Null: s == ""} }
	return f
}

func list[R any](name string, at func(*R) *[]string) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: StringList,
		Get: func(r *R) Value { return Value{List: *at(r)} },
		Set: func(r *R, v Value) { *at(r) = v.List },
	}}
}

func boolean[R any](name string, at func(*R) *bool) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: Bool,
		Get: func(r *R) Value { return Value{Bool: *at(r)} },
		Set: func(r *R, v Value) { *at(r) = v.Bool },
	}}
}

func float[R any](name string, at func(*R) *float64) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: Float64,
		Get: func(r *R) Value { return Value{Float: *at(r)} },
		Set: func(r *R, v Value) { *at(r) = v.Float },
	}}
}

func optFloat[R any](name string, at func(*R) **float64) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: Float64, Nullable: true,
		Get: func(r *R) Value {
			if p := *at(r); p != nil {
				return Value{Float: *p}
			}
			return Value{Null: true}
		},
		Set: func(r *R, v Value) { *at(r) = optional(v.Null, v.Float) },
	}}
}

type integral interface{ ~int32 | ~int64 }

func whole[R any, N integral](name string, t Type, at func(*R) *N) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: t,
		Get: func(r *R) Value { return Value{Int: int64(*at(r))} },
		Set: func(r *R, v Value) { *at(r) = N(v.Int) },
	}}
}

func optWhole[R any, N integral](name string, t Type, at func(*R) **N) field[R] {
	return field[R]{Column[R]{
		Name: name, Type: t, Nullable: true,
		Get: func(r *R) Value {
			if p := *at(r); p != nil {
				return Value{Int: int64(*p)}
			}
			return Value{Null: true}
		},
		Set: func(r *R, v Value) { *at(r) = optional(v.Null, N(v.Int)) },
	}}
}

func optional[T any](null bool, v T) *T {
	if null {
		return nil
	}
	return &v
}

func columns[R any](fields ...field[R]) []Column[R] {
	out := make([]Column[R], len(fields))
	for i, f := range fields {
		out[i] = f.col
	}
	return out
}
