package figures

import (
	"math"
	"slices"
	"strings"
	"testing"

	"broadsheet/schemas"
	"broadsheet/stages/segment"
)

// TestConversions holds base values against figures from handbooks, not from the table.
func TestConversions(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		in   string
		want float64
		unit string
	}{
		{"1 mile", 1609.344, "metre"}, {"3 feet", 0.9144, "metre"}, {"12 inches", 0.3048, "metre"}, {"1 yard", 0.9144, "metre"}, {"1 nautical mile", 1852, "metre"},
		{"5 nanometres", 5e-9, "metre"}, {"2 light-years", 1.89214609459e16, "metre"}, {"1 parsec", 3.0856775815e16, "metre"}, {"1 astronomical unit", 1.495978707e11, "metre"},
		{"1 pound-mass", 0.45359237, "kilogram"}, {"16 ounces", 0.45359237, "kilogram"}, {"30 million tons", 3e10, "kilogram"}, {"1 tonne", 1000, "kilogram"}, {"1 long ton", 1016.0469088, "kilogram"},
		{"1 short ton", 907.18474, "kilogram"}, {"1 troy ounce", 0.0311034768, "kilogram"}, {"10 carats", 0.002, "kilogram"}, {"1 quintal", 100, "kilogram"}, {"250 mg", 0.00025, "kilogram"},
		{"3 kilotonnes", 3e6, "kilogram"}, {"1 acre", 4046.8564224, "square metre"}, {"2 hectares", 20000, "square metre"}, {"1 square mile", 2589988.110336, "square metre"},
		{"100 square feet", 9.290304, "square metre"}, {"7 km²", 7e6, "square metre"}, {"1 barrel", 0.158987294928, "cubic metre"}, {"1 bushel", 0.0352390701669, "cubic metre"},
		{"42 gallons", 0.158987294928, "cubic metre"}, {"1 imperial gallon", 0.00454609, "cubic metre"}, {"2 litres", 0.002, "cubic metre"}, {"1 acre-foot", 1233.48183755, "cubic metre"},
		{"1 billion cubic feet", 28316846.592, "cubic metre"}, {"3 bcm", 3e9, "cubic metre"}, {"1 million barrels per day", 1.84013072833, "cubic metre per second"},
		{"1,000 cubic feet per second", 28.316846592, "cubic metre per second"}, {"60 litres per minute", 0.001, "cubic metre per second"}, {"1 kilowatt-hour", 3.6e6, "joule"},
		{"2 TWh", 7.2e15, "joule"}, {"1 BTU", 1055.05585262, "joule"}, {"1 therm", 105505585.262, "joule"}, {"1 mmBTU", 1055055852.62, "joule"}, {"100 kcal", 418400, "joule"},
		{"1 toe", 4.1868e10, "joule"}, {"1 tonne of coal equivalent", 2.93076e10, "joule"}, {"13 kilotons of TNT", 5.4392e13, "joule"}, {"1 horsepower", 745.699871582, "watt"}, {"3 gigawatts", 3e9, "watt"},
		{"100 km/h", 27.7777777778, "metre per second"}, {"60 mph", 26.8224, "metre per second"}, {"1 knot", 0.514444444444, "metre per second"}, {"25 degrees Celsius", 298.15, "kelvin"},
		{"-40 degrees Fahrenheit", 233.15, "kelvin"}, {"212 degrees Fahrenheit", 373.15, "kelvin"}, {"5 kilobytes", 5000, "byte"}, {"1 GiB", 1073741824, "byte"}, {"8 gigabits", 1e9, "byte"},
		{"8 Gbps", 1e9, "byte per second"}, {"1 bar", 100000, "pascal"}, {"1 atmosphere", 101325, "pascal"}, {"14.5 psi", 99973.98075, "pascal"}, {"760 mmHg", 101325.0144354, "pascal"},
		{"29.92 inches of mercury", 101320.75888, "pascal"}, {"980 hPa", 98000, "pascal"}, {"500 kN", 500000, "newton"}, {"1 pound-force", 4.4482216152605, "newton"}, {"3 GHz", 3e9, "hertz"}, {"60 rpm", 1, "hertz"},
		{"5 kV", 5000, "volt"}, {"20 milliamperes", 0.02, "ampere"}, {"an angle of 180 degrees", math.Pi, "radian"}, {"3 ppb", 0.003, "part per million"}, {"1 week", 604800, "second"}, {"2 hours", 7200, "second"},
		{"25 basis points", 0.25, "percentage"}, {"5 percent", 5, "percentage"}, {"a third of it", 100. / 3, "percentage"}, {"40 cents", 0.4, "dollar"}, {"$5 million", 5e6, "dollar"},
		{"5 cents per kilowatt-hour", 0.05, "dollar per kilowatt-hour"}, {"100 kilometres per second", 100000, "metre per second"}, {"200 TEU", 7700, "cubic metre"}, {"1 dunam", 1000, "square metre"},
		{"1 furlong", 201.168, "metre"}, {"10 fathoms", 18.288, "metre"}, {"1 solar mass", 1.98841e30, "kilogram"}, {"2 electronvolts", 3.204353268e-19, "joule"}, {"1 cord of wood", 3.624556363776, "cubic metre"},
	} {
		doc := segment.Split("It was " + c.in + " of late.")
		got := r.Read(Input{Doc: doc})
		if len(got) != 1 || got[0].BaseValue == nil || math.Abs(*got[0].BaseValue-c.want) > 1e-8*math.Abs(c.want) || got[0].BaseUnit != c.unit {
			var v any = "none"
			if len(got) > 0 && got[0].BaseValue != nil {
				v = *got[0].BaseValue
			}
			t.Errorf("%s: got %s, base %v; want %v %s", c.in, show(doc, got), v, c.want, c.unit)
		}
	}
}

