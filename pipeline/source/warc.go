package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"broadsheet/schemas"
)

// maxWARCHeader bounds the header of a WARC record, and that of the HTTP response in it.
const maxWARCHeader = 64 << 10

// errWARC says that bytes are no WARC record.
var errWARC = errors.New("no WARC record")

// web reads the records of one WARC file, over all its gzip members.
type web struct {
	scan  *scan
	uri   string
	index int32 // of the next record that counts
	at    int64 // decompressed bytes read
}

// isWARC tells whether a gzip stream is called a WARC file: such files are read one member at a time.
func (s *scan) isWARC(st stream) bool {
	name := strings.ToLower(st.name)
	return strings.HasSuffix(name, ".warc.gz") || strings.HasSuffix(name, ".wet.gz")
}

// warc reads a WARC file that is not compressed record by record.
func (s *scan) warc(uri string, r *bufio.Reader) bool {
	w := &web{scan: s, uri: uri}
	return w.records(r)
}

// warcMembers reads a WARC file whose records are gzip members. A member that is damaged, or whose record lies about its
// length, costs that record only: the next member is found by its magic bytes.
func (s *scan) warcMembers(st stream, z *gzip.Reader, limit *expansion) bool {
	w := &web{scan: s, uri: st.uri}
	for {
		z.Multistream(false)
		member := bufio.NewReaderSize(&counter{r: z, count: limit.expanded, err: limit.check}, 64<<10)
		if !w.records(member) {
			return false
		}
		_, err := io.Copy(io.Discard, member)
		if errors.Is(err, errBomb) {
			return true
		}
		for {
			if err != nil && !nextMember(st.r) {
				return true
			}
			if err = z.Reset(st.r); err == io.EOF {
				return true
			} else if err == nil {
				break
			}
		}
	}
}

// nextMember moves to where a gzip member may begin.
func nextMember(r *bufio.Reader) bool {
	for {
		head, err := r.Peek(4)
		if err != nil {
			return false
		}
		if hasMagic(head, "\x1f\x8b\x08") && head[3] < 0x20 {
			return true
		}
		_, _ = r.Discard(1)
	}
}

// records reads records until the stream ends.
func (w *web) records(r *bufio.Reader) bool {
	for {
		start := w.at
		header, err := w.header(r)
		if err == io.EOF {
			return true
		}
		place := fmt.Sprintf("record at byte %d", start)
		if err != nil {
			if !w.reject(schemas.ReasonMalformedRecord, place+": "+describeRead(err)) {
				return false
			}
			if !errors.Is(err, errWARC) || !w.resync(r) {
				return true
			}
			continue
		}
		next, goOn := w.record(r, header, place)
		if !goOn {
			return false
		}
		if next == nil {
			return true
		}
		r = next
	}
}

func (w *web) reject(reason, message string) bool {
	w.index++
	return w.scan.reject(w.uri, w.index-1, reason, message, -1)
}

// describeRead says what an error of reading means.
func describeRead(err error) string {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return "the file ends too early"
	}
	return err.Error()
}

// header reads the named fields of a record, with names in lower case; io.EOF where the stream ends before one.
func (w *web) header(r *bufio.Reader) (map[string]string, error) {
	header := map[string]string{}
	size := 0
	for first := true; ; {
		line, err := r.ReadSlice('\n')
		w.at += int64(len(line))
		size += len(line)
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case err == io.EOF && first && text == "":
			return nil, io.EOF
		case err == bufio.ErrBufferFull || size > maxWARCHeader:
			return nil, fmt.Errorf("%w: its header is longer than %d bytes", errWARC, maxWARCHeader)
		case err == io.EOF:
			return nil, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		case first && text == "":
			continue
		case first && !strings.HasPrefix(text, "WARC/"):
			return nil, errWARC
		case text == "":
			return header, nil
		}
		if name, value, ok := strings.Cut(text, ":"); ok && !first {
			header[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
		}
		first = false
	}
}

// resync moves to the next line that begins a record.
func (w *web) resync(r *bufio.Reader) bool {
	for {
		head, err := r.Peek(6)
		if err != nil {
			return false
		}
		if hasMagic(head, "WARC/1") {
			return true
		}
		for {
			line, err := r.ReadSlice('\n')
			w.at += int64(len(line))
			if err == nil {
				break
			}
			if err != bufio.ErrBufferFull {
				return false
			}
		}
	}
}

