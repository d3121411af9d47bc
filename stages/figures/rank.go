package figures

import _ "embed"

//go:embed data/rank.bin
var rankWeights string

//go:embed data/clusters.tsv
var clusterTable string

// RankBuckets is how many weights the ranker has; each is one byte, and a feature is hashed to one of them.
const RankBuckets = 1 << 15

// RankMargin is how much a phrase must weigh more than the rules' choice to stand in its stead.
const RankMargin = 48

// rank says what figure i measures where the rules do not know or name but an actor: the phrase that weighs most, if it weighs
// clearly more than their choice. The rules know the constructions; the weights, learned from labelled news, know which
// phrases of a sentence are likely to be measured at all.
func (s *sentence) rank(i int) {
	if !s.doubtful(i) {
		return
	}
	r, list := &s.found[i], s.list(i)
	best, most := -1, 0
	for k := range list {
		w := s.weigh(i, &list[k])
		if list[k].form == asRuled {
			w += RankMargin
		}
		if best < 0 || w > most {
			best, most = k, w
		}
	}
	if best < 0 || list[best].form == asRuled {
		return
	}
	c := list[best]
	r.owner = s.actor(r)
	r.metric, r.prior = c.phrase, c.prior
	r.why = "weighs most of all phrases: " + relationNames[c.rel]
}

// actor returns the name that the rules took for what is measured, -1 for none and for a person: "Ruritania had 97" are Ruritania's.
func (s *sentence) actor(r *reading) int {
	if r.metric.empty() {
		return -1
	}
	m := s.mentionAt(s.head(r.metric))
	if m >= 0 && s.in.Mentions[m].Type == "person" {
		return -1
	}
	return m
}

// doubtful tells whether the ranker has a say: where the rules found nothing, or only a name.
func (s *sentence) doubtful(i int) bool {
	r := &s.found[i]
	switch {
	case r.prior >= 0:
		return false
	case r.metric.empty():
		return r.fig.Kind != "duration" && r.fig.Kind != "age"
	}
	switch s.headKind(s.head(r.metric)) {
	case headBody:
		return r.fig.Direction == "none" // "Acme fell 5%" is its share
	case headNamed:
		afterMove := i > 0 && s.found[i-1].fig.Direction != "none" && s.found[i-1].metric == r.metric
		return r.fig.Direction == "none" && !afterMove // "Acme, down 68 pence at 1,112"
	case headPlace, headPerson, headNorp:
		return true
	}
	return false
}

var relationNames = [...]string{counted: "the counted noun", behind: "the one right behind", completing: "the one behind the preposition", after: "one behind",
	beyond: "one in another clause", touching: "the one right before", governing: "the one before the preposition", object: "the object of the verb",
	complement: "a complement of the verb", subject: "the subject of the verb", inSubject: "a part of the subject", before: "one before",
	earlier: "one of an earlier clause", alike: "what a figure before measures", fromBefore: "what a sentence before measures"}

// weigh adds up the weights of a candidate's features.
func (s *sentence) weigh(i int, c *candidate) int {
	s.features = s.appendFeatures(s.features[:0], i, c)
	sum := 0
	for _, f := range s.features {
		sum += int(int8(rankWeights[f]))
	}
	return sum
}

// Alternative is a phrase that a figure may measure, as the ranker sees it.
type Alternative struct {
	Phrase   string // empty for none
	Features []uint32
	Ruled    bool // the choice of the rules
	Doubtful bool // the ranker has a say
}

// Alternatives returns what the ranker chooses from for each figure that Read returns, in its order: what it is trained on.
// There are none where the rules know that nothing is measured.
func (r *Reader) Alternatives(in Input) [][]Alternative {
	var all [][]Alternative
	figures := r.read(in, func(s *sentence, i int) {
		for len(all) < len(s.out)+i {
			all = append(all, nil)
		}
		var list []Alternative
		for _, c := range s.list(i) {
			a := Alternative{Features: s.appendFeatures(nil, i, &c), Ruled: c.form == asRuled, Doubtful: s.doubtful(i)}
			switch {
			case c.prior >= 0:
				a.Phrase = s.out[c.prior].Metric
			case c.rel != nothing:
				a.Phrase = s.phrase(c.phrase)
			}
			list = append(list, a)
		}
		all = append(all, list)
	})
	for len(all) < len(figures) {
		all = append(all, nil)
	}
	return all
}
