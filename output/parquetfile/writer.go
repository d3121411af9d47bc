// Package parquetfile writes the rows of any table as Parquet and reads them back.
//
// The same rows give the same bytes on every machine, whoever hands them over in whatever portions: record batches and
// row groups close at lengths that depend on the rows alone, the name of the writing program is fixed, and only
// columns of few distinct values are dictionary encoded, since a column that falls back from dictionary to plain
// encoding part way leaves a footer whose order changes from run to run. Reading uses another library than writing, so
// that a file which reads back is a file that others can read.
//
// A Writer serves one goroutine.
package parquetfile

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"broadsheet/schemas"
)

// Lengths at which batches and row groups close. They are part of what makes the bytes: changing one changes every
// file. The byte limits keep a run over long texts within memory.
const (
	batchRows     = 1024
	batchBytes    = 4 << 20
	rowGroupRows  = 64 * batchRows
	rowGroupBytes = 64 << 20
)

// Writer writes rows of one table. Close it exactly once.
type Writer[R any] struct {
	table   schemas.Table[R]
	out     *firstError
	file    *pqarrow.FileWriter
	builder *array.RecordBuilder
	appends []func(schemas.Value) int

	batched, grouped           int // rows in the open batch, rows in the open row group
	batchedBytes, groupedBytes int
	rows                       int64
}

// NewWriter begins a file on w. Engine names the version of the program that makes the rows; it goes into the footer.
func NewWriter[R any](w io.Writer, table schemas.Table[R], engine string) (*Writer[R], error) {
	schema := arrowSchema(table, engine)
	out := &firstError{w: w}
	// The library may panic where a write fails, so every call goes through guard.
	var file *pqarrow.FileWriter
	err := out.guard(func() (err error) {
		file, err = pqarrow.NewFileWriter(schema, out, properties(table), pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("begin %s: %w", table.Name, err)
	}
	pw := &Writer[R]{table: table, out: out, file: file, builder: array.NewRecordBuilder(memory.DefaultAllocator, schema)}
	for i, c := range table.Columns {
		pw.appends = append(pw.appends, appender(pw.builder.Field(i), c.Type))
	}
	return pw, nil
}

// Write adds a row.
func (w *Writer[R]) Write(row *R) error {
	for i := range w.table.Columns {
		w.batchedBytes += w.appends[i](w.table.Columns[i].Get(row))
	}
	w.batched++
	w.rows++
	if w.batched >= batchRows || w.batchedBytes >= batchBytes {
		return w.flush()
	}
	return nil
}

// flush hands the open batch to the row group, and closes the row group where it is long enough.
func (w *Writer[R]) flush() error {
	if w.batched == 0 {
		return nil
	}
	record := w.builder.NewRecord()
	defer record.Release()
	err := w.out.guard(func() error {
		if w.grouped >= rowGroupRows || w.groupedBytes >= rowGroupBytes {
			w.file.NewBufferedRowGroup()
			w.grouped, w.groupedBytes = 0, 0
		}
		return w.file.WriteBuffered(record)
	})
	w.grouped += w.batched
	w.groupedBytes += w.batchedBytes
	w.batched, w.batchedBytes = 0, 0
	if err != nil {
		return fmt.Errorf("write %s: %w", w.table.Name, err)
	}
	return nil
}

// Rows returns how many rows were written.
func (w *Writer[R]) Rows() int64 { return w.rows }

// Close writes the footer. It does not close the underlying writer.
func (w *Writer[R]) Close() error {
	defer w.builder.Release()
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.out.guard(w.file.Close); err != nil {
		return fmt.Errorf("close %s: %w", w.table.Name, err)
	}
	return nil
}

// firstError remembers the first error of a writer, since the Parquet library drops some: one on closing a row group
// is lost, and a full disk may show as a panic.
type firstError struct {
	w   io.Writer
	err error
}

func (f *firstError) Write(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.w.Write(p)
	if err == nil && n < len(p) {
		err = io.ErrShortWrite
	}
	f.err = err
	return n, err
}

func (f *firstError) guard(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("parquet library: %v", p)
		}
		if f.err != nil {
			err = f.err
		}
	}()
	return call()
}

