package quotations

import (
	_ "embed"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/segment"
)

// class is what a word can do where somebody is quoted.
type class uint8

const (
	plain        class = iota
	sayVerb            // "said": attributes
	quoteVerb          // "added": attributes beside a quotation, behind "that" or before its subject
	outlookVerb        // "expects": attributes where its subject is a name
	reviseVerb         // "raised": attributes before "its forecast"
	addressVerb        // "thanked": says that its subject spoke, not in what words
	participle         // "adding": attributes to the subject of the sentence
	officeNoun         // "minister"
	personNoun         // "analyst"
	bodyNoun           // "company"
	documentNoun       // "report": what its body says
	peopleNoun         // "officials": nobody by name
	pronoun            // "he", "she", "it"
	between            // words between subject and verb: "also", "has"
	beVerb             // "was": what follows is passive
	article            // "the"
	indefinite         // "a"
	preposition        // "of", "for"
	opener             // first word of an adjunct: "In", "On", "Speaking"
	that               // "that"
	dayWord            // "Monday"
)

//go:embed data/verbs.tsv
var verbsTSV string

//go:embed data/nouns.tsv
var nounsTSV string

var words = func() map[string]class {
	kinds := map[string]class{"say": sayVerb, "quote": quoteVerb, "outlook": outlookVerb, "revise": reviseVerb, "part": participle,
		"office": officeNoun, "person": personNoun, "body": bodyNoun, "document": documentNoun, "people": peopleNoun}
	m := map[string]class{}
	for line := range strings.Lines(nounsTSV + verbsTSV) {
		word, kind, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		m[word] = kinds[kind]
	}
	put := func(c class, list string) {
		for _, w := range strings.Fields(list) {
			m[w] = c
		}
	}
	put(addressVerb, "accused accuses apologised apologized appealed blamed blames called condemned condemns congratulated criticised criticises "+
		"criticized criticizes declined defended defends demanded demands described describes dismissed dismisses expressed expresses hailed hails "+
		"lamented laments praised praises proposed proposes questioned questions refused rejected rejects ruled rules thanked thanks threatened urged urges voiced voices welcomed welcomes")
	put(pronoun, "he she it")
	put(peopleNoun, "they we i you who")
	put(between, "also later previously then further has have had recently reportedly repeatedly once again earlier separately publicly already still often simply now would will could himself herself first today yesterday meanwhile")
	put(beVerb, "is are was were be been being am")
	put(article, "the its their his her")
	put(indefinite, "a an one another some")
	put(preposition, "of for at from in by on with to around near inside outside across under over about against between")
	put(opener, "speaking during after before when while despite as addressing commenting responding answering writing")
	put(that, "that")
	put(dayWord, "monday tuesday wednesday thursday friday saturday sunday last this")
	return m
}()

// longestWord is the length of the longest key of words, "vice-president" and its like aside.
const longestWord = 14

// classify gives every token its class.
func classify(d *segment.Document) []class {
	out := make([]class, len(d.Tokens))
	var lower [longestWord]byte
	for i, t := range d.Tokens {
		if t.Kind != segment.Word || t.Len() > longestWord {
			continue
		}
		w := t.Of(d.Text)
		for j := range len(w) {
			c := w[j]
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			lower[j] = c
		}
		out[i] = words[string(lower[:len(w)])]
	}
	return out
}

// Resources describes the embedded data.
func Resources() []schemas.Resource {
	return []schemas.Resource{
		schemas.NewResource("quotations/nouns.tsv", nounsTSV),
		schemas.NewResource("quotations/verbs.tsv", verbsTSV),
	}
}
