package clean

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"broadsheet/schemas"
	"broadsheet/stages/decode"
)

// shared returns a folder of the shared gold sets, which stand beside the repository or where BROADSHEET_SHARED says.
func shared(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("BROADSHEET_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	path := filepath.Join(root, "gold", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no gold sets beside the repository")
	}
	return path
}

// lines calls f for every line of a file.
func lines(t *testing.T, path string, f func(string)) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		f(in.Text())
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
}

// conllDocuments returns the documents of a CoNLL file, or its sentences where it has no documents.
func conllDocuments(t *testing.T, path string) []string {
	t.Helper()
	var docs []string
	perDoc, newParagraph := false, true
	lines(t, path, func(line string) {
		switch {
		case strings.HasPrefix(line, "# doc_id"):
			docs = append(docs, "")
			perDoc, newParagraph = true, true
		case strings.HasPrefix(line, "# newpar"):
			newParagraph = true
		case strings.HasPrefix(line, "# text = "):
			sentence := strings.TrimPrefix(line, "# text = ")
			if !perDoc {
				docs = append(docs, sentence)
				return
			}
			last := &docs[len(docs)-1]
			switch {
			case *last == "":
			case newParagraph:
				*last += "\n\n"
			default:
				*last += " "
			}
			*last += sentence
			newParagraph = false
		}
	})
	return docs
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// The gold sets. Those of running text hold no boilerplate: whatever a rule takes there is lost. Those cut from web pages do
// (captions, calls, teasers, bare addresses), and what goes there is read: testdata/read.txt names by their hashes the
// removals that were found to be boilerplate, and all others count as lost.
var (
	runningSets = []string{"ner/gmb.part.conll", "ner/crossner.conll", "ner/wikigold.conll", "ner/re3d.train.conll", "ner/sec-filings.train.conll", "ner/btc.conll", "ner/wnut17.train.conll",
		"figures/newsquant.jsonl", "sentiment/nyt.jsonl", "dates/tbaq.jsonl"}
	pageSets = []string{"ner/gum.train.conll", "ner/gum.dev.conll", "ner/ewt.dev.conll", "sentiment/newsmtsc.train.jsonl", "sentiment/newsmtsc.dev.jsonl"}
)

// moved are the rules whose text stands in another column (headline, dateline, byline, date) or in the text in other
// characters.
var moved = map[string]bool{ruleEntity: true, "composition": true, ruleTitle: true, ruleDateline: true, ruleByline: true, ruleHeader: true, ruleSignOff: true}

// hashOf names a removal in testdata/read.txt.
func hashOf(s string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s))
	return fmt.Sprintf("%016x", h.Sum64())
}

// News sentences must survive: text without boilerplate may lose less than 0.1 % of its characters.
func TestNewsSurvives(t *testing.T) {
	read := map[string]bool{}
	lines(t, "testdata/read.txt", func(line string) { read[line] = true })
	for _, set := range append(slices.Clone(runningSets), pageSets...) {
		all, lost, shifted, boilerplate, unstable, count := 0, 0, 0, 0, 0, 0
		for _, doc := range documents(t, shared(t, set)) {
			a := cleaned(t, doc, schemas.Metadata{})
			if a.Text.Content == "" && hasWord(doc) {
				t.Errorf("nothing is left of %q", doc)
			}
			// Cleaning what is clean changes nothing, but for what was written with two datelines and the like.
			if again := cleaned(t, a.Text.Content, schemas.Metadata{Title: cmp.Or(a.Title, "A headline")}); again.Text.Content != a.Text.Content {
				unstable++
			}
			count++
			all += letters(doc)
			for _, r := range a.Text.Removed {
				s := r.Span.Of(a.Text.Source)
				n := letters(s)
				switch {
				case moved[r.Rule]:
					shifted += n
				case slices.Contains(pageSets, set) && n > 3 && read[hashOf(s)]:
					boilerplate += n
				default:
					lost += n
					if n > 3 {
						t.Logf("%s %s: %q", hashOf(s), r.Rule, s)
					}
				}
			}
		}
		share := 100 * float64(lost) / float64(all)
		t.Logf("%s: %d characters, %d lost (%.3f %%), %d moved to other columns, %d read and found to be boilerplate", set, all, lost, share, shifted, boilerplate)
		if unstable > 1+count/1000 {
			t.Errorf("%s: cleaning the clean text changes %d documents", set, unstable)
		}
		if share >= 0.1 {
			t.Errorf("%s: %.3f %% of the characters are lost", set, share)
		}
	}
}

