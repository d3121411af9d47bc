package figures

import "strings"

// class is the set of parts of speech that a word can be.
type class uint32

const (
	noun class = 1 << iota
	adjective
	adverb
	verb       // finite or bare form
	participle // -ed and -en forms: "estimated"
	gerund     // -ing
	auxiliary  // be, have, do and the modals
	determiner
	preposition
	conjunction
	pronoun
	relative   // which, that, who
	name       // capitalised inside a sentence
	numberWord // "three", "million"
	label      // nouns that a number names, not counts: "page 12", "Section 5"
	month
	rising  // verbs and nouns of increase
	falling // verbs and nouns of decrease
	changer // nouns of change: "rise", "drop", "growth"
	linking // verbs that tie a number to their subject: "is", "reached", "totalled"
)

// word is what the lexicon knows of a form.
type word struct {
	class class
	base  string // the verb's base form
}

// loadWords enters the closed classes and the verbs with all their forms.
func (l *lexicon) loadWords() {
	for _, line := range strings.Split(strings.TrimSpace(wordTable), "\n") {
		kind, list, _ := strings.Cut(line, "\t")
		for _, w := range strings.Fields(list) {
			w = strings.ReplaceAll(w, "_", " ")
			e := l.words[w]
			e.class |= classNames[kind]
			l.words[w] = e
		}
	}
	for line := range strings.Lines(verbTable) {
		v, other, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, f := range forms(v) {
			if other != "noun" {
				f.class &^= noun
			}
			e := l.words[f.form]
			e.class |= f.class
			if e.base == "" {
				e.base = v
			}
			l.words[f.form] = e
		}
	}
	l.loadTagged()
	l.spread(risingVerbs, rising)
	l.spread(fallingVerbs, falling)
	for _, w := range []string{"firmed", "warmed"} {
		l.mark(w, rising|verb|participle)
	}
	l.mark("cooled", falling|verb|participle)
	l.spread(linkingVerbs, linking)
	for _, w := range strings.Fields(risingNouns) {
		l.mark(w, rising|noun)
	}
	for _, w := range strings.Fields(fallingNouns) {
		l.mark(w, falling|noun)
	}
	l.mark("up", rising)
	l.mark("higher", rising)
	l.mark("down", falling)
	l.mark("lower", falling)
	for _, w := range strings.Fields(changeNouns) {
		l.mark(w, changer|noun)
	}
}

// loadTagged enters the words that only the table of tagged words knows, where their endings do not tell as much.
func (l *lexicon) loadTagged() {
	for line := range strings.Lines(taggedTable) {
		kind, list, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, w := range strings.Fields(list) {
			if _, known := l.words[w]; !known {
				l.words[w] = word{class: classNames[kind]}
			}
		}
	}
}

// loadClusters numbers the groups of the table of clusters, a group a line.
func (l *lexicon) loadClusters() {
	l.clusters = map[string]uint8{}
	n := uint8(0)
	for line := range strings.Lines(clusterTable) {
		n++
		for _, w := range strings.Fields(line) {
			l.clusters[w] = n
		}
	}
}

func (l *lexicon) mark(w string, c class) {
	e := l.words[w]
	e.class |= c
	l.words[w] = e
}

func (l *lexicon) spread(verbs string, c class) {
	for _, v := range strings.Fields(verbs) {
		for _, f := range forms(v) {
			l.mark(f.form, c)
		}
	}
}

var classNames = map[string]class{"adjective": adjective, "adverb": adverb, "auxiliary": auxiliary | verb, "determiner": determiner,
	"preposition": preposition, "conjunction": conjunction, "pronoun": pronoun, "relative": relative, "number": numberWord, "label": label | noun,
	"month": month | name, "noun": noun, "participle": participle | verb, "gerund": gerund | noun, "verb": verb | noun}

