// Command sentiment trains the models of stages/sentiment, writes them as one file, and measures them.
//
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -out stages/sentiment/data/model.bin
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -folds 5
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -ablate
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -eval newsmtsc.dev.jsonl
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -vectors glove.6B.50d.txt ner/*.conll > cmd/gen/sentiment/data/vectors.tsv
//
// Training is sequential and seeded: the same data give the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"math"
	"os"
	"strings"
	"unicode"

	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment"
	"broadsheet/stages/sentiment/linear"
)

type record struct {
	Article string `json:"article"`
	Text    string `json:"text"`
	Targets []struct {
		Start, End     int
		Label, Mention string
	} `json:"targets"`
}

// example is one target, or one sentence, with its fold.
type example struct {
	linear.Example
	fold    int
	name    bool // the target is a name, no pronoun or common noun
	several bool // its sentence has other targets
}

var classOf = map[string]int{"negative": 0, "neutral": 1, "positive": 2}

var (
	targetOptions   = linear.Options{Epochs: 14, Rate: 0.003, VectorRate: 0.006, Decay: 2e-4, Dropout: 0.3, Seed: 1}
	sentenceOptions = linear.Options{Epochs: 14, Rate: 0.005, VectorRate: 0.01, Decay: 2e-4, Dropout: 0.3, Seed: 1}
)

func main() {
	log.SetFlags(0)
	train := flag.String("train", "", "NewsMTSC records, JSON Lines")
	eval := flag.String("eval", "", "score a model of -train on these records")
	folds := flag.Int("folds", 0, "cross-validate on -train, by article, with this many folds")
	ablate := flag.Bool("ablate", false, "cross-validate without each group of features")
	vectors := flag.String("vectors", "", "choose words from these vectors, in the text format of GloVe; arguments are tagged texts")
	out := flag.String("out", "", "write the model here")
	flag.Parse()
	if *train == "" {
		log.Fatal("give -train: newsmtsc.train.jsonl of NewsMTSC (MIT)")
	}
	switch {
	case *vectors != "":
		writeVectors(*vectors, *train, flag.Args())
	case *eval != "":
		t := newTrainer(*train, 0)
		test := newTrainer(*eval, 0)
		m := t.targetModel(t.targets)
		m.Sharpen(calibrate(t.targets, t.crossValidate(5)))
		report(test.targets, logits(m, test.targets))
	case *folds > 1:
		t := newTrainer(*train, 0)
		z := t.crossValidate(*folds)
		scale(z, calibrate(t.targets, z))
		fmt.Printf("loss %.4f\n", meanLoss(t.targets, z, 1))
		report(t.targets, z)
	case *ablate:
		ablation(*train)
	case *out != "":
		if err := os.WriteFile(*out, newTrainer(*train, 0).file(), 0o644); err != nil {
			log.Fatal(err)
		}
	default:
		log.Fatal("give one of -out, -eval, -folds, -ablate, -vectors")
	}
}

// trainer holds the data in training.
type trainer struct {
	words              []uint32
	vectors            [][]float32
	targets, sentences []example
	invented           []example // made-up targets, which train and are never tested on
}

// newTrainer reads records: an example for each target, and one for each sentence with the shares of its targets' labels.
func newTrainer(path string, without sentiment.Group) *trainer {
	t := &trainer{}
	t.words, t.vectors = readVectors()
	features, err := sentiment.NewFeatures(t.words, without)
	if err != nil {
		log.Fatal(err)
	}
	lines(path, func(line string) {
		var r record
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		t.add(features, r)
	})
	t.invent(without)
	return t
}

func (t *trainer) add(features *sentiment.Features, r record) {
	d := segment.Split(r.Text)
	bytes := byteOffsets(r.Text)
	h := fnv.New32a()
	h.Write([]byte(r.Article))
	fold := int(h.Sum32() & 0xffff)
	var shares [linear.Classes]float32
	for _, x := range r.Targets {
		first, last := d.TokenAt(bytes[x.Start]), d.TokenAt(bytes[x.End]-1)+1
		s := d.SentenceAt(bytes[x.Start])
		if first >= len(d.Tokens) || last > d.Sentences[s].Last || first < d.Sentences[s].First {
			continue
		}
		features.Load(d, s, []sentiment.Target{{Sentence: s, First: first, Last: last}})
		e := example{Example: targetExample(features, first, last), fold: fold, name: isName(x.Mention), several: len(r.Targets) > 1}
		e.Target[classOf[x.Label]] = 1
		t.targets = append(t.targets, e)
		shares[classOf[x.Label]] += 1 / float32(len(r.Targets))
	}
	if len(d.Sentences) > 0 && len(r.Targets) > 0 {
		features.Load(d, 0, nil)
		e := example{Example: clone(features.Sentence()), fold: fold}
		e.Target = shares
		t.sentences = append(t.sentences, e)
	}
}

// targetExample joins the features of a target to those of its sentence.
func targetExample(features *sentiment.Features, first, last int) linear.Example {
	e := clone(features.Sentence())
	more := features.Target(first, last)
	e.Features, e.Words = append(e.Features, more.Features...), append(e.Words, more.Words...)
	return e
}

func clone(e linear.Example) linear.Example {
	return linear.Example{Features: append([]linear.Feature{}, e.Features...), Words: append([]linear.Word{}, e.Words...), Weight: 1}
}

func isName(mention string) bool {
	switch strings.ToLower(mention) {
	case "he", "she", "it", "they", "i", "we", "you", "his", "her", "their", "him", "them":
		return false
	}
	return strings.ContainsFunc(mention, unicode.IsUpper)
}

func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

func (t *trainer) model(list []example, o linear.Options) *linear.Model {
	plain := make([]linear.Example, len(list))
	views := 1
	for i, e := range list {
		plain[i] = e.Example
		for _, w := range e.Words {
			views = max(views, int(w.View)+1)
		}
	}
	return linear.Train(plain, t.vectors, views, o)
}

// targetModel trains on targets and on the invented ones.
func (t *trainer) targetModel(list []example) *linear.Model {
	return t.model(append(list[:len(list):len(list)], t.invented...), targetOptions)
}

// file trains both models; the one for targets is calibrated on cross-validated predictions.
func (t *trainer) file() []byte {
	target := t.targetModel(t.targets)
	target.Sharpen(calibrate(t.targets, t.crossValidate(5)))
	return sentiment.ModelBytes(t.words, target, t.model(t.sentences, sentenceOptions))
}

// crossValidate returns the log-odds of each target by a model that has not seen its article.
func (t *trainer) crossValidate(folds int) [][linear.Classes]float64 {
	out := make([][linear.Classes]float64, len(t.targets))
	for k := range folds {
		var train []example
		for _, e := range t.targets {
			if e.fold%folds != k {
				train = append(train, e)
			}
		}
		m := t.targetModel(train)
		for i, e := range t.targets {
			if e.fold%folds == k {
				out[i] = m.Logits(e.Example)
			}
		}
	}
	return out
}

func logits(m *linear.Model, list []example) [][linear.Classes]float64 {
	out := make([][linear.Classes]float64, len(list))
	for i, e := range list {
		out[i] = m.Logits(e.Example)
	}
	return out
}

// calibrate returns the factor on the log-odds that makes the labels likeliest.
func calibrate(list []example, z [][linear.Classes]float64) float64 {
	best, loss := 1.0, math.Inf(1)
	for factor := 0.3; factor < 2; factor += 0.02 {
		if l := meanLoss(list, z, factor); l < loss {
			best, loss = factor, l
		}
	}
	return best
}

func meanLoss(list []example, z [][linear.Classes]float64, factor float64) (loss float64) {
	for i, e := range list {
		x := z[i]
		for c := range x {
			x[c] *= factor
		}
		loss -= math.Log(linear.Softmax(x)[e.class()])
	}
	return loss / float64(len(list))
}

func scale(z [][linear.Classes]float64, factor float64) {
	for i := range z {
		for c := range z[i] {
			z[i][c] *= factor
		}
	}
}

// class is the likeliest class of the gold.
func (e *example) class() int {
	best := 0
	for c := range e.Target {
		if e.Target[c] > e.Target[best] {
			best = c
		}
	}
	return best
}

// ablation prints what cross-validation gives without each group of features.
func ablation(train string) {
	measure := func(name string, without sentiment.Group) {
		t := newTrainer(train, without)
		z := t.crossValidate(5)
		fmt.Printf("%-24s", name)
		for _, p := range parts {
			m := confusionOf(t.targets, z, p.holds)
			fmt.Printf(" %*.1f", len(p.name), m.macro())
		}
		fmt.Printf(" %8.4f\n", meanLoss(t.targets, z, calibrate(t.targets, z)))
	}
	fmt.Printf("%-24s", "")
	for _, p := range parts {
		fmt.Print(" ", p.name)
	}
	fmt.Printf(" %8s\n", "loss")
	measure("all features", 0)
	for _, g := range sentiment.Groups {
		measure("without "+g.Name, g.Group)
	}
}