// record reads the block of a record. It returns where to read on: behind the block, or inside it where the record's
// length reaches over the next records.
func (w *web) record(r *bufio.Reader, header map[string]string, place string) (*bufio.Reader, bool) {
	kind := header["warc-type"]
	counts := kind == "response" || kind == "conversion" || kind == "resource"
	length, err := strconv.ParseInt(header["content-length"], 10, 64)
	if err != nil || length < 0 {
		goOn := w.reject(schemas.ReasonMalformedRecord, fmt.Sprintf("%s: its length is %q", place, header["content-length"]))
		if !goOn || !w.resync(r) {
			return nil, goOn
		}
		return r, true
	}
	limit := w.scan.reader.options.MaxDocumentBytes
	if counts && length > limit+maxWARCHeader {
		if !w.reject(schemas.ReasonTooLarge, fmt.Sprintf("%s: %d bytes, more than %d", place, length, limit)) {
			return nil, false
		}
		counts = false
	}
	if !counts {
		n, err := io.CopyN(io.Discard, r, length)
		w.at += n
		if err != nil {
			return nil, true
		}
		return r, true
	}
	block, err := io.ReadAll(io.LimitReader(r, length))
	w.at += int64(len(block))
	// A look beyond the record's end meets the checksum of its gzip member.
	tail, peekErr := r.Peek(len("\r\n\r\nW"))
	if err == nil && peekErr != nil && peekErr != io.EOF {
		err = peekErr
	}
	if err == nil && int64(len(block)) == length && (hasMagic(tail, "\r\n") || len(tail) == 0) {
		return r, w.yield(header, block, place)
	}
	return w.liar(r, block, err, place)
}

// liar rejects a record whose block is not as long as it says, and finds the record behind it.
func (w *web) liar(r *bufio.Reader, block []byte, err error, place string) (*bufio.Reader, bool) {
	message, reason := "its length is wrong", schemas.ReasonMalformedRecord
	if err != nil {
		message, reason = describeRead(err), schemas.ReasonUnreadable
	} else if _, peekErr := r.Peek(1); peekErr == io.EOF {
		message, reason = "the file ends inside it", schemas.ReasonTruncated
	}
	if !w.reject(reason, place+": "+message) {
		return nil, false
	}
	if at := bytes.Index(block, []byte("\r\n\r\nWARC/1.")); at >= 0 {
		rest := block[at+4:]
		w.at -= int64(len(rest))
		return bufio.NewReaderSize(io.MultiReader(bytes.NewReader(rest), r), 64<<10), true
	}
	if err != nil || !w.resync(r) {
		return nil, true
	}
	return r, true
}

// yield makes a document of a record.
func (w *web) yield(header map[string]string, block []byte, place string) bool {
	d := schemas.Document{SourceURI: w.uri, RecordIndex: w.index}
	d.Metadata.URL = strings.Trim(header["warc-target-uri"], "<>")
	contentType := header["content-type"]
	body := block
	if header["warc-type"] == "response" {
		if !strings.HasPrefix(contentType, "application/http") {
			return true // a DNS answer
		}
		response, err := parseHTTP(block, w.scan.reader.options.MaxDocumentBytes)
		if err != nil {
			return w.reject(schemas.ReasonMalformedRecord, place+": "+err.Error())
		}
		if response.status != 200 {
			return w.reject(schemas.ReasonNoText, fmt.Sprintf("%s: HTTP status %d", place, response.status))
		}
		contentType, body = response.contentType, response.body
	}
	mediaType, charset := splitContentType(contentType)
	switch mediaType {
	case "", "text/html", "application/xhtml+xml", "text/plain", "text/markdown":
	default:
		return w.reject(schemas.ReasonUnsupportedFormat, place+": the content is "+mediaType)
	}
	if len(body) == 0 {
		return w.reject(schemas.ReasonEmpty, place+": no content")
	}
	d.MediaType, d.Charset, d.Source, d.Body = mediaType, charset, body, body
	if header["warc-type"] == "conversion" {
		d.Metadata.Language = header["warc-identified-content-language"]
		if strings.Contains(d.Metadata.Language, ",") || len(d.Metadata.Language) == 3 {
			d.Metadata.Language = "" // several, or ISO 639-3
		}
	}
	w.index++
	return w.scan.document(d)
}

// splitContentType returns media type and charset of "text/html; charset=utf-8".
func splitContentType(s string) (mediaType, charset string) {
	mediaType, rest, _ := strings.Cut(s, ";")
	for _, parameter := range strings.Split(rest, ";") {
		if name, value, ok := strings.Cut(parameter, "="); ok && strings.EqualFold(strings.TrimSpace(name), "charset") {
			charset = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return strings.ToLower(strings.TrimSpace(mediaType)), charset
}
