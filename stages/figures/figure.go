// Package figures reads every number of a text as a claim: its value, unit, bound and direction, what it measures, for
// when, and who says so.
package figures

import (
	"broadsheet/schemas"
	"broadsheet/stages/text"
)

// Figure is one number of a text. Its fields mean what the columns of schemas.Figures say.
type Figure struct {
	Span           text.Span // bytes of the text
	Sentence       int       // index into segment.Document.Sentences
	Kind           string
	Value          float64
	High           *float64
	Unit           string
	Dimension      string
	BaseValue      *float64
	BaseUnit       string
	Currency       string
	Bound          string
	Direction      string
	Metric         string
	MetricMentions []int // indexes into the mentions, in text order
	PeriodStart    *schemas.Date
	PeriodEnd      *schemas.Date
	PeriodText     string
	Speaker        int // index into the mentions, -1 for none
	Quoted         bool
	Confidence     float64
	ReadBy         string // how the value was read: the four reasons are words for a person, and never empty
	MetricBy       string // why the metric was chosen, or why there is none
	PeriodBy       string // the same of the period
	SpeakerBy      string // the same of the speaker
}
