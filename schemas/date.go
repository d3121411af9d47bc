package schemas

import (
	"fmt"
	"time"
)

// Date is a calendar day: the number of days since 1970-01-01 (proleptic Gregorian calendar).
type Date int32

// NewDate returns the day, and false where the calendar has no such day.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != day {
		return 0, false
	}
	return DateOf(t), true
}

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDate reads an ISO 8601 day, "2024-09-26".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("day %q is not of the form 2006-01-02", s)
	}
	return DateOf(t), nil
}

// Time returns midnight UTC of the day.
func (d Date) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// String returns the ISO 8601 form.
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// Time is an instant: microseconds since 1970-01-01T00:00:00Z.
type Time int64

// TimeOf returns the instant t, cut to the microsecond.
func TimeOf(t time.Time) Time { return Time(t.UnixMicro()) }

// String returns the RFC 3339 form in UTC with six decimals of a second.
func (t Time) String() string {
	return time.UnixMicro(int64(t)).UTC().Format("2006-01-02T15:04:05.000000Z")
}
