package entities

import (
	"testing"

	"broadsheet/stages/segment"
)

// TestCountryOfUnknown holds names that the knowledge base does not have against the country that the text gives them.
func TestCountryOfUnknown(t *testing.T) {
	r := recogniser(t)
	for _, c := range []struct{ text, name, country, dateline string }{
		{text: "He met Kenya's deputy trade minister Ann Wekesa.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa, Kenya's deputy trade minister, flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa, the governor of the Central Bank of Kenya, flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa, an analyst at Siemens, flew home.", name: "Ann Wekesa"},
		{text: "Ann Wekesa, the Taiwan manager of a bank, flew home.", name: "Ann Wekesa"},
		{text: "He beat the Kenyan Ann Wekesa of the University of Cairo.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa, an economist at the Academy of Sciences of Kenya, flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa, 41, a nurse from Nairobi, flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "The Kenyan runner Ann Wekesa flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "The Kenyan leader offered Ann Wekesa a post.", name: "Ann Wekesa"},
		{text: "The Kenyan runner Ann Wekesa met the French runner Ann Wekesa.", name: "Ann Wekesa"},
		{text: "Safaricom later promoted the engineer Ann Wekesa. Nairobi and Mombasa welcomed it; Kenyan firms and Kenya gain.", name: "Ann Wekesa"}, // whose body opens the text
		{text: "Trade Minister Ann Wekesa spoke. Nairobi and Mombasa welcomed the Kenyan budget.", name: "Ann Wekesa", country: "KE"},
		{text: "Trade Minister Ann Wekesa spoke. Kenyan and Ugandan firms sell tea to Uganda and Kenya.", name: "Ann Wekesa"},
		{text: "Trade Minister Ann Wekesa spoke. Kenya and Kenyan firms sell tea to Egypt.", name: "Ann Wekesa", country: "KE"},
		{text: "The Kenyan ambassador, Ann Wekesa, flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "The Nairobi-based analyst Ann Wekesa flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa of the University of Nairobi flew home.", name: "Ann Wekesa", country: "KE"},
		{text: "Ann Wekesa of Siemens flew home.", name: "Ann Wekesa"},
		{text: "Trade Minister Ann Wekesa spoke. Kenya and Kenyan firms sell tea to Egypt.", name: "Ann Wekesa", country: "KE", dateline: "NAIROBI"},
		{text: "The Ministry of Livestock spoke. Kenya and Kenyan firms sell tea to Egypt.", name: "Ministry of Livestock", country: "KE", dateline: "NAIROBI"},
	} {
		d := segment.Split(c.text)
		found := false
		for _, m := range r.Recognise(d, Context{Dateline: c.dateline}) {
			if m.Span.Of(d.Text) == c.name {
				found = true
				if m.Country != c.country {
					t.Errorf("%q: country of %s is %q, want %q", c.text, c.name, m.Country, c.country)
				}
			}
		}
		if !found {
			t.Errorf("%q: %s not found", c.text, c.name)
		}
	}
}
