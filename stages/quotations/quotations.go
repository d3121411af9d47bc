// Package quotations finds who says what: direct speech between quotation marks, reported speech, and sources
// ("according to …").
package quotations

import "broadsheet/stages/text"

// Attribution says that a stretch of text is somebody's statement.
type Attribution struct {
	Span    text.Span // what is said, in bytes of the text
	Speaker int       // index into the mentions; -1 where the speaker is named but is no mention
	Cue     text.Span // the words that attribute it: "said", "according to"
	Direct  bool      // between quotation marks
}

// Statements is what the text says about who says what.
type Statements struct {
	Quoted       []text.Span   // direct speech, without its marks, in text order; not scare quotes or titles
	Attributions []Attribution // in text order
}
