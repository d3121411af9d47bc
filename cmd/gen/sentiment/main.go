// Command sentiment trains the models of stages/sentiment and writes them as one file.
//
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -out stages/sentiment/data/model.bin
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -eval newsmtsc.dev.jsonl
//	go run ./cmd/gen/sentiment -train newsmtsc.train.jsonl -folds 5
//
// Training is sequential and seeded: the same data give the same bytes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"

	"broadsheet/stages/segment"
	"broadsheet/stages/sentiment"
	"broadsheet/stages/sentiment/linear"
)

type record struct {
	Article string `json:"article"`
	Text    string `json:"text"`
	Targets []struct {
		Start, End int
		Label      string
	} `json:"targets"`
}

// example is one target with its fold.
type example struct {
	linear.Example
	fold int
}

var classOf = map[string]int{"negative": 0, "neutral": 1, "positive": 2}

var options = linear.Options{Epochs: 14, Rate: 0.01, Decay: 2e-4, Dropout: 0.3, Seed: 1}

func main() {
	log.SetFlags(0)
	train := flag.String("train", "", "NewsMTSC records, JSON Lines")
	eval := flag.String("eval", "", "score a model of -train on these records")
	folds := flag.Int("folds", 0, "cross-validate on -train, by article, with this many folds")
	out := flag.String("out", "", "write the model here")
	flag.Float64Var(&options.Rate, "rate", options.Rate, "step of AdaGrad")
	flag.Float64Var(&options.Decay, "decay", options.Decay, "L2")
	flag.Float64Var(&options.Dropout, "dropout", options.Dropout, "share of features left out of an update")
	flag.IntVar(&options.Epochs, "epochs", options.Epochs, "passes over the data")
	flag.Parse()
	if *train == "" {
		log.Fatal("give -train: newsmtsc.train.jsonl of NewsMTSC (MIT)")
	}
	targets, sentences := read(*train)
	switch {
	case *eval != "":
		test, _ := read(*eval)
		report(linear.Train(plain(targets), options), test)
	case *folds > 1:
		crossValidate(targets, *folds)
	case *out != "":
		model := append(linear.Train(plain(targets), options).Bytes(), linear.Train(plain(sentences), options).Bytes()...)
		if err := os.WriteFile(*out, model, 0o644); err != nil {
			log.Fatal(err)
		}
	default:
		log.Fatal("give one of -out, -eval, -folds")
	}
}

// read returns an example for each target, and one for each sentence with the shares of its targets' labels.
func read(path string) (targets, sentences []example) {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	features, err := sentiment.NewFeatures()
	if err != nil {
		log.Fatal(err)
	}
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		var r record
		if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		d := segment.Split(r.Text)
		bytes := byteOffsets(r.Text)
		h := fnv.New32a()
		h.Write([]byte(r.Article))
		fold := int(h.Sum32() & 0xffff)
		var shares [linear.Classes]float32
		for _, t := range r.Targets {
			first, last := d.TokenAt(bytes[t.Start]), d.TokenAt(bytes[t.End]-1)+1
			s := d.SentenceAt(bytes[t.Start])
			if first >= len(d.Tokens) || last > d.Sentences[s].Last || first < d.Sentences[s].First {
				continue
			}
			features.Load(d, s)
			e := example{fold: fold}
			e.Features = append([]linear.Feature{}, features.Target(first, last)...)
			e.Target[classOf[t.Label]] = 1
			targets = append(targets, e)
			shares[classOf[t.Label]] += 1 / float32(len(r.Targets))
		}
		if len(d.Sentences) > 0 && len(r.Targets) > 0 {
			features.Load(d, 0)
			sentences = append(sentences, example{linear.Example{Features: append([]linear.Feature{}, features.Sentence()...), Target: shares}, fold})
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
	return targets, sentences
}

func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

func plain(list []example) []linear.Example {
	out := make([]linear.Example, len(list))
	for i, e := range list {
		out[i] = e.Example
	}
	return out
}

func crossValidate(list []example, folds int) {
	var confusion [linear.Classes][linear.Classes]int
	for k := range folds {
		var train, test []example
		for _, e := range list {
			if e.fold%folds == k {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		count(&confusion, linear.Train(plain(train), options), test)
	}
	show(confusion)
}

func report(m *linear.Model, test []example) {
	var confusion [linear.Classes][linear.Classes]int
	count(&confusion, m, test)
	show(confusion)
}

func count(confusion *[linear.Classes][linear.Classes]int, m *linear.Model, test []example) {
	for _, e := range test {
		p := m.Score(e.Features)
		best, gold := 0, 0
		for c := range p {
			if p[c] > p[best] {
				best = c
			}
			if e.Target[c] > e.Target[gold] {
				gold = c
			}
		}
		confusion[gold][best]++
	}
}

// show prints the confusion matrix, F1 of each class and their mean.
func show(confusion [linear.Classes][linear.Classes]int) {
	names := []string{"negative", "neutral", "positive"}
	fmt.Printf("%-10s %9s %9s %9s %7s\n", "gold", "negative", "neutral", "positive", "F1")
	macro, right, all := 0.0, 0, 0
	for g, row := range confusion {
		said, have := 0, 0
		for c := range row {
			said += confusion[c][g]
			have += row[c]
		}
		f1 := 2 * float64(row[g]) / float64(max(1, said+have))
		macro += f1 / linear.Classes
		right += row[g]
		all += have
		fmt.Printf("%-10s %9d %9d %9d %7.1f\n", names[g], row[0], row[1], row[2], 100*f1)
	}
	fmt.Printf("macro-F1 %.1f, accuracy %.1f, %d targets\n", 100*macro, 100*float64(right)/float64(max(1, all)), all)
}
