package schemas

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
