package source

import (
	"bufio"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"broadsheet/schemas"
)

// stage names the reading in rejects.
const stage = "read"

// How far a file may expand: decompressed bytes for each compressed byte, beyond a first allowance. Text seldom shrinks
// to a hundredth; what does is a bomb.
const (
	maxRatio     = 200
	maxAllowance = 128 // times MaxDocumentBytes
	maxNesting   = 4   // archives and compressions inside one another
)

// errBomb says that a file expands too far.
var errBomb = errors.New("expands to more than a text does; the rest is not read")

// scan is one pass over the inputs. Its methods return false where the caller wants no more items.
type scan struct {
	reader *Reader
	yield  func(Item) bool
}

// stream is a file or an archive's member, being read from front to back.
type stream struct {
	uri   string
	name  string // decides the format; loses .gz and .zst on the way
	r     *bufio.Reader
	depth int
	at    int64    // where r stands, where a byte order mark was passed
	file  *os.File // where the bytes lie on disk as they are
}

// input reads one file.
func (s *scan) input(in input) bool {
	if in.fault != "" {
		return s.reject(in.uri, -1, in.code, in.fault, -1)
	}
	limit := &expansion{allowance: maxAllowance * s.reader.options.MaxDocumentBytes}
	if in.path == "-" {
		limit.source = s.reader.options.Stdin
		return s.stream(stream{uri: in.uri, r: bufio.NewReaderSize(limit, 64<<10)}, limit)
	}
	file, err := os.Open(in.path)
	if err != nil {
		return s.reject(in.uri, -1, schemas.ReasonUnreadable, cause(err).Error(), -1)
	}
	defer file.Close()
	counted := &counter{r: file, count: s.reader.read.Add}
	limit.source = counted
	st := stream{uri: in.uri, name: path.Base(strings.ReplaceAll(in.path, "\\", "/")), r: bufio.NewReaderSize(limit, 64<<10)}
	if in.size > 0 {
		st.file = file
	}
	goOn := s.stream(st, limit)
	counted.finish(in.size)
	return goOn
}

// stream reads a file of any format: it undoes a compression, then asks name and content what the rest is.
func (s *scan) stream(st stream, limit *expansion) bool {
	head, err := st.r.Peek(512)
	if len(head) == 0 {
		if err != nil && err != io.EOF {
			return s.fault(st.uri, -1, err)
		}
		return s.reject(st.uri, -1, schemas.ReasonEmpty, "the file is empty", 0)
	}
	if st.depth > maxNesting {
		return s.reject(st.uri, -1, schemas.ReasonUnsupportedFormat, fmt.Sprintf("archives and compressions nested more than %d deep", maxNesting), -1)
	}
	inner, closer, err := decompress(head, st.r)
	if err != nil {
		return s.fault(st.uri, -1, err)
	}
	if inner != nil {
		defer closer()
		if z, ok := inner.(*gzip.Reader); ok && s.isWARC(st) {
			return s.warcMembers(st, z, limit)
		}
		st.name = strings.TrimSuffix(strings.TrimSuffix(st.name, ".gz"), ".zst")
		if strings.HasSuffix(st.name, ".tgz") {
			st.name = strings.TrimSuffix(st.name, ".tgz") + ".tar"
		}
		st.file = nil
		st.depth++
		st.r = bufio.NewReaderSize(&counter{r: inner, count: limit.expanded, err: limit.check}, 64<<10)
		return s.stream(st, limit)
	}
	switch format := formatOf(st.name, head); format {
	case formatText, formatMarkdown, formatHTML:
		return s.whole(st, format)
	case formatJSONL:
		return s.jsonLines(st.unmarked(head))
	case formatJSON:
		return s.jsonFile(st.unmarked(head))
	case formatCSV:
		return s.csv(st.unmarked(head))
	case formatParquet:
		return s.parquet(st)
	case formatWARC:
		return s.warc(st.uri, st.r)
	case formatZip:
		return s.zip(st, limit)
	case formatTar:
		return s.tar(st, limit)
	default:
		return s.reject(st.uri, -1, schemas.ReasonUnsupportedFormat, unsupported(st.name, head), -1)
	}
}

