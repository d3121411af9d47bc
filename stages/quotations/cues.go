package quotations

import "broadsheet/stages/text"

// cueAt notes the cue at token i, if there is one.
func (f *finder) cueAt(i int) {
	switch f.class[i] {
	case sayVerb, quoteVerb, outlookVerb:
		f.verb(i)
	case addressVerb:
		f.address(i)
	case reviseVerb:
		if f.revises(i) {
			f.verb(i)
		}
	case preposition:
		if f.word(i) == "by" && f.is(f.estimated(i), beVerb) {
			f.agent(i)
		} else if f.word(i) == "by" && f.is(i+1, peopleNoun) && foresees[f.word(i-1)] {
			f.foreseen(i-1, i+2)
		}
	case peopleNoun:
		v := i + 1
		if f.word(v) == "had" || f.word(v) == "have" {
			v++
		}
		if foresees[f.word(v)] && f.word(i) != "we" && f.word(i) != "who" && f.endsClause(v+1) {
			f.foreseen(i, v+1)
		}
	case participle:
		if w := f.doc.Word(i); w == "citing" || w == "quoting" {
			f.citing(i)
			return
		}
		f.participle(i)
	case plain:
		switch w := f.doc.Word(i); {
		case (w == "according" || w == "According") && f.word(i+1) == "to":
			f.source(i)
		case (w == "speaks" || w == "spoke") && f.word(i+1) == "of", w == "put" && (f.putsAt(i) || f.word(i+1) == "it"):
			f.verb(i)
		case w == "via" && f.is(i-1, sayVerb), w == "referring" && f.word(i+1) == "to", w == "reference" && f.word(i+1) == "to": // "Ruritania Today reports via the ministry"
			if w != "via" {
				i++
			}
			f.citing(i)
		case (w == "view" || w == "opinion") && (f.word(i-1) == "his" || f.word(i-1) == "her"):
			f.note(i-1, i+1, f.pronounAt(i-1), text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[f.end-1].End})
		}
	}
}

// verb reads a verb of speech with its subject, before or behind it.
func (f *finder) verb(v int) {
	if t := f.word(v - 1); (t == "’s" || t == "'s") && f.is(v-2, pronoun) {
		return // "it’s revealed"
	}
	if foresees[f.word(v)] && f.endsClause(v+1) && (f.is(v-1, peopleNoun) || f.is(v-2, peopleNoun)) {
		return // foreseen reads it
	}
	if w := f.word(v + 1); w == "off" || w == "down" && f.word(v) == "wrote" {
		return // "wrote off a loan"
	}
	if f.is(v-1, beVerb) || f.is(v-1, article) || f.is(v-1, indefinite) || f.is(v-1, preposition) || f.mentionAt(v) != noCue {
		return // "is said to", "the claims", "to say", "been told"
	}
	first, who := v, noCue
	prev := f.word(v - 1)
	quoted := f.isQuoteMark(v - 1)
	if quoted || prev == "," || prev == "?" || prev == "!" {
		if !quoted {
			first, who = f.apposed(v)
		}
		if who == noCue {
			if end, after := f.subjectAfter(v); after != noCue {
				f.inverted(v, end, after)
				return
			}
		}
	}
	if who == noCue && !quoted {
		first, who = f.subjectBefore(v)
	}
	reads := f.word(v) == "read" || f.word(v) == "reads"
	switch {
	case who == noCue, who >= 0 && f.mentions[who].Type == "location" && counts[f.word(v)], f.class[v] != sayVerb && f.class[v] != quoteVerb && who < 0, reads && !f.is(v-1, documentNoun):
		return
	case f.class[v] == quoteVerb && !f.besideQuote(first, v) && (reads || !f.is(v-1, documentNoun) && !f.is(first, documentNoun)):
		return
	}
	f.both(first, who)
	f.note(first, v+1, who, f.spanAround(first, v))
}

// revises tells whether the verb at v changes what somebody expects: "raised its growth forecast".
func (f *finder) revises(v int) bool {
	switch f.word(v + 1) {
	case "its", "his", "her", "their", "the":
	default:
		return false
	}
	for i := v + 2; i < min(v+7, f.end); i++ {
		switch f.word(i) {
		case "forecast", "forecasts", "estimate", "estimates", "projection", "projections", "outlook", "guidance", "target":
			return f.word(v+1) != "the"
		}
	}
	return false
}

// foresees are participles of what analysts do.
var foresees = map[string]bool{"predicted": true, "forecast": true, "expected": true, "estimated": true, "anticipated": true}

// foreseen notes that what stands right before token i is what nobody by name foresaw: "short of the 2.5% economists had predicted";
// the words that say so end before token last.
func (f *finder) foreseen(i, last int) {
	first := i
	for first > f.first && i-first < 7 && f.word(first-1) != "," && f.word(first-1) != "and" && f.word(first-1) != "than" && !f.isQuoteMark(first-1) {
		first--
	}
	f.out.Attributions = append(f.out.Attributions, Attribution{Span: span(f.doc, first, last), Speaker: unnamed, Cue: span(f.doc, i, last)})
}

