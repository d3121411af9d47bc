package entities

import (
	"os"
	"strings"
	"testing"

	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// nerDocument is a text with gold spans by class: PER, ORG, LOC or MISC.
type nerDocument struct {
	text strings.Builder
	gold map[text.Span]string
}

// readNER reads a gold file; sentences are joined by spaces, paragraphs by blank lines.
func readNER(raw string) []*nerDocument {
	var docs []*nerDocument
	d := &nerDocument{gold: map[text.Span]string{}}
	sentence, at, paragraph := "", 0, false
	var open text.Span
	kind := ""
	shut := func() {
		if kind != "" {
			d.gold[open] = kind
		}
		kind = ""
	}
	for _, line := range strings.Split(raw, "\n") {
		switch {
		case strings.HasPrefix(line, "# doc_id"):
			d = &nerDocument{gold: map[text.Span]string{}}
			docs = append(docs, d)
		case strings.HasPrefix(line, "# newpar"):
			paragraph = true
		case strings.HasPrefix(line, "# text = "):
			if len(docs) == 0 {
				docs = append(docs, d)
			}
			if d.text.Len() > 0 {
				d.text.WriteString(map[bool]string{true: "\n\n", false: " "}[paragraph])
			}
			paragraph = false
			sentence, at = strings.TrimPrefix(line, "# text = "), d.text.Len()
			d.text.WriteString(sentence)
		case line == "":
			shut()
		case !strings.HasPrefix(line, "#") || strings.Contains(line, "\t"):
			cell := strings.Split(line, "\t")
			i := strings.Index(sentence, cell[0])
			if i < 0 {
				continue
			}
			span := text.Span{Start: at + i, End: at + i + len(cell[0])}
			at, sentence = span.End, sentence[i+len(cell[0]):]
			if cell[1][0] != 'I' {
				shut()
			}
			if cell[1][0] == 'B' {
				open, kind = span, cell[1][2:]
			} else if cell[1][0] == 'I' {
				open.End = span.End
			}
		}
	}
	return docs
}

// TestNews scores spans and coarse types on news that no part of the product has seen.
func TestNews(t *testing.T) {
	raw, err := os.ReadFile(gold(t, "ner/devtest.conll"))
	if err != nil {
		t.Fatal(err)
	}
	r := recogniser(t)
	classes := []string{"PER", "ORG", "LOC", "MISC"}
	goldOf, gotOf, rightOf := map[string]int{}, map[string]int{}, map[string]int{}
	var sure [11][2]int
	for _, doc := range readNER(string(raw)) {
		d := segment.Split(doc.text.String())
		for _, k := range doc.gold {
			goldOf[k]++
		}
		for _, m := range r.Recognise(d, Context{}) {
			class := "MISC"
			switch m.Type {
			case "person":
				class = "PER"
			case "organization":
				class = "ORG"
			case "location", "facility":
				class = "LOC"
			}
			gotOf[class]++
			ok := doc.gold[m.Span] == class
			if ok {
				rightOf[class]++
			}
			sure[int(m.Confidence*10)][0]++
			if ok {
				sure[int(m.Confidence*10)][1]++
			}
		}
	}
	right, golds, got := 0, 0, 0
	for _, c := range classes {
		t.Logf("%s: P %.1f R %.1f F1 %.1f", c, 100*float64(rightOf[c])/float64(gotOf[c]), 100*float64(rightOf[c])/float64(goldOf[c]), f1(rightOf[c], goldOf[c], gotOf[c]))
		if c != "MISC" {
			right, golds, got = right+rightOf[c], golds+goldOf[c], got+gotOf[c]
		}
	}
	t.Logf("PER, ORG and LOC: F1 %.1f", f1(right, golds, got))
	if f1(right, golds, got) < 78 {
		t.Errorf("F1 is %.1f, was 79 before", f1(right, golds, got))
	}
	for i, n := range sure {
		if n[0] > 0 {
			t.Logf("confidence %.1f: %d mentions, %.2f right", float64(i)/10, n[0], float64(n[1])/float64(n[0]))
		}
	}
}
