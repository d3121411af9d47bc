package decode

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	encodingUnicode "golang.org/x/text/encoding/unicode"

	"broadsheet/schemas"
)

// UTF8 returns the characters of b. The charset that the source declares, if any, is asked only where the bytes are
// neither marked as Unicode nor valid UTF-8: a page of UTF-8 that calls itself ISO-8859-1 is common, the reverse of it,
// Latin letters that happen to be valid UTF-8, is not.
func UTF8(b []byte, declared string) (string, error) { return toUTF8(b, declared) }

func toUTF8(b []byte, declared string) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return decodeWith(encodingUnicode.UTF16(encodingUnicode.LittleEndian, encodingUnicode.UseBOM), b)
	default:
		if order, ok := bareUTF16(b); ok {
			return decodeWith(encodingUnicode.UTF16(order, encodingUnicode.IgnoreBOM), b)
		}
	}
	if at := binaryAt(b); at >= 0 {
		return "", fmt.Errorf("%w (byte %d is %#02x)", errNotText, at, b[at])
	}
	named, name := charset.Lookup(declared)
	if named != nil && (strings.HasPrefix(name, "iso-2022") || strings.HasPrefix(name, "hz-")) {
		return decodeWith(named, b)
	}
	bad := invalidAt(b)
	if bad < 0 {
		return string(b), nil
	}
	if named != nil && name != "utf-8" && name != "replacement" {
		if s, err := decodeWith(named, b); err == nil {
			return s, nil
		}
	}
	if s, ok := mixedUTF8(b); ok {
		return s, nil
	}
	if s, ok := guessCharset(b); ok {
		return s, nil
	}
	return "", fmt.Errorf("%w (first at byte %d: %#02x)", errEncoding, bad, b[bad])
}

// declaredCharset returns the charset that the source or, in HTML, the document itself declares.
func declaredCharset(doc *schemas.Document) string {
	if doc.Charset != "" {
		return doc.Charset
	}
	if doc.MediaType != "text/html" && !looksLikeHTML(doc.Body) {
		return ""
	}
	// What the page declares is never certain to DetermineEncoding, and windows-1252 is also its answer for want of one:
	// there the letters decide.
	if _, name, _ := charset.DetermineEncoding(doc.Body[:min(len(doc.Body), 4096)], ""); name != "windows-1252" {
		return name
	}
	return ""
}

// decodeWith decodes b and fails where a byte has no meaning.
func decodeWith(e encoding.Encoding, b []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("%w: %v", errEncoding, err)
	}
	marks := 0
	for i, r := range string(out) {
		switch {
		case r == utf8.RuneError:
			if marks++; marks > len(out)/1000 {
				return "", fmt.Errorf("%w (first at character %d)", errEncoding, utf8.RuneCount(out[:i]))
			}
		case r == 0:
			return "", errNotText
		}
	}
	return string(out), nil
}

// bareUTF16 recognises UTF-16 without a byte order mark: of the first bytes, those at even or at odd places are nearly
// all zero and the others are not.
func bareUTF16(b []byte) (encodingUnicode.Endianness, bool) {
	head := b[:min(len(b), 512)&^1]
	if len(head) < 8 {
		return encodingUnicode.LittleEndian, false
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half*7/10 && zeros[0] == 0:
		return encodingUnicode.LittleEndian, true
	case zeros[0] > half*7/10 && zeros[1] == 0:
		return encodingUnicode.BigEndian, true
	}
	return encodingUnicode.LittleEndian, false
}

// binaryAt returns where data that is no text begins, -1 where there is none: a NUL, or more control characters than
// one in fifty bytes.
func binaryAt(b []byte) int {
	if at := bytes.IndexByte(b, 0); at >= 0 {
		return at
	}
	controls, first := 0, -1
	for i, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B {
			if controls++; first < 0 {
				first = i
			}
		}
	}
	if controls > 1 && controls > len(b)/50 {
		return first
	}
	return -1
}

// invalidAt returns the place of the first byte that is no UTF-8, -1 where there is none.
func invalidAt(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		if r, size := utf8.DecodeRune(b[i:]); r == utf8.RuneError && size == 1 {
			return i
		} else {
			i += size
		}
	}
	return -1
}

// mixedUTF8 reads UTF-8 in which single windows-1252 bytes stand, as pages have that paste an advertisement of another
// charset: many valid sequences, few stray bytes. A sequence cut at the very end is dropped.
func mixedUTF8(b []byte) (string, bool) {
	var out strings.Builder
	out.Grow(len(b))
	valid, stray := 0, 0
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			stray++
			if len(b)-i < utf8.UTFMax && !utf8.FullRune(b[i:]) {
				i = len(b)
				continue
			}
			r = charmap.Windows1252.DecodeByte(b[i])
			if unicode.IsControl(r) || r == utf8.RuneError {
				r = ' '
			}
		case size > 1:
			valid++
		}
		out.WriteRune(r)
		i += size
	}
	return out.String(), valid >= 1 && stray <= 1+valid/10
}
