package figures

import "broadsheet/stages/segment"

// longestMetric bounds the words of a metric; what is longer names nothing.
const longestMetric = 10

// readMetric finds what figure i measures: the shortest phrase of the sentence that says it. The rules are tried from
// the most telling position to the least.
func (s *sentence) readMetric(i int) {
	r := &s.found[i]
	r.paren = s.inBrackets(r)
	switch {
	case !r.nouns.empty() && r.fig.Kind != "percent":
		r.metric, r.why = s.extend(s.trim(r.nouns)), "the counted noun phrase"
	case s.byBracket(i):
	case s.byLevel(i):
	case s.byNounBehind(r):
	case s.byOfBehind(r):
	case s.byNounBefore(i):
	case s.bySubject(i):
	case s.byListPlace(i):
	case s.byNeighbour(i):
	default:
		s.byNounNear(r)
	}
	if n := r.metric.to - r.metric.from; n > 0 {
		r.metric = s.clip(r.metric, r.at)
	}
}

// phrase returns the words of a metric.
func (s *sentence) phrase(p span) string { return s.bytes(p).Of(s.doc.Text) }

// clip shortens a metric that is too long, and one that runs into the figure.
func (s *sentence) clip(m, at span) span {
	if m.from < at.from && m.to > at.from {
		m.to = at.from
	}
	words := 0
	for i := m.from; i < m.to; i++ {
		if s.toks[i].kind == segment.Word || s.toks[i].kind == segment.Number {
			words++
		}
		if words > longestMetric {
			m.to = i
			for m.to > m.from+1 && !s.toks[m.to-1].nominal() {
				m.to--
			}
			break
		}
	}
	for m.to > m.from && !s.toks[m.to-1].nominal() && s.toks[m.to-1].kind != segment.Number && s.toks[m.to-1].s != ")" && s.toks[m.to-1].s != "”" {
		m.to--
	}
	return m
}

