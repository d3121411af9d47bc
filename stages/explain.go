package stages

import (
	"broadsheet/stages/entities"
)

// Explanation says why an analysis is what it is, for a person to read. Figures carry their reasons themselves.
type Explanation struct {
	Mentions []entities.Explanation // as Analysis.Mentions
}

// Explain gives the reasons of an analysis that this extractor made. It reads the text again, at several times the cost.
func (e *Extractor) Explain(a *Analysis) Explanation {
	if len(a.Mentions) == 0 {
		return Explanation{}
	}
	return Explanation{Mentions: e.recogniser.Explain(a.Segments, a.context())}
}
