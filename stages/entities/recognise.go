package entities

import (
	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/entities/tagger"
	"broadsheet/stages/segment"
)

// Options say what a Recogniser knows beyond what the product brings along.
type Options struct {
	Knowledge []knowledge.Source // the user's own entities, which win over ours
}

// Context is what is known about a document besides its text.
type Context struct {
	Title     string // the headline: it may hold the full form of a name
	Dateline  string // "ASTANA", "Brussels, Belgium"
	Publisher string
}

// Recogniser finds names. It is read-only once made and safe for concurrent use.
type Recogniser struct {
	base   *knowledge.Base
	words  lexicon
	tagger *tagger.Tagger
}

// New loads the embedded resources and the user's entities.
func New(o Options) (*Recogniser, error) {
	ours, words, err := load()
	if err != nil {
		return nil, err
	}
	base, err := knowledge.New(ours, o.Knowledge)
	if err != nil {
		return nil, err
	}
	t, err := tagger.New()
	if err != nil {
		return nil, err
	}
	return &Recogniser{base: base, words: words, tagger: t}, nil
}

// Recognise returns the names of a text in text order. They do not overlap.
func (r *Recogniser) Recognise(d *segment.Document, c Context) []Mention {
	res := r.resolve(d, c)
	out := make([]Mention, 0, len(res.body.spans))
	for i := range res.body.spans {
		out = append(out, res.mention(i))
	}
	return out
}

// resolve runs the whole stage.
func (r *Recogniser) resolve(d *segment.Document, c Context) *resolution {
	res := &resolution{base: r.base, context: c, body: r.read(d)}
	if c.Title != "" {
		res.title = r.read(segment.Split(c.Title))
	}
	res.run()
	return res
}

// read finds the names of one text, types them as far as it can, and settles which of them stand.
func (r *Recogniser) read(d *segment.Document) *reading {
	t := &reading{base: r.base, words: r.words, d: d, tokens: make([]token, len(d.Tokens))}
	t.look()
	t.fields()
	t.settle(t.merge(t.tagged(r.tagger.Tag(d, nil)), t.tags()), t.known())
	t.judge()
	t.employers()
	return t
}

// tagged turns the tagger's spans into tags, an owner and what it owns into two: "South Korea’s Ministry of Trade".
func (t *reading) tagged(spans []tagger.Span) []tag {
	out := make([]tag, 0, len(spans))
	for _, s := range spans {
		for s.First < s.Last && t.is(s.First, field) {
			s.First++
		}
		for s.First < s.Last && t.is(s.Last-1, field) {
			s.Last--
		}
		if s.First == s.Last {
			continue
		}
		g := t.trim(tag{s.First, s.Last, [...]kind{tagger.PER: person, tagger.ORG: organization, tagger.LOC: location, tagger.MISC: misc}[s.Type],
			s.Confidence, "tagger"})
		if t.portfolio(g) {
			g.kind, g.sure, g.cause = location, 0.75, "a minister's country"
			for g.first < g.last && !t.place(g.first, g.last) {
				g.first++
			}
		}
		if g.first >= g.last {
			continue
		}
		if at := t.possessor(g); at > 0 {
			out = append(out, tag{g.first, at, g.kind, g.sure / 2, g.cause})
			g.first = at + 1
		}
		out = append(out, g)
	}
	return out
}

// portfolio tells whether a tag goes on with what a minister is in charge of: "Minister of Investment, Industry and Trade".
func (t *reading) portfolio(g tag) bool {
	i := g.first - 1
	if i < 3 || g.kind == person || t.d.Word(i) != "," && t.d.Word(i) != "and" || t.base.Exact(t.d, g.first, g.last).Found() {
		return false
	}
	for i > 0 && (t.is(i, capital) || t.d.Word(i) == "," || t.d.Word(i) == "and") {
		i--
	}
	if t.d.Word(i) != "of" && t.d.Word(i) != "for" || i == 0 {
		return false
	}
	switch t.d.Word(i - 1) {
	case "Minister", "Ministers", "Secretary", "minister", "ministers":
		return true
	}
	return false
}

// merge adds the rules' tags that no tag of the tagger overlaps, and lets a rule win that sees one tag go on: "Dow Jones"
// of "Dow Jones Industrial Average".
func (t *reading) merge(tags, rules []tag) []tag {
	out := make([]tag, 0, len(tags)+len(rules)/4)
	for i := 0; i < len(tags); {
		g := tags[i]
		for len(rules) > 0 && rules[0].last <= g.first {
			out = append(out, rules[0])
			rules = rules[1:]
		}
		end := i + 1
		if len(rules) > 0 && rules[0].first < g.last {
			r := rules[0]
			for end < len(tags) && tags[end].first < r.last {
				end++
			}
			if r.first <= g.first && r.last >= tags[end-1].last && r.last-r.first > g.last-g.first && t.goesOn(r, tags[i:end]) {
				if r.kind == none {
					r.kind, r.sure, r.cause = g.kind, g.sure, "tagger, with the words that go on"
					if g.kind == organization && t.is(r.last-1, digits) && t.tokens[r.last-2].ends != organization {
						r.kind = misc // "Assembly Resolution 2411"
					}
				}
				g = r
				out = append(out, g)
				i = end
				rules = rules[1:]
				continue
			}
		}
		for len(rules) > 0 && rules[0].first < g.last {
			rules = rules[1:]
		}
		out = append(out, g)
		i++
	}
	return append(out, rules...)
}

// goesOn tells whether a rule's span is a better reading of what the tagger cut: it ends with a word that tells a kind, a
// number, or the second half of a given name.
func (t *reading) goesOn(r tag, tags []tag) bool {
	if tags[0].kind == person && t.d.Word(r.last-2) != "-" {
		return false
	}
	last := tags[len(tags)-1].last
	return r.first == tags[0].first && last < r.last && (t.tokens[r.last-1].ends != none || t.is(r.last-1, digits) && tags[0].kind != location || t.d.Word(r.last-2) == "-" && t.is(r.last-1, small)) ||
		len(tags) == 2 && tags[0].kind == location && tags[1].kind == organization && tags[0].last == tags[1].first && tags[1].last == r.last && r.kind == organization ||
		len(tags) == 1 && r.first+1 == tags[0].first && r.last == last && t.tokens[r.first].starts == event || // "Hurricane Florence"
		t.ministry(r.first, tags[0].last) ||
		len(tags) > 1 && t.d.Tokens[r.last-2].Kind == segment.Clitic
}
