package duplicates

import (
	"cmp"
	"slices"
)

// Threshold is the estimated similarity from which two texts are near duplicates. It stands below 0.5 by almost two
// standard errors, so that few pairs of that similarity are missed; unrelated reports do not come near it.
const Threshold = 0.42

// bandRows is the number of rows in a band. Two texts of similarity 0.5 agree in one of the 42 bands in 996 of 1,000
// cases, two of similarity 0.05 in 5.
const (
	bandRows = 3
	bands    = rows / bandRows
)

// Member says which group a text belongs to.
type Member struct {
	First      int     // index of the first text of the group, its own where it is alone
	Similarity float64 // estimated, with that text; 1 for itself
}

// Group returns for each signature the group of its text. Signatures come in the order of articles, whose rows lie in
// source order; the groups are the connected parts of the graph of near duplicates.
func Group(signatures []Signature) []Member {
	g := grouper{signatures: signatures, parent: make([]int32, len(signatures))}
	var keyed []entry
	for i := range signatures {
		g.parent[i] = int32(i)
		if signatures[i] != (Signature{}) {
			keyed = append(keyed, entry{index: int32(i)})
		}
	}
	for b := range bands {
		for i := range keyed {
			keyed[i].key = signatures[keyed[i].index].band(b)
		}
		slices.SortFunc(keyed, func(x, y entry) int {
			return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.index, y.index))
		})
		for start := 0; start < len(keyed); {
			end := start + 1
			for end < len(keyed) && keyed[end].key == keyed[start].key {
				end++
			}
			g.bucket(keyed[start:end])
			start = end
		}
	}
	out := make([]Member, len(signatures))
	for i := range out {
		first := int(g.root(int32(i)))
		out[i] = Member{First: first, Similarity: 1}
		if first != i {
			out[i].Similarity = Similarity(&signatures[i], &signatures[first])
		}
	}
	return out
}

// entry is a text in the order of one band.
type entry struct {
	key   uint64
	index int32
}

type grouper struct {
	signatures []Signature
	parent     []int32 // union-find; the root of a group is its first text
	rest       []entry // of a bucket too full to compare all pairs
}

// mostCompared bounds how many texts of one bucket a text is compared with, so that a form that fills a bucket with
// unlike texts cannot make the work quadratic.
const mostCompared = 200

// bucket joins the near duplicates among texts that agree in a band. In a bucket of more than mostCompared texts not all
// pairs are compared: a text takes those like it out of the bucket, then the next of the rest does, mostCompared times.
// Which texts these are the signatures decide, in whose order they stand, so that the groups depend on the set of texts alone.
func (g *grouper) bucket(texts []entry) {
	if len(texts) <= mostCompared {
		for i := range texts {
			for j := range i {
				g.compare(texts[i].index, texts[j].index)
			}
		}
		return
	}
	g.rest = append(g.rest[:0], texts...)
	rest := g.rest
	slices.SortFunc(rest, func(x, y entry) int { return slices.Compare(g.signatures[x.index][:], g.signatures[y.index][:]) })
	for range mostCompared {
		if len(rest) < 2 {
			return
		}
		first := rest[0].index
		rest = slices.DeleteFunc(rest[1:], func(e entry) bool { return g.compare(e.index, first) })
	}
}

// compare joins two texts that are near duplicates, and tells whether they are.
func (g *grouper) compare(a, b int32) bool {
	if Similarity(&g.signatures[a], &g.signatures[b]) < Threshold {
		return false
	}
	g.join(a, b)
	return true
}

func (g *grouper) root(i int32) int32 {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *grouper) join(a, b int32) {
	a, b = g.root(a), g.root(b)
	if a != b {
		g.parent[max(a, b)] = min(a, b)
	}
}
