package figures

import (
	"math"
	"strings"

	"broadsheet/stages/segment"
)

// noUnit is the rule of a number that nothing behind it explains.
const noUnit = "number without a unit"

// behindAged is the rule of a number behind "aged".
const behindAged = "behind aged"

// emit makes a figure of a quantity, joined with a second one to a range where the text does so, and returns the token
// behind it.
func (s *sentence) emit(q quantity) int {
	if q.digits && s.cutOff(q.numeral.span) || s.goesOn(&q) {
		q.sure = math.Min(q.sure, 0.4)
	}
	if q.kind == "count" && q.name == "" && q.sure < 0.5 {
		return q.to
	}
	high, ok := s.rangeWith(&q)
	end := q.to
	r := reading{rule: q.rule, at: span{q.from, q.to}, nouns: q.nouns, adjust: q.adjust}
	if ok {
		end = high.to
		r.at.to = end
		r.rule += ", a range"
		if high.kind != "" && high.rule != noUnit {
			r.rule, r.nouns = high.rule+", a range", high.nouns
		}
		r.adjust = r.adjust || high.adjust
	}
	f := &r.fig
	f.Kind, f.Value, f.Unit, f.Confidence = q.kind, q.value, q.name, q.sure
	f.Bound, f.Direction = "exact", "none"
	if q.bound != "" {
		f.Bound = q.bound
	}
	s.tolerance(&r, &end)
	if ok {
		h := high.value
		f.High = &h
		f.Confidence = math.Min(f.Confidence, high.sure)
		if end+1 < len(s.toks) && s.toks[end].low == "to" && s.toks[end+1].kind == segment.Number {
			f.Confidence = 0.45 // "from 5 to 10 to 15 percent"
		}
	}
	if q.coin != nil {
		f.Currency, r.bare = q.coin.code, q.coin.bare
	}
	f.Value = whole(f.Value, q.scale)
	if ok {
		*f.High = whole(*f.High, high.scale)
	}
	s.base(f, &q)
	if math.IsInf(f.Value, 0) || math.IsNaN(f.Value) {
		return end
	}
	s.found = append(s.found, r)
	s.done, s.last = r.at.to, q
	s.inMillions = s.inMillions || q.scaledBy == "m"
	return max(end, q.from+1)
}

// whole takes back what binary fractions add in scaling: 32.7 million is no 32700000.000000004.
func whole(v, scale float64) float64 {
	if r := math.Round(v); scale >= 100 && math.Abs(v-r) < 1e-9*math.Abs(v) {
		return r
	}
	return v
}

// base fills dimension, base value and base unit.
func (s *sentence) base(f *Figure, q *quantity) {
	switch {
	case q.coin != nil:
		f.Dimension, f.BaseUnit = "currency", q.coin.noun
		v := f.Value
		if q.coin.minor && q.coin.subs > 0 {
			v /= q.coin.subs
		}
		f.BaseValue = &v
		if at := strings.Index(q.name, " per "); at > 0 {
			f.BaseUnit += q.name[at:]
		}
	case q.unit != nil && q.unit.name == "degree":
		s.degrees(f)
	case q.unit != nil && q.unit.dimension != "" && q.per == nil && !q.perNoun:
		f.Dimension = q.unit.dimension
		if q.unit.convertible {
			v := float64(f.Value*q.unit.factor) + q.unit.offset
			f.BaseValue, f.BaseUnit = &v, baseUnits[f.Dimension]
			if f.Dimension == "data" && strings.HasSuffix(q.unit.name, " per second") {
				f.BaseUnit += " per second"
			}
		}
	case q.unit != nil && q.per != nil && q.per.dimension == "time" && (q.unit.dimension == "length" || q.unit.dimension == "volume"):
		v := f.Value * q.unit.factor / q.per.factor
		f.Dimension, f.BaseUnit = "speed", baseUnits["speed"]
		if q.unit.dimension == "volume" {
			f.Dimension, f.BaseUnit = "flow", baseUnits["flow"]
		}
		f.BaseValue = &v
	case q.unit != nil && q.unit.dimension == "share":
		f.Dimension = "share"
	case q.kind == "count":
		f.Dimension = "count"
	case q.kind == "ratio":
		v := f.Value * 100
		f.Dimension, f.BaseValue, f.BaseUnit = "share", &v, "percentage"
	}
	if f.BaseValue != nil && (math.IsInf(*f.BaseValue, 0) || math.IsNaN(*f.BaseValue)) {
		f.BaseValue, f.BaseUnit = nil, ""
	}
}

// degrees finds out what bare degrees measure: an angle where the sentence turns, else mostly a temperature, of which scale
// the text leaves open.
func (s *sentence) degrees(f *Figure) {
	for i := range s.toks {
		switch t := &s.toks[i]; {
		case t.is("angle", "angles", "rotate", "rotated", "rotates", "rotation", "turn", "turned", "turns", "tilt", "tilted", "slope", "latitude", "longitude", "inclination", "bend", "clockwise"):
			v := float64(f.Value * math.Pi / 180)
			f.Dimension, f.BaseValue, f.BaseUnit = "angle", &v, baseUnits["angle"]
			return
		case t.is("temperature", "temperatures", "weather", "warm", "warmer", "warming", "cold", "colder", "hot", "hotter", "heat", "cool", "cooler", "mercury", "freezing", "frost", "fever", "thermometer", "thermostat", "seasonal"):
			f.Dimension = "temperature"
		}
	}
}

// tolerance reads "5 ± 0.2" and "plus or minus 3" as a range around the number.
func (s *sentence) tolerance(r *reading, end *int) {
	at := r.at.to
	if at >= len(s.toks) {
		return
	}
	switch {
	case s.toks[at].s == "±":
		at++
	case s.toks[at].low == "plus" && at+2 < len(s.toks) && s.toks[at+1].low == "or" && s.toks[at+2].low == "minus":
		at += 3
	default:
		return
	}
	if at >= len(s.toks) {
		return
	}
	n, ok := s.numeralAt(at)
	if !ok {
		return
	}
	high := r.fig.Value + n.value
	r.fig.Value -= n.value
	r.fig.High, r.fig.Bound = &high, "approximate"
	r.at.to, *end = n.to, n.to
	if r.fig.Unit == "" {
		q := quantity{numeral: n, sure: r.fig.Confidence}
		if n.to < len(s.toks) && s.unitBehind(&q, n.to) {
			r.fig.Unit, r.fig.Kind = q.name, q.kind
			r.at.to, *end = q.to, q.to
		}
	}
}
