package stages

import (
	"broadsheet/stages/entities"
	"broadsheet/stages/sentiment"
)

// Explanation says why an analysis is what it is, for a person to read. Figures carry their reasons themselves.
type Explanation struct {
	Mentions []entities.Explanation // as Analysis.Mentions
	Tone     sentiment.Explanations // of the mentions, the sentences and the article
}

// Explain gives the reasons of an analysis that this extractor made. It reads the text again, at several times the cost.
// Where the English stages stood aside there is nothing to explain.
func (e *Extractor) Explain(a *Analysis) Explanation {
	if !e.reads(a.Language, a.Segments.Text) {
		return Explanation{}
	}
	return Explanation{
		Mentions: e.recogniser.Explain(a.Segments, a.context()),
		Tone:     e.sentiment.Explain(a.Segments, a.targets()),
	}
}
