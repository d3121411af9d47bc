package decode

import (
	"fmt"
	"net/url"
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"broadsheet/schemas"
	"broadsheet/stages/text"
)

// What an HTML page may measure. The parser holds some thirty times the bytes of its input, and gives up by itself at
// 512 open elements, which no recursion after it minds.
const (
	maxHTMLBytes = 8 << 20
	maxHTMLNodes = 400_000
)

// readHTML finds the main text of a page and what the page says about itself.
func (d *Document) readHTML(doc *schemas.Document, content string) *schemas.RejectRow {
	if len(content) > maxHTMLBytes {
		return doc.Reject(stage, schemas.ReasonTooLarge, fmt.Sprintf("a page of %d bytes, more than %d", len(content), maxHTMLBytes))
	}
	if at, nodes := deepest(content); at >= 0 {
		return doc.Reject(stage, schemas.ReasonMalformedRecord, fmt.Sprintf("elements nested more than %d deep at byte %d", maxHTMLDepth, at))
	} else if nodes > maxHTMLNodes {
		return doc.Reject(stage, schemas.ReasonTooLarge, fmt.Sprintf("a page of %d elements, more than %d", nodes, maxHTMLNodes))
	}
	root, err := html.Parse(strings.NewReader(content))
	if err != nil {
		return doc.Reject(stage, schemas.ReasonMalformedRecord, "HTML: "+err.Error())
	}
	page := inspect(root)
	options := trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // it asks the clock; dates are read here
	}
	if address, err := url.ParseRequestURI(doc.Metadata.URL); err == nil && address.Host != "" {
		options.OriginalURL = address
	}
	var parts []part
	found := trafilatura.Metadata{}
	if result, err := trafilatura.ExtractDocument(root, options); err == nil {
		parts = withoutWhole(partsOf(result.ContentNode))
		found = result.Metadata
	}
	if len(parts) == 0 {
		parts = partsOf(page.body)
	}
	d.mergePage(page, found)
	d.lay(prune(parts, page, d.Metadata))
	return nil
}

// withoutWhole drops the last part where it says all parts before it again: of a very short page the library returns the
// paragraphs and then the text of the whole page in one run, its title glued to the front.
func withoutWhole(parts []part) []part {
	if len(parts) < 2 {
		return parts
	}
	var before strings.Builder
	for _, p := range parts[:len(parts)-1] {
		before.WriteString(squeeze(p.text))
	}
	if strings.HasSuffix(squeeze(parts[len(parts)-1].text), before.String()) {
		return parts[:len(parts)-1]
	}
	return parts
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// maxHTMLDepth is how deep elements may be nested; pages of news stay below 60.
const maxHTMLDepth = 500

// deepest returns where elements are nested too deep, -1 where they are not, and how many elements there are. It counts
// tags as they stand: elements that HTML closes by itself do not count as open.
func deepest(content string) (at, nodes int) {
	z := html.NewTokenizer(strings.NewReader(content))
	depth, offset := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return -1, nodes
		}
		start := offset
		offset += len(z.Raw())
		if kind != html.StartTagToken && kind != html.EndTagToken {
			continue
		}
		name, _ := z.TagName()
		switch atom.Lookup(name) {
		case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param,
			atom.Source, atom.Track, atom.Wbr, atom.P, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Option, atom.Tbody:
			nodes++
			continue
		}
		if kind == html.StartTagToken {
			nodes++
			if depth++; depth > maxHTMLDepth {
				return start, nodes
			}
		} else if depth > 0 {
			depth--
		}
	}
}

// lay writes parts as blocks. The source of the text is what the parts show, one a line.
func (d *Document) lay(parts []part) {
	var shown strings.Builder
	for i, p := range parts {
		if i > 0 {
			shown.WriteByte('\n')
		}
		shown.WriteString(p.text)
	}
	chars := characters(shown.String())
	w := newWriter(chars.Content)
	lines := splitLines(chars.Content)
	for i := 0; i < len(parts); i++ {
		n := 1
		if len(lines) != len(parts)-i { // some part holds the line separator of text that was encoded twice
			n += strings.Count(characters(parts[i].text).Content, "\n")
		}
		for _, line := range lines[:n] {
			if line.Len() > 0 {
				w.begin(parts[i].kind, parts[i].level)
				w.keep(line)
			}
		}
		lines = lines[n:]
	}
	laid, blocks := w.finish()
	d.Text, d.Blocks = text.Then(chars, laid), blocks
}
