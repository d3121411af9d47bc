package entities

// employers types the names that only a body can have where they stand: "Harwood" of "an analyst at Harwood", of "Harwood analyst Ann
// Lee" and of "Harwood’s Ann Lee". Short names of firms are surnames as well.
func (t *reading) employers() {
	for i := range t.spans {
		s := &t.spans[i]
		if s.kind != person || s.match.Found() && t.has(s.first, given) || s.last-s.first > 2 {
			continue
		}
		at := s.first - 1
		behind := at > 0 && t.d.Word(at) == "at" && (t.has(at-1, office) || t.analysts(at-1))
		before := i+1 < len(t.spans) && t.spans[i+1].kind == person && s.last-s.first == 1 && t.hires(s.last, t.spans[i+1].first)
		owner := i+1 < len(t.spans) && s.last+1 == t.spans[i+1].first && clitic(t.d.Word(s.last)) && t.spans[i+1].kind == person &&
			t.spans[i+1].last-t.spans[i+1].first > 1 && s.last-s.first == 1 && !t.has(s.first, given)
		based := at > 1 && t.d.Word(at) == "based" && t.d.Word(at-1) == "-" && !t.has(s.first, given)
		if behind || before || owner || based {
			s.kind, s.tagged, s.tagSure, s.cause = organization, organization, 0.7, "where someone works"
		}
	}
}

// hires tells whether the tokens [first, last) are an office that firms have and politicians do not.
func (t *reading) hires(first, last int) bool {
	for i := first; i < last; i++ {
		if !t.has(i, office|modifier) {
			return false
		}
	}
	if first >= last {
		return false
	}
	switch t.d.Word(last - 1) {
	case "analyst", "economist", "strategist", "trader", "executive", "CEO", "CFO":
		return true
	}
	return false
}

func (t *reading) analysts(i int) bool {
	switch t.d.Word(i) {
	case "analysts", "economists", "strategists", "researchers", "executives", "traders", "bankers", "engineers", "scientists", "workers":
		return true
	}
	return false
}
