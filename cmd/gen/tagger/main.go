// Command tagger trains the model of stages/entities/tagger from labelled text. The same data give the same bytes.
//
//	go run ./cmd/gen/tagger -data DIR -raw FILE     train and write the model
//	go run ./cmd/gen/tagger -data DIR -raw FILE -leave-out wikigold    train without a corpus, score on it, write nothing
//	go run ./cmd/gen/tagger -eval FILE             score the model as it stands
//	go run ./cmd/gen/tagger -check                 tell whether lists and knowledge base are those that it was made from
//
// DIR holds the corpora of MODEL.md in CoNLL form, FILE unlabelled news, with their SHA-256 as given there.
package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"log"
	"math/bits"
	"os"
	"path/filepath"
	"strings"
	"time"

	"broadsheet/stages/entities/tagger"
)

type options struct {
	data, knowledge, lists, out, eval, leaveOut, raw string
	epochs, seeds, rows                              int
	verbose, check                                   bool
}

// shipped is the model that is embedded; a run that leaves a corpus out does not overwrite it.
const shipped = "stages/entities/tagger/data/model.bin"

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "", "folder of the corpora")
	flag.StringVar(&o.knowledge, "knowledge", "stages/entities/data", "folder of the knowledge base")
	flag.StringVar(&o.lists, "lists", "cmd/gen/tagger/data", "folder of word lists and clusters")
	flag.StringVar(&o.out, "out", shipped, "model to write, or to score where no data are given")
	flag.StringVar(&o.eval, "eval", "", "comma-separated CoNLL files to score")
	flag.StringVar(&o.leaveOut, "leave-out", "", "comma-separated corpora to leave out of training and score")
	flag.StringVar(&o.raw, "raw", "", "JSON Lines of unlabelled text: what models agree on is learned from too")
	flag.IntVar(&o.epochs, "epochs", 10, "rounds over the data")
	flag.IntVar(&o.seeds, "seeds", 4, "models whose weights are averaged")
	flag.IntVar(&o.rows, "rows", 120_000, "features to keep")
	flag.BoolVar(&o.verbose, "errors", false, "print the errors of a scored file")
	flag.BoolVar(&o.check, "check", false, "tell whether the model is made from the lists and knowledge base at hand")
	flag.Parse()
	if err := run(o); err != nil {
		log.Fatal(err)
	}
}

func run(o options) error {
	if o.data == "" {
		b, err := os.ReadFile(o.out)
		if err != nil {
			return err
		}
		m, err := tagger.Decode(b)
		if err != nil {
			return err
		}
		if o.check {
			return checkInputs(o, m)
		}
		return scoreFiles(tagger.FromModel(m), o.eval, o.verbose)
	}
	if err := checkData(o.data, o.raw); err != nil {
		return err
	}
	start := time.Now()
	m, err := build(o)
	if err != nil {
		return err
	}
	log.Printf("trained in %.0f s", time.Since(start).Seconds())
	if o.leaveOut == "" || o.out != shipped {
		b := m.Encode()
		if err := os.WriteFile(o.out, b, 0o644); err != nil {
			return err
		}
		log.Printf("%s: %d bytes", o.out, len(b))
	}
	files := o.eval
	for _, name := range strings.FieldsFunc(o.leaveOut, func(r rune) bool { return r == ',' }) {
		if name == news.name {
			stories, err := newsFiles(o.lists)
			if err != nil {
				return err
			}
			files += "," + strings.Join(stories, ",")
			continue
		}
		files += "," + o.data + "/" + name + ".conll"
	}
	return scoreFiles(tagger.FromModel(m), files, o.verbose)
}

func scoreFiles(t *tagger.Tagger, files string, verbose bool) error {
	for _, path := range strings.FieldsFunc(files, func(r rune) bool { return r == ',' }) {
		read := readCorpus
		if strings.HasSuffix(path, ".txt") {
			read = readNews
		}
		docs, err := read(path, corpus{name: path})
		if err != nil {
			return err
		}
		fmt.Print(score(t, path, docs, verbose))
	}
	return nil
}

