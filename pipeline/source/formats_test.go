package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"
)

func zipOf(members ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(f, members[i+1])
	}
	_ = w.Close()
	return b.String()
}

func tarOf(members ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		_ = w.WriteHeader(&tar.Header{Name: members[i], Size: int64(len(members[i+1])), Mode: 0o644})
		_, _ = io.WriteString(w, members[i+1])
	}
	_ = w.Close()
	return b.String()
}

func TestArchives(t *testing.T) {
	whole := zipOf("b/two.txt", "2", "one.txt", "1", ".DS_Store", "x", "n.jsonl", `{"text":"3"}`+"\n"+`{"text":"4"}`, "one.txt", "again", "in.zip", zipOf("deep.txt", "5"), "e.txt", "")
	news := tarOf("d/a.txt", "1", "../b#.md", "2", "c.txt.gz", gz("3"), "c.txt.gz", gz("4")[:12])
	root := tree(t, map[string]string{"a.zip": whole, "b.tar": news, "c.tar.gz": gz(news), "d.tgz": gz(tarOf("x.txt", "x")), "e.tar.zst": zst(tarOf("x.txt", "x")),
		"f.zip": whole[:len(whole)/2], "g.tar": news[:1200], "h": zipOf("x.txt", "x")})
	inTar := func(archive string) []string {
		return []string{archive + "/d/a.txt = 1", archive + "/../b%23.md = 2", archive + "/c.txt.gz = 3", archive + "/c.txt.gz~2 truncated: …"}
	}
	want := []string{"a.zip/b/two.txt = 2", "a.zip/one.txt = 1", "a.zip/n.jsonl[0] = 3", "a.zip/n.jsonl[1] = 4", "a.zip/one.txt~2 = again", "a.zip/in.zip/deep.txt = 5",
		"a.zip/e.txt empty: the file is empty"}
	want = append(append(want, inTar("b.tar")...), inTar("c.tar.gz")...)
	want = append(want, "d.tgz/x.txt = x", "e.tar.zst/x.txt = x", "f.zip/b/two.txt = 2", "f.zip/one.txt = 1", "f.zip/n.jsonl[0] = 3", "f.zip/n.jsonl[1] = 4", "f.zip/one.txt~2 = again", "f.zip/in.zip truncated: …", "f.zip truncated: …", "g.tar/d/a.txt = 1", "g.tar truncated: …", "h/x.txt = x")
	equal(t, read(t, Options{}, root), want...)
}

// Of an archive without its directory every whole member is read; damage is told by the checksum.
func TestCutZip(t *testing.T) {
	stored := func(content string) string {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		f, err := w.CreateRaw(&zip.FileHeader{Name: "s.txt", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(content)), CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content))})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(f, content)
		_ = w.Close()
		return b.String()
	}
	whole := zipOf("one.txt", strings.Repeat("one ", 100), "two.txt", strings.Repeat("two ", 100))
	second := strings.LastIndex(whole, "PK\x03\x04")
	plain := stored("stored as it is")
	root := tree(t, map[string]string{"a.zip": whole[:second+40], "b.zip": plain[:45], "c.zip": strings.Replace(plain[:60], "stored", "damage", 1), "d.zip": plain[:60], "e.zip": whole[:20]})
	equal(t, read(t, Options{}, root),
		"a.zip/one.txt = one one …", "a.zip/two.txt truncated: …", "a.zip truncated: …",
		"b.zip/s.txt truncated: …", "b.zip truncated: …",
		"c.zip/s.txt unreadable: …", "c.zip truncated: …",
		"d.zip/s.txt = stored as it is", "d.zip truncated: …", "e.zip truncated: …")
}