func properties[R any](table schemas.Table[R]) *parquet.WriterProperties {
	options := []parquet.WriterProperty{
		parquet.WithCreatedBy("broadsheet"),
		parquet.WithVersion(parquet.V2_LATEST),
		parquet.WithDataPageVersion(parquet.DataPageV1),
		parquet.WithCompression(compress.Codecs.Zstd),
		parquet.WithBatchSize(batchRows),
		parquet.WithMaxRowGroupLength(rowGroupRows + batchRows),
		parquet.WithDictionaryDefault(false),
		// No dictionary may overflow: see the package comment.
		parquet.WithDictionaryPageSizeLimit(1 << 30),
	}
	for _, c := range table.Columns {
		if c.Dictionary {
			options = append(options, parquet.WithDictionaryFor(c.Name, true))
		}
		if c.Running {
			options = append(options, parquet.WithStatsFor(c.Name, false))
		}
	}
	return parquet.NewWriterProperties(options...)
}

// The keys of the footer's metadata.
const (
	metaTable         = "broadsheet.table"
	metaDescription   = "broadsheet.description"
	metaColumns       = "broadsheet.columns"
	metaSchemaVersion = "broadsheet.schema_version"
	metaEngine        = "broadsheet.engine"
)

func arrowSchema[R any](table schemas.Table[R], engine string) *arrow.Schema {
	fields := make([]arrow.Field, len(table.Columns))
	descriptions := make(map[string]string, len(table.Columns))
	for i, c := range table.Columns {
		fields[i] = arrow.Field{
			Name: c.Name, Type: arrowTypes[c.Type], Nullable: c.Nullable,
			Metadata: arrow.NewMetadata([]string{"description"}, []string{c.Description}),
		}
		descriptions[c.Name] = c.Description
	}
	columns, err := json.Marshal(descriptions) // in order of name
	if err != nil {
		panic(err)
	}
	meta := arrow.NewMetadata(
		[]string{metaTable, metaDescription, metaColumns, metaSchemaVersion, metaEngine},
		[]string{table.Name, table.Description, string(columns), strconv.Itoa(schemas.Version), engine},
	)
	return arrow.NewSchema(fields, &meta)
}

var arrowTypes = map[schemas.Type]arrow.DataType{
	schemas.String:     arrow.BinaryTypes.String,
	schemas.StringList: arrow.ListOfNonNullable(arrow.BinaryTypes.String),
	schemas.Bool:       arrow.FixedWidthTypes.Boolean,
	schemas.Int32:      arrow.PrimitiveTypes.Int32,
	schemas.Int64:      arrow.PrimitiveTypes.Int64,
	schemas.Float64:    arrow.PrimitiveTypes.Float64,
	schemas.Day:        arrow.FixedWidthTypes.Date32,
	schemas.Instant:    &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"},
}

// appender returns the function that adds one cell to a column and says how many bytes it takes, roughly.
func appender(b array.Builder, t schemas.Type) func(schemas.Value) int {
	set := setter(b, t)
	return func(v schemas.Value) int {
		if v.Null {
			b.AppendNull()
			return 1
		}
		return set(v)
	}
}

func setter(b array.Builder, t schemas.Type) func(schemas.Value) int {
	switch t {
	case schemas.String:
		c := b.(*array.StringBuilder)
		return func(v schemas.Value) int { c.Append(v.Str); return 4 + len(v.Str) }
	case schemas.StringList:
		c := b.(*array.ListBuilder)
		elements := c.ValueBuilder().(*array.StringBuilder)
		return func(v schemas.Value) int {
			c.Append(true)
			n := 4
			for _, s := range v.List {
				elements.Append(s)
				n += 4 + len(s)
			}
			return n
		}
	case schemas.Bool:
		c := b.(*array.BooleanBuilder)
		return func(v schemas.Value) int { c.Append(v.Bool); return 1 }
	case schemas.Int32:
		c := b.(*array.Int32Builder)
		return func(v schemas.Value) int { c.Append(int32(v.Int)); return 4 }
	case schemas.Int64:
		c := b.(*array.Int64Builder)
		return func(v schemas.Value) int { c.Append(v.Int); return 8 }
	case schemas.Float64:
		c := b.(*array.Float64Builder)
		return func(v schemas.Value) int { c.Append(v.Float); return 8 }
	case schemas.Day:
		c := b.(*array.Date32Builder)
		return func(v schemas.Value) int { c.Append(arrow.Date32(v.Int)); return 4 }
	case schemas.Instant:
		c := b.(*array.TimestampBuilder)
		return func(v schemas.Value) int { c.Append(arrow.Timestamp(v.Int)); return 8 }
	}
	panic(fmt.Sprintf("column of unknown type %d", t))
}
