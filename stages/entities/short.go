package entities

import (
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// acronyms finds out what the short names of the text stand for: those defined in brackets, "Enhanced Partnership and
// Cooperation Agreement (EPCA)", and those that nothing but the initials of a name in the text explain.
func (r *resolution) acronyms(t *reading) {
	r.short = map[string]int{}
	for i := range t.spans {
		s := &t.spans[i]
		if s.thing < 0 || s.last-s.first < 2 || s.last+2 >= len(t.tokens) || t.d.Word(s.last) != "(" || t.d.Word(s.last+2) != ")" {
			continue
		}
		if w := t.d.Word(s.last + 1); t.abbreviates(w, s) {
			r.define(w, s.thing)
		}
	}
	for i := range t.spans {
		s := &t.spans[i]
		if s.thing < 0 || s.last-s.first < 2 || s.last+2 >= len(t.tokens) || t.d.Word(s.last) != "," || t.d.Word(s.last+1) != "or" {
			continue
		}
		if w := t.d.Word(s.last + 2); len(w) > 2 && w[len(w)-1] >= 'A' && w[len(w)-1] <= 'Z' && t.abbreviates(w, s) {
			r.define(w, s.thing) // "Maghawir al Thawra, or MaT"
		}
	}
	initials := r.initials()
	for i := range t.spans {
		s := &t.spans[i]
		if s.last-s.first != 1 {
			continue
		}
		w := t.d.Word(s.first)
		if at, ok := r.short[w]; ok {
			s.thing, s.kind, s.links = at, r.things[at].kind, "short form defined in the text"
		} else if at, ok := initials[w]; ok && at >= 0 && s.thing >= 0 && r.things[s.thing].entity == nil {
			s.thing, s.kind, s.links = at, r.things[at].kind, "initials of a name in the text"
			r.short[w] = at
		}
	}
}

// define notes a short form. Where the knowledge base has the short form alone, both mean what it has.
func (r *resolution) define(w string, at int) {
	r.short[w] = at
	th := &r.things[at]
	if m := r.base.Lookup(w); th.entity == nil && m.Found() {
		var buffer [8]knowledge.Candidate
		if c := r.base.Candidates(buffer[:0], m); len(c) == 1 && sharesWord(c[0].Name, th.name) {
			th.entity, th.kind = c[0].Entity, kindOf(c[0].Type)
		}
	}
}

// sharesWord tells whether two names have a capitalised word of four letters or more in common.
func sharesWord(a, b string) bool {
	for _, w := range strings.Fields(a) {
		if len(w) >= 4 && w[0] >= 'A' && w[0] <= 'Z' && holds(b, w) {
			return true
		}
	}
	return false
}

// initials maps the initials of the document's longer names to their things; to -1 where several share them.
func (r *resolution) initials() map[string]int {
	out := map[string]int{}
	for at := range r.things {
		th := &r.things[at]
		if th.words < 2 || th.kind == person || th.kind == norp {
			continue
		}
		var letters []byte
		for _, w := range strings.FieldsFunc(th.name, func(c rune) bool { return c == ' ' || c == '-' }) {
			if w[0] >= 'A' && w[0] <= 'Z' {
				letters = append(letters, w[0])
			}
		}
		if len(letters) < 2 {
			continue
		}
		key := string(letters)
		if old, ok := out[key]; ok && old != at {
			out[key] = -1
		} else {
			out[key] = at
		}
	}
	return out
}

// abbreviates tells whether a word's letters are letters of the span's words in their order, beginning with the first.
func (t *reading) abbreviates(w string, s *span) bool {
	if len(w) < 2 || len(w) > 10 || w[0] < 'A' || w[0] > 'Z' {
		return false
	}
	name := t.text(s.first, s.last)
	if upper(name[0]) != w[0] {
		return false
	}
	at := 0
	for i := 0; i < len(w); i++ {
		if w[i] == '.' {
			continue
		}
		for at < len(name) && upper(name[at]) != upper(w[i]) {
			at++
		}
		if at == len(name) {
			return false
		}
		at++
	}
	return true
}

func upper(b byte) byte {
	if b >= 'a' && b <= 'z' {
		return b - 'a' + 'A'
	}
	return b
}

// parts resolves shorter forms of the document's longer names: "Ulta" after "Ulta Beauty", "von der Leyen" after "Ursula
// von der Leyen".
func (r *resolution) parts(t *reading) {
	longer := map[string][]int{} // first and last words of longer names
	for at := range r.things {
		th := &r.things[at]
		if th.words < 2 {
			continue
		}
		w, _, _ := strings.Cut(th.name, " ")
		longer[w] = append(longer[w], at)
	}
	for i := range t.spans {
		s := &t.spans[i]
		if at := r.firstWord(t, s, longer); at >= 0 {
			s.thing, s.kind, s.links = at, organization, "first word of a longer name"
			continue
		}
		if s.thing < 0 || s.last-s.first == 1 && r.club(t, s) || r.things[s.thing].entity != nil || s.kind != organization {
			continue
		}
		surface, found := t.text(s.first, s.last), -1
		for _, at := range longer[t.d.Word(s.first)] {
			n := r.things[at].name
			if r.things[at].kind == organization && len(n) > len(surface) && n[:len(surface)] == surface && n[len(surface)] == ' ' {
				if found >= 0 {
					found = -1
					break
				}
				found = at
			}
		}
		if found >= 0 {
			s.thing, s.links = found, "first words of a longer name"
		} else if at := r.lastOf(t, s); at >= 0 {
			s.thing, s.links = at, "last word of a longer name"
		}
	}
}

// firstWord returns the one body of the document whose name begins with the word of a span that is not surely something
// else: "Orsted" after "Orsted Wind". A given name or a word that the text has in small letters tells nothing.
func (r *resolution) firstWord(t *reading, s *span, longer map[string][]int) int {
	w := t.d.Word(s.first)
	if s.last-s.first != 1 || s.kind == organization || s.kind == norp || s.tagSure > 0.75 || len(longer[w]) != 1 || len(r.persons[w]) > 0 ||
		t.has(s.first, given|function) || t.common(s.first) || s.thing >= 0 && r.things[s.thing].entity != nil {
		return -1
	}
	at := longer[w][0]
	th := &r.things[at]
	if rest := th.name[len(w):]; th.kind != organization || th.sure < 0.7 || strings.HasPrefix(rest, " and ") || strings.HasPrefix(rest, " & ") {
		return -1 // "Lane and Harper" may be two people
	}
	return at
}

// lastOf returns the one body of the document whose name ends with the span's word behind "the": "the Chronicle" after "San
// Francisco Chronicle".
func (r *resolution) lastOf(t *reading, s *span) int {
	if s.last-s.first != 1 || s.first == 0 || t.d.Word(s.first-1) != "the" && t.d.Word(s.first-1) != "The" {
		return -1
	}
	w, found := t.d.Word(s.first), -1
	for at := range r.things {
		th := &r.things[at]
		if th.kind == organization && th.words > 1 && strings.HasSuffix(th.name, w) && th.name[len(th.name)-len(w)-1] == ' ' {
			if found >= 0 {
				return -1
			}
			found = at
		}
	}
	return found
}

// club takes a place for the club of that name where the document names it in full, "FC Porto", and no word beside the
// place says that it is one.
func (r *resolution) club(t *reading, s *span) bool {
	if s.kind != location || s.first > 0 && (t.has(s.first-1, toward) || t.d.Word(s.first-1) == "of") {
		return false
	}
	w := t.d.Word(s.first)
	for at := range r.things {
		th := &r.things[at]
		if th.kind != organization || len(th.name) <= len(w) {
			continue
		}
		rest := ""
		if strings.HasPrefix(th.name, w+" ") {
			rest = th.name[len(w)+1:]
		} else if strings.HasSuffix(th.name, " "+w) {
			rest = th.name[:len(th.name)-len(w)-1]
		}
		switch rest {
		case "FC", "F.C.", "AFC", "CF", "SC", "AC", "United", "City", "Hotspur", "Rovers", "Wanderers", "Athletic", "Albion", "Town", "County",
			"Real", "Inter", "Dynamo", "Sporting", "Borussia", "Bayern", "Atletico", "Atlético":
			s.thing, s.kind, s.links = at, organization, "club that the text names in full"
			return true
		}
	}
	return false
}

// spread finds names again where nothing saw them: the short forms that the text defines, surnames, and what was found
// elsewhere in the text.
func (r *resolution) spread(t *reading) {
	again := map[string][]int{} // spans by their first word
	for i := range t.spans {
		if s := &t.spans[i]; s.sure >= 0.6 {
			w := t.d.Word(s.first)
			if !t.repeated(again[w], s) {
				again[w] = append(again[w], i)
			}
		}
	}
	out := make([]span, 0, len(t.spans)+8)
	at, sentence := 0, 0
	for i := 0; i < len(t.tokens); i++ {
		if at < len(t.spans) && t.spans[at].first <= i {
			out = append(out, t.spans[at])
			i = t.spans[at].last - 1
			at++
			continue
		}
		if !t.is(i, capital) {
			continue
		}
		for t.d.Sentences[sentence].Last <= i {
			sentence++
		}
		limit := t.d.Sentences[sentence].Last
		if at < len(t.spans) {
			limit = min(limit, t.spans[at].first)
		}
		if s, ok := r.again(t, i, limit, again); ok {
			out = append(out, s)
			i = s.last - 1
		}
	}
	t.spans = out
}

// repeated tells whether one of the spans has the same words.
func (t *reading) repeated(spans []int, s *span) bool {
	for _, i := range spans {
		if t.same(&t.spans[i], s.first) && t.spans[i].last-t.spans[i].first == s.last-s.first {
			return true
		}
	}
	return false
}

// same tells whether the words of a span stand at token i as well.
func (t *reading) same(s *span, i int) bool {
	for j := s.first; j < s.last; j, i = j+1, i+1 {
		if i >= len(t.tokens) || t.d.Word(i) != t.d.Word(j) {
			return false
		}
	}
	return true
}

// noMonth tells whether "May" at i stands where no month does: "left May without a plan".
func (t *reading) noMonth(i int) bool {
	if i == 0 || i+1 < len(t.tokens) && t.is(i+1, digits) || t.is(i, opening) {
		return false
	}
	w := t.d.Word(i - 1)
	return t.is(i-1, small) && !t.has(i-1, function|toward) && w != "last" && w != "next" && w != "early" && w != "late" && w != "mid"
}

func (r *resolution) again(t *reading, i, limit int, spans map[string][]int) (span, bool) {
	w := t.d.Word(i)
	s := span{first: i, last: i + 1, sure: 0.7, thing: -1}
	if at, ok := r.short[w]; ok {
		s.thing, s.kind, s.cause = at, r.things[at].kind, "short form defined in the text"
		return s, true
	}
	best := -1
	for _, at := range spans[w] {
		o := &t.spans[at]
		if n := o.last - o.first; i+n <= limit && t.same(o, i) && (best < 0 || n > t.spans[best].last-t.spans[best].first) {
			best = at
		}
	}
	if best >= 0 {
		o := t.spans[best]
		if o.last-o.first > 1 || !t.is(i, opening|headline) && !t.has(i, function) && !t.inName(i) {
			s = o
			s.first, s.last, s.sure, s.cause = i, i+o.last-o.first, 0.7, "found elsewhere in the text"
			return s, true
		}
	}
	if t.is(i, allCaps) && len(w) >= 4 {
		w = w[:1] + strings.ToLower(w[1:])
	}
	if _, ok := r.persons[w]; ok && !t.inName(i) && (!t.has(i, function|office) || i+1 < limit && t.has(i+1, speech|human) || w == "May" && t.noMonth(i)) {
		s.kind, s.cause = person, "surname of a full name"
		return s, true
	}
	return s, false
}