func TestZipBomb(t *testing.T) {
	nested := zipOf("x.txt", strings.Repeat("x", 1<<20))
	for range 6 {
		nested = zipOf("in.zip", nested)
	}
	var members []string
	for i := range 40 {
		members = append(members, fmt.Sprintf("%02d.jsonl", i), strings.Repeat("x", 1<<18))
	}
	root := tree(t, map[string]string{"deep.zip": nested, "wide.zip": zipOf(members...)})
	got := read(t, Options{MaxDocumentBytes: 1024}, root)
	equal(t, got[:1], "deep.zip/in.zip/in.zip/in.zip/in.zip/in.zip unsupported_format: archives and compressions nested more than 4 deep")
	if len(got) != 41 || !strings.Contains(got[len(got)-1], "expands to more") {
		t.Errorf("%d items, the last is %s", len(got), got[len(got)-1])
	}
}

func TestCSV(t *testing.T) {
	root := tree(t, map[string]string{
		"a.csv": "\xEF\xBB\xBFid,title,text\r\n1,\"A \"\"B\"\"\",\"two\nlines\"\r\n\r\n2,x\n3,x,y,z\n4,t,caf\xe9 au lait\n5,t,\"open",
		"b.csv": "text;id\nhello, you;7\n", "c.tsv": "text\tid\nhello\t7\n", "d.csv": "a,b\n1,2\n",
		"e.csv": "text\n" + strings.Repeat("x", 200) + "\nshort\n", "f.csv": "\xFF\xFEt\x00e\x00x\x00t\x00\n\x00\x1f\x04\n\x00",
	})
	equal(t, read(t, Options{MaxDocumentBytes: 100}, root),
		"a.csv[0] = two\nlines",
		"a.csv[1] no_text: line 5, byte 45: …",
		"a.csv[2] malformed_record: line 6, byte 49: 4 fields, but the header has 3",
		"a.csv[3] = café au lait",
		"a.csv[4] truncated: line 8, byte 74: a quoted field is not closed: the file ends too early",
		"b.csv[0] = hello, you",
		"c.tsv[0] = hello",
		"d.csv no_text: no column is known to hold the text; the columns are a, b",
		"e.csv[0] too_large: line 2, byte 5: the row is longer than 100 bytes",
		"e.csv[1] = short",
		"f.csv[0] = П")
	r, err := Open([]string{filepath.Join(root, "b.csv")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for item := range r.Items() {
		if got := string(item.Document.Source); got != `{"id":"7","text":"hello, you"}` || item.Document.Metadata.ExternalID != "7" {
			t.Errorf("source is %s", got)
		}
	}
}

func TestJSONFile(t *testing.T) {
	root := tree(t, map[string]string{
		"a.json": "[\n {\"text\": \"1\"},\n {\"text\": 2}, {\"text\": \"3\"}]", "b.json": "{\n \"text\": \"whole\"\n}\n",
		"c.json": "{\"text\": \"1\"}\n{\"text\": \"2\"}\n", "d.json": `[{"text": "1"}, {"text": `, "e.json": `[{"text": "` + strings.Repeat("x", 1<<20) + `"}]`,
		"f.json": "[" + strings.Repeat(`{"a":`, 20000), "g": "{\"text\": \"no name\"}",
	})
	equal(t, read(t, Options{MaxDocumentBytes: 200_000}, root),
		"a.json[0] = 1", "a.json[1] malformed_record: …", "a.json[2] = 3", "b.json[0] = whole", "c.json[0] = 1", "c.json[1] = 2",
		"d.json[0] = 1", "d.json[1] truncated: byte 14: the file ends too early", "e.json[0] too_large: …", "f.json[0] malformed_record: …", "g[0] = no name")
}

func warcRecord(kind, uri, contentType, block string, length int) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, contentType, length, block)
}

func reply(status, header, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n" + body
}

func answer(block string) string {
	return warcRecord("response", "http://x.example/", "application/http; msgtype=response", block, len(block))
}

