package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// tree writes files below a new folder and returns it.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "root")
	if err := os.MkdirAll(root, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// read returns every item of the paths as a line: URI, index and the body, or the reject.
func read(t testing.TB, options Options, paths ...string) []string {
	t.Helper()
	r, err := Open(paths, options)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for item := range r.Items() {
		out = append(out, describe(item))
	}
	if got, total := r.Progress(); got != total {
		t.Errorf("progress ends at %d of %d bytes", got, total)
	}
	return out
}

func describe(item Item) string {
	if row := item.Reject; row != nil {
		where := row.SourceURI
		if row.RecordIndex != nil {
			where += fmt.Sprintf("[%d]", *row.RecordIndex)
		}
		return fmt.Sprintf("%s %s: %s", where, row.Reason, row.Message)
	}
	d := item.Document
	where := d.SourceURI
	if d.RecordIndex >= 0 {
		where += fmt.Sprintf("[%d]", d.RecordIndex)
	}
	return where + " = " + string(d.Body)
}

// equal compares lists of items line by line; a wanted line that ends in … is a prefix.
func equal(t testing.TB, got []string, want ...string) {
	t.Helper()
	for i := 0; i < max(len(got), len(want)); i++ {
		switch {
		case i >= len(want):
			t.Errorf("too much: %s", got[i])
		case i >= len(got):
			t.Errorf("missing: %s", want[i])
		default:
			prefix, cut := strings.CutSuffix(want[i], "…")
			if got[i] != want[i] && !(cut && strings.HasPrefix(got[i], prefix)) {
				t.Errorf("got  %s\nwant %s", got[i], want[i])
			}
		}
	}
}

func gz(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

func zst(s string) string {
	w, err := zstd.NewWriter(nil, zstd.WithWindowSize(128<<10)) // a reader holds the window
	if err != nil {
		panic(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

func TestFolder(t *testing.T) {
	root := tree(t, map[string]string{
		"b.txt": "bee", "a/z.md": "# zed", "a/y.txt.gz": gz("why"), "a.txt": "ay", "c.zst": zst("sea"),
		".hidden/x.txt": "no", ".x": "no", "empty.txt": "", "50%#1.txt": "odd", "photo.png": "\x89PNG\r\n\x1a\n\x00",
		"note.docx": "PK\x03\x04rest", "noise": "\x00\x01", "feed.xml": "<?xml version='1.0'?><rss/>",
	})
	equal(t, read(t, Options{}, root),
		"50%25%231.txt = odd",
		"a.txt = ay",
		"a/y.txt.gz = why",
		"a/z.md = # zed",
		"b.txt = bee",
		"c.zst = sea",
		"empty.txt empty: the file is empty",
		"feed.xml unsupported_format: the file is XML of an unknown kind",
		"noise unsupported_format: the file is binary, of an unknown kind",
		"note.docx unsupported_format: …",
		"photo.png unsupported_format: the file is a PNG image")
}

func TestRoots(t *testing.T) {
	root := tree(t, map[string]string{"one/a.txt": "1", "two/a.txt": "2", "two/sub/one/b.txt": "3"})
	one, two := filepath.Join(root, "one"), filepath.Join(root, "two")
	equal(t, read(t, Options{}, two, one), "one/a.txt = 1", "two/a.txt = 2", "two/sub/one/b.txt = 3")
	equal(t, read(t, Options{}, one, one), "a.txt = 1")
	equal(t, read(t, Options{}, filepath.Join(one, "a.txt"), filepath.Join(two, "a.txt")), "one/a.txt = 1", "two/a.txt = 2")
	equal(t, read(t, Options{}, filepath.Join(two, "sub", "one"), one), "root/one/a.txt = 1", "sub/one/b.txt = 3")
	equal(t, read(t, Options{}, filepath.Join(root, "*", "a.txt")), "one/a.txt = 1", "two/a.txt = 2")
	equal(t, read(t, Options{Stdin: strings.NewReader("in")}, "-"), "stdin = in")
	t.Chdir(root)
	equal(t, read(t, Options{}, "."), "one/a.txt = 1", "two/a.txt = 2", "two/sub/one/b.txt = 3")
}

func TestOpenRefuses(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "1"})
	for _, c := range []struct {
		options Options
		paths   []string
		want    string
	}{
		{Options{}, nil, "no input"},
		{Options{}, []string{filepath.Join(root, "b.txt")}, "no such file"},
		{Options{}, []string{filepath.Join(root, "*.md")}, "no file matches"},
		{Options{}, []string{"-"}, "standard input"},
		{Options{Fields: map[string]string{"txt": "a"}}, []string{root}, `field "txt" is unknown`},
		{Options{MaxDocumentBytes: -1}, []string{root}, "must be positive"},
	} {
		if _, err := Open(c.paths, c.options); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.paths, err, c.want)
		}
	}
}

func TestLinks(t *testing.T) {
	root := tree(t, map[string]string{"a/x.txt": "1"})
	for link, target := range map[string]string{"loop": root, "a/self": "self", "file.txt": filepath.Join("a", "x.txt"), "gone.txt": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, read(t, Options{}, root),
		"a/self unreadable: too many levels of symbolic links",
		"a/x.txt = 1",
		"file.txt = 1",
		"gone.txt unreadable: no such file or directory",
		"loop unreadable: a symbolic link to a folder is not followed; …")
}

func TestJSONLines(t *testing.T) {
	root := tree(t, map[string]string{"n.jsonl": "\xEF\xBB\xBF" + `{"id": 7, "text": "one", "title": " T ", "authors": ["A B", {"name": "C D"}], "date": 1700000000, "url": "http://x/"}
{"content": "two", "author": "A B and C D"}

{"html": "<p>three</p>"}
{"text": 3}
{"text": "  "}
[1]
{"text": "cut
{"text": "long ` + strings.Repeat("x", 200) + `"}
` + "{\"text\": \"caf\xe9 au lait\"}\n" + `{"text": "last"}`})
	r, err := Open([]string{root}, Options{MaxDocumentBytes: 190})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for item := range r.Items() {
		got = append(got, describe(item))
		if m := item.Document.Metadata; len(got) == 1 && (m.ExternalID != "7" || m.Title != "T" || strings.Join(m.Authors, "|") != "A B|C D" || m.Date != "2023-11-14T22:13:20Z") {
			t.Errorf("metadata is %+v", m)
		} else if len(got) == 2 && strings.Join(m.Authors, "|") != "A B|C D" {
			t.Errorf("authors are %q", m.Authors)
		} else if len(got) == 3 && item.Document.MediaType != "text/html" {
			t.Errorf("media type is %q", item.Document.MediaType)
		}
	}
	equal(t, got,
		"n.jsonl[0] = one",
		"n.jsonl[1] = two",
		"n.jsonl[2] = <p>three</p>",
		`n.jsonl[3] malformed_record: line 5, byte 191: field "text" is a number, not a string`,
		"n.jsonl[4] no_text: line 6, byte 203: no text in the record: …",
		"n.jsonl[5] malformed_record: line 7, byte 218: an array is no JSON object",
		"n.jsonl[6] malformed_record: line 8, byte 222: malformed JSON behind 13 bytes: unexpected end of JSON input",
		"n.jsonl[7] too_large: line 9, byte 236: the line is 218 bytes long, more than 190",
		"n.jsonl[8] = café au lait",
		"n.jsonl[9] = last")
	own := tree(t, map[string]string{"a.jsonl": `{"text": "no", "article_text": "yes"}`})
	equal(t, read(t, Options{Fields: map[string]string{"text": "article_text"}}, own), "a.jsonl[0] = yes")
}

func TestTruncated(t *testing.T) {
	lines := strings.Repeat(`{"text": "one more line of news"}`+"\n", 5000)
	packed := gz(lines)
	root := tree(t, map[string]string{"a.txt.gz": packed[:len(packed)/2], "b.jsonl.gz": packed[:len(packed)-20], "c.txt.gz": "\x1f\x8b\x08"})
	got := read(t, Options{}, root)
	if len(got) < 4 {
		t.Fatal(got)
	}
	equal(t, got[:2], "a.txt.gz truncated: …", "b.jsonl.gz[0] = one more line of news")
	equal(t, got[len(got)-2:], "b.jsonl.gz[…", "c.txt.gz truncated: gzip header: the file ends too early")
	if !strings.Contains(got[len(got)-2], "truncated: line ") {
		t.Error(got[len(got)-2])
	}
}

func TestBomb(t *testing.T) {
	bomb := gz(strings.Repeat("x", 4<<20))
	root := tree(t, map[string]string{"a.txt.gz": bomb, "b.jsonl.gz": bomb, "c.txt": "read"})
	equal(t, read(t, Options{MaxDocumentBytes: 4096}, root),
		"a.txt.gz too_large: more than 4096 bytes",
		"b.jsonl.gz[0] too_large: line 1, byte 0: expands to more than a text does; the rest is not read",
		"c.txt = read")
}

// What is skipped of a member counts as well: behind a bomb, an archive without its directory is not read on.
func TestBombInCutZip(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range [][2]string{{"bomb.txt", strings.Repeat("x", 8<<20)}, {"behind.txt", "One more line of news."}} {
		f, err := w.Create(m[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(m[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil { // without the directory that Close writes
		t.Fatal(err)
	}
	root := tree(t, map[string]string{"cut.zip": b.String()})
	equal(t, read(t, Options{MaxDocumentBytes: 4096}, root),
		"cut.zip/bomb.txt too_large: …", "cut.zip truncated: …")
}

func TestArticleID(t *testing.T) {
	root := tree(t, map[string]string{"a.txt.gz": gz("same"), "b.txt": "same"})
	r, err := Open([]string{root}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for item := range r.Items() {
		ids = append(ids, item.Document.ArticleID())
	}
	if len(ids) != 2 || ids[0] != ids[1] || ids[0] != "0967115f2813a354" {
		t.Error(ids)
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"text": "one", "date": 5, "authors": [{"name": "x"}, null]}`))
	f.Add([]byte(strings.Repeat("[", 20000)))
	fields, err := newFields(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		d, reason, err := fields.fromJSON(line)
		if (err == nil) != (reason == "") || (err == nil) != (len(d.Body) > 0) {
			t.Fatalf("%q: %v %q %v", line, d, reason, err)
		}
	})
}
