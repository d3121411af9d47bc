package main

import (
	"context"
	"io"
)

// stdin is standard input that stops when the command is to stop: a read from a terminal or a pipe nobody writes to would
// wait for ever. The read that waits is abandoned; the process ends soon after.
type stdin struct {
	ctx    context.Context
	r      io.Reader
	reads  chan chunk
	unread []byte
	err    error
}

// chunk is what one read has brought.
type chunk struct {
	data []byte
	err  error
}

func newStdin(ctx context.Context, r io.Reader) *stdin { return &stdin{ctx: ctx, r: r} }

// Read implements io.Reader.
func (s *stdin) Read(p []byte) (int, error) {
	if s.reads == nil {
		s.reads = make(chan chunk)
		go s.pump()
	}
	if len(s.unread) == 0 {
		if s.err != nil {
			return 0, s.err
		}
		select {
		case got := <-s.reads:
			s.unread, s.err = got.data, got.err
		case <-s.ctx.Done():
			return 0, s.ctx.Err()
		}
	}
	n := copy(p, s.unread)
	s.unread = s.unread[n:]
	if n == 0 {
		return 0, s.err
	}
	return n, nil
}

// pump reads ahead by one buffer, which is handed over and not used again until it was taken.
func (s *stdin) pump() {
	for buffers := [2][]byte{make([]byte, 64<<10), make([]byte, 64<<10)}; ; buffers[0], buffers[1] = buffers[1], buffers[0] {
		n, err := s.r.Read(buffers[0])
		select {
		case s.reads <- chunk{buffers[0][:n], err}:
		case <-s.ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}
