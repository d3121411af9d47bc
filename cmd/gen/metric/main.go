// Command metric trains the ranker of stages/figures, which knows what a figure is likely to measure, and measures it.
//
//	go run ./cmd/gen/metric -out stages/figures/data/rank.bin
//	go run ./cmd/gen/metric -folds 5
//
// It learns from the labelled stories of cmd/gen/stories/data (README.md there says how they are written). Training is
// sequential and has no seed: the same stories, rules and lists give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"broadsheet/cmd/gen/stories"
	"broadsheet/stages"
	"broadsheet/stages/figures"
)

func main() {
	log.SetFlags(0)
	texts := flag.String("texts", "cmd/gen/stories/data/*.txt", "labelled stories")
	out := flag.String("out", "", "write the weights here")
	folds := flag.Int("folds", 0, "cross-validate, by story, with this many folds")
	flag.Parse()
	if err := run(*texts, *out, *folds); err != nil {
		log.Fatal(err)
	}
}

func run(texts, out string, folds int) error {
	all, err := stories.Read(texts)
	if err != nil {
		return err
	}
	extractor, err := stages.New(stages.Config{Language: "en"})
	if err != nil {
		return err
	}
	reader, err := figures.New(figures.Config{})
	if err != nil {
		return err
	}
	var list []example
	for i, s := range all {
		found, err := examples(s, extractor, reader)
		if err != nil {
			return err
		}
		for k := range found {
			found[k].story = i
		}
		list = append(list, found...)
	}
	fmt.Printf("%d stories, %d figures\n", len(all), len(list))
	if folds > 0 {
		crossValidate(list, folds)
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, quantise(train(list)), 0o644)
}

// crossValidate prints how often rules and ranker are right on stories that the weights have not seen.
func crossValidate(examples []example, folds int) {
	var total tally
	for fold := range folds {
		var seen, unseen []example
		for _, e := range examples {
			if e.story%folds == fold {
				unseen = append(unseen, e)
			} else {
				seen = append(seen, e)
			}
		}
		weights := quantise(train(seen))
		for _, e := range unseen {
			total.add(e, weights)
		}
	}
	fmt.Println("rules:  ", total.share(total.rules, total.rulesF1))
	fmt.Println("ranker: ", total.share(total.ranker, total.rankerF1))
	fmt.Printf("the ranker mends %d and breaks %d; a right phrase is among those it chooses from in %.1f %%\n",
		total.mended, total.broken, 100*float64(total.possible)/float64(total.n))
}

type tally struct {
	n, rules, ranker, mended, broken, possible int
	rulesF1, rankerF1                          float64
}

func (t *tally) add(e example, weights []byte) {
	ruled, best := e.choices(weights)
	t.n++
	if ruled.right {
		t.rules++
	}
	if best.right {
		t.ranker++
	}
	if best.right && !ruled.right {
		t.mended++
	}
	if ruled.right && !best.right {
		t.broken++
	}
	for _, a := range e.alternatives {
		if a.right {
			t.possible++
			break
		}
	}
	t.rulesF1 += ruled.f1
	t.rankerF1 += best.f1
}

func (t *tally) share(right int, f1 float64) string {
	return fmt.Sprintf("%.1f %% right, mean F1 of words %.1f", 100*float64(right)/float64(t.n), 100*f1/float64(t.n))
}
