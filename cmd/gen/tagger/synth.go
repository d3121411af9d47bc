package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"broadsheet/stages/entities/tagger"
)

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// writer makes lines of agency copy: datelines, credits, results, tables. In a template, a slot in braces stands for a
// name of the lists or a number: "{club} {n} {club} {n}" gives "Everton 2 Ajax 1". A capital slot is in capitals.
type writer struct {
	*lists
	rng *rand.Rand
}

var lineTemplates = []string{
	"{CITY} {iso}",
	"{CITY}, {Mon} {d} (Reuters) -",
	"{CITY}, {country} (AP) _",
	"{CITY}, {Mon} {d} (AFP) -",
	"{CITY} ({mm}-{dd}) -",
	"-- {person}, {city} newsroom",
	"{club} {n} {club} {n}",
	"{club} {n} {club} {n} (halftime {n}-{n})",
	"{club} {n} ({surname} {dd}) {club} {n}",
	"{club} {n} ({surname} {dd}, {surname} {dd}) {club} {n}. Attendance {t}",
	"{country} {n} {country} {n}",
	"{country} {n} ({surname} {dd}) {country} {n}",
	"{n}. {club} {dd} {n} {n} {n} {dd} {dd} {dd}",
	"{club} {dd} {n} {n} {n} {dd} {dd} {dd}",
	"{n}. {person} ({country}) {n}:{dd}.{dd}",
	"{n} - {person} ({country}) beat {person} ({country}) {n}-{n} {n}-{n}",
	"{person} ({country}) {dd} {dd} {dd}",
	"{dd}. {person} ({country}) {t}",
	"{person}, {country}, {n}-{n}, {n}-{n}",
	"{teamcity} {n} {teamcity} {n}",
	"{teamcity} AT {TEAMCITY}",
	"{CLUB} AT {CLUB}",
	"{CLUB} {n} {CLUB} {n}",
	"{COUNTRY} BEAT {COUNTRY} {n}-{n} IN FRIENDLY.",
	"{CLUB} BEAT {CLUB} TO STAY TOP.",
	"SOCCER - {COUNTRY} DRAW WITH {COUNTRY}.",
	"SOCCER - {CLUB} WIN AT {CLUB}.",
	"TENNIS - {SURNAME} REACHES {CITY} FINAL.",
	"CRICKET - {COUNTRY} {t} ALL OUT AGAINST {COUNTRY}.",
	"GOLF - {SURNAME} LEADS IN {CITY}.",
	"{COUNTRY} PRESIDENT VISITS {COUNTRY}.",
	"{COUNTRY} SAYS READY FOR TALKS WITH {COUNTRY}.",
	"{ORG} SHARES RISE ON {COUNTRY} DEAL.",
	"{ORG} CHIEF {SURNAME} QUITS.",
	"{org} shares rose {n} percent in {city}.",
	"{person} {n} c {surname} b {surname} {dd}",
	"{surname} c {surname} b {surname} {dd}",
	"{surname} {dd}-{n}-{dd}-{n}, {surname} {dd}-{n}-{dd}-{n}",
	"Scorers: {club} - {person} ({dd}th), {surname} ({dd}th)",
	"{city}: {country} beat {country} {n}-{n}",
	"At {city}: {club} {n}, {club} {n}",
	"In {city}: {country} {t} ({surname} {dd}, {surname} {dd})",
	"Leading results from the {city} tournament on {Weekday}:",
	"({city} newsroom, +{dd}-{t})",
	"{org} ({city})",
}

// teamCities stand for their clubs in the results of North American leagues.
var teamCities = []string{"Atlanta", "Baltimore", "Boston", "Buffalo", "Calgary", "California", "Chicago", "Cincinnati",
	"Cleveland", "Colorado", "Dallas", "Denver", "Detroit", "Edmonton", "Florida", "Houston", "Kansas City", "Los Angeles",
	"Miami", "Milwaukee", "Minnesota", "Montreal", "New England", "New Jersey", "New York", "Oakland", "Ottawa",
	"Philadelphia", "Phoenix", "Pittsburgh", "San Diego", "San Francisco", "Seattle", "St. Louis", "Tampa Bay", "Texas",
	"Toronto", "Vancouver", "Washington"}

// synthetic writes documents of made-up agency lines.
func synthetic(l *lists) []*document {
	w := &writer{l, rand.New(rand.NewPCG(3, 5))}
	var docs []*document
	for range 300 {
		var b builder
		for range 8 {
			text, names := w.line(lineTemplates[w.rng.IntN(len(lineTemplates))])
			b.add(text, names, "\n\n")
		}
		docs = append(docs, b.done(corpus{name: "synthetic", weight: 0.5}))
	}
	return docs
}

func (w *writer) line(template string) (string, []name) {
	var b strings.Builder
	var names []name
	for template != "" {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		text, kind, isName := w.fill(strings.ToLower(slot))
		if slot == strings.ToUpper(slot) {
			text = strings.ToUpper(text)
		}
		if isName {
			names = append(names, name{b.Len(), b.Len() + len(text), kind})
		}
		b.WriteString(text)
		template = after
	}
	return b.String(), names
}

func (w *writer) pick(from []string) string { return from[w.rng.IntN(len(from))] }

// fill returns what stands for a slot, and whether it is a name.
func (w *writer) fill(slot string) (string, tagger.Type, bool) {
	switch slot {
	case "club":
		return w.pick(w.clubs), tagger.ORG, true
	case "teamcity":
		return w.pick(teamCities), tagger.ORG, true
	case "org":
		return w.pick(w.organizations), tagger.ORG, true
	case "city":
		return w.pick(w.places), tagger.LOC, true
	case "country":
		return w.pick(w.countries), tagger.LOC, true
	case "person":
		return w.pick(w.given) + " " + w.pick(w.surnames), tagger.PER, true
	case "surname":
		return w.pick(w.surnames), tagger.PER, true
	}
	return w.number(slot), 0, false
}

func (w *writer) number(slot string) string {
	switch slot {
	case "n":
		return fmt.Sprint(w.rng.IntN(10))
	case "d":
		return fmt.Sprint(1 + w.rng.IntN(28))
	case "t":
		return fmt.Sprint(100 + w.rng.IntN(40000))
	case "mon":
		return w.pick(months)[:3]
	case "weekday":
		return w.pick(weekdays)
	case "iso":
		return fmt.Sprintf("%d-%02d-%02d", 1990+w.rng.IntN(35), 1+w.rng.IntN(12), 1+w.rng.IntN(28))
	}
	return fmt.Sprintf("%02d", 1+w.rng.IntN(89))
}
