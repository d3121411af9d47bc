package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// readMeanings finds bound, direction and metric of every figure of the sentence.
func (s *sentence) readMeanings() {
	for i := range s.found {
		r := &s.found[i]
		r.cue, r.owner, r.doer, r.prior = r.at, -1, -1, -1
		s.readBound(r)
		s.readDirection(i)
		s.inherit(i)
		s.difference(r)
	}
	s.cut()
	s.likeListed()
	for i := range s.found {
		s.readMetric(i)
		r := &s.found[i]
		if i > 0 && r.fig.Kind == "percent" && r.fig.Direction == "none" && s.found[i-1].fig.Kind == "percent" && s.found[i-1].metric == r.metric && r.at.from > 0 && s.toks[r.at.from-1].low == "and" {
			r.fig.Direction = s.found[i-1].fig.Direction // "growth of 3% in 2023 and 2% in 2024"
		}
	}
}

// inherit gives a conversion in brackets the bound and direction of what it converts: "fell 5 C (9 F)", "over €2m ($3m)".
func (s *sentence) inherit(i int) {
	if i == 0 {
		return
	}
	a, b := &s.found[i-1], &s.found[i]
	open := b.at.from - 1
	if a.fig.Kind != b.fig.Kind || a.fig.Kind != "money" && a.fig.Kind != "measure" || open < 0 || s.toks[open].s != "(" || a.at.to != open || b.fig.Bound != "exact" || b.fig.Direction != "none" {
		return
	}
	b.fig.Bound, b.fig.Direction = a.fig.Bound, a.fig.Direction
}

// likeListed gives the later ones of "grew 3, 4 and 5 percent" the direction of the first.
func (s *sentence) likeListed() {
	for i := 1; i < len(s.found); i++ {
		a, b := &s.found[i-1], &s.found[i]
		between := b.at.from - a.at.to
		if b.fig.Direction == "none" && (b.rule == countedLikewise && b.fig.Unit == a.fig.Unit || b.fig.Kind == "percent" && a.fig.Kind == "percent" && s.otherName(a.at.to, b.at.from)) {
			b.fig.Direction = a.fig.Direction
		}
		if b.fig.Direction == "none" && b.fig.Kind == a.fig.Kind && b.fig.Unit == a.fig.Unit && (between == 1 && s.toks[a.at.to].is(",", "and") || between == 2 && s.toks[a.at.to].s == "," && s.toks[a.at.to+1].low == "and") {
			b.fig.Direction = a.fig.Direction
		}
	}
}

// otherName tells whether only "and" and a name stand from token i to end: "the CSI 300 lost 0.9% and the Hang Seng 1.3%".
func (s *sentence) otherName(i, end int) bool {
	if end-i < 2 || s.toks[i].low != "and" {
		return false
	}
	for i++; i < end; i++ {
		if t := &s.toks[i]; !t.upper && t.kind != segment.Number && t.low != "the" {
			return false
		}
	}
	return s.toks[end-1].low != "the"
}

// difference gives a difference of temperatures its size in kelvins, not a point of the scale: "warming of 1.5C".
func (s *sentence) difference(r *reading) {
	f := &r.fig
	if f.Dimension != "temperature" || f.BaseValue == nil {
		return
	}
	if f.Direction != "none" || r.at.to < len(s.toks) && s.toks[r.at.to].is("above", "below", "warmer", "colder", "cooler", "hotter", "higher", "lower", "more") {
		v := f.Value * s.lex.unitWords[f.Unit].factor
		f.BaseValue = &v
	}
}

// readDirection tells whether the figure is the size of a change.
func (s *sentence) readDirection(i int) {
	r := &s.found[i]
	if k := r.fig.Kind; k == "age" || k == "duration" && !(r.cue.from > 0 && s.toks[r.cue.from-1].low == "by") {
		return
	}
	if s.toks[r.at.from].s == "+" && r.fig.Dimension != "temperature" {
		r.fig.Direction = "increase"
		return
	}
	if s.signedChange(r) {
		r.fig.Direction = "decrease"
		return
	}
	if s.changeBehind(i) {
		return
	}
	s.changeBefore(i)
}

// signedChange tells whether "-1.3%" follows a name directly: a move of a market.
func (s *sentence) signedChange(r *reading) bool {
	at := r.at.from - 1
	if at > 0 && s.toks[at].kind == segment.Number {
		at-- // "Stoxx 50"
	}
	return r.fig.Value < 0 && r.fig.Kind == "percent" && at >= 0 && s.toks[at].upper
}

