package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"broadsheet/stages/entities/tagger"
	"broadsheet/stages/segment"
)

// corpus says how a file of labelled text is used.
type corpus struct {
	name     string
	sum      string  // SHA-256
	weight   float64 // of its sentences in training
	raw      bool    // nothing is marked: what models that learned from the others agree on is learned from
	invented bool    // written for training: no measure of how sure a name is
	partial  bool    // names of type MISC are not marked: what is not marked may be one
	copies   int     // how many copies with other names are learned from too
	join     int     // how many sentences that stand alone make a document: neighbours are of one story
}

var corpora = []corpus{
	{name: "gmb.part", sum: "6babcdea96c03ce0ebfaf973b0f8d88bad99c41e172948f5af24ad1db398cf3f", weight: 1, join: 8, copies: 2},
	{name: "gum.train", sum: "04df9ba43e1994a84be61221d5685d9ec9842be5d22b8881f0512d42226d8f8e", weight: 1.5, copies: 1},
	{name: "gum.dev", sum: "00daeb6b2f3a147654b468833531be7321f30468feb3695904620b398775ebc1", weight: 1.5, copies: 1},
	{name: "wikigold", sum: "d2b3ef6368c68a992f47baadcba741c6b2d215e3b9426bcdb4ea77be0dea4802", weight: 1.5, copies: 1},
	{name: "re3d.train", sum: "733c07aa831504e03d2b3cf19e16ca34efaed76f7fe00d342562cfae6eb7642d", weight: 1.5, copies: 1, partial: true},
	{name: "ewt.dev", sum: "7f94fb4f3a8d9ebaa32ad8a9b4de018839ea556641a3d2748d01a8152f4e3bba", weight: 1.5, copies: 1, partial: true},
	{name: "sec-filings.train", sum: "e7cc253c2cf85b288d7d7d0d53721f1f265041e0951ed2ec298447e8546d9f35", weight: 0.3, partial: true},
	{name: "wnut17.train", sum: "3029d3d060c7671dee2985e4afea46146f693b6a6b6c3fc1b7dd3d668e2c8f04", weight: 0.5},
	{name: "crossner", sum: "55da98c49213741a6ba9f6edd6a98000f5df9e296d58c8e58e5da58891de77b0", weight: 0.6},
	{name: "btc", sum: "63c4634ea1fd830da99671876d812fe34d46c370036edc184a87316c814f3b31", weight: 0.5, partial: true},
}

// raw is unlabelled news: what models that learned from the corpora agree on there is learned from.
var raw = corpus{name: "newsmtsc.train", sum: "485834ee54bedf21e2360c38c310907de9f9ded5a9a440103cfe5ce7e3eb939c", weight: 1, raw: true}

// checkData tells which corpora are missing or not the ones that the model is made from.
func checkData(dir, rawFile string) error {
	var bad []string
	check := func(path, sum string) {
		b, err := os.ReadFile(path)
		switch {
		case err != nil:
			bad = append(bad, fmt.Sprintf("%s is missing (SHA-256 %s)", path, sum))
		case fmt.Sprintf("%x", sha256.Sum256(b)) != sum:
			bad = append(bad, fmt.Sprintf("%s is another version: SHA-256 should be %s", path, sum))
		}
	}
	for _, c := range corpora {
		check(dir+"/"+c.name+".conll", c.sum)
	}
	check(rawFile, raw.sum)
	if bad != nil {
		return errors.New(strings.Join(bad, "\n"))
	}
	return nil
}

// name is a gold name: a byte range of the text and its type.
type name struct {
	start, end int
	kind       tagger.Type
}

// document is labelled text.
type document struct {
	corpus
	seg   *segment.Document
	names []name // in text order
	fold  int    // models that label it for the second pass have not seen the documents of its fold
}

// builder puts a document together from sentences.
type builder struct {
	text  strings.Builder
	names []name
}

func (b *builder) add(text string, names []name, sep string) {
	if b.text.Len() > 0 {
		b.text.WriteString(sep)
	}
	at := b.text.Len()
	b.text.WriteString(text)
	for _, n := range names {
		b.names = append(b.names, name{n.start + at, n.end + at, n.kind})
	}
}

func (b *builder) done(c corpus) *document {
	return &document{corpus: c, seg: segment.Split(b.text.String()), names: b.names}
}

// readCorpus reads a CoNLL file.
func readCorpus(path string, c corpus) ([]*document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []*document
	var b builder
	var s sentence
	id, members := "", 0
	flush := func() {
		if b.text.Len() > 0 {
			docs = append(docs, b.done(c))
		}
		b, members = builder{}, 0
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		line := in.Text()
		switch {
		case line == "":
			if s.doc != id && (c.join == 0 || members >= c.join) {
				flush()
			}
			id = s.doc
			sep := " "
			if s.newpar || c.join > 0 {
				sep = "\n\n"
			}
			text, names := s.align()
			b.add(text, names, sep)
			members++
			s = sentence{doc: id}
		case strings.HasPrefix(line, "#") && !strings.Contains(line, "\t"):
			s.comment(line)
		default:
			s.token(line)
		}
	}
	flush()
	return docs, in.Err()
}

// readRaw reads unlabelled sentences, those of an article together.
func readRaw(path string) ([]*document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []*document
	var b builder
	article := ""
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var s struct{ Article, Text string }
		if err := json.Unmarshal(in.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if s.Article != article && b.text.Len() > 0 {
			docs = append(docs, b.done(raw))
			b = builder{}
		}
		article = s.Article
		b.add(s.Text, nil, "\n\n")
	}
	if b.text.Len() > 0 {
		docs = append(docs, b.done(raw))
	}
	return docs, in.Err()
}

// sentence is one block of a CoNLL file.
type sentence struct {
	doc, text    string
	newpar       bool
	tokens, tags []string
}

func (s *sentence) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
	switch key {
	case "doc_id":
		s.doc = value
	case "newpar":
		s.newpar = true
	case "text":
		s.text = value
	}
}

func (s *sentence) token(line string) {
	cols := strings.Split(line, "\t")
	s.tokens = append(s.tokens, cols[0])
	s.tags = append(s.tags, cols[1])
}

// align finds the tokens in the text and returns the names as byte ranges of it.
func (s *sentence) align() (string, []name) {
	starts, ends := make([]int, len(s.tokens)), make([]int, len(s.tokens))
	at := 0
	for i, t := range s.tokens {
		p := strings.Index(s.text[at:], t)
		if p < 0 || strings.TrimSpace(s.text[at:at+p]) != "" {
			s.text = strings.Join(s.tokens, " ")
			at = 0
			for j, u := range s.tokens {
				starts[j], ends[j] = at, at+len(u)
				at += len(u) + 1
			}
			break
		}
		starts[i], ends[i] = at+p, at+p+len(t)
		at = ends[i]
	}
	var names []name
	for i, tag := range s.tags {
		mark, kind, _ := strings.Cut(tag, "-")
		switch {
		case mark == "O":
		case mark == "I" && len(names) > 0 && i > 0 && s.tags[i-1] != "O":
			names[len(names)-1].end = ends[i]
		default:
			for t := range tagger.Type(tagger.Types) {
				if t.String() == kind {
					names = append(names, name{starts[i], ends[i], t})
				}
			}
		}
	}
	return s.text, names
}
