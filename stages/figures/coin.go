package figures

import (
	"strings"

	"broadsheet/stages/segment"
)

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

// crowns are the nouns that English calls crowns.
var crowns = map[string]bool{"krone": true, "krona": true, "króna": true, "koruna": true}

// atHome finds out whose money a bare noun or sign is: the document's own country's; behind "Egyptian pounds", pounds are
// Egyptian; and other nouns of several currencies go with the country named nearest. A bare "$" elsewhere is American.
func (s *sentence) atHome(c coin) coin {
	if !c.bare {
		s.money[c.noun] = c.currency
		return c
	}
	if s.home.currency != nil && (!c.minor && s.home.noun == c.noun || c.minor && s.home.sub == c.sub) {
		c.currency = s.home.currency
		return c
	}
	if c.minor || c.noun == "dollar" {
		return c
	}
	if told := s.money[c.noun]; told != nil {
		c.currency = told
		return c
	}
	if c.noun == "pound" || owners[c.noun] == "" {
		return c
	}
	for i := range s.in.Mentions {
		m := &s.in.Mentions[i]
		if own := s.lex.codes[s.lex.byCountry[m.Country]]; own.currency != nil && (own.noun == c.noun || c.noun == "crown" && crowns[own.noun]) {
			c.currency = own.currency
		}
		if m.Sentence > s.index {
			break
		}
	}
	return c
}

// settleCents gives bare cents the currency of the sums beside them: "up 5 cents to C$2.40".
func (s *sentence) settleCents() {
	for i := range s.found {
		f := &s.found[i].fig
		if !s.found[i].bare || !strings.HasPrefix(f.Unit, "cent") {
			continue
		}
		var own *currency
		for k := range s.found {
			o := &s.found[k].fig
			c := s.lex.codes[o.Currency].currency
			if c == nil || k == i || c.sub != "cent" || strings.HasPrefix(o.Unit, "cent") {
				continue
			}
			if own != nil && own != c {
				own = nil
				break // cents of two currencies
			}
			own = c
		}
		if own != nil {
			f.BaseUnit = own.noun + strings.TrimPrefix(f.BaseUnit, s.lex.codes[f.Currency].noun)
			f.Currency = own.code
		}
	}
}

// wordCodes are currency codes that are words or names as well ("TOP 10", "COP 28", "the AMD 7000"): they need an amount
// that looks like money.
var wordCodes = map[string]bool{"ALL": true, "AMD": true, "ANG": true, "BAM": true, "COP": true, "CUP": true, "GEL": true, "LAK": true, "MAD": true, "MOP": true,
	"NIO": true, "PEN": true, "RON": true, "SOS": true, "STN": true, "TOP": true, "TRY": true, "XPF": true, "CAD": true, "DOP": true, "FIM": true, "DEM": true, "ESP": true}

// pays tells whether a code with this number is money.
func (s *sentence) pays(code string, q *quantity) bool {
	if !wordCodes[code] {
		return true
	}
	return (q.grouped || q.scale >= 1000 || q.decimal && !q.doubt) && !(q.to < len(s.toks) && s.nounFollows(q.to) && s.pluralAhead(q.to))
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
			(t.low != "won" && t.low != "real" && t.low != "mark" && t.low != "marks" && t.low != "sum" && t.low != "sums" && t.low != "ban" || i > 0 && (scales[s.toks[i-1].low] != 0 || t.low == "marks" && s.toks[i-1].kind == segment.Number && strings.Contains(s.toks[i-1].s, ".")))
	case "ct":
		u, _ := s.unitAt(i, 1) // carats
		return u == nil && t.s == "ct"
	case "cent":
		return !t.upper // "50 Cent sang"
	case "p":
		return t.s == "p"
	}
	return true
}

// opensMoney tells whether the money symbol at token i belongs to the number behind it.
func (s *sentence) opensMoney(i int) bool {
	if i+1 >= len(s.toks) || s.toks[i+1].kind != segment.Number {
		return false
	}
	if i == 0 || s.toks[i-1].kind != segment.Number || s.toks[i].glued || s.toks[i+1].glued || i+2 >= len(s.toks) {
		return true
	}
	return s.toks[i+2].s != s.toks[i].s && !s.toks[i+2].is("cent", "cents") // "10 $ 30 cents"
}

// prefixAt returns the money that stands before token i, and where it begins: "$", "US$", "NZ $", "USD", "RM", "€".
func (s *sentence) prefixAt(i int) (coin, int) {
	if i == 0 {
		return coin{}, -1
	}
	if c, from := s.joinedPrefix(i); from >= 0 {
		return c, from
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
			if full, ok := s.symbolOf(p.s, t.s); ok && (t.glued || len(p.s) > 1 || p.s == "C" || p.s == "c") {
				return full, i - 2
			}
			if full, ok := s.lex.codes[strings.ToUpper(p.s)]; ok && (t.glued || p.s == strings.ToUpper(p.s)) && full.currency != nil {
				return full, i - 2
			}
		}
		return s.atHome(c), from
	}
	if t.kind != segment.Word {
		return coin{}, -1
	}
	if c, ok := s.lex.codes[t.s]; ok && !c.minor {
		return c, i - 1
	}
	if c, ok := s.lex.coinSymbols[t.s]; ok && !c.loose {
		return c, i - 1
	}
	return coin{}, -1
}

// joinedPrefix returns the money whose sign takes several tokens before token i: "Rs.", "KSh.", "S/", "$US", "F CFA".
func (s *sentence) joinedPrefix(i int) (coin, int) {
	if i < 2 {
		return coin{}, -1
	}
	if t, p := &s.toks[i-1], &s.toks[i-2]; t.kind != segment.Symbol && t.s != "." && t.s != "/" && !(t.upper && (p.s == "$" || p.s == "F")) {
		return coin{}, -1
	}
	for n := 3; n >= 2; n-- {
		from := i - n
		if from < 0 || s.toks[from].kind == segment.Number || from > 0 && s.toks[from].glued && s.toks[from-1].kind == segment.Word {
			continue
		}
		s.key = s.key[:0]
		for k := from; k < i; k++ {
			if k > from && !s.toks[k].glued {
				s.key = append(s.key, ' ')
			}
			s.key = append(s.key, s.toks[k].s...)
		}
		if c, ok := s.lex.coinSymbols[string(s.key)]; ok && !c.loose {
			return c, from
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
