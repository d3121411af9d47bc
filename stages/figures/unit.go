package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

// longestUnit bounds how many tokens a unit's name may take.
const longestUnit = 8

// appendKey adds token i to the key under which tables are asked: words are joined by a space, hyphens count as spaces,
// and marks inside a symbol ("km/h") touch.
func (s *sentence) appendKey(key []byte, i int, low bool) []byte {
	t := &s.toks[i]
	if len(key) > 0 && (!t.glued || s.toks[i-1].s == "-") {
		key = append(key, ' ')
	}
	if low {
		return append(key, t.low...)
	}
	return append(key, t.s...)
}

// unitAt returns the unit whose name or symbol begins at token i, and where it ends.
func (s *sentence) unitAt(i int, value float64) (*unit, int) {
	var best *unit
	end := 0
	for _, low := range [2]bool{false, true} {
		s.key = s.key[:0]
		for k := i; k < len(s.toks) && k < i+longestUnit; k++ {
			if s.toks[k].s == "-" {
				if k == i || !s.toks[k].glued || k+1 < len(s.toks) && !s.toks[k+1].glued {
					break
				}
				continue
			}
			s.key = s.appendKey(s.key, k, low)
			table := s.lex.unitSymbols
			if low {
				table = s.lex.unitWords
			}
			if u, ok := table[string(s.key)]; ok && k+1 > end && s.unitFits(i, k+1, low) && !s.backThen(i, k+1) {
				best, end = u, k+1
			}
			if !s.lex.unitStarts[string(s.key)] {
				break
			}
		}
	}
	if best != nil && end == i+1 {
		senses, ok := s.lex.ambiguous[s.toks[i].s]
		if !ok && len(s.toks[i].s) > 2 {
			senses, ok = s.lex.ambiguous[s.toks[i].low]
		}
		if ok {
			if best = s.choose(senses); best == nil {
				return nil, 0
			}
		}
	}
	return best, end
}

// backThen tells whether the last words of a unit of several, tokens i to end, tell when: "3 million barrels a year earlier".
func (s *sentence) backThen(i, end int) bool {
	return end > i+2 && s.toks[end-2].low == "a" && end < len(s.toks) && s.toks[end].is("ago", "earlier", "later", "before", "after", "prior")
}

// choose returns the unit that most words of the sentence speak for, nil where none do or two are level.
func (s *sentence) choose(senses []sense) *unit {
	var best *unit
	most := 0
	for _, m := range senses {
		votes := 0
		for i := range s.toks {
			if s.toks[i].kind == segment.Word && m.words[s.toks[i].low] {
				votes++
			}
		}
		if votes > most {
			best, most = m.unit, votes
		} else if votes == most {
			best = nil
		}
	}
	return best
}

// unitFits guards against symbols that are other words: a one-letter symbol must not be the article or a name, and
// nothing may be glued behind it ("5 C-suite", "10 m-dash").
func (s *sentence) unitFits(i, end int, low bool) bool {
	t := &s.toks[i]
	if end == i+1 && len(t.s) == 1 && t.kind == segment.Word && !(t.s == "m" && end+1 < len(s.toks) && s.toks[end+1].is("long", "high", "wide", "deep", "tall", "thick")) && end+1 < len(s.toks) && s.toks[end].s == "-" && s.toks[end].glued && s.toks[end+1].glued {
		return false // "146 A-level pupils"
	}
	if t.s == "Year" && end < len(s.toks) && s.toks[end].kind == segment.Number {
		return false // "60 Year 9 girls"
	}
	if low && initials(t.s) {
		return false // "8 HRs" are home runs
	}
	if low && t.glued && len(t.s) > 3 && t.s == strings.ToUpper(t.s) && i > 0 && s.toks[i-1].kind == segment.Number {
		return false // "1INCH" is a name
	}
	if end+1 < len(s.toks) && t.s == "in" && s.toks[end].s == "-" && s.toks[end].glued && (s.toks[end+1].kind == segment.Number || s.toks[end+1].class&numberWord != 0) {
		return false // "a 1-in-200 chance"
	}
	if i > 2 && len(t.s) == 1 && t.glued && s.toks[i-2].s == "/" {
		return false // a quotation: "499 1/2L"
	}
	if end < len(s.toks) && s.toks[end].glued && s.toks[end].kind != segment.Mark && s.toks[end].kind != segment.Clitic && s.toks[end].kind != segment.Symbol {
		return false
	}
	if end != i+1 || low && len(t.low) > 2 {
		return true
	}
	switch t.s {
	case "in":
		n := len(s.found)
		if !t.glued {
			return end < len(s.toks) && s.toks[end].is("deep", "long", "wide", "thick", "tall") && !s.nounFollows(end+1)
		}
		return (end >= len(s.toks) || s.toks[end].kind == segment.Mark || s.inches(end) || n > 0 && s.found[n-1].fig.Unit == "foot")
	case "at", "a", "as", "no", "am", "pm", "PM", "AM", "or", "so":
		return false
	case "h", "s", "b", "l", "L", "A", "V", "N", "J", "F", "b.", "g", "T", "W", "mi", "ft", "C", "t", "m", "K", "p":
		if t.upper && !t.glued && i > 0 && s.toks[i-1].kind == segment.Word {
			return false
		}
	case "in.":
		return end < len(s.toks)
	}
	return true
}

