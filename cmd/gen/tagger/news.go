package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"broadsheet/stages/entities/tagger"
)

// news is invented news, labelled by its writers: the text of the folder news beside the word lists.
var news = corpus{name: "news", weight: 0.5, invented: true, copies: 3}

// newsFiles lists the files of a folder of stories.
func newsFiles(dir string) ([]string, error) { return filepath.Glob(dir + "/news/*.txt") }

// readNews reads stories whose names are marked in place. A line is a paragraph, an empty line ends a story:
//
//	[P Ada Lind] of [O Halden & Voss] came to [L Oslo].
func readNews(path string, c corpus) ([]*document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []*document
	var b builder
	flush := func() {
		if b.text.Len() > 0 {
			docs = append(docs, b.done(c))
		}
		b = builder{}
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if in.Text() == "" {
			flush()
			continue
		}
		text, names, err := unmark(in.Text())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		b.add(text, names, "\n\n")
	}
	flush()
	return docs, in.Err()
}

var marks = map[string]tagger.Type{"P": tagger.PER, "O": tagger.ORG, "L": tagger.LOC, "M": tagger.MISC}

// unmark takes the marks out of a paragraph and returns what they enclose as byte ranges of the rest.
func unmark(line string) (string, []name, error) {
	var text strings.Builder
	var names []name
	for {
		before, rest, ok := strings.Cut(line, "[")
		text.WriteString(before)
		if strings.Contains(before, "]") {
			return "", nil, fmt.Errorf("a bracket is closed that was not opened, in %q", before)
		}
		if !ok {
			return text.String(), names, nil
		}
		marked, after, ok := strings.Cut(rest, "]")
		mark, words, _ := strings.Cut(marked, " ")
		kind, known := marks[mark]
		if !ok || !known || words == "" || strings.TrimSpace(words) != words || strings.Contains(words, "[") {
			return "", nil, fmt.Errorf("no name in brackets with its type P, O, L or M: %q", "["+marked)
		}
		at := text.Len()
		text.WriteString(words)
		names = append(names, name{at, text.Len(), kind})
		line = after
	}
}
