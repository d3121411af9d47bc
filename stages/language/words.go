package language

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are the function words of a language.
type words struct{ tag, words string }

// functionWords are common words of running text in languages that trigrams alone mix up on tables, lists and names:
// "Shr profit one ct vs loss two cts" has the trigrams of French and not one of its words.
var functionWords = []words{
	{"en", "the of and to in a for on that is was with as at by it from be are has have said an he his their they not but its which this were will had who or been after"},
	{"de", "der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde"},
	{"fr", "de la le les et des en un une du dans est pour que qui sur par au plus ne pas se son ce il avec sont aux cette ont mais ses été d l à elle être"},
	{"es", "de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son"},
	{"it", "di e il la che in a per un del è una le della con i non si da dei al sono più nel alla come ha ma anche lo su gli delle o dal questo"},
	{"pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser"},
	{"nl", "de van het een en in is dat op te zijn met voor niet aan er die om ook als bij door maar naar dan of nog uit over hij heeft worden wordt"},
	{"sv", "och i att det som en på är av för med till den har de inte om ett men var jag sig från så vid kan han eller efter mer också blir vad över under sade nya två än medan sedan enligt där mot detta hade vara mycket bara då nu inom utan"},
	{"da", "og i at det er en til af på for med de den som har ikke der et om fra men sig var han ved af sagde blevet efter mere også meget uden blev nogen mellem nye end mens der også sagde før skal kan vil mod over under når ved siden"},
	{"nb", "og i det er en som på til av for med å at har de ikke om et fra men seg var han ved den sa blitt etter mer også mye uten ble noen mellom nye opp enn mens før skal kan vil mot over under når ved siden sier"},
	{"fi", "ja on ei että se oli hän joka myös mutta ovat kun niin sen tai kuin jo sekä mukaan"},
	{"pl", "i w na z do się nie to że jest o jak od po za przez ale oraz które który dla są ma co by"},
	{"cs", "a v se na je že s z do to o k i ve pro za by jako po už ale jsou od který která které"},
	{"hu", "a az és hogy nem is egy de ez azt meg van csak mint még már el ki volt szerint"},
	{"ca", "de la i el en que a les els per un amb una no es del al més com però ha són va aquest aquesta també seva seu quan ser"},
	{"sk", "a v na sa je že s z do to o k i vo pre za by ako po už ale sú od ktorý ktorá ktoré nie bol pri podľa zo aj však"},
	{"be", "і ў на не з у да што як за ад пра для ён але яго таксама гэта быў пры пасля"},
	{"mk", "на во и за се да од со не што е го ќе кои по до како но дека им ја"},
	{"ro", "și de în a la cu nu că pe din o un este care se pentru mai al ale sau au fost"},
	{"tr", "ve bir bu da de için ile olarak çok olan daha gibi en ne kadar sonra ancak göre her"},
	{"az", "və bu ilə üçün bir də ki olan olaraq isə edib daha sonra kimi çox hər görə ildə"},
	{"uz", "va bilan bu uchun ham ushbu hamda esa deb edi yil shu har bir keyin emas lekin yangi yoki ular uning bilan uzoq boʻlgan qilib ва билан бу учун ҳам ушбу ҳамда эса деб эди йил шу ҳар бир кейин эмас лекин"},
	{"id", "yang dan di ini itu dengan untuk dari pada dalam akan tidak ke juga oleh adalah"},
	{"vi", "và của là có trong cho không được các một với người những này"},
	{"ru", "и в не на с что по как это к из у за от о для но его все же так был при а также бы до"},
	{"uk", "і в на що не з у до та за як це від про для він але його також є й при"},
	{"bg", "на и в за се да от с не са че е това по като до през към беше"},
	{"sr", "и у је да се на за су од са не што који i u je da se na za su od sa ne što koji"},
	{"kk", "және мен бұл үшін бойынша туралы осы да де деп екенін болып болды бар деді жылы жыл оның өз ол көп кейін дейін тағы ғана еді керек болады ал күні айтты тек мәлімдеді осындай биыл арқылы қарай"},
	{"ky", "жана менен бул үчүн боюнча жөнүндө да деп болуп болду бар деди жылы анын өз ал көп кийин чейин дагы гана эле керек болот ал күнү айтты жаткан мурда жылы аркылуу карай"},
	{"tg", "ва дар ба аз ки бо барои ин он ҳам аст буд шуд кард дорад худ то ё низ"},
	{"fa", "و در به از که این را با است برای آن یک هم می شد کرد شده بود خود تا پس نیز ها بر گفت پیش هر اما اگر"},
	{"ar", "في من على إلى أن التي عن مع هذا هذه الذي ما لا كان بعد"},
	{"ur", "کے کی میں اور ہے سے کا کو نے کہ پر یہ بھی"},
	{"hi", "के में की है और से का को ने कि पर यह भी हैं"},
}

