package quotations

import "strings"

// pronounAt returns the mention that "he" or "it" at token i stands for: the last speaker where he speaks on, else the subject
// of a sentence before.
func (f *finder) pronounAt(i int) int {
	w := f.word(i)
	if w == "it" || w == "It" {
		return f.lastBody()
	}
	paragraph := f.doc.Sentences[f.sentence].Paragraph
	if f.last >= 0 && f.mentions[f.last].Type == "person" && f.doc.Sentences[f.lastAt].Paragraph == paragraph {
		for s := f.sentence - 1; s > f.lastAt; s-- { // "For Anna Berg, 71, it is late. She …"
			if m := f.firstPerson(s, i); m != noCue && f.mentions[m].First <= f.doc.Sentences[s].First+1 {
				return m
			}
		}
		return f.last
	}
	for s := f.sentence; s >= max(0, f.sentence-4); s-- {
		if f.last >= 0 && f.lastAt >= s && f.mentions[f.last].Type == "person" {
			return f.last
		}
		if m := f.firstPerson(s, i); m != noCue {
			return m
		}
	}
	if f.last >= 0 && f.mentions[f.last].Type == "person" {
		return f.last
	}
	return noCue
}

// firstPerson returns the first person of sentence s outside direct speech and before token limit, one that no
// preposition governs where there is one.
func (f *finder) firstPerson(s, limit int) int {
	second := noCue
	for i := f.doc.Sentences[s].First; i < min(f.doc.Sentences[s].Last, limit); i++ {
		if f.mention[i] == 0 || f.quoteAt[i] != 0 {
			continue
		}
		n := int(f.mention[i] - 1)
		m := f.mentions[n]
		if m.Type != "person" || m.First != i {
			continue
		}
		possessive := m.Last < len(f.doc.Tokens) && strings.HasSuffix(f.doc.Word(m.Last), "s") && f.doc.Tokens[m.Last].Start == f.doc.Tokens[m.Last-1].End
		if !possessive && (i == 0 || f.class[i-1] != preposition) {
			return n
		}
		if second == noCue {
			second = n
		}
	}
	return second
}

// lastPerson returns the person who spoke last, or whom the text named last.
func (f *finder) lastPerson() int {
	if f.last >= 0 && f.mentions[f.last].Type == "person" {
		return f.last
	}
	for n := f.firstMentionFrom(f.first) - 1; n >= 0 && f.mentions[n].Sentence >= f.sentence-4; n-- {
		if f.mentions[n].Type == "person" {
			return n
		}
	}
	return noCue
}

// lastBody returns the body or country that spoke last, else the subject of the sentence before.
func (f *finder) lastBody() int {
	if f.last >= 0 && f.mentions[f.last].Type != "person" && f.sentence-f.lastAt <= 4 {
		return f.last
	}
	for s := f.sentence; s >= max(0, f.sentence-2); s-- {
		for n := f.firstMentionFrom(f.doc.Sentences[s].First); n < len(f.mentions) && f.mentions[n].Sentence == s; n++ {
			m := f.mentions[n]
			if m.First < f.end && m.Type == "organization" && f.quoteAt[m.First] == 0 {
				return n
			}
		}
	}
	return unnamed
}

