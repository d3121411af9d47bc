package figures

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"broadsheet/schemas"
)

//go:embed data/units.tsv
var unitTable string

//go:embed data/currencies.tsv
var currencyTable string

//go:embed data/ambiguous.tsv
var ambiguousTable string

//go:embed data/verbs.tsv
var verbTable string

//go:embed data/words.tsv
var wordTable string

//go:embed data/tagged.tsv
var taggedTable string

// unit is one unit of measure. Where convertible, value*factor+offset is the value in the base unit of its dimension.
type unit struct {
	name        string
	dimension   string
	factor      float64
	offset      float64
	convertible bool
}

// currency is one ISO 4217 currency; sub and subs are its subunit and how many of them make one.
type currency struct {
	code, noun, sub string
	subs            float64
}

// coin is what a word or symbol of money stands for: a currency or its subunit. A bare noun ("dollar", "peso") leaves
// open whose it is.
type coin struct {
	*currency
	minor bool
	bare  bool
	loose bool    // its letters mean other things too: "MK", "FF", "SR"
	scale float64 // "SEKm", "MEUR"
}

// kept returns a copy on the heap, so that a coin that was only looked at stays off it.
func (c coin) kept() *coin { return &c }

// sense is one unit that a symbol may stand for, and the words that speak for it.
type sense struct {
	*unit
	words map[string]bool
}

// lexicon holds the tables of a Reader. It is read-only once loaded.
type lexicon struct {
	clusters    map[string]uint8   // groups of words that stand in like company, from 1
	words       map[string]word    // closed classes, adjectives, verbs, labels: by lower-case form
	unitWords   map[string]*unit   // by lower-case words joined by single spaces
	unitSymbols map[string]*unit   // case counts: "MW" is no "mW"
	ambiguous   map[string][]sense // symbols of several meanings
	unitStarts  map[string]bool    // what longer entries of the two begin with
	coinWords   map[string]coin    // "euro", "euros", "hong kong dollars"
	coinStarts  map[string]bool    // what longer entries of coinWords begin with
	coinSymbols map[string]coin    // "$", "HK$", "RM"
	codes       map[string]coin    // "USD"
	byCountry   map[string]string  // ISO 3166 code -> ISO 4217 code
}

// baseUnits names the unit that base values are given in.
var baseUnits = map[string]string{
	"mass": "kilogram", "length": "metre", "area": "square metre", "volume": "cubic metre", "energy": "joule", "power": "watt",
	"time": "second", "temperature": "kelvin", "speed": "metre per second", "data": "byte", "pressure": "pascal", "force": "newton",
	"frequency": "hertz", "voltage": "volt", "current": "ampere", "angle": "radian", "concentration": "part per million",
	"flow": "cubic metre per second", "share": "percentage",
}

func load() (*lexicon, error) {
	l := &lexicon{words: map[string]word{}, unitWords: map[string]*unit{}, unitSymbols: map[string]*unit{}, unitStarts: map[string]bool{}, ambiguous: map[string][]sense{},
		coinWords: map[string]coin{}, coinStarts: map[string]bool{}, coinSymbols: map[string]coin{}, codes: map[string]coin{}, byCountry: map[string]string{}}
	if err := l.loadUnits(); err != nil {
		return nil, err
	}
	if err := l.loadSenses(); err != nil {
		return nil, err
	}
	if err := l.loadCurrencies(); err != nil {
		return nil, err
	}
	l.loadWords()
	l.loadClusters()
	return l, nil
}

func lines(table string, columns int) ([][]string, error) {
	var out [][]string
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("line %d has %d columns, want %d", n+1, len(f), columns)
		}
		out = append(out, f)
	}
	return out, nil
}

func (l *lexicon) loadUnits() error {
	rows, err := lines(unitTable, 6)
	if err != nil {
		return fmt.Errorf("units: %w", err)
	}
	for _, f := range rows {
		u := &unit{name: f[0], dimension: f[1]}
		if f[2] != "" && u.dimension != "" {
			if u.factor, err = strconv.ParseFloat(f[2], 64); err != nil {
				return fmt.Errorf("unit %s: %w", f[0], err)
			}
			u.convertible = true
		}
		if f[3] != "" {
			if u.offset, err = strconv.ParseFloat(f[3], 64); err != nil {
				return fmt.Errorf("unit %s: %w", f[0], err)
			}
		}
		if f[0] == "pound-mass" {
			l.addUnit(l.unitWords, "pound", u)
			l.addUnit(l.unitWords, "pounds", u)
		}
		for _, w := range append(split(f[4]), f[0]) {
			w = strings.ReplaceAll(strings.ToLower(w), "-", " ")
			l.addUnit(l.unitWords, w, u)
			head := len(w)
			for _, behind := range []string{" per ", " of "} {
				if i := strings.Index(w, behind); i > 0 && i < head {
					head = i
				}
			}
			l.addUnit(l.unitWords, plural(w[:head])+w[head:], u)
		}
		for _, w := range split(f[5]) {
			l.addUnit(l.unitSymbols, w, u)
		}
	}
	return nil
}

// loadSenses reads the symbols whose unit the sentence must decide: "kt" is a kilotonne of ore and a knot of wind.
func (l *lexicon) loadSenses() error {
	rows, err := lines(ambiguousTable, 3)
	if err != nil {
		return fmt.Errorf("ambiguous units: %w", err)
	}
	for _, f := range rows {
		u := l.unitWords[f[1]]
		if u == nil {
			return fmt.Errorf("ambiguous unit %s: no unit %q", f[0], f[1])
		}
		words := map[string]bool{}
		for _, w := range strings.Fields(f[2]) {
			words[w] = true
		}
		l.ambiguous[f[0]] = append(l.ambiguous[f[0]], sense{u, words})
	}
	return nil
}

func (l *lexicon) addUnit(m map[string]*unit, key string, u *unit) {
	if _, ok := m[key]; !ok || u.name == key {
		m[key] = u
	}
	starts(l.unitStarts, key)
}

// starts adds every proper beginning of key: at a space, or at a change between letters and other characters.
func starts(m map[string]bool, key string) {
	for i := 1; i < len(key); i++ {
		m[key[:i]] = true
	}
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// Resources describes the embedded data.
func Resources() []schemas.Resource {
	return []schemas.Resource{
		schemas.NewResource("figures/ambiguous.tsv", ambiguousTable),
		schemas.NewResource("figures/clusters.tsv", clusterTable),
		schemas.NewResource("figures/currencies.tsv", currencyTable),
		schemas.NewResource("figures/period.tsv", periodTable),
		schemas.NewResource("figures/rank.bin", rankWeights),
		schemas.NewResource("figures/tagged.tsv", taggedTable),
		schemas.NewResource("figures/units.tsv", unitTable),
		schemas.NewResource("figures/verbs.tsv", verbTable),
		schemas.NewResource("figures/words.tsv", wordTable),
	}
}