// unmarked returns the stream without its byte order mark, as UTF-8.
func (st stream) unmarked(head []byte) stream {
	switch {
	case hasMagic(head, "\xEF\xBB\xBF"):
		_, _ = st.r.Discard(3)
		st.at = 3
	case hasMagic(head, "\xFF\xFE") || hasMagic(head, "\xFE\xFF"):
		st.r = bufio.NewReaderSize(transform.NewReader(st.r, unicode.BOMOverride(transform.Nop)), 64<<10)
	}
	return st
}

// decompress returns a reader of the content of compressed data, nil where it is not compressed.
func decompress(head []byte, r io.Reader) (io.Reader, func(), error) {
	switch {
	case hasMagic(head, "\x1f\x8b"):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, fmt.Errorf("gzip header: %w", err)
		}
		return z, func() { z.Close() }, nil
	case hasMagic(head, "\x28\xb5\x2f\xfd"):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, nil, fmt.Errorf("zstd header: %w", err)
		}
		return z, z.Close, nil
	}
	return nil, nil, nil
}

// whole reads a file that is one document.
func (s *scan) whole(st stream, format format) bool {
	limit := s.reader.options.MaxDocumentBytes
	body, err := io.ReadAll(io.LimitReader(st.r, limit+1))
	if err != nil {
		return s.fault(st.uri, -1, fmt.Errorf("byte %d: %w", len(body), err))
	}
	if int64(len(body)) > limit {
		return s.reject(st.uri, -1, schemas.ReasonTooLarge, fmt.Sprintf("more than %d bytes", limit), -1)
	}
	return s.document(schemas.Document{SourceURI: st.uri, RecordIndex: -1, MediaType: mediaTypes[format], Source: body, Body: body})
}

func (s *scan) document(d schemas.Document) bool { return s.yield(Item{Document: d}) }

// reject yields a reject; an index or size below 0 is unknown.
func (s *scan) reject(uri string, index int32, reason, message string, size int64) bool {
	row := &schemas.RejectRow{SourceURI: uri, Stage: stage, Reason: reason, Message: message}
	if index >= 0 {
		row.RecordIndex = &index
	}
	if size >= 0 {
		row.ByteCount = &size
	}
	return s.yield(Item{Reject: row})
}

// fault rejects what could not be read for an error of a reader.
func (s *scan) fault(uri string, index int32, err error) bool {
	var corrupt flate.CorruptInputError
	reason := schemas.ReasonUnreadable
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return s.reject(uri, index, schemas.ReasonTruncated, strings.Replace(err.Error(), "unexpected EOF", "the file ends too early", 1), -1)
	case errors.Is(err, errBomb):
		reason = schemas.ReasonTooLarge
	case errors.As(err, &corrupt):
		return s.reject(uri, index, reason, "compressed data is damaged: "+err.Error(), -1)
	}
	return s.reject(uri, index, reason, cause(err).Error(), -1)
}

// counter reports how many bytes pass; err may stop it.
type counter struct {
	r     io.Reader
	n     int64
	count func(int64) int64
	err   func() error
}

func (c *counter) Read(p []byte) (int, error) {
	if c.err != nil {
		if err := c.err(); err != nil {
			return 0, err
		}
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.count(int64(n))
	return n, err
}

// finish counts what was skipped of a file of the given size.
func (c *counter) finish(size int64) {
	c.count(size - c.n)
	c.n = size
}

// expansion counts what goes into the decompressors of a file and what comes out.
type expansion struct {
	source    io.Reader
	in, out   int64
	allowance int64
}

// Read reads the file as it lies on disk.
func (e *expansion) Read(p []byte) (int, error) {
	n, err := e.source.Read(p)
	e.in += int64(n)
	return n, err
}

func (e *expansion) expanded(n int64) int64 {
	e.out += n
	return e.out
}

func (e *expansion) check() error {
	if e.out > e.allowance+maxRatio*e.in {
		return errBomb
	}
	return nil
}
