// Command period learns the weights by which stages/figures chooses the time of a figure, and writes data/period.tsv.
//
//	go run ./cmd/gen/period
//	go run ./cmd/gen/period -texts PATTERNS -test PATTERNS    learn from some stories, score on others, write nothing
//
// In labelled stories figures stand as {figure|metric|period|speaker}, as cmd/gen/stories/data describes; a period may be its
// days too (2023-01-01..2023-12-31). The same texts give the same weights.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"strings"

	"broadsheet/cmd/gen/logit"
	"broadsheet/stages"
	"broadsheet/stages/figures"
)

func main() {
	log.SetFlags(0)
	texts := flag.String("texts", "cmd/gen/stories/data/*.txt", "labelled stories to learn from, comma-separated patterns")
	dated := flag.String("dated", "cmd/gen/period/data/*.txt", "labelled stories with the days of each figure")
	claims := flag.String("claims", "testdata/quality/claims", "folder of labelled texts to learn from")
	test := flag.String("test", "", "labelled stories to score on, none to write the table")
	out := flag.String("out", "stages/figures/data/period.tsv", "table to write")
	rounds := flag.Int("rounds", 400, "rounds over the texts")
	hold := flag.Float64("hold", 3, "how strongly weights are held near nought")
	flag.Float64Var(&careful, "careful", careful, "how much more a figure counts whose days were labelled, in texts and cases")
	flag.Parse()
	e, err := stages.New(stages.Config{})
	if err != nil {
		log.Fatal(err)
	}
	train := inline(e, *texts, 1)
	train = append(train, inline(e, *dated, 2*careful)...)
	train = append(train, labelled(e, *claims)...)
	w := learn(train, *rounds, *hold)
	fmt.Printf("learned from %d figures: %s\n", len(train), measure(train, w))
	if *test != "" {
		held := inline(e, *test, 1)
		fmt.Printf("held back, %d figures: %s\n", len(held), measure(held, w))
		return
	}
	if err := os.WriteFile(*out, table(w), 0o644); err != nil {
		log.Fatal(err)
	}
}

// example is a figure with the times that may be its own, and last none of them, which has no signs.
type example struct {
	logit.Example
	timed bool // the figure has a period
}

// learn fits a weight for every sign.
func learn(list []example, rounds int, hold float64) []float64 {
	examples := make([]logit.Example, len(list))
	for i, e := range list {
		examples[i] = e.Example
	}
	return logit.Train(examples, len(figures.PeriodSigns()), logit.Options{Rounds: rounds, Step: 0.3, Hold: hold})
}

// measure tells how often the best choice is right.
func measure(list []example, w []float64) string {
	gold, got, right := 0, 0, 0
	for _, e := range list {
		p := e.Probabilities(nil, w)
		none := len(p) - 1
		best := none
		for k := range p {
			if p[k] > p[best] {
				best = k
			}
		}
		if e.timed {
			gold++
		}
		if best < none {
			got++
			if e.Choices[best].Right {
				right++
			}
		}
	}
	P, R := float64(right)/float64(got), float64(right)/float64(gold)
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f", 100*P, 100*R, 200*P*R/(P+R))
}

// table writes the weights in hundredths, without those that are nothing.
func table(w []float64) []byte {
	var b strings.Builder
	for s, name := range figures.PeriodSigns() {
		if n := math.Round(100 * w[s]); n != 0 {
			fmt.Fprintf(&b, "%s\t%.0f\n", name, n)
		}
	}
	return []byte(b.String())
}
