package source

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// format is how a file is written, after decompression.
type format uint8

const (
	formatUnknown format = iota
	formatText
	formatMarkdown
	formatHTML
	formatJSONL
	formatJSON
	formatCSV
	formatParquet
	formatWARC
	formatZip
	formatTar
)

// mediaTypes of formats that are one document.
var mediaTypes = [...]string{formatText: "text/plain", formatMarkdown: "text/markdown", formatHTML: "text/html"}

// extensions that say what a file is.
var extensions = map[string]format{
	".txt": formatText, ".text": formatText,
	".md": formatMarkdown, ".markdown": formatMarkdown,
	".html": formatHTML, ".htm": formatHTML, ".xhtml": formatHTML,
	".jsonl": formatJSONL, ".ndjson": formatJSONL, ".json": formatJSON,
	".csv": formatCSV, ".tsv": formatCSV,
	".parquet": formatParquet,
	".warc":    formatWARC, ".wet": formatWARC,
	".zip": formatZip, ".tar": formatTar,
}

// packed are extensions of documents that are zip archives inside.
var packed = map[string]bool{".docx": true, ".xlsx": true, ".pptx": true, ".odt": true, ".ods": true, ".epub": true, ".jar": true, ".apk": true}

// magics are the first bytes of formats that nothing else begins with.
var magics = []struct {
	magic  string
	format format
	name   string
}{
	{"PK\x03\x04", formatZip, "a zip archive"},
	{"PK\x05\x06", formatZip, "a zip archive"},
	{"PAR1", formatParquet, "a Parquet file"},
	{"WARC/", formatWARC, "a WARC file"},
	{"%PDF-", formatUnknown, "a PDF document"},
	{"\xD0\xCF\x11\xE0", formatUnknown, "an old Office document"},
	{"{\\rtf", formatUnknown, "an RTF document"},
	{"\x89PNG", formatUnknown, "a PNG image"},
	{"\xFF\xD8\xFF", formatUnknown, "a JPEG image"},
	{"GIF8", formatUnknown, "a GIF image"},
	{"RIFF", formatUnknown, "a RIFF file (WebP, WAV, AVI)"},
	{"\x7FELF", formatUnknown, "a program"},
	{"BZh", formatUnknown, "bzip2 data; pack it with gzip or zstd"},
	{"\xFD7zXZ\x00", formatUnknown, "xz data; pack it with gzip or zstd"},
	{"7z\xBC\xAF\x27\x1C", formatUnknown, "a 7z archive; pack it with zip or tar"},
	{"Rar!\x1A\x07", formatUnknown, "a RAR archive; pack it with zip or tar"},
	{"SQLite format 3", formatUnknown, "an SQLite database"},
}

func hasMagic(head []byte, magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }

// formatOf returns the format of a file: by its first bytes where they cannot mean anything else, by its name, by how its
// text begins.
func formatOf(name string, head []byte) format {
	extension := strings.ToLower(path.Ext(name))
	if packed[extension] {
		return formatUnknown
	}
	for _, m := range magics {
		if hasMagic(head, m.magic) && (m.format == formatUnknown || !printableName(name)) {
			return m.format
		}
	}
	if f, ok := extensions[extension]; ok {
		return f
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return formatTar
	}
	if isBinary(head) {
		return formatUnknown
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(head), "\uFEFF")))
	switch {
	case strings.HasPrefix(text, "<!doctype html") || strings.HasPrefix(text, "<html") || strings.HasPrefix(text, "<?xml") && strings.Contains(text, "<html"):
		return formatHTML
	case strings.HasPrefix(text, "<?xml"):
		return formatUnknown
	case strings.HasPrefix(text, "{"):
		return formatJSON
	}
	return formatText
}

// printableName tells whether the name says that a file is text of some kind: "WARC/1.0 explained.txt" may begin with it.
func printableName(name string) bool {
	switch extensions[strings.ToLower(path.Ext(name))] {
	case formatText, formatMarkdown, formatHTML, formatJSONL, formatJSON, formatCSV:
		return true
	}
	return false
}

// binary tells whether data is no text: it holds a NUL and is no UTF-16.
func isBinary(head []byte) bool {
	if !bytes.Contains(head, []byte{0}) {
		return false
	}
	return !hasMagic(head, "\xFF\xFE") && !hasMagic(head, "\xFE\xFF")
}

// unsupported says what a file is that is not read.
func unsupported(name string, head []byte) string {
	if extension := strings.ToLower(path.Ext(name)); packed[extension] {
		return fmt.Sprintf("no reader for %s documents; export them as text, HTML or Markdown", extension)
	}
	for _, m := range magics {
		if hasMagic(head, m.magic) {
			return "the file is " + m.name
		}
	}
	if hasMagic(bytes.TrimSpace(head), "<?xml") {
		return "the file is XML of an unknown kind"
	}
	if !utf8.Valid(head) || isBinary(head) {
		return "the file is binary, of an unknown kind"
	}
	return fmt.Sprintf("no reader for files called %q", path.Ext(name))
}
