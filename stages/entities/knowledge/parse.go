package knowledge

import (
	"fmt"
	"strconv"
	"strings"
)

// Header is the first line of a file of entities.
const Header = "entity_id\tname\tcountry\tlatitude\tlongitude\tprominence\taliases\tcues"

const columns = 8

// types are the kinds of entity that an id may name.
var types = []string{"person", "organization", "location", "norp", "event", "agreement", "facility", "product", "other"}

// parse adds the entities of a file. Empty lines and lines that begin with # are passed over.
func (b *Base) parse(s Source, user bool) error {
	rest := strings.TrimPrefix(s.Text, "\ufeff")
	header := false
	for line := 1; rest != ""; line++ {
		var row string
		row, rest, _ = strings.Cut(rest, "\n")
		row = strings.TrimSuffix(row, "\r")
		if row == "" || row[0] == '#' {
			continue
		}
		if !header {
			if row != Header {
				return fmt.Errorf("%s:%d: the first line must name the columns %q", s.Name, line, strings.ReplaceAll(Header, "\t", " "))
			}
			header = true
			continue
		}
		e, err := entity(row)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", s.Name, line, err)
		}
		e.User = user
		e.Nation = !user && s.Name == "countries.tsv"
		e.Area = e.Nation || !user && s.Name == "regions.tsv"
		b.entities = append(b.entities, e)
	}
	if !header {
		return fmt.Errorf("%s:1: no line with the names of the columns", s.Name)
	}
	return nil
}

// entity reads one row.
func entity(row string) (Entity, error) {
	var cell [columns]string
	for i := range cell {
		var more bool
		cell[i], row, more = strings.Cut(row, "\t")
		if more != (i+1 < columns) {
			return Entity{}, fmt.Errorf("want %d columns", columns)
		}
	}
	e := Entity{ID: cell[0], Name: cell[1], Country: cell[2], Aliases: cell[6], Cues: cell[7]}
	kind, key, _ := strings.Cut(e.ID, ":")
	for _, t := range types {
		if t == kind {
			e.Type = t
		}
	}
	switch {
	case e.Type == "":
		return e, fmt.Errorf("entity_id %q does not begin with one of %s and a colon", e.ID, strings.Join(types, ", "))
	case !validKey(key):
		return e, fmt.Errorf("entity_id %q: the key must be of a-z, 0-9 and single hyphens", e.ID)
	case strings.TrimSpace(e.Name) == "":
		return e, fmt.Errorf("no name")
	case e.Country != "" && (len(e.Country) != 2 || strings.Trim(e.Country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != ""):
		return e, fmt.Errorf("country %q is no ISO 3166-1 alpha-2 code", e.Country)
	case strings.HasPrefix(e.Aliases, "|") || strings.HasSuffix(e.Aliases, "|") || strings.Contains(e.Aliases, "||"):
		return e, fmt.Errorf("empty alias in %q", e.Aliases)
	case (cell[3] == "") != (cell[4] == ""):
		return e, fmt.Errorf("latitude without longitude, or the reverse")
	}
	if cell[3] != "" {
		var err error
		if e.Latitude, err = degrees(cell[3], 90); err != nil {
			return e, fmt.Errorf("latitude %w", err)
		}
		if e.Longitude, err = degrees(cell[4], 180); err != nil {
			return e, fmt.Errorf("longitude %w", err)
		}
		e.HasPlace = true
	}
	p, err := strconv.Atoi(cell[5])
	if err != nil || p < 1 || p > 9 {
		return e, fmt.Errorf("prominence %q is no whole number from 1 to 9", cell[5])
	}
	e.Prominence = p
	return e, nil
}

// degrees reads an angle between -limit and limit.
func degrees(s string, limit float64) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= -limit && v <= limit) {
		return 0, fmt.Errorf("%q is no number from %g to %g", s, -limit, limit)
	}
	return v, nil
}

func validKey(key string) bool {
	last := byte('-')
	for i := 0; i < len(key); i++ {
		c := key[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && last != '-') {
			return false
		}
		last = c
	}
	return last != '-'
}
