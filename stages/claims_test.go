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
	Given    struct{ Date, Title string }
	Figures  []claim
	Optional []string `json:"optional_figures"`
	text     string
}

// claimSlots are what is scored of a figure that was found; a whole claim has all but the first two and the last right.
var claimSlots = []string{"kind", "metric_entities", "unit", "currency", "bound", "direction", "metric", "period", "speaker", "is_quoted"}

// claimFloors are the shares in per cent that no change may lower: of figures found (place), of what was found (precision), and
// of each slot.
var claimFloors = map[string]map[string]float64{
	"open": {"place": 92, "precision": 95, "kind": 97, "unit": 96, "currency": 96, "bound": 97, "direction": 96, "metric": 94,
		"metric_entities": 83, "period": 94, "speaker": 82, "is_quoted": 99, "whole claim": 78},
	"second": {"place": 94, "precision": 96, "kind": 97, "unit": 97, "currency": 99, "bound": 95, "direction": 93, "metric": 85,
		"metric_entities": 61, "period": 83, "speaker": 90, "is_quoted": 99, "whole claim": 70},
	"blind": {"place": 92, "precision": 92, "kind": 92, "unit": 92, "currency": 92, "bound": 92, "direction": 90},
}

func TestClaims(t *testing.T) {
	e := extractor(t)
	scores := map[string]*score{}
	for part := range claimFloors {
		scores[part] = newScore()
	}
	for _, l := range labelledTexts(t) {
		doc := document("claims", l.text)
		doc.Metadata = schemas.Metadata{Title: l.Given.Title, Date: l.Given.Date}
		scores[l.Part].add(l, e.Extract(doc))
	}
	for _, part := range []string{"open", "second", "blind"} {
		s := scores[part]
		var table strings.Builder
		for _, k := range s.names() {
			fmt.Fprintf(&table, "\n%-16s %5.1f %% of %d", k, s.share(k), s.of[k])
			if floor := claimFloors[part][k]; s.share(k) < floor {
				t.Errorf("%s: %s %.1f %%, was %.1f", part, k, s.share(k), floor)
				if part != "blind" { // whose mistakes nobody looks at
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

func labelledTexts(t *testing.T) []labelledText {
	t.Helper()
	paths, err := filepath.Glob("../testdata/quality/claims/gold/*.json")
	if err != nil || len(paths) != 36 {
		t.Fatalf("%d labelled texts: %v", len(paths), err)
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
		b, err = os.ReadFile(filepath.Join("../testdata/quality/claims/docs", name))
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

// add compares the figures of a text with its labels.
func (s *score) add(l labelledText, r Result) {
	names := map[string]string{}
	for _, m := range r.Mentions {
		names[m.EntityID] = m.EntityName
	}
	taken := map[int]bool{}
	for _, c := range l.Figures {
		start, ok := findFromEnd(r.Article.Text, l.text, c)
		if !ok && c.Title {
			continue // the headline is no part of the text
		}
		end := start + utf8.RuneCountInString(c.Core)
		found := -1
		for i, f := range r.Figures {
			if ok && !taken[i] && int(f.CharStart) < end && start < int(f.CharEnd) && near(&f.Value, &c.Value) && near(f.ValueHigh, c.ValueHigh) {
				found = i
			}
		}
		note := fmt.Sprintf("%s: %q", l.Given.Title, c.Core)
		s.mark("place", found >= 0, note)
		if found < 0 {
			if !c.Hard {
				s.mark("whole claim", false, note)
			}
			continue
		}
		taken[found] = true
		if c.Hard {
			continue
		}
		s.slots(&c, &r.Figures[found], names, note)
	}
	for i, f := range r.Figures {
		if !taken[i] && slices.Contains(l.Optional, f.Surface) {
			continue
		}
		s.mark("precision", taken[i], fmt.Sprintf("%s: %q", l.Given.Title, f.Surface))
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
