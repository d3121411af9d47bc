// Package rowtest holds what tests of rows share: random rows of any table, differences that a person can read, and
// golden tables.
package rowtest

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"broadsheet/schemas"
)

// Random returns n rows that every encoder must carry: NULLs, quotes, line ends, scripts, extremes of every type. The
// same seed gives the same rows. Key columns are distinct; references do not resolve.
func Random[R any](table schemas.Table[R], n int, seed uint64) []R {
	rng := rand.New(rand.NewPCG(seed, 1))
	rows := make([]R, n)
	for i := range rows {
		for j := range table.Columns {
			c := &table.Columns[j]
			c.Set(&rows[i], randomCell(rng, c.Type, c.Nullable, c.Values))
		}
		for j := range table.Columns {
			if c := &table.Columns[j]; c.Name == table.Key[0] {
				c.Set(&rows[i], schemas.Value{Str: strconv.FormatUint(seed, 10) + "-" + strconv.Itoa(i)})
			}
		}
	}
	return rows
}

func randomCell(rng *rand.Rand, t schemas.Type, nullable bool, values []string) (v schemas.Value) {
	if nullable && rng.IntN(3) == 0 {
		return schemas.Value{Null: true}
	}
	switch t {
	case schemas.String:
		if v.Str = randomText(rng); values != nil {
			v.Str = values[rng.IntN(len(values))]
		}
	case schemas.StringList:
		for range rng.IntN(4) {
			v.List = append(v.List, randomText(rng))
		}
	case schemas.Bool:
		v.Bool = rng.IntN(2) == 0
	case schemas.Int32:
		v.Int = int64(int32(rng.Uint32()))
	case schemas.Int64:
		v.Int = int64(rng.Uint64())
	case schemas.Float64:
		v.Float = randomFloat(rng)
	case schemas.Day:
		v.Int = rng.Int64N(80000) - 20000
	case schemas.Instant:
		v.Int = rng.Int64N(4e15) - 1e15
	}
	return v
}

var pieces = []string{
	"trade", "€42.4 billion", ",", "\"", "\n", "\r\n", "\t", " ", "NULL", "NA", "nan", "true", "007", "1e5", "2024-01-02",
	"Қазақстан", "日本", "🙂", "é", "\\", "[", "]", "{}", "'", ";", "#", "--", "<b>", "&amp;", "\u2028", "‘quoted’",
}

func randomText(rng *rand.Rand) string {
	var b strings.Builder
	for range 1 + rng.IntN(6) {
		b.WriteString(pieces[rng.IntN(len(pieces))])
	}
	return b.String()
}

func randomFloat(rng *rand.Rand) float64 {
	switch rng.IntN(5) {
	case 0:
		return float64(rng.IntN(2000) - 1000)
	case 1:
		return []float64{0, 0.1, 1.0 / 3, 42400000000, 1e21, 1e-7, 5e-324, math.MaxFloat64, -2.5e-10}[rng.IntN(9)]
	case 2:
		return rng.NormFloat64()
	}
	return math.Ldexp(rng.Float64()-0.5, rng.IntN(200)-100)
}
