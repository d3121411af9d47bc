package pipeline

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"slices"

	"broadsheet/output/snapshot"
	"broadsheet/output/spool"
	"broadsheet/schemas"
	"broadsheet/stages"
	"broadsheet/stages/duplicates"
)

// outcome is what one input became, encoded by the worker that made it.
type outcome struct {
	entry  entry
	bytes  []byte
	reject *schemas.RejectRow
}

// entry is what memory keeps of an input: its place in the order, and where its rows lie in the spool: an article, then
// its mentions, then its figures; or a reject.
type entry struct {
	uri    string
	record int32 // -1 where the file is the document
	offset int64
	length [3]int32 // bytes of article, mentions, figures
	reject bool
	key    uint64 // the article's id

	signature *duplicates.Signature // nil for a reject
}

func rejected(row *schemas.RejectRow) outcome {
	e := entry{uri: row.SourceURI, record: recordOf(row.RecordIndex), reject: true}
	b := spool.Append(nil, &schemas.Rejects, row)
	e.length[0] = int32(len(b))
	return outcome{entry: e, bytes: b, reject: row}
}

func accepted(r *stages.Result) outcome {
	signature := r.Signature
	e := entry{uri: r.Article.SourceURI, record: recordOf(r.Article.RecordIndex), key: articleKey(r.Article.ArticleID), signature: &signature}
	b := spool.Append(make([]byte, 0, 2*len(r.Article.Text)+400*(1+len(r.Mentions)+len(r.Figures))), &schemas.Articles, &r.Article)
	e.length[0] = int32(len(b))
	for i := range r.Mentions {
		b = spool.Append(b, &schemas.Mentions, &r.Mentions[i])
	}
	e.length[1] = int32(len(b)) - e.length[0]
	for i := range r.Figures {
		b = spool.Append(b, &schemas.Figures, &r.Figures[i])
	}
	e.length[2] = int32(len(b)) - e.length[0] - e.length[1]
	return outcome{entry: e, bytes: b}
}

func recordOf(index *int32) int32 {
	if index == nil {
		return -1
	}
	return *index
}

// articleKey returns the eight bytes that the sixteen digits of an article_id stand for.
func articleKey(id string) uint64 {
	b, err := hex.DecodeString(id)
	if err != nil || len(b) != 8 {
		panic(fmt.Sprintf("article_id %q is not 16 hex digits", id))
	}
	return binary.BigEndian.Uint64(b)
}

// articleID is the other way round.
func articleID(key uint64) string { return fmt.Sprintf("%016x", key) }

// spoolFile holds the rows of a run in input order, and the index of them in memory.
type spoolFile struct {
	out     snapshot.File
	buffer  *bufio.Writer
	path    string
	size    int64
	entries []entry
	in      *os.File
}

func newSpool(d *snapshot.Draft) (*spoolFile, error) {
	f, path, err := d.Scratch("spool")
	if err != nil {
		return nil, fmt.Errorf("create the spool: %w", err)
	}
	return &spoolFile{out: f, buffer: bufio.NewWriterSize(f, 1<<20), path: path}, nil
}

func (s *spoolFile) add(o outcome) error {
	o.entry.offset = s.size
	n, err := s.buffer.Write(o.bytes)
	if err != nil {
		return fmt.Errorf("write the spool: %w", err)
	}
	s.size += int64(n)
	s.entries = append(s.entries, o.entry)
	return nil
}

// turn ends writing, opens the spool for reading and puts the index in the order of the tables. Sources yield that
// order already, but for roots that were named in another.
func (s *spoolFile) turn() error {
	if err := s.buffer.Flush(); err != nil {
		return fmt.Errorf("write the spool: %w", err)
	}
	err := s.out.Close()
	s.out = nil
	if err != nil {
		return fmt.Errorf("close the spool: %w", err)
	}
	slices.SortStableFunc(s.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.uri, b.uri), cmp.Compare(a.record, b.record))
	})
	s.in, err = os.Open(s.path)
	return err
}

// section returns the encoded rows of one table of an entry.
func (s *spoolFile) section(e *entry, table int) (string, error) {
	at := e.offset
	for i := range table {
		at += int64(e.length[i])
	}
	b := make([]byte, e.length[table])
	if _, err := s.in.ReadAt(b, at); err != nil {
		return "", fmt.Errorf("read the spool: %w", err)
	}
	return string(b), nil
}

// close lets go of the file; what it held is removed with the draft.
func (s *spoolFile) close() {
	if s.out != nil {
		_ = s.out.Close()
	}
	if s.in != nil {
		_ = s.in.Close()
	}
}
