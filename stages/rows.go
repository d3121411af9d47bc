package stages

import (
	"math"
	"strconv"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/stages/entities"
	"broadsheet/stages/figures"
	"broadsheet/stages/sentiment"
	"broadsheet/stages/text"
)

// Rows turns what the stages found into rows: bytes into code points, indexes into ids.
func (a *Analysis) Rows() Result {
	r := Result{Signature: a.Signature}
	at := text.NewCodePoints(a.Segments.Text)
	r.Article = a.article(at)
	speaks := a.speakers()
	for i, m := range a.Mentions {
		row := a.mention(&m, at, r.Article.ArticleID)
		row.IsSpeaker = speaks[i]
		row.SentimentScore, row.SentimentLabel = cells(a.Tone.Targets[i])
		r.Mentions = append(r.Mentions, row)
	}
	for _, f := range a.Figures {
		r.Figures = append(r.Figures, a.figure(&f, at, r.Article.ArticleID))
	}
	return r
}

func (a *Analysis) article(at *text.CodePoints) schemas.ArticleRow {
	c, d := a.Clean, a.Document
	id := d.ArticleID()
	row := schemas.ArticleRow{
		ArticleID: id, ExternalID: d.Metadata.ExternalID, SourceURI: d.SourceURI, SourceCount: 1,
		URL: c.URL, Publisher: c.Publisher, Title: c.Title, Authors: c.Authors,
		DatelinePlace: c.DatelinePlace, DatelineDate: a.Published.DatelineDate,
		PublishedAt: a.Published.At, PublishedDate: a.Published.Date, PublishedSource: a.Published.Source,
		Language: a.Language, Text: a.Segments.Text,
		CharCount:        int32(at.At(len(a.Segments.Text))),
		WordCount:        int32(a.Segments.WordCount()),
		SentenceCount:    int32(len(a.Segments.Sentences)),
		RemovedCharCount: int32(removed(c.Text)),
		MentionCount:     int32(len(a.Mentions)),
		EntityCount:      int32(distinct(a.Mentions)),
		FigureCount:      int32(len(a.Figures)),
		DuplicateGroupID: id, DuplicateSimilarity: 1,
	}
	if d.RecordIndex >= 0 {
		index := d.RecordIndex
		row.RecordIndex = &index
	}
	row.SentimentScore, row.SentimentLabel = cells(a.Tone.Article)
	return row
}

// removed counts the code points of the source that are not in the text.
func removed(t *text.Text) int {
	n := 0
	for _, r := range t.Removed {
		n += utf8.RuneCountInString(r.Span.Of(t.Source))
	}
	return n
}

func distinct(mentions []entities.Mention) int {
	seen := map[string]bool{}
	for _, m := range mentions {
		seen[m.EntityID] = true
	}
	return len(seen)
}

// speakers tells for each mention whether a statement is attributed to it.
func (a *Analysis) speakers() []bool {
	out := make([]bool, len(a.Mentions))
	for _, s := range a.Statements.Attributions {
		if s.Speaker >= 0 {
			out[s.Speaker] = true
		}
	}
	return out
}

func (a *Analysis) mention(m *entities.Mention, at *text.CodePoints, article string) schemas.MentionRow {
	start := at.At(m.Span.Start)
	s := a.Segments.Sentences[m.Sentence]
	row := schemas.MentionRow{
		MentionID: article + "-m" + strconv.Itoa(start), ArticleID: article,
		ParagraphIndex: int32(s.Paragraph), SentenceIndex: int32(m.Sentence),
		CharStart: int32(start), CharEnd: int32(at.At(m.Span.End)), Surface: m.Span.Of(a.Segments.Text),
		EntityID: m.EntityID, EntityName: m.Name, EntityType: m.Type, MentionForm: m.Form,
		CountryCode: m.Country, Role: m.Role, Linked: m.Linked, Confidence: rounded(m.Confidence),
		Sentence: s.Of(a.Segments.Text),
	}
	if m.HasPlace {
		latitude, longitude := m.Latitude, m.Longitude
		row.Latitude, row.Longitude = &latitude, &longitude
	}
	return row
}

func (a *Analysis) figure(f *figures.Figure, at *text.CodePoints, article string) schemas.FigureRow {
	start := at.At(f.Span.Start)
	s := a.Segments.Sentences[f.Sentence]
	row := schemas.FigureRow{
		FigureID: article + "-f" + strconv.Itoa(start), ArticleID: article,
		ParagraphIndex: int32(s.Paragraph), SentenceIndex: int32(f.Sentence),
		CharStart: int32(start), CharEnd: int32(at.At(f.Span.End)), Surface: f.Span.Of(a.Segments.Text),
		Kind: f.Kind, Value: f.Value, ValueHigh: f.High, Unit: f.Unit, Dimension: f.Dimension,
		BaseValue: f.BaseValue, BaseUnit: f.BaseUnit, Currency: f.Currency, Bound: f.Bound, Direction: f.Direction,
		Metric: f.Metric, PeriodStart: f.PeriodStart, PeriodEnd: f.PeriodEnd, PeriodText: f.PeriodText,
		IsQuoted: f.Quoted, Confidence: f.Confidence, Sentence: s.Of(a.Segments.Text),
	}
	known := map[string]bool{}
	for _, i := range f.MetricMentions {
		if id := a.Mentions[i].EntityID; !known[id] {
			known[id] = true
			row.MetricEntityIDs = append(row.MetricEntityIDs, id)
		}
	}
	if f.Speaker >= 0 {
		row.SpeakerEntityID, row.SpeakerName = a.Mentions[f.Speaker].EntityID, a.Mentions[f.Speaker].Name
	}
	return row
}

// cells returns a tone as its two columns.
func cells(s sentiment.Score) (*float64, string) {
	if !s.OK {
		return nil, ""
	}
	v := rounded(s.Value)
	return &v, s.Label
}

// rounded keeps six decimals of what a model estimates: in the last bits the exponential functions of processors differ, and
// the same input gives the same bytes on all of them. Adding nothing turns a negative zero into zero.
func rounded(v float64) float64 { return math.Round(v*1e6)/1e6 + 0 }
