package figures

import (
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// readOwners finds the names that what figure i measures belongs to: those inside the metric and behind it, else its owner.
func (s *sentence) readOwners(i int) []int {
	r := &s.found[i]
	if r.metric.empty() {
		return nil
	}
	if r.owner >= 0 {
		return []int{r.owner}
	}
	for k := range i {
		if s.found[k].metric == r.metric && s.found[k].owner < 0 {
			return s.found[k].owners
		}
	}
	out := s.mentionsIn(s.bytes(r.metric))
	if n := len(out); n > 1 && s.possessive(out[n-2], out[n-1]) {
		out = append(out[:n-2], out[n-1]) // "Japan’s Nikkei 225"
	}
	own := len(out)
	if own > 0 && s.in.Mentions[out[own-1]].Last-s.first == r.metric.to {
		out = s.withList(out, r.metric.to) // "shipments to Ruritania, Sylvania and Borduria"
	}
	if out = append(out, s.complements(r.metric)...); own == 0 && len(out) > 0 {
		out = append(s.sender(r), out...)
	}
	if len(out) == 0 && r.fig.Kind == "age" {
		return s.ownerOfAge(r)
	}
	if len(out) == 0 {
		out = s.owner(r)
	}
	for k, m := range out {
		out[k] = s.country(m)
	}
	return out
}

// ownerOfAge returns the person that an age stands in apposition to: "Jo Dahl, a 52-year-old farmer", "A 37-year-old doctor, Dahl …".
func (s *sentence) ownerOfAge(r *reading) []int {
	i := r.at.from - 1
	for i > 0 && s.toks[i].class&determiner != 0 {
		i--
	}
	for k := s.firstMention; k < len(s.in.Mentions) && s.in.Mentions[k].Sentence == s.index; k++ {
		m := &s.in.Mentions[k]
		if m.Type == "person" && (i > 0 && s.toks[i].s == "," && m.Last-s.first == i || r.metric.to < len(s.toks) && s.toks[r.metric.to].s == "," && m.First-s.first == r.metric.to+1) {
			return []int{k}
		}
	}
	return nil
}

// sender returns the subject of a verb that moves what figure r measures to or from the names behind: "Ruritania sent 5 tonnes of
// gas to Sylvania".
func (s *sentence) sender(r *reading) []int {
	v := s.actionBefore(r.chunk)
	if v < 0 || !moves[s.verb(v).base] {
		return nil
	}
	if p := s.subject(v); s.isNamed(p) {
		if k := s.nameIn(p); k >= 0 && !s.speaks(k, r) {
			return []int{k}
		}
	}
	return nil
}

// moves are verbs that take something from one party to another.
var moves = wordSet(`send sell ship supply export deliver import buy purchase lend provide pump transfer`)

// isSeat tells whether mention k only says where a body is: "the Texas-based company".
func (s *sentence) isSeat(k int) bool {
	i := s.in.Mentions[k].Last - s.first
	return i+1 < len(s.toks) && s.toks[i].s == "-" && s.toks[i+1].low == "based" || i+3 < len(s.toks) && s.isBased(i)
}

// owner returns the name that a metric without one belongs to: the subject of its verb ("Acme sold 5,000 cars"), the place of
// its clause ("Five people died in Ruritania"), or the body that the text is about ("its stock fell").
func (s *sentence) owner(r *reading) []int {
	v := s.actionBefore(r.chunk)
	var p span
	switch {
	case s.isSubject(r.chunk):
	case v >= 0:
		p = s.subject(v)
	case s.is(0, thing) && r.chunk > 0: // "Titan, with a diameter of 5,150 km, is a moon"
		p = s.whole(0, r.chunk)
	}
	if !p.empty() {
		k := s.nameIn(p)
		if b := s.body(); b >= 0 && firms[s.toks[p.to-1].low] && !s.apposed(p.to) && (k < 0 || s.in.Mentions[k].Last < s.first+p.to) {
			return []int{b} // "the Ruritanian drugmaker expects"
		}
		if k >= 0 && (!s.speaks(k, r) || v < 0 || tells[s.verb(v).base] || guesses[s.verb(v).base] && s.isBody(k)) {
			return s.withPartner(k)
		}
	}
	if k := s.antecedentOf(r); k >= 0 {
		return []int{k}
	}
	if k := s.subjectBefore(r); k >= 0 {
		return []int{k}
	}
	if k := s.placeOf(r.chunk); k >= 0 {
		return []int{k}
	}
	if s.belongs(r, v) {
		if k := s.body(); k >= 0 {
			return []int{k}
		}
	}
	return nil
}

// apposed tells whether a name stands right before token i or behind it: "the carmaker Acme".
func (s *sentence) apposed(i int) bool { return i < len(s.toks) && s.toks[i].named }

// tells are verbs of speech that a body's own numbers are the object of: "Acme reported sales of $5m".
// Guesses are of others, but where the text is about who guesses.
var tells, guesses = wordSet(`report post record register`), wordSet(`see expect forecast`)

// isBody tells whether mention k is of the body that the text is about.
func (s *sentence) isBody(k int) bool {
	b := s.body()
	return b >= 0 && s.in.Mentions[b].EntityID == s.in.Mentions[k].EntityID
}

// antecedentOf returns the name that "its" before the metric stands for: "Acme said its sales doubled to 500"; -1 where there is none in
// the sentence.
func (s *sentence) antecedentOf(r *reading) int {
	at := r.metric.from - 1
	if at < 0 || !s.toks[at].is("its", "their") {
		return -1
	}
	best := -1
	for k := s.firstMention; k < len(s.in.Mentions) && s.in.Mentions[k].Last <= s.first+at; k++ {
		if m := &s.in.Mentions[k]; m.Type != "norp" && m.Type != "person" && !s.ledIn(m.First-s.first) {
			best = k
		}
	}
	return best
}

// subjectBefore returns the body that opens the sentence before where this one opens with "its": "Acme sold 53 jets. Its shares rose
// 5%"; -1 where none does.
func (s *sentence) subjectBefore(r *reading) int {
	if r.metric.from != 1 || !s.toks[0].is("its") || s.index == 0 {
		return -1
	}
	from := s.firstMention
	for from > 0 && s.in.Mentions[from-1].Sentence == s.index-1 {
		from--
	}
	for k := from; k < s.firstMention; k++ {
		if m := &s.in.Mentions[k]; m.Type == "organization" {
			if m.First-s.doc.Sentences[m.Sentence].First <= 2 {
				return k
			}
			return -1
		}
	}
	return -1
}

// isSubject tells whether the figure at chunk c is the subject of a verb behind it: "the ministry said 5 people died".
func (s *sentence) isSubject(c int) bool {
	for k := c + 1; k < len(s.chunks); k++ {
		switch s.chunks[k].part {
		case action:
			return true
		case link, thing, loose, moment:
		default:
			return false
		}
	}
	return false
}

// nameIn returns the name that a subject is: the last that no preposition leads in, an adjective only where there is no other; or -1.
func (s *sentence) nameIn(p span) int {
	best := -1
	for _, k := range s.mentionsIn(s.bytes(p)) {
		m := &s.in.Mentions[k]
		if best < 0 || s.in.Mentions[best].Type == "norp" || m.Type != "norp" && !s.ledIn(m.First-s.first) {
			best = k
		}
	}
	return best
}

// placeOf returns the place that the clause of the figure at chunk c is about: "died in Ruritania", "In Ruritania, 5 died".
func (s *sentence) placeOf(c int) int {
	for k := c + 1; k+1 < len(s.chunks); k++ {
		switch s.chunks[k].part {
		case comma, joint, which, stop, value:
			k = len(s.chunks)
		case link:
			if s.word(k).is("as", "after", "before", "since", "until", "amid", "despite") {
				k = len(s.chunks) // another clause
				break
			}
			if s.word(k).is("in", "at", "near", "outside", "across", "to", "from", "with", "through", "via") && s.is(k+1, thing) && s.isPlace(k+1) {
				return s.mentionAt(s.bare(s.chunks[k+1].span).from)
			}
		}
	}
	if s.is(0, link) && s.word(0).is("in") && s.is(1, thing) && s.isPlace(1) && (s.is(2, comma) || s.is(2, loose) || s.is(2, value) || s.is(2, thing) || s.is(2, stand)) {
		return s.mentionAt(s.bare(s.chunks[1].span).from)
	}
	return -1
}

// belongs tells whether what a figure measures is a body's, though the sentence does not name it: "the stock", "its workers", "it
// employs 500 people". The verb is at chunk v.
func (s *sentence) belongs(r *reading, v int) bool {
	if s.toks[r.metric.to-1].is("stock", "shares", "earnings", "sales", "revenue", "revenues", "profit", "profits", "comps", "guidance", "turnover", "dividend", "backlog") {
		return true
	}
	for _, i := range [2]int{r.metric.from - 1, s.chunks[r.chunk].from - 1} {
		if i >= 0 && s.toks[i].is("its", "our") {
			return true
		}
	}
	if v < 0 {
		return false
	}
	for k := v - 1; k >= 0; k-- {
		switch s.chunks[k].part {
		case stand:
			return s.word(k).is("it")
		case thing:
			return firms[s.toks[s.chunks[k].to-1].low] && s.word(k).is("the", "its")
		case loose, moment:
		default:
			return false
		}
	}
	return false
}

// firms are nouns that stand for the body that a text is about.
var firms = wordSet(`company firm group bank airline club carrier retailer maker carmaker drugmaker lender start-up startup operator producer agency side team utility insurer brewer chain manufacturer developer automaker`)

// withPartner returns mention k and the one that "and" ties to it on either side: "Ruritania and Sylvania agreed".
func (s *sentence) withPartner(k int) []int {
	m := s.in.Mentions
	tied := func(a, b int) bool {
		if a < 0 || b >= len(m) || m[b].First <= m[a].Last || s.doc.Word(m[a].Last) != "and" || m[a].Type == "person" != (m[b].Type == "person") {
			return false
		}
		return m[b].First == m[a].Last+1 || m[b].First == m[a].Last+2 && s.doc.Word(m[a].Last+1) == "the"
	}
	switch {
	case tied(k-1, k):
		return []int{k - 1, k}
	case tied(k, k+1):
		return []int{k, k + 1}
	}
	return []int{k}
}

// body returns the organization that the text is about: the one that it names most, of equals the first; -1 where it names many
// once.
func (s *sentence) body() int {
	if s.about != unsought {
		return s.about
	}
	s.about = -1
	counts := map[string]int{}
	for k := range s.in.Mentions {
		if m := &s.in.Mentions[k]; m.Type == "organization" {
			counts[m.EntityID]++
		}
	}
	most := 1
	if len(counts) == 1 {
		most = 0
	}
	if m := s.in.Mentions; len(m) > 0 && m[0].Type == "organization" && m[0].First <= 2 && s.doc.Word(min(m[0].Last, len(s.doc.Tokens)-1)) != "and" {
		s.about = 0 // a text that begins with a body is about it, unless another comes back more often
	}
	for k := range s.in.Mentions {
		if n := counts[s.in.Mentions[k].EntityID]; n > most {
			s.about, most = k, n
		}
	}
	return s.about
}

// unsought is what about holds before anyone asks.
const unsought = -2

// country returns the mention of the country that mention m only gives the adjective of ("Ruritanian goods"), m where the text does
// not name it.
func (s *sentence) country(m int) int {
	a := &s.in.Mentions[m]
	if a.Type != "norp" || a.Country == "" || a.Form != "adjective" {
		return m
	}
	for k := range s.in.Mentions {
		if b := &s.in.Mentions[k]; b.Nation && b.Country == a.Country {
			return k
		}
	}
	return m
}

// possessive tells whether mention a only says whose b is, and b is the whole rest.
func (s *sentence) possessive(a, b int) bool {
	i := s.in.Mentions[a].Last
	return i < len(s.doc.Tokens) && s.doc.Tokens[i].Kind == segment.Clitic && s.in.Mentions[b].First <= i+2
}

// ledIn tells whether a preposition stands before the name at token i, perhaps with a determiner between.
func (s *sentence) ledIn(i int) bool {
	for i > 0 && s.toks[i-1].class&determiner != 0 && s.toks[i-1].class&preposition == 0 {
		i--
	}
	return i > 0 && (s.toks[i-1].class&preposition != 0 || s.toks[i-1].low == "and")
}

// withList adds to out the names of the list that goes on at token i behind the last of them.
func (s *sentence) withList(out []int, i int) []int {
	for i+1 < len(s.toks) && (s.toks[i].low == "and" || s.toks[i].s == ",") {
		k := s.mentionAt(i + 1)
		if k < 0 || s.in.Mentions[k].Type != s.in.Mentions[out[len(out)-1]].Type {
			break
		}
		if last := s.in.Mentions[k].Last - s.first; s.toks[i].s == "," && !(last < len(s.toks) && (s.toks[last].low == "and" || s.toks[last].s == ",")) {
			break // "in Dover, Kent"
		}
		out = append(out, k)
		i = s.in.Mentions[k].Last - s.first
	}
	return out
}

// complements returns the names that prepositional phrases right behind the metric add to it: "trade in goods" + "with
// Ruritania", "investment of the bank" + "to Ruritania and Sylvania".
func (s *sentence) complements(m span) []int {
	var out []int
	i := m.to
	for i+1 < len(s.toks) && s.toks[i].is("with", "to", "from", "between", "of", "into", "under", "across", "through", "along", "via") {
		of := s.toks[i].low == "of"
		i++
		for i+1 < len(s.toks) && (s.toks[i].class&determiner != 0 || of && s.toks[i].class&gerund != 0) {
			i++ // "the cost of enlarging the Trans-Ruritanian Pipeline"
		}
		for j := i; j > m.to+1 && j < i+4 && j+1 < len(s.toks) && s.toks[i-1].class&determiner != 0 && s.toks[j].class&noun != 0 && !s.toks[j].upper; j++ {
			if s.toks[j+1].named {
				i = j + 1 // "a loan from the investment vehicle Maple"
				break
			}
		}
		k := s.mentionAt(i)
		if k < 0 {
			break
		}
		out = append(out, k)
		i = s.in.Mentions[k].Last - s.first
		out = s.withList(out, i) // "from Ruritania, Sylvania and Borduria"
		i = s.in.Mentions[out[len(out)-1]].Last - s.first
	}
	return out
}

// mentionAt returns the mention that begins at token i of the sentence, or -1.
func (s *sentence) mentionAt(i int) int {
	for k := s.firstMention; k < len(s.in.Mentions) && s.in.Mentions[k].First <= s.first+i; k++ {
		if s.in.Mentions[k].First == s.first+i {
			return k
		}
	}
	return -1
}

// speaks tells whether mention k is the source of figure r: who tells a number is not what it measures.
func (s *sentence) speaks(k int, r *reading) bool {
	figure := s.bytes(r.at)
	for _, a := range s.in.Statements.Attributions {
		if a.Speaker == k && a.Span.Overlaps(figure) {
			return true
		}
	}
	return false
}

// mentionsIn returns the mentions inside a stretch of the sentence.
func (s *sentence) mentionsIn(m text.Span) []int {
	var out []int
	for i := s.firstMention; i < len(s.in.Mentions); i++ {
		if s.in.Mentions[i].Span.Start >= m.End {
			break
		}
		if m.Contains(s.in.Mentions[i].Span) && !s.isSeat(i) {
			out = append(out, i)
		}
	}
	return out
}
