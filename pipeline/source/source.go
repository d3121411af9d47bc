// Package source reads the input: files, folders, globs and standard input, yielding documents.
//
// An input unit is a file, or one record of a file that holds many (JSON Lines, CSV, Parquet, WARC), wherever it lies: as
// it is, compressed (gzip, zstd), or in an archive (zip, tar). Items yields exactly one Item for each unit, a document or
// a reject that says why not. Names that begin with a dot are not input, as in a shell's globs.
//
// The order is fixed by the names and contents alone: files by source URI, records by their place, members of an archive
// as the archive lists them. A source URI is the path relative to the root that was named, `/` between its parts on every
// system; with several roots the root's own name stands in front. A member of an archive follows the archive's name:
// `news.zip/2024/a.txt`. `%`, `#` and control characters are percent-encoded.
//
// What is read is bounded by counts, never by the clock: a document by Options.MaxDocumentBytes, a file by how far it
// expands. Memory does not grow with the size of a file. Items may be called once; Progress from any goroutine.
package source

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"sync/atomic"

	"broadsheet/schemas"
)

// DefaultMaxDocumentBytes is the largest document that is read where Options does not say.
const DefaultMaxDocumentBytes = 32 << 20

// Options says how to read.
type Options struct {
	// Fields maps the product's names of record fields to those of the input: "text": "article_body". See FieldNames.
	Fields map[string]string
	// MaxDocumentBytes bounds the decompressed bytes of a document; 0 means DefaultMaxDocumentBytes.
	MaxDocumentBytes int64
	// Stdin is read where a path is "-".
	Stdin io.Reader
}

// Item is one input unit: a document, or a reject where Reject is not nil.
type Item struct {
	Document schemas.Document
	Reject   *schemas.RejectRow
}

// Reader reads a list of inputs.
type Reader struct {
	inputs  []input
	options Options
	fields  fields
	read    atomic.Int64
	total   int64
}

// Open lists the inputs below the paths ("-" is standard input) without reading them. It fails where a path or glob names
// nothing, or an option is wrong.
func Open(paths []string, options Options) (*Reader, error) {
	if options.MaxDocumentBytes < 0 {
		return nil, fmt.Errorf("largest document is %d bytes; it must be positive", options.MaxDocumentBytes)
	}
	if options.MaxDocumentBytes == 0 {
		options.MaxDocumentBytes = DefaultMaxDocumentBytes
	}
	f, err := newFields(options.Fields)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, errors.New("no input: name files or folders, or - for standard input")
	}
	if slices.Contains(paths, "-") && options.Stdin == nil {
		return nil, errors.New("standard input is not at hand")
	}
	inputs, err := list(paths)
	if err != nil {
		return nil, err
	}
	r := &Reader{inputs: inputs, options: options, fields: f}
	for _, in := range inputs {
		r.total += in.size
	}
	return r, nil
}

// Progress returns how many bytes of the files have been read, and how many there are; standard input counts in neither.
func (r *Reader) Progress() (read, total int64) { return r.read.Load(), r.total }

// Items yields every input unit.
func (r *Reader) Items() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		s := &scan{reader: r, yield: yield}
		for _, in := range r.inputs {
			if !s.input(in) {
				return
			}
		}
	}
}
