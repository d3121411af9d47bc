// Package language tells which language a text is in.
//
// Detect is a pure function. It answers only where it is sure: stages that do not speak the language stand aside, so a
// wrong answer costs all their rows, while none costs nothing.
package language

import (
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// What it takes to be sure: letters, function words, the library's confidence.
const (
	sampleBytes   = 4000
	englishBytes  = 1000 // enough for English, which most input is: the library reads 4 MB a second, this 100
	minLetters    = 60
	manyLetters   = 300 // for a language whose function words are not known here
	scriptLetters = 10  // for a script that one language alone writes with
	minConfidence = 0.8
	englishShare  = 0.25
	minShare      = 0.10
)

// Detect returns the BCP 47 tag of the language, "" where the text is too short or too mixed to be sure.
func Detect(t string) string {
	start := cut(t, englishBytes)
	letters := countLetters(start)
	if letters >= minLetters && share(start, functionWords["en"]) >= englishShare {
		return "en"
	}
	sample := cut(t, sampleBytes)
	if letters = countLetters(sample); letters < scriptLetters {
		return ""
	}
	info := whatlanggo.Detect(sample)
	if info.Script == nil || info.Confidence < minConfidence {
		return ""
	}
	tag := tagOf(info.Lang)
	if !shared(info.Script) {
		return tag
	}
	words, known := functionWords[tag]
	switch {
	case letters < minLetters:
		return ""
	case known && share(sample, words) >= minShare:
		return tag
	case !known && letters >= manyLetters && share(sample, functionWords["en"]) < 0.05:
		return tag
	}
	return ""
}

// tagOf returns the shortest tag of a language.
func tagOf(l whatlanggo.Lang) string {
	if l == whatlanggo.Cmn {
		return "zh"
	}
	if tag := l.Iso6391(); tag != "" {
		return tag
	}
	return l.Iso6393()
}

// cut returns the first n bytes of a text, less where a character would be broken.
func cut(t string, n int) string {
	if len(t) <= n {
		return t
	}
	for n > 0 && !utf8.RuneStart(t[n]) {
		n--
	}
	return t[:n]
}

func countLetters(t string) int {
	n := 0
	for _, r := range t {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// shared tells whether several languages write with a script.
func shared(script *unicode.RangeTable) bool {
	switch script {
	case unicode.Latin, unicode.Cyrillic, unicode.Devanagari, unicode.Hebrew, unicode.Ethiopic, unicode.Arabic:
		return true
	}
	return false
}
