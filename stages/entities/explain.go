package entities

import (
	"fmt"

	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/segment"
)

// Explanation tells why a mention is what it is.
type Explanation struct {
	Mention
	Found      string   // what saw the name: "tagger: person 0.93", "known name"
	Meant      string   // what decided which thing it means
	Candidates []string // the known entities it was weighed against: "location:georgia 8.0"
}

// Explain is Recognise with the reasons, for a person to read.
func (r *Recogniser) Explain(d *segment.Document, c Context) []Explanation {
	res := r.resolve(d, c)
	out := make([]Explanation, 0, len(res.body.spans))
	for i := range res.body.spans {
		s := &res.body.spans[i]
		e := Explanation{Mention: res.mention(i), Found: string(s.cause), Meant: string(s.links)}
		if s.tagged != none {
			e.Found += fmt.Sprintf(" (%s %.2f)", s.tagged, s.tagSure)
		}
		if e.Meant == "" {
			e.Meant = "its own form"
		}
		var buffer [16]knowledge.Candidate
		if s.match.Found() {
			for _, k := range r.base.Candidates(buffer[:0], s.match) {
				e.Candidates = append(e.Candidates, fmt.Sprintf("%s %.1f", k.ID, res.score(res.body, s, s.tagged, k)))
			}
		}
		out = append(out, e)
	}
	return out
}
