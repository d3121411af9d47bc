package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/decode"
)

// jsonLines reads a file of one JSON object a line.
func (s *scan) jsonLines(st stream) bool {
	l := &lines{r: st.r, limit: s.reader.options.MaxDocumentBytes, end: st.at}
	for index := int32(0); ; {
		line, err := l.next()
		place := fmt.Sprintf("line %d, byte %d", l.number, l.start)
		switch {
		case err == io.EOF:
			return true
		case err == errLong:
			message := fmt.Sprintf("%s: the line is %d bytes long, more than %d", place, l.end-l.start, l.limit)
			if !s.reject(st.uri, index, schemas.ReasonTooLarge, message, l.end-l.start) {
				return false
			}
			index++
			continue
		case err != nil:
			return s.fault(st.uri, index, fmt.Errorf("%s: %w", place, err))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if !s.record(st.uri, index, place, line) {
			return false
		}
		index++
	}
}

// record yields a JSON object as a document or a reject.
func (s *scan) record(uri string, index int32, place string, line []byte) bool {
	document, reason, err := s.reader.fields.fromJSON(line)
	if err != nil {
		return s.reject(uri, index, reason, place+": "+err.Error(), int64(len(line)))
	}
	document.SourceURI, document.RecordIndex = uri, index
	return s.document(document)
}

// fromJSON makes a document of a JSON object, or gives the reason why not.
func (f fields) fromJSON(line []byte) (schemas.Document, string, error) {
	source := bytes.Clone(line)
	text, err := decode.UTF8(line, "")
	if err != nil {
		return schemas.Document{}, schemas.ReasonInvalidEncoding, err
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &object); err != nil {
		return schemas.Document{}, schemas.ReasonMalformedRecord, jsonError(err)
	}
	if object == nil {
		return schemas.Document{}, schemas.ReasonMalformedRecord, errors.New("null is no JSON object")
	}
	d, reason, err := f.document(func(name string) (any, error) {
		raw, ok := object[name]
		if !ok {
			return nil, nil
		}
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.UseNumber()
		var v any
		err := decoder.Decode(&v)
		return v, err
	})
	d.Source = source
	return d, reason, err
}

// jsonError says what is wrong in words that do not depend on Go's types.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		return fmt.Errorf("%s is no JSON object", article(wrong.Value))
	case errors.As(err, &syntax):
		return fmt.Errorf("malformed JSON behind %d bytes: %s", syntax.Offset, strings.TrimPrefix(syntax.Error(), "json: "))
	}
	return err
}

// article puts "a" or "an" before a word.
func article(word string) string {
	if word != "" && strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}
