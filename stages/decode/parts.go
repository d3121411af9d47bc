package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// part is the text of one block of a page, in one line.
type part struct {
	kind  Kind
	level int
	text  string
}

// partsOf cuts a tree into parts at the borders of its block elements.
func partsOf(root *html.Node) []part {
	c := cutter{}
	if root != nil {
		c.walk(root, Paragraph, 0)
		c.cut()
	}
	return c.parts
}

// cutter collects the parts of a tree.
type cutter struct {
	parts []part
	open  part
	text  strings.Builder
}

// cut ends the open part.
func (c *cutter) cut() {
	if s := strings.Join(strings.Fields(c.text.String()), " "); s != "" {
		c.open.text = s
		c.parts = append(c.parts, c.open)
	}
	c.text.Reset()
}

func (c *cutter) walk(n *html.Node, kind Kind, level int) {
	switch n.Type {
	case html.TextNode:
		c.text.WriteString(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	block := false
	// The extractor renames elements and leaves their atom as it was.
	tag := atom.Lookup([]byte(n.Data))
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Head, atom.Iframe, atom.Button, atom.Select, atom.Textarea, atom.Nav, atom.Form:
		return
	case atom.Br:
		c.lineBreak(n)
		return
	case atom.Hr:
		c.cut()
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		block, kind, level = true, Heading, int(n.Data[1]-'0')
	case atom.Li, atom.Dd, atom.Dt:
		block, kind = true, ListEntry
	case atom.Ul, atom.Ol, atom.Dl:
		block = true
		if kind == ListEntry {
			level++
		} else {
			level = 1
		}
	case atom.Blockquote, atom.Q:
		block, kind = tag == atom.Blockquote, Quote
	case atom.Figcaption, atom.Caption:
		block, kind = true, Caption
	case atom.Pre:
		block, kind = true, Code
	case atom.Tr:
		block, kind = true, Row
	case atom.Td, atom.Th:
		if kind == Row && c.text.Len() > 0 {
			c.text.WriteString(", ")
		}
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Figure, atom.Table, atom.Tbody,
		atom.Thead, atom.Tfoot, atom.Details, atom.Summary, atom.Address, atom.Body, atom.Html, atom.Center, atom.Fieldset:
		block = kind != Row
	}
	if block {
		c.cut()
		defer c.cut()
		c.open.kind, c.open.level = kind, level
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if block {
			c.open.kind, c.open.level = kind, level
		}
		c.walk(child, kind, level)
	}
}

// lineBreak ends the part, unless the sentence plainly goes on in the next line.
func (c *cutter) lineBreak(br *html.Node) {
	before := strings.TrimRightFunc(c.text.String(), unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	after := ""
	for n := br.NextSibling; n != nil && after == ""; n = n.NextSibling {
		if n.DataAtom == atom.Br {
			break
		}
		if n.Type == html.TextNode {
			after = strings.TrimLeftFunc(n.Data, unicode.IsSpace)
		}
	}
	first, _ := utf8.DecodeRuneInString(after)
	if (unicode.IsLower(last) || last == ',') && unicode.IsLower(first) {
		c.text.WriteByte(' ')
		return
	}
	kind, level := c.open.kind, c.open.level
	c.cut()
	c.open.kind, c.open.level = kind, level
}