// endsClause tells whether a clause ends before token i.
func (f *finder) endsClause(i int) bool {
	switch f.word(i) {
	case "", ".", ",", ";", ")", "and", "but", "as", "while", "–", "—":
		return true
	}
	return false
}

// counts are verbs that say what a place has, not what it says: "The Azores recorded 12 million stays".
var counts = map[string]bool{"counted": true, "counts": true, "recorded": true, "records": true, "registered": true, "posted": true}

// putsAt tells whether the verb at v values something: "put the loss at $5 million".
func (f *finder) putsAt(v int) bool {
	for i := v + 1; i < min(v+8, f.end); i++ {
		if f.word(i) == "at" && !f.is(i+1, article) {
			return true
		}
	}
	return false
}

// estimated returns the token before the verb of "was put at $5 million" where that ends before "by" at token i, i where none does.
func (f *finder) estimated(i int) int {
	for v := i - 1; v > max(f.first, i-16); v-- {
		switch f.word(v) {
		case "put", "estimated", "projected", "forecast", "reported", "predicted", "valued", "calculated":
			return v - 1
		case ",", ";":
			return i
		}
	}
	return i
}

// agent reads "damage was put at $5 million by the ministry": the whole sentence is what it says.
func (f *finder) agent(i int) {
	j := i + 1
	if f.is(j, article) {
		j++
	}
	if m := f.mentionAt(j); m != noCue && canSpeak(f.mentions[m].Type) && f.mentions[m].Type != "location" {
		f.note(i, f.mentions[m].Last, m, text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[f.end-1].End})
	}
}

// besideQuote tells whether a verb such as "added" or "asked" attributes: a quotation, "that" or a colon stands beside it or its
// subject ("Lopes added: “…”", not "the stock added 2%").
func (f *finder) besideQuote(first, v int) bool {
	if f.is(v+1, that) || f.word(v+1) == ":" || f.word(v+1) == "to" && (f.word(v) == "points" || f.word(v) == "pointed") || f.isQuoteMark(v+1) || f.word(v+1) == "," && f.isQuoteMark(v+2) || f.isQuoteMark(first-1) {
		return true
	}
	if first == f.first && f.behindQuote() {
		return true
	}
	if w := f.word(first - 1); (w == "As" || w == "as") && (f.word(v+1) == "it" || f.word(v+1) == "out") {
		return true // "As Anna Berg put it"
	}
	for i := v + 1; i < min(v+8, f.end); i++ {
		if f.word(i) == ":" || f.isQuoteMark(i) && f.quoteAt[min(i+1, f.end-1)] != 0 {
			return true
		}
	}
	return f.word(first-1) == "," && (v+1 >= f.end-1 || f.word(v+1) == "." || f.word(v+1) == ",")
}

// inverted notes "…, said Borrell": what is said stands before the verb.
func (f *finder) inverted(v, end, who int) {
	said := text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[v].Start}
	if v == f.first {
		said.End = f.doc.Tokens[f.end-1].End
	}
	f.note(v, end, who, said)
}

// note adds a cue and what it attributes.
func (f *finder) note(first, last, who int, said text.Span) {
	verb := span(f.doc, first, last)
	f.cues = append(f.cues, cue{first, last, who, verb, f.sentence})
	if said.Len() > 1 { // "Dahl asked." says nothing by itself
		f.out.Attributions = append(f.out.Attributions, Attribution{Span: said, Speaker: who, Cue: verb})
	}
	f.last, f.lastAt = who, f.sentence
}

// joins are words that open a clause: "a scheme, which Eurostat says created …".
var joins = map[string]bool{"which": true, "who": true, "that": true, "as": true, "while": true, "after": true, "but": true, "and": true,
	"because": true, "if": true, "although": true, "when": true, "where": true}

// shortTail is how many tokens behind a verb are still no statement: "…, Smith said in an interview on Monday."
const shortTail = 9

// spanAround returns what "X said" at tokens [first, v] attributes: what follows the verb, or, where hardly anything
// follows and a clause stands before, that clause.
func (f *finder) spanAround(first, v int) text.Span {
	after := text.Span{Start: f.doc.Tokens[v].End, End: f.doc.Tokens[f.end-1].End}
	for k := first; k > f.first && first-k < longestTitle; k-- { // "…,” Acme chief executive Anna Berg said"
		if f.word(k-1) == "," || f.isQuoteMark(k-1) {
			first = k
			break
		}
		if joins[f.word(k-1)] {
			break
		}
	}
	lead := first - f.first
	if lead < 3 || f.word(first-1) != "," && !f.isQuoteMark(first-1) {
		return after
	}
	tail := f.end - v - 2
	if end := f.goesOn(v + 1); end > 0 { // "The fund fell 2%, Lipper says; another rose 3%."
		return text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[end-1].End}
	} else if end < 0 { // "…, the bank said, adding that …"
		return text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[first].Start}
	}
	if f.word(v+1) == "," && f.isQuoteMark(v+2) { // "Sales rose 5%, he said, “and they will rise again”"
		return text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[first].Start}
	}
	if f.word(v-1) == "," && tail >= 2 { // "The president, Anna Berg, said it …"
		return after
	}
	adjunct := f.is(f.first, opener) || f.is(f.first, quoteVerb) || f.is(f.first, preposition) // "On Tuesday, Acme said it …"
	next := f.is(v+1, preposition) || f.is(v+1, dayWord) || f.word(v+1) == "," || f.word(v+1) == "."
	if f.is(v+1, that) || f.word(v+1) == ":" || adjunct && tail >= 2 && !next || tail > shortTail && (adjunct || !next) {
		return after
	}
	if tail > shortTail { // "It will cut 300 jobs, Acme said on Monday as it reported a loss of $5 million."
		return text.Span{Start: f.doc.Tokens[f.first].Start, End: after.End}
	}
	return text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[first].Start}
}

