package quotations

import "strings"

// subjectBefore returns the speaker that stands before verb v, and where its words begin: "Smith also said", "the minister
// said", "the bank’s report said", "he said".
func (f *finder) subjectBefore(v int) (int, int) {
	j := v - 1
	for j >= f.first && f.mentionAt(j) == noCue && (f.class[j] == between || isAdverb(f.word(j))) {
		j--
	}
	if j < f.first || f.isQuoteMark(j) {
		return v, noCue
	}
	if f.is(j, pronoun) {
		return j, f.pronounAt(j)
	}
	if m := f.mentionAt(j); m != noCue {
		return f.namedSubject(m)
	}
	if f.word(j) == "and" && f.is(v, sayVerb) && f.subject != noCue {
		return v, f.subject // "She put in $2 million and says that …"
	}
	if f.word(j) == "," {
		first, who := f.apposed(j + 1)
		if who != noCue {
			return first, who
		}
		if m := f.mentionAt(j - 1); m != noCue {
			return f.namedSubject(m)
		}
		return v, noCue
	}
	if f.word(j) == ")" { // "The ministry (MOTIE) said", "Home Depot (HD) said"
		k := j - 1
		for k > f.first && f.word(k) != "(" && j-k < 8 {
			k--
		}
		if m := f.mentionAt(k - 1); m != noCue {
			return f.namedSubject(m)
		}
		return v, noCue
	}
	return f.nounSubject(j)
}

// namedSubject returns mention m as a subject, or what it is part of: in "a spokesman for Acme said" nobody is named, in
// "John Smith of Acme said" the person is.
func (f *finder) namedSubject(m int) (int, int) {
	n := f.mentions[m]
	if !canSpeak(n.Type) {
		return n.First, noCue
	}
	head := n.First - 1
	for f.is(head, article) || f.is(head, between) {
		head--
	}
	if n.Type == "person" || !f.is(head, preposition) {
		return n.First, m
	}
	switch f.word(head - 1) {
	case "seen", "obtained", "reviewed": // "a letter seen by Reuters said"
		return n.First, unnamed
	}
	for j := head - 1; j >= max(f.first, head-12); j-- {
		if k := f.mentionAt(j); k != noCue && (f.mentions[k].Type == "person" || f.mentions[k].Type == "organization" && n.Type == "location") {
			return f.mentions[k].First, k // "the Ministry of Transport in Oslo"
		}
		switch f.class[j] {
		case officeNoun, personNoun:
			return j, f.office(f.phraseStart(j), j)
		case peopleNoun:
			return j, unnamed
		case sayVerb, outlookVerb: // "first estimates by Acme"
			if head == j+1 {
				return j, m
			}
		case bodyNoun, documentNoun:
			if n.Type == "organization" || n.Type == "other" || f.word(head) == "of" {
				return j, m
			}
			return j, unnamed // "the supply chain forum in Astana"
		}
		if w := f.word(j); w == "," || f.isQuoteMark(j) {
			break
		}
	}
	return n.First, noCue
}

// phraseStart returns the first token of the noun phrase whose head is at j.
func (f *finder) phraseStart(j int) int {
	for i := j; i >= max(f.first, j-6); i-- {
		if f.is(i, article) || f.is(i, indefinite) {
			return i
		}
	}
	return j
}

