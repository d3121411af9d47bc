package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"broadsheet/schemas"
)

// jsonFile reads a file called .json: lines of objects, one object, or one list of objects.
func (s *scan) jsonFile(st stream) bool {
	head, _ := st.r.Peek(32 << 10)
	first, _, whole := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	if bytes.HasPrefix(first, []byte("{")) && (!whole || json.Valid(first)) {
		return s.jsonLines(st)
	}
	limited := &elementReader{r: st.r, most: s.reader.options.MaxDocumentBytes}
	decoder := json.NewDecoder(limited)
	if strings.HasPrefix(string(first), "[") {
		if _, err := decoder.Token(); err != nil {
			return s.fault(st.uri, -1, err)
		}
	}
	for index := int32(0); decoder.More(); index++ {
		limited.left = limited.most
		var value json.RawMessage
		start := decoder.InputOffset()
		if err := decoder.Decode(&value); err != nil {
			return s.jsonFault(st.uri, index, start, err)
		}
		if !s.record(st.uri, index, fmt.Sprintf("byte %d", start), value) {
			return false
		}
	}
	return true
}

func (s *scan) jsonFault(uri string, index int32, start int64, err error) bool {
	place := fmt.Sprintf("byte %d: ", start)
	switch err {
	case errLong:
		return s.reject(uri, index, schemas.ReasonTooLarge, fmt.Sprintf("%sthe value is longer than %d bytes; the rest is not read", place, s.reader.options.MaxDocumentBytes), -1)
	case io.ErrUnexpectedEOF:
		return s.reject(uri, index, schemas.ReasonTruncated, place+"the file ends too early", -1)
	}
	return s.reject(uri, index, schemas.ReasonMalformedRecord, place+jsonError(err).Error()+"; the rest is not read", -1)
}

// elementReader bounds how much is read for one element of a list.
type elementReader struct {
	r          io.Reader
	most, left int64
}

func (e *elementReader) Read(p []byte) (int, error) {
	if e.left < 0 {
		return 0, errLong
	}
	n, err := e.r.Read(p)
	e.left -= int64(n)
	return n, err
}
