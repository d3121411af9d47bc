package sentiment

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"broadsheet/schemas"
)

//go:embed data/valence.tsv
var valenceTSV string

// readValences reads the valence lexicon: word, tab, mean rating from -4 to 4.
func readValences() (map[string]float32, error) {
	lines := strings.Split(strings.TrimSpace(valenceTSV), "\n")[1:]
	m := make(map[string]float32, len(lines))
	for i, line := range lines {
		w, rating, _ := strings.Cut(line, "\t")
		x, err := strconv.ParseFloat(rating, 32)
		if err != nil {
			return nil, fmt.Errorf("valence.tsv line %d: %w", i+2, err)
		}
		if !topics[w] {
			m[w] = float32(x)
		}
	}
	return m, nil
}

// topics are words of the lexicon that in news name a subject rather than judge it.
var topics = set(`arrest arrested arrests crime crimes criminal crisis dead death deaths debt debts die died dies dying emergency
	fire fired fires gun guns hospital ill illness injured injuries injury jail kill killed killing kills murder murders prison prisoner
	prisoners sentence sentenced share shared shares sick tax taxes terrorism terrorist terrorists victim victims war wars weapon weapons
	united united's well like interest interests matter matters number credit charged charge charges defense active pay alert block cut demand
	energetic energy feeling natural party security secure share shares strike strikes support supported supporters top want wants natural
	please protest protests forces force true natural fine numbers yes no`)

var negations = set(`not no never nobody nothing neither nor none without hardly barely cannot lack lacks lacked refuse refused refuses
	deny denied denies fail failed fails`)

// clauseWords open a clause of their own.
var clauseWords = set(`but while although though because that which who whose whom when where after before if unless since despite
	whereas as and`)

// openers are words that often open a sentence and are no names.
var openers = set(`the a an in on at it he she they we i you this that these those there here but and or so yet if when while as after
	before since although though however meanwhile moreover also for from by with to its his her their our my your what who why how where
	which some many most both all each every another other under over during despite because until once then now today yesterday tomorrow last
	next earlier later according not no nor one two three such instead still even just only asked speaking`)

var butHash = hash([]byte("but"))

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Resources describes the embedded data.
func Resources() []schemas.Resource {
	return []schemas.Resource{
		schemas.NewResource("sentiment/model.bin", modelFile),
		schemas.NewResource("sentiment/valence.tsv", valenceTSV),
	}
}
