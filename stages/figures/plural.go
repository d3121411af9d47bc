package figures

import (
	"strings"
)

// plural returns the regular English plural of a lower-case word or of the last word of a phrase.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "foot"):
		return strings.TrimSuffix(w, "foot") + "feet"
	case strings.HasSuffix(w, "penny"):
		return strings.TrimSuffix(w, "y") + "ies"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ay") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// singulars are plurals that no rule undoes.
var singulars = map[string]string{"men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "lives": "life",
	"wives": "wife", "knives": "knife", "leaves": "leaf", "shelves": "shelf", "halves": "half", "wolves": "wolf", "thieves": "thief", "crises": "crisis",
	"analyses": "analysis", "bases": "base", "series": "series", "species": "species", "movies": "movie", "cookies": "cookie", "calories": "calorie",
	"aircraft": "aircraft", "people": "people", "police": "police", "buses": "bus", "viruses": "virus", "heroes": "hero", "potatoes": "potato",
	"tomatoes": "tomato", "criteria": "criterion", "headquarters": "headquarters", "bosses": "boss", "losses": "loss", "glasses": "glass",
	"classes": "class", "passes": "pass", "businesses": "business", "witnesses": "witness", "illnesses": "illness", "addresses": "address", "gases": "gas",
	"axes": "axe", "horses": "horse", "houses": "house", "nurses": "nurse", "cases": "case", "courses": "course", "purchases": "purchase", "phases": "phase",
	"releases": "release", "increases": "increase", "leases": "lease", "licenses": "license", "expenses": "expense", "responses": "response", "uses": "use",
	"vaccines": "vaccine", "shoes": "shoe", "ties": "tie", "lies": "lie", "personnel": "personnel", "staff": "staff", "means": "means", "news": "news",
	"zombies": "zombie", "sorties": "sortie", "rookies": "rookie", "hoodies": "hoodie", "brownies": "brownie", "goalies": "goalie", "prairies": "prairie", "smoothies": "smoothie", "collies": "collie", "foodies": "foodie", "freebies": "freebie", "junkies": "junkie", "aussies": "aussie", "birdies": "birdie", "bogies": "bogie", "selfies": "selfie", "calves": "calf", "loaves": "loaf", "oxen": "ox",
	"geese": "goose", "tranches": "tranche", "apaches": "apache", "headaches": "headache", "avalanches": "avalanche", "niches": "niche", "caches": "cache", "moustaches": "moustache", "creches": "creche", "data": "data", "media": "media", "indices": "index", "matrices": "matrix", "championships": "championship", "dies": "die", "goes": "go"}

// compoundSingular undoes the plural of what is made of "men" or "children": "policemen", "schoolchildren".
func compoundSingular(w string) (string, bool) {
	switch n := len(w); {
	case n > 8 && strings.HasSuffix(w, "children"):
		return w[:n-3], true
	case n > 5 && strings.HasSuffix(w, "men") && !strings.HasSuffix(w, "specimen") && w != "regimen" && w != "acumen" && w != "abdomen":
		return w[:n-2] + "an", true
	}
	return "", false
}

// singular undoes the plural of a noun, keeping its capitals: "properties" -> "property", "boxes" -> "box".
func singular(w string) string {
	if s, ok := singulars[strings.ToLower(w)]; ok {
		if w[0] >= 'A' && w[0] <= 'Z' && w[0]|0x20 == s[0] {
			return w[:1] + s[1:]
		}
		return s
	}
	if s, ok := compoundSingular(w); ok {
		return s
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "oes") && n > 5 && w != "canoes" && !strings.HasSuffix(w, "shoes"):
		return w[:n-2]
	case n > 3 && w[n-1] == 'S' && strings.IndexByte("ISU", w[n-2]) < 0:
		return w[:n-1] // a headline in capitals
	case n < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		if initials(w) {
			return w[:n-1]
		}
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	}
	return w[:n-1]
}
