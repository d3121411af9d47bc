package source

import (
	"io"
	"path/filepath"
	"testing"

	"broadsheet/stages/decode"
)

// TestHostile reads the corpus of hostile files: what becomes of each, decoding included.
func TestHostile(t *testing.T) {
	r, err := Open([]string{filepath.Join("..", "..", "testdata", "hostile")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for item := range r.Items() {
		if item.Reject == nil {
			decoded, reject := decode.Decode(&item.Document)
			if item.Reject = reject; reject == nil {
				item.Document.Body = []byte(decoded.Text.Content)
			}
		}
		// Of the file cut short the whole records are left out here, but for its end.
		if line := describe(item); len(got) < 2 || item.Document.SourceURI != "cut.jsonl.gz" {
			if len(line) > 70 {
				line = line[:70]
			}
			got = append(got, line)
		}
	}
	equal(t, got,
		"binary.txt not_text: …", "blank.txt no_text: …", "bomb.txt.gz too_large: …", "bomb.zip/bomb.txt too_large: …", "bomb.zip/small.txt = The next member is read.",
		"cut.jsonl.gz[…", "cut.parquet truncated: …", "cut.zip/first.txt = The first member is whole. …", "cut.zip/second.txt truncated: …", "cut.zip truncated: …", "deep.html.gz malformed_record: …",
		"deep.json[0] malformed_record: …", "deep.md.gz = …", "empty.html empty: …", "latin.txt = Le café – “très” bon, …",
		"lying.warc[0] = The first page is whole.", "lying.warc[1] malformed_record: …", "lying.warc[2] = The last page is whole.", "noise.txt invalid_encoding: …",
		"odd.zip/../../up.txt = The name leads upwards.", "odd.zip/in/nested.txt.gz = The member is compressed.", "odd.zip/in/void.txt empty: …",
		"types.jsonl[0] malformed_record: …", "types.jsonl[1] malformed_record: …", "types.jsonl[2] malformed_record: …", "types.jsonl[3] malformed_record: …",
		"types.jsonl[4] malformed_record: …", "types.jsonl[5] malformed_record: …", "types.jsonl[6] = The last record is whole.", "types.jsonl[7] malformed_record: …",
		"utf16.csv[0] = Le café a fermé lundi.")
}

// endless is a line of n bytes, followed by a good one.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	const last = "\n{\"text\": \"next\"}\n"
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := copy(p, p[:min(int64(len(p)), e.left)])
	for i := range n {
		p[i] = '{'
	}
	if e.left -= int64(n); e.left <= int64(len(last)) {
		copy(p[n-len(last):n], last)
		e.left = 0
	}
	return n, nil
}

func TestEndlessLine(t *testing.T) {
	equal(t, read(t, Options{Stdin: &endless{2 << 30}}, "-"), "stdin[0] too_large: …", "stdin[1] = next")
}
