package figures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/stages/segment"
)

// classify gives a token what the lexicon says, and what its shape says where the lexicon is silent.
func (s *sentence) classify(t *tok, first bool) {
	r, _ := utf8.DecodeRuneInString(t.s)
	t.upper = unicode.IsUpper(r)
	low := lower(t.s)
	if w, ok := s.lex.words[low]; ok {
		t.low, t.class, t.base = low, w.class, w.base
		if t.upper && !first && t.class&(determiner|preposition|conjunction|pronoun|auxiliary|numberWord|month) == 0 {
			t.class |= name
		}
		return
	}
	t.low = low
	if strings.HasSuffix(low, "n't") || strings.HasSuffix(low, "n’t") {
		t.class = auxiliary | verb
		return
	}
	if contracted(low) {
		t.class = pronoun | auxiliary | verb
		return
	}
	if t.upper {
		t.class = name | noun
		if first {
			t.class |= shape(low)
		}
		return
	}
	t.class = shape(low)
}

// shape guesses the parts of speech of an unknown lower-case word by its end.
func shape(w string) class {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ly"):
		return adverb
	case len(w) > 4 && strings.HasSuffix(w, "ing"):
		return gerund | noun
	case len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed"):
		return participle | verb
	case hasAny(w, "ous", "ful", "ive", "ible", "able", "ical", "ian", "less", "ary", "est"):
		return adjective | noun
	}
	return noun
}

