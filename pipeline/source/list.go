package source

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"broadsheet/schemas"
)

// input is one file to read, or what stands in its way.
type input struct {
	path  string // "-" for standard input
	uri   string
	size  int64
	fault string // why it cannot be read
	code  string // reason of the fault
}

// root is one path of the command line.
type root struct {
	path   string // as the file system knows it, absolute
	name   string // what stands in front of its files' URIs where there are several roots
	folder bool
}

// list returns the files below the paths in the order of their URIs.
func list(paths []string) ([]input, error) {
	roots, err := expand(paths)
	if err != nil {
		return nil, err
	}
	nameRoots(roots)
	var inputs []input
	for _, r := range roots {
		switch {
		case r.path == "-":
			inputs = append(inputs, input{path: "-", uri: "stdin"})
		case r.folder:
			prefix := ""
			if len(roots) > 1 {
				prefix = r.name + "/"
			}
			inputs = append(inputs, walk(r.path, prefix)...)
		default:
			in := input{path: r.path, uri: encodeURI(r.name)}
			if info, err := os.Stat(r.path); err == nil && info.Mode().IsRegular() {
				in.size = info.Size()
			}
			inputs = append(inputs, in)
		}
	}
	slices.SortFunc(inputs, func(a, b input) int {
		return cmp.Or(strings.Compare(a.uri, b.uri), strings.Compare(a.path, b.path))
	})
	return inputs, nil
}

// expand resolves globs and drops paths named twice.
func expand(paths []string) ([]root, error) {
	var roots []root
	seen := map[string]bool{}
	add := func(path string) error {
		if path == "-" {
			if !seen[path] {
				seen[path] = true
				roots = append(roots, root{path: "-", name: "stdin"})
			}
			return nil
		}
		info, err := os.Stat(path)
		if err != nil {
			return fmt.Errorf("input %s: %w", path, cause(err))
		}
		absolute, err := filepath.Abs(path)
		if err != nil {
			return fmt.Errorf("input %s: %w", path, err)
		}
		if !seen[absolute] {
			seen[absolute] = true
			roots = append(roots, root{path: absolute, folder: info.IsDir()})
		}
		return nil
	}
	for _, path := range paths {
		// A file may be called a[1].txt: what exists is no glob.
		if _, err := os.Lstat(path); path == "-" || err == nil || !strings.ContainsAny(path, "*?[") {
			if err := add(path); err != nil {
				return nil, err
			}
			continue
		}
		matches, err := filepath.Glob(path)
		if err != nil {
			return nil, fmt.Errorf("input %s: %w", path, err)
		}
		if len(matches) == 0 {
			return nil, fmt.Errorf("input %s: no file matches", path)
		}
		for _, match := range matches {
			if err := add(match); err != nil {
				return nil, err
			}
		}
	}
	return roots, nil
}

// nameRoots gives every root its last path element as its name, and as many elements before it as tell it from the others.
func nameRoots(roots []root) {
	for length := 1; ; length++ {
		count := map[string]int{}
		for i := range roots {
			if r := &roots[i]; r.path != "-" && (r.name == "" || length > 1 && strings.HasPrefix(r.name, "\x00")) {
				r.name = lastElements(r.path, length)
			}
			count[strings.TrimPrefix(roots[i].name, "\x00")]++
		}
		again := false
		for i := range roots {
			r := &roots[i]
			r.name = strings.TrimPrefix(r.name, "\x00")
			if count[r.name] > 1 && r.name != filepath.ToSlash(r.path) {
				r.name, again = "\x00"+r.name, true
			}
		}
		if !again {
			return
		}
	}
}

// lastElements returns the last n elements of an absolute path, parted by slashes.
func lastElements(path string, n int) string {
	path = strings.Trim(filepath.ToSlash(path), "/")
	parts := strings.Split(path, "/")
	return strings.Join(parts[max(0, len(parts)-n):], "/")
}

// walk returns the files below a folder. Symbolic links to files are followed; to folders they are not, since they may
// run in a circle or lead to what is read already.
func walk(folder, prefix string) []input {
	var inputs []input
	refuse := func(path, code, fault string) {
		inputs = append(inputs, input{path: path, uri: relativeURI(folder, path, prefix), code: code, fault: fault})
	}
	// The root may be a link itself, which WalkDir would not enter.
	_ = filepath.WalkDir(folder+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			refuse(path, schemas.ReasonUnreadable, cause(err).Error())
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if filepath.Clean(path) != folder && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			return nil
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			refuse(path, schemas.ReasonUnreadable, cause(err).Error())
		case info.IsDir():
			refuse(path, schemas.ReasonUnreadable, "a symbolic link to a folder is not followed; name the folder itself as an input")
		case !info.Mode().IsRegular():
			refuse(path, schemas.ReasonUnsupportedFormat, "not a regular file")
		default:
			inputs = append(inputs, input{path: path, uri: relativeURI(folder, path, prefix), size: info.Size()})
		}
		return nil
	})
	return inputs
}

// cause returns an error of the file system without its path, which depends on the machine.
func cause(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}

func relativeURI(folder, path, prefix string) string {
	relative, err := filepath.Rel(folder, path)
	if err != nil {
		relative = path
	}
	return encodeURI(prefix + filepath.ToSlash(relative))
}

// encodeURI percent-encodes what would be misread in a source URI, and bytes that are no UTF-8.
func encodeURI(path string) string {
	path = strings.ToValidUTF8(path, "%FF")
	clean := func(r rune) bool { return r < ' ' || r == 0x7F || r == '#' || r == '%' }
	if strings.IndexFunc(path, clean) < 0 {
		return path
	}
	var out strings.Builder
	for _, r := range path {
		if clean(r) {
			fmt.Fprintf(&out, "%%%02X", r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}
