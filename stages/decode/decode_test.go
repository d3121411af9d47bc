package decode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/stages/text"
)

// document returns a whole file.
func document(mediaType, body string) *schemas.Document {
	return &schemas.Document{SourceURI: "x", RecordIndex: -1, MediaType: mediaType, Source: []byte(body), Body: []byte(body)}
}

// blockTexts returns the blocks, one a line.
func blockTexts(d *Document) string {
	var out []string
	for _, b := range d.Blocks {
		out = append(out, b.Of(d.Text.Content))
	}
	return strings.Join(out, "\n")
}

// check holds what every decoded document promises.
func check(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text.Content) {
		t.Fatalf("content is no UTF-8: %q", d.Text.Content)
	}
	at := 0
	for i, b := range d.Blocks {
		if i > 0 {
			if !strings.HasPrefix(d.Text.Content[at:], "\n\n") {
				t.Fatalf("no blank line before block %d of %q", i, d.Text.Content)
			}
			at += 2
		}
		if b.Start != at || b.End <= b.Start || b.End > len(d.Text.Content) {
			t.Fatalf("block %d is %v, text goes on at %d: %q", i, b.Span, at, d.Text.Content)
		}
		if s := b.Of(d.Text.Content); b.Kind != Code && (strings.ContainsAny(s, "\n\r\t") || strings.TrimSpace(s) != s || strings.Contains(s, "  ")) {
			t.Fatalf("block %d has stray white space: %q", i, s)
		}
		at = b.End
	}
	if at != len(d.Text.Content) {
		t.Fatalf("text behind the last block: %q", d.Text.Content[at:])
	}
	mapsBack(t, d.Text)
}

// mapsBack checks every ASCII letter of a text: it must be the same letter in the source.
func mapsBack(t *testing.T, txt *text.Text) {
	t.Helper()
	for i := 0; i < len(txt.Content); i++ {
		c := txt.Content[i]
		if c < 'A' || c > 'z' {
			continue
		}
		if s, ok := txt.SourceSpan(text.Span{Start: i, End: i + 1}); ok && s.Of(txt.Source) != string(c) {
			t.Fatalf("byte %d %q maps to %q", i, c, s.Of(txt.Source))
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"blank lines part", "One  paragraph.\n\n\nAnother\tone.\n", "One paragraph.\nAnother one."},
		{"long lines stand alone", "Title here\n" + strings.Repeat("The council met again on Monday. ", 5) + "\nNext.", "Title here\n" + strings.TrimSpace(strings.Repeat("The council met again on Monday. ", 5)) + "\nNext."},
		{"wrapped lines are joined",
			"The dry period means that the harvest will be late this year, and\nthe long-\nterm outlook for growers in the northern zone remains poor, the\nministry said on Monday in its weekly review of the crop.\n",
			"The dry period means that the harvest will be late this year, and the long-term outlook for growers in the northern zone remains poor, the ministry said on Monday in its weekly review of the crop."},
		{"an indented line begins a paragraph",
			"SALVADOR, Feb 26 - Showers continued throughout the week in the\nzone, easing the drought that has lasted since early January, the\nministry said.\n    The dry period means that the harvest will be late this year, and\nfarmers are worried.\n",
			"SALVADOR, Feb 26 - Showers continued throughout the week in the zone, easing the drought that has lasted since early January, the ministry said.\nThe dry period means that the harvest will be late this year, and farmers are worried."},
		{"a dateline opens a report below its headline",
			"COUNCIL AGREES TO BUILD A SECOND BRIDGE OVER THE RIVER NEAR TOWN\nHARBOURTOWN, March 3 - The council agreed on Monday to build a bridge\nover the river at a cost of 42 million dollars, the mayor's office\nsaid in a statement that evening.\n",
			"COUNCIL AGREES TO BUILD A SECOND BRIDGE OVER THE RIVER NEAR TOWN\nHARBOURTOWN, March 3 - The council agreed on Monday to build a bridge over the river at a cost of 42 million dollars, the mayor's office said in a statement that evening."},
		{"list marks go", "Key points:\n* Energy is first.\n* Trade is second.", "Key points:\nEnergy is first.\nTrade is second."},
		{"a dash of speech stays", "– Come in, he said.\n\n- Who is there?", "– Come in, he said.\n- Who is there?"},
		{"line ends of all systems", "One.\r\n\r\nTwo.\r\rThree.", "One.\nTwo.\nThree."},
	} {
		d, reject := Decode(document("text/plain", c.in))
		if reject != nil {
			t.Errorf("%s: %v", c.name, *reject)
			continue
		}
		check(t, d)
		if got := blockTexts(d); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCharacters(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"no-break and thin spaces", "1\u202f000 km or 5\u00a0%", "1 000 km or 5 %"},
		{"soft hyphen, zero width", "Wirt\u00adschaft\u200b und\ufeff Geld", "Wirtschaft und Geld"},
		{"composed", "Zu\u0308rich cafe\u0301", "Zürich café"},
		{"hangul", "\u1112\u1161\u11ab", "한"},
		{"controls", "a\x00b\x07c\x7fd", "abcd"},
		{"windows-1252 marks as C1", "\u0093quoted\u0094 \u0096 it\u0092s", "“quoted” – it’s"},
		{"encoded twice", "He said â€œyesâ€\u009d and itâ€™s Ã©tÃ©", "He said “yes” and it’s été"},
		{"capital letters that look like it", "NÃO É AÇÃO", "NÃO É AÇÃO"},
		{"one pair is no proof", "SÃ£", "SÃ£"},
		{"marks of direction in Latin text", "\u200eLeft\u202a to\u202c right\u200f", "Left to right"},
		{"marks of direction that matter", "שלום \u200eABC\u200f!", "שלום \u200eABC\u200f!"},
		{"joiner in emoji", "👩\u200d💻 ok\u200d", "👩\u200d💻 ok"},
		{"private use", "\ue001Share", "Share"},
	} {
		got := characters(c.in)
		if got.Content != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got.Content, c.want)
		}
		mapsBack(t, got)
	}
}

