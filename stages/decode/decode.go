// Package decode makes blocks of plain text and metadata out of a document's bytes.
//
// The bytes become UTF-8 first: by byte order mark, by validity, by the declared charset, by what the letters look like,
// in this order. Then characters are put right (NFC, controls, soft hyphens, exotic spaces, text that was encoded twice).
// Then the format is taken apart: HTML, Markdown or plain text. A Block is one paragraph, heading, list entry and so on:
// one line of text without markup, with single spaces. Blocks stand in Text.Content in document order, separated by one
// blank line, and Text maps every byte back to the source: to the characters of the file for plain text and Markdown. For
// HTML the source is the text that the page shows, as the parser hands on no positions.
//
// Decode is a pure function, safe for concurrent use; any bytes may come in. Time and memory are bounded by the length of
// the input and by maxDepth, never by the clock.
package decode

import (
	"errors"
	"fmt"

	"broadsheet/schemas"
	"broadsheet/stages/text"
)

// Kind tells what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Line           // a line that stands by itself next to others, without blank lines between
	Heading
	ListEntry
	Quote
	Caption
	Row  // of a table: its cells, separated by ", "
	Code // preformatted
)

// Block is a span of Document.Text.Content.
type Block struct {
	text.Span
	Kind  Kind
	Level int // of a heading from 1, of a list entry from 1 (the outermost list); 0 else
}

// Format is how a document was written.
type Format uint8

// The formats.
const (
	Plain Format = iota
	Markdown
	HTML
)

// DateSource tells where a date candidate was found.
type DateSource string

// The sources of a date candidate.
const (
	DateRecord      DateSource = "record"       // field of the input record
	DateFrontMatter DateSource = "front matter" // of Markdown
	DateLinkedData  DateSource = "json-ld"
	DateMeta        DateSource = "meta"
	DateTimeElement DateSource = "time"    // <time>, itemprop
	DateVisible     DateSource = "visible" // text near the headline
	DateURL         DateSource = "url"
)

// Date is one candidate for the date of publication, as written.
type Date struct {
	Raw    string
	Source DateSource
}

// Document is a decoded document.
type Document struct {
	Format Format
	Text   *text.Text
	Blocks []Block

	// Metadata is what record and document say; the record wins. Its Date is Dates[0].Raw.
	Metadata schemas.Metadata
	// Dates are the candidates in order of trust.
	Dates []Date
}

// stage names this stage in rejects.
const stage = "decode"

// The faults of a document that Decode reports as a reject.
var (
	errNotText  = errors.New("binary data, not text")
	errEncoding = errors.New("bytes that no encoding explains")
)

// Decode takes a document apart, or says why it cannot.
func Decode(doc *schemas.Document) (*Document, *schemas.RejectRow) {
	if len(doc.Body) == 0 {
		return nil, doc.Reject(stage, schemas.ReasonEmpty, "no bytes")
	}
	content, err := toUTF8(doc.Body, declaredCharset(doc))
	if err != nil {
		return nil, rejectEncoding(doc, err)
	}
	d := &Document{Format: formatOf(doc.MediaType, content), Metadata: doc.Metadata}
	if doc.Metadata.Date != "" {
		d.Dates = append(d.Dates, Date{doc.Metadata.Date, DateRecord})
	}
	switch d.Format {
	case HTML:
		if reject := d.readHTML(doc, content); reject != nil {
			return nil, reject
		}
	case Markdown:
		d.readMarkdown(content)
	default:
		d.readPlain(content)
	}
	if len(d.Blocks) == 0 {
		return nil, doc.Reject(stage, schemas.ReasonNoText, "no text in the document")
	}
	return d, nil
}

// rejectEncoding turns an error of toUTF8 into a reject.
func rejectEncoding(doc *schemas.Document, err error) *schemas.RejectRow {
	reason := schemas.ReasonInvalidEncoding
	if errors.Is(err, errNotText) {
		reason = schemas.ReasonNotText
	}
	return doc.Reject(stage, reason, fmt.Sprint(err))
}
