package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path"
	"strings"

	"broadsheet/schemas"
)

// zip reads the members of a zip archive in the order of its directory. The directory stands at the end of the file; of an
// archive cut short the members are read as they stand.
func (s *scan) zip(st stream, limit *expansion) bool {
	data, size, done, err := s.randomAccess(st)
	if err != nil {
		return s.fault(st.uri, -1, err)
	}
	defer done()
	archive, err := zip.NewReader(data, size)
	if err != nil {
		return s.cutZip(st, data, size, limit, err)
	}
	// Members may share the same compressed bytes; the file's size, once, is what they may expand from.
	limit.in += size
	names := names{}
	for _, member := range archive.File {
		if member.FileInfo().IsDir() || hidden(member.Name) {
			continue
		}
		uri := names.uri(st.uri, member.Name)
		if member.Flags&1 != 0 {
			if !s.reject(uri, -1, schemas.ReasonUnreadable, "the member is encrypted", -1) {
				return false
			}
			continue
		}
		if !s.zipMember(st, limit, uri, member) {
			return false
		}
	}
	return true
}

func (s *scan) zipMember(st stream, limit *expansion, uri string, member *zip.File) bool {
	r, err := member.Open()
	if err != nil {
		return s.reject(uri, -1, schemas.ReasonUnreadable, err.Error(), -1)
	}
	defer r.Close()
	return s.member(st, limit, uri, member.Name, r)
}

// tar reads the members of a tar archive as they come.
func (s *scan) tar(st stream, limit *expansion) bool {
	archive := tar.NewReader(st.r)
	names := names{}
	for {
		header, err := archive.Next()
		switch {
		case err == io.EOF:
			return true
		case err != nil:
			return s.fault(st.uri, -1, fmt.Errorf("tar archive: %w", err))
		case header.Typeflag == tar.TypeDir || hidden(header.Name):
			continue
		}
		uri := names.uri(st.uri, header.Name)
		if header.Typeflag != tar.TypeReg {
			if !s.reject(uri, -1, schemas.ReasonUnsupportedFormat, "the member is a link or a device, not a file", -1) {
				return false
			}
			continue
		}
		if !s.member(st, limit, uri, header.Name, archive) {
			return false
		}
	}
}

// member reads a member of an archive.
func (s *scan) member(st stream, limit *expansion, uri, name string, r io.Reader) bool {
	counted := &counter{r: r, count: limit.expanded, err: limit.check}
	return s.stream(stream{uri: uri, name: path.Base(slashes(name)), r: bufio.NewReaderSize(counted, 64<<10), depth: st.depth + 1}, limit)
}

// names gives members their URIs. A name that comes again gets a number, so that no two rows share a key.
type names map[uint64]int

func (n names) uri(archive, member string) string {
	uri := archive + "/" + encodeURI(strings.Trim(slashes(member), "/"))
	h := fnv.New64a()
	_, _ = io.WriteString(h, uri)
	n[h.Sum64()]++
	if count := n[h.Sum64()]; count > 1 {
		uri = fmt.Sprintf("%s~%d", uri, count)
	}
	return uri
}

func slashes(name string) string { return strings.ReplaceAll(name, "\\", "/") }

// hidden tells whether a part of a member's name begins with a dot, or the archive keeps a file system's notes in it.
func hidden(name string) bool {
	for _, part := range strings.Split(slashes(name), "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// randomAccess returns a stream as something to read anywhere in: the file itself, else a temporary copy, which done
// removes.
func (s *scan) randomAccess(st stream) (data io.ReaderAt, size int64, done func(), err error) {
	if st.file != nil {
		info, err := st.file.Stat()
		if err != nil {
			return nil, 0, nil, err
		}
		return st.file, info.Size(), func() {}, nil
	}
	file, err := os.CreateTemp("", "broadsheet-")
	if err != nil {
		return nil, 0, nil, fmt.Errorf("temporary copy: %w", err)
	}
	done = func() {
		file.Close()
		os.Remove(file.Name())
	}
	limit := maxAllowance * s.reader.options.MaxDocumentBytes
	size, err = io.Copy(file, io.LimitReader(st.r, limit+1))
	if err == nil && size > limit {
		err = errBomb
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return file, size, done, nil
}
