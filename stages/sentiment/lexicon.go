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

// newsTSV rates words of news that valence.tsv lacks or rates for another kind of text. A topic (war, crime, death) is what
// news is about; it does not judge.
//
//go:embed data/news.tsv
var newsTSV string

// entry is what is known of a word.
type entry struct {
	row     int32 // in the model's table; -1
	valence float32
	topical float32 // valence of a topic
	class   class
}

// lexicon holds entries by the Hash of their word.
type lexicon map[uint32]entry

// readLexicon puts together the valences, the grammatical classes and the rows of the model's table.
func readLexicon(rows []uint32) (lexicon, error) {
	l := make(lexicon, 2*len(rows))
	change := func(h uint32, set func(*entry)) {
		e, known := l[h]
		if !known {
			e.row = -1
		}
		set(&e)
		l[h] = e
	}
	err := ratings(func(word string, valence float32, topic bool) {
		change(Hash(word), func(e *entry) {
			e.valence, e.topical = valence, 0
			if topic {
				e.valence, e.topical = 0, valence
			}
		})
	})
	for _, c := range classes {
		for _, w := range strings.Fields(c.words) {
			change(Hash(w), func(e *entry) { e.class |= c.class })
		}
	}
	for i, h := range rows {
		change(h, func(e *entry) { e.row = int32(i) })
	}
	return l, err
}

// ratings calls f for each rated word: those of VADER, then those of news, which replace them.
func ratings(f func(word string, valence float32, topic bool)) error {
	for _, file := range []struct{ name, content string }{{"valence.tsv", valenceTSV}, {"news.tsv", newsTSV}} {
		for i, line := range strings.Split(strings.TrimSpace(file.content), "\n")[1:] {
			fields := strings.Split(line, "\t")
			x, err := strconv.ParseFloat(fields[1], 32)
			if err != nil {
				return fmt.Errorf("%s line %d: %w", file.name, i+2, err)
			}
			f(fields[0], float32(x), len(fields) > 2 && fields[2] == "topic")
		}
	}
	return nil
}

// RatedWords returns the words of the valence lexicons.
func RatedWords() (words []string, err error) {
	err = ratings(func(word string, _ float32, _ bool) { words = append(words, word) })
	return words, err
}

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
	{booster, `very extremely deeply highly totally utterly completely so really truly particularly especially remarkably incredibly
		absolutely hugely enormously profoundly strongly thoroughly exceptionally most more far`},
	{damper, `somewhat slightly partly fairly rather almost nearly less little mildly relatively moderately marginally somehow kind`},
	{reverser, `fight fights fought fighting combat combats combating prevent prevents prevented preventing stop stops stopped stopping
		end ends ended ending curb curbs curbing eliminate eliminated eliminating eliminates reduce reduces reduced reducing avoid avoids
		avoided avoiding against protect protects protected protecting alleviate alleviates alleviating halt halts halted tackle tackles
		tackling eradicate eradicating overcome overcame overcoming oppose opposes opposed opposing relieve relieves relieved relieving
		combatting resist resists resisted condemn condemns condemned condemning denounce denounces denounced denouncing`},
	{0, `here there so yet however meanwhile moreover why how what next earlier according speaking instead one until last`},
}

var butHash = Hash("but")

// Resources describes the embedded data.
func Resources() []schemas.Resource {
	return []schemas.Resource{
		schemas.NewResource("sentiment/model.bin", modelFile),
		schemas.NewResource("sentiment/news.tsv", newsTSV),
		schemas.NewResource("sentiment/valence.tsv", valenceTSV),
	}
}