// TestUnitTable reads every unit of the table by its name and its symbols, alone and in a sentence.
func TestUnitTable(t *testing.T) {
	r := reader(t)
	rows, err := lines(unitTable, 6)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range rows {
		if f[1] != "" && !slices.Contains(schemas.Dimensions, f[1]) {
			t.Errorf("%s: no dimension %s", f[0], f[1])
		}
		for _, symbol := range append(split(f[5]), f[0]) {
			if first, _, _ := strings.Cut(symbol, " "); r.lex.ambiguous[symbol] != nil || scales[first] != 0 {
				continue
			}
			doc := segment.Split("We measured 7 " + symbol + " twice.")
			got := r.Read(Input{Doc: doc})
			if len(got) == 0 {
				continue
			}
			if len(got) != 1 || got[0].Value != 7 || got[0].Unit != "" && got[0].Unit != f[0] && got[0].Currency == "" && !strings.HasPrefix(got[0].Unit, symbol) {
				t.Errorf("7 %s: got %s, want %s", symbol, show(doc, got), f[0])
			}
		}
	}
}

// TestPrefixes holds the units of one family to their prefixes.
func TestPrefixes(t *testing.T) {
	r := reader(t)
	prefixes := map[string]float64{"pico": 1e-12, "nano": 1e-9, "micro": 1e-6, "milli": 1e-3, "centi": 1e-2, "deci": 0.1, "hecto": 100, "kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15, "exa": 1e18}
	for name, u := range r.lex.unitWords {
		if u.name != name || !u.convertible {
			continue
		}
		for p, m := range prefixes {
			base := r.lex.unitWords[strings.TrimPrefix(name, p)]
			if !strings.HasPrefix(name, p) || base == nil || base.dimension != u.dimension || base.name == "ton" {
				continue
			}
			if math.Abs(u.factor-m*base.factor) > 1e-9*u.factor {
				t.Errorf("%s: factor %v, want %v times %v", name, u.factor, m, base.factor)
			}
		}
	}
}
