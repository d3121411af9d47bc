package figures

import (
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/dates"
	"broadsheet/stages/entities"
	"broadsheet/stages/quotations"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// Config holds what a Reader is made with. There is nothing to set: its tables are embedded.
type Config struct{}

// Reader reads figures. It is read-only and safe for concurrent use.
type Reader struct {
	lex *lexicon
}

// New loads the tables.
func New(Config) (*Reader, error) {
	lex, err := load()
	if err != nil {
		return nil, err
	}
	return &Reader{lex}, nil
}

// Input is a text with what earlier stages found in it. Everything but Doc may be empty.
type Input struct {
	Doc        *segment.Document
	Mentions   []entities.Mention
	Times      []dates.Expression
	Statements quotations.Statements
	Published  *schemas.Date
	Country    string // ISO 3166-1 alpha-2 country of the document's place: decides whose money a bare "$" or "peso" is
}

// Read returns the figures of a text in text order; their spans never overlap.
func (r *Reader) Read(in Input) []Figure {
	out := r.read(in, (*sentence).rank)
	assignPeriods(r.lex, in, out)
	assignSpeakers(in.Doc.Text, out, in.Statements)
	return out
}

// read returns the figures without periods and speakers; rank weighs what the rules say that figure i of a sentence measures.
func (r *Reader) read(in Input, rank func(s *sentence, i int)) []Figure {
	s := &sentence{lex: r.lex, in: in, doc: in.Doc, home: r.lex.codes[r.lex.byCountry[in.Country]], money: map[string]*currency{}, about: unsought, ranker: rank}
	for i := range in.Doc.Sentences {
		if !s.promising(in.Doc.Sentences[i]) {
			continue
		}
		s.load(i)
		s.readValues()
		s.readMeanings()
		s.appendFigures()
	}
	return s.out
}

// span is a half-open range of the sentence's tokens.
type span struct{ from, to int }

func (s span) empty() bool { return s.to <= s.from }

// tok is a token with what the lexicon knows of it.
type tok struct {
	text.Span
	s     string // as written
	low   string // in lower case where the word is known, else as written
	class class
	base  string
	kind  segment.Kind
	glued bool // touches the token before
	upper bool // begins with a capital
	named bool // part of a mention
	opens bool // a number may begin here
}

// sentence is one sentence at work, with room that is used again for the next.
type sentence struct {
	lex        *lexicon
	in         Input
	doc        *segment.Document
	money      map[string]*currency // by noun, what the text has named in full
	home       coin                 // of the document's country
	index      int
	first      int // index of toks[0] in the document
	toks       []tok
	found      []reading
	key        []byte
	ahead      int        // how deep it is looking ahead for the high end of a range
	second     int        // where the number begins that is read as the second of two, 0 for none
	last       quantity   // the figure found last
	done       int        // tokens before it belong to figures already found
	inMillions bool       // the document has written m for millions
	points     separators // how the document writes thousands

	about int // mention of the body that the text is about, -1 for none

	out                     []Figure // of the sentences before
	ranker                  func(s *sentence, i int)
	features                []uint32
	chunks                  []chunk
	candidates              []candidate
	firstTime, firstMention int // of the sentence
	nextTime, nextFigure    int // while it is cut into chunks
}

// reading is a figure in the making; positions are tokens of the sentence.
type reading struct {
	fig     Figure
	at      span   // the whole figure: sign, currency, number, scale, unit
	cue     span   // with the words of its bound: "more than $5"
	nouns   span   // the counted noun phrase
	metric  span   // what is measured
	rule    string // how the value was read
	why     string // how the metric was chosen
	agent   bool   // its metric is the doer of what is done to so many
	part    bool   // it is a part of a whole that a noun names
	clause  bool   // its metric is a clause: "Migrants sent home"
	bare    bool   // money by its noun alone, "cents": whose it is, the text leaves open
	adjust  bool   // a modifier: "15-day", "$5 million deal"
	chunk   int    // that holds it
	doer    int    // the name that is the subject of its verb, -1 for none
	owner   int    // the mention whose it is, -1 where the metric must tell
	owners  []int  // mentions that the metric is about
	carried bool   // its subject is a pronoun: it may measure what the sentence before does
	prior   int    // the figure of a sentence before that measures the same, -1 for none
}

// lower returns w in lower case without copying it where it is so already.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' {
			b := []byte(w)
			for ; i < len(b); i++ {
				if b[i] >= 'A' && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return w
}

// load fills the tokens of sentence i.
func (s *sentence) load(i int) {
	sent := s.doc.Sentences[i]
	s.index, s.first, s.done = i, sent.First, 0
	s.toks, s.found, s.chunks = s.toks[:0], s.found[:0], s.chunks[:0]
	for s.firstTime < len(s.in.Times) && s.in.Times[s.firstTime].Sentence < i {
		s.firstTime++
	}
	for s.firstMention < len(s.in.Mentions) && s.in.Mentions[s.firstMention].Sentence < i {
		s.firstMention++
	}
	s.nextTime, s.nextFigure = s.firstTime, 0
	mention := s.firstMention
	for k := sent.First; k < sent.Last; k++ {
		d := s.doc.Tokens[k]
		t := tok{Span: d.Span, s: d.Of(s.doc.Text), kind: d.Kind, glued: k > sent.First && s.doc.Tokens[k-1].End == d.Start}
		if n := len(t.s); k == sent.Last-1 && d.Kind == segment.Word && n > 1 && strings.IndexByte(t.s, '.') == n-1 {
			t.s, t.End = t.s[:n-1], t.End-1 // the stop of "kg." ends the sentence
		}
		t.low = t.s
		if d.Kind == segment.Word || d.Kind == segment.Clitic {
			s.classify(&t, len(s.toks) == 0)
		}
		for mention < len(s.in.Mentions) && s.in.Mentions[mention].Last <= k {
			mention++
		}
		if mention < len(s.in.Mentions) && s.in.Mentions[mention].First <= k {
			if t.named = len(s.toks) > 0 || t.class&(adverb|preposition|determiner|conjunction) == 0; t.named {
				t.class = t.class&(adjective|label) | name | noun // "Nearly 9" is no name
			}
		}
		t.opens = t.mayOpen()
		s.toks = append(s.toks, t)
	}
	if len(s.toks) > 1 && s.toks[0].upper && s.toks[1].upper && s.toks[0].class&(determiner|preposition|pronoun|conjunction|numberWord|month) == 0 {
		s.toks[0].class |= name // "Home Depot fell"
	}
	for k := range s.toks {
		s.settle(k)
	}
}

// figureEvery is how many tokens news has for a figure, or somewhat fewer: room is made for as many.
const figureEvery = 20

// appendFigures turns the readings into figures, in text order.
func (s *sentence) appendFigures() {
	if s.out == nil && len(s.found) > 0 {
		s.out = make([]Figure, 0, len(s.found)+len(s.doc.Tokens)/figureEvery)
	}
	for i := range s.found {
		r := &s.found[i]
		f := r.fig
		f.Span = s.bytes(r.at)
		f.Sentence = s.index
		f.Speaker = -1
		f.ReadBy, f.MetricBy = r.rule, r.why
		switch {
		case r.prior >= 0:
			f.Metric, f.MetricMentions = s.prior(r)
		case !r.metric.empty():
			r.owners = s.readOwners(i)
			f.Metric, f.MetricMentions = s.phrase(r.metric), r.owners
		}
		if f.ReadBy == "" {
			f.ReadBy = "number by itself"
		}
		if f.Metric == "" {
			f.MetricBy = "no phrase of the sentence is tied to it"
		}
		s.out = append(s.out, f)
	}
}

// bytes returns the bytes of the text that a range of tokens covers.
func (s *sentence) bytes(r span) text.Span {
	return text.Span{Start: s.toks[r.from].Start, End: s.toks[r.to-1].End}
}
