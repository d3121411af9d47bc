package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/calendar"
)

// dateline is what stands before the first sentence of a report: where, when, which agency.
type dateline struct {
	place, date, agency string
	sure                bool // in capitals, or with an agency
}

// agencies sign the datelines of their reports.
var agencies = map[string]bool{"AP": true, "Reuters": true, "REUTERS": true, "AFP": true, "UPI": true, "CNN": true, "CNN Business": true, "dpa": true, "DPA": true,
	"Xinhua": true, "TASS": true, "Interfax": true, "RIA Novosti": true, "ANSA": true, "EFE": true, "PTI": true, "ANI": true, "Yonhap": true, "Kyodo": true,
	"KUNA": true, "SPA": true, "WAM": true, "Bernama": true, "Bloomberg": true, "VOA": true, "VOA News": true, "RFE/RL": true, "PA": true, "CP": true,
	"The Canadian Press": true, "Associated Press": true, "Thomson Reuters Foundation": true, "Business Wire": true, "BUSINESS WIRE": true,
	"GLOBE NEWSWIRE": true, "PRNewswire": true, "IPS": true, "IANS": true, "NNA": true, "MENA": true, "Anadolu": true, "AA": true, "Kazinform": true, "Trend": true}

// shouts are words in capitals before a dash that are no place.
var shouts = map[string]bool{"UPDATE": true, "NOTE": true, "ANALYSIS": true, "BREAKING": true, "WATCH": true, "VIDEO": true, "EXCLUSIVE": true, "OPINION": true,
	"FACTBOX": true, "LIVE": true, "CORRECTION": true, "SUMMARY": true, "EDITORIAL": true, "REVIEW": true, "BRIEF": true, "NEWS": true, "ALERT": true,
	"PHOTOS": true, "QUESTION": true, "ANSWER": true, "WARNING": true, "SPOILER": true, "TONIGHT": true, "TODAY": true, "TOMORROW": true, "LATEST": true, "UCLA": true, "COVID": true, "NASA": true, "NATO": true, "FIFA": true, "UEFA": true,
	"UNESCO": true, "UNICEF": true, "OPEC": true, "ASEAN": true}

// longestDateline bounds the part of a paragraph that is looked at.
const longestDateline = 110

// datelineOf reads the dateline that a paragraph begins with, and returns its length with the dash; 0 where there is
// none. A place is in capitals ("ASTANA –"), or has an agency ("Hong Kong (CNN Business)"), a date ("Brussels, Belgium –
// September 27, 2024 –") or its country behind it ("Taipei, Taiwan —").
func datelineOf(s string) (dateline, int) {
	head := s[:min(len(s), longestDateline)]
	for at := 0; ; {
		start, end := nextDash(head, at)
		bracket := strings.IndexByte(head[at:], ')')
		if bracket >= 0 && (start < 0 || at+bracket < start) {
			at += bracket + 1
			if strings.HasPrefix(head[at:], " _ ") {
				continue
			}
			if d, ok := readDateline(head[:at]); ok && agencies[d.agency] && opensText(s, at) {
				return d, at
			}
			continue
		}
		if start < 0 {
			if d, n := datelineWithStop(s, head); n > 0 {
				return d, n
			}
			return datelineWithColon(s, head)
		}
		if d, ok := readDateline(head[:start]); ok && opensText(s, end) && (d.sure || d.date != "" || end-start > 1) {
			if _, n := calendar.Scan(strings.TrimLeft(s[end:], " *_")); n == 0 || d.date != "" {
				return d, end + boldEnd(s[end:])
			}
		}
		if place := strings.Trim(head[:start], " *_"); cities[strings.ToUpper(place)] && opensPlainly(s, end) {
			return dateline{place: place}, end + boldEnd(s[end:])
		}
		at = end
	}
}