// firstMentionFrom returns the index of the first mention at or behind token i.
func (f *finder) firstMentionFrom(i int) int {
	lo, hi := 0, len(f.mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.mentions[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// office returns the mention that "the minister" or "the company" stands for: tokens from first to the head noun.
func (f *finder) office(first, head int) int {
	if f.is(first, indefinite) {
		return unnamed
	}
	if w := f.word(first); w == "its" || w == "Its" {
		return f.lastBody() // "its press office said"
	}
	switch f.class[head] {
	case officeNoun:
		return f.byRole(f.word(head))
	case personNoun:
		if p := f.lastPerson(); p != noCue {
			return p
		}
	case bodyNoun:
		return f.body(head)
	case documentNoun:
		if f.last >= 0 && f.mentions[f.last].Type != "person" {
			return f.last
		}
	}
	return unnamed
}

// byRole returns the last person before whom the text gives the office: "said the minister".
func (f *finder) byRole(office string) int {
	office = strings.ToLower(office)
	here := f.firstMentionFrom(f.first)
	for n := here - 1; n >= 0; n-- {
		m := f.mentions[n]
		if m.Type == "person" && holds(m.Role, office) && (office != "minister" || !strings.HasPrefix(strings.ToLower(m.Role), "prime")) {
			return n
		}
	}
	if f.last >= 0 && f.mentions[f.last].Type == "person" && f.sentence-f.lastAt <= 4 && f.mentions[f.last].Role == "" {
		return f.last
	}
	return unnamed
}

// holds tells whether a role names the office: "Deputy Foreign Minister" is held by "the minister".
func holds(role, office string) bool {
	role = strings.ToLower(role)
	at := strings.Index(role, office)
	return at >= 0 && (at == 0 || role[at-1] == ' ' || role[at-1] == '-')
}

// body returns the organization that "the company" or "the ministry" stands for: the last one with that word in its name,
// else, for a word that fits any, the one that the text has named most.
func (f *finder) body(head int) int {
	w := strings.ToLower(f.word(head))
	here := f.firstMentionFrom(head)
	counts := map[string]int{}
	best := unnamed
	for n := here - 1; n >= 0; n-- {
		m := f.mentions[n]
		if m.Type != "organization" {
			continue
		}
		if strings.Contains(strings.ToLower(m.Name), w) {
			return n
		}
		if trades[w] && isPublic(m.Name) {
			continue // the EU is no company
		}
		counts[m.EntityID]++
		if best < 0 || counts[m.EntityID] > counts[f.mentions[best].EntityID] || counts[m.EntityID] == counts[f.mentions[best].EntityID] && !f.ledIn(n) {
			best = n
		}
	}
	if firms[w] && best >= 0 && (counts[f.mentions[best].EntityID] > 1 || !f.ledIn(best)) {
		return best
	}
	return unnamed
}

// ledIn tells whether a preposition stands before mention m.
func (f *finder) ledIn(m int) bool {
	i := f.mentions[m].First
	return i > 0 && f.class[i-1] == preposition
}

// isUnknownName tells whether token i is a capitalised word that no mention holds.
func (f *finder) isUnknownName(i int) bool {
	w := f.word(i)
	return w != "" && w[0] >= 'A' && w[0] <= 'Z' && f.mentionAt(i) == noCue && f.class[i] == plain
}

// firms are nouns that stand for whatever body the text is about.
var firms = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`agency airline association automaker bank brewer broadcaster brokerage builder carmaker chain charity chipmaker club
		company consultancy drugmaker exchange federation firm foundation fund giant grocer group hospital insurer institute lender maker
		management manufacturer miner network operator organisation organization owner producer publisher refiner regulator retailer service
		side startup supermarket team university utility watchdog`) {
		m[w] = true
	}
	return m
}()

// trades are firms that are no public bodies.
var trades = map[string]bool{"company": true, "firm": true, "group": true, "giant": true, "startup": true, "carmaker": true, "retailer": true, "airline": true,
	"club": true, "maker": true, "producer": true, "manufacturer": true, "management": true, "grocer": true, "miner": true, "brewer": true, "chain": true}

// isPublic tells whether a name is that of a public body: "European Union".
func isPublic(name string) bool {
	for w := range strings.FieldsSeq(name) {
		switch w {
		case "Union", "Ministry", "Government", "Committee", "Commission", "Parliament", "Office", "Court", "Department", "Council", "Nations", "University",
			"Senate", "Congress", "Authority", "Bureau":
			return true
		}
	}
	return false
}

// isAdverb tells whether w looks like an adverb: "repeatedly".
func isAdverb(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ly") && w[0] >= 'a' && w[0] <= 'z'
}
