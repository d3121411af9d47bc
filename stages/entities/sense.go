package entities

import (
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// common holds the words that show names to be words here: "Apple growers", "GM crops", "turkey" at the start of a sentence.
var common = map[string]string{
	"AP":     " course courses class classes exam exams student students teacher teachers ",
	"Apple":  " blossom cider crop grower growers harvest juice orchard orchards pie pies sauce tart tarts tree trees ",
	"GM":     " corn cotton crop crops food foods maize plants rice seed seeds soy soya soybeans ",
	"Orange": " blossom grove groves grower growers harvest juice marmalade peel tree trees ",
	"Turkey": " breast cranberries cranberry gravy leftovers meat roast sandwich sandwiches stuffing trot ",
}

// wordHere tells whether a name of one word is a common word here, by the small words right behind it.
func (t *reading) wordHere(s *span) bool {
	words := common[t.d.Word(s.first)]
	if words == "" || s.last-s.first > 1 {
		return false
	}
	for i := s.last; i < min(s.last+3, len(t.tokens)) && !t.is(i, capital); i++ {
		if strings.Contains(words, " "+t.d.Word(i)+" ") {
			return true
		}
	}
	return false
}

// paired tells whether a known body stands beside the name at i, joined by "and": "Shell and Chevron", "Visa and Mastercard".
func (t *reading) paired(i int) bool {
	var buffer [8]knowledge.Candidate
	if i+2 < len(t.tokens) && t.d.Word(i+1) == "and" && t.is(i+2, capital) {
		for _, m := range t.base.Matches(nil, t.d, i+2, min(i+6, len(t.tokens))) {
			if c := t.base.Candidates(buffer[:0], m); c[0].Type == "organization" && len(c) == 1 && c[0].Cues == "" {
				return true
			}
		}
	}
	return false
}

// ofNation tells whether the possessive of a country stands before the name at i: "France’s Total".
func (t *reading) ofNation(i int, country string) bool {
	if i < 2 || country == "" || !clitic(t.d.Word(i-1)) {
		return false
	}
	m := t.base.Exact(t.d, i-2, i-1)
	if !m.Found() {
		return false
	}
	var buffer [8]knowledge.Candidate
	c := t.base.Candidates(buffer[:0], m)[0]
	return c.Nation && c.Country == country
}
