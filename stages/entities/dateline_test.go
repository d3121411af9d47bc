package entities

import "testing"

func TestCountry(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for place, want := range map[string]string{
		"SYDNEY": "AU", "HONG KONG": "HK", "Brussels, Belgium": "BE", "ASTANA": "KZ", "Toronto": "CA", "Nowhere at All": "", "": "",
	} {
		if got := r.Country(place); got != want {
			t.Errorf("%q: %q, want %q", place, got, want)
		}
	}
}
