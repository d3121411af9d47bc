package segment

import (
	"unicode"
	"unicode/utf8"
)

// endsSentence tells whether a sentence ends at token *i, and moves *i on to the last closing quotation mark or bracket
// that belongs to the stop: “We agree.” is one sentence with both its marks. Token *i is not the last of its paragraph.
func (d *Document) endsSentence(i *int) bool {
	t := d.Tokens[*i]
	last := d.Text[t.End-1]
	if t.Kind == Word && last == '.' {
		return d.abbreviationEnds(i)
	}
	if t.Kind != Mark || !isTerminal(t.Of(d.Text)) {
		return false
	}
	end := *i
	for end+1 < len(d.Tokens) && (d.isClosing(end+1) || d.Tokens[end+1].Kind == Mark && isTerminal(d.Word(end+1)) && d.adjacent(end)) {
		end++
	}
	*i = end
	return end+1 == len(d.Tokens) || d.startsSentence(end+1, t.Of(d.Text) != ".")
}

func isTerminal(s string) bool {
	return s == "." || s == "!" || s == "?" || s == "…" || s == "..." || s == "。" || s == "！" || s == "？"
}

// adjacent tells whether token i+1 follows token i without white space.
func (d *Document) adjacent(i int) bool { return d.Tokens[i].End == d.Tokens[i+1].Start }

// isClosing tells whether token i closes what a sentence before it opened: it touches the token before and is a closing
// mark, or a straight quotation mark that white space follows.
func (d *Document) isClosing(i int) bool {
	if d.Tokens[i].Kind != Mark || !d.adjacent(i-1) {
		return false
	}
	switch d.Word(i) {
	case "”", "’", "»", ")", "]", "''":
		return true
	case `"`, "'":
		return i+1 == len(d.Tokens) || !d.adjacent(i)
	}
	return false
}

// startsSentence tells whether token i may begin a sentence. After ? and ! a small letter continues ("“Why?” he asked"),
// as it does after a full stop that stands inside quotation marks.
func (d *Document) startsSentence(i int, loose bool) bool {
	for i < len(d.Tokens) && d.Tokens[i].Kind == Mark && isOpening(d.Word(i)) {
		i++
	}
	if i == len(d.Tokens) {
		return true
	}
	t := d.Tokens[i]
	if t.Kind == Number || t.Kind == Symbol || t.Kind == Link {
		// "Part No. 5" is an abbreviation and was met before; "p.3" touches its stop.
		return d.Tokens[i-1].End != t.Start || loose
	}
	r, _ := utf8.DecodeRuneInString(d.Text[t.Start:])
	return !unicode.IsLower(r)
}

func isOpening(s string) bool {
	switch s {
	case "“", "‘", "«", "„", "(", "[", `"`, "'", "–", "—", "-", "•", "*", "¿", "¡":
		return true
	}
	return false
}

// abbreviationEnds tells whether the full stop inside the abbreviation at token *i ends a sentence as well. A title or
// "No." never does; "Inc.", "U.S.", "p.m." and an initial do where a word follows that rarely stands capitalised inside
// a sentence ("He moved to the U.S. The plan …", not "the U.S. President").
func (d *Document) abbreviationEnds(i *int) bool {
	if binds[d.Word(*i)] {
		return false
	}
	n := *i + 1
	for n < len(d.Tokens) && d.isClosing(n) {
		n++
	}
	closed := n - 1
	for n < len(d.Tokens) && d.Tokens[n].Kind == Mark && isOpening(d.Word(n)) {
		n++
	}
	opened := n > closed+1
	if n == len(d.Tokens) || d.Tokens[n].Kind != Word || !starters[d.Word(n)] && !(opened && startsUpper(d.Word(n))) {
		return false
	}
	*i = closed
	return true
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