// goesOn returns the end of the statement that goes on behind the verb before token i, its day or place aside: "Exports fell, the bank
// said on Tuesday, for a third month". It is 0 where nothing more is said, below where "adding that" takes over.
func (f *finder) goesOn(i int) int {
	for n := 0; n < 6 && f.word(i) != "," && f.word(i) != ";"; n++ {
		if !f.is(i, preposition) && !f.is(i, dayWord) && n == 0 || f.word(i) == "." || f.isQuoteMark(i) {
			return 0
		}
		i++
	}
	if w := f.word(i); w != "," && w != ";" {
		return 0
	}
	if f.is(i+1, participle) {
		return -1
	}
	end := i + 1
	for ; end < f.end && f.word(end) != "while" && f.word(end) != "but" && f.word(end) != "whereas" && !f.isQuoteMark(end); end++ {
	}
	if end-i < 4 {
		return 0
	}
	return end
}

// participle reads "…, adding that …": the speaker is that of the sentence.
func (f *finder) participle(v int) {
	who := noCue
	if len(f.cues) > f.newCues {
		who = f.cues[len(f.cues)-1].speaker
	} else if f.word(v-1) == "," || f.is(v-1, between) {
		who = f.subject
	}
	if who == noCue {
		return
	}
	f.note(v, v+1, who, text.Span{Start: f.doc.Tokens[v].End, End: f.doc.Tokens[f.end-1].End})
}

// citing reads "Reuters reported, citing Anna Berg": what was reported is hers.
func (f *finder) citing(v int) {
	who, last := f.sourceName(v + 1)
	if who < 0 {
		return
	}
	said := text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[v].Start}
	if len(f.cues) > f.newCues && len(f.out.Attributions) > 0 {
		said = f.out.Attributions[len(f.out.Attributions)-1].Span
	}
	f.note(v, last, who, said)
}

// source reads "according to X".
func (f *finder) source(i int) {
	who, last := f.sourceName(i + 2)
	said := text.Span{Start: f.doc.Tokens[f.first].Start, End: f.doc.Tokens[f.end-1].End}
	f.note(i, last, who, said)
}

// sourceName returns the mention that "according to" names: the first person of the noun phrase, else its first name.
func (f *finder) sourceName(i int) (who, end int) {
	who = noCue
	end = i
	office := noCue
	for j := i; j < min(i+16, f.end); j++ {
		if m := f.apposedTo(office, j); m != noCue {
			return m, f.mentions[m].Last
		}
		if w := f.word(j); w == "," || w == "." || w == ";" || w == ":" || f.isQuoteMark(j) || w == "which" || w == "who" {
			break
		}
		if m := f.mentionAt(j); m != noCue {
			if f.mentions[m].Type == "person" {
				return m, f.mentions[m].Last
			}
			if who == noCue && canSpeak(f.mentions[m].Type) {
				who, end = m, j+1
			}
		} else if c := f.class[j]; (c == personNoun || c == bodyNoun) && f.isUnknownName(j+1) {
			return unnamed, j + 1 // "according to the research firm Chipwatch"
		} else if c == officeNoun || c == personNoun || c == bodyNoun || c == documentNoun || c == peopleNoun {
			if office == noCue {
				office = j
			}
			end = max(end, j+1)
		} else if c == sayVerb || c == beVerb {
			break
		}
	}
	end = max(end, i)
	if w := f.word(i); f.is(i, pronoun) || (w == "him" || w == "her") && f.word(i+1) == "," {
		return f.pronounAt(i), i + 1
	}
	if office != noCue && (who == noCue || f.class[office] == officeNoun || f.class[office] == peopleNoun) {
		if f.class[office] == peopleNoun {
			return unnamed, end
		}
		if named := f.office(i, office); named != noCue && (who == noCue || named >= 0) {
			return named, end
		}
	}
	if who == noCue {
		return unnamed, end
	}
	return who, end
}

// canSpeak tells whether mentions of a type make statements.
func canSpeak(t string) bool {
	switch t {
	case "person", "organization", "location", "norp", "other":
		return true
	}
	return false
}
