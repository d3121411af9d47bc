package figures

import (
	"slices"
	"strings"
	"testing"

	"broadsheet/stages/segment"
)

// TestCurrencyTable reads every currency by its names, codes and signs.
func TestCurrencyTable(t *testing.T) {
	r := reader(t)
	rows, err := lines(currencyTable, 8)
	if err != nil {
		t.Fatal(err)
	}
	check := func(code, text string, value float64) {
		t.Helper()
		doc := segment.Split("The bill of " + text + " was paid.")
		got := r.Read(Input{Doc: doc})
		if len(got) != 1 || got[0].Value != value || got[0].Kind != "money" || got[0].Currency != code {
			t.Errorf("%s: got %s %q, want %v %s", text, show(doc, got), kinds(got), value, code)
		}
	}
	for _, f := range rows {
		code := f[0]
		if code == "-" {
			continue
		}
		check(code, code+" 4,500.50", 4500.5)
		check(code, code+"4.5 million", 4.5e6)
		check(code, "4.5 million "+code, 4.5e6)
		for _, adjective := range split(f[2]) {
			check(code, "2,500 "+adjective+" "+plural(f[1]), 2500)
			check(code, "4.5 million "+adjective+" "+f[1], 4.5e6)
			if f[4] != "" {
				check(code, "50 "+adjective+" "+f[4], 50)
			}
		}
		for _, sign := range split(f[3]) {
			if c := r.lex.coinSymbols[sign]; c.currency != nil && c.code == code && !c.loose {
				if !strings.Contains(sign, " ") {
					check(code, sign+"4.5 million", 4.5e6)
				}
				check(code, sign+" 2,500", 2500)
			}
		}
		if len(split(f[2])) == 0 && !slices.Contains([]string{"gold"}, f[1]) {
			check(code, "4.5 million "+plural(f[1]), 4.5e6)
		}
	}
}

func kinds(figures []Figure) (out []string) {
	for _, f := range figures {
		out = append(out, f.Kind)
	}
	return out
}
