package source

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"broadsheet/schemas"
)

// FieldNames are the names of a record's fields that the product knows, each with the names it goes by in records; the
// first that is there counts. Options.Fields puts another name in front.
var FieldNames = []struct {
	Name    string
	Aliases []string
}{
	{"text", []string{"text", "content", "body", "maintext", "article_body", "articleBody"}},
	{"html", []string{"html", "raw_html", "content_html"}},
	{"id", []string{"id", "external_id", "doc_id"}},
	{"url", []string{"url", "link", "source_url"}},
	{"title", []string{"title", "headline"}},
	{"date", []string{"date", "published", "published_at", "date_publish", "datePublished", "published_date"}},
	{"authors", []string{"authors", "author", "byline"}},
	{"publisher", []string{"publisher", "publication", "site_name", "source_domain"}},
	{"language", []string{"language", "lang"}},
}

// fields maps the product's name of a field to the names that records may use, in order.
type fields map[string][]string

func newFields(own map[string]string) (fields, error) {
	f := fields{}
	var names []string
	for _, n := range FieldNames {
		f[n.Name] = n.Aliases
		names = append(names, n.Name)
	}
	for name, alias := range own {
		aliases, ok := f[name]
		if !ok {
			slices.Sort(names)
			return nil, fmt.Errorf("field %q is unknown; known are %s", name, strings.Join(names, ", "))
		}
		if alias == "" {
			return nil, fmt.Errorf("field %q is given no name", name)
		}
		f[name] = append([]string{alias}, aliases...)
	}
	return f, nil
}

// document makes a document of a record; get returns a field's value as encoding/json gives it, nil where there is none.
func (f fields) document(get func(name string) (any, error)) (schemas.Document, string, error) {
	var d schemas.Document
	find := func(field string) (name string, value any, err error) {
		for _, name := range f[field] {
			if value, err = get(name); err != nil || value != nil && value != "" {
				return name, value, err
			}
		}
		return "", nil, nil
	}
	malformed := func(err error) (schemas.Document, string, error) {
		return schemas.Document{}, schemas.ReasonMalformedRecord, err
	}
	for _, target := range []struct {
		field string
		to    *string
	}{
		{"id", &d.Metadata.ExternalID}, {"url", &d.Metadata.URL}, {"title", &d.Metadata.Title},
		{"publisher", &d.Metadata.Publisher}, {"language", &d.Metadata.Language},
	} {
		name, value, err := find(target.field)
		if err != nil {
			return malformed(err)
		}
		if *target.to, err = scalar(name, value); err != nil {
			return malformed(err)
		}
	}
	name, value, err := find("date")
	if err == nil {
		d.Metadata.Date, err = date(name, value)
	}
	if err != nil {
		return malformed(err)
	}
	if name, value, err = find("authors"); err == nil {
		d.Metadata.Authors, err = nameList(name, value)
	}
	if err != nil {
		return malformed(err)
	}
	for _, field := range []string{"text", "html"} {
		name, value, err := find(field)
		if err != nil {
			return malformed(err)
		}
		if value == nil {
			continue
		}
		text, ok := value.(string)
		if !ok {
			return malformed(fmt.Errorf("field %q is %s, not a string", name, kind(value)))
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		d.Body = []byte(text)
		if field == "html" {
			d.MediaType = "text/html"
		}
		return d, "", nil
	}
	return schemas.Document{}, schemas.ReasonNoText, fmt.Errorf("no text in the record: none of the fields %s holds any", strings.Join(append(slices.Clone(f["text"]), f["html"]...), ", "))
}

// scalar returns a string, a number as written, or the name of an object that has one.
func scalar(name string, value any) (string, error) {
	switch v := value.(type) {
	case nil:
		return "", nil
	case string:
		return strings.TrimSpace(v), nil
	case json.Number:
		return v.String(), nil
	case map[string]any:
		if inner, ok := v["name"].(string); ok {
			return strings.TrimSpace(inner), nil
		}
	}
	return "", fmt.Errorf("field %q is %s, not a string", name, kind(value))
}

// date returns a date as written; a number of seconds or milliseconds since 1970 becomes an instant.
func date(name string, value any) (string, error) {
	number, ok := value.(json.Number)
	if !ok {
		return scalar(name, value)
	}
	n, err := strconv.ParseInt(number.String(), 10, 64)
	switch {
	case err != nil || n < 0:
	case n >= 1e8 && n < 1e10:
		return time.Unix(n, 0).UTC().Format(time.RFC3339), nil
	case n >= 1e11 && n < 1e13:
		return time.UnixMilli(n).UTC().Format(time.RFC3339Nano), nil
	}
	return number.String(), nil // 20240926 and 2024 are for the date parser
}

// nameList returns the names of a list, of strings or of objects with a name, or those of one string: "A, B and C".
func nameList(name string, value any) ([]string, error) {
	list, ok := value.([]any)
	if !ok {
		s, err := scalar(name, value)
		if err != nil || s == "" {
			return nil, err
		}
		return splitNames(s), nil
	}
	var names []string
	for _, v := range list {
		s, err := scalar(name, v)
		if err != nil {
			return nil, err
		}
		if s != "" {
			names = append(names, s)
		}
	}
	return names, nil
}

// splitNames parts names at commas, semicolons and "and", where each part is a full name: "Doe, Jane" is one.
func splitNames(s string) []string {
	parts := strings.Split(strings.NewReplacer(";", ",", " and ", ",", " & ", ",").Replace(s), ",")
	var names []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if len(parts) > 1 && !strings.Contains(p, " ") {
			return []string{s}
		}
		names = append(names, p)
	}
	return names
}

// kind names the type of a JSON value.
func kind(value any) string {
	switch value.(type) {
	case string:
		return "a string"
	case json.Number:
		return "a number"
	case bool:
		return "true or false"
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	}
	return "null"
}
