package entities

import (
	"fmt"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// TestResolution holds every mention of short texts against "surface=id/form", those with "!" in front against none.
func TestResolution(t *testing.T) {
	r := recogniser(t)
	for _, c := range []struct{ title, text, want string }{
		{"", "Katie Johnson leads the firm. Johnson said sales rose.", "Katie Johnson=person:katie-johnson/full Johnson=person:katie-johnson/partial"},
		{"", "Johnson was late. Katie Johnson apologised.", "Johnson=person:katie-johnson/partial Katie Johnson=person:katie-johnson/full"},
		{"Katie Johnson to lead the firm", "Sales rose, Johnson said.", "Johnson=person:katie-johnson/partial"},
		{"", "John Smith met Jane Smith in Oslo. Jane Smith left first. Smith was tired.", "John Smith=person:john-smith/full Jane Smith=person:jane-smith/full Oslo=location:oslo/full Jane Smith=person:jane-smith/full Smith=person:jane-smith/partial"},
		{"", "Mary Q. Miller spoke. Then Mary Miller left, and Miller wept.", "Mary Q. Miller=person:mary-q-miller/full Mary Miller=person:mary-q-miller/alias Miller=person:mary-q-miller/partial"},
		{"", "Kassym-Jomart Tokayev arrived in ASTANA. Tokayev’s plane was late.", "Kassym-Jomart Tokayev=person:kassym-jomart-tokayev/full ASTANA=location:astana/full Tokayev=person:kassym-jomart-tokayev/partial"},
		{"", "The Ministry of Fisheries, Coasts and Harbours (MOFCH) agreed. MOFCH will pay.", "Ministry of Fisheries, Coasts and Harbours=organization:ministry-of-fisheries-coasts-and-harbours/full MOFCH=organization:ministry-of-fisheries-coasts-and-harbours/acronym MOFCH=organization:ministry-of-fisheries-coasts-and-harbours/acronym"},
		{"", "An EU-Kazakhstan summit opened.", "EU=organization:european-union/acronym Kazakhstan=location:kazakhstan/full"},
		{"", "American and French officials met.", "American=norp:american/adjective French=norp:french/adjective"},
		{"", "South Korea and North Korea talked. Later the North fired a missile.", "South Korea=location:south-korea/full North Korea=location:north-korea/full North=location:north-korea/partial"},
		{"", "On Monday in March the government spent ten million dollars and euros.", ""},
		{"", "Kyrgyzstan's Ministry of Economy and Commerce and Tajikistan agreed.",
			"Kyrgyzstan=location:kyrgyzstan/full Ministry of Economy and Commerce=organization:ministry-of-economy-and-commerce-of-kyrgyzstan/partial Tajikistan=location:tajikistan/full"},
		{"", "Ministers of Economy of Kazakhstan and Uzbekistan met.", "Kazakhstan=location:kazakhstan/full Uzbekistan=location:uzbekistan/full"},
		{"", "North and South Korea fired.", "North=location:north-korea/partial South Korea=location:south-korea/full"},
		{"", "Manchester City beat Real Madrid 3-1.", "Manchester City=organization:manchester-city/full Real Madrid=organization:real-madrid/full"},
		{"", "Exxon Corp rose.", "Exxon Corp=organization:exxonmobil/alias"},
		{"", "The United Nations' World Food Programme said it had 1,500 tonnes of rice 80 km upstream.",
			"United Nations=organization:united-nations/full World Food Programme=organization:world-food-programme/full"},
	} {
		d := segment.Split(c.text)
		var got []string
		for _, m := range r.Recognise(d, Context{Title: c.title}) {
			got = append(got, fmt.Sprintf("%s=%s/%s", m.Span.Of(d.Text), m.EntityID, m.Form))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestRoles(t *testing.T) {
	r := recogniser(t)
	for _, c := range []struct{ text, name, want string }{
		{"Kazakhstan’s Deputy Foreign Minister Roman Vassilenko spoke.", "Roman Vassilenko", "Deputy Foreign Minister"},
		{"Kazakh Foreign Minister Mukhtar Tileuberdi spoke.", "Mukhtar Tileuberdi", "Kazakh Foreign Minister"},
		{"The talks with Prime Minister of Italy Giorgia Meloni went well.", "Giorgia Meloni", "Prime Minister of Italy"},
		{"They met president Emmanuel Macron.", "Emmanuel Macron", "president"},
		{"Mr. Emmanuel Macron left.", "Emmanuel Macron", ""},
		{"Omar Lamrani, a senior analyst at Acme, said no.", "Omar Lamrani", "senior analyst at Acme"},
		{"Anna Brown, chief executive of Acme, resigned.", "Anna Brown", "chief executive of Acme"},
		{"Anna Brown, who runs Acme, resigned.", "Anna Brown", ""},
		{"Anna Brown, 45, resigned.", "Anna Brown", ""},
		{"U.S. Secretary of State Antony Blinken arrived.", "Antony Blinken", "U.S. Secretary of State"},
		{"Olaf Scholz and Emmanuel Macron met.", "Olaf Scholz", ""},
		{"Presidents Emmanuel Macron and Joe Biden met.", "Joe Biden", "President"},
		{"Presidents Emmanuel Macron and Joe Biden met.", "Emmanuel Macron", "President"},
		{"Presidents Emmanuel Macron, Joe Biden and Xi Jinping met.", "Xi Jinping", "President"},
		{"President of Turkmenistan Serdar Berdimuhamedov spoke.", "Serdar Berdimuhamedov", "President of Turkmenistan"},
		{"Minister of Investment, Industry and Trade of Uzbekistan Laziz Kudratov met him.", "Laziz Kudratov", "Minister of Investment, Industry and Trade of Uzbekistan"},
		{"Deputy Chairman of the Cabinet of Ministers of Kyrgyzstan Ann Lee spoke.", "Ann Lee", "Deputy Chairman of the Cabinet of Ministers of Kyrgyzstan"},
		{"Former U.S. President Donald Trump left.", "Donald Trump", "Former U.S. President"},
		{"The bank's country director, Ann Lee, praised it.", "Ann Lee", "country director"},
		{"Ann Lee, an economist in Osh, praised it.", "Ann Lee", "economist"},
		{"The envoy met U.S. Trade Representative Jamieson Greer in Geneva.", "Jamieson Greer", "U.S. Trade Representative"},
		{"Treasury Secretary Scott Bessent spoke.", "Scott Bessent", "Treasury Secretary"},
		{"Then Uzbek Ambassador to the United States Furkat Sidikov left.", "Furkat Sidikov", "Uzbek Ambassador to the United States"},
		{"They met CEO of Air Astana Peter Foster on Monday.", "Peter Foster", "CEO of Air Astana"},
	} {
		d := segment.Split(c.text)
		got, found := "", false
		for _, m := range r.Recognise(d, Context{}) {
			if m.Span.Of(d.Text) == c.name {
				got, found = m.Role, true
			}
		}
		if !found || got != c.want {
			t.Errorf("%q: role of %s is %q (found %v), want %q", c.text, c.name, got, found, c.want)
		}
	}
}

func TestUserEntitiesWin(t *testing.T) {
	r := recogniser(t, "organization:jordan-ltd\tJordan Ltd\tGB\t\t\t5\tJordan\t", "location:kazakhstan\tQazaqstan\tKZ\t48\t68\t9\tKazakhstan\t")
	d := segment.Split("Officials said Jordan would invest in Kazakhstan.")
	got := ""
	for _, m := range r.Recognise(d, Context{}) {
		got += m.EntityID + " " + m.Name + ";"
	}
	if want := "organization:jordan-ltd Jordan Ltd;location:kazakhstan Qazaqstan;"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestExplain(t *testing.T) {
	r := recogniser(t)
	d := segment.Split("Protesters in Tbilisi said Georgia must choose. The German carmaker Borgward left Germany. The Ministry of Fisheries declined.")
	want := map[string]struct{ country, countryBy, typeBy string }{
		"Tbilisi":               {"GE", "the linked entity", "the linked entity"},
		"Georgia":               {"GE", "the linked entity", "the linked entity"},
		"Borgward":              {"DE", "the country before it", ""},
		"Ministry of Fisheries": {"", "", `its first word "Ministry"`},
	}
	mentions := r.Recognise(d, Context{})
	for i, e := range r.Explain(d, Context{}) {
		name := e.Span.Of(d.Text)
		if e.Mention != mentions[i] {
			t.Errorf("%q is explained as %+v, recognised as %+v", name, e.Mention, mentions[i])
		}
		if e.SpanBy == "" || e.TypeBy == "" || e.LinkBy == "" || e.ConfidenceBy == "" || (e.Country == "") != (e.CountryBy == "") {
			t.Errorf("%q is not explained: %+v", name, e)
		}
		if w, ok := want[name]; ok {
			delete(want, name)
			if e.Country != w.country || e.CountryBy != w.countryBy || w.typeBy != "" && e.TypeBy != w.typeBy {
				t.Errorf("%q: country %q by %q, type by %q; want %+v", name, e.Country, e.CountryBy, e.TypeBy, w)
			}
		}
		if name == "Georgia" && (len(e.Weighed) < 2 || !e.Weighed[0].Chosen || e.Weighed[1].Chosen) {
			t.Errorf("Georgia was weighed against %+v", e.Weighed)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
