package decode

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

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
