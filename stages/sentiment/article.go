package sentiment

import (
	"math"

	"broadsheet/stages/segment"
)

// leadWeight is the weight of the first sentence; it falls to 1 over the first leadLength sentences.
const (
	leadWeight = 2.0
	leadLength = 4
)

// quotedWeight is what a sentence inside quotation marks counts for: it is what somebody says, not the paper's own voice.
const quotedWeight = 0.3

// weights returns the share of each sentence in the tone of the article: longer ones, the lead and the paper's own words
// count more. They sum to 1; none where there is no sentence.
func weights(d *segment.Document) []float64 {
	out := quotedShares(d)
	total := 0.0
	for i, s := range d.Sentences {
		out[i] = (1 - float64((1-quotedWeight)*out[i])) * math.Sqrt(float64(min(s.Last-s.First, 40)))
		if i < leadLength {
			out[i] *= leadWeight - float64((leadWeight-1)*float64(i)/leadLength)
		}
		total += out[i]
	}
	for i := range out {
		out[i] /= total
	}
	return out
}

// emphasis weakens faint tones against strong ones where there are n sentences: a report in which every sentence leans a
// little one way judges nothing, while one sentence alone is what it is.
func emphasis(v float64, n int) float64 {
	return math.Copysign(math.Pow(math.Abs(v), 1.5-0.5/float64(n*n)), v)
}

// article is the weighted mean of the sentences.
func article(d *segment.Document, scores []Score) Score {
	if len(scores) == 0 {
		return Score{}
	}
	sum := 0.0
	for i, w := range weights(d) {
		sum += float64(w * emphasis(scores[i].Value, len(scores)))
	}
	return articleBand.label(sum)
}

// quotedShares returns for each sentence how much of it stands between quotation marks. Marks that a paragraph leaves open
// end with it.
func quotedShares(d *segment.Document) []float64 {
	out := make([]float64, len(d.Sentences))
	open := false
	for i, s := range d.Sentences {
		if i == d.Paragraphs[s.Paragraph].First {
			open = false
		}
		inside := 0
		for j := s.First; j < s.Last; j++ {
			switch d.Word(j) {
			case "“":
				open = true
			case "”":
				open = false
			case `"`:
				open = !open
			}
			if open {
				inside++
			}
		}
		out[i] = float64(inside) / float64(max(1, s.Last-s.First))
	}
	return out
}
