package dates

import (
	"strconv"
	"strings"
	"time"

	"broadsheet/schemas"
	"broadsheet/stages/calendar"
)

// Parse reads a written day, with the instant where time and zone are written too. It fails where the day has no year,
// is none of the calendar, or may be read in two ways ("03/04/2024").
func Parse(s string) (day schemas.Date, at *schemas.Time, ok bool) {
	s = strings.TrimSpace(s)
	if instant, isUnix := unixTime(s); isUnix {
		t := schemas.TimeOf(instant)
		return schemas.DateOf(instant), &t, true
	}
	w, n := calendar.Scan(s)
	if n == 0 || w.Ambiguous || w.Year == 0 {
		return 0, nil, false
	}
	if day, ok = dayOf(w); !ok {
		return 0, nil, false
	}
	if w.HasTime && w.HasZone {
		zone := time.FixedZone("", w.Offset)
		t := schemas.TimeOf(time.Date(w.Year, time.Month(w.Month), w.Day, w.Hour, w.Minute, w.Second, w.Nanosecond, zone))
		at = &t
	}
	return day, at, true
}

// unixTime reads seconds or milliseconds since 1970, as feeds give them, from 1990 to 2099.
func unixTime(s string) (time.Time, bool) {
	if len(s) < 9 || len(s) > 13 {
		return time.Time{}, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	if len(s) < 12 {
		n *= 1000
	}
	t := time.UnixMilli(n).UTC()
	return t, t.Year() >= 1990 && t.Year() < 2100
}

func dayOf(w calendar.Written) (schemas.Date, bool) {
	return schemas.NewDate(w.Year, time.Month(w.Month), w.Day)
}
