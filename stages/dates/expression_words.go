package dates

import (
	"strings"

	"broadsheet/stages/segment"
)

// class is what a word can do in a time expression.
type class uint8

const (
	plain       class = iota // nothing
	monthName                // value 1..12; "may" and "march" only with a capital
	dayName                  // value 0..6 from Monday
	unitName                 // value: unit; "five years"
	partOfDay                // "morning"
	seasonName               // value: first month
	dayWord                  // value: days from publication; "yesterday"
	nowWord                  // "now": a time that is named and has no days
	thenWord                 // "then"
	holidayName              // "Christmas": the same
	number                   // value; "five", "a", "12"
	someWord                 // "several", "few": a number that is not told
	numeral                  // value; one or two digits that can be a day
	yearNumber               // value; four digits
	dottedDay                // "25.12.2023"
	ordinal                  // value; "third"
	lastWord                 // "last", "past", "previous"
	nextWord                 // "next", "coming"
	thisWord                 // "this", "current"
	thatWord                 // "that", "same"
	the                      // "the"
	of                       // "of"
	inWord                   // "in", "on", "during", "for": the time within which
	sinceWord                // "since"
	fromWord                 // "from"
	betweenWord              // "between"
	byWord                   // "by", "until"
	toWord                   // "to"
	beforeWord               // "before"
	afterWord                // "after"
	asWord                   // "as"
	andWord                  // "and"
	agoWord                  // value -1 or 1; "ago", "earlier", "later"
	edgeWord                 // value: edge; "end", "start"
	partWord                 // "early", "mid", "late"
	halfWord                 // "half"
	quarterName              // value 1..4; "Q3"
	halfName                 // value 1..2; "H1"
	fiscal                   // "fiscal", "FY"
	endedWord                // "ended", "ending", "through"
	aboutWord                // "about", "nearly"
	toDate                   // "date"
	soWord                   // "so"
	farWord                  // "far"
	onward                   // "onwards"
	straight                 // "straight", "consecutive", "full"
	dash                     // "-", "–", "/"
	comma                    // ","
	decadeName               // value 1920..1990; "nineties"
	weekendName              // "weekend"
	termName                 // "season": a time that no calendar tells
	suffix                   // "st", "nd", "rd", "th", and the "s" of "1990s"
	spanWord                 // "period"
	willWord                 // "will", "scheduled": the clause speaks of the future
	saidWord                 // "said": what stands before it does not make its day a future one
)

// mark is the class of a token with its value.
type mark struct {
	class class
	value int16
}

