// Command corpus writes news stories that it makes up, as JSON Lines, for make bench where no corpus is at hand.
//
//	go run ./cmd/gen/corpus -n 20000 > corpus.jsonl
//
// The same number gives the same bytes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"strings"
)

var (
	places    = strings.Fields("Almaty Astana Berlin Brussels Cairo Delhi Lagos Lima London Madrid Oslo Paris Rome Samarkand Seoul Tokyo Vienna Warsaw")
	companies = []string{"Harrow Mining", "Northgate Bank plc", "Velox Motors Inc.", "Tessel Energy", "Ostrava Steel", "Blue Mesa Corp."}
	people    = []string{"Ana Duarte", "Karim Osmonov", "Li Wen", "Maria Keller", "John Abbott", "Nadia Rahimi", "Peter Novak"}
	goods     = strings.Fields("wheat copper oil gas cotton steel sugar coffee")
	verbs     = strings.Fields("rose fell climbed dropped increased declined")
)

func main() {
	n := flag.Int("n", 20000, "how many stories")
	flag.Parse()
	w := bufio.NewWriter(os.Stdout)
	r := rand.New(rand.NewPCG(1, 2))
	e := json.NewEncoder(w)
	for i := range *n {
		if err := e.Encode(map[string]string{
			"id": fmt.Sprintf("made-%d", i), "date": fmt.Sprintf("2023-%02d-%02d", 1+i%12, 1+i%28), "title": "Exports of " + pick(r, goods) + " in focus", "text": story(r),
		}); err != nil {
			log.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

func story(r *rand.Rand) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s – %s said on Tuesday that exports of %s %s %d.%d percent to $%d million in 2022.", strings.ToUpper(pick(r, places)), pick(r, companies), pick(r, goods), pick(r, verbs), r.IntN(40), r.IntN(10), r.IntN(900)+1)
	for range 3 + r.IntN(6) {
		fmt.Fprintf(&b, "\n\n“We expect more than %d,%03d tons of %s next year,” said %s, who heads the office of %s in %s. Output %s by %d percent from a year earlier.",
			1+r.IntN(90), r.IntN(1000), pick(r, goods), pick(r, people), pick(r, companies), pick(r, places), pick(r, verbs), 1+r.IntN(30))
	}
	return b.String()
}
