package parquetfile

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/xitongsys/parquet-go/parquet"
	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"

	"broadsheet/schemas"
)

// Read returns the rows of a file. A damaged page can yield wrong values without an error, so compare the file's hash
// first where one is known.
func Read[R any](path string, table schemas.Table[R]) ([]R, error) {
	file, err := open(path, table)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows := make([]R, file.Rows())
	for i := range table.Columns {
		c := &table.Columns[i]
		at := 0
		err := file.column(i, c.Type, c.Nullable, func(v schemas.Value) error {
			c.Set(&rows[at], v)
			at++
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read %s: column %s: %w", path, c.Name, err)
		}
	}
	return rows, nil
}

// File is an open Parquet file whose columns can be read one at a time.
type File struct {
	file    *os.File
	reader  *reader.ParquetReader
	columns []schemas.ColumnOutline
}

// Open opens a file and holds its columns against the table's outline.
func Open(path string, table schemas.Outline) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	p := &File{file: f, columns: table.Columns}
	err = guard(func() (err error) {
		p.reader, err = reader.NewParquetColumnReader(sharedFile{f, path}, 1)
		return err
	})
	if err == nil {
		err = p.compareColumns()
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return p, nil
}

func open[R any](path string, table schemas.Table[R]) (*File, error) {
	return Open(path, table.Outline())
}

func (p *File) compareColumns() error {
	paths := p.reader.SchemaHandler.ValueColumns
	if len(paths) != len(p.columns) {
		return fmt.Errorf("%d columns where %d belong", len(paths), len(p.columns))
	}
	for i, c := range p.columns {
		name := p.reader.SchemaHandler.GetExName(int(p.reader.SchemaHandler.MapIndex[paths[i]]))
		if c.Type == schemas.StringList {
			continue // its leaf bears the name of the element
		}
		if name != c.Name {
			return fmt.Errorf("column %d is %q where %q belongs", i, name, c.Name)
		}
	}
	return nil
}

// Rows returns the row count of the footer.
func (p *File) Rows() int64 { return p.reader.GetNumRows() }

// Metadata returns the footer's key-value metadata.
func (p *File) Metadata() map[string]string {
	out := map[string]string{}
	for _, kv := range p.reader.Footer.GetKeyValueMetadata() {
		if kv.Value != nil {
			out[kv.Key] = *kv.Value
		}
	}
	return out
}

// Column calls yield with each cell of the named column, in row order.
func (p *File) Column(name string, yield func(schemas.Value) error) error {
	for i, c := range p.columns {
		if c.Name == name {
			return p.column(i, c.Type, c.Nullable, yield)
		}
	}
	return fmt.Errorf("no column %q", name)
}

// Close closes the file.
func (p *File) Close() error { return p.file.Close() }

// errShort says that a column holds fewer rows than the footer promises.
var errShort = errors.New("fewer rows than the footer says")

func (p *File) column(index int, t schemas.Type, nullable bool, yield func(schemas.Value) error) error {
	return guard(func() error {
		for _, group := range p.reader.Footer.GetRowGroups() {
			if err := p.columnOfGroup(index, group, t, nullable, yield); err != nil {
				return err
			}
		}
		return nil
	})
}

// columnOfGroup reads one row group at a time and never past its end: the library counts a row too many where it is
// asked to go on after the last.
func (p *File) columnOfGroup(index int, group *parquet.RowGroup, t schemas.Type, nullable bool, yield func(schemas.Value) error) error {
	want := group.GetNumRows()
	values, repetition, definition, err := p.reader.ReadColumnByIndex(int64(index), want)
	if err != nil {
		return err
	}
	if t == schemas.StringList {
		return lists(values, repetition, definition, want, yield)
	}
	if int64(len(values)) != want {
		return errShort
	}
	for _, raw := range values {
		if raw == nil && !nullable {
			return errors.New("NULL where none may be")
		}
		v, err := cell(raw, t)
		if err == nil {
			err = yield(v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lists puts the elements of a list column together: a repetition level of 0 begins a row, a definition level of 0 is
// an empty list.
func lists(values []any, repetition, definition []int32, want int64, yield func(schemas.Value) error) error {
	rows := int64(0)
	for i := 0; i < len(values); {
		var list []string
		end := i + 1
		for end < len(values) && repetition[end] > 0 {
			end++
		}
		for j := i; j < end; j++ {
			if definition[j] == 0 {
				continue
			}
			s, ok := values[j].(string)
			if !ok {
				return fmt.Errorf("element of type %T", values[j])
			}
			list = append(list, s)
		}
		if err := yield(schemas.Value{List: list}); err != nil {
			return err
		}
		rows++
		i = end
	}
	if rows != want {
		return errShort
	}
	return nil
}

func cell(raw any, t schemas.Type) (schemas.Value, error) {
	if raw == nil {
		return schemas.Value{Null: true}, nil
	}
	ok := false
	var v schemas.Value
	switch t {
	case schemas.String:
		v.Str, ok = raw.(string)
	case schemas.Bool:
		v.Bool, ok = raw.(bool)
	case schemas.Float64:
		v.Float, ok = raw.(float64)
	case schemas.Int32, schemas.Day:
		var n int32
		n, ok = raw.(int32)
		v.Int = int64(n)
	case schemas.Int64, schemas.Instant:
		v.Int, ok = raw.(int64)
	}
	if !ok {
		return v, fmt.Errorf("%T in a column of type %s", raw, t)
	}
	return v, nil
}

// guard turns a panic of the library, its answer to a damaged page, into an error.
func guard(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged file: %v", p)
		}
	}()
	return call()
}

// sharedFile gives every column a handle of its own on one file, as the library asks.
type sharedFile struct {
	*os.File
	path string
}

func (f sharedFile) Open(string) (source.ParquetFile, error) {
	return struct {
		io.ReadSeeker
		noWrites
	}{io.NewSectionReader(f.File, 0, 1<<62), noWrites{}}, nil
}

func (f sharedFile) Create(string) (source.ParquetFile, error) { return nil, errors.ErrUnsupported }

// noWrites completes source.ParquetFile for a file that is only read.
type noWrites struct{}

func (noWrites) Write([]byte) (int, error)                 { return 0, errors.ErrUnsupported }
func (noWrites) Close() error                              { return nil }
func (noWrites) Open(string) (source.ParquetFile, error)   { return nil, errors.ErrUnsupported }
func (noWrites) Create(string) (source.ParquetFile, error) { return nil, errors.ErrUnsupported }
