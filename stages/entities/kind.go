package entities

// kind is an entity type, or a class of names that is not yet one.
type kind uint8

const (
	none kind = iota
	person
	organization
	location
	norp
	event
	agreement
	facility
	product
	other
	misc // the tagger's class for all that is no person, organization or location
	site // a building, or the body that works in it: "Louvre Museum"
)

var kindNames = [...]string{"", "person", "organization", "location", "norp", "event", "agreement", "facility", "product", "other", "other", "organization"}

func (k kind) String() string { return kindNames[k] }

// kindOf returns the kind of an entity type, none where there is no such type.
func kindOf(name string) kind {
	if name == "site" {
		return site
	}
	for k := person; k <= other; k++ {
		if kindNames[k] == name {
			return k
		}
	}
	return none
}

// coarse returns the tagger's class of a kind.
func (k kind) coarse() kind {
	switch k {
	case person, organization, location:
		return k
	case facility, site:
		return location
	case none:
		return none
	}
	return misc
}
