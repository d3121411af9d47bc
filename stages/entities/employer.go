package entities

// employers types the names that only a body can have where they stand: "at Harwood" of "an analyst at Harwood", "Harwood’s" of
// "Harwood’s Ann Lee". Short names of firms are surnames as well.
func (t *reading) employers() {
	for i := range t.spans {
		s := &t.spans[i]
		if s.kind != person || s.match.Found() && t.has(s.first, given) || s.last-s.first > 2 {
			continue
		}
		at := s.first - 1
		behind := at > 0 && t.d.Word(at) == "at" && (t.has(at-1, office) || t.analysts(at-1))
		owner := i+1 < len(t.spans) && s.last+1 == t.spans[i+1].first && clitic(t.d.Word(s.last)) && t.spans[i+1].kind == person &&
			t.spans[i+1].last-t.spans[i+1].first > 1 && s.last-s.first == 1 && !t.has(s.first, given)
		if behind || owner {
			s.kind, s.tagged, s.tagSure, s.cause = organization, organization, 0.7, "where someone works"
		}
	}
}

func (t *reading) analysts(i int) bool {
	switch t.d.Word(i) {
	case "analysts", "economists", "strategists", "researchers", "executives", "traders", "bankers", "engineers", "scientists", "workers":
		return true
	}
	return false
}