func directionOf(c class) string {
	if c&rising != 0 {
		return "increase"
	}
	return "decrease"
}

// changeBehind reads "a 5% rise", "2% lower", "$3 billion increase in exports".
func (s *sentence) changeBehind(i int) bool {
	r := &s.found[i]
	at, or := r.at.to, false
	if i+1 < len(s.found) && at+2 == s.found[i+1].at.from && s.toks[at].s == "," && s.toks[at+1].low == "or" {
		at, or = s.found[i+1].at.to, true // "84 cents, or 1%, higher"
	}
	if at+1 < len(s.toks) && s.toks[at].s == "," && s.toks[at+1].is("higher", "lower") && !(at+2 < len(s.toks) && s.toks[at+2].low == "than") {
		at++
	}
	from := at
	for at < len(s.toks) && at < from+3 && !s.toks[at].is("more", "less", "fewer") && (s.toks[at].class&adjective != 0 && s.toks[at].class&(rising|falling) == 0 && s.toks[at].low != "worth" || s.toks[at].s == "-" && s.toks[at].glued || s.toks[at].is("annual", "pay", "price", "salary", "wage", "tax", "rate", "job", "sales")) {
		at++
	}
	if at >= len(s.toks) {
		return false
	}
	t := &s.toks[at]
	if t.is("more", "less", "fewer") && !or && (s.thanBefore(at+1) || at == r.at.to && r.fig.Kind == "percent" && (at+1 == len(s.toks) || s.toks[at+1].kind == segment.Mark)) {
		r.fig.Direction = "increase"
		if t.low != "more" {
			r.fig.Direction = "decrease"
		}
		return true
	}
	if t.is("higher", "lower") || t.is("up", "down") && (at+1 >= len(s.toks) || s.toks[at+1].is("on", "from", "in", "to", ".") || s.toks[at+1].low == "at" && r.fig.Kind == "percent" || s.toks[at+1].kind == segment.Mark) {
		r.fig.Direction = directionOf(t.class)
		return true
	}
	if t.low == "cut" && at+1 < len(s.toks) && s.toks[at+1].class&(noun|determiner) != 0 && s.toks[at+1].class&preposition == 0 {
		return false // "gusts of 140 kph cut power"
	}
	if t.low == "too" {
		return true // "an inch too short"
	}
	if r.fig.Kind == "count" && t.class&changer != 0 && r.nouns.to > r.nouns.from && at == r.nouns.to && s.toks[at-1].isPlural() && !collectives[s.toks[at-1].low] && !s.moves(r) {
		return false // "the two plates slide"
	}
	if r.fig.Kind == "count" && t.is("loss", "losses", "gain", "gains") && !s.moves(r) {
		return false // "a three-goal loss"
	}
	if t.class&changer != 0 && t.class&(rising|falling) != 0 && !t.isVerb() {
		r.fig.Direction = directionOf(t.class)
		return true
	}
	return false
}

// thanBefore tells whether "than" and an earlier time begin at token i: "more than a year earlier", no "more than planned".
func (s *sentence) thanBefore(i int) bool {
	if i+1 >= len(s.toks) || s.toks[i].low != "than" {
		return false
	}
	if t := &s.toks[i+1]; t.is("in", "last", "during", "at", "yesterday", "before") {
		return true
	}
	return i+2 < len(s.toks) && s.toks[i+1].is("a", "the", "one") && s.toks[i+2].is("year", "month", "week", "quarter", "decade", "day", "same", "previous", "prior", "corresponding", "season")
}

