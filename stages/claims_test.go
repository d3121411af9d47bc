package stages

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/schemas"
)

// claim is a labelled figure of testdata/quality/claims; its README says what the fields mean.
type claim struct {
	Core           string
	N              int
	Kind           string
	Value          float64
	ValueHigh      *float64 `json:"value_high"`
	Unit           string
	Currency       string
	Bound          string
	Direction      string
	Metric         string
	MetricHas      []string `json:"metric_has"`
	MetricEntities []string `json:"metric_entities"`
	PeriodStart    string   `json:"period_start"`
	PeriodEnd      string   `json:"period_end"`
	Speaker        string
	IsQuoted       bool `json:"is_quoted"`
	Skip           []string
	Hard           bool
	Title          bool
}

type labelledText struct {
	Part     string
	Given    struct{ Date, Title, URL string }
	Figures  []claim
	Optional []json.RawMessage `json:"optional_figures"` // a string or an object with core
	Article  struct{ Unscored []string }
	text     string
}

// claimSlots are what is scored of a figure that was found; a whole claim has all but the first two and the last right.
var claimSlots = []string{"kind", "metric_entities", "unit", "currency", "bound", "direction", "metric", "period", "speaker", "is_quoted"}

// claimFloors are the shares in per cent that no change may lower: of figures found (place), of what was found (precision), and
// of each slot.
var claimFloors = map[string]map[string]float64{
	"open": {"place": 94, "precision": 96, "kind": 98, "unit": 97, "currency": 99, "bound": 98, "direction": 98, "metric": 95,
		"metric_entities": 75, "period": 95, "speaker": 90, "is_quoted": 99, "whole claim": 84},
	"second": {"place": 96, "precision": 97, "kind": 97, "unit": 97, "currency": 99, "bound": 95, "direction": 97, "metric": 96,
		"metric_entities": 60, "period": 97, "speaker": 93, "is_quoted": 99, "whole claim": 85},
	"blind": {"place": 96, "precision": 96, "kind": 96, "unit": 96, "currency": 96, "bound": 96, "direction": 96, "metric": 90,
		"metric_entities": 50, "period": 94, "speaker": 94, "is_quoted": 96, "whole claim": 86},
	"pages": {"place": 96, "precision": 98, "kind": 95, "unit": 90, "currency": 99, "bound": 98, "direction": 97, "metric": 93,
		"metric_entities": 76, "period": 94, "speaker": 80, "is_quoted": 99, "whole claim": 71},
	"later": {"place": 95, "precision": 98, "kind": 97, "unit": 93, "currency": 99, "bound": 98, "direction": 96, "metric": 94,
		"metric_entities": 74, "period": 94, "speaker": 77, "is_quoted": 99, "whole claim": 68},
	"last": {"place": 98, "precision": 99, "kind": 97, "unit": 94, "currency": 97, "bound": 99, "direction": 97, "metric": 80,
		"metric_entities": 60, "period": 93, "speaker": 90, "is_quoted": 99, "whole claim": 70},
}

func TestClaims(t *testing.T) {
	e := extractor(t)
	scores := map[string]*score{}
	for part := range claimFloors {
		scores[part] = newScore()
	}
	for _, l := range labelledTexts(t) {
		scores[l.Part].add(l, e.Extract(l.document()))
	}
	for _, part := range []string{"open", "second", "blind", "pages", "later", "last"} {
		s := scores[part]
		var table strings.Builder
		for _, k := range s.names() {
			fmt.Fprintf(&table, "\n%-16s %5.1f %% of %d", k, s.share(k), s.of[k])
			if floor := claimFloors[part][k]; s.share(k) < floor {
				t.Errorf("%s: %s %.1f %%, was %.1f", part, k, s.share(k), floor)
				if part != "blind" && part != "last" { // whose mistakes nobody looks at
					t.Log(strings.Join(s.wrong[k], "\n"))
				}
			}
		}
		t.Logf("%s texts%s", part, table.String())
	}
}

