package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// publisherIn returns the publisher that a line of boilerplate names.
func publisherIn(line string) string {
	if len(line) > longestBoilerplate {
		return ""
	}
	pattern := namedCall
	if strings.Contains(line, "©") || strings.Contains(line, "opyright") || strings.Contains(line, "(c)") || strings.Contains(line, "(C)") {
		pattern = namedCopyright
	}
	if m := pattern.FindStringSubmatch(line); m != nil {
		name := strings.TrimRight(m[1], ".")
		if name, found := strings.CutPrefix(name, "the "); found {
			return "The " + name
		}
		return name
	}
	return ""
}

// papers are the words that names of newspapers end with.
var papers = map[string]bool{"Times": true, "Post": true, "Herald": true, "News": true, "Journal": true, "Tribune": true, "Gazette": true, "Guardian": true,
	"Telegraph": true, "Press": true, "Observer": true, "Independent": true, "Chronicle": true, "Standard": true, "Bulletin": true, "Mirror": true,
	"Examiner": true, "Dispatch": true, "Agency": true, "Today": true, "Newswire": true, "Inquirer": true, "Courier": true, "Monitor": true}

// longestSignOff is the longest name under a text, in bytes.
const longestSignOff = 80

// signOff tells whether a line under the text is nothing but the name of a site, paper or agency. It returns the line also
// where only its shape is that of a name.
func signOff(line string) (name string, sure bool) {
	name = strings.Trim(line, " ()[]—–-|/")
	last, _ := utf8.DecodeLastRuneInString(name)
	if strings.Count(name, " ") > 5 || strings.ContainsRune(".!?,;:", last) || name == "" {
		return "", false
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "Source: "), "By ")
	if domain.MatchString(name) || agencies[name] {
		return name, true
	}
	words := strings.Fields(name)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "of" && w != "the" {
			return "", false
		}
	}
	return name, len(words) > 1 && papers[words[len(words)-1]]
}

// isPublisher tells whether a name is that of the publisher, or the one in the address.
func (c *cleaner) isPublisher(name string) bool {
	n := bare(name)
	if n == "" {
		return false
	}
	if n == bare(c.Publisher) || n == bare(strings.TrimPrefix(c.Publisher, "The ")) {
		return true
	}
	site, _, _ := strings.Cut(host(c.URL), ".")
	return len(n) > 2 && n == bare(site)
}

// host returns the site that an address names: "https://www.example.org/a" gives "example.org".
func host(url string) string {
	_, rest, found := strings.Cut(url, "://")
	if !found {
		return ""
	}
	if end := strings.IndexAny(rest, "/?#:"); end >= 0 {
		rest = rest[:end]
	}
	rest = strings.ToLower(rest)
	for _, prefix := range []string{"www.", "m.", "amp.", "edition.", "mobile."} {
		if cut, ok := strings.CutPrefix(rest, prefix); ok && strings.Contains(cut, ".") {
			rest = cut
		}
	}
	if !strings.Contains(rest, ".") {
		return ""
	}
	return rest
}
