package snapshot

import (
	"io"
	"os"
)

// FS is the little of a file system that publishing writes through, so that a test can let any step fail. Paths are
// those of package os.
type FS interface {
	MkdirAll(path string) error
	MkdirTemp(dir, pattern string) (string, error)
	Create(path string) (File, error)
	Rename(from, to string) error
	RemoveAll(path string) error
	Symlink(target, path string) error
	SyncDir(path string) error
}

// File is a file being written.
type File interface {
	io.Writer
	Sync() error
	Close() error
}

// OS is the file system of the machine.
type OS struct{}

func (OS) MkdirAll(path string) error                    { return os.MkdirAll(path, 0o755) }
func (OS) MkdirTemp(dir, pattern string) (string, error) { return os.MkdirTemp(dir, pattern) }
func (OS) Create(path string) (File, error)              { return os.Create(path) }
func (OS) Rename(from, to string) error                  { return os.Rename(from, to) }
func (OS) RemoveAll(path string) error                   { return os.RemoveAll(path) }
func (OS) Symlink(target, path string) error             { return os.Symlink(target, path) }

// SyncDir makes the names in a folder durable.
func (OS) SyncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
