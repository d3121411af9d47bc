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
			if u, ok := table[string(s.key)]; ok && k+1 > end && s.unitFits(i, k+1, low) {
				best, end = u, k+1
			}
			if !s.lex.unitStarts[string(s.key)] {
				break
			}
		}
	}
	return best, end
}

// unitFits guards against symbols that are other words: a one-letter symbol must not be the article or a name, and
// nothing may be glued behind it ("5 C-suite", "10 m-dash").
func (s *sentence) unitFits(i, end int, low bool) bool {
	t := &s.toks[i]
	if end < len(s.toks) && s.toks[end].glued && s.toks[end].kind != segment.Mark && s.toks[end].kind != segment.Clitic && s.toks[end].kind != segment.Symbol {
		return false
	}
	if end != i+1 || low && len(t.low) > 2 {
		return true
	}
	switch t.s {
	case "in", "at", "a", "as", "no", "am", "pm", "PM", "AM", "or", "so":
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
	if w.is("share", "person", "head", "game", "capita", "dozen", "unit", "pupil", "student", "family", "household", "piece", "vehicle", "car", "user", "night", "vote", "seat", "ticket", "shareholder", "employee", "child", "patient", "pack", "bottle", "bag", "box", "pair", "trip", "ride", "mile", "episode", "season", "match", "term", "cent") {
		return w.low, nil, at + 1
	}
	if !strict && w.class&noun != 0 && w.class&(preposition|determiner) == 0 {
		return singular(w.low), nil, at + 1
	}
	return "", nil, 0
}

// coinAt returns the money whose word or code begins at token i: "euros", "Hong Kong dollars", "USD".
func (s *sentence) coinAt(i int) (coin, int) {
	var best coin
	end := 0
	if i < len(s.toks) && s.toks[i].kind == segment.Word {
		if c, ok := s.lex.codes[s.toks[i].s]; ok {
			return c, i + 1
		}
	}
	s.key = s.key[:0]
	for k := i; k < len(s.toks) && k < i+5; k++ {
		if s.toks[k].s == "-" {
			if k == i || !s.toks[k].glued {
				break
			}
			continue
		}
		s.key = s.appendKey(s.key, k, true)
		if c, ok := s.lex.coinWords[string(s.key)]; ok && s.coinFits(i, k+1) {
			best, end = c, k+1
		}
		if !s.lex.coinStarts[string(s.key)] {
			break
		}
	}
	if end == 0 && i < len(s.toks) {
		if c, ok := s.lex.coinSymbols[s.toks[i].s]; ok && s.toks[i].kind == segment.Symbol && !s.opensMoney(i) {
			return c, i + 1
		}
	}
	return best, end
}

// coinFits keeps words of money apart from others: "real" growth, "won" the race, a "mark", "sol", "som", "p".
func (s *sentence) coinFits(i, end int) bool {
	if end != i+1 {
		return true
	}
	t := &s.toks[i]
	switch t.low {
	case "real", "won", "mark", "sum", "som", "sol", "dong", "lek", "gold", "rand", "sterling", "buck", "bucks", "quid", "para", "ban", "fen", "att", "avo", "filler", "hao", "pula", "cents", "sens", "golds", "sums", "marks", "sen":
		if t.upper && t.low != "rand" {
			return false
		}
		return t.low != "gold" && t.low != "golds" && t.low != "att" && t.low != "para" && t.low != "filler" &&
			(t.low != "won" && t.low != "real" && t.low != "mark" && t.low != "marks" && t.low != "sum" && t.low != "sums" && t.low != "ban" || i > 0 && scales[s.toks[i-1].low] != 0)
	case "p":
		return t.s == "p"
	}
	return true
}

// opensMoney tells whether the money symbol at token i belongs to the number behind it.
func (s *sentence) opensMoney(i int) bool {
	return i+1 < len(s.toks) && s.toks[i+1].kind == segment.Number
}

// prefixAt returns the money that stands before token i, and where it begins: "$", "US$", "NZ $", "USD", "RM", "€".
func (s *sentence) prefixAt(i int) (coin, int) {
	if i == 0 {
		return coin{}, -1
	}
	t := &s.toks[i-1]
	if t.kind == segment.Symbol {
		c, ok := s.lex.coinSymbols[t.s]
		if !ok {
			return coin{}, -1
		}
		from := i - 1
		if i >= 2 && (s.toks[i-2].kind == segment.Word || s.toks[i-2].s == "U.S.") {
			p := &s.toks[i-2]
			if full, ok := s.symbolOf(p.s, t.s); ok && (t.glued || len(p.s) > 1 || p.s == "C" || p.s == "c" || p.s == "A") {
				return full, i - 2
			}
			if full, ok := s.lex.codes[strings.ToUpper(p.s)]; ok && p.s == strings.ToUpper(p.s) && full.currency != nil {
				return full, i - 2
			}
		}
		if t.s == "$" {
			c = coin{currency: s.lex.codes[s.dollar].currency, bare: true}
		}
		return c, from
	}
	if t.kind != segment.Word {
		return coin{}, -1
	}
	if c, ok := s.lex.codes[t.s]; ok && !c.minor {
		return c, i - 1
	}
	if c, ok := s.lex.coinSymbols[t.s]; ok && (len(t.s) > 1 || s.toks[i].glued) {
		switch t.s {
		case "Fr", "MK", "Ar", "LE", "LL", "BD", "JD", "LD", "DA", "kn", "KM", "FC", "QR", "SR", "TL", "AR", "Br", "Bs", "Ft", "Sh", "Lek", "DR", "ZK", "FF":
			return coin{}, -1 // letters of too many other meanings before a number
		}
		return c, i - 1
	}
	if i >= 2 && t.s == "." {
		if c, ok := s.lex.coinSymbols[s.toks[i-2].s]; ok && s.toks[i-2].s == "Rs" {
			return c, i - 2
		}
	}
	return coin{}, -1
}

// symbolOf looks up a prefix with its sign: "US" + "$", "u.s." + "$".
func (s *sentence) symbolOf(prefix, sign string) (coin, bool) {
	s.key = append(append(s.key[:0], prefix...), sign...)
	if c, ok := s.lex.coinSymbols[string(s.key)]; ok {
		return c, true
	}
	for i, b := range s.key {
		if b >= 'a' && b <= 'z' {
			s.key[i] = b &^ 0x20
		}
	}
	c, ok := s.lex.coinSymbols[string(s.key)]
	return c, ok
}
