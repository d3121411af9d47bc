package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"broadsheet/stages/entities/tagger"
	"broadsheet/stages/segment"
)

// lists are the word lists and gazetteers that go into the lexicon.
type lists struct {
	clusters      [][]string // word, cluster path
	classes       map[string]tagger.Class
	phrases       map[string]tagger.Kind
	clubs         []string
	places        []string
	countries     []string
	given         []string
	surnames      []string
	organizations []string
}

// readTSV returns the rows of a TSV file behind its header.
func readTSV(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows [][]string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		rows = append(rows, strings.Split(in.Text(), "\t"))
	}
	return rows[min(1, len(rows)):], in.Err()
}

// kinds of the knowledge base's ids.
var kinds = map[string]tagger.Kind{
	"person": tagger.Person, "organization": tagger.Organization, "location": tagger.Place, "norp": tagger.Norp,
	"event": tagger.Event, "agreement": tagger.Other, "facility": tagger.Facility, "product": tagger.Other,
	"other": tagger.Other,
}

func readLists(knowledge, dir string) (*lists, error) {
	l := &lists{classes: map[string]tagger.Class{}, phrases: map[string]tagger.Kind{}}
	files, err := filepath.Glob(knowledge + "/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, path := range files {
		rows, err := readTSV(path)
		if err != nil {
			return nil, err
		}
		l.addKnowledge(filepath.Base(path), rows)
	}
	for _, name := range []string{"clusters", "given", "surnames", "places", "clubs", "organizations", "subjects"} {
		rows, err := readTSV(dir + "/" + name + ".tsv")
		if err != nil {
			return nil, err
		}
		l.addList(name, rows)
	}
	for i := range 12 {
		l.classes[strings.ToLower(months[i])] |= tagger.Calendar
	}
	for _, d := range weekdays {
		l.classes[strings.ToLower(d)] |= tagger.Calendar
	}
	return l, nil
}

// addKnowledge adds a file of the knowledge base.
func (l *lists) addKnowledge(file string, rows [][]string) {
	for _, r := range rows {
		switch file {
		case "function_words.tsv":
			l.classes[strings.ToLower(r[0])] |= tagger.Function
			continue
		case "heads.tsv":
			l.classes[strings.ToLower(r[0])] |= headClass[r[2]]
			continue
		case "offices.tsv":
			c := tagger.Office
			if r[1] == "modifier" {
				c = tagger.Modifier
			}
			l.classes[strings.ToLower(r[0])] |= c
			continue
		}
		id, _, ok := strings.Cut(r[0], ":")
		if !ok || len(r) < 7 {
			continue
		}
		kind := kinds[id]
		if file == "countries.tsv" {
			kind = tagger.Country
			l.countries = append(l.countries, r[1])
		}
		l.phrases[r[1]] |= kind
		for _, alias := range strings.Split(r[6], "|") {
			if alias != "" {
				l.phrases[alias] |= kind
			}
		}
	}
}

var headClass = map[string]tagger.Class{
	"organization": tagger.OrgHead, "location": tagger.PlaceHead, "facility": tagger.BuildHead, "site": tagger.BuildHead,
	"agreement": tagger.OtherHead, "event": tagger.OtherHead, "other": tagger.OtherHead, "product": tagger.OtherHead,
}

var subjectClass = map[string]tagger.Class{"trade": tagger.Trade, "sport": tagger.Sport}

// addList adds a list of the command's own.
func (l *lists) addList(name string, rows [][]string) {
	if name == "clusters" {
		l.clusters = rows
		return
	}
	for _, r := range rows {
		switch name {
		case "given":
			l.given = append(l.given, r[0])
			l.classes[strings.ToLower(r[0])] |= tagger.Given
		case "surnames":
			l.surnames = append(l.surnames, r[0])
			l.classes[strings.ToLower(r[0])] |= tagger.Surname
		case "places":
			l.places = append(l.places, r[0])
			l.phrases[r[0]] |= tagger.Place
		case "clubs":
			l.clubs = append(l.clubs, r[0])
			l.phrases[r[0]] |= tagger.Club
		case "subjects":
			l.classes[r[0]] |= subjectClass[r[1]]
		case "organizations":
			l.organizations = append(l.organizations, r[0])
			l.phrases[r[0]] |= tagger.Organization
		}
	}
}

