package figures

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"

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

// owners are the currencies that a noun of several stands for where nothing says whose it is.
var owners = map[string]string{"dollar": "USD", "pound": "GBP", "cent": "USD", "penny": "GBP", "franc": "CHF", "rupee": "INR", "rouble": "RUB",
	"peso": "MXN", "krone": "NOK", "krona": "SEK", "real": "BRL", "lira": "TRY", "won": "KRW", "yuan": "CNY", "mark": "DEM", "sen": "MYR", "riyal": "SAR",
	"rial": "IRR", "kopeck": "RUB", "paisa": "INR", "leu": "RON", "dirham": "AED", "dinar": "KWD", "shilling": "KES", "manat": "AZN", "kwacha": "ZMW",
	"guilder": "NLG", "colón": "CRC", "escudo": "CVE", "koruna": "CZK", "florin": "AWG", "som": "KGS", "crown": "-"}

func (l *lexicon) loadCurrencies() error {
	rows, err := lines(currencyTable, 8)
	if err != nil {
		return fmt.Errorf("currencies: %w", err)
	}
	for _, f := range rows {
		c := &currency{code: f[0], noun: f[1], sub: f[4]}
		if f[0] == "-" {
			c.code = "" // a currency that ISO 4217 does not list
		}
		if f[5] != "" {
			if c.subs, err = strconv.ParseFloat(f[5], 64); err != nil {
				return fmt.Errorf("currency %s: %w", f[0], err)
			}
		}
		if c.code != "" {
			l.codes[c.code] = coin{currency: c}
		}
		if strings.Contains(" USD EUR GBP JPY CNY AUD CAD CHF NZD HKD SGD INR RUB KZT UZS ", " "+c.code+" ") {
			l.codes[strings.ToLower(c.code)] = coin{currency: c}
		}
		for _, w := range append(split(f[6]), c.noun) {
			l.addCoin(w, coin{currency: c, bare: owners[c.noun] != ""})
			for _, adjective := range split(f[2]) {
				l.addCoin(adjective+" "+w, coin{currency: c})
				if w == "dollar" {
					l.addCoin(adjective+" dlr", coin{currency: c}) // as the wires write it
				}
			}
		}
		if c.sub != "" {
			l.addCoin(c.sub, coin{currency: c, minor: true, bare: true})
			for _, adjective := range split(f[2]) {
				l.addCoin(adjective+" "+c.sub, coin{currency: c, minor: true})
			}
		}
		for _, s := range split(f[3]) {
			l.coinSymbols[s] = coin{currency: c, bare: s == "$" || s == "£" || s == "¥", loose: !surePrefixes[s] && unsigned(s)}
		}
		l.scaledCodes(c)
		for _, country := range split(f[7]) {
			l.byCountry[country] = c.code
		}
	}
	l.addCoin("pence", coin{currency: l.codes["GBP"].currency, minor: true, bare: true})
	l.coinWords["p"] = coin{currency: l.codes["GBP"].currency, minor: true}
	l.coinWords["ct"] = coin{currency: l.codes["USD"].currency, minor: true, bare: true}
	l.coinWords["cts"] = coin{currency: l.codes["USD"].currency, minor: true, bare: true}
	l.addCoin("¢", coin{currency: l.codes["USD"].currency, minor: true, bare: true})
	return nil
}

// surePrefixes are the prefixes of letters that mean nothing else before a number.
var surePrefixes = map[string]bool{"RM": true, "Rs": true, "Rs.": true, "Rp": true, "Tk": true, "Tk.": true, "KSh": true, "KSh.": true, "Ksh": true, "KShs": true, "TSh": true, "Tsh": true,
	"USh": true, "Ush": true, "NIS": true, "SFr": true, "NKr": true, "SKr": true, "DKr": true, "FCFA": true, "PhP": true, "Php": true, "Dh": true, "Dhs": true, "Kz": true,
	"SLRs": true, "PKRs": true, "NRs": true, "FBu": true, "Fdj": true, "Afl": true, "SDR": true}

// unsigned tells whether a prefix is of plain letters, without a sign of money.
func unsigned(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) < 0
}

func amounts(suffix string) float64 {
	if m := scales[suffix]; m != 0 {
		return m
	}
	return letters[suffix]
}

