package entities

import (
	"broadsheet/stages/entities/knowledge"
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
	base  *knowledge.Base
	words lexicon
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
	return &Recogniser{base: base, words: words}, nil
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
	t := &reading{base: r.base, d: d, tokens: make([]token, len(d.Tokens))}
	t.look(r.words)
	t.settle(t.tags(), t.known())
	t.judge()
	return t
}
