package pipeline

import (
	"maps"
	"slices"
	"strings"

	"broadsheet/schemas"
	"broadsheet/stages/duplicates"
)

// copies counts the byte-identical copies of every article and drops all entries but the first of each. It returns how
// often each kept key occurred, and how many entries it dropped.
func (s *spoolFile) copies() (counts map[uint64]int32, dropped int64) {
	counts = make(map[uint64]int32, len(s.entries))
	s.entries = slices.DeleteFunc(s.entries, func(e entry) bool {
		if e.reject {
			return false
		}
		counts[e.key]++
		if counts[e.key] > 1 {
			dropped++
		}
		return counts[e.key] > 1
	})
	return counts, dropped
}

// group is the near-duplicate group of an article.
type group struct {
	first      uint64 // key of its first article
	similarity float64
}

// groups returns the group of every article, in the order of articles, and lets the signatures go.
func (s *spoolFile) groups() []group {
	var keys []uint64
	var signatures []duplicates.Signature
	for i := range s.entries {
		if e := &s.entries[i]; !e.reject {
			keys = append(keys, e.key)
			signatures = append(signatures, *e.signature)
			e.signature = nil
		}
	}
	out := make([]group, len(keys))
	for i, m := range duplicates.Group(signatures) {
		out[i] = group{keys[m.First], m.Similarity}
	}
	return out
}

// entityTable derives the entities from the mentions, which it is shown in the order of their table.
type entityTable struct {
	rows map[string]*entityCount
}

type entityCount struct {
	row     schemas.EntityRow
	names   map[string]int32
	article string // the last that mentioned it
}

// add counts a mention. What is known of an entity comes from its first linked mention, else from its first. Strings
// are cloned, since those of a row share the memory of all rows of its document.
func (t *entityTable) add(m *schemas.MentionRow) {
	e := t.rows[m.EntityID]
	if e == nil {
		e = &entityCount{names: map[string]int32{}}
		t.rows[strings.Clone(m.EntityID)] = e
	}
	if e.row.MentionCount == 0 || m.Linked && !e.row.Linked {
		e.row = schemas.EntityRow{
			EntityID: strings.Clone(m.EntityID), EntityName: strings.Clone(m.EntityName), EntityType: strings.Clone(m.EntityType),
			CountryCode: strings.Clone(m.CountryCode), Latitude: m.Latitude, Longitude: m.Longitude, Linked: m.Linked,
			MentionCount: e.row.MentionCount, ArticleCount: e.row.ArticleCount,
		}
	}
	e.row.MentionCount++
	if e.article != m.ArticleID {
		e.article = strings.Clone(m.ArticleID)
		e.row.ArticleCount++
	}
	if _, known := e.names[m.EntityName]; !known {
		e.names[strings.Clone(m.EntityName)] = 0
	}
	e.names[m.EntityName]++
}

// sorted returns the rows by id. An entity coined from texts bears the name that they use most, the first in the
// alphabet of those used equally often.
func (t *entityTable) sorted() []*schemas.EntityRow {
	var out []*schemas.EntityRow
	for _, id := range slices.Sorted(maps.Keys(t.rows)) {
		e := t.rows[id]
		if !e.row.Linked {
			most := int32(0)
			for _, name := range slices.Sorted(maps.Keys(e.names)) {
				if e.names[name] > most {
					most, e.row.EntityName = e.names[name], name
				}
			}
		}
		out = append(out, &e.row)
	}
	return out
}
