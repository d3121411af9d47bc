package figures

import "strings"

// idiom is a figure of speech; the number stands at its word of this index.
type idiom struct {
	words []string
	at    int
}

// idioms are the figures of speech that hold a number word, by that word: "in two minds", "forty winks".
var idioms = func() map[string][]idiom {
	m := map[string][]idiom{}
	for _, line := range strings.Split(strings.TrimSpace(sayings), "\n") {
		words := strings.Fields(line)
		for i, w := range words {
			if _, ok := cardinals[w]; ok {
				m[w] = append(m[w], idiom{words, i})
			}
		}
	}
	return m
}()

// sayings are parted into tokens.
const sayings = `
a dime a dozen
a million apologies
a million miles away
a million miles from
a million thanks
a stitch in time saves nine
a thousand apologies
a thousand cuts
a thousand pardons
a thousand thanks
a thousand times no
all eight cylinders
all four cylinders
best of five
best of seven
best of three
between two fires
between two stools
by the dozen
cheaper by the dozen
cloud nine
fifteen minutes of fame
five - finger discount
forty winks
four - leaf clover
four - legged friend
four - legged friends
four - letter word
four - letter words
four corners of the earth
four corners of the world
has nine lives
have nine lives
in one fell swoop
in two minds
in two shakes
in two ticks
it takes two
lesser of two evils
makes three of us
makes two of us
million - dollar question
nine - day wonder
nine days ' wonder
nine days ’ wonder
nine times out of ten
nineteen to the dozen
ninety - nine times out of a hundred
of two minds
on one hand
one - armed bandit
one - horse race
one - horse town
one - man band
one - night stand
one - trick pony
one - way street
one eye on
one foot in the grave
one foot out of the door
one foot out the door
one in a million
one rule for
one step back
one step forward
put two and two together
seven - year itch
seven deadly sins
seven seas
six feet under
six of one , half a dozen
six of one and half a dozen
six of the best
ten - gallon hat
ten a penny
thanks a million
the four winds
three 's a crowd
three - horse race
three - ring circus
three cheers
three sheets to the wind
three ’s a crowd
twenty - twenty hindsight
two 's company
two - faced
two - horse race
two - way street
two a penny
two birds with one stone
two bites at the cherry
two bites of the cherry
two cents worth
two cheers for
two ends of the spectrum
two evils
two hats
two heads are better
two heads are better than one
two left feet
two peas in a pod
two shakes of a lamb
two ships passing in the night
two ships that pass in the night
two sides of a coin
two sides of the coin
two sides of the same coin
two sides to every
two steps back
two steps forward
two thumbs up
two to tango
two wrongs
two ’s company
whole nine yards
with nine lives
worth a thousand words
zero - hour
zero - sum
`

// inIdiom returns the end of the figure of speech that the number belongs to, 0 for none.
func (s *sentence) inIdiom(q *quantity) int {
	for k := q.numeral.from; k < q.numeral.to; k++ {
		for _, d := range idioms[s.toks[k].low] {
			first := k - d.at
			if first < 0 || first+len(d.words) > len(s.toks) {
				continue
			}
			i := 0
			for i < len(d.words) && s.toks[first+i].low == d.words[i] {
				i++
			}
			if i == len(d.words) {
				return max(q.numeral.to, first+i)
			}
		}
	}
	return 0
}
