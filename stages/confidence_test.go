package stages

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"broadsheet/schemas"
)

// bands counts, for each confidence, figures and those whose place and value are right.
type bands map[float64][2]int

func (b bands) add(f *schemas.FigureRow, right bool) {
	n := b[f.Confidence]
	n[0]++
	if right {
		n[1]++
	}
	b[f.Confidence] = n
}

// TestConfidence prints how many figures of each confidence are right: on our own texts, and on the shared sets where they
// stand beside the repository. A figure of 0.5 or more is a statement, and is held to what it claims.
func TestConfidence(t *testing.T) {
	e := extractor(t)
	b := bands{}
	for _, l := range labelledTexts(t) {
		b.claims(l, e)
	}
	if root := sharedGold(); root != "" {
		for _, l := range claimsIn(t, filepath.Join(root, "claims")) {
			b.claims(l, e)
		}
		b.newsQuant(t, filepath.Join(root, "figures", "newsquant.jsonl"), e)
	}
	var levels []float64
	for c := range b {
		levels = append(levels, c)
	}
	sort.Float64s(levels)
	var table strings.Builder
	for _, c := range levels {
		n := b[c]
		share := float64(n[1]) / float64(n[0])
		fmt.Fprintf(&table, "\n%.2f  %5.1f %% right of %d", c, 100*share, n[0])
		if c >= 0.5 && n[0] >= 20 && share < c-0.1 {
			t.Errorf("confidence %.2f: only %.1f %% of %d figures are right", c, 100*share, n[0])
		}
	}
	t.Log(table.String())
}

// sharedGold returns the folder of the shared gold sets, empty where there is none.
func sharedGold() string {
	root := os.Getenv("BROADSHEET_SHARED")
	if root == "" {
		root = "../../shared"
	}
	root = filepath.Join(root, "gold")
	if _, err := os.Stat(root); err != nil {
		return ""
	}
	return root
}

// claims counts the figures of a labelled text. What its labels leave open counts neither way.
func (b bands) claims(l labelledText, e *Extractor) {
	r := e.Extract(l.document())
	taken := newScore().place(l, r)
	for i := range r.Figures {
		if f := &r.Figures[i]; taken[i] != nil || !l.isOptional(f) {
			b.add(f, taken[i] != nil)
		}
	}
}

// newsQuant counts the figures of single sentences, of which only the values are labelled.
func (b bands) newsQuant(t *testing.T, path string, e *Extractor) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var l struct {
			Text string
			Gold []struct{ Value string }
		}
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		r := e.Extract(document("sentence", l.Text))
		used := make([]bool, len(l.Gold))
		for i := range r.Figures {
			f := &r.Figures[i]
			right := false
			for k, g := range l.Gold {
				if !used[k] && sameValue(f, g.Value) {
					used[k], right = true, true
					break
				}
			}
			b.add(f, right)
		}
	}
}

// sameValue compares a figure with a labelled value, "5" or "5-7".
func sameValue(f *schemas.FigureRow, want string) bool {
	low, high := want, ""
	if at := strings.IndexByte(want[1:], '-'); at >= 0 {
		low, high = want[:at+1], want[at+2:]
	}
	same := func(got float64, w string) bool {
		v, err := strconv.ParseFloat(w, 64)
		return err == nil && math.Abs(got-v) <= 1e-5*math.Max(1, math.Abs(v))
	}
	if f.ValueHigh == nil || high == "" {
		return f.ValueHigh == nil && high == "" && same(f.Value, low)
	}
	return same(f.Value, low) && same(*f.ValueHigh, high)
}
