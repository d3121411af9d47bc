package source

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"broadsheet/schemas"
)

// parquetBatch is how many rows are held at once.
const parquetBatch = 64

// parquet reads the rows of a Parquet file. The library panics on some damaged pages; where it gives up, the rest of the
// file becomes one reject.
func (s *scan) parquet(st stream) bool {
	data, size, done, err := s.randomAccess(st)
	if err != nil {
		return s.fault(st.uri, -1, err)
	}
	defer done()
	var r *file.Reader
	if err := guard(func() (err error) {
		r, err = file.NewParquetReader(io.NewSectionReader(data, 0, size), file.WithReadProps(parquet.NewReaderProperties(memory.DefaultAllocator)))
		return err
	}); err != nil {
		return s.reject(st.uri, -1, schemas.ReasonTruncated, "the Parquet file is cut short or damaged: "+err.Error(), size)
	}
	defer r.Close()
	for g := range r.NumRowGroups() {
		if n := r.MetaData().RowGroup(g).TotalByteSize(); n > maxRatio*size+maxAllowance*s.reader.options.MaxDocumentBytes {
			return s.reject(st.uri, -1, schemas.ReasonTooLarge, fmt.Sprintf("row group %d expands to %d bytes", g, n), size)
		}
	}
	index, goOn := int32(0), true
	err = guard(func() error {
		index, goOn, err = s.parquetRows(st.uri, r)
		return err
	})
	if err != nil && goOn {
		return s.reject(st.uri, index, schemas.ReasonUnreadable, fmt.Sprintf("row %d: %v; the rest of the file is not read", index, err), -1)
	}
	return goOn
}

// guard turns a panic into an error.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged data: %v", p)
		}
	}()
	return f()
}

// parquetRows yields the rows; index is the first one that it did not yield.
func (s *scan) parquetRows(uri string, r *file.Reader) (index int32, goOn bool, err error) {
	frame, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{BatchSize: parquetBatch}, memory.DefaultAllocator)
	if err != nil {
		return 0, true, err
	}
	schema, err := frame.Schema()
	if err != nil {
		return 0, true, err
	}
	var columns []string
	for _, field := range schema.Fields() {
		columns = append(columns, field.Name)
	}
	if !s.reader.fields.hasText(columns) {
		return 0, s.reject(uri, -1, schemas.ReasonNoText, fmt.Sprintf("no column is known to hold the text; the columns are %v", columns), -1), nil
	}
	records, err := frame.GetRecordReader(context.Background(), nil, nil)
	if err != nil {
		return 0, true, err
	}
	defer records.Release()
	for records.Next() {
		batch := records.Record()
		for row := range int(batch.NumRows()) {
			values := map[string]any{}
			for c, name := range columns {
				if v := cell(batch.Column(c), row); v != nil {
					values[name] = v
				}
			}
			if !s.object(uri, index, fmt.Sprintf("row %d", index), values) {
				return index, false, nil
			}
			index++
		}
	}
	if err := records.Err(); err != nil && err != io.EOF {
		return index, true, err
	}
	if n := r.NumRows(); int64(index) != n {
		return index, true, fmt.Errorf("%d rows are left of %d", index, n)
	}
	return index, true, nil
}

// cell returns a value as encoding/json gives it, nil for NULL and for types that no field of a record has.
func cell(column arrow.Array, row int) any {
	if column.IsNull(row) {
		return nil
	}
	switch a := column.(type) {
	case *array.String:
		return a.Value(row)
	case *array.LargeString:
		return a.Value(row)
	case *array.Binary:
		return string(a.Value(row))
	case *array.LargeBinary:
		return string(a.Value(row))
	case *array.Int32:
		return json.Number(strconv.Itoa(int(a.Value(row))))
	case *array.Int64:
		return json.Number(strconv.FormatInt(a.Value(row), 10))
	case *array.Boolean:
		return a.Value(row)
	case *array.Date32:
		return a.Value(row).ToTime().Format(time.DateOnly)
	case *array.Timestamp:
		return timestamp(a, row)
	case *array.Dictionary:
		return cell(a.Dictionary(), a.GetValueIndex(row))
	case *array.List:
		start, end := a.ValueOffsets(row)
		list := []any{}
		for i := int(start); i < int(end); i++ {
			if v := cell(a.ListValues(), i); v != nil {
				list = append(list, v)
			}
		}
		return list
	}
	return nil
}

// timestamp returns an instant, or a time of day without a zone where the column has none.
func timestamp(a *array.Timestamp, row int) any {
	kind, ok := a.DataType().(*arrow.TimestampType)
	if !ok {
		return nil
	}
	t := a.Value(row).ToTime(kind.Unit).UTC()
	if kind.TimeZone == "" {
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.RFC3339Nano)
}
