package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// cue is what says how exact a figure is.
type cue struct {
	words []string
	bound string
}

// cuesEnding holds the cues by their last word.
var cuesEnding = func() map[string][]cue {
	m := map[string][]cue{}
	for _, c := range cues {
		last := c.words[len(c.words)-1]
		m[last] = append(m[last], c)
	}
	return m
}()

// cues are the words before or behind a figure that say how exact it is; the longest wins.
var cues = []cue{
	{[]string{"no", "more", "than"}, "at_most"}, {[]string{"not", "more", "than"}, "at_most"}, {[]string{"no", "less", "than"}, "at_least"}, {[]string{"no", "fewer", "than"}, "at_least"},
	{[]string{"more", "than"}, "at_least"}, {[]string{"greater", "than"}, "at_least"}, {[]string{"higher", "than"}, "at_least"}, {[]string{"at", "least"}, "at_least"}, {[]string{"in", "excess", "of"}, "at_least"},
	{[]string{"upwards", "of"}, "at_least"}, {[]string{"upward", "of"}, "at_least"}, {[]string{"north", "of"}, "at_least"}, {[]string{"a", "minimum", "of"}, "at_least"}, {[]string{"minimum"}, "at_least"},
	{[]string{"over"}, "at_least"}, {[]string{"above"}, "at_least"}, {[]string{"exceeding"}, "at_least"}, {[]string{"exceeded"}, "at_least"}, {[]string{"exceeds"}, "at_least"}, {[]string{"exceed"}, "at_least"},
	{[]string{"surpassed"}, "at_least"}, {[]string{"topped"}, "at_least"}, {[]string{"surpassing"}, "at_least"}, {[]string{"topping"}, "at_least"}, {[]string{"longer", "than"}, "at_least"}, {[]string{"well", "over"}, "at_least"},
	{[]string{"less", "than"}, "at_most"}, {[]string{"fewer", "than"}, "at_most"}, {[]string{"lower", "than"}, "at_most"}, {[]string{"up", "to"}, "at_most"}, {[]string{"at", "most"}, "at_most"}, {[]string{"as", "much", "as"}, "at_most"}, {[]string{"as", "many", "as"}, "at_most"},
	{[]string{"under"}, "at_most"}, {[]string{"below"}, "at_most"}, {[]string{"a", "maximum", "of"}, "at_most"}, {[]string{"maximum"}, "at_most"}, {[]string{"within"}, "at_most"}, {[]string{"shorter", "than"}, "at_most"}, {[]string{"smaller", "than"}, "at_most"},
	{[]string{"about"}, "approximate"}, {[]string{"around"}, "approximate"}, {[]string{"nearly"}, "approximate"}, {[]string{"almost"}, "approximate"}, {[]string{"some"}, "approximate"}, {[]string{"roughly"}, "approximate"},
	{[]string{"approximately"}, "approximate"}, {[]string{"approx."}, "approximate"}, {[]string{"approx"}, "approximate"}, {[]string{"circa"}, "approximate"}, {[]string{"close", "to"}, "approximate"}, {[]string{"closer", "to"}, "approximate"}, {[]string{"an", "estimated"}, "approximate"}, {[]string{"estimated"}, "approximate"},
	{[]string{"just", "over"}, "at_least"}, {[]string{"just", "under"}, "at_most"}, {[]string{"~"}, "approximate"}, {[]string{"an", "average", "of"}, "exact"}, {[]string{"nearing"}, "approximate"}, {[]string{"approaching"}, "approximate"}, {[]string{"barely"}, "approximate"},
	{[]string{"near"}, "approximate"}, {[]string{">"}, "at_least"}, {[]string{"<"}, "at_most"}, {[]string{"≥"}, "at_least"}, {[]string{"≤"}, "at_most"}, {[]string{"ca."}, "approximate"}, {[]string{"in", "the", "region", "of"}, "approximate"}, {[]string{"perhaps"}, "approximate"}, {[]string{"minimum", "of"}, "at_least"}, {[]string{"maximum", "of"}, "at_most"},
	{[]string{"under", "the", "age", "of"}, "at_most"}, {[]string{"over", "the", "age", "of"}, "at_least"}, {[]string{"above", "the", "age", "of"}, "at_least"}, {[]string{"below", "the", "age", "of"}, "at_most"},
	{[]string{"capped", "at"}, "at_most"}, {[]string{"nowhere", "near"}, "at_most"}, {[]string{"up", "to", "about"}, "at_most"}, {[]string{"up", "to", "around"}, "at_most"}, {[]string{"up", "to", "some"}, "at_most"}, {[]string{"failed", "to", "reach"}, "at_most"},
	{[]string{"shy", "of"}, "approximate"}, {[]string{"short", "of"}, "approximate"}, {[]string{"close", "on"}, "approximate"}, {[]string{"virtually"}, "approximate"}, {[]string{"practically"}, "approximate"}, {[]string{"to", "more", "than"}, "at_least"}, {[]string{"as", "little", "as"}, "at_least"}, {[]string{"as", "few", "as"}, "at_least"}, {[]string{"beyond"}, "at_least"}, {[]string{"passed"}, "at_least"}, {[]string{"not", "less", "than"}, "at_least"},
}

