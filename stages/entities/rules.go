package entities

import "strings"

// tags finds names by how they are written: runs of capitalised words, given names, titles, and the words that names
// of their kind end or begin with.
func (t *reading) tags() []tag {
	var out []tag
	for i := range t.d.Sentences {
		s := &t.d.Sentences[i]
		for j := s.First; j < s.Last; {
			if !t.opens(j) {
				j++
				continue
			}
			end := t.run(j, s.Last)
			if g, ok := t.classify(j, end, s.First); ok {
				out = append(out, g)
			}
			j = end
		}
	}
	return out
}

// opens tells whether a name may begin at token i.
func (t *reading) opens(i int) bool {
	return (t.is(i, capital) && len(t.d.Word(i)) > 1 && !t.has(i, function|honorific) || t.article(i)) && !t.is(i, headline|shouting|field)
}

// article tells whether the Arabic article stands at i: "al-Tanf".
func (t *reading) article(i int) bool {
	if w := t.d.Word(i); w != "al" && w != "el" {
		return false
	}
	return i+2 < len(t.tokens) && t.d.Word(i+1) == "-" && t.touches(i+1) && t.touches(i+2) && t.is(i+2, capital)
}

// run returns where the run of capitalised words ends that begins at i.
func (t *reading) run(i, limit int) int {
	end := i + 1
	for end < limit {
		switch {
		case t.is(end, field):
			return end
		case t.is(end, capital) && !t.has(end, function|honorific):
			end++
		case end+1 < limit && t.is(end+1, capital) && !t.has(end+1, function|honorific) && t.binds(i, end):
			end += 2
		case end+2 < limit && t.is(end+2, capital) && t.d.Word(end+1) == "the" && t.binds(i, end):
			end += 3 // "Royal Society for the Study of Clouds"
		case end+1 < limit && end-i >= 2 && t.d.Word(end) == "-" && t.touches(end) && t.touches(end+1) && t.syllable(end+1) &&
			!t.base.Exact(t.d, i, end).Found():
			end += 2 // "Moon Jae-in"
		case t.numbered(i, end, limit):
			return end + 1
		case end+1 < limit && t.domain(end):
			return end + 2
		default:
			return end
		}
	}
	return end
}

// syllable tells whether the word behind a hyphen may end a Korean or Chinese given name.
func (t *reading) syllable(i int) bool {
	w := t.d.Word(i)
	switch w {
	case "led", "run", "era", "born", "made", "like", "wide", "only", "free", "size", "to", "and", "or", "area", "type", "held", "style", "class", "based", "level", "owned":
		return false
	}
	return t.is(i, small) && len(w) <= 5 && !t.has(i, office|modifier) && (len(w) <= 3 || !t.has(i, function))
}

// numbered tells whether the number at i belongs to the name before it, "Nikkei 225", and does not count what follows.
func (t *reading) numbered(start, i, limit int) bool {
	if !t.is(i, digits) || t.touches(i) || len(t.d.Word(i)) > 4 || t.is(start, opening) && i == start+1 && t.common(start) {
		return false
	}
	return !t.counts(i, limit) && !t.has(i-1, function|office) && (i+1 == limit || !t.is(i+1, small|capital|digits) || t.has(i+1, function))
}

// counts tells whether the number at i, before limit, is a day, "Dec 31", a sum, "Turnover 3.14", half of a season, "Soviet
// 1986/87", or a score, "Norway 2 – 1 Peru".
func (t *reading) counts(i, limit int) bool {
	if strings.ContainsAny(t.d.Word(i), ".,") || i > 0 && month(t.d.Word(i-1)) {
		return true
	}
	if i+1 >= limit {
		return false
	}
	switch next := t.d.Word(i + 1); next {
	case "%", "percent", "per", "million", "billion", "trillion", "thousand", "mln", "bln", "–":
		return true
	case "-", "/":
		return t.touches(i + 1)
	default:
		return month(next)
	}
}