// nounSubject returns the speaker that a common noun at j stands for: "the minister", "the company", "Acme officials",
// "data from the ministry".
func (f *finder) nounSubject(j int) (int, int) {
	c := f.class[j]
	owner := f.mentionAt(j - 1)
	if owner == noCue && j-2 >= f.first && f.mention[j-2] != 0 {
		owner = f.mentionAt(j - 2) // "Acme’s report", "Russian defence ministry"
	}
	first := f.phraseStart(j)
	switch c {
	case peopleNoun:
		switch f.word(j) {
		case "authorities", "police", "media", "office":
			if owner != noCue {
				return first, owner
			}
		}
		return first, unnamed
	case officeNoun, personNoun:
		if w := strings.ToLower(f.word(j)); strings.HasPrefix(w, "spoke") {
			return first, f.spokesperson(first, j)
		}
		return first, f.office(first, j)
	case bodyNoun, documentNoun:
		if f.is(first, indefinite) && owner == noCue {
			return first, unnamed // "a report showed"
		}
		if owner == noCue {
			owner = f.ownerBefore(j)
		}
		if owner != noCue && canSpeak(f.mentions[owner].Type) && (c != bodyNoun || f.mentions[owner].Type != "location" || !firms[f.word(j)]) {
			return f.mentions[owner].First, owner
		}
		return first, f.office(first, j) // "The St. Louis company said"
	}
	if w := f.word(j); w == "government" || w == "management" || w == "administration" || w == "officials" {
		if owner != noCue {
			return f.mentions[owner].First, owner
		}
		if w == "management" {
			return first, f.body(j)
		}
		return first, unnamed
	}
	if f.word(j-1) == "-" && f.word(j) == "old" { // "The 56-year-old said"
		return first, f.lastPerson()
	}
	return first, noCue
}

// ownerBefore returns the first name of the clause that ends with the noun at j: "PC World's analysis of traffic data".
func (f *finder) ownerBefore(j int) int {
	owner := noCue
	for i := j - 1; i >= max(f.first, j-14); i-- {
		if w := f.word(i); w == "," || w == ";" || f.isQuoteMark(i) || f.is(i, sayVerb) {
			break
		}
		if m := f.mentionAt(i); m != noCue && canSpeak(f.mentions[m].Type) {
			owner = m
		}
	}
	return owner
}

// spokesperson returns the last speaker where "the spokesman" looks back to a named one, else nobody.
func (f *finder) spokesperson(first, j int) int {
	if first != j && f.is(first, article) && j-first == 1 {
		return f.byRole(f.word(j))
	}
	return unnamed
}

// apposed returns the person, else the body, before the apposition that ends with the comma at v-1: "John Smith, the head
// of Acme Europe, said".
func (f *finder) apposed(v int) (int, int) {
	best := noCue
	for j := v - 2; j > f.first; j-- {
		if f.isQuoteMark(j) || f.word(j) == ";" || f.word(j) == ":" {
			break
		}
		if f.word(j) != "," {
			continue
		}
		m := f.mentionAt(j - 1)
		if m == noCue || !canSpeak(f.mentions[m].Type) || f.is(f.mentions[m].First-1, preposition) {
			continue
		}
		if f.mentions[m].Type == "person" {
			return f.mentions[m].First, m
		}
		if best == noCue && f.mentions[m].Type == "organization" {
			best = m
		}
	}
	if best == noCue {
		return v, noCue
	}
	return f.mentions[best].First, best
}

// longestTitle is how many tokens a title and name behind a verb may take: "announced Deputy Prime Minister and Minister of
// Foreign Affairs Mukhtar Tileuberdi".
const longestTitle = 22

