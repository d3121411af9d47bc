package tagger

// counts of one key: four types and O, then places in names (begin, inside, last, alone) and type by acronym.
type counts [8]uint16

// memory counts things by 64-bit hash for the length of one document.
type memory struct {
	keys []uint64
	vals []counts
	mask uint64
}

// reset empties the memory and makes room for n keys.
func (m *memory) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if size > len(m.keys) {
		m.keys, m.vals = make([]uint64, size), make([]counts, size)
	} else {
		m.keys, m.vals = m.keys[:cap(m.keys)], m.vals[:cap(m.vals)]
		clear(m.keys[:size])
		clear(m.vals[:size])
	}
	m.mask = uint64(size - 1)
}

// put returns the counts of a key, new where it is.
func (m *memory) put(key uint64) *counts {
	key |= 1
	for i := key >> 20 & m.mask; ; i = (i + 1) & m.mask {
		switch m.keys[i] {
		case 0:
			m.keys[i] = key
			return &m.vals[i]
		case key:
			return &m.vals[i]
		}
	}
}

// get returns the counts of a key, or nil.
func (m *memory) get(key uint64) *counts {
	key |= 1
	for i := key >> 20 & m.mask; ; i = (i + 1) & m.mask {
		switch m.keys[i] {
		case 0:
			return nil
		case key:
			return &m.vals[i]
		}
	}
}

// echo is what the first pass said elsewhere of a phrase that covers the token.
type echo struct{ kind, place uint8 }

const longestEcho = 6

// Remember takes the labels of the first pass.
func (r *Reader) Remember(labels []Label) {
	r.labels = append(r.labels[:0], labels...)
	r.names.reset(len(labels))
	r.spans.reset(2 * len(labels))
	for _, u := range r.runs {
		for i := u.first; i < u.last; i++ {
			c := r.names.put(r.attrs[i].word)
			c[labels[i].kind()]++
			if labels[i].begins() {
				r.name(i, spanEnd(labels, i))
			}
		}
	}
	r.listen()
}

// spanEnd returns where the span that begins at i ends.
func spanEnd(labels []Label, i int32) int32 {
	end := i + 1
	for int(end) < len(labels) && labels[end].continues() {
		end++
	}
	return end
}

// name remembers the name at [first, last), and the acronym of a long one.
func (r *Reader) name(first, last int32) {
	kind := r.labels[first].kind()
	key, initials, n := uint64(0), uint64(hashStart), 0
	for i := first; i < last; i++ {
		key = join(key, r.attrs[i].lower)
		if r.attrs[i].flags&capital != 0 {
			initials = (initials ^ uint64(r.doc.Text[r.doc.Tokens[i].Start])) * hashPrime
			n++
		}
	}
	r.spans.put(key)[kind]++
	if n >= 2 {
		r.spans.put(mix(initials))[kind]++
	}
	if last-first > 1 {
		r.names.put(r.attrs[first].word)[5]++
		r.names.put(r.attrs[last-1].word)[6]++
	} else {
		r.names.put(r.attrs[first].word)[7]++
	}
}

// listen finds the phrases that were labelled as a name elsewhere in the document.
func (r *Reader) listen() {
	r.recall = append(r.recall[:0], make([]echo, len(r.attrs))...)
	for _, u := range r.runs {
		for i := u.first; i < u.last; {
			n, kind := r.elsewhere(i, u.last)
			for j := range n {
				place := uint8(2)
				switch {
				case n == 1:
					place = 4
				case j == 0:
					place = 1
				case j == n-1:
					place = 3
				}
				r.recall[i+j] = echo{kind + 1, place}
			}
			i += max(n, 1)
		}
	}
}

// elsewhere returns the longest phrase at i that is a name elsewhere, and its most frequent kind.
func (r *Reader) elsewhere(i, last int32) (int32, uint8) {
	own, ownEnd := Label(0), int32(0)
	if r.labels[i].begins() {
		own, ownEnd = r.labels[i], spanEnd(r.labels, i)
	}
	key, length, kind := uint64(0), int32(0), uint8(0)
	for n := int32(1); n <= longestEcho && i+n <= last; n++ {
		key = join(key, r.attrs[i+n-1].lower)
		c := r.spans.get(key)
		if c == nil {
			continue
		}
		best, at := uint16(0), uint8(0)
		for k := range uint8(4) {
			v := c[k]
			if ownEnd == i+n && own.kind() == int(k) {
				v--
			}
			if v > best {
				best, at = v, k
			}
		}
		if best > 0 {
			length, kind = n, at
		}
	}
	return length, kind
}
