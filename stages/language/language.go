// Package language tells which language a text is in.
//
// Detect is a pure function. It answers only where it is sure: stages that do not speak the language stand aside, so a
// wrong answer costs all their rows, while none costs nothing. Function words are counted first, in one walk over the
// beginning of the text. They tell English, which most input is; for other languages a library's trigrams must say the
// same. What has few function words of any language is a table or a list, and has none.
package language

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// What it takes to be sure: letters, function words, the library's confidence.
const (
	englishBytes  = 600  // looked at for English
	sampleBytes   = 1500 // looked at else
	minLetters    = 60
	manyLetters   = 300 // for a language whose function words are not known here
	scriptLetters = 10  // for a script that one language alone writes with
	minConfidence = 0.8
	minShare      = 0.10
	minHits       = 3
	clearShare    = 0.15 // where the library wavers
	ownShare      = 0.08
	nordicShare   = 0.30
	englishShare  = 0.15
	strongShare   = 0.06
	foreignShare  = 0.05 // of English words in a text of an unknown language
	accentShare   = 0.05 // of letters in a text of a language that is not English
)

const english = 0 // in functionWords

// Detect returns the BCP 47 tag of the language, "" where the text is too short or too mixed to be sure.
func Detect(t string) string {
	if p := profileOf(cut(t, englishBytes)); p.isEnglish() {
		return "en"
	}
	sample := cut(t, sampleBytes)
	p := profileOf(sample)
	if p.letters < scriptLetters {
		return ""
	}
	other, share, clear := p.best()
	inEnglish := p.share(english)
	if p.letters >= minLetters {
		switch {
		case p.isEnglish():
			return "en"
		case own[functionWords[other].tag] && clear && share >= ownShare && share > 2*inEnglish:
			return functionWords[other].tag
		}
	}
	if p.ascii > p.letters/2 && inEnglish < minShare && share < minShare && (p.letters < manyLetters || inEnglish >= foreignShare) {
		return "" // what the library said would not do
	}
	info := whatlanggo.Detect(sample)
	if info.Script == nil {
		return ""
	}
	tag, sure := tagOf(info.Lang), info.Confidence >= minConfidence
	if best := functionWords[other].tag; nordic[tag] && nordic[best] && share >= nordicShare {
		tag = best
	}
	switch i := slices.IndexFunc(functionWords, func(l words) bool { return l.tag == tag }); {
	case !shared(info.Script):
		if sure {
			return tag
		}
	case p.letters < minLetters:
	case i >= 0 && (i == english || p.hits[i] >= minHits):
		if s := p.share(i); s >= minShare && sure && (i == english || s > inEnglish) || s >= clearShare && s >= max(share, inEnglish) {
			return tag
		}
	case i < 0 && sure && p.letters >= manyLetters && inEnglish < foreignShare && share < minShare:
		return tag
	}
	return ""
}

// Foreign tells whether a text is surely not English, though Detect may not be sure which language it is: most letters
// are of another script, or many bear accents and fewer function words are English than another language's. A table of
// figures is not foreign.
func Foreign(t string) bool {
	p := profileOf(cut(t, sampleBytes))
	switch {
	case p.letters < scriptLetters:
		return false
	case p.ascii < p.letters/2:
		return true
	}
	_, share, _ := p.best()
	return p.letters >= minLetters && float64(p.letters-p.ascii) >= accentShare*float64(p.letters) && p.share(english) < max(foreignShare, share)
}

// isEnglish tells whether a text is surely English.
func (p *profile) isEnglish() bool {
	_, share, _ := p.best()
	in := p.share(english)
	return p.letters >= minLetters && in >= englishShare && in > share && p.share(len(functionWords)) >= strongShare
}

// nordic languages have so many trigrams in common that their words tell them better.
var nordic = map[string]bool{"da": true, "nb": true, "nn": true, "sv": true}

// tagOf returns the shortest tag of a language.
func tagOf(l whatlanggo.Lang) string {
	switch l {
	case whatlanggo.Cmn:
		return "zh"
	case whatlanggo.Pes:
		return "fa"
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

// shared tells whether several languages write with a script.
func shared(script *unicode.RangeTable) bool {
	switch script {
	case unicode.Latin, unicode.Cyrillic, unicode.Devanagari, unicode.Hebrew, unicode.Ethiopic, unicode.Arabic:
		return true
	}
	return false
}
