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
}

// mostCompared bounds how many texts of one bucket a text is compared with, so that a form that fills a bucket with
// unlike texts cannot make the work quadratic.
const mostCompared = 200

// bucket joins the near duplicates among texts that agree in a band.
func (g *grouper) bucket(texts []entry) {
	for i := 1; i < len(texts); i++ {
		for j := max(0, i-mostCompared); j < i; j++ {
			a, b := texts[i].index, texts[j].index
			if g.root(a) != g.root(b) && Similarity(&g.signatures[a], &g.signatures[b]) >= Threshold {
				g.join(a, b)
			}
		}
	}
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
	g.parent[max(a, b)] = min(a, b)
}
