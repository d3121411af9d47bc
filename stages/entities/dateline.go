package entities

import (
	"slices"
	"strings"

	"broadsheet/stages/entities/knowledge"
)

// Country returns the ISO 3166-1 alpha-2 country of a place as a dateline names it: "SYDNEY", "Paris, France". It is
// empty where the place is unknown or could lie in several countries.
func (r *Recogniser) Country(place string) string { return countryOf(r.base, place) }

func countryOf(base *knowledge.Base, place string) string {
	parts := strings.Split(place, ",")
	slices.Reverse(parts) // the country stands last
	for _, part := range parts {
		if country := sharedCountry(base, strings.TrimSpace(part)); country != "" {
			return country
		}
	}
	return ""
}

// sharedCountry takes the country that every place of the name shares, or that of a place far more prominent than the rest.
func sharedCountry(base *knowledge.Base, name string) string {
	places := placesOf(base, name)
	if len(places) == 0 {
		places = placesOf(base, titleCase(name))
	}
	if len(places) == 0 {
		return ""
	}
	for _, p := range places[1:] {
		if p.Country != places[0].Country && p.Prominence+2 > places[0].Prominence {
			return ""
		}
	}
	return places[0].Country
}

func placesOf(base *knowledge.Base, name string) []knowledge.Candidate {
	all := base.Candidates(nil, base.Lookup(name))
	return slices.DeleteFunc(all, func(c knowledge.Candidate) bool { return c.Type != "location" })
}

// titleCase writes a name in capitals as it stands in a sentence: "HONG KONG" is Hong Kong.
func titleCase(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
