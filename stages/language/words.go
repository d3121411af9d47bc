package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// functionWords are common words of running text in languages that trigrams alone mix up on tables, lists and names:
// "Shr profit one ct vs loss two cts" has the trigrams of French and not one of its words.
var functionWords = map[string]map[string]bool{
	"en": set("the of and to in a for on that is was with as at by it from be are has have said an he his their they not but its which were this will had who or been after"),
	"de": set("der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde"),
	"fr": set("de la le les et des en un une du dans est pour que qui sur par au plus ne pas se son ce il avec sont aux cette ont mais ses été d l à elle être"),
	"es": set("de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son"),
	"it": set("di e il la che in a per un del è una le della con i non si da dei al sono più nel alla come ha ma anche lo su gli delle o dal questo"),
	"pt": set("de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser"),
	"nl": set("de van het een en in is dat op te zijn met voor niet aan er die om ook als bij door maar naar dan of nog uit over hij heeft worden wordt"),
	"sv": set("och i att det som en på är av för med till den har de inte om ett men var jag sig från så vid kan han eller"),
	"da": set("og i at det er en til af på for med de den som har ikke der et om fra men sig var han ved"),
	"nb": set("og i det er en som på til av for med å at har de ikke om et fra men seg var han ved den"),
	"pl": set("i w na z do się nie to że jest o jak od po za przez ale oraz które który dla są ma co by"),
	"ru": set("и в не на что с по как это к из у за от о для он но его все же так был при а также бы до"),
	"uk": set("і в на що не з у до та як за це від про для він але його також й є при"),
	"tr": set("ve bir bu da de için ile olarak çok olan daha gibi en ne kadar sonra ancak"),
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// share returns how many of the words of a text are in the set, from 0 to 1.
func share(t string, words map[string]bool) float64 {
	var word [64]byte
	n, all, hits := 0, 0, 0
	end := func() {
		if n > 0 {
			all++
			if words[string(word[:n])] {
				hits++
			}
		}
		n = 0
	}
	for _, r := range t {
		if !unicode.IsLetter(r) {
			end()
			continue
		}
		if n < len(word)-utf8.UTFMax {
			n += utf8.EncodeRune(word[n:], unicode.ToLower(r))
		}
	}
	end()
	if all == 0 {
		return 0
	}
	return float64(hits) / float64(all)
}