// A document of one sentence is never cleaned away, which hides what the rules would do to the sentence among others: here they
// are asked about every sentence by itself. Tweets are left out, which link, call and sign as boilerplate does.
func TestSentencesSurvive(t *testing.T) {
	all, lost, sentences := 0, 0, 0
	ask := func(line string) {
		if line = strings.TrimSpace(line); line == "" {
			return
		}
		sentences++
		all += letters(line)
		if rule := ruleOf(line, decode.Paragraph); rule != "" && hasWord(line) {
			lost += letters(line)
			t.Logf("%s: %q", rule, line)
		}
	}
	for _, set := range runningSets {
		path := shared(t, set)
		switch {
		case strings.Contains(set, "btc") || strings.Contains(set, "wnut"):
		case strings.HasSuffix(set, ".conll"):
			lines(t, path, func(line string) {
				if sentence, ok := strings.CutPrefix(line, "# text = "); ok {
					ask(sentence)
				}
			})
		default:
			for _, doc := range documents(t, path) {
				for _, line := range strings.Split(doc, "\n") {
					ask(line)
				}
			}
		}
	}
	share := 100 * float64(lost) / float64(all)
	t.Logf("%d sentences, %d characters, %d lost (%.4f %%)", sentences, all, lost, share)
	if share >= 0.01 {
		t.Errorf("%.4f %% of the characters are lost", share)
	}
}

// documents returns the texts of a gold set.
func documents(t *testing.T, path string) []string {
	t.Helper()
	if strings.HasSuffix(path, ".conll") {
		return slices.DeleteFunc(conllDocuments(t, path), func(s string) bool { return strings.TrimSpace(s) == "" })
	}
	var docs []string
	lines(t, path, func(line string) {
		var record struct{ Text string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, record.Text)
	})
	return docs
}

// claim is what a labelled page says of its article; "|" separates alternatives.
type claim struct {
	Given   struct{ Date, Title, URL string }
	Article struct {
		Title         string
		DatelinePlace string `json:"dateline_place"`
		Publisher     string
		Authors       []string
		Absent        []string
		Present       []string
	}
}

// The labelled pages: what is boilerplate goes, what is text stays, and the columns beside the text are right.
func TestLabelledPages(t *testing.T) {
	folder := shared(t, "claims")
	files, err := filepath.Glob(folder + "/gold/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var want claim
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		source, err := os.ReadFile(folder + "/docs/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		a := cleaned(t, string(source), schemas.Metadata{Title: want.Given.Title, Date: want.Given.Date, URL: want.Given.URL})
		checkText(t, a.Text)
		if a.Title != want.Article.Title || a.DatelinePlace != want.Article.DatelinePlace || !slices.Contains(strings.Split(want.Article.Publisher, "|"), a.Publisher) {
			t.Errorf("%s: title %q, place %q, publisher %q, want %q", name, a.Title, a.DatelinePlace, a.Publisher, want.Article.Publisher)
		}
		if strings.Join(a.Authors, ";") != strings.Join(want.Article.Authors, ";") {
			t.Errorf("%s: authors %q", name, a.Authors)
		}
		for _, s := range want.Article.Absent {
			if strings.Contains(a.Text.Content, s) {
				t.Errorf("%s: text holds %q", name, s)
			}
		}
		for _, s := range want.Article.Present {
			if !strings.Contains(a.Text.Content, s) {
				t.Errorf("%s: text lacks %q", name, s)
			}
		}
		for _, r := range a.Text.Removed {
			t.Logf("%s: %s %q", name, r.Rule, r.Span.Of(a.Text.Source))
		}
	}
}
