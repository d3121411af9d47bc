// Package dates reads dates: of publication, and the times that a text speaks of.
package dates

import (
	"broadsheet/schemas"
	"broadsheet/stages/text"
)

// Expression is a stretch of text that names a time: "in 2023", "last year", "over the nine months", "on Nov. 17".
type Expression struct {
	Span     text.Span     // bytes of the text, preposition included
	Sentence int           // index into segment.Document.Sentences
	Start    *schemas.Date // first day, nil where open or not resolved
	End      *schemas.Date // last day, included, nil where open or not resolved
}
