package sentiment

// view is a place from which a word looks at the target.
type view uint8

const (
	viewAnywhere view = iota
	viewNegated
	viewLeft
	viewRight
	viewBefore  // right before the target
	viewAfter   // right behind it
	viewClause  // in its clause
	viewDoes    // the verb that it is the subject of
	viewSuffers // the verb that it is the passive subject of
	viewObject  // what follows that verb
	viewIs      // what it is said to be
	viewOwns    // what is its own
	viewGoverns // the verb or noun that it depends on
	viewDoer    // what stands before that: who does it
	viewSays    // what it says
	viewTold    // what others say in its sentence
	viewOwn     // nearer to it than to another name
	Views       = iota
	viewOthers  = Views // nearer to another name: valences alone
)

// SentenceViews is how many views the features of a whole sentence use.
const SentenceViews = int(viewNegated) + 1

// roles adds who does what to whom, and tells whether the target speaks. goesOn says that the run of names goes on behind
// the target ("Harrow" in "Harrow Council").
func (f *Features) roles(at int, goesOn bool) (speaker bool) {
	if !f.uses(Roles) {
		return false
	}
	if goesOn {
		f.add(nameGoesOn, 0, 0, 1, at, -1)
	}
	speaker = f.subject(at)
	f.governor(at)
	return speaker
}

// subject reads on from the target to its verb ("Harrow, who has been accused of fraud, …"), and tells whether the target
// speaks.
func (f *Features) subject(at int) (speaker bool) {
	i := at + 1
	if i < len(f.units) && f.units[i].is(clitic) {
		f.stretch(viewOwns, i+1, 3, mark|preposition)
		return false
	}
	i = f.skipCoordinated(f.skipAside(i))
	passive, negated := false, false
	for n := 0; n < 8 && i < len(f.units) && f.units[i].is(negator|be|auxiliary|adverb|relative); n++ {
		passive = passive || f.units[i].is(be)
		negated = negated || f.units[i].is(negator)
		i++
	}
	if i >= len(f.units) || f.units[i].is(mark|conjunction) {
		return f.saidBefore(at)
	}
	u := &f.units[i]
	if passive && !u.is(participle|gerund) {
		f.stretch(viewIs, i, 6, breaks)
		return false
	}
	v := viewDoes
	if passive && !u.is(gerund) {
		v = viewSuffers
	}
	f.see(v, i, 1, false)
	f.valence(v, feeling{u.valence, u.topical})
	if negated {
		f.add(negatedVerb, u.stem, 0, 1, i, -1)
	}
	f.stretch(viewObject, i+1, 7, breaks)
	for n := 1; n <= 3 && i+n < len(f.units) && !f.units[i+n].is(breaks); n++ {
		if !f.units[i+n].is(determiner) {
			f.add(verbObject, u.hash, f.units[i+n].hash, 1, i, i+n)
		}
	}
	return u.is(speech) && v == viewDoes
}

// stretch adds up to n words from unit i on, as far as the first one of the classes stop, and the sum of their valences.
func (f *Features) stretch(v view, i, n int, stop class) {
	sum := feeling{}
	for last := min(i+n, len(f.units)); i < last && !f.units[i].is(stop); i++ {
		sum.add(&f.units[i])
		f.see(v, i, 1, false)
	}
	f.valence(v, sum)
}

// saidBefore tells whether a verb of speech stands before the target: "… , said Harrow."
func (f *Features) saidBefore(at int) bool {
	for i := at - 1; i >= 0 && i >= at-4 && !f.units[i].is(mark|preposition); i-- {
		if f.units[i].is(speech) {
			return true
		}
	}
	return false
}

// skipAside steps over an apposition or a bracket behind the target (", the mayor of the town,"), but not over a relative
// clause, which says more of it.
func (f *Features) skipAside(i int) int {
	if i >= len(f.units) || !f.units[i].is(mark) || !f.units[i].is(breaks) {
		return i
	}
	if i+1 < len(f.units) && f.units[i+1].is(relative) {
		return i + 1
	}
	for j := i + 1; j < len(f.units) && j <= i+14; j++ {
		if f.units[j].is(mark) && f.units[j].is(breaks) {
			return j + 1
		}
	}
	return i
}

// skipCoordinated steps over "and the council".
func (f *Features) skipCoordinated(i int) int {
	if i >= len(f.units) || !f.units[i].is(conjunction) {
		return i
	}
	for j := i + 1; j < len(f.units) && j <= i+4; j++ {
		if f.units[j].is(name) {
			return j + 1
		}
		if !f.units[j].is(determiner) {
			return i
		}
	}
	return i
}

// governor reads back from the target to the word that it depends on: "critics of Harrow", "praised Harrow".
func (f *Features) governor(at int) {
	i := at - 1
	for i >= 0 && i >= at-4 && f.units[i].is(determiner|name|conjunction|adverb) && !f.units[i].is(negator) {
		i--
	}
	link := uint32(0)
	if i >= 0 && f.units[i].is(preposition) {
		link = f.units[i].hash
		i--
		for i >= 0 && i >= at-7 && f.units[i].is(determiner|clitic) {
			i--
		}
	}
	if i < 0 || f.units[i].is(mark) {
		return
	}
	u := &f.units[i]
	f.see(viewGoverns, i, 1, false)
	f.add(linkGovernor, link, u.hash, 1, i, -1)
	f.add(linkGovernor+stemOf, link, u.stem, 1, i, -1)
	f.valence(viewGoverns, feeling{u.valence, u.topical})
	if u.negated {
		f.add(negatedVerb, u.stem, 1, 1, i, -1)
	}
	for n := 1; n <= 5 && i-n >= 0 && !f.units[i-n].is(breaks); n++ {
		f.see(viewDoer, i-n, 1, false)
	}
}

// speech adds what the target says, or what is said where another speaks.
func (f *Features) speech(at int, speaker bool) {
	v := viewTold
	if speaker {
		v = viewSays
		f.add(speaks, 0, 0, 1, at, -1)
	}
	sum := feeling{}
	for i := range f.units {
		u := &f.units[i]
		if i != at && (u.quoted || speaker && i > at) {
			sum.add(u)
			f.see(v, i, 0.7, false)
		}
	}
	f.valence(v, sum)
}
