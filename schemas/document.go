package schemas

import (
	"crypto/sha256"
	"encoding/hex"
)

// Document is one input unit: a file, or one record of a file that holds many.
type Document struct {
	SourceURI   string // as in articles.source_uri
	RecordIndex int32  // position in the file, from 0; -1 where the file is the document
	MediaType   string // "text/plain", "text/markdown", "text/html"; empty where only the content can tell
	Charset     string // as the source declares it (HTTP header); empty where it does not

	// Source holds the bytes that ArticleID is made of: the decompressed file, the JSON line, the payload of a
	// WARC record, the canonical JSON of a row.
	Source []byte
	// Body holds the bytes of the text itself. It is Source for a plain file, a field's value for a record.
	Body []byte

	Metadata Metadata
}

// ArticleID returns the id of the document's article: the first 16 hex digits of the SHA-256 of its source bytes.
func (d *Document) ArticleID() string {
	sum := sha256.Sum256(d.Source)
	return hex.EncodeToString(sum[:8])
}

// Reject returns the row of rejects that says why the document becomes no article.
func (d *Document) Reject(stage, reason, message string) *RejectRow {
	size := int64(len(d.Source))
	row := &RejectRow{SourceURI: d.SourceURI, Stage: stage, Reason: reason, Message: message, ByteCount: &size}
	if d.RecordIndex >= 0 {
		index := d.RecordIndex
		row.RecordIndex = &index
	}
	return row
}

// Metadata is what the source says about a document beside its text. Empty means unsaid.
type Metadata struct {
	ExternalID string
	URL        string
	Title      string
	Date       string // as written; stages/dates reads it
	Authors    []string
	Publisher  string
	Language   string // BCP 47, as the source says
}
