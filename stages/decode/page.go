package decode

import (
	"encoding/json"
	"net/url"
	"strings"
	"unicode"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a page says about itself outside its main text.
type page struct {
	body      *html.Node
	language  string
	headings  []string // the h1 elements
	titles    []string // JSON-LD headline, og:title, title element; as written
	published []string // by JSON-LD, as written
	meta      []string // dates of meta elements, in order of trust
	times     []string // of time elements
	canonical string
	authors   []string        // by JSON-LD
	bylines   []string        // of meta elements, then of links to authors
	publisher string          // by JSON-LD
	site      string          // og:site_name
	links     map[string]bool // plainKey of what links show
}

// metaDates are the names of meta elements that hold the date of publication, in order of trust.
var metaDates = []string{"article:published_time", "datepublished", "og:published_time", "og:article:published_time", "published_time", "parsely-pub-date",
	"sailthru.date", "article.published", "published", "publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "dc.date.issued",
	"dcterms.issued", "dcterms.created", "dc.date", "dc.date.created", "dcsext.articlefirstpublished", "cxenseparse:recs:publishtime", "originalpublicationdate",
	"article_date_original", "ptime", "date", "displaydate"}

// metaAuthors are the names of meta elements that hold the authors' names.
var metaAuthors = []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "citation_author"}

// inspect reads what a page says about itself.
func inspect(root *html.Node) *page {
	p := &page{links: map[string]bool{}}
	metas := map[string]string{}
	p.scan(root, metas)
	for _, name := range metaDates {
		if v := metas[name]; v != "" {
			p.meta = append(p.meta, v)
		}
	}
	if v := metas["og:title"]; v != "" {
		p.titles = append([]string{v}, p.titles...)
	}
	var named []string
	for _, name := range metaAuthors {
		if v := metas[name]; v != "" && !strings.Contains(v, "://") {
			named = append(named, v)
			break
		}
	}
	p.bylines = append(named, p.bylines...)
	p.site = metas["og:site_name"]
	if p.canonical == "" {
		p.canonical = metas["og:url"]
	}
	return p
}

func (p *page) scan(n *html.Node, metas map[string]string) {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Html:
			p.language = attribute(n, "lang")
		case atom.Body:
			p.body = n
		case atom.Title:
			if n.Parent != nil && n.Parent.DataAtom == atom.Head {
				p.titles = append(p.titles, innerText(n))
			}
		case atom.Link:
			if attribute(n, "rel") == "canonical" {
				p.canonical = attribute(n, "href")
			}
		case atom.Meta:
			p.readMeta(n, metas)
			return
		case atom.H1:
			if s := innerText(n); s != "" {
				p.headings = append(p.headings, s)
			}
		case atom.Time:
			p.readTime(n)
		case atom.A:
			text := innerText(n)
			p.links[plainKey(text)] = true
			if attribute(n, "rel") == "author" && text != "" {
				p.bylines = append(p.bylines, text)
			}
		case atom.Script:
			if strings.Contains(attribute(n, "type"), "ld+json") && n.FirstChild != nil {
				p.readLinkedData(n.FirstChild.Data)
			}
			return
		case atom.Style, atom.Noscript, atom.Template:
			return
		}
		if n.DataAtom != atom.Time && strings.EqualFold(attribute(n, "itemprop"), "datePublished") {
			p.meta = append(p.meta, firstOf(attribute(n, "content"), attribute(n, "datetime"), innerText(n)))
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.scan(c, metas)
	}
}

