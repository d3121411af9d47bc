package clean

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/calendar"
)

// person is a name in a byline: two to five capitalised words with initials and particles.
const person = `\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|del|van|von|der|den|bin|al|el|la|le|di)){1,4}`

// people is a list of them. What stands behind a comma without an "and" is where they work.
const people = person + `(?:(?:, ` + person + `)*,? (?:and|&) ` + person + `)?`

var (
	// byTail is where the people of a byline work or write: ", Staff Writers", " in Paris".
	byTail = regexp.MustCompile(`^(?: ?[,|/–—-] ?| of | in )[^.!?]{2,60}$`)
	// bylineJob is "Jane Doe, Staff Writer".
	bylineJob = regexp.MustCompile(`^(` + person + `) ?[,|/–—-] ?(?:\p{L}+ ){0,3}(?i:writers?|reporter|correspondent|editor|columnist|staff|contributor|journalist|bureau chief|newsroom|reuters|associated press|afp|bloomberg)(?: [^.!?]{2,40})?$`)
	// reportedBy is the credit under a wire report.
	reportedBy = regexp.MustCompile(`\b(?:Reporting|Writing) (?:and (?:writing|editing) )?by (` + people + `)`)
	// named finds the publisher in a call to subscribe or a copyright line.
	namedCall      = regexp.MustCompile(`^(?:Get|Follow|Subscribe to|Join|Download|Sign up for|Receive|Read) ((?:[Tt]he )?\p{Lu}[\p{L}&’'.-]*(?: (?:\p{Lu}[\p{L}&’'.-]*|of)){0,4})(?:[’']s)? (?:stories|news|newsletters?|on|app|updates|channel|sent|in your|to your|by e-?mail)\b`)
	namedCopyright = regexp.MustCompile(`(?:©|\([cC]\)|Copyright) ?(?:©|\([cC]\))? ?(?:(?:19|20)\d\d(?:-\d+)?,? ?)?(?:by )?((?:[Tt]he )?\p{Lu}[\p{L}&’'.-]*(?: (?:\p{Lu}[\p{L}&’'-]*|of)){0,4})(?:[.,;:|–—-]|$| (?:19|20)\d\d| [Aa]ll [Rr]ights| [Ii]nc| [Ll]td)`)
	// domain is a site that signs with its address: "News.Az".
	domain = regexp.MustCompile(`^(?:www\.)?[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.(?i:com|org|net|info|eu|uk|us|az|kz|kg|uz|tm|tj|ru|ua|by|ge|am|md|tr|ir|in|cn|jp|kr|sg|my|id|au|nz|ca|de|fr|es|it|nl|be|at|ch|pl|cz|sk|hu|ro|bg|gr|rs|hr|si|lt|lv|ee|se|no|fi|dk|ie|pt|br|mx|ar|za|ng|ke|eg|il|ae|sa|qa|news|tv|io|co|media|press|live|today)$`)
)

// byWords are the first words of bylines.
var byWords = []string{"by", "from", "words by", "written by", "story by", "reported by", "text by", "par", "von", "por", "author", "authors"}

// nameParticles stand between the words of names.
var nameParticles = map[string]bool{"de": true, "da": true, "del": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "la": true, "le": true, "di": true}

// longestByline is the longest byline, in bytes.
const longestByline = 160

// isByline tells whether a line is nothing but a byline.
func isByline(line string) bool {
	line = strings.Trim(line, " *_#")
	if len(line) > longestByline || line == "" || strings.HasSuffix(line, ".") || strings.HasSuffix(line, "”") {
		return false
	}
	if byPeople(line) != "" || signedBy(line) != "" {
		return true
	}
	if len(line) <= longestSignOff && strings.EqualFold(line[:min(len(line), 3)], "by ") && isDesk(line) {
		return true // "By Example's Kyrgyz Service"
	}
	return opensWithName(line) && strings.ContainsAny(line, ",|/–—-") && bylineJob.MatchString(line)
}

// signedBy returns the people of a byline that the agency or its city stands before: "Example News Agency, Bishkek, by Jane Doe".
func signedBy(line string) string {
	at := strings.LastIndex(line, ", by ")
	if at < 0 || at > longestSignOff || strings.Contains(line[:at], ". ") {
		return ""
	}
	return byPeople(line[at+len(", "):])
}

// byPeople returns the people in "By Jane Doe and John Roe, Staff Writers", "" where a line is no such byline; a sentence
// ("By Monday night, rain had fallen.") is none.
func byPeople(line string) string {
	for _, by := range byWords {
		if len(line) <= len(by) || line[0]|0x20 != by[0] || !strings.EqualFold(line[:len(by)], by) {
			continue
		}
		rest, ok := strings.CutPrefix(strings.TrimPrefix(line[len(by):], ":"), " ")
		if !ok || strings.HasPrefix(by, "author") && line[len(by)] != ':' {
			continue
		}
		if n := peopleLength(rest); n > 0 && (n == len(rest) || byTail.MatchString(rest[n:])) {
			return rest[:n]
		}
	}
	return ""
}

