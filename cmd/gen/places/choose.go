package main

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// bars are populations from which a city of the country is taken; others need defaultBar.
var bars = map[string]int{
	"CN": 600_000, "IN": 250_000, "BR": 200_000, "ID": 200_000, "JP": 200_000, "KR": 200_000, "MX": 200_000,
	"US": 60_000, "GB": 60_000, "CA": 60_000, "AU": 50_000, "NZ": 50_000, "IE": 50_000,
	"DE": 90_000, "FR": 90_000, "IT": 90_000, "ES": 100_000, "NL": 90_000, "BE": 90_000, "PL": 100_000,
	"KZ": 40_000, "UZ": 70_000, "KG": 40_000, "TJ": 40_000, "TM": 60_000, "AF": 50_000, "PS": 40_000, "IL": 60_000,
	"SY": 50_000, "IQ": 80_000, "LB": 40_000, "JO": 80_000, "LY": 70_000, "YE": 70_000, "UA": 60_000, "BA": 40_000,
	"RS": 60_000, "XK": 40_000, "GE": 40_000, "AM": 40_000, "AZ": 60_000, "MD": 40_000, "SO": 60_000, "SD": 80_000,
	"SS": 50_000, "ML": 50_000, "NE": 50_000, "TD": 50_000, "CF": 50_000, "HT": 60_000,
}

const defaultBar = 110_000

// words are names of cities that are other things far more often: words, surnames, products.
var words = strings.Fields(`bar bath best bor buy concord corona count deal ferry golden hull independence irving lawrence
	lawton liberty man mesa mobile most of orange pass plant progress reading rugby sector split surprise victoria
	vista warren union springs spring central centro date ham sale rose south north east west green
	compass eagle mission paradise enterprise frederick carson jackson lincoln madison
	ajax anderlecht benfica bimbo carrefour commonwealth dartmouth duma edison goodyear insein manas miraflores rosetta toyota
	jupiter jamaica wimbledon formosa saida newcastle brits latina masai kikuyu moro wyoming washington gloria merlo orion surprise temple`)

type city struct {
	record
	key, qualifier string
	capital        bool
	shared         bool // another row has the same name
}

// choose takes the cities, largest first, and gives each a key of its own.
func choose(source extract, k known) []city {
	all := slices.Collect(maps.Values(source.cities))
	slices.SortFunc(all, func(a, b record) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	byName := make(map[string]int)
	for _, p := range k.places {
		for _, name := range p.names {
			byName[name]++
		}
	}
	var chosen []city
	for _, r := range all {
		c := city{record: r, capital: fold(source.capitals[r.Country]) == fold(r.Name)}
		c.capital = c.capital && k.ids[slug(r.Name)] != r.Country
		if !wanted(c, k) || k.holds(r) {
			continue
		}
		c.qualifier = k.names[r.Country]
		if r.Country == "US" && source.states[r.Admin] != "" {
			c.qualifier = source.states[r.Admin]
		}
		c.key = slug(r.Name)
		if other, taken := k.ids[c.key]; taken {
			if !strings.Contains(anglophone, r.Country) || other == r.Country && r.Country != "US" {
				continue
			}
			c.key = slug(r.Name + " " + c.qualifier)
		}
		if _, taken := k.ids[c.key]; taken {
			continue
		}
		k.ids[c.key] = r.Country
		byName[fold(r.Name)]++
		chosen = append(chosen, c)
	}
	for i := range chosen {
		name := slug(chosen[i].Name)
		chosen[i].shared = byName[fold(chosen[i].Name)] > 1 || chosen[i].key != name
	}
	slices.SortFunc(chosen, func(a, b city) int { return strings.Compare(a.key, b.key) })
	return chosen
}

// wanted says whether a city is well known enough, and its name a name.
func wanted(c city, k known) bool {
	if c.capital {
		return true
	}
	bar, ok := bars[c.Country]
	if !ok {
		bar = defaultBar
	}
	name := fold(c.Name)
	if c.Population < bar || slug(c.Name) == "" || strings.ContainsAny(c.Name, "()/,0123456789") {
		return false
	}
	for _, part := range []string{"district", "sector", "zone", "ward", "municipality", "commune", "arrondissement", "barangay"} {
		if strings.Contains(" "+name+" ", " "+part+" ") {
			return false
		}
	}
	if slices.Contains(words, name) || c.Population < 700_000 && k.people[name] {
		return false
	}
	return len(name) > 2
}

// line writes the row. The name is in plain letters where the language is not written in Latin ones, since news does so.
func (c city) line() string {
	name, alias := c.Name, plain(c.Name)
	if strings.Contains(transcribed, c.Country) {
		name, alias = alias, name
	}
	if alias == name {
		alias = ""
	}
	var cues string
	if c.shared {
		cues = c.qualifier
	}
	return strings.Join([]string{"location:" + c.key, name, c.Country, degrees(c.Latitude), degrees(c.Longitude),
		strconv.Itoa(c.prominence()), alias, cues}, "\t")
}

// anglophone lists the countries whose smaller namesakes of other places English-language news does name.
const anglophone = "AU CA GB IE NZ US"

// transcribed lists countries whose names GeoNames transcribes with signs that newspapers leave out.
const transcribed = "AE AF AM AZ BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN " +
	"MO MR NP OM PK PS QA RU SA SD SO SY TH TJ TM TN TW UA UZ VN YE"

func (c city) prominence() int {
	steps := []int{100_000, 200_000, 500_000, 1_000_000, 3_000_000, 10_000_000}
	p := 2
	for _, step := range steps {
		if c.Population >= step {
			p++
		}
	}
	if c.capital {
		p = max(p, 4) + 1
	}
	return min(p, 8)
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }

// plain writes a name without accents and modifier letters.
func plain(s string) string {
	strip := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(strip, s)
	if err != nil {
		out = s
	}
	return strings.TrimSpace(letters.Replace(out))
}

var letters = strings.NewReplacer("ß", "ss", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ı", "i", "æ", "ae",
	"Æ", "Ae", "œ", "oe", "ð", "d", "þ", "th", "ə", "a", "Ə", "A", "‘", "'", "’", "'", "ʻ", "'", "ʼ", "'", "ʿ", "", "ʾ", "", "`", "'")

func fold(s string) string { return strings.ToLower(plain(s)) }

// slug makes a key: plain lower-case letters and digits, hyphens between words.
func slug(s string) string {
	words := strings.FieldsFunc(strings.NewReplacer("'", "", ".", "").Replace(fold(s)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}