func hasAny(w string, ends ...string) bool {
	for _, e := range ends {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// settle decides between noun and verb by the token before: "the rise", "shares rose", "to cut".
func (s *sentence) settle(i int) {
	t := &s.toks[i]
	if t.base == "stand" && t.class&noun != 0 && i > 0 && i+1 < len(s.toks) && s.toks[i+1].low == "at" {
		t.class &^= noun // "the capacity of the mills stands at"
		return
	}
	if t.class&adverb != 0 && t.class&adjective != 0 && t.is("daily", "weekly", "monthly") && i+1 < len(s.toks) && s.toks[i+1].class&noun != 0 && s.toks[i+1].class&verb == 0 {
		t.class &^= adverb // "2 million monthly users"
	}
	if t.class&gerund != 0 && t.class&noun == 0 && i > 0 && (s.toks[i-1].class&(determiner|adjective) != 0 && s.toks[i-1].class&(noun|adverb) == 0 || s.toks[i-1].kind == segment.Clitic) {
		t.class = noun // "its secondary listing"
		return
	}
	if t.class&gerund != 0 && i == 0 && len(s.toks) > 1 && (s.toks[1].is("on", "in", "of", "at") || s.toks[1].low == "by" && t.is("spending", "lending", "borrowing", "hiring", "trading")) {
		t.class = noun // "Spending on roads rose"
		return
	}
	if t.class&gerund != 0 && i > 0 && (s.toks[i-1].low == "of" || s.toks[i-1].kind == segment.Symbol || s.toks[i-1].is("percent", "cent", "pct")) && !(i+1 < len(s.toks) && s.toks[i+1].class&(noun|adjective|determiner|name|numberWord|pronoun) != 0) {
		t.class = noun // "the cost of adapting", "0% financing"
		return
	}
	if t.class&gerund != 0 && i > 0 && i+1 < len(s.toks) && s.toks[i+1].low == "of" && s.toks[i-1].class&preposition != 0 {
		t.class = noun // "the interest on borrowing of up to $5 million"
		return
	}
	if t.class&verb != 0 && t.class&noun != 0 && t.class&auxiliary == 0 && i > 0 && isPlural(t.low) && !s.labelBefore(i-1) && (s.toks[i-1].kind == segment.Number && !(i+1 < len(s.toks) && s.toks[i+1].kind == segment.Symbol) || s.toks[i-1].class&numberWord != 0 && s.toks[i-1].class&pronoun == 0) {
		t.class = t.class&^verb | noun // "26 saves"
		return
	}
	if t.class&verb != 0 && t.class&(noun|auxiliary|participle) == 0 && t.base != "" && t.low != t.base && isPlural(t.low) && i > 0 && (s.toks[i-1].kind == segment.Number || s.toks[i-1].class&numberWord != 0 && s.toks[i-1].low != "one") &&
		len(s.toks[i-1].s) != 4 && (i < 2 || !s.toks[i-2].upper && !s.labelBefore(i-1)) && !(i+1 < len(s.toks) && (s.toks[i+1].kind == segment.Symbol || s.toks[i+1].kind == segment.Number)) {
		t.class = noun // "14 witnesses": many take no verb in s
		return
	}
	if t.class&verb == 0 || t.class&auxiliary != 0 || t.class&(noun|participle|adjective) == 0 {
		return
	}
	if i == 0 {
		if t.class&noun != 0 && t.upper {
			t.class &^= verb
		}
		if t.class&participle != 0 && t.class&noun == 0 && len(s.toks) > 1 && !s.toks[1].upper && s.toks[1].class&(noun|adjective) != 0 && s.toks[1].class&(preposition|determiner|adverb|pronoun) == 0 {
			t.class = participle | adjective // "Adjusted profit rose"
		}
		return
	}
	p := &s.toks[i-1]
	switch {
	case t.class&participle != 0 && t.class&noun == 0:
		// "two injured passengers", "newly installed capacity": a participle before its noun is no verb.
		k := i - 1
		if s.toks[k].class&adverb != 0 && s.toks[k].class&determiner == 0 && k > 0 {
			k--
		}
		b := &s.toks[k]
		attributive := b.kind == segment.Number && modifiers[t.low] || b.class&(determiner|adjective|numberWord|preposition) != 0 && b.class&(pronoun|verb) == 0 || k < i-1 && b.kind == segment.Mark
		if attributive && i+1 < len(s.toks) && (s.toks[i+1].class&(noun|adjective) != 0 || s.toks[i+1].kind == segment.Number && b.class&determiner != 0) {
			t.class = participle | adjective
		}
	case p.low == "that" && i > 1 && s.toks[i-2].class&(noun|name) != 0 && s.toks[i-2].class&verb == 0 && (t.low != t.base || isPlural(s.toks[i-2].low)):
		t.class &^= noun // "a contract that runs until May"
	case p.low == "to" || p.class&auxiliary != 0 && p.low != "'s" || p.class&(pronoun|relative) != 0 && p.class&determiner == 0:
		t.class &^= noun
		if p.low == "to" && t.low == t.base {
			t.class &^= adjective // "to triple trade"
		}
	case p.kind == segment.Clitic || p.kind == segment.Symbol || p.class&(determiner|adjective|preposition|numberWord) != 0 && p.class&(noun|verb) == 0:
		t.class &^= verb
	case p.is("and", "or") && t.low != t.base && (t.class&linking != 0 || t.base == "trade") && i+1 < len(s.toks) && s.toks[i+1].class&preposition != 0 && s.toks[i+1].low != "of" && !s.verbAhead(i+1):
		t.class &^= noun // "has lost 2% and trades at 87"
	case p.low == "and" && t.low == t.base && t.class&linking != 0 && i+1 < len(s.toks) && (s.toks[i+1].kind == segment.Number || s.toks[i+1].kind == segment.Symbol):
		t.class &^= noun // "will take 36 months and cost $250 million"
	case p.kind == segment.Number || p.is("and", "or") && t.low != t.base:
		// "the model 14 costs $799", "runs far and costs £25"
		if i+1 < len(s.toks) && (s.toks[i+1].kind == segment.Symbol || s.toks[i+1].kind == segment.Number || s.toks[i+1].class&(numberWord|adverb) != 0) {
			t.class &^= noun
		} else {
			t.class &^= verb
		}
	case p.class&(noun|name) != 0 && p.class&verb == 0 || p.class&adverb != 0 || p.s == ")" || p.s == "," || p.s == "”":
		if s.agrees(i) {
			t.class &^= noun
		} else {
			t.class &^= verb
		}
	default:
		if p.class&verb == 0 && p.kind != segment.Mark {
			t.class &^= verb
		}
	}
}

func (t *tok) is(words ...string) bool {
	for _, w := range words {
		if t.low == w {
			return true
		}
	}
	return false
}

func (t *tok) isVerb() bool { return t.class&verb != 0 && t.class&(noun|adjective) == 0 }

// nominal tells whether a token may stand inside a noun phrase.
func (t *tok) nominal() bool {
	if t.kind == segment.Number {
		return false
	}
	if t.class&(noun|name) != 0 {
		return t.class&(preposition|determiner|pronoun|conjunction|month) == 0 && !(t.class&verb != 0 && t.class&noun == 0)
	}
	return t.class&adjective != 0 && t.class&(determiner|preposition|adverb) == 0 || t.class&(participle|gerund) != 0 && t.class&verb == 0
}

// agrees tells whether the ambiguous token i can be the verb of what stands before it: "prices rise 5%", no "the crude
// contract was", no "solar module costs of $2".
func (s *sentence) agrees(i int) bool {
	t, p := &s.toks[i], &s.toks[i-1]
	if i+1 == len(s.toks) {
		return false
	}
	n := &s.toks[i+1]
	value := n.kind == segment.Number || n.kind == segment.Symbol || n.class&(numberWord|determiner|pronoun) != 0
	many := isPlural(p.low) && !s.oneOf(i)
	past := irregular[t.base][0] == t.low
	switch {
	case i > 1 && s.toks[i-2].class&relative != 0 && n.class&auxiliary != 0 && t.low != t.base:
		return true // "which the maker claims is"
	case n.class&auxiliary != 0 || n.is("of", "worth", "and", "or", "which", "who", "whose"):
		return false
	case n.low == "to" && wills[t.base] && !s.verbBehind(i) && i+2 < len(s.toks) && s.toks[i+2].class&verb != 0 && s.toks[i+2].low == s.toks[i+2].base:
		return true // "the port plans to build"
	case n.class&(adverb|preposition) != 0 && s.verbAhead(i+2):
		return false // "the sales price for homes was"
	case i > 1 && (s.toks[i-2].kind == segment.Number || s.toks[i-2].class&numberWord != 0) && isPlural(t.low) && !many:
		return false // "400 overnight stays in"
	case t.class&label == 0 && (n.kind == segment.Number || n.kind == segment.Symbol || n.class&numberWord != 0):
		return true
	case past && many && n.class&(adjective|name) != 0:
		return true // "Greens beat red rivals"
	case past:
		return value || isPlural(n.low) && n.class&noun != 0 || n.class&(adverb|preposition) != 0
	case t.low == t.base && many && n.kind == segment.Word && n.class&noun != 0 && !s.verbAhead(i+1) && !s.verbBehind(i):
		return true // "owners pay royalties"
	case t.low == t.base:
		return (many || p.class&adverb != 0 && !p.is("up", "down") || p.is("and")) && (value || n.class&(adverb|preposition) != 0)
	case many:
		return false
	case s.verbAhead(i + 1):
		return false
	case n.class&(gerund|participle) != 0 && n.class&noun == 0:
		return false // "with exports accounting for"
	case !s.verbBehind(i):
		return n.kind == segment.Word // "The bank forecasts growth": a clause has a verb
	}
	return value && p.s != ","
}

// oneOf tells whether the subject right before token i is one of many: "each of the houses costs".
func (s *sentence) oneOf(i int) bool {
	for k := i - 2; k > 0 && s.toks[k].kind == segment.Word; k-- {
		if s.toks[k].low == "of" {
			return s.toks[k-1].is("each", "one", "either", "neither", "none")
		}
	}
	return false
}

// labelBefore tells whether the number at token i names what stands before it: "Terminal 5 handles", "Windows 11 needs".
func (s *sentence) labelBefore(i int) bool {
	return i > 0 && s.toks[i].kind == segment.Number && (s.toks[i-1].class&label != 0 && s.toks[i-1].class&verb == 0 || s.toks[i].named && s.toks[i-1].named)
}

// modifiers are participles that go with the noun behind them where a number stands before: "14 banned goods", no "14 signed
// contracts".
var modifiers = wordSet(`abandoned armed armoured banned captured chartered civilised combined connected damaged destroyed detained disabled displaced enrolled
	hooded imported infected injured insured licensed listed masked occupied organised organized paid planned proposed registered related rented retired stolen
	trained uniformed uninsured unmanned unpaid unsold unused used wounded`)

// wills are verbs that take an infinitive, and nouns too.
var wills = wordSet(`plan need offer move pledge vow promise want aim attempt threat`)

// verbAhead tells whether a verb follows before the next mark, conjunction or infinitive.
func (s *sentence) verbAhead(i int) bool {
	for ; i < len(s.toks); i++ {
		switch t := &s.toks[i]; {
		case t.kind == segment.Mark && t.s != "-" || t.class&(conjunction|relative) != 0 || t.low == "to" || t.class&gerund != 0:
			return false
		case t.class&auxiliary != 0 || t.class&verb != 0 && t.class&(noun|adjective|participle) == 0:
			return true
		case t.class&verb != 0 && t.class&participle != 0 && (t.class&noun == 0 || isPlural(s.toks[i-1].low)) && i+1 < len(s.toks) && s.toks[i+1].kind != segment.Mark && s.toks[i+1].class&(noun|adjective) == 0 && (s.toks[i+1].low != "by" || t.class&(rising|falling) != 0):
			return s.toks[i-1].class&noun != 0 // "oil supplies to the port exceeded 5", "room prices jumped by 9 percent"
		}
	}
	return false
}

// verbBehind tells whether the clause of token i has a verb before it.
func (s *sentence) verbBehind(i int) bool {
	for i--; i >= 0; i-- {
		switch t := &s.toks[i]; {
		case t.kind == segment.Mark && t.s != "-" || t.class&(conjunction|relative) != 0:
			return false
		case t.class&auxiliary != 0 || t.isVerb():
			return true
		}
	}
	return false
}

// contracted tells whether a word is a pronoun with its verb: "I'm", "you’re".
func contracted(w string) bool {
	at := strings.IndexAny(w, "'’")
	if at < 1 || at > 5 {
		return false
	}
	switch w[:at] {
	case "i", "you", "we", "they", "he", "she", "it", "that", "there", "who", "what":
		return true
	}
	return false
}
