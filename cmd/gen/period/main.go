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
	decay := flag.Float64("decay", 3, "how far weights are held back")
	flag.Float64Var(&careful, "careful", careful, "how much more a figure counts whose days were labelled, in texts and cases")
	flag.Parse()
	e, err := stages.New(stages.Config{})
	if err != nil {
		log.Fatal(err)
	}
	train := inline(e, *texts, 1)
	train = append(train, inline(e, *dated, 2*careful)...)
	train = append(train, labelled(e, *claims)...)
	w := learn(train, *rounds, *decay)
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

// example is a figure with the times that may be its own.
type example struct {
	choices []figures.PeriodChoice
	right   []bool // of each choice
	timed   bool   // the figure has a period
	weight  float64
}

// learn fits a weight for every sign, so that the right time, or none, gets most of the probability among the choices.
func learn(train []example, rounds int, decay float64) []float64 {
	n := len(figures.PeriodSigns())
	w, speed := make([]float64, n), make([]float64, n)
	gradient := make([]float64, n)
	for range rounds {
		for i := range gradient {
			gradient[i] = -decay * w[i]
		}
		for _, e := range train {
			e.step(w, gradient)
		}
		for i, g := range gradient {
			speed[i] += float64(g * g)
			if speed[i] > 0 {
				w[i] += 0.3 * g / math.Sqrt(speed[i])
			}
		}
	}
	return w
}

// step adds the gradient of one figure.
func (e example) step(w, gradient []float64) {
	p := e.probabilities(w)
	right := 0.0
	for k, is := range e.right {
		if is {
			right += p[k]
		}
	}
	if !e.timed {
		right = p[len(e.choices)]
	}
	if right == 0 {
		return
	}
	for k, c := range e.choices {
		d := -p[k]
		if e.right[k] {
			d += p[k] / right
		}
		for _, s := range c.Signs {
			gradient[s] += float64(e.weight * d)
		}
	}
}

// probabilities returns those of the choices, and of none.
func (e example) probabilities(w []float64) []float64 {
	p := make([]float64, len(e.choices)+1)
	top := 0.0
	for k, c := range e.choices {
		for _, s := range c.Signs {
			p[k] += w[s]
		}
		top = max(top, p[k])
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// measure tells how often the best choice is right.
func measure(list []example, w []float64) string {
	gold, got, right := 0, 0, 0
	for _, e := range list {
		p := e.probabilities(w)
		best := len(e.choices)
		for k := range e.choices {
			if p[k] > p[best] {
				best = k
			}
		}
		if e.timed {
			gold++
		}
		if best < len(e.choices) {
			got++
			if e.right[best] {
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
