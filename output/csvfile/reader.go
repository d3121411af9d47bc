package csvfile

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"broadsheet/schemas"
)

// Read returns the rows of a file that Writer wrote. It reads that form alone: encoding/csv would turn "\r\n" within
// quotes into "\n".
func Read[R any](r io.Reader, table schemas.Table[R]) ([]R, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	header, err := record(in)
	if err != nil {
		return nil, fmt.Errorf("%s: header: %w", table.Name, err)
	}
	if len(header) != len(table.Columns) {
		return nil, fmt.Errorf("%s: %d columns where %d belong", table.Name, len(header), len(table.Columns))
	}
	for i, c := range table.Columns {
		if header[i] != c.Name {
			return nil, fmt.Errorf("%s: column %d is %q where %q belongs", table.Name, i, header[i], c.Name)
		}
	}
	var rows []R
	for {
		fields, err := record(in)
		if err == io.EOF {
			return rows, nil
		}
		if err == nil && len(fields) != len(table.Columns) {
			err = fmt.Errorf("%d fields", len(fields))
		}
		if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", table.Name, len(rows), err)
		}
		var row R
		for i, c := range table.Columns {
			v, err := parse(fields[i], c.Type, c.Nullable)
			if err != nil {
				return nil, fmt.Errorf("%s: row %d: %s: %w", table.Name, len(rows), c.Name, err)
			}
			c.Set(&row, v)
		}
		rows = append(rows, row)
	}
}

// record reads one line of fields, quoted line ends included. It returns io.EOF where the file is at its end.
func record(in *bufio.Reader) ([]string, error) {
	var fields []string
	var field []byte
	quoted := false
	for n := 0; ; n++ {
		c, err := in.ReadByte()
		if err == io.EOF && n > 0 {
			return nil, io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		switch {
		case quoted && c == '"':
			if next, _ := in.Peek(1); len(next) == 1 && next[0] == '"' {
				_, _ = in.Discard(1)
				field = append(field, '"')
			} else {
				quoted = false
			}
		case quoted:
			field = append(field, c)
		case c == '"':
			quoted = true
		case c == ',':
			fields = append(fields, string(field))
			field = field[:0]
		case c == '\n':
			return append(fields, string(field)), nil
		default:
			field = append(field, c)
		}
	}
}

func parse(s string, t schemas.Type, nullable bool) (v schemas.Value, err error) {
	if s == "" {
		if !nullable {
			return v, errors.New("NULL where none may be")
		}
		return schemas.Value{Null: true}, nil
	}
	switch t {
	case schemas.String:
		v.Str = s
	case schemas.StringList:
		err = json.Unmarshal([]byte(s), &v.List)
		if len(v.List) == 0 {
			v.List = nil
		}
	case schemas.Bool:
		v.Bool, err = strconv.ParseBool(s)
	case schemas.Float64:
		v.Float, err = strconv.ParseFloat(s, 64)
	case schemas.Day:
		var d schemas.Date
		d, err = schemas.ParseDate(s)
		v.Int = int64(d)
	case schemas.Instant:
		var at time.Time
		at, err = time.Parse(time.RFC3339Nano, s)
		v.Int = int64(schemas.TimeOf(at))
	case schemas.Int32:
		v.Int, err = strconv.ParseInt(s, 10, 32)
	case schemas.Int64:
		v.Int, err = strconv.ParseInt(s, 10, 64)
	}
	return v, err
}