// own are languages that the library does not know, or not in all their alphabets: their words decide alone.
var own = map[string]bool{"kk": true, "ky": true, "tg": true, "uz": true, "ca": true, "sk": true}

// strong are English words that no other language has.
const strong = "the of and that with from are has said they which this who been after not but its their were"

// languagesOf tells of a word in which languages it is a function word: bit i stands for functionWords[i], the last one for
// strong English.
var languagesOf = func() map[string]uint64 {
	m := map[string]uint64{}
	for i, l := range functionWords {
		for _, w := range strings.Fields(l.words) {
			m[w] |= 1 << i
		}
	}
	for _, w := range strings.Fields(strong) {
		m[w] |= 1 << len(functionWords)
	}
	return m
}()

// profile is what the words of a text say.
type profile struct {
	letters, ascii, words int     // ascii of the letters
	hits                  [64]int // function words, by language
}

// profileOf counts the letters and function words of a text.
func profileOf(t string) profile {
	var p profile
	var word [64]byte
	n := 0
	end := func() {
		if n == 0 {
			return
		}
		p.words++
		for set := languagesOf[string(word[:n])]; set != 0; set &= set - 1 {
			p.hits[bits.TrailingZeros64(set)]++
		}
		n = 0
	}
	for i := 0; i < len(t); {
		c := t[i]
		if c < utf8.RuneSelf {
			i++
			switch lower := c | 0x20; {
			case lower >= 'a' && lower <= 'z':
				p.letters++
				p.ascii++
				c = lower
			case n == 0 && c >= '0' && c <= '9':
				i += digits(t[i:])
				continue
			case c < '0' || c > '9':
				end()
				continue
			}
			if n < len(word) {
				word[n] = c
				n++
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(t[i:])
		i += size
		switch {
		case unicode.IsLetter(r):
			p.letters++
		case !unicode.IsMark(r): // a vowel sign is part of its word
			end()
			continue
		}
		if n <= len(word)-utf8.UTFMax {
			n += utf8.EncodeRune(word[n:], unicode.ToLower(r))
		}
	}
	end()
	return p
}

// digits returns the length of the digits, and of the letters that touch them ("6270A", "12th"), at the start of s: these are
// no words.
func digits(s string) int {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// share returns how many of the words are function words of a language, from 0 to 1.
func (p *profile) share(language int) float64 {
	if p.words == 0 {
		return 0
	}
	return float64(p.hits[language]) / float64(p.words)
}

// best returns the language with most function words, English aside, its share, and whether it has clearly more than any
// other.
func (p *profile) best() (language int, share float64, clear bool) {
	language = 1
	second := 0
	for i := range functionWords {
		switch {
		case i <= 1:
		case p.hits[i] > p.hits[language]:
			second, language = p.hits[language], i
		default:
			second = max(second, p.hits[i])
		}
	}
	return language, p.share(language), p.hits[language]*10 >= second*11
}