// month tells whether a word is the name of a month or short for one.
func month(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// binds tells whether the small word or mark at i may stand inside the name that begins at start.
func (t *reading) binds(start, i int) bool {
	switch t.d.Word(i) {
	case "-":
		return t.touches(i) && t.touches(i+1)
	case "&", "de", "von", "van", "der", "al", "bin", "ibn", "del", "la", "da", "dos":
		return true
	case "of", "for":
		return t.tokens[start].starts != none || t.tokens[i-1].ends == organization
	case ",", "and":
		return t.ministry(start, i)
	case "'", "’": // "Farmers’ Union", but not "the Philippines’ Congress"
		return t.touches(i) && i+1 < len(t.tokens) && t.tokens[i+1].ends != none && !t.base.Exact(t.d, start, i).Found()
	case "'s", "’s":
		w := t.d.Word(i - 1)
		return w == "People" || w == "Women" || w == "Children" || w == "Men"
	}
	return false
}

// ministry tells whether the name from start to i lists fields of office that go on behind i: "Ministry of Trade, Industry
// and Energy".
func (t *reading) ministry(start, i int) bool {
	switch t.d.Word(start) {
	case "Ministry", "Department", "Committee", "Commission", "Office", "Institute", "Bureau", "Secretary", "Minister", "Directorate":
	default:
		return false
	}
	if i-start < 3 || t.d.Word(start+1) != "of" && t.d.Word(start+1) != "for" {
		return false
	}
	if t.d.Word(i) == "and" {
		return !t.base.Exact(t.d, i+1, i+2).Found()
	}
	for j := i + 1; j+1 < len(t.tokens) && j < i+6; j++ {
		switch {
		case t.d.Word(j) == "and":
			return t.is(j+1, capital)
		case !t.is(j, capital) && t.d.Word(j) != ",":
			return false
		}
	}
	return false
}

// classify guesses the kind of the run [first, last).
func (t *reading) classify(first, last, sentence int) (tag, bool) {
	titled := first > sentence && (t.has(first-1, honorific|office) || t.is(first-1, field)) && !t.is(first-1, digits)
	for i := first; i < last && t.has(i, office|modifier); i++ {
		if t.has(i, office) && !t.has(i, given) {
			titled, first = true, i+1
		}
	}
	if first == last || t.offices(first, last) || titled && t.is(first, small) && t.has(first, function) {
		return tag{}, false // "Ministers of Economy"
	}
	if t.is(first, opening) && last-first > 1 && t.common(first) && t.tokens[first].starts == none && !t.has(first, given) {
		first++ // "Welcome Jose"
	}
	g := tag{first: first, last: last, sure: 0.5, cause: "capitalised"}
	head, lead := t.tokens[last-1].ends, t.tokens[first].starts
	switch n := last - first; {
	case titled && n <= 4:
		g.kind, g.sure, g.cause = person, 0.8, "title before it"
	case n > 1 && head != none:
		g.kind, g.sure, g.cause = head, 0.75, "last word"
	case n > 1 && lead != none:
		g.kind, g.sure, g.cause = lead, 0.75, "first word"
	case n > 1 && n <= 4 && t.has(first, given):
		g.kind, g.sure, g.cause = person, 0.8, "given name"
	case t.is(first, allCaps) && n == 1:
		n := len(t.d.Word(first))
		return g, n > 2 && n < 6 && (first == sentence || !t.is(first-1, digits|allCaps)) && (last == len(t.tokens) || !t.is(last, allCaps))
	case t.is(first, opening) && n == 1:
		g.sure = 0.3
		return g, !t.common(first) && !derived(t.d.Word(first))
	}
	return g, true
}

// offices tells whether words name an office and nothing else: "Vice-President".
func (t *reading) offices(first, last int) bool {
	for i := first; i < last; i++ {
		if !t.has(i, office|modifier) && t.d.Word(i) != "-" {
			return false
		}
	}
	return true
}

// derived tells whether a word that opens a sentence ends as adverbs, participles and plurals of trades do.
func derived(w string) bool {
	for _, ending := range [...]string{"ly", "ed", "ing", "ists", "ers", "ors", "ness", "ment", "tion", "ions", "ies"} {
		if len(w) > len(ending)+2 && w[len(w)-len(ending):] == ending {
			return true
		}
	}
	return false
}
