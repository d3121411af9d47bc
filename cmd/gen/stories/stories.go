// Package stories reads labelled stories: invented news in which every figure is marked with what it measures, for when and
// who says so. data/README.md says how they are written.
package stories

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/text"
)

// Label is what a figure of a story is marked with. Metric, Period and Speaker stand as written, "-" for none.
type Label struct {
	text.Span // bytes of the story's text
	Metric    string
	Period    string
	Speaker   string
	Unsure    bool // two careful readers could differ
}

// Story is a labelled text; its paragraphs are parted by empty lines.
type Story struct {
	Name        string // file and number
	Title, Date string
	Text        string
	Labels      []Label
}

var markup = regexp.MustCompile(`\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}(\??)`)

// Read reads the stories of the files that a pattern matches, in the order of their names.
func Read(pattern string) ([]Story, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no stories: no file matches %s", pattern)
	}
	var all []Story
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for n, marked := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
			s, err := Parse(marked)
			if err != nil {
				return nil, fmt.Errorf("%s, story %d: %w", path, n+1, err)
			}
			s.Name = fmt.Sprintf("%s-%d", strings.TrimSuffix(filepath.Base(path), ".txt"), n+1)
			all = append(all, s)
		}
	}
	return all, nil
}

// Parse reads one story: its headline, the day of publication, and a paragraph a line.
func Parse(marked string) (Story, error) {
	lines := strings.SplitN(marked, "\n", 3)
	if len(lines) < 3 {
		return Story{}, fmt.Errorf("a story has a headline, a day and a text, not %q", marked)
	}
	s := Story{Title: markup.ReplaceAllString(lines[0], "$1"), Date: lines[1]}
	body := strings.ReplaceAll(lines[2], "\n", "\n\n")
	var plain strings.Builder
	at := 0
	for _, m := range markup.FindAllStringSubmatchIndex(body, -1) {
		plain.WriteString(body[at:m[0]])
		l := Label{Metric: body[m[4]:m[5]], Period: body[m[6]:m[7]], Speaker: body[m[8]:m[9]], Unsure: m[10] < m[11]}
		l.Start = plain.Len()
		plain.WriteString(body[m[2]:m[3]])
		l.End = plain.Len()
		s.Labels = append(s.Labels, l)
		at = m[1]
	}
	plain.WriteString(body[at:])
	s.Text = plain.String()
	if i := strings.IndexAny(s.Text, "{}|"); i >= 0 {
		return s, fmt.Errorf("a label that is none at %q", s.Text[i:min(len(s.Text), i+40)])
	}
	return s, nil
}

// Document returns the story as a source would give it.
func (s Story) Document() schemas.Document {
	return Document(s.Title, s.Date, s.Text)
}

// Document returns a text as a source would give it.
func Document(title, date, body string) schemas.Document {
	return schemas.Document{SourceURI: title, RecordIndex: -1, Source: []byte(body), Body: []byte(body), MediaType: "text/plain",
		Metadata: schemas.Metadata{Title: title, Date: date}}
}

// Places returns where spans of a body, in text order, stand in the text that cleaning made of it; an empty one for what is gone.
func Places(body, clean string, spans []text.Span) []text.Span {
	places := make([]text.Span, len(spans))
	from := 0
	for i, at := range spans {
		if places[i] = place(body, clean, at, from); places[i].Len() > 0 {
			from = places[i].Start
		}
	}
	return places
}

// place looks for a span with as much of what stands around it in its line as cleaning has left.
func place(body, clean string, at text.Span, from int) text.Span {
	for _, around := range []int{24, 12, 5} {
		start, end := max(0, at.Start-around), min(len(body), at.End+around)
		if i := strings.LastIndexByte(body[start:at.Start], '\n'); i >= 0 {
			start += i + 1
		}
		if i := strings.IndexByte(body[at.End:end], '\n'); i >= 0 {
			end = at.End + i
		}
		if i := strings.Index(clean[from:], body[start:end]); i >= 0 {
			return text.Span{Start: from + i + at.Start - start, End: from + i + at.End - start}
		}
	}
	return text.Span{}
}
