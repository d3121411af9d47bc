package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"broadsheet/output/snapshot"
)

// failingFS fails at step number failAt, counted over all that changes the file system; where it crashes, every step
// after that fails too, as for a process that is gone. A failing write puts half of its bytes down first.
type failingFS struct {
	snapshot.OS
	mu      sync.Mutex
	steps   int
	failAt  int
	crashes bool
}

var errInjected = errors.New("injected fault")

func (f *failingFS) step() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.steps++
	if f.steps == f.failAt || f.crashes && f.steps > f.failAt {
		return errInjected
	}
	return nil
}

func (f *failingFS) MkdirAll(path string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.OS.MkdirAll(path)
}

func (f *failingFS) MkdirTemp(dir, pattern string) (string, error) {
	if err := f.step(); err != nil {
		return "", err
	}
	return f.OS.MkdirTemp(dir, pattern)
}

func (f *failingFS) Create(path string) (snapshot.File, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	file, err := f.OS.Create(path)
	return failingFile{file, f}, err
}

func (f *failingFS) Rename(from, to string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.OS.Rename(from, to)
}

func (f *failingFS) RemoveAll(path string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.OS.RemoveAll(path)
}

func (f *failingFS) Symlink(target, path string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.OS.Symlink(target, path)
}

func (f *failingFS) SyncDir(path string) error {
	if err := f.step(); err != nil {
		return err
	}
	return nil
}

type failingFile struct {
	snapshot.File
	fs *failingFS
}

func (f failingFile) Write(p []byte) (int, error) {
	if err := f.fs.step(); err != nil {
		n, _ := f.File.Write(p[:len(p)/2])
		return n, err
	}
	return f.File.Write(p)
}

func (f failingFile) Sync() error { return f.fs.step() }

func (f failingFile) Close() error {
	err := f.File.Close()
	if fault := f.fs.step(); fault != nil {
		return fault
	}
	return err
}

// TestFaultAtEveryStep lets each step of a run fail in turn, once alone and once with all that follow. The snapshot that
// was there must stay whole, `latest` must name a whole snapshot, and the next run must succeed.
func TestFaultAtEveryStep(t *testing.T) {
	after := fakeSource{docs: corpus(60)}
	for _, crashes := range []bool{false, true} {
		for n := 1; ; n++ {
			out := t.TempDir()
			old := formerSnapshot(t, out)
			c := config(out, 2)
			fs := &failingFS{failAt: n, crashes: crashes}
			c.FS = fs
			_, err := Run(context.Background(), c, after, fakeExtractor{})
			if fs.steps < n {
				if err != nil {
					t.Fatalf("no fault, and yet: %v", err)
				}
				if n < 50 {
					t.Errorf("only %d steps: does all go through the file system?", n)
				}
				break
			}
			if !errors.Is(err, errInjected) {
				t.Fatalf("step %d failed, the run said %v", n, err)
			}
			wantWhole(t, old)
			wantWhole(t, filepath.Join(out, "latest"))
			wantOnlyWhole(t, out, crashes)
			if crashes {
				c.FS = &failingFS{} // fails nowhere, and is quicker than the machine's, since it syncs nothing
				mustRun(t, c, after)
			}
			if t.Failed() {
				t.Fatalf("after a fault at step %d (crash: %v)", n, crashes)
			}
		}
	}
}

// formerSnapshot lays down what a run before may have left.
func formerSnapshot(t *testing.T, out string) string {
	t.Helper()
	dir := filepath.Join(out, "0123456789abcdef")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	table := []byte("article_id\n")
	for name, content := range map[string][]byte{
		"articles.csv": table, "SHA256SUMS": fmt.Appendf(nil, "%x  articles.csv\n", sha256.Sum256(table)),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("0123456789abcdef", filepath.Join(out, "latest")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func wantWhole(t *testing.T, dir string) {
	t.Helper()
	if err := snapshot.VerifySums(dir); err != nil {
		t.Errorf("%s: %v", dir, err)
	}
}

// wantOnlyWhole checks all that a reader may see; hidden drafts may be left by a crash alone.
func wantOnlyWhole(t *testing.T, out string, crashed bool) {
	t.Helper()
	list, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		switch {
		case !strings.HasPrefix(e.Name(), "."):
			wantWhole(t, filepath.Join(out, e.Name()))
		case !crashed:
			t.Errorf("a draft was left: %s", e.Name())
		}
	}
}
