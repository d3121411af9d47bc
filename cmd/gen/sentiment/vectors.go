package main

import (
	"bufio"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"

	"broadsheet/stages/sentiment"
)

//go:embed data/vectors.tsv
var vectorsTSV string

// vectorScale turns the bytes of a vector back into coordinates: vectors have length 1, and few coordinates pass 0.6.
const vectorScale = 200

// readVectors returns the words that the model keeps, by their hash, and their vectors.
func readVectors() (words []uint32, vectors [][]float32) {
	seen := map[uint32]bool{}
	for _, line := range strings.Split(strings.TrimSpace(vectorsTSV), "\n")[1:] {
		word, code, _ := strings.Cut(line, "\t")
		bytes, err := base64.StdEncoding.DecodeString(code)
		if err != nil {
			log.Fatalf("vectors.tsv: %s: %v", word, err)
		}
		if h := sentiment.Hash(word); !seen[h] {
			seen[h] = true
			row := make([]float32, len(bytes))
			for i, b := range bytes {
				row[i] = float32(int8(b)) / vectorScale
			}
			words, vectors = append(words, h), append(vectors, row)
		}
	}
	return words, vectors
}

var (
	lowerWord = regexp.MustCompile(`[A-Za-z][A-Za-z'-]*`)
	plainWord = regexp.MustCompile(`^[a-z](?:[a-z'-]*[a-z])?$`)
)

// writeVectors writes those of the vectors at path whose word is rated, or stands in small letters in the training
// sentences, or twice in the texts.
func writeVectors(path, train string, texts []string) {
	keep := map[string]bool{}
	rated, err := sentiment.RatedWords()
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range rated {
		keep[w] = true
	}
	lines(train, func(line string) {
		var r record
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			log.Fatalf("%s: %v", train, err)
		}
		for _, w := range lowerWord.FindAllString(strings.ReplaceAll(r.Text, "’", "'"), -1) {
			keep[w] = true
		}
	})
	count := map[string]int{}
	for _, text := range texts {
		lines(text, func(line string) {
			if w, _, tagged := strings.Cut(line, "\t"); tagged {
				count[w]++
			}
		})
	}
	fmt.Println("word\tvector")
	lines(path, func(line string) {
		word, rest, _ := strings.Cut(line, " ")
		if !plainWord.MatchString(word) || !keep[word] && count[word] < 2 {
			return
		}
		fmt.Println(word + "\t" + base64.StdEncoding.EncodeToString(quantised(strings.Fields(rest))))
	})
}

// quantised returns a vector of length 1 in bytes.
func quantised(fields []string) []byte {
	row := make([]float64, len(fields))
	norm := 0.0
	for i, s := range fields {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			log.Fatal(err)
		}
		row[i] = x
		norm += x * x
	}
	out := make([]byte, len(row))
	for i, x := range row {
		out[i] = byte(int8(math.Round(max(-127, min(127, vectorScale*x/math.Sqrt(norm))))))
	}
	return out
}

// lines calls f for each line of a file.
func lines(path string, f func(string)) {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<22)
	for in.Scan() {
		f(in.Text())
	}
	if err := in.Err(); err != nil {
		log.Fatalf("%s: %v", path, err)
	}
}
