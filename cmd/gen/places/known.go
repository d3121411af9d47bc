package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const header = "entity_id\tname\tcountry\tlatitude\tlongitude\tprominence\taliases\tcues"

// A place is a row that stands in the knowledge base already.
type place struct {
	names               []string // folded
	country             string
	latitude, longitude float64
}

// known is what the hand-written files say.
type known struct {
	names  map[string]string // code to the name of the country
	ids    map[string]string // keys of locations that are taken, to their country
	places []place           // the rows
	people map[string]bool   // folded given names and surnames
}

func readKnown(data string) (known, error) {
	k := known{make(map[string]string), make(map[string]string), nil, make(map[string]bool)}
	for _, file := range []string{"countries.tsv", "regions.tsv", "cities_extra.tsv"} {
		lines, err := readLines(filepath.Join(data, file))
		if err != nil {
			return known{}, err
		}
		for _, line := range lines[1:] {
			cell := strings.Split(line, "\t")
			if len(cell) != 8 {
				return known{}, fmt.Errorf("%s: %d columns in %q", file, len(cell), line)
			}
			k.ids[strings.TrimPrefix(cell[0], "location:")] = cell[2]
			k.places = append(k.places, newPlace(cell))
			if file == "countries.tsv" {
				k.addCountry(cell[2], cell[1])
			}
		}
	}
	for _, file := range []string{"given_names.tsv", "surnames.tsv"} {
		lines, err := readLines(filepath.Join(data, file))
		if err != nil {
			return known{}, err
		}
		for _, line := range lines[1:] {
			name, _, _ := strings.Cut(line, "\t")
			k.people[fold(name)] = true
		}
	}
	return k, nil
}

// addCountry keeps the shortest of a code's names: Germany, not East Germany.
func (k known) addCountry(code, name string) {
	if old, taken := k.names[code]; !taken || len(name) < len(old) {
		k.names[code] = name
	}
}

func newPlace(cell []string) place {
	p := place{country: cell[2]}
	for _, name := range append([]string{cell[1]}, strings.Split(cell[6], "|")...) {
		p.names = append(p.names, fold(name))
	}
	p.latitude, _ = strconv.ParseFloat(cell[3], 64)
	p.longitude, _ = strconv.ParseFloat(cell[4], 64)
	return p
}

// holds says whether a hand-written row is this city: a name in common and at most two degrees away in the same country, or
// at the same place where a border is in dispute.
func (k known) holds(c record) bool {
	name := fold(c.Name)
	for _, p := range k.places {
		near := 2.0
		if p.country != c.Country {
			near = 0.05
		}
		if math.Abs(p.latitude-c.Latitude) > near || math.Abs(p.longitude-c.Longitude) > near {
			continue
		}
		for _, n := range p.names {
			if n == name || n == name+" city" || n+" city" == name {
				return true
			}
		}
	}
	return false
}

// readLines reads a file's lines without comments and empty ones.
func readLines(path string) ([]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines, nil
}
