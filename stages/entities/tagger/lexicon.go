package tagger

import "broadsheet/stages/segment"

// Class is a bit of a word class: what a word is apt to be in or beside a name.
type Class = uint16

// The word classes.
const (
	Given Class = 1 << iota
	Surname
	Office    // "minister", "Mr."
	Modifier  // "deputy", "former"
	OrgHead   // "Ministry", "Inc"
	PlaceHead // "River", "Province"
	BuildHead // "Airport", "Stadium"
	OtherHead // "Agreement", "Cup"
	Function  // "of", "the"
	Connector // stands in small letters or as a mark inside names: "of", "-", "de"
	Calendar  // months and days
	NameWord  // both a given name and a surname
	Trade     // tells a text about business: "shares"
	Sport     // tells a text about sport: "innings"
)

// Kind is a bit of what the gazetteers know a phrase as.
type Kind = uint16

// The kinds of phrase.
const (
	Person Kind = 1 << iota
	Organization
	Country
	Place
	Norp
	Event
	Facility
	Other
	Club // sports clubs, which often bear the name of their city
)

// Caps says how often a word is capitalised in running text, from 0, unknown, and 1, hardly ever, to 4, always; 5 to 7
// are guesses from the words of its cluster.
const (
	capsUnknown = 0
	capsNever   = 1
	capsAlways  = 4
	guessNever  = 5
	guessAlways = 7
)

// Lexicon is what the tagger knows of words and phrases before it reads a text.
type Lexicon struct {
	words    table
	wordInfo []uint32 // leaf in 13 bits, caps in 3, classes in 16
	fine     []uint32 // cluster of a leaf
	middle   []uint8  // coarser one of a cluster
	coarse   []uint8
	phrases  table
	phrase   []uint32 // kinds in 16 bits, and whether a phrase ends here
}

const phraseEnd = 1 << 16

// Where the parts of wordInfo stand, and how many leaves and clusters there may be; 0 is no cluster.
const (
	leafMask   = leaves - 1
	capsShift  = 13
	classShift = 16
	leaves     = 1 << capsShift
	clusters   = 1 + 1024
)

// NewLexicon makes an empty lexicon with room for so many words and phrase tokens. Where a place is full the word is
// dropped: add the important ones first.
func NewLexicon(words, phrases int) *Lexicon {
	l := &Lexicon{words: newTable(words / 6), phrases: newTable(phrases / 4)}
	l.wordInfo = make([]uint32, l.words.rows())
	l.phrase = make([]uint32, l.phrases.rows())
	l.fine = make([]uint32, leaves)
	l.middle = make([]uint8, clusters)
	l.coarse = make([]uint8, clusters)
	return l
}

// SetCluster gives a word its leaf, from 0, and says which clusters hold that. A word keeps its first leaf: words that
// differ in their digits alone are one.
func (l *Lexicon) SetCluster(word string, leaf, fine, middle, coarse int) {
	l.fine[leaf+1] = uint32(fine + 1)
	l.middle[fine+1], l.coarse[fine+1] = uint8(middle+1), uint8(coarse+1)
	if row := l.words.add(hashWord(word, asLower)); row >= 0 && l.wordInfo[row]&leafMask == 0 {
		l.wordInfo[row] |= uint32(leaf + 1)
	}
}

// Cluster returns a word's cluster, or -1.
func (l *Lexicon) Cluster(word string) int {
	if row := l.words.find(hashWord(word, asLower)); row >= 0 {
		return int(l.fine[l.wordInfo[row]&leafMask]) - 1
	}
	return -1
}

// SetCaps sets how often a word is capitalised.
func (l *Lexicon) SetCaps(word string, caps int) {
	if row := l.words.add(hashWord(word, asLower)); row >= 0 && l.wordInfo[row]>>capsShift&7 == 0 {
		l.wordInfo[row] |= uint32(caps) << capsShift
	}
}

// AddClass puts a word into a class.
func (l *Lexicon) AddClass(word string, c Class) {
	if row := l.words.add(hashWord(word, asLower)); row >= 0 {
		l.wordInfo[row] |= uint32(c) << classShift
	}
}

// AddPhrase adds a name of the given kind.
func (l *Lexicon) AddPhrase(name string, k Kind) {
	doc := segment.Split(name)
	key, row := uint64(0), -1
	for i := range doc.Tokens {
		key = join(key, hashWord(doc.Word(i), asLower))
		if row = l.phrases.add(key); row < 0 {
			return
		}
	}
	if row >= 0 {
		l.phrase[row] |= uint32(k) | phraseEnd
	}
}

// info returns what the lexicon holds of a word, 0 where it has none.
func (l *Lexicon) info(word uint64) uint32 {
	row := l.words.find(word)
	if row < 0 {
		return 0
	}
	return l.wordInfo[row]
}

// fill adds to an attr what the lexicon knows of its word.
func (l *Lexicon) fill(a *attr, info uint32) {
	a.leaf = uint16(info & leafMask)
	a.fine = uint16(l.fine[a.leaf])
	a.middle, a.coarse = l.middle[a.fine], l.coarse[a.fine]
	a.caps = uint8(info >> capsShift & 7)
	a.class = uint16(info>>classShift) &^ (Trade | Sport)
	a.tells = uint8(uint16(info>>classShift) & (Trade | Sport) / Trade)
}

// match returns the length and kinds of the longest known phrase at the start of the tokens.
func (l *Lexicon) match(tokens []attr) (int, Kind) {
	key, length, kinds := uint64(0), 0, Kind(0)
	for i := range tokens {
		key = join(key, tokens[i].lower)
		row := l.phrases.find(key)
		if row < 0 {
			break
		}
		if info := l.phrase[row]; info&phraseEnd != 0 {
			length, kinds = i+1, Kind(info)
		}
	}
	return length, kinds
}
