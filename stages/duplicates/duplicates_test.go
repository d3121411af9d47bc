package duplicates

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"broadsheet/stages/segment"
)

func sign(t string) Signature { return Sign(segment.Split(t)) }

// shingles returns the set that a signature sketches.
func shingles(t string) map[string]bool {
	d := segment.Split(t)
	var words []string
	for i, tok := range d.Tokens {
		if tok.Kind == segment.Word || tok.Kind == segment.Number || tok.Kind == segment.Link {
			words = append(words, strings.ToLower(d.Word(i)))
		}
	}
	set := map[string]bool{}
	for i := 0; i+shingle <= len(words); i++ {
		set[strings.Join(words[i:i+shingle], " ")] = true
	}
	return set
}

func jaccard(a, b string) float64 {
	x, y := shingles(a), shingles(b)
	both := 0
	for s := range x {
		if y[s] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

// stories returns real texts (the founding documents) and others drawn from a vocabulary with a newswire's frequencies.
func stories(t testing.TB, r *rand.Rand, n int) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/seeds/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d seeds, %v", len(files), err)
	}
	var out []string
	vocabulary := map[string]bool{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(b))
		for _, w := range strings.Fields(string(b)) {
			vocabulary[w] = true
		}
	}
	var words []string
	for w := range vocabulary {
		words = append(words, w)
	}
	slices.Sort(words)
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	for len(out) < n {
		var b strings.Builder
		for range 40 + r.IntN(500) {
			b.WriteString(words[int(float64(len(words))*math.Pow(r.Float64(), 3))])
			b.WriteByte(' ')
		}
		out = append(out, b.String())
	}
	return out
}

// edit makes another version of a story: a new headline, a shorter end, sentences out, words changed.
func edit(r *rand.Rand, story string, strength float64) string {
	words := strings.Fields(story)
	words = words[:len(words)-int(float64(len(words))*min(0.6, strength*r.Float64()*0.3))]
	var out []string
	if r.IntN(2) == 0 {
		out = append(out, "Another headline for the same news")
	}
	for i := 0; i < len(words); i++ {
		switch x := r.Float64(); {
		case x < strength*0.01:
			i += 10 + r.IntN(20)
		case x < strength*0.06:
			out = append(out, fmt.Sprintf("word%d", r.IntN(1000)))
		default:
			out = append(out, words[i])
		}
	}
	return strings.Join(out, " ")
}

func TestRecallAndPrecision(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	originals := stories(t, r, 400)
	var texts []string
	var story []int
	for i, s := range originals {
		texts, story = append(texts, s), append(story, i)
		for range r.IntN(3) {
			texts, story = append(texts, edit(r, s, 3*r.Float64())), append(story, i)
		}
	}
	signatures := make([]Signature, len(texts))
	for i, s := range texts {
		signatures[i] = sign(s)
	}
	members := Group(signatures)
	near, found, grouped, right := 0, 0, 0, 0
	for i := range texts {
		for j := range i {
			together := members[i].First == members[j].First
			if together {
				grouped++
				if story[i] == story[j] {
					right++
				}
			}
			if story[i] == story[j] && jaccard(texts[i], texts[j]) >= 0.5 {
				near++
				if together {
					found++
				}
			}
		}
	}
	recall, precision := float64(found)/float64(near), float64(right)/float64(grouped)
	t.Logf("%d texts, %d pairs of similarity 0.5 or more: recall %.3f; %d pairs grouped: precision %.3f", len(texts), near, recall, grouped, precision)
	if near < 100 || recall < 0.90 || precision < 0.98 {
		t.Errorf("recall %.3f of %d, precision %.3f", recall, near, precision)
	}
}

// Pairs right at similarity 0.5 are the hard ones.
func TestRecallAtOneHalf(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	originals := stories(t, r, 200)
	near, found := 0, 0
	for _, s := range originals {
		for range 20 {
			e := edit(r, s, 1+3*r.Float64())
			if j := jaccard(s, e); j < 0.48 || j > 0.52 {
				continue
			}
			near++
			if Group([]Signature{sign(s), sign(e)})[1].First == 0 {
				found++
			}
		}
	}
	recall := float64(found) / float64(near)
	t.Logf("%d pairs, recall %.3f", near, recall)
	if near < 100 || recall < 0.90 {
		t.Errorf("recall %.3f of %d pairs", recall, near)
	}
}

