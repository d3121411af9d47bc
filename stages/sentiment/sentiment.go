// Package sentiment measures tone: of a sentence towards each mention in it, of a sentence, of an article.
package sentiment

// Score is a tone from -1 to 1 with its label; OK is false where nothing could be scored.
type Score struct {
	Value float64
	Label string // one of schemas.SentimentLabels
	OK    bool
}

// Scores holds the tones of one document.
type Scores struct {
	Article   Score
	Sentences []Score // as segment.Document.Sentences
	Mentions  []Score // as the mentions
}
