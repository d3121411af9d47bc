package decode

import (
	"bytes"
	"strings"
)

// formatOf returns the format by media type, or by the content where there is none.
func formatOf(mediaType, content string) Format {
	switch mediaType {
	case "text/html", "application/xhtml+xml":
		return HTML
	case "text/markdown":
		return Markdown
	case "text/plain":
		return Plain
	}
	if looksLikeHTML([]byte(content[:min(len(content), 1024)])) || strings.Count(content, "</p>") >= 1 || strings.Count(content, "</div>") >= 2 {
		return HTML
	}
	return Plain
}

// looksLikeHTML tells whether a document begins as HTML does.
func looksLikeHTML(b []byte) bool {
	b = bytes.TrimPrefix(b[:min(len(b), 1024)], []byte("\xEF\xBB\xBF"))
	b = bytes.ToLower(bytes.TrimSpace(b))
	for bytes.HasPrefix(b, []byte("<!--")) {
		end := bytes.Index(b, []byte("-->"))
		if end < 0 {
			return false
		}
		b = bytes.TrimSpace(b[end+3:])
	}
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>", "<p ", "<h1"} {
		if bytes.HasPrefix(b, []byte(start)) {
			return true
		}
	}
	return bytes.HasPrefix(b, []byte("<?xml")) && bytes.Contains(b, []byte("<html"))
}