// datelineWithStop reads a dateline that a full stop closes, as the agencies of the former Soviet Union write it: "BAKU,
// Azerbaijan, May 5. Exports grew", "MOSCOW, June 5. /TASS/. Exports grew". The place is in capitals, date or agency follow.
func datelineWithStop(s, head string) (dateline, int) {
	first, _, _ := strings.Cut(head, " ")
	if strings.IndexFunc(first, unicode.IsLower) >= 0 {
		return dateline{}, 0 // no place in capitals
	}
	for at := 0; ; at++ {
		stop := strings.Index(head[at:], ". ")
		if stop < 0 {
			return dateline{}, 0
		}
		at += stop
		// "HARBOURTOWN. KAZINFORM The council"
		if word, _, _ := strings.Cut(head[at+2:], " "); isCapitals(word) && isCapitals(head[:at]) && (agencies[word] || agencies[properCase(word)]) && opensText(s, at+2+len(word)) {
			return dateline{place: head[:at], agency: word, sure: true}, at + 2 + len(word)
		}
		if d, ok := readDateline(head[:at]); ok && isCapitals(strings.Split(d.place, ",")[0]) && (d.date != "" || head[at-1] == '/') && opensText(s, at+1) {
			return d, at + 1
		}
	}
}

// cities are places that papers write before a colon, or in small letters before a dash. A colon stands behind labels and
// the names of speakers as well ("EXPLAINER: What it means", "SMITH: I agree"), a dash behind any word, so that only these count.
var cities = set(`ABU DHABI, ABUJA, ACCRA, ADDIS ABABA, ADEN, ALGIERS, ALMATY, AMMAN, AMSTERDAM, ANKARA, ANTANANARIVO, ASHGABAT, ASTANA, ATHENS, BAGHDAD, BAKU, BANGALORE, BANGKOK, BEIJING, BEIRUT, BELGRADE,
	BENGALURU, BERLIN, BERNE, BISHKEK, BOGOTA, BRASILIA, BRATISLAVA, BRUSSELS, BUCHAREST, BUDAPEST, BUENOS AIRES, CAIRO, CANBERRA, CARACAS, CASABLANCA, CHENNAI, CHICAGO, CHISINAU, COLOMBO, COPENHAGEN, DAKAR, DAMASCUS, DHAKA, DOHA,
	DUBAI, DUBLIN, DUSHANBE, FRANKFURT, GAZA, GENEVA, HANOI, HARARE, HAVANA, HELSINKI, HO CHI MINH CITY, HONG KONG, HYDERABAD, ISLAMABAD, ISTANBUL, JAKARTA, JEDDAH, JERUSALEM, JOHANNESBURG, JUBA, KABUL, KAMPALA, KARACHI, KATHMANDU,
	KHARTOUM, KIGALI, KIEV, KOLKATA, KUALA LUMPUR, KUWAIT CITY, KYIV, LAGOS, LAHORE, LIMA, LISBON, LJUBLJANA, LONDON, LOS ANGELES, LUANDA, LUSAKA, LUXEMBOURG, MADRID, MALE, MANAMA, MANILA, MAPUTO, MELBOURNE, MEXICO CITY, MILAN, MINSK,
	MOGADISHU, MONTEVIDEO, MONTREAL, MOSCOW, MUMBAI, MUNICH, MUSCAT, NAIROBI, NEW DELHI, NEW YORK, NUR-SULTAN, OSLO, OTTAWA, PARIS, PESHAWAR, PHNOM PENH, PODGORICA, PRAGUE, PRETORIA, PRISTINA, PYONGYANG, QUETTA, QUITO, RABAT, RAMALLAH,
	RAWALPINDI, REYKJAVIK, RIGA, RIO DE JANEIRO, RIYADH, ROME, SAMARKAND, SANAA, SANTIAGO, SAO PAULO, SARAJEVO, SEOUL, SHANGHAI, SINGAPORE, SKOPJE, SOFIA, STOCKHOLM, STRASBOURG, SYDNEY, TAIPEI, TALLINN, TASHKENT, TBILISI, TEHRAN, TEL AVIV,
	THE HAGUE, THIMPHU, TIRANA, TOKYO, TORONTO, TRIPOLI, TUNIS, ULAANBAATAR, UNITED NATIONS, VALLETTA, VIENNA, VIENTIANE, VILNIUS, WARSAW, WASHINGTON, WELLINGTON, YANGON, YEREVAN, ZAGREB, ZURICH`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Split(list, ",") {
		m[strings.TrimSpace(name)] = true
	}
	return m
}