// TestReasons holds that every figure says why it is what it is.
func TestReasons(t *testing.T) {
	e := extractor(t)
	for _, l := range labelledTexts(t) {
		doc := document("claims", l.text)
		a, reject := e.Analyse(&doc, func(string) {})
		if reject != nil {
			t.Fatal(reject.Message)
		}
		for _, f := range a.Figures {
			if f.ReadBy == "" || f.MetricBy == "" || f.PeriodBy == "" || f.SpeakerBy == "" {
				t.Errorf("%q lacks a reason: %q, %q, %q, %q", f.Span.Of(a.Segments.Text), f.ReadBy, f.MetricBy, f.PeriodBy, f.SpeakerBy)
			}
		}
	}
}

// document returns the text as a source would give it.
func (l labelledText) document() schemas.Document {
	doc := document("claims", l.text)
	doc.Metadata = schemas.Metadata{Title: l.Given.Title, Date: l.Given.Date, URL: l.Given.URL}
	return doc
}

func labelledTexts(t *testing.T) []labelledText {
	t.Helper()
	texts := claimsIn(t, "../testdata/quality/claims")
	if len(texts) != 76 {
		t.Fatalf("%d labelled texts", len(texts))
	}
	return texts
}

// claimsIn reads a folder of labelled texts.
func claimsIn(t *testing.T, folder string) []labelledText {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelledText
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var l labelledText
		if err := json.Unmarshal(b, &l); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".json") + ".txt"
		b, err = os.ReadFile(filepath.Join(folder, "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		l.text = string(b)
		out = append(out, l)
	}
	return out
}

type score struct {
	right, of map[string]int
	wrong     map[string][]string
}

func newScore() *score {
	return &score{map[string]int{}, map[string]int{}, map[string][]string{}}
}

func (s *score) mark(what string, ok bool, note string) {
	s.of[what]++
	if ok {
		s.right[what]++
	} else {
		s.wrong[what] = append(s.wrong[what], note)
	}
}

func (s *score) share(what string) float64 {
	return math.Round(1000*float64(s.right[what])/float64(max(s.of[what], 1))) / 10
}