// sorted returns the keys of a map in order.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// buildLexicon makes the lexicon of the lists and of how words are written in the documents.
func buildLexicon(l *lists, docs []*document) *tagger.Lexicon {
	lex := tagger.NewLexicon(len(l.clusters)+35_000, 60_000)
	for _, r := range l.clusters {
		path := strings.Split(r[1], ".")
		coarse, _ := strconv.Atoi(path[0])
		middle, _ := strconv.Atoi(path[1])
		fine, _ := strconv.Atoi(path[2])
		leaf, _ := strconv.Atoi(path[3])
		lex.SetCluster(r[0], leaf, fine, middle, coarse)
	}
	for _, w := range sorted(l.classes) {
		c := l.classes[w]
		if c&tagger.Given != 0 && c&tagger.Surname != 0 {
			c |= tagger.NameWord
		}
		lex.AddClass(w, c)
	}
	for _, p := range sorted(l.phrases) {
		lex.AddPhrase(p, l.phrases[p])
	}
	for _, w := range connectors(docs) {
		lex.AddClass(w, tagger.Connector)
	}
	addCaps(lex, l, docs)
	return lex
}

// connectors returns the words and marks without capital letter that stand inside names.
func connectors(docs []*document) []string {
	count := map[string]int{}
	for _, d := range docs {
		for _, n := range d.names {
			first, last := d.seg.TokenAt(n.start), d.seg.TokenAt(n.end-1)
			for i := first; i <= last && first < last && i < len(d.seg.Tokens); i++ {
				w := d.seg.Word(i)
				if w == strings.ToLower(w) && d.seg.Tokens[i].Kind != segment.Number {
					count[w]++
				}
			}
		}
	}
	var out []string
	for _, w := range sorted(count) {
		if count[w] >= 8 {
			out = append(out, w)
		}
	}
	return out
}

// addCaps tells the lexicon how often words are capitalised: by their own count where there are enough, else by that of
// their cluster.
func addCaps(lex *tagger.Lexicon, l *lists, docs []*document) {
	type tally struct{ caps, all int }
	words := map[string]tally{}
	r := tagger.NewReader(lex)
	for _, d := range docs {
		if d.weight <= 0.5 && !d.invented {
			continue // tweets
		}
		r.Read(d.seg)
		r.Capitals(func(i int, caps bool) {
			w := strings.ToLower(d.seg.Word(i))
			t := words[w]
			t.all++
			if caps {
				t.caps++
			}
			words[w] = t
		})
	}
	clusters := make([]tally, 1024)
	for _, w := range sorted(words) {
		if c := lex.Cluster(w); c >= 0 {
			t := words[w]
			clusters[c].all++
			if 2*t.caps > t.all {
				clusters[c].caps++
			}
		}
	}
	share := func(t tally) float64 { return float64(t.caps) / float64(max(t.all, 1)) }
	set := func(w string) {
		t := words[w]
		if t.all >= 5 {
			lex.SetCaps(w, 1+cut(share(t), 0.1, 0.5, 0.95))
			return
		}
		if c := lex.Cluster(w); c >= 0 && clusters[c].all >= 5 {
			lex.SetCaps(w, 5+cut(share(clusters[c]), 0.25, 0.75))
		}
	}
	done := map[string]bool{}
	for _, row := range l.clusters {
		set(row[0])
		done[row[0]] = true
	}
	for _, w := range sorted(words) {
		if !done[w] {
			set(w)
		}
	}
}

// cut returns how many of the limits x reaches.
func cut(x float64, limits ...float64) int {
	n := 0
	for _, l := range limits {
		if x >= l {
			n++
		}
	}
	return n
}

// relabel mends a known inconsistency of GMB, which takes countries for organizations at times.
func relabel(l *lists, docs []*document) {
	country := map[string]bool{}
	for p, k := range l.phrases {
		if k&tagger.Country != 0 {
			country[p] = true
		}
	}
	for _, d := range docs {
		if d.name != "gmb.part" {
			continue
		}
		for i, n := range d.names {
			if n.kind == tagger.ORG && country[d.seg.Text[n.start:n.end]] {
				d.names[i].kind = tagger.LOC
			}
		}
	}
}
