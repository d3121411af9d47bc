// Package entities finds the names in a text, types them, resolves short forms to full ones and links them to the
// knowledge base.
//
// A reading is one text with what is found in it. Tags come from the tagger and from rules (runs of capitalised words);
// known names come from the knowledge base; settle makes spans of both, which do not overlap. The resolution of a document
// then decides which thing each span means: full names first, acronyms that the text defines, parts of longer names,
// surnames. A name that may mean several known things is linked where the tagger, cues in the text, or the countries that
// it speaks of decide, and left unlinked where they do not. Each decision has a cause, which Explain shows.
//
// A Recogniser is read-only once made and safe for concurrent use. The same text and context give the same mentions on
// every machine.
package entities

import "broadsheet/stages/text"

// Mention is one name in a text.
type Mention struct {
	Span        text.Span // bytes of the text
	Sentence    int       // index into segment.Document.Sentences
	First, Last int       // tokens [First, Last) of segment.Document.Tokens
	EntityID    string    // "type:key"
	Name        string    // canonical name
	Type        string    // one of schemas.EntityTypes
	Form        string    // one of schemas.MentionForms
	Country     string    // ISO 3166-1 alpha-2, empty where unknown
	Nation      bool      // a country itself
	HasPlace    bool      // Latitude and Longitude are known
	Latitude    float64   // degrees
	Longitude   float64   // degrees
	Role        string    // title or office that the text gives a person here
	Linked      bool      // EntityID comes from the knowledge base
	Confidence  float64   // 0..1, calibrated
}
