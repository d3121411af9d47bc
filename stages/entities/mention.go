// Package entities finds the names in a text, types them, resolves short forms to full ones and links them to the
// knowledge base.
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
	HasPlace    bool      // Latitude and Longitude are known
	Latitude    float64   // degrees
	Longitude   float64   // degrees
	Role        string    // title or office that the text gives a person here
	Linked      bool      // EntityID comes from the knowledge base
	Confidence  float64   // 0..1, calibrated
}
