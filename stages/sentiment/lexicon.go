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

// entry is what is known of a word.
type entry struct {
	row     int32 // in the model's table; -1
	valence float32
	class   class
}

// lexicon holds entries by the Hash of their word.
type lexicon map[uint32]entry

// readLexicon puts together the valences, the grammatical classes and the rows of the model's table.
func readLexicon(rows []uint32) (lexicon, error) {
	lines := strings.Split(strings.TrimSpace(valenceTSV), "\n")[1:]
	l := make(lexicon, len(lines)+len(rows))
	change := func(h uint32, set func(*entry)) {
		e, known := l[h]
		if !known {
			e.row = -1
		}
		set(&e)
		l[h] = e
	}
	for i, line := range lines {
		w, rating, _ := strings.Cut(line, "\t")
		x, err := strconv.ParseFloat(rating, 32)
		if err != nil {
			return nil, fmt.Errorf("valence.tsv line %d: %w", i+2, err)
		}
		if !topics[w] {
			change(Hash(w), func(e *entry) { e.valence = float32(x) })
		}
	}
	for _, c := range classes {
		for _, w := range strings.Fields(c.words) {
			change(Hash(w), func(e *entry) { e.class |= c.class })
		}
	}
	for i, h := range rows {
		change(h, func(e *entry) { e.row = int32(i) })
	}
	return l, nil
}

// RatedWords returns the words of the valence lexicon.
func RatedWords() []string {
	var out []string
	for _, line := range strings.Split(strings.TrimSpace(valenceTSV), "\n")[1:] {
		w, _, _ := strings.Cut(line, "\t")
		out = append(out, w)
	}
	return out
}

// topics are words of the lexicon that in news name a subject rather than judge it.
var topics = set(`arrest arrested arrests crime crimes criminal crisis dead death deaths debt debts die died dies dying emergency
	fire fired fires gun guns hospital ill illness injured injuries injury jail kill killed killing kills murder murders prison prisoner
	prisoners sentence sentenced share shared shares sick tax taxes terrorism terrorist terrorists victim victims war wars weapon weapons
	united united's well like interest interests matter matters number credit charged charge charges defense active pay alert block cut demand
	energetic energy feeling natural party security secure share shares strike strikes support supported supporters top want wants natural
	please protest protests forces force true natural fine numbers yes no`)

// classes lists the words of the grammatical classes. The last line holds words that may open a sentence and are no names.
var classes = []struct {
	class class
	words string
}{
	{negator, `not no never nobody nothing neither nor none without hardly barely cannot lack lacks lacked refuse refused refuses
		deny denied denies fail failed fails`},
	{breaks, `but while although though because that which who whose whom when where after before if unless since despite whereas as and`},
	{relative, `who which that whom`},
	{conjunction, `and or`},
	{determiner, `the a an this that these those his her its their our my your all both some any every each another other many several
		two three four five former then late new old own`},
	{auxiliary, `has have had having will would shall should can could may might must do does did to also`},
	{be, `is are was were be been being am remains became become becomes seems seemed looks`},
	{adverb, `also then now still even just never ever often already always again once soon later too twice not`},
	{preposition, `of in on at by with to for from against about over under into towards toward between among like than upon through
		during behind versus around within across including`},
	{speech, `said says say saying told tells added adds asked wrote writes tweeted announced argued argues claimed claims insisted
		insists noted notes stated states explained warned warns suggested suggests continued declared replied acknowledged admitted
		believes believe believed thinks think thought called calls vowed promised pledged predicted concluded recalled testified
		remarked responded posted`},
	{pronoun, `he she they it i we you him her them us me himself herself itself themselves`},
	{participle, `made given taken seen known shown held found told left kept sent set put lost won beaten caught hit hurt led paid sold
		spent struck torn thrown driven chosen shot built brought bought cut drawn elected fought forgotten hidden met read run said
		sworn taught thought understood written stolen broken spoken undone done blown born felt laid let stuck swept`},
	{0, `here there so yet however meanwhile moreover why how what next earlier according speaking instead one until last`},
}

var butHash = Hash("but")

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
