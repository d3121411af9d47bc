package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// sentenceOf is the text of a document that a test tells from others by its number.
func sentenceOf(n int) string {
	return fmt.Sprintf("The council agreed on Monday to build bridge number %d over the river, the mayor said.", n)
}

// formatFiles returns one file of each format that holds the sentences from n on, and how many. The names say nothing where
// the content is told by itself.
func formatFiles(t *testing.T, n int) []struct {
	name, content string
	articles      int
} {
	t.Helper()
	var zipped, tarred bytes.Buffer
	z := zip.NewWriter(&zipped)
	w, err := z.Create("in/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(w, sentenceOf(n))
	_ = z.Close()
	tw := tar.NewWriter(&tarred)
	_ = tw.WriteHeader(&tar.Header{Name: "in/a.md", Mode: 0o600, Size: int64(len(sentenceOf(n + 1)))})
	_, _ = io.WriteString(tw, sentenceOf(n+1))
	_ = tw.Close()
	page := func(s string) string { return "<!DOCTYPE html><html><body><p>" + s + "</p></body></html>" }
	record := func(kind, contentType, block string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, contentType, len(block), block)
	}
	return []struct {
		name, content string
		articles      int
	}{
		{"zip", zipped.String(), 1},
		{"tar", tarred.String(), 1},
		{"text.txt", sentenceOf(n + 2), 1},
		{"mark.md", "# Bridge\n\n" + sentenceOf(n+3), 1},
		{"page", page(sentenceOf(n + 4)), 1},
		{"lines", fmt.Sprintf("{\"text\": %q}\n{\"html\": %q}\n", sentenceOf(n+5), page(sentenceOf(n+6))), 2},
		{"table.csv", "id,text\n1,\"" + sentenceOf(n+7) + "\"\n2,\"" + sentenceOf(n+8) + "\"\n", 2},
		{"web", record("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+page(sentenceOf(n+9))) + record("conversion", "text/plain", sentenceOf(n+10)), 2},
		{"rows", parquetWith(t, sentenceOf(n+11)), 1},
	}
}

// parquetWith returns a Parquet file with a text column: the articles of a snapshot.
func parquetWith(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	in := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(in, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, stderr, code := command(t, "run", "--quiet", "--out", filepath.Join(dir, "out"), in); code != exitDone {
		t.Fatal(stderr)
	}
	b, err := os.ReadFile(filepath.Join(dir, "out", "latest", "articles.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// articlesOf runs the command and returns the articles' source URIs and texts.
func articlesOf(t *testing.T, in io.Reader, paths ...string) (uris, texts []string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	args := append([]string{"broadsheet", "run", "--quiet", "--out", out}, paths...)
	if code := run(context.Background(), &console{in: in, out: &stdout, err: &stderr}, args); code != exitDone {
		t.Fatalf("code %d: %s", code, stderr.String())
	}
	for table, want := range map[string]int{"articles": -1, "rejects": 1} {
		file, err := os.Open(filepath.Join(out, "latest", table+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(file).ReadAll()
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		if want >= 0 {
			if len(rows) != want {
				t.Errorf("rejects: %v", rows[1:])
			}
			continue
		}
		uri, text := slices.Index(rows[0], "source_uri"), slices.Index(rows[0], "text")
		for _, row := range rows[1:] {
			uris, texts = append(uris, row[uri]), append(texts, row[text])
		}
	}
	return uris, texts
}

// A folder mixes all formats, each as it is and packed in both ways, most told by their content alone.
func TestFormats(t *testing.T) {
	root := t.TempDir()
	pack := map[string]func(string) string{
		"": func(s string) string { return s },
		".gz": func(s string) string {
			var b bytes.Buffer
			w := gzip.NewWriter(&b)
			_, _ = io.WriteString(w, s)
			_ = w.Close()
			return b.String()
		},
		".zst": func(s string) string {
			w, err := zstd.NewWriter(nil)
			if err != nil {
				t.Fatal(err)
			}
			return string(w.EncodeAll([]byte(s), nil))
		},
	}
	want := 0
	for i, packing := range []string{"", ".gz", ".zst"} {
		for _, f := range formatFiles(t, 100*i) {
			if err := os.WriteFile(filepath.Join(root, f.name+packing), []byte(pack[packing](f.content)), 0o600); err != nil {
				t.Fatal(err)
			}
			want += f.articles
		}
	}
	_, texts := articlesOf(t, nil, root)
	if len(texts) != want {
		t.Errorf("%d articles, want %d", len(texts), want)
	}
	slices.Sort(texts)
	var sentences []string
	for i := range 3 {
		for j := range 12 {
			sentences = append(sentences, sentenceOf(100*i+j))
		}
	}
	slices.Sort(sentences)
	if !slices.Equal(texts, sentences) {
		t.Errorf("texts are\n%s", strings.Join(texts, "\n"))
	}

	uris, _ := articlesOf(t, nil, filepath.Join(root, "*.md*"), filepath.Join(root, "table.csv"))
	if strings.Join(uris, " ") != "mark.md mark.md.gz mark.md.zst table.csv table.csv" {
		t.Errorf("globs: %q", uris)
	}
	lines, err := os.ReadFile(filepath.Join(root, "lines.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if uris, _ = articlesOf(t, bytes.NewReader(lines), "-"); strings.Join(uris, " ") != "stdin stdin" {
		t.Errorf("standard input: %q", uris)
	}
}

// The command stops at once, also while it waits for standard input.
func TestStopWhileReading(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	waiting, _ := io.Pipe()
	defer waiting.Close()
	var stdout, stderr bytes.Buffer
	done := make(chan int, 1)
	go func() {
		done <- run(ctx, &console{in: waiting, out: &stdout, err: &stderr}, []string{"broadsheet", "run", "--out", filepath.Join(t.TempDir(), "out"), "-"})
	}()
	time.Sleep(100 * time.Millisecond)
	stop()
	select {
	case code := <-done:
		if code != exitFailed || !strings.Contains(stderr.String(), "stopped") {
			t.Errorf("code %d: %s", code, stderr.String())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("it goes on waiting")
	}
}