func (s *score) names() []string {
	var out []string
	for k := range s.of {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// place finds the labelled figures among those of a text, and marks what is found; it tells which figures of the text are
// right, by their index.
func (s *score) place(l labelledText, r Result) map[int]*claim {
	taken := map[int]*claim{}
	for n := range l.Figures {
		c := &l.Figures[n]
		start, ok := findFromEnd(r.Article.Text, l.text, *c)
		if !ok && c.Title {
			continue // the headline is no part of the text
		}
		end := start + utf8.RuneCountInString(c.Core)
		found := -1
		for i, f := range r.Figures {
			if ok && taken[i] == nil && int(f.CharStart) < end && start < int(f.CharEnd) && near(&f.Value, &c.Value) && near(f.ValueHigh, c.ValueHigh) {
				found = i
			}
		}
		s.mark("place", found >= 0, l.note(c))
		if found >= 0 {
			taken[found] = c
		} else if !c.Hard {
			s.mark("whole claim", false, l.note(c))
		}
	}
	return taken
}

func (l labelledText) note(c *claim) string { return fmt.Sprintf("%s: %q", l.Given.Title, c.Core) }

// isOptional tells whether a figure may be listed or not, or stands in what is neither news nor boilerplate.
func (l labelledText) isOptional(f *schemas.FigureRow) bool {
	for _, o := range l.Optional {
		if strings.Contains(string(o), f.Surface) {
			return true
		}
	}
	return slices.ContainsFunc(l.Article.Unscored, func(u string) bool { return strings.Contains(u, f.Sentence) || strings.Contains(f.Sentence, u) })
}

// add compares the figures of a text with its labels.
func (s *score) add(l labelledText, r Result) {
	names := map[string]string{}
	for _, m := range r.Mentions {
		names[m.EntityID] = m.EntityName
	}
	taken := s.place(l, r)
	for i := range r.Figures {
		f := &r.Figures[i]
		if c := taken[i]; c != nil && !c.Hard {
			s.slots(c, f, names, l.note(c))
		}
		if taken[i] != nil || !l.isOptional(f) {
			s.mark("precision", taken[i] != nil, fmt.Sprintf("%s: %q", l.Given.Title, f.Surface))
		}
	}
}

func (s *score) slots(c *claim, f *schemas.FigureRow, names map[string]string, note string) {
	whole := true
	for i, slot := range claimSlots {
		if slices.Contains(c.Skip, slot) || slot == "metric" && c.Metric != "" && len(c.MetricHas) == 0 {
			continue
		}
		ok, got := c.holds(slot, f, names)
		s.mark(slot, ok, note+" "+got)
		whole = whole && (ok || i < 2 || slot == "is_quoted")
	}
	s.mark("whole claim", whole, note)
}

// holds tells whether one slot of a figure is as labelled, and what it is.
func (c *claim) holds(slot string, f *schemas.FigureRow, names map[string]string) (bool, string) {
	switch slot {
	case "kind":
		return f.Kind == c.Kind, f.Kind
	case "metric_entities":
		ok := len(f.MetricEntityIDs) == len(c.MetricEntities)
		for i, id := range f.MetricEntityIDs {
			ok = ok && slices.ContainsFunc(c.MetricEntities, func(want string) bool { return among(names[id], want) }) && !slices.Contains(f.MetricEntityIDs[:i], id)
		}
		return ok, fmt.Sprint(f.MetricEntityIDs)
	case "unit":
		return c.unit(f.Unit), f.Unit
	case "currency":
		return f.Currency == c.Currency, f.Currency
	case "bound":
		return f.Bound == c.Bound, f.Bound
	case "direction":
		return f.Direction == c.Direction, f.Direction
	case "metric":
		return c.metric(f.Metric), f.Metric
	case "period":
		from, to := day(f.PeriodStart), day(f.PeriodEnd)
		return from == c.PeriodStart && to == c.PeriodEnd, from + ".." + to
	case "speaker":
		return among(f.SpeakerName, c.Speaker), f.SpeakerName
	}
	return f.IsQuoted == c.IsQuoted, fmt.Sprint(f.IsQuoted)
}

// unit compares units: of counts and money, one may have more words than the other ("overnight stay" and "stay").
func (c *claim) unit(got string) bool {
	for _, want := range strings.Split(c.Unit, "|") {
		if got == want {
			return true
		}
		if want == "" || got == "" || c.Kind != "count" && c.Kind != "money" {
			continue
		}
		a, b := strings.Fields(want), strings.Fields(got)
		in := func(x, y []string) bool {
			return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
		}
		if in(a, b) || in(b, a) {
			return true
		}
	}
	return false
}

// metric wants the telling words in a phrase that is no sentence.
func (c *claim) metric(got string) bool {
	if c.Metric == "" {
		return got == ""
	}
	if n := len(strings.Fields(got)); n > max(6, 2*len(strings.Fields(c.Metric))) {
		return false
	}
	low := strings.ToLower(got)
	return !slices.ContainsFunc(c.MetricHas, func(w string) bool { return !strings.Contains(low, w) })
}

// findFromEnd returns the place of a claim in the clean text, in code points: the headline may be gone from its beginning, so
// occurrences are counted from the end.
func findFromEnd(clean, source string, c claim) (int, bool) {
	behind := strings.Count(source, c.Core) - c.N
	at := len(clean)
	for ; behind >= 0; behind-- {
		if at = strings.LastIndex(clean[:at], c.Core); at < 0 {
			return 0, false
		}
	}
	return utf8.RuneCountInString(clean[:at]), true
}

func near(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= 1e-6*max(1, math.Abs(*a), math.Abs(*b))
}

func day(d *schemas.Date) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// among tells whether got is one of the alternatives that "|" separates; nothing is nothing.
func among(got, want string) bool {
	return slices.ContainsFunc(strings.Split(want, "|"), func(w string) bool { return strings.EqualFold(got, w) })
}