var timeWords = func() map[string]mark {
	m := map[string]mark{}
	put := func(c class, value int, words ...string) {
		for _, w := range words {
			m[w] = mark{c, int16(value)}
		}
	}
	for i, names := range [][]string{{"january", "jan", "jan."}, {"february", "feb", "feb."}, {"march", "mar", "mar."},
		{"april", "apr", "apr."}, {"may"}, {"june", "jun", "jun."}, {"july", "jul", "jul."}, {"august", "aug", "aug."},
		{"september", "sept", "sept.", "sep", "sep."}, {"october", "oct", "oct."}, {"november", "nov", "nov."}, {"december", "dec", "dec."}} {
		put(monthName, i+1, names...)
	}
	for i, names := range [][]string{{"monday", "mon.", "mon"}, {"tuesday", "tue.", "tues.", "tue", "tues"}, {"wednesday", "wed.", "wed"},
		{"thursday", "thu.", "thurs.", "thur.", "thu", "thurs"}, {"friday", "fri.", "fri"}, {"saturday", "sat.", "sat"}, {"sunday", "sun.", "sun"}} {
		put(dayName, i, names...)
	}
	for i, names := range [][]string{{"hour", "hours", "minute", "minutes", "hr", "hrs"}, {"day", "days"}, {"week", "weeks", "wk"},
		{"month", "months"}, {"quarter", "quarters"}, {"year", "years", "yr", "yrs"}, {"decade", "decades"}, {"century", "centuries"}} {
		put(unitName, i, names...)
	}
	for i, w := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"} {
		put(number, i+1, w)
	}
	for i, w := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		put(number, 10*i+30, w)
	}
	for i, names := range [][]string{{"first", "opening"}, {"second"}, {"third"}, {"fourth", "final"}, {"fifth"}, {"sixth"}, {"seventh"},
		{"eighth"}, {"ninth"}, {"tenth"}, {"eleventh"}, {"twelfth"}} {
		put(ordinal, i+1, names...)
	}
	for i, w := range []string{"q1", "q2", "q3", "q4"} {
		put(quarterName, i+1, w)
	}
	put(halfName, 1, "h1")
	put(halfName, 2, "h2")
	for i, w := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
		put(decadeName, 1920+10*i, w)
	}
	put(number, 1, "a", "an", "another")
	put(number, 12, "dozen")
	put(someWord, 0, "several", "few", "couple", "many", "some", "recent", "number")
	put(partOfDay, 0, "morning", "afternoon", "evening", "night", "lunchtime", "midday", "noon", "midnight", "overnight")
	put(seasonName, 3, "spring")
	put(seasonName, 6, "summer")
	put(seasonName, 9, "autumn", "fall")
	put(seasonName, 12, "winter")
	put(dayWord, -1, "yesterday")
	put(dayWord, 0, "today", "tonight")
	put(dayWord, 1, "tomorrow")
	put(nowWord, 0, "now", "currently", "nowadays", "presently")
	put(thenWord, 0, "then")
	put(holidayName, 0, "christmas", "easter", "ramadan", "thanksgiving", "midsummer", "nowruz")
	put(lastWord, 0, "last", "past", "previous", "preceding", "prior", "latest")
	put(nextWord, 0, "next", "coming", "following", "upcoming")
	put(thisWord, 0, "this", "current")
	put(thatWord, 0, "that", "same", "corresponding", "comparable")
	put(the, 0, "the", "its", "their", "his", "her", "our")
	put(of, 0, "of")
	put(inWord, 0, "in", "on", "at", "during", "over", "for", "throughout", "within", "across", "under", "into")
	put(sinceWord, 0, "since")
	put(fromWord, 0, "from")
	put(betweenWord, 0, "between")
	put(byWord, 0, "by", "until", "till")
	put(toWord, 0, "to")
	put(beforeWord, 0, "before")
	put(afterWord, 0, "after")
	put(asWord, 0, "as")
	put(andWord, 0, "and")
	put(agoWord, -1, "ago", "earlier")
	put(agoWord, 1, "later", "hence")
	put(edgeWord, int(lastDay), "end", "close", "ends", "turn")
	put(edgeWord, int(firstDay), "start", "beginning", "outset")
	put(edgeWord, int(whole), "middle", "rest", "remainder", "course", "bulk")
	put(partWord, 0, "early", "mid", "late")
	put(halfWord, 0, "half")
	put(fiscal, 0, "fiscal", "fy", "financial", "calendar")
	put(weekendName, 0, "weekend")
	put(termName, 0, "season", "term", "session")
	put(endedWord, 0, "ended", "ending", "through", "thru")
	put(aboutWord, 0, "about", "around", "roughly", "nearly", "almost", "just", "only", "least", "approximately")
	put(toDate, 0, "date")
	put(soWord, 0, "so")
	put(farWord, 0, "far")
	put(onward, 0, "onward", "onwards")
	put(straight, 0, "straight", "consecutive", "successive", "full", "whole", "entire", "business", "trading", "working")
	put(dash, 0, "-", "–", "—", "/", "--", "‑")
	put(comma, 0, ",")
	put(suffix, 0, "st", "nd", "rd", "th", "s")
	put(spanWord, 0, "period", "point", "time", "stage")
	put(willWord, 0, "will", "won’t", "won't", "shall", "scheduled", "due", "expected", "expects", "expect", "planned", "slated", "would", "forecast",
		"forecasts", "upcoming", "forthcoming", "be", "set", "should", "must", "deadline", "outlook", "projected", "projects", "predicts", "expires",
		"expire", "begins", "starts", "target", "targets", "plans", "aims", "intends", "hopes", "ahead", "’ll", "takes")
	put(saidWord, 0, "said", "says", "announced", "reported", "told", "added", "stated", "according", "was", "were", "had", "showed", "published", "released", "did", "rose", "fell")
	return m
}()

// longestWord is the length of the longest key of timeWords.
const longestWord = 12

// classify marks every token of a document.
func classify(d *segment.Document) []mark {
	out := make([]mark, len(d.Tokens))
	var lower [longestWord]byte
	for i, t := range d.Tokens {
		switch {
		case t.Kind == segment.Number:
			out[i] = numberMark(t.Of(d.Text))
		case t.Len() <= longestWord && (t.Kind == segment.Word || t.Kind == segment.Mark):
			w := t.Of(d.Text)
			for j := range len(w) {
				c := w[j]
				if c >= 'A' && c <= 'Z' {
					c += 'a' - 'A'
				}
				lower[j] = c
			}
			if len(w) > 3 && w[:2] == "FY" && (len(w) == 4 || len(w) == 6) {
				out[i] = fiscalMark(w[2:])
				continue
			}
			out[i] = timeWords[string(lower[:len(w)])]
			if c := out[i].class; (c == monthName || c == dayName || c == holidayName) && w[0] == lower[0] {
				out[i] = mark{} // "they march", "he sat"
				if w == "may" {
					out[i] = mark{willWord, 0}
				}
			}
		}
	}
	return out
}

// numberMark reads digits that can be a day, a year or a number of units.
func numberMark(s string) mark {
	if n := len(s); n >= 8 && n <= 10 && s[n-5] == '.' && (s[n-7] == '.' || s[n-8] == '.') && s[0] != '.' && !strings.Contains(s, ",") &&
		strings.Count(s, ".") == 2 {
		return mark{dottedDay, 0}
	}
	if len(s) > 4 {
		return mark{}
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return mark{}
		}
		n = 10*n + int(s[i]-'0')
	}
	switch {
	case len(s) == 4 && n >= 1000 && n < 2200:
		return mark{yearNumber, int16(n)}
	case len(s) <= 2:
		return mark{numeral, int16(n)}
	}
	return mark{number, int16(n)}
}

// fiscalMark reads the digits of "FY2024" and "FY24".
func fiscalMark(s string) mark {
	switch m := numberMark(s); m.class {
	case yearNumber:
		return m
	case numeral:
		return mark{yearNumber, 2000 + m.value}
	}
	return mark{}
}
