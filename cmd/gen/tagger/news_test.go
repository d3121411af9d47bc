package main

import (
	"os"
	"slices"
	"testing"
)

func TestReadNews(t *testing.T) {
	path := t.TempDir() + "/a.txt"
	story := "[P Ada Lind] left [O Halden & Voss]'s board.\nShe lives in [L Oslo].\n\n\nNothing here.\n"
	if err := os.WriteFile(path, []byte(story), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := readNews(path, news)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].seg.Text != "Ada Lind left Halden & Voss's board.\n\nShe lives in Oslo." {
		t.Fatalf("%d stories, the first is %q", len(docs), docs[0].seg.Text)
	}
	var got []string
	for _, n := range docs[0].names {
		got = append(got, n.kind.String()+" "+docs[0].seg.Text[n.start:n.end])
	}
	if want := []string{"PER Ada Lind", "ORG Halden & Voss", "LOC Oslo"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnmarkErrors(t *testing.T) {
	for _, line := range []string{"in [L Oslo", "in L Oslo]", "in [Oslo]", "in [X Oslo]", "in [L ]", "in [L Oslo ]", "[O Bank of [L Oslo]]"} {
		if text, names, err := unmark(line); err == nil {
			t.Errorf("%q gives %q, %v", line, text, names)
		}
	}
}

// Every story in the repository can be read, and names stand at the borders of tokens, so that they are learned from.
func TestStories(t *testing.T) {
	files, err := newsFiles("data")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	names, cut := 0, 0
	for _, path := range files {
		docs, err := readNews(path, news)
		if err != nil {
			t.Error(err)
		}
		for _, d := range docs {
			for _, n := range d.names {
				names++
				first, last := d.seg.Tokens[d.seg.TokenAt(n.start)], d.seg.Tokens[d.seg.TokenAt(n.end-1)]
				if first.Start != n.start || last.End != n.end {
					cut++
				}
			}
		}
	}
	if 100*cut > names {
		t.Errorf("%d of %d names cut a token", cut, names)
	}
}