// perAt reads "per barrel", "a barrel", "/kWh", "each year" behind a unit and returns what one is counted by.
func (s *sentence) perAt(i int) (what string, u *unit, end int) {
	if i >= len(s.toks) {
		return "", nil, 0
	}
	at := i
	t := &s.toks[at]
	if t.s == "-" && t.glued && at+1 < len(s.toks) {
		at++
		t = &s.toks[at]
	}
	strict := true
	switch {
	case t.low == "per", t.low == "every":
		strict = t.low == "every"
		at++
	case t.low == "a" || t.low == "an" || t.low == "each" || t.low == "the":
		if t.low == "the" {
			return "", nil, 0
		}
		at++
	case t.s == "/":
		at++
		strict = false
	case t.is("annually", "yearly"):
		return "year", s.lex.unitWords["year"], at + 1
	case t.low == "monthly" && (at+1 >= len(s.toks) || s.toks[at+1].class&noun == 0):
		return "month", s.lex.unitWords["month"], at + 1
	default:
		return "", nil, 0
	}
	if at < len(s.toks) && s.toks[at].s == "-" {
		at++
	}
	if at >= len(s.toks) {
		return "", nil, 0
	}
	if s.toks[i].low == "per" && s.toks[at].kind == segment.Number {
		return s.perMany(at)
	}
	if u, end := s.unitAt(at, 1); u != nil {
		if end < len(s.toks) && s.toks[end].is("ago", "earlier", "later", "before", "after", "prior", "old") {
			return "", nil, 0
		}
		return u.name, u, end
	}
	w := &s.toks[at]
	if w.kind != segment.Word {
		return "", nil, 0
	}
	if c, ok := s.lex.codes[w.s]; ok && c.scale == 0 {
		return c.noun, nil, at + 1
	}
	if w.is("share", "person", "head", "game", "capita", "dozen", "unit", "pupil", "student", "family", "household", "piece", "vehicle", "car", "user", "night", "vote", "seat", "shr", "copy", "meal", "room", "can", "passenger", "worker", "resident", "inhabitant", "customer", "birth", "subscriber", "container", "flight", "goal", "class", "lesson", "session", "visit", "dose", "tablet", "pill", "plate", "contract", "player", "ticket", "shareholder", "employee", "child", "patient", "pack", "bottle", "bag", "box", "pair", "trip", "ride", "mile", "episode", "season", "match", "term", "cent", "roll", "reel", "sheet", "plot", "tree", "stream", "download", "click", "word", "page", "slice", "cup", "glass", "carton", "crate", "tray", "shift", "show", "song", "stem", "bunch", "jar", "tube", "tin", "packet", "sack", "device", "phone", "licence", "license") {
		if w.low == "shr" {
			return "share", nil, at + 1 // the wire's "31 cts/shr"
		}
		return w.low, nil, at + 1
	}
	if !strict && w.class&noun != 0 && w.class&(preposition|determiner) == 0 {
		return singular(w.low), nil, at + 1
	}
	return "", nil, 0
}

// measures gives the number a unit of the table that ends before token end.
func (q *quantity) measures(u *unit, end int, rule string) bool {
	q.unit, q.name, q.to, q.kind, q.rule = u, u.name, end, kindOf(u), rule
	return true
}

