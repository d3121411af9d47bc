package source

import (
	"bufio"
	"errors"
	"io"
)

// errLong says that a line is longer than a document may be.
var errLong = errors.New("line too long")

// lines reads a stream line by line in bounded memory.
type lines struct {
	r      *bufio.Reader
	limit  int64
	number int   // of the line that next returned, from 1
	start  int64 // where it starts
	end    int64 // where the next one starts
	buffer []byte
}

// next returns the next line without its end, valid until the next call. A line over the limit is passed over and gives
// errLong. At the end it returns io.EOF; another error comes with what was read of the line.
func (l *lines) next() ([]byte, error) {
	l.number++
	l.start = l.end
	l.buffer = l.buffer[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		l.end += int64(len(part))
		if !long {
			l.buffer = append(l.buffer, part...)
		}
		if int64(len(l.buffer)) > l.limit+2 {
			long = true
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && l.end > l.start:
			err = nil
		}
		if err != nil {
			return l.buffer, err
		}
		if long {
			l.buffer = nil
			return nil, errLong
		}
		return trimEnd(l.buffer), nil
	}
}

func trimEnd(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\n' {
		line = line[:n-1]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}
