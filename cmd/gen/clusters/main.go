// Command clusters groups the words of pretrained word vectors, so that a linear tagger can use what they know: words
// of one cluster occur in like company ("Reuters", "Xinhua", "AFP"). It reads vectors in the text format of GloVe, one
// word a line in order of frequency, and writes a TSV of word and cluster path, coarse to fine ("3.41.877").
//
// Spherical k-means from fixed starting points, one goroutine: the same vectors give the same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"strconv"
	"strings"
)

// fine, middle and coarse are how many clusters each level has; the fine ones are split into leaves of so many words.
const (
	fine      = 1024
	middle    = 128
	coarse    = 32
	leafWords = 16
)

func main() {
	log.SetFlags(0)
	vectors := flag.String("vectors", "", "word vectors in GloVe's text format (glove.6B.50d.txt)")
	out := flag.String("out", "", "TSV to write")
	words := flag.Int("words", 100_000, "how many of the most frequent words make the clusters")
	rare := flag.Int("rare", 300_000, "how many rarer words to add to the clusters that those make")
	rounds := flag.Int("rounds", 20, "rounds of k-means")
	flag.Parse()
	if err := run(*vectors, *out, *words, *rare, *rounds); err != nil {
		log.Fatal(err)
	}
}

func run(vectors, out string, frequent, rare, rounds int) error {
	words, rows, err := read(vectors, frequent+rare)
	if err != nil {
		return err
	}
	frequent = min(frequent, len(rows))
	normalise(rows, frequent)
	level1, centres := kmeans(rows[:frequent], fine, rounds)
	for _, r := range rows[frequent:] {
		level1 = append(level1, nearest(r, centres))
	}
	level2, centres2 := kmeans(centres, middle, rounds)
	level3, _ := kmeans(centres2, coarse, rounds)
	leaves := split(rows, level1, frequent, rounds)

	f, err := os.Create(out)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "word\tcluster")
	for i, word := range words {
		a := level1[i]
		b := level2[a]
		fmt.Fprintf(w, "%s\t%d.%d.%d.%d\n", word, level3[b], b, a, leaves[i])
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// read returns the first limit words that hold a letter, with their vectors.
func read(path string, limit int) ([]string, [][]float32, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var words []string
	var rows [][]float32
	in := bufio.NewScanner(f)
	for in.Scan() && len(words) < limit {
		fields := strings.Split(in.Text(), " ")
		if !strings.ContainsFunc(fields[0], func(r rune) bool { return r >= 'a' && r <= 'z' || r > 0x7f }) {
			continue
		}
		row := make([]float32, len(fields)-1)
		for i, s := range fields[1:] {
			v, err := strconv.ParseFloat(s, 32)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: word %q: %w", path, fields[0], err)
			}
			row[i] = float32(v)
		}
		words, rows = append(words, fields[0]), append(rows, row)
	}
	return words, rows, in.Err()
}

// normalise takes the mean of the frequent words away, which only tells how frequent words are, and gives every row length 1.
func normalise(rows [][]float32, frequent int) {
	mean := make([]float64, len(rows[0]))
	for _, r := range rows[:frequent] {
		for i, v := range r {
			mean[i] += float64(v)
		}
	}
	for _, r := range rows {
		for i := range r {
			r[i] -= float32(mean[i] / float64(frequent))
		}
		unit(r)
	}
}

func unit(r []float32) {
	sum := 0.0
	for _, v := range r {
		sum += float64(float64(v) * float64(v))
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range r {
		r[i] *= scale
	}
}

// split parts every cluster into leaves of some leafWords frequent words and returns each row's leaf.
func split(rows [][]float32, of []int, frequent, rounds int) []int {
	members := make([][]int, fine)
	for i, c := range of {
		members[c] = append(members[c], i)
	}
	leaves, next := make([]int, len(rows)), 0
	for _, m := range members {
		var inside [][]float32
		for _, i := range m {
			if i < frequent {
				inside = append(inside, rows[i])
			}
		}
		if len(inside) == 0 {
			continue
		}
		k := max(1, (len(inside)+leafWords/2)/leafWords)
		_, centres := kmeans(inside, k, rounds)
		for _, i := range m {
			leaves[i] = next + nearest(rows[i], centres)
		}
		next += k
	}
	return leaves
}

// kmeans starts from rows evenly spaced in the list and returns each row's cluster and the centres.
func kmeans(rows [][]float32, k, rounds int) ([]int, [][]float32) {
	centres := make([][]float32, k)
	step := min(len(rows)/k, 40) // frequent words have the better vectors
	for i := range centres {
		centres[i] = append([]float32(nil), rows[i*step]...)
	}
	of := make([]int, len(rows))
	for range rounds {
		for i, r := range rows {
			of[i] = nearest(r, centres)
		}
		for i := range centres {
			clear(centres[i])
		}
		for i, r := range rows {
			c := centres[of[i]]
			for j, v := range r {
				c[j] += v
			}
		}
		for i := range centres {
			unit(centres[i])
		}
	}
	return of, centres
}

func nearest(r []float32, centres [][]float32) int {
	best, at := float32(-2), 0
	for i, c := range centres {
		var dot float32
		c = c[:len(r)]
		for j, v := range r {
			dot += float32(v * c[j])
		}
		if dot > best {
			best, at = dot, i
		}
	}
	return at
}