// markBehind reads letters and marks that are units right behind digits only: "40C", 24" pipes, "an altitude of 30'".
func (s *sentence) markBehind(q *quantity, at int) bool {
	t := &s.toks[at]
	if at != q.to || !q.digits || q.scale != 1 {
		return false
	}
	switch {
	case t.is("c", "f") && (t.glued || s.outdoors() && !s.nounFollows(at+1)) && (t.s == "C" || t.s == "F") && !s.spelled(at+1) && (q.value < 140 || q.value < 2000 && s.heated(q)):
		if t.s == "F" {
			return q.measures(s.lex.unitWords["fahrenheit"], at+1, "letter of a temperature")
		}
		return q.measures(s.lex.unitWords["celsius"], at+1, "letter of a temperature")
	case t.is("\"", "”", "″", "''") && (t.glued || t.s == "\"") && s.inches(at+1):
		return q.measures(s.lex.unitWords["inch"], at+1, "inch mark")
	case t.is("'", "’", "′") && t.glued && q.from > 1 && s.toks[q.from-1].low == "of" && s.toks[q.from-2].is("altitude", "height", "depth", "length", "width") && !s.spelled(at+1):
		return q.measures(s.lex.unitWords["foot"], at+1, "foot mark")
	case t.s == "m" && t.glued:
		return s.letterM(q, at)
	}
	return false
}

// outdoors tells whether the sentence speaks of warmth, where "12 C" needs no degree sign.
func (s *sentence) outdoors() bool {
	for i := range s.toks {
		if s.toks[i].is("temperature", "temperatures", "highs", "lows", "heat", "cold", "frost", "freezing", "thermometer", "thermometers", "mercury", "oven", "forecast", "water", "warm", "warming", "chilled", "weather", "fridge", "boil", "heatwave", "degrees") {
			return true
		}
	}
	return false
}

// heated tells whether the words before a large number make its letter a temperature: "bake at 350F", "180C (350F)".
func (s *sentence) heated(q *quantity) bool {
	p := s.before(q)
	return p.is("to", "at") || p.s == "(" && s.last.unit != nil && s.last.unit.dimension == "temperature"
}

// letterM reads an m right behind digits where no metre is meant: minutes behind hours, or millions as the text has written them
// before. Where nothing tells, "sales rose to 12m" is left in doubt.
func (s *sentence) letterM(q *quantity, at int) bool {
	if n := len(s.found); n > 0 && s.found[n-1].at.to == q.from && s.found[n-1].fig.Unit == "hour" {
		return q.measures(s.lex.unitWords["minute"], at+1, "minutes behind hours")
	}
	if len(s.found) > 0 && s.last.scaledBy == "m" && s.last.kind != "money" && (q.value < 10*s.last.value/s.last.scale || q.from > 0 && s.toks[q.from-1].is("to", "from")) {
		q.millions(at + 1)
		q.likeUnit(&s.last)
		q.sure, q.rule = 0.6, "millions behind millions" // "3.1m tonnes in 2022 and 3.4m in 2023"
		return true
	}
	if s.metres(at+1) || s.millionsFollow(at+1) {
		return false
	}
	m := *q
	m.millions(at + 1)
	if m.to < len(s.toks) && s.compared(&m, &s.toks[m.to]) {
		*q = m // "sales of £60m, from 55m"
		return true
	}
	if !s.inMillions {
		q.sure = 0.45
		return false
	}
	*q = m
	q.kind, q.rule, q.name, q.sure = "count", noUnit, "", 0.6
	return true
}

// millionsFollow tells whether what an m of millions counts follows: money, a plural noun, a unit.
func (s *sentence) millionsFollow(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	_, end := s.coinAt(i)
	return end > 0 || s.pluralAhead(i) || isUnitWord(s, i) || s.toks[i].s == "-"
}

func (q *quantity) millions(end int) {
	q.value, q.scale, q.to, q.scaledBy = q.value*1e6, 1e6, end, "m"
}

