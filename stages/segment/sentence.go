package segment

import (
	"unicode"
	"unicode/utf8"
)

// endsSentence tells whether the sentence that begins at token first ends at token *i, and moves *i on to the last closing quotation mark or bracket
// that belongs to the stop: “We agree.” is one sentence with both its marks. Token *i is not the last of its paragraph.
func (d *Document) endsSentence(i *int, first int) bool {
	t := d.Tokens[*i]
	last := d.Text[t.End-1]
	if t.Kind == Word && last == '.' {
		return d.abbreviationEnds(i)
	}
	if t.Kind != Mark || !isTerminal(t.Of(d.Text)) {
		return false
	}
	if d.listNumber(first, *i) || d.insideName(*i) {
		return false
	}
	end := *i
	for end+1 < len(d.Tokens) && (d.isClosing(end+1) || d.Tokens[end+1].Kind == Mark && isTerminal(d.Word(end+1)) && d.adjacent(end)) {
		end++
	}
	for d.isReference(end + 1) {
		end += 3
	}
	*i = end
	return end+1 == len(d.Tokens) || d.startsSentence(end+1, t.Of(d.Text) != ".")
}

// listNumber tells whether the full stop at token i belongs to the number of a list entry: "1. The first point is cost."
func (d *Document) listNumber(first, i int) bool {
	return i == first+1 && d.Tokens[first].Kind == Number && d.Tokens[first].Len() <= 2 && d.adjacent(first)
}

// isReference tells whether a note number, "[13]", stands at token i: it belongs to the sentence before.
func (d *Document) isReference(i int) bool {
	return i+2 < len(d.Tokens) && d.Word(i) == "[" && d.Tokens[i+1].Kind == Number && d.Word(i+2) == "]"
}

// insideName tells whether the mark at token i stands in a name: "ASP.NET", "E.ON", "Yahoo! Inc."
func (d *Document) insideName(i int) bool {
	next := d.Tokens[i+1]
	if next.Kind != Word {
		return false
	}
	return d.adjacent(i) || d.Text[d.Tokens[i].Start] != '.' && companies[d.Word(i+1)]
}

func isTerminal(s string) bool {
	return s == "." || s == "!" || s == "?" || s == "…" || s == "..." || s == "。" || s == "！" || s == "？"
}

// adjacent tells whether token i+1 follows token i without white space.
func (d *Document) adjacent(i int) bool { return d.Tokens[i].End == d.Tokens[i+1].Start }

// isClosing tells whether token i closes what a sentence before it opened: it touches the token before and is a closing
// mark, or a straight quotation mark that white space follows.
func (d *Document) isClosing(i int) bool {
	if d.Tokens[i].Kind != Mark {
		return false
	}
	w := d.Word(i)
	if w == "”" || w == "»" {
		return true // also in “It is over. ”
	}
	if !d.adjacent(i - 1) {
		return false
	}
	switch w {
	case "’", ")", "]", "''":
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
		return false // nothing but marks
	}
	t := d.Tokens[i]
	if t.Kind == Mark {
		return isTerminal(t.Of(d.Text)) && t.Len() > 1 // "He left. …and came back", not "10th Sts., where"
	}
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
	w, n := d.Word(*i), *i+1
	if numbered[w] && n < len(d.Tokens) && d.Tokens[n].Kind != Number {
		return d.startsSentence(n, false) // "No, no. Forget it."
	}
	if binds[w] {
		return false
	}
	for n < len(d.Tokens) && d.isClosing(n) {
		n++
	}
	closed := n - 1
	for n < len(d.Tokens) && d.Tokens[n].Kind == Mark && isOpening(d.Word(n)) {
		n++
	}
	opened := n > closed+1
	if n == len(d.Tokens) || d.Tokens[n].Kind != Word || !starters[d.Word(n)] && w != "etc." && !(opened && startsUpper(d.Word(n))) || w == "etc." && !startsUpper(d.Word(n)) {
		return false
	}
	*i = closed
	return true
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
