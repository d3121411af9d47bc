package figures

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// grouped writes digits in threes, or as India does, with a separator.
func grouped(v uint64, sep string, indian bool) string {
	d := strconv.FormatUint(v, 10)
	size, out := 3, ""
	for len(d) > size {
		out = sep + d[len(d)-size:] + out
		d = d[:len(d)-size]
		if indian {
			size = 2
		}
	}
	return d + out
}

var ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")

// spell writes a number in words.
func spell(v uint64, and string) string {
	switch {
	case v < 20:
		return ones[v]
	case v < 100:
		if v%10 == 0 {
			return tens[v/10]
		}
		return tens[v/10] + "-" + ones[v%10]
	case v < 1000:
		out := ones[v/100] + " hundred"
		if v%100 != 0 {
			out += " " + and + spell(v%100, and)
		}
		return out
	}
	for _, s := range []struct {
		of   uint64
		name string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}} {
		if v >= s.of {
			out := spell(v/s.of, and) + " " + s.name
			if rest := v % s.of; rest != 0 {
				if rest < 100 {
					out += " " + and
				} else {
					out += " "
				}
				out += spell(rest, and)
			}
			return out
		}
	}
	return ""
}

// numberForms render a number in one way each; they return "" where the form does not suit it.
var numberForms = []func(v uint64) (string, float64){
	func(v uint64) (string, float64) { return strconv.FormatUint(v, 10), float64(v) },
	func(v uint64) (string, float64) { return grouped(v, ",", false), float64(v) },
	func(v uint64) (string, float64) { return grouped(v, " ", false), float64(v) },
	func(v uint64) (string, float64) { return grouped(v, "\u00a0", false), float64(v) },
	func(v uint64) (string, float64) { return grouped(v, "\u202f", false), float64(v) },
	func(v uint64) (string, float64) { return grouped(v, "’", false), float64(v) },
	func(v uint64) (string, float64) { v += 1e6; return grouped(v, ".", false), float64(v) }, // "1.250 tonnes" is a decimal in English
	func(v uint64) (string, float64) { return grouped(v, ",", true), float64(v) },
	func(v uint64) (string, float64) {
		return grouped(v/100, ",", false) + fmt.Sprintf(".%02d", v%100), float64(v) / 100
	},
	func(v uint64) (string, float64) {
		return grouped(v/100, " ", false) + fmt.Sprintf(",%02d", v%100), float64(v) / 100
	},
	func(v uint64) (string, float64) {
		return grouped(v/100, ".", false) + fmt.Sprintf(",%02d", v%100), float64(v) / 100
	},
	func(v uint64) (string, float64) {
		return fmt.Sprintf("%d.%d million", v%1000, v%7), decimalOf(v%1000, v%7) * 1e6
	},
	func(v uint64) (string, float64) {
		return fmt.Sprintf("%d.%dbn", v%1000, v%7), decimalOf(v%1000, v%7) * 1e9
	},
	func(v uint64) (string, float64) { return fmt.Sprintf("%d mln", v%1000), float64(v%1000) * 1e6 },
	func(v uint64) (string, float64) {
		return fmt.Sprintf("%d,%d billion", v%1000, v%7), decimalOf(v%1000, v%7) * 1e9
	},
	func(v uint64) (string, float64) { return fmt.Sprintf("%d lakh", v%100), float64(v%100) * 1e5 },
	func(v uint64) (string, float64) {
		return fmt.Sprintf("%d.%d crore", v%1000, v%7), decimalOf(v%1000, v%7) * 1e7
	},
	func(v uint64) (string, float64) { return spell(v, ""), float64(v) },
	func(v uint64) (string, float64) { return spell(v, "and "), float64(v) },
	func(v uint64) (string, float64) { return fmt.Sprintf("%d-1/2", v%500+1), float64(v%500+1) + 0.5 },
	func(v uint64) (string, float64) { return fmt.Sprintf("%d 3/4", v%500+1), float64(v%500+1) + 0.75 },
	func(v uint64) (string, float64) { return fmt.Sprintf("%d½", v%500+1), float64(v%500+1) + 0.5 },
	func(v uint64) (string, float64) {
		return spell(v%90+2, "") + " and a half million", (float64(v%90+2) + 0.5) * 1e6
	},
	func(v uint64) (string, float64) {
		return spell(v%90+2, "") + " point five billion", (float64(v%90+2) + 0.5) * 1e9
	},
}

func decimalOf(whole, tenth uint64) float64 { return float64(whole) + float64(tenth)/10 }

// setting puts a number into a sentence as money, share, measure or count.
type setting struct {
	before, after string
	text          string // around "%s"
}

var settings = []setting{
	{"$", "", "The bill came to %s last year."}, {"US$", "", "They paid %s for it."}, {"EUR", "", "It is worth %s now."}, {"GBP ", "", "A loan of %s was agreed."}, {"", " euros", "It cost %s in all."},
	{"", " USD", "The fine was %s, she said."}, {"", " Swiss francs", "He owed %s to them."}, {"", " tonnes", "The port shipped %s of coal."}, {"", " kilometres", "The line is %s long."},
	{"", " percent", "Turnout was %s on Sunday."}, {"", " workers", "It employs %s in the north."}, {"", " barrels per day", "Output averaged %s of oil."}, {"₹", "", "The scheme cost %s in total."},
	{"C$", "", "Sales reached %s in the period."}, {"", " kWh", "The house used %s of power."}, {"around ", " people", "There were %s at the rally."}, {"¥", "", "The fund lost %s overnight."},
}

// roundTrip renders a number, reads it back, and tells of any statement with another value.
func roundTrip(r *Reader, v uint64, form, where int) (string, bool) {
	number, want := numberForms[form](v)
	set := settings[where]
	if set.before == "EUR" && number[0] >= 'a' {
		number = " " + number
	}
	text := fmt.Sprintf(set.text, set.before+number+set.after)
	doc := segment.Split(text)
	for _, f := range r.Read(Input{Doc: doc}) {
		if f.Confidence >= 0.5 && (f.High != nil || math.Abs(f.Value-want) > 1e-9*math.Abs(want)) {
			return fmt.Sprintf("%s\n got %s = %v, want %v", text, f.Span.Of(doc.Text), f.Value, want), false
		}
	}
	return "", true
}

// valueOf draws values of all sizes from a seed.
func valueOf(seed uint64) uint64 { return seed % uint64(math.Pow(10, float64(1+seed>>40%13))) }

// TestRoundTrip renders known values in every form and setting: they come back, or nothing does.
func TestRoundTrip(t *testing.T) {
	r := reader(t)
	random := rand.New(rand.NewSource(1))
	read, failed := 0, 0
	for form := range numberForms {
		for where := range settings {
			for range 12 {
				v := valueOf(random.Uint64())
				if message, ok := roundTrip(r, v, form, where); !ok {
					if failed++; failed < 25 {
						t.Errorf("form %d: %s", form, message)
					}
				}
				read++
			}
		}
	}
	if failed > 0 {
		t.Errorf("%d of %d wrong", failed, read)
	}
}

func FuzzRoundTrip(f *testing.F) {
	for i := range numberForms {
		f.Add(uint64(1234567*i), byte(i), byte(i))
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, v uint64, form, where byte) {
		if message, ok := roundTrip(r, v%1e14, int(form)%len(numberForms), int(where)%len(settings)); !ok {
			t.Fatal(message)
		}
	})
}
