package decode

import (
	"net/url"
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
)

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