// topical are the cues that are none before an article: "asked about a $130,000 payment".
var topical = map[string]bool{"about": true, "around": true, "over": true, "under": true, "above": true, "below": true, "near": true, "within": true, "beyond": true, "some": true}

// readBound looks at the words around the figure.
func (s *sentence) readBound(r *reading) {
	if r.fig.Bound != "exact" {
		return
	}
	at := r.at.from
	for at > 0 && (s.toks[at-1].is("a", "an", "another", "additional", "whopping", "mere", "total", "of", "further", "staggering", "the") || s.toks[at-1].s == "(") {
		if s.toks[at-1].is("of") {
			break
		}
		at--
	}
	for _, from := range [2]int{r.at.from, at} {
		if from == 0 {
			break
		}
		best := 0
		for _, c := range cuesEnding[s.toks[from-1].low] {
			if at := from - len(c.words) - 1; from != r.at.from && topical[c.words[0]] && !(at >= 0 && s.toks[at].class&(adverb|auxiliary) != 0) {
				continue
			}
			if from != r.at.from && s.toks[from].low == "the" && c.words[len(c.words)-1] == "than" {
				continue // "less than the 5.8 million bags of last year" compares
			}
			if len(c.words) > best && s.endsWith(from, c.words) && s.cueFits(from-len(c.words), r, c.words[0]) {
				best = len(c.words)
				r.fig.Bound = c.bound
			}
		}
		if best > 0 {
			r.cue.from = from - best
			if s.denied(r.cue.from) {
				r.fig.Bound = opposite[r.fig.Bound]
			}
			return
		}
		if from == at {
			break
		}
	}
	s.boundBehind(r)
}

// opposite turns bounds round where the text denies them: "cannot rise above 11 percent", "is not below 5".
var opposite = map[string]string{"at_least": "at_most", "at_most": "at_least", "approximate": "approximate", "exact": "exact"}

// denied tells whether a verb before the cue at token i is denied: "did not exceed", "must not be over", "no higher than".
func (s *sentence) denied(i int) bool {
	if i > 0 && s.toks[i-1].is("or", "nor") {
		for k := range s.found {
			if r := &s.found[k]; r.at.to == i-1 {
				return s.denied(r.cue.from) // "must not fall below 15% or exceed 25%"
			}
		}
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		t := &s.toks[k]
		if t.is("not", "cannot", "never") || k == i-1 && t.is("nothing", "nobody", "none") || strings.HasSuffix(t.low, "n't") || strings.HasSuffix(t.low, "n’t") {
			return true
		}
		if t.low == "to" || t.is("likely", "able") {
			continue
		}
		if t.low == "no" {
			return k == i-1 && s.toks[i].is("higher", "greater", "longer", "lower", "smaller", "shorter")
		}
		if t.class&verb == 0 {
			return s.noSubject(k)
		}
	}
	return false
}