func TestWARC(t *testing.T) {
	records := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "a: b", 4),
		answer(reply("200 OK", "Content-Type: text/html; charset=iso-8859-1", "<p>one")),
		warcRecord("request", "", "application/http", "GET / HTTP/1.1\r\n\r\n", 18),
		answer(reply("404 Not Found", "Content-Type: text/html", "gone")),
		answer(reply("200 OK", "Content-Type: image/png", "\x89PNG")),
		answer(reply("200 OK", "Content-Type: text/plain\r\nTransfer-Encoding: chunked", "3\r\ntwo\r\n2\r\n!!\r\n0\r\n\r\n")),
		answer(reply("200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip", gz("three"))),
		answer(reply("200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", "decoded by the crawler")),
		warcRecord("conversion", "http://y.example/", "text/plain", "four", 4),
		answer("nonsense"),
		warcRecord("conversion", "http://z.example/", "text/plain", "last", 4),
	}
	packed := ""
	for _, r := range records {
		packed += gz(r)
	}
	want := []string{"[0] = <p>one", "[1] no_text: …", "[2] unsupported_format: …", "[3] = two!!", "[4] = three", "[5] = decoded by the crawler", "[6] = four", "[7] malformed_record: …", "[8] = last"}
	root := tree(t, map[string]string{"a.warc": strings.Join(records, ""), "b.warc.gz": packed, "c.wet.zst": zst(strings.Join(records, "")), "d": strings.Join(records, "")})
	var all []string
	for _, name := range []string{"a.warc", "b.warc.gz", "c.wet.zst", "d"} {
		for _, w := range want {
			all = append(all, name+w)
		}
	}
	equal(t, read(t, Options{}, root), all...)
	r, err := Open([]string{filepath.Join(root, "a.warc")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for item := range r.Items() {
		if d := item.Document; d.MediaType != "text/html" || d.Charset != "iso-8859-1" || d.Metadata.URL != "http://x.example/" {
			t.Errorf("document is %+v", d)
		}
		break
	}
}

func TestLyingWARC(t *testing.T) {
	good := func(s string) string { return warcRecord("conversion", "http://x.example/", "text/plain", s, len(s)) }
	long := warcRecord("conversion", "http://x.example/", "text/plain", "liar", 150)
	short := warcRecord("conversion", "http://x.example/", "text/plain", "a liar that is long", 4)
	endless := warcRecord("conversion", "http://x.example/", "text/plain", "liar", 1<<40)
	negative := warcRecord("conversion", "http://x.example/", "text/plain", "liar", -5)
	broken := []byte(gz(good("broken")))
	for i := 60; i < 80; i++ {
		broken[i] ^= 0x55
	}
	root := tree(t, map[string]string{
		"a.warc": good("1") + long + good("2") + good("3"), "b.warc": good("1") + short + good("2"), "c.warc": good("1") + endless + good("2"),
		"d.warc": good("1") + negative + good("2"), "e.warc.gz": gz(good("1")) + gz(endless) + gz(good("2")), "f.warc.gz": gz(good("1")) + string(broken) + gz(good("2")),
		"g.warc": good("1") + "noise\r\n" + good("2"), "h.warc": strings.TrimSuffix(good("1")+good("22"), "2\r\n\r\n"),
	})
	equal(t, read(t, Options{}, root),
		"a.warc[0] = 1", "a.warc[1] malformed_record: …", "a.warc[2] = 2", "a.warc[3] = 3",
		"b.warc[0] = 1", "b.warc[1] malformed_record: …", "b.warc[2] = 2",
		"c.warc[0] = 1", "c.warc[1] too_large: …",
		"d.warc[0] = 1", "d.warc[1] malformed_record: …", "d.warc[2] = 2",
		"e.warc.gz[0] = 1", "e.warc.gz[1] too_large: …", "e.warc.gz[2] = 2",
		"f.warc.gz[0] = 1", "f.warc.gz[1] unreadable: …", "f.warc.gz[2] = 2",
		"g.warc[0] = 1", "g.warc[1] malformed_record: …", "g.warc[2] = 2",
		"h.warc[0] = 1", "h.warc[1] truncated: …")
}

func parquetOf(t testing.TB, rows int, text string) string {
	t.Helper()
	schema := arrow.NewSchema([]arrow.Field{{Name: "text", Type: arrow.BinaryTypes.String, Nullable: true}, {Name: "id", Type: arrow.PrimitiveTypes.Int64},
		{Name: "authors", Type: arrow.ListOf(arrow.BinaryTypes.String)}, {Name: "date", Type: &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"}}}, nil)
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	for i := range rows {
		if i%10 == 9 {
			b.Field(0).AppendNull()
		} else {
			b.Field(0).(*array.StringBuilder).Append(fmt.Sprintf("%s %d", text, i))
		}
		b.Field(1).(*array.Int64Builder).Append(int64(i))
		list := b.Field(2).(*array.ListBuilder)
		list.Append(true)
		list.ValueBuilder().(*array.StringBuilder).Append("Jane Doe")
		b.Field(3).(*array.TimestampBuilder).Append(arrow.Timestamp(1_700_000_000_000_000))
	}
	record := b.NewRecord()
	defer record.Release()
	var out bytes.Buffer
	w, err := pqarrow.NewFileWriter(schema, &out, parquet.NewWriterProperties(parquet.WithMaxRowGroupLength(100)), pqarrow.DefaultWriterProps())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(record); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestParquet(t *testing.T) {
	data := parquetOf(t, 12, "row")
	broken := []byte(data)
	for i := 100; i < 200; i++ {
		broken[i] ^= 0xFF
	}
	root := tree(t, map[string]string{"a.parquet": data, "b.parquet": data[:len(data)/2], "c": gz(data), "d.parquet": string(broken)})
	got := read(t, Options{}, root)
	if len(got) < 25 {
		t.Fatal(got)
	}
	equal(t, got[:2], "a.parquet[0] = row 0", "a.parquet[1] = row 1")
	equal(t, got[9:13], "a.parquet[9] no_text: …", "a.parquet[10] = row 10", "a.parquet[11] = row 11", "b.parquet truncated: …")
	if len(got) > 25 {
		equal(t, got[25:26], "d.parquet…")
	}
	r, err := Open([]string{filepath.Join(root, "a.parquet")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for item := range r.Items() {
		if got := string(item.Document.Source); got != `{"authors":["Jane Doe"],"date":"2023-11-14T22:13:20Z","id":0,"text":"row 0"}` {
			t.Errorf("source is %s", got)
		}
		break
	}
}

// FuzzFile reads any bytes under any name: no panic, and always at least one item.
func FuzzFile(f *testing.F) {
	f.Add("a.zip", []byte(zipOf("a.txt", "1", "b.jsonl", `{"text":"2"}`)))
	f.Add("a.tar.gz", []byte(gz(tarOf("a.txt", "1"))))
	f.Add("a.csv", []byte("text,id\n\"a\"\"b\",1\n"))
	f.Add("a.json", []byte(`[{"text":"1"},{"text":2}]`))
	f.Add("a.warc", []byte(answer(reply("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked", "3\r\ntwo\r\n0\r\n\r\n"))))
	f.Add("a.warc.gz", []byte(gz(warcRecord("conversion", "u", "text/plain", "x", 1))))
	f.Add("a.parquet", []byte(parquetOf(f, 3, "x")))
	f.Add("a", []byte("\xFF\xFEx\x00"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		r := &Reader{options: Options{MaxDocumentBytes: 1 << 16, Stdin: bytes.NewReader(data)}}
		r.fields, _ = newFields(nil)
		s := &scan{reader: r}
		limit := &expansion{source: bytes.NewReader(data), allowance: 1 << 20}
		s.yield = func(item Item) bool {
			if item.Reject == nil && (len(item.Document.Body) == 0 || len(item.Document.Source) == 0) {
				t.Fatalf("a document without text: %+v", item.Document)
			}
			return true
		}
		s.stream(stream{uri: "x", name: name, r: bufio.NewReader(limit)}, limit)
	})
}
