package entities

import (
	"embed"
	"fmt"
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
// everything else is small.
type lexicon map[string]word

// load reads the embedded files: the entities, and the words of the lexicons.
func load() (entities []knowledge.Source, words lexicon, err error) {
	files, err := data.ReadDir("data")
	if err != nil {
		return nil, nil, err
	}
	words = make(lexicon, 1<<13)
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
			if err := rows(text, words, read); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", f.Name(), err)
			}
		}
	}
	return entities, words, nil
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
func rows(text string, words lexicon, read func(*word, []string) bool) error {
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