// clock is the time that may follow a date.
var clock = regexp.MustCompile(`^(?:\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?)?$`)

// dateBehindName returns where the date begins in "Jane Doe Nov 12, 2024" and "Jane Doe, 12 November 2024 – 11:05", 0 where a
// line is something else.
func dateBehindName(line string) int {
	if len(line) > longestSignOff || !opensWithName(line) {
		return 0
	}
	for at := strings.IndexByte(line, ' ') + 1; at < len(line); at++ {
		name := strings.TrimRight(line[:at-1], " ,|•·–—-")
		if line[at-1] != ' ' || personLength(name) != len(name) {
			continue
		}
		if w, n := calendar.Scan(line[at:]); n > 0 && w.Year > 0 && clock.MatchString(strings.Trim(line[at+n:], " ,|•·–—-")) {
			return at
		}
	}
	return 0
}

// peopleLength returns the length of the list of people that s begins with, by the pattern of people.
func peopleLength(s string) int {
	first := personLength(s)
	if first == 0 {
		return 0
	}
	for at := first; ; {
		rest := strings.TrimPrefix(s[at:], ",")
		for _, and := range []string{" and ", " & "} {
			if last, ok := strings.CutPrefix(rest, and); ok {
				if n := personLength(last); n > 0 {
					return len(s) - len(last) + n
				}
			}
		}
		next, ok := strings.CutPrefix(s[at:], ", ")
		n := personLength(next)
		if !ok || n == 0 {
			return first
		}
		at = len(s) - len(next) + n
	}
}

// personLength returns the length of the name that s begins with, by the pattern of person.
func personLength(s string) int {
	end, words := 0, 0
	for ; words < 5; words++ {
		at := end
		if words > 0 {
			if at == len(s) || s[at] != ' ' {
				break
			}
			at++
		}
		n := nameWord(s[at:])
		if n == 0 || words == 0 && nameParticles[s[:n]] {
			break
		}
		end = at + n
	}
	if words < 2 {
		return 0
	}
	return end
}

// nameWord returns the length of the capitalised word or particle that s begins with.
func nameWord(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '’' && r != '\'' && r != '-' })
	if n < 0 {
		n = len(s)
	}
	if !startsUpper(s) && !nameParticles[s[:n]] {
		return 0
	}
	return n
}

// opensWithName tells whether two capitals or more begin the words of a line, as in a person's name; "Jane van Doe" too.
func opensWithName(line string) bool {
	first, rest, found := strings.Cut(line, " ")
	r, _ := utf8.DecodeRuneInString(first)
	if !found || !unicode.IsUpper(r) {
		return false
	}
	second, _, _ := strings.Cut(rest, " ")
	r, _ = utf8.DecodeRuneInString(second)
	return unicode.IsUpper(r) || nameParticles[second]
}

// bylineNames returns the people that a byline names. Names in capitals are written as names.
func bylineNames(line string) []string {
	if list := cmp.Or(byPeople(line), signedBy(line)); list != "" {
		return names(list)
	}
	if m := bylineJob.FindStringSubmatch(line); m != nil {
		return names(m[1])
	}
	return nil
}

// reporters returns the people that a credit under the text names as its reporters.
func reporters(line string) []string {
	if !strings.Contains(line, "eporting ") && !strings.Contains(line, "riting ") {
		return nil
	}
	if m := reportedBy.FindStringSubmatch(line); m != nil {
		return names(m[1])
	}
	return nil
}

var nameSeparator = strings.NewReplacer(", and ", ";", ", ", ";", " and ", ";", " & ", ";", "; ", ";")

// names splits a list of names: "By JANE DOE and John Roe".
func names(list string) []string {
	list = strings.TrimSpace(list)
	if len(list) > 3 && strings.EqualFold(list[:3], "by ") {
		list = list[3:]
	}
	var out []string
	for _, name := range strings.Split(nameSeparator.Replace(list), ";") {
		name = strings.Trim(name, " .,")
		if name == "" || isDesk(name) {
			continue
		}
		if first, last, found := strings.Cut(name, " "); found && isCapitals(name) {
			name = properCase(name)
		} else if found && len(last) > 3 && isCapitals(last) {
			name = first + " " + properCase(last) // "Jane TESTOVA"
		}
		out = append(out, name)
	}
	return out
}

// isDesk tells whether a byline names no person: "By Example Times Staff", "By Example News with Agencies".
func isDesk(name string) bool {
	last := strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])
	switch last {
	case "agencies", "agency", "staff", "newsroom", "desk", "service", "news", "editors", "reporters", "correspondents", "bureau", "team":
		return true
	}
	return false
}

// properCase writes a name that is in capitals as a name: "JANE O'NEIL-DOE" is "Jane O'Neil-Doe".
func properCase(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		first := start
		start = !unicode.IsLetter(r)
		if first {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
