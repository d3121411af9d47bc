package figures

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// owners are the currencies that a noun of several stands for where nothing says whose it is.
var owners = map[string]string{"dollar": "USD", "pound": "GBP", "cent": "USD", "penny": "GBP", "franc": "CHF", "rupee": "INR", "rouble": "RUB",
	"peso": "MXN", "krone": "NOK", "krona": "SEK", "real": "BRL", "lira": "TRY", "won": "KRW", "yuan": "CNY", "mark": "DEM", "sen": "MYR", "riyal": "SAR",
	"rial": "IRR", "kopeck": "RUB", "paisa": "INR", "leu": "RON", "dirham": "AED", "dinar": "KWD", "shilling": "KES", "manat": "AZN", "kwacha": "ZMW",
	"guilder": "NLG", "colón": "CRC", "escudo": "CVE", "koruna": "CZK", "florin": "AWG", "som": "KGS", "crown": "-"}

func (l *lexicon) loadCurrencies() error {
	rows, err := lines(currencyTable, 8)
	if err != nil {
		return fmt.Errorf("currencies: %w", err)
	}
	for _, f := range rows {
		c := &currency{code: f[0], noun: f[1], sub: f[4]}
		if f[0] == "-" {
			c.code = "" // a currency that ISO 4217 does not list
		}
		if f[5] != "" {
			if c.subs, err = strconv.ParseFloat(f[5], 64); err != nil {
				return fmt.Errorf("currency %s: %w", f[0], err)
			}
		}
		if c.code != "" {
			l.codes[c.code] = coin{currency: c}
		}
		if strings.Contains(" USD EUR GBP JPY CNY AUD CAD CHF NZD HKD SGD INR RUB KZT UZS ", " "+c.code+" ") {
			l.codes[strings.ToLower(c.code)] = coin{currency: c}
		}
		for _, w := range append(split(f[6]), c.noun) {
			l.addCoin(w, coin{currency: c, bare: owners[c.noun] != ""})
			for _, adjective := range split(f[2]) {
				l.addCoin(adjective+" "+w, coin{currency: c})
				if w == "dollar" {
					l.addCoin(adjective+" dlr", coin{currency: c}) // as the wires write it
				}
			}
		}
		if c.sub != "" {
			l.addCoin(c.sub, coin{currency: c, minor: true, bare: true})
			for _, adjective := range split(f[2]) {
				l.addCoin(adjective+" "+c.sub, coin{currency: c, minor: true})
			}
		}
		for _, s := range split(f[3]) {
			l.coinSymbols[s] = coin{currency: c, bare: s == "$" || s == "£" || s == "¥", loose: !surePrefixes[s] && unsigned(s)}
		}
		l.scaledCodes(c)
		for _, country := range split(f[7]) {
			l.byCountry[country] = c.code
		}
	}
	l.addCoin("pence", coin{currency: l.codes["GBP"].currency, minor: true, bare: true})
	for _, w := range []string{"euro cent", "eurocent"} {
		l.addCoin(w, coin{currency: l.codes["EUR"].currency, minor: true})
	}
	l.coinWords["p"] = coin{currency: l.codes["GBP"].currency, minor: true}
	l.coinWords["ct"] = coin{currency: l.codes["USD"].currency, minor: true, bare: true}
	l.coinWords["cts"] = coin{currency: l.codes["USD"].currency, minor: true, bare: true}
	for _, w := range []string{"dlr", "dlrs", "cts"} {
		l.coinWords[w+"."] = l.coinWords[w] // as the wires end a sentence
	}
	l.addCoin("¢", coin{currency: l.codes["USD"].currency, minor: true, bare: true})
	return nil
}

// surePrefixes are the prefixes of letters that mean nothing else before a number.
var surePrefixes = map[string]bool{"RM": true, "Rs": true, "Rs.": true, "Rp": true, "Tk": true, "Tk.": true, "KSh": true, "KSh.": true, "Ksh": true, "KShs": true, "Kshs": true, "TSh": true, "Tsh": true,
	"USh": true, "Ush": true, "NIS": true, "SFr": true, "Sfr": true, "NKr": true, "SKr": true, "DKr": true, "FCFA": true, "PhP": true, "Php": true, "Dh": true, "Dhs": true, "Kz": true,
	"SLRs": true, "PKRs": true, "NRs": true, "FBu": true, "Fdj": true, "Afl": true, "SDR": true}

// unsigned tells whether a prefix is of plain letters, without a sign of money.
func unsigned(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) < 0
}

func amounts(suffix string) float64 {
	if m := scales[suffix]; m != 0 {
		return m
	}
	return letters[suffix]
}

// scaledCodes enters what tables write for millions and billions: "SEKm 310", "USDbn 4.2", "48.5 MEUR".
func (l *lexicon) scaledCodes(c *currency) {
	if c.code == "" {
		return
	}
	for _, suffix := range []string{"k", "m", "mn", "mln", "bn", "bln", "tn"} {
		l.codes[c.code+suffix] = coin{currency: c, scale: amounts(suffix)}
	}
	if strings.Contains(" EUR USD GBP SEK NOK DKK CHF PLN CZK HUF ", " "+c.code+" ") {
		l.codes["M"+c.code] = coin{currency: c, scale: 1e6}
		l.codes["K"+c.code] = coin{currency: c, scale: 1e3}
		l.codes["k"+c.code] = coin{currency: c, scale: 1e3}
	}
}

// addCoin enters a word of money in singular and plural. A noun that several currencies share stands for its owner.
func (l *lexicon) addCoin(w string, c coin) {
	w = strings.ToLower(w)
	if owner := owners[w]; owner != "" && owner != c.code && owner != "-" {
		return
	}
	for _, form := range []string{w, plural(w)} {
		if old, ok := l.coinWords[form]; ok && old.code != c.code && old.code < c.code && owners[w] == "" {
			continue
		}
		l.coinWords[form] = c
		starts(l.coinStarts, form)
	}
}