func (p *page) readMeta(n *html.Node, metas map[string]string) {
	name := strings.ToLower(strings.TrimSpace(firstOf(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop"))))
	if value := strings.TrimSpace(attribute(n, "content")); value != "" && metas[name] == "" {
		metas[name] = value
	}
}

func (p *page) readTime(n *html.Node) {
	value := firstOf(attribute(n, "datetime"), attribute(n, "content"), innerText(n))
	if value == "" {
		return
	}
	if strings.EqualFold(attribute(n, "itemprop"), "datePublished") || n.Parent != nil && strings.Contains(strings.ToLower(attribute(n.Parent, "class")), "publish") {
		p.times = append([]string{value}, p.times...)
	} else {
		p.times = append(p.times, value)
	}
}

// readLinkedData takes headline and date of publication from JSON-LD, whatever it is nested in. Objects that describe an
// article come before others.
func (p *page) readLinkedData(s string) {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<![CDATA["), "]]>")
	var value any
	if json.Unmarshal([]byte(s), &value) != nil {
		// Pages have raw line breaks inside strings; JSON forbids them.
		s = strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, s)
		if json.Unmarshal([]byte(s), &value) != nil {
			return
		}
	}
	p.linkedObject(value, 0)
}

func (p *page) linkedObject(value any, depth int) {
	if depth > 16 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, inner := range v {
			p.linkedObject(inner, depth+1)
		}
	case map[string]any:
		if kind := strings.ToLower(typeName(v["@type"])); strings.Contains(kind, "article") || strings.Contains(kind, "posting") || strings.Contains(kind, "page") || strings.Contains(kind, "review") {
			if s, ok := v["datePublished"].(string); ok && s != "" {
				p.published = append(p.published, s)
			}
			if s, ok := v["headline"].(string); ok && s != "" {
				p.titles = append(p.titles, html.UnescapeString(s))
			}
			if len(p.authors) == 0 {
				p.authors = personNames(v["author"])
			}
			if names := personNames(v["publisher"]); len(names) > 0 && p.publisher == "" {
				p.publisher = names[0]
			}
		}
		p.linkedObject(v["@graph"], depth+1)
		p.linkedObject(v["mainEntity"], depth+1)
	}
}

// personNames returns the names of a JSON-LD author or publisher: a string, an object with a name, or a list of them.
func personNames(v any) []string {
	switch t := v.(type) {
	case string:
		if t = oneLine(html.UnescapeString(t)); t != "" && !strings.Contains(t, "://") {
			return []string{t}
		}
	case map[string]any:
		if name, ok := t["name"].(string); ok {
			return personNames(name)
		}
		if names, ok := t["name"].([]any); ok {
			return listNames(names)
		}
	case []any:
		return listNames(t)
	}
	return nil
}

func listNames(list []any) []string {
	var names []string
	for _, v := range list {
		if _, nested := v.([]any); !nested {
			names = append(names, personNames(v)...)
		}
	}
	return names
}

// typeName joins the types of a JSON-LD object.
func typeName(v any) string {
	switch t := v.(type) {
	case string:
		return t
	case []any:
		var names []string
		for _, inner := range t {
			if s, ok := inner.(string); ok {
				names = append(names, s)
			}
		}
		return strings.Join(names, " ")
	}
	return ""
}

// mergePage fills in what the record did not say from the page.
func (d *Document) mergePage(p *page, found trafilatura.Metadata) {
	m := &d.Metadata
	if m.URL == "" {
		m.URL = firstOf(absolute(p.canonical), absolute(found.URL))
	}
	if m.Publisher == "" {
		site, _, _ := strings.Cut(firstOf(p.publisher, p.site, found.Sitename), ";")
		site, _, _ = strings.Cut(site, " | ")
		m.Publisher = oneLine(site)
	}
	if m.Title == "" {
		m.Title = p.title(oneLine(found.Title), m.Publisher)
	}
	if len(m.Authors) == 0 {
		m.Authors = p.writers(m.Publisher)
	}
	if m.Language == "" {
		m.Language = p.language
	}
	d.datePage(p, m.URL)
}

// writers returns who wrote the page, by its best source; a site that names itself as author names nobody.
func (p *page) writers(publisher string) []string {
	names := p.authors
	if len(names) == 0 && len(p.bylines) > 0 {
		names = p.bylines[:1]
	}
	var out []string
	for _, name := range names {
		name = oneLine(name)
		if rest, ok := strings.CutPrefix(name, "By "); ok {
			name = rest
		}
		if key := plainKey(name); key != "" && key != plainKey(publisher) && key != "admin" {
			out = append(out, name)
		}
	}
	return out
}

// absolute returns a web address, "" for anything else.
func absolute(s string) string {
	if u, err := url.Parse(strings.TrimSpace(s)); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return u.String()
	}
	return ""
}

// title returns the headline. A heading of the page that its title begins with is the headline without the site's name.
func (p *page) title(found, publisher string) string {
	all := append([]string{found}, p.titles...)
	for _, h := range p.headings {
		for _, t := range all {
			if key := plainKey(h); len(key) > 10 && (strings.HasPrefix(plainKey(t), key) || 2*len(key) > len(plainKey(t)) && strings.HasSuffix(plainKey(t), key)) {
				return h
			}
		}
	}
	title := oneLine(firstOf(all...))
	if title == "" && len(p.headings) > 0 {
		title = p.headings[0]
	}
	return withoutSite(title, publisher)
}

// withoutSite cuts the site's name off a title: "Rates rise | The Daily News".
func withoutSite(title, publisher string) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " « "} {
		at := strings.LastIndex(title, mark)
		if at <= 0 {
			continue
		}
		head, tail := title[:at], plainKey(title[at+len(mark):])
		site := plainKey(publisher)
		if mark == " | " || site != "" && (strings.Contains(site, tail) || strings.Contains(tail, site)) {
			if strings.Count(head, " ") >= 2 {
				return head
			}
		}
	}
	return title
}

// plainKey returns the letters and digits of a text in lower case, for comparing.
func plainKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// innerText returns the text of an element in one line.
func innerText(n *html.Node) string {
	var out []string
	for _, p := range partsOf(n) {
		out = append(out, p.text)
	}
	return oneLine(strings.Join(out, " "))
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(characters(s).Content), " ")
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}
