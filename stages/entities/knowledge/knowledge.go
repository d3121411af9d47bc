// Package knowledge holds what the product knows about named things: their names, their kinds, where they lie.
//
// An entity has an id ("location:kazakhstan"), a canonical name, and aliases; a name is any of the two. A Base indexes
// the names of all entities. A candidate is an entity that a name in a text may mean; which one it does mean is decided
// by the reader of the text, not here.
//
// Names match as written: "WHO" is no "who", "May" no "may". Accents and the shapes of apostrophes and dashes do not
// count ("Åland", "Aland"). Text in capitals matches a name's capitals ("KAZAKHSTAN"), as a match of its own kind, which
// acronyms do not need. A Base is read-only once made and safe for concurrent use; look-ups do not allocate.
package knowledge

import "strings"

// Entity is one thing with a name.
type Entity struct {
	ID         string // "type:key"
	Name       string
	Type       string // the part of ID before the colon
	Country    string // ISO 3166-1 alpha-2, empty where it belongs to none
	Aliases    string // separated by |
	Cues       string // words that speak for this entity where a name is ambiguous, separated by |
	Latitude   float64
	Longitude  float64
	HasPlace   bool
	Prominence int  // 1 to 9: how likely a bare name means this one
	Area       bool // a country or region of ours, which towns lie in
	Nation     bool // a country of ours
	User       bool // comes from the user's own file
}

// Source is a TSV file by its name, for errors, and its contents.
type Source struct {
	Name string
	Text string
}

// Base is an index of entities by name.
type Base struct {
	entities []Entity
	entries  []entry
	slots    []slot  // a power of two
	starts   []start // a power of two
	nations  map[string]int32
}

// entry says that a name, known by its hash, may mean an entity.
type entry struct {
	hash   uint64
	entity int32
	next   int32 // entry of the same name, plus one
	whole  bool  // it is the entity's canonical name
}

// start says how long the names are that begin with a word.
type start struct {
	hash    uint64
	longest int32 // bytes; 0 marks an empty place
}

// New makes a Base of the product's own sources and the user's, which win: a user's row replaces ours of the same id, and
// a name that the user's file holds means the user's entity.
func New(ours, users []Source) (*Base, error) {
	b := &Base{}
	size := 0
	for _, s := range append(append([]Source(nil), ours...), users...) {
		size += strings.Count(s.Text, "\n") + 1
	}
	b.entities = make([]Entity, 0, size)
	for _, s := range ours {
		if err := b.parse(s, false); err != nil {
			return nil, err
		}
	}
	own := len(b.entities)
	for _, s := range users {
		if err := b.parse(s, true); err != nil {
			return nil, err
		}
	}
	b.nations = map[string]int32{}
	for i := range b.entities {
		if e := &b.entities[i]; e.Nation {
			if at, ok := b.nations[e.Country]; !ok || b.entities[at].Prominence < e.Prominence {
				b.nations[e.Country] = int32(i)
			}
		}
	}
	replaced := b.replaced(own)
	names := 0
	for i := range b.entities {
		names += 2 + strings.Count(b.entities[i].Aliases, "|")
	}
	b.reserve(2 * names)
	for i := range b.entities {
		if !replaced[b.entities[i].ID] || i >= own {
			b.index(int32(i))
		}
	}
	return b, nil
}

// NationOf returns the country of a code, nil where the base has none.
func (b *Base) NationOf(code string) *Entity {
	if at, ok := b.nations[code]; ok {
		return &b.entities[at]
	}
	return nil
}

// replaced returns the ids that stand in the user's files.
func (b *Base) replaced(own int) map[string]bool {
	if own == len(b.entities) {
		return nil
	}
	ids := make(map[string]bool, len(b.entities)-own)
	for i := range b.entities[own:] {
		ids[b.entities[own+i].ID] = true
	}
	return ids
}

func (b *Base) reserve(names int) {
	n := 64
	for n < 2*names {
		n *= 2
	}
	b.slots = make([]slot, n)
	b.starts = make([]start, n/2)
	b.entries = make([]entry, 0, names)
}

// index adds all names of an entity.
func (b *Base) index(entity int32) {
	e := &b.entities[entity]
	b.add(e.Name, entity, true)
	for rest := e.Aliases; rest != ""; {
		var alias string
		alias, rest, _ = strings.Cut(rest, "|")
		b.add(alias, entity, false)
	}
}

func (b *Base) add(name string, entity int32, whole bool) {
	b.insert(name, entity, whole, asWritten)
	if hasLower(name) {
		b.insert(name, entity, whole, capitals)
	}
}

func (b *Base) insert(name string, entity int32, whole bool, c casing) {
	var s scanner
	s.begin(c)
	s.text(name)
	h := s.sum()
	place := b.slot(h)
	for at := place.at; at > 0; at = b.entries[at-1].next {
		if b.entries[at-1].entity == entity {
			return
		}
	}
	b.entries = append(b.entries, entry{h, entity, place.at, whole})
	*place = slot{uint32(h >> 32), int32(len(b.entries))}
	w, n := s.firstWord(), int32(s.n)
	for i := w & uint64(len(b.starts)-1); ; i = (i + 1) & uint64(len(b.starts)-1) {
		if b.starts[i].longest == 0 || b.starts[i].hash == w {
			b.starts[i] = start{w, max(n, b.starts[i].longest)}
			return
		}
	}
}

// slot leads to the entries of a name. It holds half of their hash, so that a name that is not here is not looked for there.
type slot struct {
	half uint32
	at   int32 // in entries, plus one; 0 where the slot is empty
}

// slot returns where the name's entries are, or would be.
func (b *Base) slot(h uint64) *slot {
	for i := int(h) & (len(b.slots) - 1); ; i = (i + 1) & (len(b.slots) - 1) {
		s := &b.slots[i]
		if s.at == 0 || s.half == uint32(h>>32) && b.entries[s.at-1].hash == h {
			return s
		}
	}
}

// longest returns how many bytes the longest name has that begins with the word.
func (b *Base) longest(word uint64) int {
	for i := word & uint64(len(b.starts)-1); b.starts[i].longest > 0; i = (i + 1) & uint64(len(b.starts)-1) {
		if b.starts[i].hash == word {
			return int(b.starts[i].longest)
		}
	}
	return 0
}

func hasLower(s string) bool {
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			return true
		}
	}
	return false
}