// unitBehind reads a unit of the table and the "per" behind it.
func (s *sentence) unitBehind(q *quantity, at int) bool {
	if s.markBehind(q, at) {
		return true
	}
	if s.scaleLetter(q, at) {
		if q.to >= len(s.toks) {
			return s.unitless(q)
		}
		at = q.to
		if s.moneyBehind(q, at) {
			return true
		}
	}
	u, end := s.unitAt(at, q.value)
	if u == nil {
		u, end = s.spacedUnit(at)
	}
	if u == nil {
		return false
	}
	if q.words && q.value == 1 && u.dimension == "time" && at == q.to && s.idleOne(q, end) {
		return false
	}
	if t := &s.toks[end-1]; t.upper && (u.dimension == "length" || u.dimension == "time") && len(t.s) > 3 && t.s != strings.ToUpper(t.s) && end < len(s.toks) && (s.toks[end].kind == segment.Word && !s.toks[end].upper || q.words && !s.titled()) {
		q.sure = 0.4 // a title: "60 Minutes"
	}
	if s.opensTitle(q.from) || s.toks[end-1].upper && len(s.toks[end-1].s) > 3 && q.digits && q.from > 1 && works[s.toks[q.from-1].low] {
		q.sure = 0.4
	}
	q.measures(u, end, "unit of the table")
	if what, per, end := s.perAt(q.to); end > 0 && u.name != "degree" && (u.dimension != "time" || s.toks[q.to].low == "per" || per != nil && per.dimension == "time") {
		q.name += " per " + what
		q.per, q.perNoun, q.to = per, per == nil, end
		if q.kind != "percent" {
			q.kind = "measure"
		}
		q.rule = "unit of the table, a rate"
	} else if q.to+1 < len(s.toks) && s.toks[q.to].low == "of" && q.kind == "measure" {
		// "3.1 million litres of olive oil a year": the rate stands behind what is measured.
		if p := s.phraseAt(q.to + 1); !p.empty() && p.to < len(s.toks) && s.toks[p.to].is("a", "per", "annually") {
			if what, per, end := s.perAt(p.to); end > 0 && per != nil && per.dimension == "time" {
				q.name, q.per, q.rule = q.name+" per "+what, per, "unit of the table, a rate behind its substance"
			}
		}
	}
	return true
}

// perMany reads "100,000 people" behind "per".
func (s *sentence) perMany(i int) (string, *unit, int) {
	q, ok := s.quantityAt(i)
	if !ok || q.kind != "count" && q.kind != "measure" {
		return "", nil, 0
	}
	return s.doc.Text[s.toks[i].Start:s.toks[q.to-1].End], nil, q.to
}

// metres tells whether the sentence measures lengths, or what is measured follows at token i: "1.2m" may be millions.
func (s *sentence) metres(i int) bool {
	if i < len(s.toks) && s.toks[i].is("-", "from", "x", "×", "by", "deep", "long", "high", "wide", "tall", "away", "above", "below", "apart", "thick", "offshore", "race", "dash", "sprint", "final", "hurdles", "freestyle", "relay") {
		return true
	}
	for k := range s.toks {
		if s.toks[k].is("tall", "long", "high", "wide", "deep", "depth", "height", "length", "width", "altitude", "elevation", "race", "dash", "sprint", "pool", "swim", "swam", "tower", "wall", "boat", "wave", "waves",
			"snow", "tunnel", "bridge", "metres", "meters", "mast", "drill", "drilled", "hole", "pipe", "cliff", "climb", "climbed", "peak", "mountain", "summit", "outreach", "distance", "statue", "tsunami", "rainfall", "wingspan", "diameter", "radius", "jump", "equal") {
			return true
		}
	}
	return false
}

// inches tells whether a quotation mark behind a number is an inch mark: what is measured follows.
func (s *sentence) inches(i int) bool {
	return i < len(s.toks) && s.toks[i].is("long", "wide", "tall", "high", "deep", "thick", "diameter", "screen", "display", "tv", "monitor", "pipe", "wheels", "rims", "tyres", "tires", "gun", "barrel", "x", "×", "by", "touchscreen", "blade", "in")
}

// spelled tells whether letters or digits touch the token before i.
func (s *sentence) spelled(i int) bool {
	return i < len(s.toks) && s.toks[i].glued && (s.toks[i].kind != segment.Mark || s.toks[i].s == "-")
}

// spacedUnit reads a unit of time behind an adjective: "four straight years", "48 consecutive hours".
func (s *sentence) spacedUnit(at int) (*unit, int) {
	if at+1 < len(s.toks) && s.toks[at].is("straight", "consecutive", "full", "more", "additional", "whole", "long", "further", "extra", "other", "successive", "solid", "short", "previous", "calendar", "entire") {
		return s.unitAt(at+1, 1)
	}
	return nil, 0
}

// idleOne tells whether "one day" or "one time" is a figure of speech.
func (s *sentence) idleOne(q *quantity, end int) bool {
	return s.toks[q.from].low == "one" && s.toks[end-1].is("day", "second", "minute", "night") && (q.from == 0 || !s.toks[q.from-1].is("for", "in", "within", "than", "least", "about", "only", "just"))
}
