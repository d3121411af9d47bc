package schemas

// RejectRow is one row of rejects: an input that did not become an article.
type RejectRow struct {
	SourceURI   string
	RecordIndex *int32
	Stage       string
	Reason      string
	Message     string
	ByteCount   *int64
}

// The reasons of a reject: stable codes.
const (
	ReasonEmpty             = "empty"
	ReasonNotText           = "not_text"
	ReasonInvalidEncoding   = "invalid_encoding"
	ReasonMalformedRecord   = "malformed_record"
	ReasonNoText            = "no_text"
	ReasonTooLarge          = "too_large"
	ReasonUnsupportedFormat = "unsupported_format"
	ReasonUnreadable        = "unreadable"
	ReasonTruncated         = "truncated"
	ReasonInternal          = "internal"
)

// Reasons are the values of rejects.reason.
var Reasons = []string{ReasonEmpty, ReasonNotText, ReasonInvalidEncoding, ReasonMalformedRecord, ReasonNoText, ReasonTooLarge, ReasonUnsupportedFormat, ReasonUnreadable, ReasonTruncated, ReasonInternal}

// Rejects is the table of inputs that did not become articles.
var Rejects = Table[RejectRow]{
	Name:        "rejects",
	Description: "One row per input that did not become an article; inputs = articles + copies + rejects.",
	Key:         []string{"source_uri", "record_index"},
	Order:       "source_uri, record_index",
	Columns: columns(
		str("source_uri", func(r *RejectRow) *string { return &r.SourceURI }).of("As in articles.", "broken/part-3.jsonl"),
		optWhole("record_index", Int32, func(r *RejectRow) **int32 { return &r.RecordIndex }).of("As in articles.", "4"),
		str("stage", func(r *RejectRow) *string { return &r.Stage }).few().of("Stage that could not go on.", "read"),
		str("reason", func(r *RejectRow) *string { return &r.Reason }).oneOf(Reasons).of("Stable code.", "malformed_record"),
		str("message", func(r *RejectRow) *string { return &r.Message }).running().of("One line for a person, with the place.", "line 5, byte 1021: unexpected end of JSON"),
		optWhole("byte_count", Int64, func(r *RejectRow) **int64 { return &r.ByteCount }).unit("byte").of("Size of the input, where known.", "1433"),
	),
}