// datelineWithColon reads "TASHKENT: The council agreed on Monday".
func datelineWithColon(s, head string) (dateline, int) {
	place, _, found := strings.Cut(head, ": ")
	if !found || !cities[place] || !opensText(s, len(place)+1) {
		return dateline{}, 0
	}
	return dateline{place: place, sure: true}, len(place) + 1
}

// boldEnd returns the length of the Markdown mark that closes a dateline: "**ASTANA –** The".
func boldEnd(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "*_"))
	if n > 0 && (n == len(s) || s[n] != ' ') {
		return 0
	}
	return n
}

// nextDash returns the next dash behind at that may close a dateline: a long one, or a short one between spaces.
func nextDash(s string, at int) (start, end int) {
	for i := at; i < len(s); i++ {
		switch s[i] {
		case '_': // how old wires write a long dash
			if i > 0 && s[i-1] == ' ' && i+1 < len(s) && s[i+1] == ' ' {
				return i, i + 1
			}
		case '-':
			if strings.HasPrefix(s[i:], "--") {
				end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "-"))
				return i, end
			}
			if i > 0 && (s[i-1] == ' ' || s[i-1] == ')') && (i+1 == len(s) || s[i+1] == ' ') {
				return i, i + 1
			}
		case 0xE2:
			for _, dash := range []string{"–", "—", "―"} {
				if strings.HasPrefix(s[i:], dash) {
					return i, i + len(dash)
				}
			}
		}
	}
	return -1, -1
}

// opensText tells whether a sentence begins at i: a capital, a digit or a quotation mark, and some words.
func opensText(s string, i int) bool {
	rest := strings.TrimLeft(s[i:], " *_")
	if strings.Count(rest, " ") < 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune(`“"‘'«[$€£`, r)
}

// openers begin a sentence that cannot go on from the city before a dash, as "Tashkent – Samarkand trains" does.
var openers = set(`The, A, An, In, On, At, As, After, Before, For, With, By, From, Under, During, While, When, More, Most, Some, Many, Several,
	Nearly, Almost, About, Around, Over, Only, This, These, That, There, It, Its, He, She, They, His, Her, Their, No, Not, All, Both, Two, Three,
	Four, Five, Six, Seven, Eight, Nine, Ten`)

// verbs follow the name that opens such a sentence, beside those in "-ed": "Astana – Kazakhstan has doubled".
var verbs = set(`has, had, is, was, are, were, will, would, may, could, plans, says`)

// opensPlainly tells whether a sentence begins at i with a word that is no name, with a quotation, a possessor ("Kazakhstan's")
// or a name that a verb follows.
func opensPlainly(s string, i int) bool {
	if !opensText(s, i) {
		return false
	}
	words := strings.Fields(strings.TrimLeft(s[i:], " *_"))
	word, next := words[0], words[1]
	return openers[word] || strings.ContainsAny(word[:1], "\"'") || strings.HasPrefix(word, "“") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s") ||
		verbs[next] || strings.HasSuffix(next, "ed")
}

// readDateline reads what stands before the dash. Its parts come in any order behind the place.
func readDateline(s string) (dateline, bool) {
	var d dateline
	s = strings.Trim(s, " *_")
	if open := strings.LastIndexByte(s, '('); open >= 0 && strings.HasSuffix(s, ")") {
		d.agency = strings.TrimSpace(s[open+1 : len(s)-1])
		if !isAgency(d.agency) {
			return d, false
		}
		s = strings.Trim(s[:open], " ,*_–—-")
	} else if open := strings.Index(s, "/"); open > 0 && open < len(s)-1 && strings.HasSuffix(s, "/") && isAgency(s[open+1:len(s)-1]) {
		d.agency = s[open+1 : len(s)-1]
		s = strings.Trim(s[:open], " ,*_–—-")
	}
	if d.agency == "" {
		s, d.agency = splitAgency(s)
	}
	s, d.date = splitDate(s)
	if d.agency == "" {
		s, d.agency = splitAgency(s)
	}
	d.place = s
	if s == "" {
		d.sure = agencies[d.agency] || isSite(d.agency)
		return d, d.sure
	}
	parts, capitals := placeShape(s)
	if parts == 0 {
		return d, false
	}
	first, _, _ := strings.Cut(s, " ")
	if capitals && d.date == "" && d.agency == "" && (shouts[strings.Trim(first, ",:")] || len(s) < 4) {
		return d, false
	}
	d.sure = capitals || d.agency != ""
	return d, d.sure || d.date != "" || parts == 2 && !strings.Contains(s, " and ")
}