// inBrackets tells whether the figure stands between round brackets.
func (s *sentence) inBrackets(r *reading) bool {
	for i := r.at.from - 1; i >= 0 && i > r.at.from-8; i-- {
		switch s.toks[i].s {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}

// inPhrase tells whether token i may stand inside a base noun phrase.
func (s *sentence) inPhrase(i int) bool {
	t := &s.toks[i]
	switch {
	case s.insideFigure(i):
		return false
	case t.kind == segment.Word:
		if t.nominal() || t.class&gerund != 0 && t.class&noun != 0 {
			return true
		}
		if t.class&month != 0 && t.upper {
			return i+1 < len(s.toks) && s.toks[i+1].nominal() && s.toks[i+1].kind == segment.Word // "the September crude contract"
		}
		return s.compounded(i)
	case t.kind == segment.Number:
		return i > 0 && s.names(i)
	case t.kind == segment.Clitic:
		return t.glued
	case t.s == "-" || t.s == "‑" || t.s == "&" || t.s == "/":
		return t.s == "&" || t.glued && i+1 < len(s.toks) && s.toks[i+1].glued
	}
	return false
}

// insideFigure tells whether token i is number or unit of a figure; counted nouns are words of the text as any.
func (s *sentence) insideFigure(i int) bool {
	for k := range s.found {
		r := &s.found[k]
		if r.at.from <= i && i < r.at.to && (r.nouns.empty() || i < r.nouns.from) {
			return true
		}
	}
	return false
}

// compounded tells whether hyphens tie a word to others: "state-of-the-art".
func (s *sentence) compounded(i int) bool {
	t := &s.toks[i]
	before := t.glued && i > 1 && s.toks[i-1].s == "-" && s.toks[i-1].glued && s.toks[i-2].kind == segment.Word
	behind := i+2 < len(s.toks) && s.toks[i+1].s == "-" && s.toks[i+1].glued && s.toks[i+2].glued && s.toks[i+2].kind == segment.Word
	return (before || behind) && t.class&numberWord == 0
}

// names tells whether the number at token i is part of a name: "Nikkei 225", "TA-35".
func (s *sentence) names(i int) bool {
	if s.isFigure(i) {
		return false
	}
	p := &s.toks[i-1]
	if p.s == "-" && p.glued && s.toks[i].glued && i > 1 {
		return s.toks[i-2].upper
	}
	return p.upper && p.class&name != 0 && p.class&(month|preposition|determiner) == 0
}

// phraseBefore returns the base noun phrase that ends before token end.
func (s *sentence) phraseBefore(end int) span {
	from := end
	for from > 0 && s.inPhrase(from-1) {
		from--
	}
	return s.trim(span{from, end})
}

func (s *sentence) isFigure(i int) bool {
	for k := range s.found {
		if s.found[k].at.from <= i && i < s.found[k].at.to {
			return true
		}
	}
	return false
}

// phraseAt returns the base noun phrase that begins at token i, behind its determiner.
func (s *sentence) phraseAt(i int) span {
	for i < len(s.toks) && s.toks[i].class&determiner != 0 && s.toks[i].class&noun == 0 {
		i++
	}
	if i < len(s.toks) && (s.toks[i].s == "“" || s.toks[i].s == "\"" || s.toks[i].s == "‘") {
		i++
	}
	to := i
	for to < len(s.toks) && (s.inPhrase(to) && !(to > i && s.toks[to].isVerb())) {
		if to > i && s.toks[to].class&gerund != 0 && s.toks[to-1].class&noun != 0 && isPlural(s.toks[to-1].low) {
			break
		}
		to++
	}
	p := s.trim(span{i, to})
	if p.empty() && to == i+1 && s.toks[i].class == adjective {
		return span{i, to} // "30 GW of solar"
	}
	return p
}

// trim takes away what does not name: leading determiners, participles of reporting, closing adjectives and adverbs.
func (s *sentence) trim(p span) span {
	for p.from < p.to {
		t := &s.toks[p.from]
		if t.kind == segment.Clitic || t.s == "-" || t.s == "/" || t.s == "&" || t.class&(determiner|adverb|preposition|conjunction) != 0 && t.class&(noun|name) == 0 || t.is("more", "other", "same", "such", "early", "late", "following", "additional", "further") {
			p.from++
			continue
		}
		break
	}
	for p.to > p.from {
		t := &s.toks[p.to-1]
		if t.kind == segment.Clitic || t.s == "-" || t.s == "/" || t.s == "&" || t.class&(noun|name) == 0 && t.kind == segment.Word && !(t.class&participle == 0 && t.glued && s.compounded(p.to-1)) {
			p.to--
			continue
		}
		break
	}
	return p
}

// weak nouns say nothing by themselves: "a total of 5", "the number of firms".
func (s *sentence) weak(p span) bool {
	if p.to-p.from != 1 {
		return false
	}
	return s.toks[p.from].is("total", "number", "figure", "amount", "sum", "range", "rate", "average", "record", "level", "pace", "value", "quarter", "year", "month", "time", "period", "half", "part", "maximum", "minimum", "high", "low", "addition", "equivalent", "end", "peak", "minute", "day", "week")
}

// extend adds the "of"-phrase and its like to a noun phrase: "exports" + "of wheat to the south".
func (s *sentence) extend(p span) span {
	if p.empty() {
		return p
	}
	for links := 0; links < 2 && p.to < len(s.toks) && p.to-p.from < 7; links++ {
		if !s.toks[p.to].is("of", "between", "with") && !(s.toks[p.to].is("in", "for", "from", "to", "on") && links == 0 && s.relational(p.to-1)) {
			break
		}
		q := s.phraseAt(p.to + 1)
		if q.empty() || s.isFigure(q.from) || s.timely(q) {
			break
		}
		if s.toks[p.to].low == "between" && q.to+1 < len(s.toks) && s.toks[q.to].low == "and" {
			if b := s.phraseAt(q.to + 1); !b.empty() {
				q.to = b.to
			}
		}
		if p.to > p.from && q.from > p.to+3 {
			break
		}
		p.to = q.to
	}
	return p
}

// relational tells whether the noun at token i wants its complement: "trade in goods", "demand for oil", "exports to Ruritania".
func (s *sentence) relational(i int) bool {
	return s.toks[i].is("trade", "investment", "investments", "demand", "exports", "imports", "revenue", "revenues", "sales", "growth", "share", "stake", "increase", "decrease", "rise", "fall", "drop", "decline",
		"gain", "loss", "tax", "taxes", "tariff", "tariffs", "duty", "duties", "spending", "support", "aid", "shipments", "deliveries", "contract", "deal", "agreement", "support", "visitors", "interest", "position", "contribution", "access", "discount", "right", "rights", "extension", "price", "prices", "population", "funding", "loan", "loans", "grant", "income", "profit", "output", "production", "supply", "supplies", "capacity", "turnover", "purchases", "reduction", "cut", "change", "improvement", "jump", "surge", "lull", "walk", "payment", "payments", "debt", "damage", "damages", "remittances", "travel", "traffic", "bill", "budget", "market", "fee", "fees", "fine", "penalty", "listing")
}

// timely tells whether a phrase names a time: "the first quarter", "last year".
func (s *sentence) timely(p span) bool {
	t := &s.toks[p.to-1]
	return t.class&month != 0 || t.is("year", "years", "quarter", "quarters", "month", "months", "week", "weeks", "day", "days", "decade", "decades", "century", "today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "half", "period", "season", "summer", "winter", "spring", "autumn", "night", "morning", "afternoon", "evening", "time", "term", "moment", "trading", "trade") && t.low != "trade" || t.low == "trade" && p.to-p.from == 2 && s.toks[p.from].is("afternoon", "morning", "early", "late", "midday")
}

// byBracket reads a figure in brackets: a conversion measures what the figure before it does, "profit (€5m)" what stands
// before the bracket.
func (s *sentence) byBracket(i int) bool {
	r := &s.found[i]
	open := r.at.from - 1
	for open >= 0 && s.toks[open].s != "(" && open > r.at.from-4 {
		if !s.toks[open].is("about", "around", "nearly", "some", "or", "~", "almost", "up", "down", "over", "approximately") && s.toks[open].class&gerund == 0 {
			return false
		}
		open--
	}
	if open < 0 || s.toks[open].s != "(" {
		return false
	}
	if i > 0 && s.found[i-1].at.to == open || i > 0 && s.found[i-1].metric.to == open && s.found[i-1].at.to > open-6 {
		r.metric, r.why = s.found[i-1].metric, "what the figure before the bracket measures"
		return !r.metric.empty()
	}
	if p := s.phraseBehind(r.at.to); !p.empty() && r.at.to < len(s.toks) && s.toks[r.at.to].s != ")" {
		r.metric, r.why = p, "the noun phrase behind the figure"
		return true
	}
	if p := s.phraseBefore(open); !p.empty() {
		r.metric, r.why = s.widen(p, false), "the noun phrase before the bracket"
		return true
	}
	return false
}

// byLevel reads the second level of a change: "from 20% now to 24%", "rose 5% to 120".
func (s *sentence) byLevel(i int) bool {
	if i == 0 {
		return false
	}
	a, b := &s.found[i-1], &s.found[i]
	at := b.cue.from
	if at == 0 || !s.toks[at-1].is("to", "from", "at") || at-1-a.at.to > 4 || a.metric.empty() {
		return false
	}
	for k := a.at.to; k < at-1; k++ {
		if s.toks[k].class&(noun|verb) != 0 && !s.toks[k].is("year", "close", "end", "today", "now") && s.toks[k].class&month == 0 {
			return false
		}
	}
	b.metric, b.why = a.metric, "what the change before measures"
	return true
}

// phraseBehind returns the noun phrase directly behind a figure, its hyphen skipped.
func (s *sentence) phraseBehind(at int) span {
	if at < len(s.toks) && (s.toks[at].s == "-" || s.toks[at].s == "]") && s.toks[at].glued {
		at++
	}
	if at >= len(s.toks) || s.toks[at].class&(determiner|preposition|conjunction|pronoun) != 0 && s.toks[at].class&(noun|name) == 0 {
		return span{}
	}
	if s.toks[at].s == "“" || s.toks[at].s == "\"" {
		at++
	}
	if at >= len(s.toks) || !s.inPhrase(at) || s.toks[at].isVerb() {
		return span{}
	}
	return s.phraseAt(at)
}

// byNounBehind reads a modifier: "a $5 million deal", "a 15-day truce", "a 5% rise in exports".
func (s *sentence) byNounBehind(r *reading) bool {
	at := r.at.to
	if r.adjust {
		at = s.overBracket(at)
	}
	p := s.phraseBehind(at)
	if p.empty() || p.from > at+2 || s.timely(p) && p.to-p.from == 1 {
		return false
	}
	if r.fig.Kind == "percent" && !r.adjust && s.toks[p.from].upper && s.toks[p.from].class&name != 0 || s.toks[r.at.from].s == "+" || r.fig.Value < 0 && r.fig.Kind == "percent" {
		return false // "Dow +0.2% Nasdaq +0.8%"
	}
	head := &s.toks[p.to-1]
	if head.class&changer != 0 && (head.class&(rising|falling) != 0) {
		if p.to-p.from > 1 && s.toks[p.to-2].class&noun != 0 {
			r.metric, r.why = span{p.from, p.to}, "the noun phrase behind the figure"
			return true
		}
		if at := p.to; at < len(s.toks) && s.toks[at].is("in", "of", "for", "on") {
			if q := s.phraseAt(at + 1); !q.empty() && !s.timely(q) {
				r.metric, r.why = s.extend(q), "what the change is in"
				return true
			}
		}
		if s.bySubjectOf(r) {
			return true
		}
		r.metric, r.why = p, "the change itself"
		return true
	}
	if r.fig.Kind == "duration" && !r.adjust {
		return false
	}
	if s.timely(p) {
		return false
	}
	r.metric, r.why = s.extend(p), "the noun phrase behind the figure"
	return true
}

// bySubjectOf is bySubject for a figure whose own noun says only that something changed.
func (s *sentence) bySubjectOf(r *reading) bool {
	v := s.verbBefore(r.at.from)
	if v < 0 {
		return false
	}
	p := s.subject(v)
	if p.empty() {
		return false
	}
	r.metric, r.why = p, "the subject of "+s.toks[v].s
	return true
}

// shares are verbs whose subject is the part and whose "of"-phrase the whole: "plains make up 65 percent of the surface".
func (s *sentence) partVerb(v int) bool {
	switch s.toks[v].base {
	case "make", "comprise", "cover", "occupy":
		return true
	}
	return false
}

// byOfBehind reads "6% of the company", "30 gigawatts of wind capacity", "$1 billion in gains".
func (s *sentence) byOfBehind(r *reading) bool {
	at := s.overBracket(r.at.to)
	if at+1 < len(s.toks) && s.toks[at].is("from", "in", "through") && r.fig.Kind == "money" && s.hasVerb(r, "raise", "earn", "receive", "generate", "collect") {
		if p := s.phraseAt(at + 1); !p.empty() && !s.timely(p) && !(s.toks[p.to-1].upper && s.toks[at].low == "in") {
			r.metric, r.why = s.extend(p), "the phrase behind "+s.toks[at].low
			return true
		}
	}
	if at+1 >= len(s.toks) || !s.toks[at].is("of", "in", "worth") && !(s.toks[at].is("for", "on") && r.fig.Kind == "money" && s.spends(r)) {
		return false
	}
	if s.toks[at].low == "worth" && s.toks[at+1].low == "of" {
		at++
	}
	if r.fig.Kind == "duration" || r.fig.Kind == "age" {
		return false
	}
	p := s.phraseAt(at + 1)
	if p.empty() || s.timely(p) || p.from > at+3 || s.toks[at].low == "in" && s.toks[p.from].is("favour", "favor", "addition", "total", "all", "exchange", "cash", "size", "return", "response", "order", "place", "view", "line") {
		return false
	}
	if s.toks[at].low == "in" && (s.toks[p.to-1].upper || r.fig.Kind == "measure" || r.fig.Direction != "none" || r.fig.Kind == "percent" && !s.hasVerb(r, "invest", "spend")) {
		return false // a place
	}
	if v := s.verbBefore(r.at.from); v >= 0 && s.toks[at].low == "of" && r.fig.Kind == "percent" && s.partVerb(v) {
		if q := s.subject(v); !q.empty() {
			r.metric, r.why = q, "the part that "+s.toks[v].s+" the whole"
			return true
		}
	}
	r.metric, r.why = s.extend(p), "the phrase behind "+s.toks[at].low
	return true
}

// overBracket skips a bracket that begins at token at.
func (s *sentence) overBracket(at int) int {
	if at < len(s.toks) && s.toks[at].s == "(" {
		for k := at + 1; k < len(s.toks) && k < at+10; k++ {
			if s.toks[k].s == ")" {
				return k + 1
			}
		}
	}
	return at
}

func (s *sentence) hasVerb(r *reading, bases ...string) bool {
	v := s.verbBefore(r.at.from)
	if v < 0 {
		return false
	}
	for _, b := range bases {
		if s.toks[v].base == b {
			return true
		}
	}
	return false
}

// spends tells whether the verb before the figure gives money for something.
func (s *sentence) spends(r *reading) bool {
	return s.hasVerb(r, "pay", "spend", "invest", "allocate", "fine", "charge", "offer", "bid", "earmark")
}

// byNounBefore reads the noun that a preposition ties to the figure: "a price of $5", "growth of 5%", "a deal worth $2bn",
// "costs at $0.23".
func (s *sentence) byNounBefore(i int) bool {
	r := &s.found[i]
	at := r.cue.from - 1
	for at >= 0 && (s.toks[at].is("a", "an", "the", "about", "some", "just", "only", "nearly", "almost", "up", "to", "approximately", "estimated") && s.toks[at].low != "to" || s.toks[at].class&adverb != 0 && s.toks[at].class&(rising|falling) == 0) {
		at--
	}
	if at < 1 {
		return false
	}
	t := &s.toks[at]
	if t.is("to") && s.toks[at-1].class&(noun|name) != 0 && s.toks[at-1].class&changer != 0 {
		t = &s.toks[at]
	} else if !t.is("of", "worth", "at", "valued", "totalling", "totaling", "costing", "averaging", "exceeding", "reaching", "priced", "weighing", "measuring", ":", "=", "named", "with", "by") && t.s != ":" {
		if t.class&noun != 0 && t.class&verb == 0 && t.class&(label|month|name) == 0 && r.fig.Kind != "duration" && r.fig.Kind != "age" && s.toks[r.at.from].Start > t.End {
			if p := s.phraseBefore(at + 1); !p.empty() && !s.weak(p) && r.fig.Kind != "percent" {
				return false
			}
		}
		return false
	}
	if t.is("with", "by", "at") && !(t.is("at") && s.toks[at-1].class&noun != 0 && s.toks[at-1].class&verb == 0 && (s.priceNoun(at-1) || isPlural(s.toks[at-1].low) && s.toks[at-1].class&(rising|falling) == 0)) && !(t.is("by") && s.toks[at-1].class&changer != 0) {
		return false
	}
	p := s.phraseBefore(at)
	if p.empty() {
		return false
	}
	head := &s.toks[p.to-1]
	if head.class&changer != 0 || s.weak(p) {
		if p.to-p.from > 1 && s.toks[p.to-2].class&(noun|name) != 0 && s.toks[p.to-2].kind != segment.Clitic {
			r.metric, r.why = p, "the noun before the figure"
			return true
		}
		if s.weak(p) && t.low == "of" {
			if q := s.phraseBehind(r.at.to); !q.empty() {
				return false
			}
		}
		if p.from > 1 && s.toks[p.from-1].kind == segment.Word {
			if s.bySubjectOf(r) {
				return true
			}
		}
	}
	p = s.widen(p, false)
	if k := p.from - 1; t.is("worth", "totalling", "totaling") && k > 0 && s.toks[k].is("from", "with", "for", "to", "in", "by") {
		if q := s.phraseBefore(k); !q.empty() && !s.timely(q) {
			p.from = q.from // "a loan from the bank worth $5m"
		}
	}
	r.metric, r.why = p, "the noun phrase before "+t.low
	return true
}

// priceNoun tells whether the noun at token i has a price or level, so that "at" ties it: "gold at $1,500".
func (s *sentence) priceNoun(i int) bool {
	t := &s.toks[i]
	return t.is("price", "prices", "cost", "costs", "rate", "rates", "yield", "yields", "capacity", "efficiency", "angle", "oil", "gold", "crude", "unemployment", "inflation", "fee", "fees", "revenue", "population", "contract", "output", "lows", "close", "turnover", "level", "index", "rent", "tax", "speed", "temperature", "value", "share", "stock")
}

// widen adds what a noun phrase depends on to its left: "price" <- "of the set": from "of X" back to "price of X".
func (s *sentence) widen(p span, near bool) span {
	for links := 0; links < 3; links++ {
		if p.from < 2 || p.to-p.from > 6 {
			return p
		}
		at := p.from - 1
		for at > 0 && s.toks[at].class&(determiner) != 0 && s.toks[at].class&(noun|preposition) == 0 {
			at--
		}
		t := &s.toks[at]
		if !t.is("of", "in", "for", "from", "between", "to", "on", "with", "per") || near && !t.is("of", "per", "in") {
			if t.low == "and" && at > 2 {
				if q := s.phraseBefore(at); !q.empty() && q.from > 0 && s.toks[q.from-1].is("between", "of") {
					p = span{q.from, p.to}
					continue
				}
			}
			return p
		}
		q := s.phraseBefore(at)
		if q.empty() || s.isFigure(q.to-1) || s.timely(q) {
			return p
		}
		if !t.is("of", "between", "per") && !s.relational(q.to-1) {
			return p
		}
		p = span{q.from, p.to}
	}
	return p
}

// verbBefore returns the verb that governs the figure which begins at token at, -1 where there is none in its clause.
func (s *sentence) verbBefore(at int) int {
	for i := at - 1; i >= 0 && i > at-24; i-- {
		t := &s.toks[i]
		switch {
		case t.s == ";" || t.s == ")" && i < at-3:
			return -1
		case t.is("while", "whereas", "but"):
			return -1
		case t.class&participle != 0 && i+1 < len(s.toks) && s.toks[i+1].low == "by" && i > 0 && s.toks[i-1].class&(noun|name) != 0 && s.toks[i-1].class&verb == 0 && i < at-2:
			continue // "electricity generated by large plants"
		case t.class&auxiliary != 0 && t.class&adverb == 0 && t.s != "’s" && t.s != "'s" || t.isVerb():
			return i
		case t.is("up", "down", "higher", "lower") && i == at-1 && i > 0 && (s.toks[i-1].s == "," || s.toks[i-1].class&(noun|name) != 0 || s.toks[i-1].kind == segment.Clitic):
			return i
		case t.class&(gerund|participle) != 0 && t.base != "" && (i == 0 || s.toks[i-1].class&(determiner|adjective|preposition) == 0 || t.class&participle != 0 && s.toks[i-1].s == ","):
			if t.class&noun == 0 {
				return i
			}
		}
	}
	return -1
}

// subject returns the noun phrase that the verb at token v speaks about.
func (s *sentence) subject(v int) span {
	i := v
	if s.toks[v].is("up", "down") && v > 1 && s.toks[v-1].s == "," {
		if p := s.phraseBefore(v - 1); !p.empty() && s.toks[p.to-1].upper && (p.from == 0 || s.toks[p.from-1].s == "," || s.toks[p.from-1].class&auxiliary != 0) {
			return p // "…, JD Sports, down 2p"
		}
	}
	// Back over auxiliaries, adverbs and chained verbs: "is expected to rise".
	for i > 0 {
		t := &s.toks[i-1]
		if t.class&(auxiliary) != 0 || t.class&adverb != 0 && t.class&(noun) == 0 || t.low == "to" || t.isVerb() || t.class&participle != 0 && t.class&noun == 0 && i == v || t.is("expected", "set", "due", "likely", "able", "estimated", "forecast", "projected", "also", "each", "both", "going", "trying") {
			i--
			continue
		}
		break
	}
	if i > 1 && (s.toks[v].class&gerund != 0 || i < len(s.toks) && s.toks[i].class&gerund != 0 || s.toks[i-1].is("after", "before", "while", "since", "by", "of", "when")) {
		// "the deficit hit a high, having increased by 5%": the subject of the clause before.
		if w := s.verbBefore(i); w >= 0 && w < i {
			if p := s.subject(w); !p.empty() {
				return p
			}
		}
	}
	return s.nounBackFrom(i, 0)
}

// nounBackFrom returns the noun phrase that ends before token i, over brackets, appositions, relative and coordinate clauses.
func (s *sentence) nounBackFrom(i, depth int) span {
	if i <= 0 || depth > 4 {
		return span{}
	}
	t := &s.toks[i-1]
	switch {
	case t.s == ")":
		for k := i - 2; k > 0; k-- {
			if s.toks[k].s == "(" {
				return s.nounBackFrom(k, depth+1)
			}
		}
		return span{}
	case t.s == "”" || t.s == "\"" || t.s == "’":
		return s.nounBackFrom(i-1, depth+1)
	case t.class&relative != 0 && !t.is("when", "where"):
		if k := i - 1; k > 0 && s.toks[k-1].s == "," {
			i = k
		}
		return s.widen(s.phraseBefore(i-1), true)
	case t.s == ",":
		return s.overComma(i-1, depth)
	case t.s == "-" || t.s == "–" || t.s == "—" || t.s == "--":
		for k := i - 2; k > 0; k-- {
			if s.toks[k].s == t.s && !s.toks[k].glued {
				return s.nounBackFrom(k, depth+1)
			}
		}
		return s.nounBackFrom(i-1, depth+1)
	case t.class&pronoun != 0 && t.class&determiner == 0 || t.is("this", "that", "these", "those"):
		return span{}
	case t.low == "and" || t.low == "but" || t.low == "then":
		// "shares fell 3% and closed at $5": the subject of the verb before.
		if v := s.verbBefore(i - 1); v >= 0 {
			return s.subject(v)
		}
		return span{}
	}
	if (t.kind == segment.Number && !s.isFigure(i-1) || t.class&month != 0 && t.upper) && i > 2 {
		k := i - 1 // a year, a month: "growth in 2019 will be"
		for k > 0 && (s.toks[k-1].class&preposition != 0 || s.toks[k-1].class&month != 0) {
			k--
		}
		if k < i-1 {
			return s.nounBackFrom(k, depth+1)
		}
	}
	p := s.phraseBefore(i)
	if p.empty() {
		if s.isFigure(i-1) || t.class&adverb != 0 || t.kind == segment.Number {
			if v := s.verbBefore(i - 1); v >= 0 && v < i-1 {
				return s.subject(v)
			}
		}
		return span{}
	}
	if s.timely(p) {
		if p.from > 0 && (s.toks[p.from-1].class&(preposition|determiner) != 0 || s.isFigure(p.from-1)) {
			k := p.from
			for k > 0 && (s.toks[k-1].class&(preposition|determiner|adjective) != 0 || s.isFigure(k-1)) {
				k--
			}
			if q := s.nounBackFrom(k, depth+1); !q.empty() && k < p.from {
				return q
			}
		} else if p.to-p.from > 1 || s.toks[p.from].upper {
			return s.nounBackFrom(p.from, depth+1)
		}
	}
	// A place or time behind a preposition leads on to the noun it belongs to.
	w := s.widen(p, false)
	if w.from == p.from && p.from > 1 {
		k := p.from - 1
		for k > 0 && s.toks[k].class&determiner != 0 && s.toks[k].class&preposition == 0 {
			k--
		}
		if s.toks[k].class&preposition != 0 && !s.toks[k].is("of", "than") {
			if q := s.phraseBefore(k); !q.empty() && !s.isFigure(q.to-1) {
				return s.widen(q, false)
			}
			if s.toks[k].is("in", "on", "at", "by", "for") && k > 0 && s.toks[k-1].s == "," {
				return s.nounBackFrom(k, depth+1)
			}
		}
	}
	return w
}

// overComma finds the subject before a comma: before the apposition or relative clause that the comma closes, else the
// noun right before it.
func (s *sentence) overComma(comma, depth int) span {
	for k := comma - 1; k > 0; k-- {
		if s.toks[k].s != "," {
			continue
		}
		n := &s.toks[k+1]
		if n.class&(relative|determiner|preposition|participle|gerund) != 0 || n.class&adverb != 0 || s.toks[k-1].class&(name|noun) != 0 {
			if p := s.nounBackFrom(k, depth+1); !p.empty() {
				return p
			}
		}
		break
	}
	if p := s.phraseBefore(comma); !p.empty() && !s.timely(p) {
		return s.widen(p, false)
	}
	if v := s.verbBefore(comma); v >= 0 {
		return s.subject(v)
	}
	return span{}
}

// bySubject reads the subject of the figure's verb; for verbs that spend or hold, what stands behind the figure.
func (s *sentence) bySubject(i int) bool {
	r := &s.found[i]
	v := s.verbBefore(r.cue.from)
	if c := r.cue.from; c < r.at.from && s.toks[c].is("exceeded", "exceeds", "exceed", "surpassed", "topped", "passed") {
		v = c // the cue of the bound is the verb itself
	}
	if v < 0 {
		return false
	}
	r.verb = v
	if i > 0 && s.found[i-1].at.from > v && s.found[i-1].at.to <= r.at.from && s.parallelNoun(i) {
		return true
	}
	// The object between verb and figure: "cut its forecast to 5%", "raised the price by $2", "bought the firm for $5m".
	if p := s.object(v, r); !p.empty() {
		r.metric, r.why = p, "the object of "+s.toks[v].s
		return true
	}
	p := s.subject(v)
	if p.empty() {
		return false
	}
	r.metric, r.why = p, "the subject of "+s.toks[v].s
	return true
}

// essence leaves the change out: "a reduction in module costs" measures module costs.
func (s *sentence) essence(p span) span {
	for i := p.from; i+2 <= p.to; i++ {
		if s.toks[i].class&changer != 0 && i+1 < p.to && s.toks[i+1].is("in", "of") {
			if q := s.trim(span{i + 2, p.to}); !q.empty() {
				return q
			}
		}
	}
	return p
}

// object returns the noun phrase between verb and figure where a preposition ties the figure to it.
func (s *sentence) object(v int, r *reading) span {
	at := r.cue.from - 1
	for at > v && (s.toks[at].class&(determiner|adverb) != 0 && s.toks[at].class&preposition == 0 || s.toks[at].s == "(") {
		at--
	}
	if c := r.cue.from; c < r.at.from && s.toks[c].is("over", "above", "below", "under", "beyond") && at == c-1 {
		at = c // "drove claims over 150,000"
	}
	if at <= v+1 || !s.toks[at].is("to", "by", "for", "from", "at", "of", "into", "with", "between", "worth", "up", "about", "over", "below", "above", "under") {
		return span{}
	}
	from := v + 1
	for from < at && (s.toks[from].class&adverb != 0 && s.toks[from].class&noun == 0 || s.toks[from].class&auxiliary != 0) {
		from++
	}
	if s.toks[from].class&preposition != 0 || from >= at {
		return span{}
	}
	p := s.phraseAt(from)
	if p.empty() || p.to > at || s.isFigure(p.from) || s.timely(p) {
		return span{}
	}
	for k := p.to; k < at; k++ {
		if s.toks[k].s == "," || s.isFigure(k) {
			return span{}
		}
	}
	p = s.extend(p)
	if p.to > at {
		p.to = at
	}
	return s.essence(p)
}

// parallelNoun reads the noun of a clause that left out its verb: "exports were worth X, and imports Y".
func (s *sentence) parallelNoun(i int) bool {
	r := &s.found[i]
	prev := s.found[i-1].at.to
	at := r.cue.from
	for at > prev && (s.toks[at-1].class&(preposition|determiner|adverb) != 0 && s.toks[at-1].class&(noun|name) == 0) {
		at--
	}
	p := s.phraseBefore(at)
	if p.empty() || p.from < prev || s.timely(p) {
		return false
	}
	k := p.from
	for k > prev && s.toks[k-1].class&determiner != 0 {
		k--
	}
	if k <= prev || !(s.toks[k-1].s == "," || s.toks[k-1].low == "and" || s.toks[k-1].low == "while" || s.toks[k-1].s == ";") {
		if k > prev && s.toks[k-1].class&preposition != 0 {
			q := s.widen(p, false)
			if q.from < p.from && q.from >= prev {
				r.metric, r.why = q, "the noun of a parallel clause"
				return true
			}
		}
		return false
	}
	r.metric, r.why = p, "the noun of a parallel clause"
	return true
}

// byListPlace reads the name or noun directly before a figure: "Dow +0.2%", "Blackmores up 9.4 per cent".
func (s *sentence) byListPlace(i int) bool {
	r := &s.found[i]
	at := r.cue.from
	for at > 0 && (s.toks[at-1].is("up", "down", "at", ":", "by", "of", "to", "with", "off", "worth") || s.toks[at-1].s == ":" || s.toks[at-1].s == "-" && !s.toks[at-1].glued) {
		at--
	}
	if at > 0 && s.toks[at-1].s == "," && i == 0 {
		at--
	}
	p := s.phraseBefore(at)
	if p.empty() || s.timely(p) {
		return false
	}
	r.metric, r.why = s.widen(p, false), "the noun phrase right before the figure"
	return true
}

// byNeighbour takes over what the figure before measures, in the sentence or at the end of the sentence before.
func (s *sentence) byNeighbour(i int) bool {
	r := &s.found[i]
	if i > 0 && !s.found[i-1].metric.empty() && r.fig.Kind != "duration" {
		r.metric, r.why = s.found[i-1].metric, "what the figure before measures"
		return true
	}
	return false
}

// byNounNear is the last resort: the first noun phrase of the sentence.
func (s *sentence) byNounNear(r *reading) {
	if r.fig.Kind == "duration" || r.fig.Kind == "age" {
		return
	}
	for i := 0; i < r.at.from; i++ {
		if p := s.phraseAt(i); !p.empty() && !s.timely(p) && p.to <= r.at.from {
			r.metric, r.why = s.extend(p), "the first noun phrase of the sentence"
			return
		}
	}
	if p := s.phraseAt(r.at.to); r.at.to < len(s.toks) && !p.empty() && !s.timely(p) {
		r.metric, r.why = s.extend(p), "the first noun phrase behind the figure"
	}
}
