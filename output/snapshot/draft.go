// Package snapshot publishes tables as one folder that appears whole or not at all.
//
// A Draft is a hidden folder below the output folder. AddTable writes a table into it as Parquet and as CSV; Publish
// reads the tables back with another library, checks counts, keys and references, adds documentation, manifest and
// checksums, and renames the folder to its name; then `latest` moves to it. The name is made of the manifest's hash and
// the manifest of everything that decides the contents, so that the same input gives the same name, and publishing the
// same snapshot again changes nothing. Whatever fails, snapshots that were there stay as they were. FORMAT.md describes
// the folder for those who read it.
package snapshot

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"iter"
	"path/filepath"
	"sync"

	"broadsheet/output/csvfile"
	"broadsheet/output/parquetfile"
	"broadsheet/schemas"
)

// Draft is a snapshot in the making. AddTable may run for several tables at once; everything else is for one goroutine.
type Draft struct {
	fs     FS
	out    string
	dir    string // the hidden folder; tables lie in its sub-folder "tables"
	engine string

	mu     sync.Mutex
	files  map[string]Entry
	counts map[string]int64
}

// Entry is a file of a snapshot.
type Entry struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Begin makes a draft below the folder out, which need not exist. Engine names the program and its version.
func Begin(fs FS, out, engine string) (*Draft, error) {
	if err := fs.MkdirAll(out); err != nil {
		return nil, fmt.Errorf("make the output folder: %w", err)
	}
	dir, err := fs.MkdirTemp(out, ".draft-")
	if err != nil {
		return nil, fmt.Errorf("make a draft folder: %w", err)
	}
	d := &Draft{fs: fs, out: out, dir: dir, engine: engine, files: map[string]Entry{}, counts: map[string]int64{}}
	if err := fs.MkdirAll(d.path("")); err != nil {
		return nil, errors.Join(fmt.Errorf("make a draft folder: %w", err), d.Discard())
	}
	return d, nil
}

// Scratch creates a file of the draft that is not published, and returns its path.
func (d *Draft) Scratch(name string) (File, string, error) {
	path := filepath.Join(d.dir, name)
	f, err := d.fs.Create(path)
	return f, path, err
}

// Discard removes the draft.
func (d *Draft) Discard() error { return d.fs.RemoveAll(d.dir) }

func (d *Draft) path(name string) string { return filepath.Join(d.dir, "tables", name) }

// AddTable writes the rows of a table and returns how many there were. A row may be overwritten once it is written.
func AddTable[R any](d *Draft, table schemas.Table[R], rows iter.Seq2[*R, error]) (n int64, err error) {
	parquetOut, err := d.create(table.Name + ".parquet")
	if err != nil {
		return 0, err
	}
	defer parquetOut.abandon(&err)
	csvOut, err := d.create(table.Name + ".csv")
	if err != nil {
		return 0, err
	}
	defer csvOut.abandon(&err)

	parquet, err := parquetfile.NewWriter(parquetOut, table, d.engine)
	if err != nil {
		return 0, err
	}
	csv := csvfile.NewWriter(csvOut, table)
	for row, err := range rows {
		if err == nil {
			err = table.Check(row)
		}
		if err == nil {
			err = parquet.Write(row)
		}
		if err == nil {
			err = csv.Write(row)
		}
		if err != nil {
			return 0, err
		}
	}
	if err := parquet.Close(); err != nil {
		return 0, err
	}
	if err := csv.Close(); err != nil {
		return 0, err
	}
	if err := parquetOut.finish(); err != nil {
		return 0, err
	}
	if err := csvOut.finish(); err != nil {
		return 0, err
	}
	d.mu.Lock()
	d.counts[table.Name] = parquet.Rows()
	d.mu.Unlock()
	return parquet.Rows(), nil
}

// writeFile adds a file of known content.
func (d *Draft) writeFile(name string, content []byte) (err error) {
	f, err := d.create(name)
	if err != nil {
		return err
	}
	defer f.abandon(&err)
	if _, err := f.Write(content); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return f.finish()
}

// draftFile buffers, counts and hashes what is written to a file.
type draftFile struct {
	draft  *Draft
	name   string
	file   File
	buffer *bufio.Writer
	hash   hash.Hash
	bytes  int64
}

// bufferBytes gathers the small writes of the encoders.
const bufferBytes = 256 << 10

func (d *Draft) create(name string) (*draftFile, error) {
	f, err := d.fs.Create(d.path(name))
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", name, err)
	}
	out := &draftFile{draft: d, name: name, file: f, hash: sha256.New()}
	out.buffer = bufio.NewWriterSize(io.MultiWriter(f, out.hash), bufferBytes)
	return out, nil
}

func (f *draftFile) Write(p []byte) (int, error) {
	n, err := f.buffer.Write(p)
	f.bytes += int64(n)
	return n, err
}

// finish makes the file durable and enters it.
func (f *draftFile) finish() error {
	if err := f.buffer.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", f.name, err)
	}
	if err := f.file.Sync(); err != nil {
		return fmt.Errorf("sync %s: %w", f.name, err)
	}
	err := f.file.Close()
	f.file = nil
	if err != nil {
		return fmt.Errorf("close %s: %w", f.name, err)
	}
	f.draft.mu.Lock()
	defer f.draft.mu.Unlock()
	f.draft.files[f.name] = Entry{Path: f.name, Bytes: f.bytes, SHA256: hex.EncodeToString(f.hash.Sum(nil))}
	return nil
}

// abandon closes a file that an error left open; that error is the one to report.
func (f *draftFile) abandon(err *error) {
	if f.file != nil {
		*err = errors.Join(*err, f.file.Close())
		f.file = nil
	}
}
