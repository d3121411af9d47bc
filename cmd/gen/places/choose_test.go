package main

import "testing"

func TestChoose(t *testing.T) {
	source := extract{
		cities: map[string]record{
			"1": {ID: 1, Name: "Ţarţūs", Country: "SY", Population: 89_000, Latitude: 34.89, Longitude: 35.89},
			"2": {ID: 2, Name: "Lincoln", Country: "US", Population: 280_000, Admin: "NE"},
			"3": {ID: 3, Name: "Oakville", Country: "CA", Population: 200_000},
			"4": {ID: 4, Name: "Oakville", Country: "US", Population: 100_000, Admin: "MO"},
			"5": {ID: 5, Name: "Yaren", Country: "NR", Population: 700},
			"6": {ID: 6, Name: "Kiev", Country: "UA", Population: 2_800_000, Latitude: 50.4, Longitude: 30.5},
			"8": {ID: 8, Name: "Oakville", Country: "ZM", Population: 150_000},
			"7": {ID: 7, Name: "Oberdorf", Country: "DE", Population: 5_000},
		},
		capitals: map[string]string{"NR": "Yaren", "UA": "Kiev"},
		states:   map[string]string{"MO": "Missouri", "NE": "Nebraska"},
	}
	k := known{
		names:  map[string]string{"SY": "Syria", "CA": "Canada", "US": "United States", "NR": "Nauru"},
		ids:    map[string]string{"kyiv": "UA"},
		places: []place{{names: []string{"kyiv", "kiev"}, country: "UA", latitude: 50.45, longitude: 30.52}},
		people: map[string]bool{"lincoln": true},
	}
	want := []string{
		"location:oakville\tOakville\tCA\t0.000\t0.000\t4\t\tCanada",
		"location:oakville-missouri\tOakville\tUS\t0.000\t0.000\t3\t\tMissouri",
		"location:tartus\tTartus\tSY\t34.890\t35.890\t2\tŢarţūs\t",
		"location:yaren\tYaren\tNR\t0.000\t0.000\t5\t\t",
	}
	got := choose(source, k)
	if len(got) != len(want) {
		t.Fatalf("%d cities, want %d: %v", len(got), len(want), got)
	}
	for i, c := range got {
		if c.line() != want[i] {
			t.Errorf("row %d:\n got %q\nwant %q", i, c.line(), want[i])
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{"São Paulo": "sao-paulo", "Łódź": "lodz", "N'Djamena": "ndjamena", "St. John's": "st-johns", "Şırnak": "sirnak"} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}
