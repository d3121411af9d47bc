package entities

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/entities/knowledge"
	"broadsheet/stages/entities/tagger"
)

//go:embed data/*.tsv
var data embed.FS

// word is what the lexicons say about a word.
type word struct {
	ends    kind // kind of a name that ends with it: "Treaty"
	starts  kind // kind of a name that begins with it: "Lake"
	classes classes
}

type classes uint16

const (
	given      classes = 1 << iota // given name
	surname                        // surname
	office                         // word that names an office: "minister"
	modifier                       // word that may stand before one: "deputy"
	honorific                      // "Mr"
	function                       // never part of a name by itself: "the", "however"
	speech                         // "said"
	human                          // what people do: "resigned", "who"
	corporate                      // what bodies do and have: "acquired", "shareholders"
	company                        // what stands before the name of one: "startup"
	toward                         // what stands before a place: "near", "northern"
	region                         // what stands behind one: "residents"
	settlement                     // "city" of "city of"
	artefact                       // what stands beside a product or work: "browser"
)

// lexicon holds the words of all lexicons, as they are written there: heads and names begin with a capital letter,
// everything else is small. It is a hash table: words that differ in case alone share a place to start at.
type lexicon []entry

type entry struct {
	key  string
	hash uint32
	word
}

// newLexicon makes a lexicon of its words.
func newLexicon(words map[string]word) lexicon {
	keys := make([]string, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	size := 1
	for size < 3*len(words) {
		size *= 2
	}
	l := make(lexicon, size)
	for _, k := range keys {
		h := wordHash(k)
		i := h & uint32(size-1)
		for l[i].key != "" {
			i = (i + 1) & uint32(size-1)
		}
		l[i] = entry{k, h, words[k]}
	}
	return l
}

// find returns what the lexicon says about a word, whose hash is given, as it is written; the classes are also those that
// it has in small letters.
func (l lexicon) find(w string, hash uint32) (found word) {
	mask := uint32(len(l) - 1)
	for i := hash & mask; l[i].key != ""; i = (i + 1) & mask {
		switch e := &l[i]; {
		case e.hash != hash || len(e.key) != len(w):
		case e.key == w:
			found.ends, found.starts = e.ends, e.starts
			found.classes |= e.classes
		case inSmall(e.key, w):
			found.classes |= e.classes
		}
	}
	return found
}

// of returns the same of a word whose hash nobody has.
func (l lexicon) of(w string) word { return l.find(w, wordHash(w)) }

// inSmall tells whether small is a word in small letters.
func inSmall(small, w string) bool {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if small[i] != c {
			return false
		}
	}
	return true
}

// load reads the embedded files: the entities, and the words of the lexicons.
func load() (entities []knowledge.Source, words lexicon, err error) {
	files, err := data.ReadDir("data")
	if err != nil {
		return nil, nil, err
	}
	all := make(map[string]word, 1<<13)
	for _, f := range files {
		raw, err := data.ReadFile("data/" + f.Name())
		if err != nil {
			return nil, nil, err
		}
		text := string(raw)
		if strings.HasPrefix(text, knowledge.Header) {
			entities = append(entities, knowledge.Source{Name: f.Name(), Text: text})
			continue
		}
		if read := lexicons[f.Name()]; read != nil {
			if err := rows(text, all, read); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", f.Name(), err)
			}
		}
	}
	return entities, newLexicon(all), nil
}

// lexicons reads a row of each lexicon into the word that its first cell names.
var lexicons = map[string]func(w *word, cell []string) bool{
	"heads.tsv": func(w *word, cell []string) bool {
		if len(cell) != 3 || kindOf(cell[2]) == none {
			return false
		}
		switch cell[1] {
		case "start":
			w.starts = kindOf(cell[2])
		case "end":
			w.ends = kindOf(cell[2])
		default:
			return false
		}
		return true
	},
	"offices.tsv": func(w *word, cell []string) bool {
		class := map[string]classes{"head": office, "modifier": modifier, "honorific": honorific}
		if len(cell) != 2 || class[cell[1]] == 0 {
			return false
		}
		w.classes |= class[cell[1]]
		return true
	},
	"contexts.tsv": func(w *word, cell []string) bool {
		class := map[string]classes{"speech": speech, "human": human, "corporate": corporate, "company": company, "toward": toward,
			"region": region, "settlement": settlement, "artefact": artefact}
		if len(cell) != 2 || class[cell[1]] == 0 {
			return false
		}
		w.classes |= class[cell[1]]
		return true
	},
	"function_words.tsv": func(w *word, cell []string) bool { w.classes |= function; return true },
	"given_names.tsv":    func(w *word, cell []string) bool { w.classes |= given; return true },
	"surnames.tsv":       func(w *word, cell []string) bool { w.classes |= surname; return true },
}

// rows reads the rows of a lexicon behind its header.
func rows(text string, words map[string]word, read func(*word, []string) bool) error {
	header := true
	for line := 1; text != ""; line++ {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		if row == "" || row[0] == '#' {
			continue
		}
		if header {
			header = false
			continue
		}
		cell := strings.Split(row, "\t")
		w := words[cell[0]]
		if !read(&w, cell) {
			return fmt.Errorf("line %d: bad row", line)
		}
		words[cell[0]] = w
	}
	return nil
}

// Resources describes the embedded data.
func Resources() ([]schemas.Resource, error) {
	files, err := data.ReadDir("data")
	if err != nil {
		return nil, err
	}
	list := []schemas.Resource{tagger.Resource()}
	for _, f := range files {
		content, err := data.ReadFile("data/" + f.Name())
		if err != nil {
			return nil, err
		}
		list = append(list, schemas.NewResource("entities/"+f.Name(), content))
	}
	return list, nil
}
