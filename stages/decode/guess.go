package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// script is a single-byte charset with the letters and marks that texts in it are made of, beside ASCII.
type script struct {
	charset *charmap.Charmap
	common  string
	whole   bool // words are wholly of bytes beyond ASCII
}

const marks = "“”‘’„‚«»‹›–—…•·©®™€£§° ¿¡"

// scripts in order of preference: where two explain the bytes equally well, the earlier is taken.
var scripts = []script{
	{charmap.Windows1252, "éèêëàâäáãåæçîïíìñôöóòõøœùûüúÿßÉÈÊÀÂÄÁÃÅÆÇÎÍÑÔÖÓÕØŒÙÛÜÚ½¼²³ªº´þðýÞ" + marks, false},
	{charmap.Windows1250, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüÄÖÜßőűŐŰăâîşţĂÂÎŞŢđĐôľĺŕ" + marks, false},
	{charmap.ISO8859_2, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüÄÖÜßőűŐŰăâîşţĂÂÎŞŢđĐôľĺŕ " + "§°", false},
	{charmap.Windows1251, "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯёЁіїєґІЇЄҐўЎ№" + marks, true},
	{charmap.KOI8R, "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯёЁ ©", true},
	{charmap.ISO8859_5, "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯёЁ№ ", true},
	{charmap.Windows1253, "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ" + marks, true},
	{charmap.Windows1254, "çğıöşüâîûÇĞİÖŞÜ" + marks, false},
	{charmap.Windows1257, "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲõäöüÕÄÖÜ" + marks, false},
	{charmap.Windows1255, "אבגדהוזחטיךכלםמןנסעףפץצקרשת" + marks, true},
	{charmap.Windows1256, "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟" + marks, true},
}

// guessCharset decodes bytes that are no UTF-8 by the charset whose common letters explain them best. A letter in upper
// case behind one in lower case speaks against: KOI8-R read as windows-1251 is full of them.
func guessCharset(b []byte) (string, bool) {
	high := make([]byte, 0, 4096)
	for i := 0; i < len(b) && len(high) < cap(high); i++ {
		if b[i] >= 0x80 {
			high = append(high, b[i])
		} else if n := len(high); n > 0 && high[n-1] != ' ' {
			high = append(high, ' ')
		}
	}
	best, bestScore := -1, 0.0
	for i, s := range scripts {
		if score := s.score(high); score > bestScore {
			best, bestScore = i, score
		}
	}
	if best < 0 || bestScore < 0.9 {
		return "", false
	}
	out, err := decodeWith(scripts[best].charset, b)
	return out, err == nil
}

// score returns how much of the bytes is common in the charset's languages, from at most 1.
func (s script) score(high []byte) float64 {
	letters, good, previous, pairs := 0, 0.0, ' ', 0
	for _, c := range high {
		if c == ' ' {
			previous = ' '
			continue
		}
		r := s.charset.DecodeByte(c)
		letters++
		switch {
		case r == utf8.RuneError || unicode.IsControl(r):
			good -= 5
		case strings.ContainsRune(s.common, r):
			good++
		}
		if unicode.IsUpper(r) && unicode.IsLower(previous) {
			good--
		}
		if unicode.IsLetter(r) && unicode.IsLetter(previous) {
			pairs++
		}
		previous = r
	}
	if letters == 0 || s.whole != (pairs*2 > letters) {
		return 0
	}
	return good / float64(letters)
}
