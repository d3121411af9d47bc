package snapshot

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"broadsheet/schemas"
)

// FormatVersion is the version of the folder's layout, as FORMAT.md describes it.
const FormatVersion = 1

// Manifest says what a snapshot was made of and with. It holds no clock and no path of the machine.
type Manifest struct {
	FormatVersion int                `json:"format_version"`
	SchemaVersion int                `json:"schema_version"`
	Engine        string             `json:"engine"`
	Config        map[string]string  `json:"config"`    // settings that change the result
	Resources     []schemas.Resource `json:"resources"` // data that is built into the program
	Inputs        int64              `json:"inputs"`
	Copies        int64              `json:"copies"`
	Rows          map[string]int64   `json:"rows"`
	Files         []Entry            `json:"files"`
}

// Snapshot is a published folder.
type Snapshot struct {
	Name string
	Path string
	// Existed says that the same snapshot had been published before.
	Existed bool
	Bytes   int64
}

// The files beside the tables.
const (
	manifestName    = "manifest.json"
	sumsName        = "SHA256SUMS"
	packageName     = "datapackage.json"
	loadName        = "load.sql"
	dictionaryName  = "SCHEMA.md"
	latestName      = "latest"
	nameLength      = 16
	replacedName    = "replaced"
	latestDraftName = "latest"
)

// Publish completes the draft, checks it and makes it visible. All tables must have been added. The counts, versions
// and files of the manifest are filled in here.
func (d *Draft) Publish(m Manifest) (Snapshot, error) {
	if err := d.document(); err != nil {
		return Snapshot{}, err
	}
	m.FormatVersion, m.SchemaVersion, m.Engine = FormatVersion, schemas.Version, d.engine
	m.Rows = d.counts
	m.Files = d.entries()
	if err := Check(d.path(""), m); err != nil {
		return Snapshot{}, fmt.Errorf("check what was written: %w", err)
	}
	manifest, err := marshal(m)
	if err != nil {
		return Snapshot{}, err
	}
	if err := d.writeFile(manifestName, manifest); err != nil {
		return Snapshot{}, err
	}
	sums := d.sums()
	if err := d.writeFile(sumsName, sums); err != nil {
		return Snapshot{}, err
	}
	if err := d.fs.SyncDir(d.path("")); err != nil {
		return Snapshot{}, fmt.Errorf("sync the draft: %w", err)
	}
	hash := sha256.Sum256(manifest)
	s := Snapshot{Name: hex.EncodeToString(hash[:])[:nameLength]}
	s.Path = filepath.Join(d.out, s.Name)
	for _, f := range d.files {
		s.Bytes += f.Bytes
	}
	if s.Existed = intact(s.Path, sums); !s.Existed {
		if err := d.reveal(s.Path); err != nil {
			return Snapshot{}, err
		}
	}
	if err := d.pointLatest(s.Name); err != nil {
		return Snapshot{}, err
	}
	if err := d.Discard(); err != nil {
		return Snapshot{}, fmt.Errorf("remove the draft: %w", err)
	}
	return s, nil
}

// document adds what explains the tables.
func (d *Draft) document() error {
	pack, err := dataPackage(d.files, d.counts)
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name    string
		content []byte
	}{{dictionaryName, []byte(schemas.Markdown())}, {loadName, []byte(loadSQL())}, {packageName, pack}} {
		if err := d.writeFile(f.name, f.content); err != nil {
			return err
		}
	}
	return nil
}

func (d *Draft) entries() []Entry {
	var out []Entry
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		out = append(out, d.files[name])
	}
	return out
}

// sums returns what `sha256sum --check` reads.
func (d *Draft) sums() []byte {
	var b bytes.Buffer
	for _, f := range d.entries() {
		fmt.Fprintf(&b, "%s  %s\n", f.SHA256, f.Path)
	}
	return b.Bytes()
}

// reveal renames the draft's folder to its name. A damaged folder of that name is moved out of the way first.
func (d *Draft) reveal(path string) error {
	if _, err := os.Lstat(path); err == nil {
		if err := d.fs.Rename(path, filepath.Join(d.dir, replacedName)); err != nil {
			return fmt.Errorf("set a damaged snapshot aside: %w", err)
		}
	}
	if err := d.fs.Rename(d.path(""), path); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := d.fs.SyncDir(d.out); err != nil {
		return fmt.Errorf("sync the output folder: %w", err)
	}
	return nil
}

// pointLatest moves the link in one rename, so that it names a whole snapshot at every moment.
func (d *Draft) pointLatest(name string) error {
	link := filepath.Join(d.out, latestName)
	if target, err := os.Readlink(link); err == nil && target == name {
		return nil
	}
	fresh := filepath.Join(d.dir, latestDraftName)
	if err := d.fs.Symlink(name, fresh); err != nil {
		return fmt.Errorf("make the link latest: %w", err)
	}
	if err := d.fs.Rename(fresh, link); err != nil {
		return fmt.Errorf("move the link latest: %w", err)
	}
	if err := d.fs.SyncDir(d.out); err != nil {
		return fmt.Errorf("sync the output folder: %w", err)
	}
	return nil
}

// intact says whether a folder holds exactly the files that the sums name.
func intact(dir string, sums []byte) bool {
	have, err := os.ReadFile(filepath.Join(dir, sumsName))
	return err == nil && bytes.Equal(have, sums) && VerifySums(dir) == nil
}

// VerifySums holds every file of a snapshot against SHA256SUMS.
func VerifySums(dir string) error {
	sums, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(sums)) {
		want, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || name != filepath.Base(name) {
			return fmt.Errorf("%s: line %q is not a checksum", sumsName, line)
		}
		got, err := hashFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("%s: the content is not what %s says", name, sumsName)
		}
	}
	return nil
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// marshal writes JSON for people to read too.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// Counts returns the rows of each table that was added.
func (d *Draft) Counts() map[string]int64 { return maps.Clone(d.counts) }
