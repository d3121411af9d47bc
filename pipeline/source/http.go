package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
)

// response is an HTTP response as a WARC record holds it.
type response struct {
	status      int
	contentType string
	body        []byte // without transfer and content encodings
}

// parseHTTP reads a response. Crawlers often decode the body and leave the headers as they were: what a header promises
// and the body does not keep is passed over.
func parseHTTP(block []byte, limit int64) (response, error) {
	head, body, found := bytes.Cut(block, []byte("\r\n\r\n"))
	if !found {
		if head, body, found = bytes.Cut(block, []byte("\n\n")); !found {
			return response{}, errors.New("the HTTP header has no end")
		}
	}
	if len(head) > maxWARCHeader {
		return response{}, fmt.Errorf("the HTTP header is longer than %d bytes", maxWARCHeader)
	}
	lines := strings.Split(string(head), "\n")
	protocol, rest, _ := strings.Cut(lines[0], " ")
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	status, err := strconv.Atoi(code)
	if err != nil || !strings.HasPrefix(protocol, "HTTP/") {
		return response{}, errors.New("no HTTP response")
	}
	r := response{status: status, body: body}
	var transfer, encoding string
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "content-type":
			r.contentType = value
		case "transfer-encoding":
			transfer = strings.ToLower(value)
		case "content-encoding":
			encoding = strings.ToLower(value)
		}
	}
	if strings.Contains(transfer, "chunked") {
		if whole, ok := dechunk(body); ok {
			r.body = whole
		}
	}
	r.body, err = decodeContent(r.body, encoding, limit)
	return r, err
}

// dechunk joins the chunks of a body; false where it is not made of chunks.
func dechunk(body []byte) ([]byte, bool) {
	var out []byte
	for {
		line, rest, found := bytes.Cut(body, []byte("\n"))
		size, _, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 64)])), ";")
		n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 31)
		switch {
		case !found || err != nil || n > uint64(len(rest)):
			return nil, false
		case n == 0:
			return out, true
		}
		out = append(out, rest[:n]...)
		body = bytes.TrimPrefix(bytes.TrimPrefix(rest[n:], []byte("\r")), []byte("\n"))
	}
}

// decodeContent undoes a content encoding.
func decodeContent(body []byte, encoding string, limit int64) ([]byte, error) {
	var r io.Reader
	var err error
	switch encoding {
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		r = brotli.NewReader(bytes.NewReader(body))
	default:
		return body, nil
	}
	if err != nil {
		return body, nil
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(out)) > limit:
		return nil, fmt.Errorf("the content expands to more than %d bytes", limit)
	case err != nil && len(out) == 0:
		return body, nil
	case err != nil:
		return nil, fmt.Errorf("content encoding %s: %w", encoding, err)
	}
	return out, nil
}
