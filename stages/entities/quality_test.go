package entities

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"broadsheet/schemas"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// gold returns a folder of the shared gold sets, which stand beside the repository or where BROADSHEET_SHARED says. The
// test is passed over where they are not there.
func gold(t *testing.T, name string) string {
	t.Helper()
	shared := os.Getenv("BROADSHEET_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	path := filepath.Join(shared, "gold", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no gold sets beside the repository")
	}
	return path
}

type goldMention struct {
	Surface string `json:"surface"`
	N       int    `json:"n"`
	Type    string `json:"type"`
	Name    string `json:"name"`
	Country string `json:"country"`
	Hard    bool   `json:"hard"`
}

type goldPage struct {
	Given struct {
		Title string `json:"title"`
	} `json:"given"`
	Article struct {
		Unscored []string `json:"unscored"`
	} `json:"article"`
	Mentions []goldMention `json:"mentions"`
}

// find returns the n-th place of s in t.
func find(t, s string, n int) text.Span {
	at := -1
	for range n {
		from := at + len(s)
		if at < 0 {
			from = 0
		}
		i := strings.Index(t[from:], s)
		if i < 0 {
			return text.Span{}
		}
		at = from + i
	}
	return text.Span{Start: at, End: at + len(s)}
}

// same tells whether a value is one of the alternatives.
func same(got, want string) bool {
	plain := func(s string) string {
		s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
		return strings.Map(func(r rune) rune {
			if r == 'é' {
				return 'e'
			}
			if unicode.IsSpace(r) {
				return ' '
			}
			return r
		}, s)
	}
	for _, w := range strings.Split(want, "|") {
		if plain(w) == plain(got) {
			return true
		}
	}
	return false
}

type counts struct {
	gold, got, span, typed, name, countryOf, country int
	links                                            map[string][2]int // by gold type: found, and linked
	sure                                             [10][2]int        // by confidence: found, and right
	clusters                                         [][2]string       // gold name and entity id of the names found
}

// bCubed returns the F1 of entity ids as clusters of the names that were found.
func (c *counts) bCubed() float64 {
	gold, got, both := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for _, k := range c.clusters {
		gold[k[0]]++
		got[k[1]]++
		both[k]++
	}
	p, r := 0.0, 0.0
	for _, k := range c.clusters {
		p += float64(both[k]) / float64(got[k[1]])
		r += float64(both[k]) / float64(gold[k[0]])
	}
	return 100 * 2 * p * r / (p + r) / float64(len(c.clusters))
}

func f1(right, gold, got int) float64 {
	if gold+got == 0 {
		return 0
	}
	return 200 * float64(right) / float64(gold+got)
}

// TestPages scores the names of whole news pages against labels by hand. -v prints every mistake.
func TestPages(t *testing.T) {
	dir := gold(t, "claims")
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	sort.Strings(files)
	c := counts{links: map[string][2]int{}}
	for _, f := range files {
		page(t, r, dir, strings.TrimSuffix(filepath.Base(f), ".json"), &c)
	}
	span, typed := f1(c.span, c.gold, c.got), f1(c.typed, c.gold, c.got)
	t.Logf("gold %d, found %d: span F1 %.1f, span and type F1 %.1f (P %.1f R %.1f); name %.1f %%, country %.1f %%", c.gold, c.got, span, typed,
		100*float64(c.typed)/float64(c.got), 100*float64(c.typed)/float64(c.gold), 100*float64(c.name)/float64(c.span), 100*float64(c.country)/float64(c.countryOf))
	t.Logf("entity ids, B-cubed F1 %.1f", c.bCubed())
	for _, k := range schemas.EntityTypes {
		t.Logf("%s: %d of %d linked", k, c.links[k][1], c.links[k][0])
	}
	for i, n := range c.sure {
		t.Logf("confidence %.1f: %d right of %d", float64(i)/10, n[1], n[0])
	}
	if typed < 88 {
		t.Errorf("span and type F1 is %.1f, was 90 before", typed)
	}
}

func page(t *testing.T, r *Recogniser, dir, name string, c *counts) {
	raw, err := os.ReadFile(filepath.Join(dir, "docs", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var g goldPage
	file, err := os.ReadFile(filepath.Join(dir, "gold", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(file, &g); err != nil {
		t.Fatal(err)
	}
	d := segment.Split(string(raw))
	want := map[text.Span]*goldMention{}
	var aside []text.Span
	for _, x := range g.Article.Unscored {
		aside = append(aside, find(d.Text, x, 1))
	}
	for i := range g.Mentions {
		m := &g.Mentions[i]
		want[find(d.Text, m.Surface, m.N)] = m
		if m.Hard {
			aside = append(aside, find(d.Text, m.Surface, m.N))
		} else {
			c.gold++
		}
	}
	seen := map[text.Span]bool{}
mentions:
	for _, m := range r.Recognise(d, Context{Title: g.Given.Title}) {
		for _, a := range aside {
			if m.Span.Start < a.End && a.Start < m.Span.End {
				continue mentions
			}
		}
		c.got++
		w := want[m.Span]
		n := &c.sure[min(int(m.Confidence*10), 9)]
		n[0]++
		if w == nil {
			t.Logf("%s: extra %q %s (%.2f)", name, m.Span.Of(d.Text), m.Type, m.Confidence)
			continue
		}
		seen[m.Span] = true
		c.span++
		linked := c.links[w.Type]
		linked[0]++
		if m.Linked {
			linked[1]++
		}
		c.links[w.Type] = linked
		c.clusters = append(c.clusters, [2]string{strings.ToLower(strings.Split(w.Name, "|")[0]), m.EntityID})
		if m.Type == w.Type || strings.Contains(w.Type, m.Type) || w.Type == "norp" && w.Country == "" && m.Type == "organization" {
			c.typed++
			n[1]++
		} else {
			t.Logf("%s: %q is %s, not %s", name, w.Surface, m.Type, w.Type)
		}
		if same(m.Name, w.Name) {
			c.name++
		} else {
			t.Logf("%s: %q named %q, not %q", name, w.Surface, m.Name, w.Name)
		}
		if w.Country != "" {
			c.countryOf++
			if w.Country == m.Country {
				c.country++
			} else {
				t.Logf("%s: %q country %q, not %s", name, w.Surface, m.Country, w.Country)
			}
		}
	}
	for i := range g.Mentions {
		m := &g.Mentions[i]
		if !m.Hard && !seen[find(d.Text, m.Surface, m.N)] {
			t.Logf("%s: missed %q %s", name, m.Surface, m.Type)
		}
	}
}