func TestEstimate(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	squares, n := 0.0, 0
	for _, s := range stories(t, r, 200) {
		e := edit(r, s, 2*r.Float64())
		a, b := sign(s), sign(e)
		d := Similarity(&a, &b) - jaccard(s, e)
		squares += d * d
		n++
	}
	if rms := math.Sqrt(squares / float64(n)); rms > 0.05 {
		t.Errorf("root mean square error %.3f", rms)
	}
}

func TestGroup(t *testing.T) {
	story := "The council agreed on Monday to build a second bridge over the river at a cost of 42 million dollars, the mayor said in a statement."
	texts := []string{"Nothing like it was seen in the north before the rain came.", story, "", "New headline. " + story, "…", story}
	var signatures []Signature
	for _, s := range texts {
		signatures = append(signatures, sign(s))
	}
	members := Group(signatures)
	for i, want := range []int{0, 1, 2, 1, 4, 1} {
		if members[i].First != want {
			t.Errorf("text %d is in the group of %d, want %d", i, members[i].First, want)
		}
	}
	if members[5].Similarity != 1 || members[1].Similarity != 1 || members[3].Similarity >= 1 || members[3].Similarity < Threshold {
		t.Errorf("similarities %+v", members)
	}
}

// A group does not depend on where its texts stand, only its name does.
func TestOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var signatures []Signature
	for _, s := range stories(t, r, 60) {
		signatures = append(signatures, sign(s), sign(edit(r, s, 1)), sign(edit(r, s, 2)))
	}
	sameInAnyOrder(t, r, signatures)
}

// A form fills a bucket with more texts than are compared pair by pair: pairs of near duplicates that agree in no other
// band, and strangers.
func TestOrderInAFullBucket(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	var signatures []Signature
	for range mostCompared + 50 {
		var s Signature
		for i := range s {
			s[i] = uint16(r.Uint32())
		}
		s[0], s[1], s[2] = 1, 2, 3 // the form
		twin := s
		for b := 1; b < bands; b++ {
			twin[b*bandRows+r.IntN(bandRows)]++
		}
		signatures = append(signatures, s, twin)
	}
	sameInAnyOrder(t, r, signatures)
	together := 0
	for i, m := range Group(signatures) {
		if m.First != i {
			together++
		}
	}
	if together < mostCompared {
		t.Errorf("%d pairs are found", together)
	}
}

// sameInAnyOrder groups signatures in several orders.
func sameInAnyOrder(t *testing.T, r *rand.Rand, signatures []Signature) {
	t.Helper()
	want := Group(signatures)
	for range 5 {
		order := r.Perm(len(signatures))
		shuffled := make([]Signature, len(signatures))
		for i, at := range order {
			shuffled[i] = signatures[at]
		}
		got := Group(shuffled)
		for i := range order {
			for j := range i {
				if (got[i].First == got[j].First) != (want[order[i]].First == want[order[j]].First) {
					t.Fatalf("texts %d and %d: together in one order only", order[i], order[j])
				}
			}
		}
	}
}

// A text costs its signature and half as much again while texts are grouped.
func TestMemory(t *testing.T) {
	signatures := make([]Signature, 10_000)
	for i := range signatures {
		signatures[i][i%rows] = uint16(i)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Group(signatures)
	runtime.ReadMemStats(&after)
	each := int(unsafe.Sizeof(Signature{})) + int(after.TotalAlloc-before.TotalAlloc)/len(signatures)
	t.Logf("%d bytes a text", each)
	if each > 400 {
		t.Errorf("%d bytes a text", each)
	}
}

func TestCase(t *testing.T) {
	a, b := sign("ÉTÉ à Paris, 5 Days OF rain"), sign("été À paris 5 days of Rain!")
	if a != b {
		t.Error("case and marks count")
	}
}

func BenchmarkSign(b *testing.B) {
	d := segment.Split(stories(b, rand.New(rand.NewPCG(11, 12)), 1)[2])
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Sign(d)
	}
}

func BenchmarkGroup(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 10))
	signatures := make([]Signature, 20000)
	for i := range signatures {
		for j := range signatures[i] {
			signatures[i][j] = uint16(r.Uint32())
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Group(signatures)
	}
}
