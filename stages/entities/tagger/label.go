package tagger

// Type is the type of a name.
type Type uint8

// The types of name. Misc is every name that is neither person nor organization nor place.
const (
	PER Type = iota
	ORG
	LOC
	MISC
	Types = 4
)

// String returns the short name of the type.
func (t Type) String() string { return [...]string{"PER", "ORG", "LOC", "MISC"}[t] }

// Label is a token's place in a name: 0 outside, else 1 + 4*type + place.
type Label uint8

// Labels is how many labels there are.
const Labels = 1 + 4*Types

// Places of a token in its name.
const (
	Begin = iota
	Inside
	Last
	Unit
)

// LabelOf returns the label of a place in a name of the given type.
func LabelOf(t Type, place int) Label { return Label(1 + 4*int(t) + place) }

// kind returns the type as a number, or 4 for O.
func (l Label) kind() int {
	if l == 0 {
		return Types
	}
	return int(l-1) / 4
}

func (l Label) place() int { return int(l-1) % 4 }

func (l Label) begins() bool { return l != 0 && (l.place() == Begin || l.place() == Unit) }

func (l Label) continues() bool { return l != 0 && (l.place() == Inside || l.place() == Last) }

func (l Label) ends() bool { return l == 0 || l.place() == Last || l.place() == Unit }

// Follows tells whether label b may stand behind label a.
func Follows(a, b Label) bool {
	if a.ends() {
		return !b.continues()
	}
	return b.continues() && a.kind() == b.kind()
}