// build trains a model. First, models that have not seen a third of the documents label that third: so the second pass
// learns from labels as good as it will meet, and confidence is measured on unseen text.
func build(o options) (*tagger.Model, error) {
	var docs []*document
	for _, c := range corpora {
		if strings.Contains(","+o.leaveOut+",", ","+c.name+",") {
			continue
		}
		d, err := readCorpus(o.data+"/"+c.name+".conll", c)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d...)
	}
	d, err := readStories(o)
	if err != nil {
		return nil, err
	}
	docs = append(docs, d...)
	d, err = readRaw(o.raw)
	if err != nil {
		return nil, err
	}
	docs = append(docs, d...)
	lists, err := readLists(o.knowledge, o.lists)
	if err != nil {
		return nil, err
	}
	relabel(lists, docs)
	docs = append(docs, synthetic(lists)...)
	lex := buildLexicon(lists, docs)
	const folds = 3
	for i, d := range docs {
		d.fold = i % folds
	}
	docs = append(docs, newSwapper(lists).copies(docs)...)

	set := newTrainSet(lex)
	for _, d := range docs {
		set.add(d)
	}
	set.index()
	log.Printf("%d documents, %d candidates, %d features", len(docs), len(set.tokens), set.features)
	first := make([][]tagger.Label, len(docs))
	votes := make([][]uint32, len(docs))
	var check calibration
	for f := range folds {
		w := set.train(4, uint64(f+1), func(i int) bool { return docs[i].fold != f && !docs[i].raw }, false)
		m, _ := tagger.NewModel(lex, w.pack(set, o.rows), w.transitions())
		t := tagger.FromModel(m)
		for i, d := range docs {
			if d.raw {
				votes[i] = vote(votes[i], t.First(d.seg, nil))
			}
			if d.fold == f && !d.raw {
				first[i] = t.First(d.seg, nil)
				check.add(t, d)
			}
		}
	}
	for i, d := range docs {
		if d.raw {
			set.allow(i, votes[i])
			first[i] = firstOf(votes[i])
		}
	}
	log.Print("first pass labelled")
	for i, d := range docs {
		set.echo(d, first[i])
	}
	set.indexEchoes()
	all := func(int) bool { return true }
	w := set.train(o.epochs, 11, all, true)
	for s := 1; s < o.seeds; s++ {
		w.merge(set.train(o.epochs, uint64(11+s), all, true), s)
	}
	m, dropped := tagger.NewModel(lex, w.pack(set, o.rows), w.transitions())
	log.Printf("%d features dropped by full buckets", dropped)
	check.apply(m)
	m.Inputs, err = inputs(o)
	return m, err
}

// readStories reads the invented news.
func readStories(o options) ([]*document, error) {
	if strings.Contains(","+o.leaveOut+",", ","+news.name+",") {
		return nil, nil
	}
	files, err := newsFiles(o.lists)
	if err != nil {
		return nil, err
	}
	var docs []*document
	for _, path := range files {
		d, err := readNews(path, news)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d...)
	}
	return docs, nil
}

// inputs hashes what a model is made from: options, corpora, lists and knowledge base.
func inputs(o options) ([32]byte, error) {
	h := sha256.New()
	fmt.Fprintln(h, o.epochs, o.seeds, o.rows, o.leaveOut)
	for _, c := range append(corpora, news, raw) {
		fmt.Fprintln(h, c.name, c.sum, c.weight, c.copies)
	}
	for _, pattern := range []string{o.knowledge + "/*.tsv", o.lists + "/*.tsv", o.lists + "/news/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return [32]byte{}, err
		}
		for _, path := range files {
			b, err := os.ReadFile(path)
			if err != nil {
				return [32]byte{}, err
			}
			if name := filepath.Base(path); name != "SOURCES.tsv" {
				fmt.Fprintf(h, "%s %x\n", name, sha256.Sum256(b))
			}
		}
	}
	return [32]byte(h.Sum(nil)), nil
}

func checkInputs(o options, m *tagger.Model) error {
	want, err := inputs(o)
	if err != nil {
		return err
	}
	if want != m.Inputs {
		return errors.New(o.out + " was made from another knowledge base or other lists: make model would change it")
	}
	fmt.Println(o.out, "is made from the lists and the knowledge base at hand")
	return nil
}

// vote adds the labels of a model to those that each token may have.
func vote(allowed []uint32, labels []tagger.Label) []uint32 {
	if allowed == nil {
		allowed = make([]uint32, len(labels))
	}
	for i, l := range labels {
		allowed[i] |= 1 << l
	}
	return allowed
}

// firstOf returns the lowest label that each token may have.
func firstOf(allowed []uint32) []tagger.Label {
	out := make([]tagger.Label, len(allowed))
	for i, a := range allowed {
		out[i] = tagger.Label(bits.TrailingZeros32(a))
	}
	return out
}
