package source

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"

	"broadsheet/schemas"
)

// The parts of a zip archive that stand before its directory.
const (
	localHeader   = "PK\x03\x04"
	localLength   = 30
	descriptorTag = "PK\x07\x08"

	flagEncrypted  = 1
	flagDescriptor = 8 // checksum and sizes stand behind the data
	methodStored   = 0
	methodDeflated = 8
	zip64          = 0xFFFFFFFF // the sizes stand elsewhere
)

// errNoMember says that no member begins here whose end could be found.
var errNoMember = errors.New("no further member")

// cutZip reads an archive without its directory, which stands at its end: member after member, as far as there are any.
// Then it rejects what is missing.
func (s *scan) cutZip(st stream, data io.ReaderAt, size int64, limit *expansion, why error) bool {
	limit.in += size
	r := bufio.NewReaderSize(io.NewSectionReader(data, 0, size), 64<<10)
	names, read := names{}, 0
	for {
		m, err := nextLocal(r)
		if err != nil {
			break
		}
		if !hidden(m.name) && m.name[len(m.name)-1] != '/' {
			uri := names.uri(st.uri, m.name)
			if m.encrypted {
				if !s.reject(uri, -1, schemas.ReasonUnreadable, "the member is encrypted", -1) {
					return false
				}
			} else if !s.member(st, limit, uri, m.name, m) {
				return false
			}
			read++
		}
		// Where the next member begins is known only from the end of this one; a bomb is not worth finding it.
		if _, err := io.Copy(io.Discard, &counter{r: m, count: limit.expanded, err: limit.check}); err != nil {
			break
		}
	}
	return s.reject(st.uri, -1, schemas.ReasonTruncated, fmt.Sprintf("the zip archive is cut short or damaged: %v; %d members stand before the end", why, read), size)
}

// local is a member as its own header describes it.
type local struct {
	name      string
	encrypted bool
	r         *bufio.Reader // the archive
	body      io.Reader
	left      int64 // of a stored member
	stored    bool
	behind    bool // its checksum stands behind it
	want      uint32
	sum       hash.Hash32
	err       error
}

// nextLocal reads the header of the member that begins here.
func nextLocal(r *bufio.Reader) (*local, error) {
	var h [localLength]byte
	if _, err := io.ReadFull(r, h[:]); err != nil || string(h[:4]) != localHeader {
		return nil, errNoMember
	}
	flags, method := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint16(h[8:])
	m := &local{r: r, want: binary.LittleEndian.Uint32(h[14:]), left: int64(binary.LittleEndian.Uint32(h[18:])), sum: crc32.NewIEEE()}
	name := make([]byte, binary.LittleEndian.Uint16(h[26:]))
	if _, err := io.ReadFull(r, name); err != nil || len(name) == 0 {
		return nil, errNoMember
	}
	if _, err := r.Discard(int(binary.LittleEndian.Uint16(h[28:]))); err != nil || m.left == zip64 {
		return nil, errNoMember
	}
	m.name, m.encrypted, m.behind = string(name), flags&flagEncrypted != 0, flags&flagDescriptor != 0
	switch {
	case !m.behind && (method == methodStored || m.encrypted):
		m.stored = true
	case method == methodDeflated && !m.encrypted:
		m.body = flate.NewReader(r)
	default:
		return nil, errNoMember
	}
	return m, nil
}

// Read reads the member; its end is io.EOF only where it is whole.
func (m *local) Read(p []byte) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	n, err := 0, error(nil)
	if m.stored {
		if m.left > 0 {
			n, err = m.r.Read(p[:min(int64(len(p)), m.left)])
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
		} else {
			err = io.EOF
		}
		m.left -= int64(n)
	} else {
		n, err = m.body.Read(p)
	}
	_, _ = m.sum.Write(p[:n])
	if err == io.EOF {
		err = m.check()
	}
	m.err = err
	return n, err
}

// check compares the checksum at the member's end.
func (m *local) check() error {
	if m.behind {
		descriptor := make([]byte, 12)
		if tag, _ := m.r.Peek(4); string(tag) == descriptorTag {
			descriptor = make([]byte, 16)
		}
		if _, err := io.ReadFull(m.r, descriptor); err != nil {
			return io.ErrUnexpectedEOF
		}
		m.want = binary.LittleEndian.Uint32(descriptor[len(descriptor)-12:])
	}
	if !m.encrypted && m.sum.Sum32() != m.want {
		return errors.New("the member's checksum is wrong")
	}
	return io.EOF
}