// subjectAfter returns the speaker that stands behind verb v, and the token behind its words: "said Borrell", "said the
// minister", "said he".
func (f *finder) subjectAfter(v int) (int, int) {
	j := v + 1
	if w := f.word(j); w == "we" || w == "they" || w == "you" || w == "I" {
		return v, noCue // "My accountant, Anna Berg, says we need aid"
	}
	if f.is(j, pronoun) {
		if w := f.word(j + 1); w == "," || w == "." || f.is(j+1, preposition) {
			return j + 1, f.pronounAt(j)
		}
		return v, noCue
	}
	indef := f.is(j, indefinite) && f.word(j) != "another"
	office, body := noCue, noCue
	for ; j < min(v+longestTitle, f.end); j++ {
		w := f.word(j)
		m := f.apposedTo(office, j)
		if m == noCue && office == noCue && body == noCue && f.is(v+1, article) && j > v+2 {
			m = f.endsApposition(j) // "says the cellist, Jo Dahl, who is 63"
		}
		if m != noCue {
			return f.mentions[m].Last, m
		}
		if w == "," || w == "." || w == ";" || w == ":" || w == "(" || w == "who" || w == "whose" || f.isQuoteMark(j) || f.is(j, that) {
			break
		}
		if m := f.mentionAt(j); m != noCue {
			if f.mentions[m].Type == "person" {
				return f.mentions[m].Last, m
			}
			if body == noCue {
				body = m
			}
			continue
		}
		switch c := f.class[j]; c {
		case officeNoun, personNoun, bodyNoun, documentNoun, peopleNoun:
			if office == noCue {
				office = j
			}
		case preposition:
			if w != "of" && w != "for" && w != "at" && w != "with" && !((w == "by" || w == "from") && f.is(office, documentNoun)) {
				return f.behind(v, j, office, body, indef)
			}
		case beVerb, sayVerb, quoteVerb, participle, between:
			if office != noCue || body != noCue {
				if f.word(v-1) == "," && c != participle && c != between {
					return v, noCue // "Smith, the boss, said Acme is …"
				}
				return f.behind(v, j, office, body, indef)
			}
		}
	}
	return f.behind(v, j, office, body, indef)
}

// apposedTo returns the person named behind the comma at j where an office stands before it: "said the head of the port, Jo Dahl".
func (f *finder) apposedTo(office, j int) int {
	if office == noCue || !f.isPerson(office) && !f.isPerson(j-1) {
		return noCue
	}
	return f.endsApposition(j)
}

// endsApposition returns the person between the comma at j and the end of the phrase.
func (f *finder) endsApposition(j int) int {
	m := f.mentionAt(j + 1)
	if f.word(j) != "," || m == noCue || f.mentions[m].Type != "person" {
		return noCue
	}
	switch f.word(f.mentions[m].Last) {
	case ",", ".", "":
		return m
	}
	return noCue
}

// isPerson tells whether the noun at token i is one of a person.
func (f *finder) isPerson(i int) bool { return f.is(i, officeNoun) || f.is(i, personNoun) }

// behind settles on the speaker among a noun and a name found behind verb v up to token j.
func (f *finder) behind(v, j, office, body int, indef bool) (int, int) {
	switch {
	case office != noCue && f.class[office] == peopleNoun:
		return j, unnamed
	case office != noCue && f.class[office] == documentNoun && body != noCue:
		return j, body // "says a report by Acme"
	case office != noCue && (f.class[office] == officeNoun || f.class[office] == personNoun):
		if strings.HasPrefix(f.word(office), "spoke") {
			return j, f.spokesperson(v+1, office)
		}
		if indef {
			return j, unnamed
		}
		return j, f.office(v+1, office)
	case body != noCue && f.mentions[body].First <= v+2 && canSpeak(f.mentions[body].Type):
		return j, body
	case office != noCue && !indef:
		return j, f.office(v+1, office)
	}
	return v, noCue
}

// sentenceSubject returns the mention that the sentence is about: its first pronoun's, else its first person or body that no
// preposition governs.
func (f *finder) sentenceSubject() int {
	for i := f.first; i < min(f.first+25, f.end); i++ {
		if f.quoteAt[i] != 0 {
			continue
		}
		if f.is(i, pronoun) && f.word(i) != "it" && f.word(i) != "It" {
			return f.pronounAt(i)
		}
		m := f.mentionAt(i)
		if m == noCue || i != f.mentions[m].First || !canSpeak(f.mentions[m].Type) {
			continue
		}
		if f.mentions[m].Type == "norp" || f.is(i-1, preposition) || f.is(i-2, preposition) && f.is(i-1, article) {
			continue
		}
		if w := f.word(f.mentions[m].Last); w == "’s" || w == "'s" {
			continue
		}
		return m
	}
	return noCue
}