const (
	risingVerbs  = "rise increase grow appreciate revalue climb jump gain surge soar advance rally swell widen strengthen expand skyrocket rebound add raise boost improve leap lift inch balloon mushroom spike rocket"
	fallingVerbs = "fall drop depreciate devalue decline decrease lose plunge plummet tumble slide slip sink shrink dip slump dive ease shed weaken narrow lower reduce cut slash collapse contract shave halve crash dwindle trim pare"
	linkingVerbs = "be reach total hit stand amount exceed equal become remain cost weigh measure average number surpass top come account constitute comprise represent make cover stretch range peak sit"
	risingNouns  = "increase increases gains gain rise rises growth jump jumps surge surges advance advances rally hike hikes uptick upturn improvement improvements expansion"
	fallingNouns = "decrease decreases fall falls drop drops decline declines loss losses cut cuts reduction reductions slump slide dip dips plunge tumble slowdown contraction shrinkage downturn"
	changeNouns  = "increase increases rise rises growth gain gains jump jumps surge advance rally hike uptick upturn decrease decreases fall falls drop drops decline declines loss losses cut cuts reduction reductions slump slide dip plunge tumble slowdown contraction improvement expansion"
)

type form struct {
	form  string
	class class
}

// irregular holds past and participle of the verbs that have their own.
var irregular = map[string][2]string{"beat": {"beat", "beaten"}, "become": {"became", "become"}, "begin": {"began", "begun"}, "bet": {"bet", "bet"}, "bid": {"bid", "bid"},
	"blow": {"blew", "blown"}, "break": {"broke", "broken"}, "bring": {"brought", "brought"}, "broadcast": {"broadcast", "broadcast"}, "build": {"built", "built"},
	"burn": {"burned", "burnt"}, "buy": {"bought", "bought"}, "cast": {"cast", "cast"}, "catch": {"caught", "caught"}, "come": {"came", "come"}, "cost": {"cost", "cost"},
	"cut": {"cut", "cut"}, "draw": {"drew", "drawn"}, "drive": {"drove", "driven"}, "fall": {"fell", "fallen"}, "feed": {"fed", "fed"}, "feel": {"felt", "felt"},
	"fight": {"fought", "fought"}, "find": {"found", "found"}, "fit": {"fit", "fit"}, "flee": {"fled", "fled"}, "fly": {"flew", "flown"}, "forecast": {"forecast", "forecast"},
	"forget": {"forgot", "forgotten"}, "freeze": {"froze", "frozen"}, "get": {"got", "gotten"}, "give": {"gave", "given"}, "go": {"went", "gone"}, "grow": {"grew", "grown"},
	"hang": {"hung", "hung"}, "have": {"had", "had"}, "hear": {"heard", "heard"}, "hit": {"hit", "hit"}, "hold": {"held", "held"}, "hurt": {"hurt", "hurt"},
	"keep": {"kept", "kept"}, "know": {"knew", "known"}, "lay": {"laid", "laid"}, "lead": {"led", "led"}, "leap": {"leapt", "leaped"}, "learn": {"learned", "learnt"},
	"leave": {"left", "left"}, "lend": {"lent", "lent"}, "let": {"let", "let"}, "lie": {"lay", "lain"}, "lose": {"lost", "lost"}, "make": {"made", "made"},
	"mean": {"meant", "meant"}, "meet": {"met", "met"}, "oversee": {"oversaw", "overseen"}, "pay": {"paid", "paid"}, "put": {"put", "put"}, "quit": {"quit", "quit"},
	"read": {"read", "read"}, "rise": {"rose", "risen"}, "run": {"ran", "run"}, "say": {"said", "said"}, "see": {"saw", "seen"}, "seek": {"sought", "sought"},
	"sell": {"sold", "sold"}, "send": {"sent", "sent"}, "set": {"set", "set"}, "shed": {"shed", "shed"}, "shoot": {"shot", "shot"}, "show": {"showed", "shown"},
	"shrink": {"shrank", "shrunk"}, "shut": {"shut", "shut"}, "sink": {"sank", "sunk"}, "sit": {"sat", "sat"}, "slide": {"slid", "slid"}, "speak": {"spoke", "spoken"},
	"spend": {"spent", "spent"}, "spin": {"spun", "spun"}, "split": {"split", "split"}, "spread": {"spread", "spread"}, "stand": {"stood", "stood"}, "steal": {"stole", "stolen"},
	"strike": {"struck", "stricken"}, "swell": {"swelled", "swollen"}, "swim": {"swam", "swum"}, "take": {"took", "taken"}, "tell": {"told", "told"}, "think": {"thought", "thought"},
	"throw": {"threw", "thrown"}, "understand": {"understood", "understood"}, "wear": {"wore", "worn"}, "win": {"won", "won"}, "withdraw": {"withdrew", "withdrawn"},
	"write": {"wrote", "written"}, "dive": {"dived", "dove"}, "be": {"was", "been"},
	"tear": {"tore", "torn"}, "eat": {"ate", "eaten"}, "hide": {"hid", "hidden"}, "ride": {"rode", "ridden"}, "shake": {"shook", "shaken"}, "sing": {"sang", "sung"},
	"sleep": {"slept", "slept"}, "stick": {"stuck", "stuck"}, "sweep": {"swept", "swept"}, "teach": {"taught", "taught"}, "undergo": {"underwent", "undergone"}, "undertake": {"undertook", "undertaken"},
	"overcome": {"overcame", "overcome"}, "overtake": {"overtook", "overtaken"}, "rebuild": {"rebuilt", "rebuilt"}, "repay": {"repaid", "repaid"}, "wake": {"woke", "woken"}, "bear": {"bore", "borne"},
	"bleed": {"bled", "bled"}, "breed": {"bred", "bred"}, "choose": {"chose", "chosen"}, "deal": {"dealt", "dealt"}, "foresee": {"foresaw", "foreseen"}, "uphold": {"upheld", "upheld"},
	"burst": {"burst", "burst"}, "offset": {"offset", "offset"}, "overrun": {"overran", "overrun"}, "undercut": {"undercut", "undercut"}, "weave": {"wove", "woven"}, "rethink": {"rethought", "rethought"},
	"outbid": {"outbid", "outbid"}, "prove": {"proved", "proven"}, "shine": {"shone", "shone"}, "drink": {"drank", "drunk"}, "drag": {"dragged", "dragged"}, "ship": {"shipped", "shipped"}}