// isAgency tells whether a report may be signed with s: a known agency, a name of few words, a site ("Gazeta.uz", "24.kg").
func isAgency(s string) bool {
	if agencies[s] || isSite(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return len(s) >= 2 && len(s) <= 30 && unicode.IsUpper(r) && strings.Count(s, " ") <= 3 && !strings.ContainsAny(s, ",;:.0123456789")
}

// isSite tells whether s is a host name and nothing else.
func isSite(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || len(s) > 30 || len(s)-dot < 3 {
		return false
	}
	switch top := s[dot+1:]; top { // "ST.LOUIS" is no site
	case "COM", "NET", "ORG":
	default:
		if strings.ContainsFunc(top, func(r rune) bool { return r < 'a' || r > 'z' }) {
			return false
		}
	}
	return !strings.ContainsFunc(s[:dot], func(r rune) bool {
		return r != '.' && r != '-' && (r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	})
}

// splitDate takes the date off the end of a dateline: "LONDON, March 3", "Brussels – 27 September 2024", "MOSCOW. Feb 3".
func splitDate(s string) (place, date string) {
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i-1] != ' ' && s[i-1] != ',' {
			continue
		}
		if _, n := calendar.Scan(s[i:]); n > 0 && strings.Trim(s[i+n:], " .,*_") == "" {
			place = strings.TrimRight(s[:i], " ,*_–—-/")
			if strings.Count(place[strings.LastIndexByte(place, ' ')+1:], ".") == 1 {
				place = strings.TrimSuffix(place, ".") // "MOSCOW.", not "N.Y."
			}
			return place, s[i : i+n]
		}
	}
	return s, ""
}

// splitAgency takes a name off either end of a dateline that can only be an agency's: "ASTANA. KAZINFORM", "Example.uz, Tashkent".
func splitAgency(s string) (place, agency string) {
	if isSite(s) {
		return "", s
	}
	if first, rest, ok := strings.Cut(s, ", "); ok && isSite(first) {
		return rest, first
	}
	// "Harbourtown, February 23, KAZEXAMPLE"
	if i := strings.LastIndex(s, ", "); i > 0 && len(s)-i > 4 && isCapitals(s[i+2:]) && isAgency(s[i+2:]) {
		if _, date := splitDate(s[:i]); date != "" {
			return s[:i], s[i+2:]
		}
	}
	// "HARBOURTOWN. February 23. KAZEXAMPLE"
	if i := strings.LastIndex(s, ". "); i > 0 && isCapitals(s[:strings.IndexByte(s, '.')]) && isCapitals(s[i+2:]) && isAgency(s[i+2:]) {
		return s[:i], s[i+2:]
	}
	return s, ""
}

// placeShape counts the parts of a place that commas separate, 0 where it is none, and tells whether its first part is in
// capitals. Words begin with a capital, save for "of", "de" and the like.
func placeShape(s string) (parts int, capitals bool) {
	if len(s) > 60 {
		return 0, false
	}
	words := 0
	for i, part := range strings.Split(s, ",") {
		fields := strings.Fields(part)
		if len(fields) == 0 || len(fields) > 5 || i > 2 {
			return 0, false
		}
		for _, w := range fields {
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) && !particles[w] || strings.ContainsAny(w, `!?;:"“”()<>=#@$%&0123456789`) {
				return 0, false
			}
			words++
		}
		if i == 0 {
			capitals = isCapitals(part)
		}
	}
	if words > 7 {
		return 0, false
	}
	return strings.Count(s, ",") + 1, capitals
}

var particles = map[string]bool{"of": true, "de": true, "del": true, "la": true, "al": true, "and": true, "on": true, "da": true, "do": true, "the": true, "upon": true}

// isCapitals tells whether all letters are capitals, and there are two or more.
func isCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}