// changeBefore reads "rose 5%", "up by 3 points", "growth of 5%", "a drop of $2 million", not "rose to 5%".
func (s *sentence) changeBefore(i int) {
	r := &s.found[i]
	if r.nouns != (span{}) && r.fig.Kind == "count" && !s.moves(r) && !(r.cue.from > 0 && alone[s.toks[r.cue.from-1].base]) &&
		!(r.cue.from > 1 && s.toks[r.cue.from-1].low == "by" && (alone[s.toks[r.cue.from-2].base] || s.toks[r.cue.from-2].is("grew", "grow", "grown", "shrunk"))) {
		return
	}
	at := r.cue.from - 1
	for at >= 0 && (s.toks[at].class&adverb != 0 && s.toks[at].class&(rising|falling) == 0 || s.toks[at].is("a", "an", "another", "by", "whopping", "further", "of", "as", "modest", "even", "(", "additional", "the", "up", "between") && !s.toks[at].is("up")) {
		if s.toks[at].is("of") && (at == 0 || s.toks[at-1].class&(changer) == 0 || at+1 < r.cue.from && s.toks[at+1].is("a", "an", "the")) {
			return
		}
		at--
	}
	if at < 0 || i > 0 && at < s.found[i-1].at.to {
		return // nothing, or the "inch" of the figure before
	}
	t := &s.toks[at]
	if r.fig.Kind == "percent" && at > 0 && at+1 == r.cue.from && t.class&noun != 0 && t.class&(rising|falling) == 0 && s.toks[at-1].isVerb() && s.toks[at-1].class&(rising|falling) != 0 {
		r.fig.Direction = directionOf(s.toks[at-1].class) // "cut emissions 50 percent"
		return
	}
	if by := at + 1; (t.class&(noun|name) != 0 || t.is("it", "that", "this", "them", "these")) && t.class&(rising|falling) == 0 && s.toks[by].low == "by" {
		// "increasing exports by $1 billion"
		for k := at - 1; k >= 0 && k > at-6 && s.toks[k].kind == segment.Word; k-- {
			if c := &s.toks[k]; c.class&(rising|falling) != 0 {
				r.fig.Direction = directionOf(c.class)
				return
			}
		}
	}
	if t.s == "," && i > 0 && s.found[i-1].at.to == at || t.is("or") && i > 0 && s.found[i-1].at.to >= at-1 && s.found[i-1].at.to <= at {
		// "lost 85 points, or 1.2%": the same change in another unit.
		if t.is("or") {
			r.fig.Direction = s.found[i-1].fig.Direction
		}
		return
	}
	if at > 0 && t.low == "up" && s.toks[at-1].base != "" && strings.Contains(phrasal, " "+s.toks[at-1].base+" ") {
		return
	}
	if t.low == "off" && s.found[i].fig.Kind != "count" && (at == 0 || s.toks[at-1].s == "," || s.toks[at-1].class&(auxiliary|noun) != 0) {
		r.fig.Direction = "decrease" // "copper was $9,450, off 0.3%"
		return
	}
	if at == 0 && t.s == "Add" {
		return // a recipe
	}
	if r.cue.from < r.at.from && s.toks[r.cue.from].is("below", "above", "beyond", "under", "past") && t.isVerb() || t.is("loss", "losses") && r.fig.Kind != "percent" && !s.moves(r) || t.is("gain", "gains") && t.class&verb == 0 && r.fig.Kind == "money" && r.fig.Value >= 1000 {
		return // "slid below $60,000" and "a loss of $2 million" are levels
	}
	if t.class&(rising|falling) == 0 || t.class&(adjective) != 0 && !t.is("up", "down", "higher", "lower") {
		return
	}
	if t.is("raised", "raise", "add", "added", "lost", "lose", "losing", "adding", "raising", "raises", "adds", "loses", "cut", "shed") && r.fig.Kind == "money" && t.is("raised", "raise", "raising", "raises") {
		return // "raised $5 million" is a level
	}
	if t.is("jump", "leap") && r.fig.Dimension == "length" {
		return // of an athlete
	}
	if r.fig.Dimension == "length" && r.at.to < len(s.toks) && s.toks[r.at.to].is("off", "above", "from", "north", "south", "east", "west") && !s.toks[min(r.at.to+1, len(s.toks)-1)].is("a", "last", "normal", "average") {
		return // "sank 5 miles off the coast" tells where
	}
	if t.base == "lift" && at+1 == r.cue.from && r.fig.Kind == "measure" && r.fig.Dimension != "length" {
		return // "lifts 20 kg"
	}
	if t.base == "grow" && r.at.to < len(s.toks) && s.toks[r.at.to].low == "of" && r.fig.Kind == "measure" {
		return // "grow 8 million tonnes of beet"
	}
	r.fig.Direction = directionOf(t.class)
}

// alone are verbs without an object: what is counted behind them is the size of the change ("sales fell 4 million cases").
var alone = wordSet(`fall rise decline decrease increase shrink`)

// phrasal are the verbs that "up" belongs to: "makes up 18 per cent".
const phrasal = " save make take give set put follow open sign pick end eat use buy snap soak tie lock swallow "

// moves tells whether what is counted is the measure of a market: points, cents, jobs lost.
func (s *sentence) moves(r *reading) bool {
	return r.nouns.to > 0 && s.toks[r.nouns.to-1].is("points", "point", "jobs", "places", "ticks", "notches")
}
