// Package stages turns a document into rows: read, clean, segment, tag, score, in this order, as one pure function.
//
// An Extractor is made once, holds the embedded resources read-only, and is safe for concurrent use. Extract opens no
// file and asks no clock; the same document, configuration and version give the same Result on every machine. A stage
// that panics costs its own document only: the result is then a reject that names the stage.
package stages

import (
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/clean"
	"broadsheet/stages/dates"
	"broadsheet/stages/decode"
	"broadsheet/stages/duplicates"
	"broadsheet/stages/entities"
	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/figures"
	"broadsheet/stages/language"
	"broadsheet/stages/quotations"
	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment"
)

// Config is what a user may set about extraction.
type Config struct {
	Language  string             // how a text is read whose language cannot be told; BCP 47
	Knowledge []knowledge.Source // the user's own entities, which win over ours
}

// Result is what one document becomes: an article with its rows, or a reject.
type Result struct {
	Article   schemas.ArticleRow
	Mentions  []schemas.MentionRow
	Figures   []schemas.FigureRow
	Signature duplicates.Signature
	Reject    *schemas.RejectRow // not nil where the document became no article; the rest is then empty
}

// Analysis is what the stages found in a document, before it becomes rows. The stages of names, speech, figures and tone
// leave their part empty where the text is in a language that they do not speak.
type Analysis struct {
	Document   *schemas.Document
	Clean      *clean.Article
	Published  dates.Publication
	Language   string
	Segments   *segment.Document
	Mentions   []entities.Mention
	Times      []dates.Expression
	Statements quotations.Statements
	Figures    []figures.Figure
	Tone       sentiment.Scores
	Signature  duplicates.Signature
}

// Extractor holds the stages.
type Extractor struct {
	language   string
	recogniser *entities.Recogniser
	figures    *figures.Reader
	sentiment  *sentiment.Scorer
}

// New loads the embedded resources.
func New(c Config) (*Extractor, error) {
	recogniser, err := entities.New(entities.Options{Knowledge: c.Knowledge})
	if err != nil {
		return nil, err
	}
	reader, err := figures.New(figures.Config{})
	if err != nil {
		return nil, err
	}
	scorer, err := sentiment.New()
	if err != nil {
		return nil, err
	}
	return &Extractor{language: c.Language, recogniser: recogniser, figures: reader, sentiment: scorer}, nil
}

// Resources describes all data built into the stages, and the user's own entities, by name.
func Resources(c Config) ([]schemas.Resource, error) {
	list, err := entities.Resources()
	if err != nil {
		return nil, err
	}
	list = append(list, figures.Resources()...)
	list = append(list, quotations.Resources()...)
	list = append(list, sentiment.Resources()...)
	for _, k := range c.Knowledge {
		list = append(list, schemas.NewResource("user/"+filepath.Base(k.Name), k.Text))
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list, nil
}

// Extract turns a document into rows.
func (e *Extractor) Extract(doc schemas.Document) Result {
	return e.ExtractObserved(doc, func(string) {})
}

// ExtractObserved is Extract that tells when a stage begins, for those who measure; the last call names no stage.
func (e *Extractor) ExtractObserved(doc schemas.Document, begins func(stage string)) Result {
	a, reject := e.Analyse(&doc, begins)
	if reject != nil {
		return Result{Reject: reject}
	}
	return a.Rows()
}

// Analyse runs the stages over a document, or says why it becomes no article.
func (e *Extractor) Analyse(doc *schemas.Document, begins func(stage string)) (a *Analysis, reject *schemas.RejectRow) {
	stage := ""
	begin := func(name string) {
		stage = name
		begins(name)
	}
	defer func() {
		if r := recover(); r != nil {
			a, reject = nil, doc.Reject(stage, schemas.ReasonInternal, "stage failed: "+oneLine(fmt.Sprint(r))+"; please report it with the document")
		}
	}()
	defer begins("")

	begin("decode")
	decoded, reject := decode.Decode(doc)
	if reject != nil {
		return nil, reject
	}
	begin("clean")
	a = &Analysis{Document: doc, Clean: clean.Clean(decoded)}
	content := a.Clean.Text.Content
	if content == "" {
		return nil, doc.Reject("clean", schemas.ReasonNoText, "nothing but boilerplate: no text is left after cleaning")
	}
	begin("language")
	a.Language = language.Detect(content)
	begin("segment")
	a.Segments = segment.Split(content)
	begin("dates")
	a.Published = dates.Published(a.Clean.Dates)
	if e.reads(a.Language, content) {
		e.read(a, begin)
	}
	begin("duplicates")
	a.Signature = duplicates.Sign(a.Segments)
	return a, nil
}

// read runs the stages that know English.
func (e *Extractor) read(a *Analysis, begin func(string)) {
	a.Times = dates.Expressions(a.Segments, a.Published.Date)
	begin("entities")
	a.Mentions = e.recogniser.Recognise(a.Segments, a.context())
	begin("quotations")
	a.Statements = quotations.Find(a.Segments, a.Mentions)
	begin("sentiment")
	a.Tone = e.sentiment.Score(a.Segments, a.targets())
	begin("figures")
	a.Figures = e.figures.Read(figures.Input{
		Doc: a.Segments, Mentions: a.Mentions, Times: a.Times, Statements: a.Statements, Published: a.Published.Date,
		Country: e.recogniser.Country(a.Clean.DatelinePlace),
	})
}

// context is what the head of the document says to the stage of names.
func (a *Analysis) context() entities.Context {
	return entities.Context{Title: a.Clean.Title, Dateline: a.Clean.DatelinePlace, Publisher: a.Clean.Publisher}
}

// targets is what tone is scored towards: the mentions.
func (a *Analysis) targets() []sentiment.Target {
	targets := make([]sentiment.Target, len(a.Mentions))
	for i, m := range a.Mentions {
		targets[i] = sentiment.Target{Sentence: m.Sentence, First: m.First, Last: m.Last}
	}
	return targets
}

// reads tells whether the English stages may read a text: one in English, or one of no certain language that may be.
func (e *Extractor) reads(tag, content string) bool {
	if tag == "" {
		if language.Foreign(content) {
			return false
		}
		tag = e.language
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base == "en"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
