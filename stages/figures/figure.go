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
	ReadBy         string // the rule that read the value, for inspect --explain
	MetricBy       string // why the metric was chosen
	PeriodBy       string // why the period was chosen
	SpeakerBy      string // why the speaker was chosen
}
