package decode

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	goldtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"broadsheet/stages/text"
)

// The rules that name what is removed of Markdown.
const (
	ruleMark        = "markdown mark"
	ruleFrontMatter = "front matter"
	ruleMarkup      = "markup in markdown"
)

// What Markdown may be nested and measure; beyond it is read as plain text.
const (
	maxMarkdownNesting = 40
	maxMarkdownBytes   = 8 << 20
)

// markdownParser is read-only once made.
var markdownParser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// readMarkdown makes a block of every paragraph, heading, list entry, quote and table row, without their marks.
func (d *Document) readMarkdown(content string) {
	chars := characters(content)
	if len(chars.Content) > maxMarkdownBytes || nestedDeep(chars.Content) {
		d.Format = Plain
		d.readPlain(content)
		return
	}
	start := d.frontMatter(chars.Content)
	// The parser gives places in its own input: what stands before it is made blank, not cut.
	source := []byte(chars.Content)
	for i := range start {
		if source[i] != '\n' {
			source[i] = ' '
		}
	}
	m := markdownWriter{w: newWriter(chars.Content), source: source}
	m.w.remove(text.Span{Start: 0, End: start}, ruleFrontMatter)
	m.blocks(markdownParser.Parse(goldtext.NewReader(source)), Paragraph, 0)
	laid, blocks := m.w.finish()
	d.Text, d.Blocks = text.Then(chars, laid), blocks
}

// nestedDeep tells whether a line begins with more quote and list marks than people write.
func nestedDeep(s string) bool {
	for line := range strings.Lines(s) {
		lead := line[:len(line)-len(strings.TrimLeft(line, ">-*+). \t0123456789"))]
		// A rule may be as long as it likes: "* * * * *", "------".
		if strings.Trim(line, "-*_ \t\n") == "" {
			continue
		}
		if strings.Count(lead, ">")+len(strings.FieldsFunc(lead, func(r rune) bool { return r == ' ' || r == '\t' || r == '>' })) > maxMarkdownNesting {
			return true
		}
	}
	return false
}

// frontMatter reads the lines "name: value" between two lines "---" at the top, and returns where they end.
func (d *Document) frontMatter(s string) int {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return 0
	}
	end := strings.Index(rest, "\n---\n")
	if end < 0 {
		return 0
	}
	for line := range strings.Lines(rest[:end]) {
		name, value, ok := strings.Cut(line, ":")
		if value = strings.Trim(strings.TrimSpace(value), `"'`); !ok || value == "" {
			continue
		}
		m := &d.Metadata
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "title":
			m.Title = firstOf(m.Title, value)
		case "date", "published", "published_at":
			d.Dates = append(d.Dates, Date{value, DateFrontMatter})
			m.Date = firstOf(m.Date, value)
		case "author", "authors":
			if len(m.Authors) == 0 {
				for _, a := range strings.Split(strings.Trim(value, "[]"), ",") {
					m.Authors = append(m.Authors, strings.Trim(strings.TrimSpace(a), `"'`))
				}
			}
		case "url", "source", "canonical":
			m.URL = firstOf(m.URL, absolute(value))
		case "publisher", "site":
			m.Publisher = firstOf(m.Publisher, value)
		case "language", "lang":
			m.Language = firstOf(m.Language, value)
		}
	}
	return len("---\n") + end + len("\n---\n")
}

// markdownWriter lays out a parsed document.
type markdownWriter struct {
	w      *writer
	source []byte
}

// blocks writes the blocks below a node; kind and level are what a paragraph there is.
func (m *markdownWriter) blocks(parent ast.Node, kind Kind, level int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch b := n.(type) {
		case *ast.Heading:
			m.w.begin(Heading, b.Level)
			m.inlines(b)
		case *ast.Paragraph, *ast.TextBlock:
			m.w.begin(kind, level)
			m.inlines(b)
		case *ast.List:
			next := 1
			if kind == ListEntry {
				next = level + 1
			}
			m.blocks(b, ListEntry, next)
		case *ast.Blockquote:
			m.blocks(b, Quote, 0)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			m.w.begin(Code, 0)
			m.lines(b, false)
		case *ast.HTMLBlock:
			m.w.begin(kind, level)
			m.lines(b, true)
		case *extast.TableHeader, *extast.TableRow:
			m.w.begin(Row, 0)
			for cell := b.FirstChild(); cell != nil; cell = cell.NextSibling() {
				if cell.PreviousSibling() != nil && m.w.last != 0 {
					m.w.space = false
					m.w.insert(",")
					m.w.space = true
				}
				m.inlines(cell)
			}
		default:
			m.blocks(b, kind, level)
		}
	}
}

// lines writes the lines of a block as they are; of HTML only its text.
func (m *markdownWriter) lines(n ast.Node, markup bool) {
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		if markup {
			m.markup(text.Span{Start: s.Start, End: s.Stop})
		} else {
			m.keep(text.Span{Start: s.Start, End: s.Stop})
		}
		m.w.space = true
	}
}

// markup writes the text between tags.
func (m *markdownWriter) markup(s text.Span) {
	z := html.NewTokenizer(strings.NewReader(s.Of(m.w.source)))
	for at := s.Start; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		end := at + len(z.Raw())
		if kind == html.TextToken {
			m.text(text.Span{Start: at, End: end})
		}
		at = end
	}
}

// inlines writes the text of a block.
func (m *markdownWriter) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch t := n.(type) {
		case *ast.Text:
			s := text.Span{Start: t.Segment.Start, End: t.Segment.Stop}
			if _, code := parent.(*ast.CodeSpan); code {
				m.keep(s)
			} else {
				m.text(s)
			}
			if t.SoftLineBreak() || t.HardLineBreak() {
				m.w.wrap()
			}
		case *ast.AutoLink:
			m.w.insert(string(t.Label(m.source)))
		case *ast.Image, *ast.RawHTML:
		default:
			m.inlines(n)
		}
	}
}

// text writes characters with their escapes and entities resolved.
func (m *markdownWriter) text(s text.Span) {
	from := s.Start
	for i := s.Start; i < s.End; {
		switch c := m.source[i]; {
		case c == '\\' && i+1 < s.End && isPunctuation(m.source[i+1]):
			m.keep(text.Span{Start: from, End: i})
			from = i + 1
			i += 2
			continue
		case c == '&':
			end := strings.IndexByte(string(m.source[i:min(s.End, i+32)]), ';')
			if end < 0 {
				break
			}
			entity := string(m.source[i : i+end+1])
			if plain := html.UnescapeString(entity); plain != entity {
				m.keep(text.Span{Start: from, End: i})
				m.entity(plain)
				i += end + 1
				from = i
				continue
			}
		}
		i++
	}
	m.keep(text.Span{Start: from, End: s.End})
}

// entity writes a character that was written by name.
func (m *markdownWriter) entity(s string) {
	s = characters(s).Content
	if trimmed := strings.TrimSpace(s); trimmed != "" {
		m.w.insert(trimmed)
	} else if s != "" {
		m.w.space = true
	}
}

// keep writes a part of the source; what was passed over before it are marks.
func (m *markdownWriter) keep(s text.Span) {
	if s.Start < m.w.at {
		return
	}
	m.w.skip(s.Start, ruleMark)
	m.w.keep(s)
}

func isPunctuation(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
