package main

import (
	"fmt"

	"broadsheet/stages/sentiment"
	"broadsheet/stages/sentiment/linear"
)

var classNames = [linear.Classes]string{"negative", "neutral", "positive"}

// confusion counts gold classes against predicted ones.
type confusion [linear.Classes][linear.Classes]int

// parts of the targets are reported apart.
var parts = []struct {
	name  string
	holds func(*example) bool
}{
	{"all targets", func(*example) bool { return true }},
	{"names", func(e *example) bool { return e.name }},
	{"names in sentences with several targets", func(e *example) bool { return e.name && e.several }},
}

func confusionOf(list []example, z [][linear.Classes]float64, holds func(*example) bool) (m confusion) {
	for i := range list {
		e := &list[i]
		if !holds(e) {
			continue
		}
		best := 0
		for c := range z[i] {
			if z[i][c] > z[i][best] {
				best = c
			}
		}
		m[e.class()][best]++
	}
	return m
}

func (m *confusion) f1(class int) float64 {
	said, have := 0, 0
	for c := range m {
		said += m[c][class]
		have += m[class][c]
	}
	return 200 * float64(m[class][class]) / float64(max(1, said+have))
}

func (m *confusion) macro() float64 { return (m.f1(0) + m.f1(1) + m.f1(2)) / linear.Classes }

// report prints confusion matrices, F1 and how scores agree with labels.
func report(list []example, z [][linear.Classes]float64) {
	for _, p := range parts {
		m := confusionOf(list, z, p.holds)
		fmt.Println("\n" + p.name)
		fmt.Printf("%-10s %9s %9s %9s %7s\n", "gold", "negative", "neutral", "positive", "F1")
		right, all := 0, 0
		for g, row := range m {
			fmt.Printf("%-10s %9d %9d %9d %7.1f\n", classNames[g], row[0], row[1], row[2], m.f1(g))
			right += row[g]
			all += row[0] + row[1] + row[2]
		}
		fmt.Printf("macro-F1 %.1f, accuracy %.1f, %d targets\n", m.macro(), 100*float64(right)/float64(max(1, all)), all)
	}
	bands(list, z)
}

// bands prints for bands of the score which labels were observed.
func bands(list []example, z [][linear.Classes]float64) {
	const count = 10
	var seen [count][linear.Classes]int
	var sum [count]float64
	for i, e := range list {
		score := sentiment.Towards(z[i]).Value
		b := min(count-1, int((score+1)/2*count))
		seen[b][e.class()]++
		sum[b] += score
	}
	fmt.Printf("\n%-13s %8s %10s %10s %9s %9s %9s\n", "score", "targets", "mean score", "pos - neg", "negative", "neutral", "positive")
	for b, row := range seen {
		n := float64(max(1, row[0]+row[1]+row[2]))
		from := -1 + 2*float64(b)/count
		fmt.Printf("%4.1f to %4.1f  %8d %10.2f %10.2f %8.0f%% %8.0f%% %8.0f%%\n", from, from+2.0/count, row[0]+row[1]+row[2], sum[b]/n,
			float64(row[2]-row[0])/n, 100*float64(row[0])/n, 100*float64(row[1])/n, 100*float64(row[2])/n)
	}
}
