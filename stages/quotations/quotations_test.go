package quotations

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/stages/entities"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

var types = map[string]string{"p": "person", "o": "organization", "l": "location", "n": "norp", "x": "other"}

// parse takes the mentions out of a text that marks them as {p Josep Borrell} or, with a role, {p:Minister|Josep Borrell}.
func parse(marked string) (*segment.Document, []entities.Mention) {
	var b strings.Builder
	var mentions []entities.Mention
	for {
		open := strings.IndexByte(marked, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(marked, '}')
		b.WriteString(marked[:open])
		kind, name, role := marked[open+1:open+2], marked[open+3:end], ""
		if marked[open+2] == ':' {
			role, name, _ = strings.Cut(name, "|")
		}
		start := b.Len()
		b.WriteString(name)
		mentions = append(mentions, entities.Mention{Span: text.Span{Start: start, End: b.Len()}, Type: types[kind], Name: name, EntityID: name, Role: role})
		marked = marked[end+1:]
	}
	b.WriteString(marked)
	d := segment.Split(b.String())
	for i := range mentions {
		m := &mentions[i]
		m.First, m.Last = d.TokenAt(m.Span.Start), d.TokenAt(m.Span.End-1)+1
		m.Sentence = d.SentenceAt(m.Span.Start)
	}
	return d, mentions
}

// show writes the attributions as `Speaker: what is said`, direct speech in “marks”, nobody as "-".
func show(marked string) string {
	d, mentions := parse(marked)
	var out []string
	for _, a := range Find(d, mentions).Attributions {
		who, said := "-", strings.Trim(a.Span.Of(d.Text), " ,.")
		if a.Speaker >= 0 {
			who = mentions[a.Speaker].Name
		}
		if a.Direct {
			said = "“" + said + "”"
		}
		out = append(out, who+": "+said)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		if got := show(c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"“We agree on that,” he said.", "We agree on that,"},
		{`"We agree on that," he said.`, "We agree on that,"},
		{"He called it a “de-confliction zone” in Syria.", ""},
		{"He read “The Art of the Long War” twice.", ""},
		{"He said: ‘We will not go there again.’ Then he left.", "We will not go there again."},
		{"The minister’s ‘plan’ and the drivers’ strike went on.", ""},
		{"We discussed the whole reform process,” said Borrell. “It was good.”", "We discussed the whole reform process, | It was good."},
		{"“We open here.\n\n“And we close there,” he said.", "We open here. | And we close there,"},
		{"“We open here and never close.\n\nThen other text follows.", "We open here and never close."},
		{"A 5\"x7\" print of it hung there.", ""},
		{"She said it was “one of the worst floods in 50 years”.", "one of the worst floods in 50 years"},
		{"“‘Go home,’ they told me,” she said.", "‘Go home,’ they told me,"},
	} {
		d, m := parse(c.in)
		var got []string
		for _, q := range Find(d, m).Quoted {
			got = append(got, q.Of(d.Text))
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, s, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“We agree,” said the minister. According to Acme, “it” added, he said that John Smith, who left, told them: 'no'.")
	f.Add("\"Yes\n\n\"No,” said ” Acme ’ ‘ said")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		d := segment.Split(s)
		var mentions []entities.Mention
		for i := 0; i < len(d.Tokens); i++ {
			if w := d.Word(i); d.Tokens[i].Kind == segment.Word && w[0] >= 'A' && w[0] <= 'Z' {
				mentions = append(mentions, entities.Mention{Span: d.Tokens[i].Span, First: i, Last: i + 1, Type: types[string("polnx"[len(w)%5])],
					Sentence: d.SentenceAt(d.Tokens[i].Start), Role: w})
			}
		}
		got := Find(d, mentions)
		for _, a := range got.Attributions {
			if a.Span.Start < 0 || a.Span.End > len(s) || a.Span.Len() < 0 || a.Speaker < -1 || a.Speaker >= len(mentions) {
				t.Fatalf("%+v in %q", a, s)
			}
		}
		end := 0
		for _, q := range got.Quoted {
			if q.Start < end || q.End > len(s) {
				t.Fatalf("quoted %v after %d in %q", q, end, s)
			}
			end = q.End
		}
		if again := Find(d, mentions); !reflect.DeepEqual(got, again) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	const story = "{l WASHINGTON} — President {p Kassym-Jomart Tokayev} said on Nov. 17 that trade with the {l U.S.} rose 42.5% to $29.5 billion in the third quarter. “We are interested,” he told {o Reuters} last week, adding that {o Acme Inc.} would build a plant by 2030. The {o EU}’s exports fell.\n\n"
	doc, mentions := parse(strings.Repeat(story, 200))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, mentions)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
