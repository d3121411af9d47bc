package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/decode"
)

// csv reads a file of rows with named columns, separated as its header is: by comma, semicolon, tab or bar.
func (s *scan) csv(st stream) bool {
	r := &rows{r: st.r, limit: s.reader.options.MaxDocumentBytes, separator: ',', at: st.at}
	head, _ := st.r.Peek(4096)
	header, _, _ := bytes.Cut(head, []byte("\n"))
	for _, c := range []byte{';', '\t', '|'} {
		if bytes.Count(header, []byte{c}) > bytes.Count(header, []byte{r.separator}) {
			r.separator = c
		}
	}
	columns, err := r.next()
	if err != nil && err != io.EOF {
		return s.fault(st.uri, -1, fmt.Errorf("header: %w", err))
	}
	if columns, err = texts(columns); err != nil {
		return s.reject(st.uri, -1, schemas.ReasonInvalidEncoding, "header: "+err.Error(), -1)
	}
	for i := range columns {
		columns[i] = strings.TrimSpace(columns[i])
	}
	if !s.reader.fields.hasText(columns) {
		return s.reject(st.uri, -1, schemas.ReasonNoText, "no column is known to hold the text; the columns are "+strings.Join(columns, ", "), -1)
	}
	for index := int32(0); ; index++ {
		values, err := r.next()
		place := fmt.Sprintf("line %d, byte %d", r.line, r.start)
		switch {
		case err == io.EOF:
			return true
		case errors.Is(err, errLong):
			if !s.reject(st.uri, index, schemas.ReasonTooLarge, fmt.Sprintf("%s: the row is longer than %d bytes", place, r.limit), -1) {
				return false
			}
			continue
		case err != nil:
			return s.fault(st.uri, index, fmt.Errorf("%s: %w", place, err))
		}
		if !s.row(st.uri, index, place, columns, values) {
			return false
		}
	}
}

// row yields one row as a document or a reject.
func (s *scan) row(uri string, index int32, place string, columns, values []string) bool {
	size := int64(0)
	for _, v := range values {
		size += int64(len(v))
	}
	if len(values) > len(columns) {
		return s.reject(uri, index, schemas.ReasonMalformedRecord, fmt.Sprintf("%s: %d fields, but the header has %d", place, len(values), len(columns)), size)
	}
	values, err := texts(values)
	if err != nil {
		return s.reject(uri, index, schemas.ReasonInvalidEncoding, place+": "+err.Error(), size)
	}
	record := map[string]any{}
	for i, v := range values {
		record[columns[i]] = v
	}
	return s.object(uri, index, place, record)
}

// object yields a record of named values as a document or a reject; its source is its canonical JSON.
func (s *scan) object(uri string, index int32, place string, record map[string]any) bool {
	source, err := canonical(record)
	if err != nil {
		return s.reject(uri, index, schemas.ReasonMalformedRecord, place+": "+err.Error(), -1)
	}
	d, reason, err := s.reader.fields.document(func(name string) (any, error) { return record[name], nil })
	if err != nil {
		return s.reject(uri, index, reason, place+": "+err.Error(), int64(len(source)))
	}
	d.SourceURI, d.RecordIndex, d.Source = uri, index, source
	return s.document(d)
}

// canonical returns the JSON of a record: names in order, no spaces, nothing escaped that need not be.
func canonical(record map[string]any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(record); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// hasText tells whether one of the columns holds the text.
func (f fields) hasText(columns []string) bool {
	for _, name := range append(slices.Clone(f["text"]), f["html"]...) {
		if slices.Contains(columns, name) {
			return true
		}
	}
	return false
}

// texts returns values as UTF-8, in the encoding that explains the row as a whole.
func texts(values []string) ([]string, error) {
	row, err := decode.UTF8([]byte(strings.Join(values, "\f")), "")
	if err != nil || len(values) == 0 {
		return nil, err
	}
	return strings.Split(row, "\f"), nil
}

// rows reads RFC 4180 rows in bounded memory. A quote inside an unquoted field is a character.
type rows struct {
	r         *bufio.Reader
	limit     int64
	separator byte
	line      int // where the row that next returned starts
	start     int64
	lines     int // line ends passed
	at        int64
}

// next returns the fields of the next row that is not blank. A row over the limit is passed over up to its first line end
// and gives errLong.
func (r *rows) next() ([]string, error) {
	for {
		fields, err := r.row()
		if err != nil || len(fields) > 1 || len(fields) == 1 && fields[0] != "" {
			return fields, err
		}
	}
}

func (r *rows) row() ([]string, error) {
	r.line, r.start = r.lines+1, r.at
	var fields []string
	var field []byte
	quoted, first, size := false, true, int64(0)
	for {
		c, err := r.r.ReadByte()
		switch {
		case err == io.EOF && quoted:
			return nil, fmt.Errorf("a quoted field is not closed: %w", io.ErrUnexpectedEOF)
		case err == io.EOF && r.at > r.start:
			return append(fields, string(field)), nil
		case err != nil:
			return nil, err
		}
		r.at++
		if c == '\n' {
			r.lines++
		}
		if size++; size > r.limit {
			return nil, r.pass(c)
		}
		switch {
		case quoted && c == '"':
			if next, err := r.r.Peek(1); err == nil && next[0] == '"' {
				_, _ = r.r.Discard(1)
				r.at++
				field = append(field, '"')
			} else {
				quoted = false
			}
		case quoted:
			field = append(field, c)
		case c == '"' && first:
			quoted = true
		case c == r.separator:
			fields, field, first = append(fields, string(field)), field[:0], true
			continue
		case c == '\n':
			return append(fields, strings.TrimSuffix(string(field), "\r")), nil
		case c == 0x0C: // texts joins fields with it
			field = append(field, ' ')
		default:
			field = append(field, c)
		}
		first = false
	}
}

// pass goes on behind the next line end, c being the last byte read.
func (r *rows) pass(c byte) error {
	for c != '\n' {
		var err error
		if c, err = r.r.ReadByte(); err != nil {
			if err == io.EOF {
				break
			}
			return err
		}
		r.at++
	}
	r.lines++
	return errLong
}