// noSubject tells whether token i ends a subject that there is none of, before an auxiliary: "no bid may be lower than".
func (s *sentence) noSubject(i int) bool {
	if !s.toks[i+1].is("may", "can", "must", "should", "shall", "could", "will") {
		return false
	}
	for ; i >= 0 && s.toks[i].kind == segment.Word && s.toks[i].class&verb == 0 || i >= 0 && s.toks[i].nominal(); i-- {
		if s.toks[i].low == "no" {
			return true
		}
	}
	return false
}

// cueFits keeps apart "over" of excess and of time or place, "about" of topic, "some" of them.
func (s *sentence) cueFits(at int, r *reading, word string) bool {
	switch word {
	case "over", "within", "under", "above", "below", "near":
		if at > 0 && s.toks[at-1].s == "-" && s.toks[at].glued {
			return false // "a 5-under 67"
		}
		if word == "within" || word == "over" && r.fig.Kind == "duration" {
			// "over the past two years" is no excess; "over two years" mostly lasts that long.
			return word == "within" && r.fig.Kind != "count" || word == "over" && (at == 0 || s.toks[at-1].class&(preposition|adverb|auxiliary|conjunction) != 0 || s.toks[at-1].is("take", "takes", "took", "taken", "lasted", "lasts", "last", "lasting", "spent", "spend", "waited", "wait", "lived", "served", "(", ",", "is", "'s", "’s"))
		}
	case "about":
		return at == 0 || !s.toks[at-1].is("talk", "talked", "question", "questions", "think", "worried", "spoke", "told", "concerns")
	case "up":
		// "edged up to 3.9 percent" is a level reached.
		for k := at - 1; k > 0 && k > at-6 && s.toks[k].kind == segment.Word; k-- {
			if s.toks[k].base == "bring" || s.toks[k].base == "push" || s.toks[k].base == "drive" || s.toks[k].base == "take" && k < at-1 {
				return false // "which takes the toll up to 94"
			}
		}
		return at == 0 || !s.toks[at-1].is("edged", "inched", "crept", "ticked", "nudged", "moved", "went", "edging", "inching", "creeping", "ticking", "edges", "picked", "bumped", "go", "goes", "going", "gone")
	case "passed":
		return r.fig.Kind != "duration" && r.fig.Dimension != "length"
	}
	return true
}

// boundBehind reads "or more", "or less", "at most" behind the figure.
func (s *sentence) boundBehind(r *reading) {
	at := r.at.to
	if at+1 >= len(s.toks) {
		if at < len(s.toks) && s.toks[at].s == "+" {
			r.fig.Bound = "at_least"
		}
		return
	}
	a, b := &s.toks[at], &s.toks[at+1]
	switch {
	case a.low == "or" && b.is("more", "above", "over", "higher", "greater", "so", "older", "longer"), a.low == "and" && b.is("above", "over", "up", "older") && !(at+2 < len(s.toks) && s.toks[at+2].low == "to"), a.low == "at" && b.low == "least", a.s == "+" && a.glued:
		r.fig.Bound = "at_least"
		if b.low == "so" {
			r.fig.Bound = "approximate"
		}
	case a.low == "or" && b.is("less", "fewer", "below", "under", "lower", "younger"), a.low == "at" && b.low == "most", a.low == "and" && b.is("under", "below", "younger"):
		r.fig.Bound = "at_most"
	case a.is("maximum", "max", "tops"):
		r.fig.Bound = "at_most"
	case a.is("minimum", "min"):
		r.fig.Bound = "at_least"
	}
}

func (s *sentence) endsWith(at int, words []string) bool {
	if at < len(words) {
		return false
	}
	for i, w := range words {
		if s.toks[at-len(words)+i].low != w {
			return false
		}
	}
	return true
}