// scaledCodes enters what tables write for millions and billions: "SEKm 310", "USDbn 4.2", "48.5 MEUR".
func (l *lexicon) scaledCodes(c *currency) {
	if c.code == "" {
		return
	}
	for _, suffix := range []string{"k", "m", "mn", "mln", "bn", "bln", "tn"} {
		l.codes[c.code+suffix] = coin{currency: c, scale: amounts(suffix)}
	}
	if strings.Contains(" EUR USD GBP SEK NOK DKK CHF PLN CZK HUF ", " "+c.code+" ") {
		l.codes["M"+c.code] = coin{currency: c, scale: 1e6}
		l.codes["K"+c.code] = coin{currency: c, scale: 1e3}
		l.codes["k"+c.code] = coin{currency: c, scale: 1e3}
	}
}

// addCoin enters a word of money in singular and plural. A noun that several currencies share stands for its owner.
func (l *lexicon) addCoin(w string, c coin) {
	w = strings.ToLower(w)
	if owner := owners[w]; owner != "" && owner != c.code && owner != "-" {
		return
	}
	for _, form := range []string{w, plural(w)} {
		if old, ok := l.coinWords[form]; ok && old.code != c.code && old.code < c.code && owners[w] == "" {
			continue
		}
		l.coinWords[form] = c
		starts(l.coinStarts, form)
	}
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// plural returns the regular English plural of a lower-case word or of the last word of a phrase.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "foot"):
		return strings.TrimSuffix(w, "foot") + "feet"
	case strings.HasSuffix(w, "penny"):
		return strings.TrimSuffix(w, "y") + "ies"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ay") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// singulars are plurals that no rule undoes.
var singulars = map[string]string{"men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "lives": "life",
	"wives": "wife", "knives": "knife", "leaves": "leaf", "shelves": "shelf", "halves": "half", "wolves": "wolf", "thieves": "thief", "crises": "crisis",
	"analyses": "analysis", "bases": "base", "series": "series", "species": "species", "movies": "movie", "cookies": "cookie", "calories": "calorie",
	"aircraft": "aircraft", "people": "people", "police": "police", "buses": "bus", "viruses": "virus", "heroes": "hero", "potatoes": "potato",
	"tomatoes": "tomato", "criteria": "criterion", "headquarters": "headquarters", "bosses": "boss", "losses": "loss", "glasses": "glass",
	"classes": "class", "passes": "pass", "businesses": "business", "witnesses": "witness", "illnesses": "illness", "addresses": "address", "gases": "gas",
	"axes": "axe", "horses": "horse", "houses": "house", "nurses": "nurse", "cases": "case", "courses": "course", "purchases": "purchase", "phases": "phase",
	"releases": "release", "increases": "increase", "leases": "lease", "licenses": "license", "expenses": "expense", "responses": "response", "uses": "use",
	"vaccines": "vaccine", "shoes": "shoe", "ties": "tie", "lies": "lie", "personnel": "personnel", "staff": "staff", "means": "means", "news": "news",
	"fishermen": "fisherman", "spokesmen": "spokesman", "zombies": "zombie", "selfies": "selfie", "calves": "calf", "loaves": "loaf", "oxen": "ox",
	"geese": "goose", "tranches": "tranche", "avalanches": "avalanche", "niches": "niche", "caches": "cache", "moustaches": "moustache", "creches": "creche", "data": "data", "media": "media", "indices": "index", "matrices": "matrix", "championships": "championship", "dies": "die"}

// singular undoes the plural of a noun, keeping its capitals: "properties" -> "property", "boxes" -> "box".
func singular(w string) string {
	if s, ok := singulars[strings.ToLower(w)]; ok {
		if w[0] >= 'A' && w[0] <= 'Z' && w[0]|0x20 == s[0] {
			return w[:1] + s[1:]
		}
		return s
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "oes") && n > 5 && w != "canoes" && !strings.HasSuffix(w, "shoes"):
		return w[:n-2]
	case n < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		if n == 3 && w == "TDs" {
			return "TD"
		}
		return w
	case strings.HasSuffix(w, "men") && n > 5:
		return w[:n-3] + "man"
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	}
	return w[:n-1]
}

// Resources describes the embedded data.
func Resources() []schemas.Resource {
	return []schemas.Resource{
		schemas.NewResource("figures/ambiguous.tsv", ambiguousTable),
		schemas.NewResource("figures/currencies.tsv", currencyTable),
		schemas.NewResource("figures/units.tsv", unitTable),
		schemas.NewResource("figures/verbs.tsv", verbTable),
		schemas.NewResource("figures/words.tsv", wordTable),
	}
}