func TestEncodings(t *testing.T) {
	utf16 := func(s string, big bool, bom bool) string {
		var out []byte
		if bom {
			s = "\ufeff" + s
		}
		for _, r := range s {
			if big {
				out = append(out, byte(r>>8), byte(r))
			} else {
				out = append(out, byte(r), byte(r>>8))
			}
		}
		return string(out)
	}
	for _, c := range []struct{ name, charset, in, want string }{
		{"UTF-8 with mark", "", "\xEF\xBB\xBFNaïve", "Naïve"},
		{"UTF-16 little", "", utf16("Café on Monday", false, true), "Café on Monday"},
		{"UTF-16 big", "", utf16("Café on Monday", true, true), "Café on Monday"},
		{"UTF-16 without mark", "", utf16("Café on Monday", true, false), "Café on Monday"},
		{"declared", "windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"},
		{"declared wrongly", "iso-8859-1", "Café “x”", "Café “x”"},
		{"undeclared western", "", "The caf\xe9\x92s \x93best\x94 \x96 cr\xeape", "The café’s “best” – crêpe"},
		{"undeclared Russian", "", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. \xdd\xf2\xee \xf2\xe5\xea\xf1\xf2", "Привет, мир. Это текст"},
		{"undeclared KOI8", "", "\xf0\xd2\xc9\xd7\xc5\xd4, \xcd\xc9\xd2. \xfc\xd4\xcf \xd4\xc5\xcb\xd3\xd4", "Привет, мир. Это текст"},
		{"stray byte in UTF-8", "", "Café crème – “très” bon, déjà vu — été, \x93quoted", "Café crème – “très” bon, déjà vu — été, “quoted"},
	} {
		doc := document("text/plain", c.in)
		doc.Charset = c.charset
		d, reject := Decode(doc)
		if reject != nil {
			t.Errorf("%s: %v", c.name, *reject)
			continue
		}
		if d.Text.Content != c.want {
			t.Errorf("%s: got %q, want %q", c.name, d.Text.Content, c.want)
		}
	}
}

func TestRejects(t *testing.T) {
	for _, c := range []struct{ name, in, reason string }{
		{"nothing", "", schemas.ReasonEmpty},
		{"blank", " \n\t\n", schemas.ReasonNoText},
		{"zeros", "PK\x03\x04\x00\x00\x00", schemas.ReasonNotText},
		{"controls", "\x01\x02\x03\x04abc", schemas.ReasonNotText},
		{"noise", "\x81\x8d\x8f \x90\x9d\x81 \xff\x8d", schemas.ReasonInvalidEncoding},
	} {
		_, reject := Decode(document("text/plain", c.in))
		if reject == nil || reject.Reason != c.reason || reject.Message == "" {
			t.Errorf("%s: got %+v, want %s", c.name, reject, c.reason)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("One.\n\n* two\n* three\n\x0c  \u0301 a\u0301")
	f.Add("\xff\xfea\x00b\x00")
	f.Add("â€œ \u200f\u05d0 \ue001\U0001F3F4\U000E0067\U000E007F")
	f.Fuzz(func(t *testing.T, s string) {
		d, reject := Decode(document("text/plain", s))
		if (d == nil) == (reject == nil) {
			t.Fatal("neither a document nor a reject, or both")
		}
		if d != nil {
			check(t, d)
		}
	})
}
