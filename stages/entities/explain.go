package entities

import (
	"fmt"
	"slices"

	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/entities/tagger"
	"broadsheet/stages/segment"
)

// Explanation tells in plain words why a mention is what it is. Every field of its own but the lists is filled, or empty
// where the mention has nothing that needs a reason: one without a country has no CountryBy.
type Explanation struct {
	Mention
	SpanBy       string      // what found the name: "tagger, as organization (0.93)", "known name", "short form defined in the text"
	TypeBy       string      // what decided the type: "the linked entity", `its last word "Ministry"`, "tagger"
	LinkBy       string      // what decided which thing it means, or why no known one
	CountryBy    string      // where the country comes from
	ConfidenceBy string      // what Confidence was worked out from
	Features     []string    // the tagger's strongest features, where it found the name: `previous "Minister" +1.52`
	Weighed      []Candidate // the known entities of that name, the best first
}

// Candidate is a known entity that a mention was weighed against.
type Candidate struct {
	EntityID string
	Name     string
	Score    float64 // below 0: no fit; a link needs a lead of 2 over the next
	Why      string  // what counted: "prominence 6, its country named, 2 cues in the text"
	Chosen   bool
}

// features is how many of the tagger's features are told.
const features = 3

// Explain is Recognise with the reasons, for a person to read: it returns the same mentions in the same order. It costs
// several times as much.
func (r *Recogniser) Explain(d *segment.Document, c Context) []Explanation {
	res := r.resolve(d, c)
	tags := r.tagger.Tag(d, nil)
	out := make([]Explanation, 0, len(res.body.spans))
	for i := range res.body.spans {
		s := &res.body.spans[i]
		e := Explanation{Mention: res.mention(i), SpanBy: s.spanBy(), TypeBy: res.typeBy(s), CountryBy: res.countryOrigin(s)}
		e.Weighed = res.weighed(s)
		e.LinkBy = res.linkBy(s, e.Weighed)
		e.ConfidenceBy = s.confidenceBy(e.Linked)
		if at := slices.IndexFunc(tags, func(t tagger.Span) bool { return t.First == s.first && t.Last == s.last }); at >= 0 && s.cause == "tagger" {
			for _, f := range r.tagger.Explain(d, tags[at], features) {
				e.Features = append(e.Features, fmt.Sprintf("%s %+.2f", f.Feature, f.Weight))
			}
		}
		out = append(out, e)
	}
	return out
}

func (s *span) spanBy() string {
	if s.tagged == none {
		return string(s.cause)
	}
	return fmt.Sprintf("%s, as %s (%.2f)", s.cause, s.tagged, s.tagSure)
}

// typeBy tells what gave a mention its type.
func (r *resolution) typeBy(s *span) string {
	t, th := r.body, &r.things[s.thing]
	switch {
	case th.entity != nil:
		return "the linked entity"
	case s.links != "":
		return "the thing that it is a form of: " + string(s.links)
	case s.last-s.first > 1 && sameKind(t.tokens[s.last-1].ends, th.kind):
		return fmt.Sprintf("its last word %q", t.d.Word(s.last-1))
	case s.last-s.first > 1 && sameKind(t.tokens[s.first].starts, th.kind):
		return fmt.Sprintf("its first word %q", t.d.Word(s.first))
	case s.cause == "tagger" && s.tagged.coarse() == th.kind.coarse():
		return "tagger"
	case s.tagged != none || s.cause == "capitalised":
		return "the words beside it, in all its places"
	}
	return string(s.cause)
}

// sameKind tells whether a word that ends or begins names of a kind explains a mention's.
func sameKind(word, k kind) bool {
	return word != none && (word == k || word == site && (k == facility || k == organization))
}

// linkBy tells what decided which thing a mention means.
func (r *resolution) linkBy(s *span, weighed []Candidate) string {
	th := &r.things[s.thing]
	switch {
	case s.links != "" && th.entity != nil && len(weighed) == 1:
		return string(s.links) + ", with one meaning"
	case s.links != "":
		return string(s.links)
	case th.entity != nil:
		return "the same name elsewhere in the text"
	case len(weighed) == 0:
		return "no known name: named after the fullest form in the text"
	case weighed[0].Score < 0:
		return "a known name that does not fit here"
	case len(weighed) > 1 && weighed[0].Score-weighed[1].Score < margin:
		return "a known name of several things, between which the text does not decide"
	}
	return "another thing that the text names so"
}

func (r *resolution) countryOrigin(s *span) string {
	th := &r.things[s.thing]
	switch {
	case th.entity != nil && th.entity.Country != "":
		return "the linked entity"
	case th.country != "":
		return string(th.countryBy)
	}
	return ""
}

// weighed returns the known entities of a span's own form, the best first.
func (r *resolution) weighed(s *span) []Candidate {
	if !s.match.Found() {
		return nil
	}
	var out []Candidate
	for _, k := range r.base.Candidates(nil, s.match) {
		out = append(out, Candidate{k.ID, k.Name, r.score(r.body, s, s.tagged, k), r.why(s, k), r.things[s.thing].entity == k.Entity})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return out
}

// why tells what speaks for a candidate besides the tagger.
func (r *resolution) why(s *span, c knowledge.Candidate) string {
	why := fmt.Sprintf("prominence %d", c.Prominence)
	if r.others(s, c) {
		why += ", others of its country named"
	}
	if n := r.cues(c); n > 0 {
		why += fmt.Sprintf(", %d of its cues in the text", n)
	} else if c.Cues != "" {
		why += ", none of its cues in the text"
	}
	return why
}

func (s *span) confidenceBy(linked bool) string {
	by := fmt.Sprintf("the rule %q", s.cause)
	if s.cause == "tagger" || s.links == surnameOf {
		by = fmt.Sprintf("the tagger's own estimate %.2f", s.raw)
	}
	if linked {
		by += ", and a known name"
	}
	return by
}
