package entities

import (
	"math"
	"strings"
)

// votes weighs the kinds that a name of unknown kind may be.
type votes struct {
	weights         // by what stands beside it, of all places
	form    weights // by what the name itself shows
	places  float64
	sure    float64 // the tagger's best
	denied  bool    // the tagger sees the name, and no person: it knows given names and surnames too
}

type weights struct{ person, organization, location, product, other float64 }

// judge gives a kind to names that are known by their capitals alone, or that the tagger is not sure of: all places of the
// same name in the text count together, "Coty shares rose", "analysts at Coty". One that nothing but the start of a
// sentence capitalises is dropped.
func (t *reading) judge() {
	all := map[string]*votes{}
	inside := map[string]bool{}
	for i := range t.spans {
		s := &t.spans[i]
		key := t.text(s.first, s.last)
		if !t.is(s.first, opening) {
			inside[key] = true
		}
		if s.match.Found() {
			continue
		}
		v := all[key]
		if v == nil {
			v = &votes{denied: s.cause == "tagger"}
			all[key] = v
			t.byForm(s, &v.form)
		}
		v.places++
		v.add(s.kind, 2.5*s.tagSure)
		if s.cause == "tagger" {
			v.sure = max(v.sure, s.tagSure)
			v.denied = v.denied && s.kind != person
		}
		t.byContext(s, &v.weights)
	}
	surnames := t.surnames()
	out := t.spans[:0]
	for i := range t.spans {
		s := t.spans[i]
		key := t.text(s.first, s.last)
		if v := all[key]; v != nil && !s.match.Found() && (s.kind == none || s.cause == "tagger" && (v.sure < 0.7 || s.kind == misc)) {
			if s.sure < 0.4 && !inside[key] && !surnames[key] && max(v.person, v.organization, v.location) < 1.5 {
				continue
			}
			k, sure := v.decide()
			if s.kind == none && !surnames[key] && (sure < weakest || s.last-s.first == 1 && sure < weakestWord) {
				continue
			}
			if surnames[key] && k != location && v.sure < 0.7 {
				k, sure, s.cause = person, 0.75, "surname of a full name"
			}
			s.kind, s.sure = k, max(sure, s.tagSure)
			s.tagged, s.tagSure = s.kind.coarse(), s.sure
		}
		out = append(out, s)
	}
	t.spans = out
}

// add adds weight for a kind that the tagger names.
func (v *weights) add(k kind, weight float64) {
	switch k.coarse() {
	case person:
		v.person += weight
	case organization:
		v.organization += weight
	case location:
		v.location += weight
	case misc:
		v.other += weight
		v.product += weight / 2
	}
}

// weakest is how sure one must be of the kind of a name that the tagger does not see; weakestWord where it is one word.
const (
	weakest     = 0.6
	weakestWord = 0.68
)

// surnames returns the last words of the persons that the text names in full.
func (t *reading) surnames() map[string]bool {
	out := map[string]bool{}
	for i := range t.spans {
		if s := &t.spans[i]; s.kind == person && s.last-s.first > 1 {
			out[t.d.Word(s.last-1)] = true
		}
	}
	return out
}

func (v votes) decide() (kind, float64) {
	if v.denied {
		v.form.person = 0
	}
	n := math.Sqrt(v.places)
	v.person, v.organization, v.location = v.person/n+v.form.person, v.organization/n+v.form.organization, v.location/n+v.form.location
	v.product, v.other = v.product/n+v.form.product, v.other/n
	best, k := v.organization+0.3, organization
	if v.person > best {
		best, k = v.person, person
	}
	if v.location > best {
		best, k = v.location, location
	}
	if v.other > best {
		best, k = v.other, other
	}
	if v.product > 1 && v.product >= best {
		best, k = v.product, product
	}
	return k, min(0.85, 0.5+best/10)
}

// byForm weighs what the name itself shows.
func (t *reading) byForm(s *span, v *weights) {
	last := t.d.Word(s.last - 1)
	if t.has(s.first, given) {
		v.person += 1.5
	}
	if t.has(s.last-1, surname) {
		v.person++
	}
	for _, ending := range [...]string{"ov", "ev", "ova", "eva", "ski", "sky", "enko", "vich", "yan", "idze", "shvili", "sson", "sen", "ez", "inho", "ayev", "berg", "mann"} {
		if len(last) > len(ending)+2 && strings.HasSuffix(last, ending) {
			v.person++
			break
		}
	}
	for _, ending := range [...]string{"stan", "land", "burg", "ville", "grad", "abad", "pur", "shire", "ton", "ford", "berg", "istan"} {
		if len(last) > len(ending)+2 && strings.HasSuffix(last, ending) {
			v.location += 0.5
			break
		}
	}
	switch name := t.text(s.first, s.last); {
	case s.last-s.first == 1 && strings.ContainsAny(name, "0123456789"):
		v.product += 4
	case s.last-s.first > 2 && t.domain(s.last-2):
		v.organization += 4 // "Polygraph.info"
	case strings.Contains(name, "&"):
		v.organization += 2
	case t.is(s.first, allCaps):
		v.organization++
	case s.last-s.first == 1 && strings.ContainsAny(name[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !strings.HasPrefix(name, "Mc") && !strings.Contains(name, "'") && !strings.Contains(name, "’"):
		v.organization += 1.5
	}
	if t.is(s.last-1, digits) {
		v.product += 2
	}
}

// byContext weighs the words beside one place of the name.
func (t *reading) byContext(s *span, v *weights) {
	if s.first > 0 {
		p := s.first - 1
		switch {
		case t.has(p, toward):
			v.location += 1.5
			v.organization += 0.2
		case t.has(p, company):
			v.organization += 1.5
		case t.d.Word(p) == "," && p > 0 && t.has(p-1, office) && s.last < len(t.tokens) && t.d.Word(s.last) == ",":
			v.person += 2.5 // "its chairman, Ann Lee,"
		case t.has(p, speech):
			v.person++
		case t.has(p, artefact):
			v.product += 1.2
		case t.d.Word(p) == "of" && p > 0 && t.has(p-1, settlement):
			v.location += 2
		case t.d.Word(p) == "of" && p > 0 && t.has(p-1, corporate):
			v.organization += 1.5
		}
	}
	n := s.last
	if n >= len(t.tokens) {
		return
	}
	switch w := t.d.Word(n); {
	case t.has(n, human):
		v.person += 1.5
	case t.has(n, speech):
		v.person++
		v.organization += 0.5
	case t.has(n, corporate):
		v.organization += 1.2
	case t.has(n, region):
		v.location++
	case t.has(n, artefact):
		v.product += 0.7
	case w == "," && n+1 < len(t.tokens):
		t.behindComma(n+1, v)
	case w == "(" && n+2 < len(t.tokens) && t.is(n+1, allCaps):
		v.organization++
	case w == "-" && t.touches(n) && n+1 < len(t.tokens) && t.d.Word(n+1) == "based":
		v.location += 3
	}
}

func (t *reading) behindComma(i int, v *weights) {
	switch w := t.d.Word(i); {
	case t.is(i, digits):
		v.person += 1.5
	case w == "who" || w == "whose":
		v.person += 2
	case w == "which":
		v.organization++
	case w == "a" || w == "an" || w == "the":
		v.person += 0.3
	}
}
