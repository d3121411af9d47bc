// Command tagger trains the model of stages/entities/tagger from labelled text. The same data give the same bytes.
//
//	go run ./cmd/gen/tagger -data DIR              train and write the model
//	go run ./cmd/gen/tagger -data DIR -leave-out wikigold    train without a corpus, score on it, write nothing
//	go run ./cmd/gen/tagger -eval FILE             score the model as it stands
//
// DIR holds the corpora of MODEL.md in CoNLL form, with their SHA-256 as given there.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"broadsheet/stages/entities/tagger"
)

type options struct {
	data, knowledge, lists, out, eval, leaveOut string
	epochs, seeds, rows                         int
	verbose                                     bool
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "", "folder of the corpora")
	flag.StringVar(&o.knowledge, "knowledge", "stages/entities/data", "folder of the knowledge base")
	flag.StringVar(&o.lists, "lists", "cmd/gen/tagger/data", "folder of word lists and clusters")
	flag.StringVar(&o.out, "out", "stages/entities/tagger/data/model.bin", "model to write, or to score where no data are given")
	flag.StringVar(&o.eval, "eval", "", "comma-separated CoNLL files to score")
	flag.StringVar(&o.leaveOut, "leave-out", "", "comma-separated corpora to leave out of training and score")
	flag.IntVar(&o.epochs, "epochs", 10, "rounds over the data")
	flag.IntVar(&o.seeds, "seeds", 1, "models whose weights are averaged")
	flag.IntVar(&o.rows, "rows", 200_000, "features to keep")
	flag.BoolVar(&o.verbose, "errors", false, "print the errors of a scored file")
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
		return scoreFiles(tagger.FromModel(m), o.eval, o.verbose)
	}
	if err := checkData(o.data); err != nil {
		return err
	}
	start := time.Now()
	m, err := build(o)
	if err != nil {
		return err
	}
	log.Printf("trained in %.0f s", time.Since(start).Seconds())
	if o.leaveOut == "" {
		b := m.Encode()
		if err := os.WriteFile(o.out, b, 0o644); err != nil {
			return err
		}
		log.Printf("%s: %d bytes", o.out, len(b))
	}
	files := o.eval
	for _, name := range strings.FieldsFunc(o.leaveOut, func(r rune) bool { return r == ',' }) {
		files += "," + o.data + "/" + name + ".conll"
	}
	return scoreFiles(tagger.FromModel(m), files, o.verbose)
}

func scoreFiles(t *tagger.Tagger, files string, verbose bool) error {
	for _, path := range strings.FieldsFunc(files, func(r rune) bool { return r == ',' }) {
		docs, err := readCorpus(path, corpus{name: path})
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
	lists, err := readLists(o.knowledge, o.lists)
	if err != nil {
		return nil, err
	}
	docs = append(docs, synthetic(lists)...)
	lex := buildLexicon(lists, docs)
	relabel(lists, docs)

	const folds = 3
	set := newTrainSet(lex)
	for _, d := range docs {
		set.add(d)
	}
	set.index()
	log.Printf("%d documents, %d candidates, %d features", len(docs), len(set.tokens), set.features)
	first := make([][]tagger.Label, len(docs))
	var check calibration
	for f := range folds {
		w := set.train(4, uint64(f+1), func(i int) bool { return i%folds != f }, false)
		m, _ := tagger.NewModel(lex, w.pack(set, o.rows), w.transitions())
		t := tagger.FromModel(m)
		for i, d := range docs {
			if i%folds == f {
				first[i] = t.First(d.seg, nil)
				check.add(t, d)
			}
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
	return m, nil
}
