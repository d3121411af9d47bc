package decode

import (
	"slices"
	"strings"
	"unicode"

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
	times     []string // of time elements, in order of trust
	canonical string
	authors   []string        // by JSON-LD
	bylines   []string        // of meta elements, then of links to authors
	publisher string          // by JSON-LD
	site      string          // og:site_name
	links     map[string]bool // plainKey of what links show

	headline *html.Node // the first h1
	clocks   []clock
}

// clock is a time element.
type clock struct {
	node  *html.Node
	value string
	rank  int // the lower, the likelier it is when the page was published
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
	p.sortTimes()
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
				if p.headline == nil {
					p.headline = n
				}
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

// How likely a time element is to say when the page was published: it says so itself, it stands in the headline's article,
// behind the headline, somewhere else (a ticker above it), or it says when the page was changed.
const (
	saysPublished = iota
	inArticle
	behindHeadline
	elsewhere
	saysUpdated
)

func (p *page) readTime(n *html.Node) {
	value := firstOf(attribute(n, "datetime"), attribute(n, "content"), innerText(n))
	if value == "" {
		return
	}
	rank := elsewhere
	if p.headline != nil {
		rank = behindHeadline
	}
	for _, said := range []string{attribute(n, "itemprop"), attribute(n, "class"), attribute(n.Parent, "class")} {
		switch said = strings.ToLower(said); {
		case strings.Contains(said, "publish"):
			rank = saysPublished
		case strings.Contains(said, "update") || strings.Contains(said, "modif"):
			rank = saysUpdated
		default:
			continue
		}
		break
	}
	if rank != saysPublished && isUpdate(textBefore(n)) {
		rank = saysUpdated
	}
	p.clocks = append(p.clocks, clock{n, value, rank})
}

// textBefore returns the text right before an element: "Updated: <time>".
func textBefore(n *html.Node) string {
	if before := n.PrevSibling; before != nil {
		return innerText(before)
	}
	return ""
}

// sortTimes puts the time elements in order of trust.
func (p *page) sortTimes() {
	article := p.headline
	for article != nil && article.DataAtom != atom.Article && article.DataAtom != atom.Main {
		article = article.Parent
	}
	for i := range p.clocks {
		c := &p.clocks[i]
		for n := c.node; article != nil && n != nil && (c.rank == behindHeadline || c.rank == elsewhere); n = n.Parent {
			if n == article {
				c.rank = inArticle
			}
		}
	}
	slices.SortStableFunc(p.clocks, func(a, b clock) int { return a.rank - b.rank })
	for _, c := range p.clocks {
		p.times = append(p.times, c.value)
	}
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
	if n == nil {
		return ""
	}
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
