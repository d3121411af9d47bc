package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// table is a small table for a person: columns are as wide as their widest cell, numbers stand right.
type table struct {
	head  []string
	right []bool
	rows  [][]string
}

// newTable names the columns; a name that begins with > stands right.
func newTable(head ...string) *table {
	t := &table{}
	for _, h := range head {
		name, right := strings.CutPrefix(h, ">")
		t.head = append(t.head, name)
		t.right = append(t.right, right)
	}
	return t
}

// longest is how many characters of a cell are shown.
const longest = 48

func (t *table) add(cells ...string) {
	for i, c := range cells {
		c = strings.Join(strings.Fields(c), " ")
		if utf8.RuneCountInString(c) > longest {
			c = string([]rune(c)[:longest-1]) + "…"
		}
		cells[i] = c
	}
	t.rows = append(t.rows, cells)
}

func (t *table) write(w io.Writer) {
	if len(t.rows) == 0 {
		return
	}
	width := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, c := range row {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	for _, row := range append([][]string{t.head}, t.rows...) {
		var line strings.Builder
		line.WriteString(" ")
		for i, c := range row {
			pad := strings.Repeat(" ", width[i]-utf8.RuneCountInString(c))
			if t.right[i] {
				c = pad + c
			} else {
				c += pad
			}
			line.WriteString(" " + c + " ")
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

// amount writes a number for a person: 42.4 billion, 1,250, 0.35.
func amount(v float64) string {
	for _, s := range []struct {
		size float64
		name string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}} {
		if math.Abs(v) >= s.size {
			return strconv.FormatFloat(math.Round(v/s.size*1000)/1000, 'f', -1, 64) + " " + s.name
		}
	}
	s := strconv.FormatFloat(math.Round(v*10000)/10000, 'f', -1, 64)
	whole, rest, _ := strings.Cut(s, ".")
	sign := strings.TrimRight(whole, "0123456789")
	whole = whole[len(sign):]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}
