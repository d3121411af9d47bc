package tagger

import "math/bits"

// The model knows words, phrases and features by their 64-bit hash alone: no string is kept or made. The constants are
// those of FNV-1a and of splitmix64.
const (
	hashStart = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// mix spreads a hash over all of its bits.
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}

// join hashes two values in order.
func join(a, b uint64) uint64 {
	return mix(a*hashPrime ^ bits.RotateLeft64(b, 23) + 0x9e3779b97f4a7c15)
}

// table finds the row number of a 64-bit key in buckets of eight 16-bit fingerprints, so that the usual answer, "not
// here", costs one cache line. About one unknown key in ten thousand is taken for a known one.
type table struct {
	prints []uint64 // two words a bucket, four fingerprints each; 0 is an empty place
}

const lanes = 0x0001000100010001

func newTable(buckets int) table { return table{make([]uint64, 2*buckets)} }

// rows returns how many row numbers the table may give out.
func (t table) rows() int { return 4 * len(t.prints) }

func (t table) bucket(key uint64) int {
	hi, _ := bits.Mul64(key, uint64(len(t.prints)/2))
	return 2 * int(hi)
}

// fingerprint returns the fingerprint of a key in all four lanes. The low bits are independent of the bucket.
func fingerprint(key uint64) uint64 {
	p := key & 0xffff
	if p == 0 {
		p = 1
	}
	return p * lanes
}

// find returns the key's row, or -1.
func (t table) find(key uint64) int {
	at, p := t.bucket(key), fingerprint(key)
	for i := range 2 {
		x := t.prints[at+i] ^ p
		if zero := (x - lanes) &^ x & (lanes << 15); zero != 0 {
			return (at+i)*4 + bits.TrailingZeros64(zero)/16
		}
	}
	return -1
}

// add returns the key's row, which it makes where there is room; -1 where the bucket is full.
func (t table) add(key uint64) int {
	if row := t.find(key); row >= 0 {
		return row
	}
	at, p := t.bucket(key), fingerprint(key)
	for lane := range 8 {
		word, shift := &t.prints[at+lane/4], lane%4*16
		if *word>>shift&0xffff == 0 {
			*word |= p & 0xffff << shift
			return at*4 + lane
		}
	}
	return -1
}