const vowels = "aeiou"

// doubles are the verbs besides short ones that double their last letter.
const doubles = " commit control expel propel refer submit transfer permit equip "

func forms(v string) []form {
	n := len(v)
	third, stem, past := v+"s", v, v+"ed"
	double := n >= 3 && strings.IndexByte(vowels+"wxy", v[n-1]) < 0 && strings.IndexByte(vowels, v[n-2]) >= 0 && strings.IndexByte(vowels, v[n-3]) < 0 &&
		(n <= 4 || strings.Contains(doubles, " "+v+" "))
	switch {
	case strings.HasSuffix(v, "y") && strings.IndexByte(vowels, v[n-2]) < 0:
		third, past = v[:n-1]+"ies", v[:n-1]+"ied"
	case strings.HasSuffix(v, "e"):
		past, stem = v+"d", v[:n-1]
		if strings.HasSuffix(v, "ee") {
			stem = v
		}
	case double:
		stem = v + v[n-1:]
		past = stem + "ed"
	}
	if strings.HasSuffix(v, "s") || strings.HasSuffix(v, "x") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "o") {
		third = v + "es"
	}
	out := []form{{v, verb | noun}, {third, verb | noun}, {stem + "ing", gerund}}
	if ir, ok := irregular[v]; ok {
		return append(out, form{ir[0], verb}, form{ir[1], participle})
	}
	out = append(out, form{past, verb | participle})
	if strings.HasSuffix(past, "lled") || strings.HasSuffix(v, "el") || strings.HasSuffix(v, "al") {
		return append(out, form{v + "led", verb | participle})
	}
	return out
}
