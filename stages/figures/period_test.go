package figures

import (
	"strings"
	"testing"

	"broadsheet/schemas"
	"broadsheet/stages/dates"
	"broadsheet/stages/entities"
	"broadsheet/stages/quotations"
	"broadsheet/stages/segment"
	"broadsheet/stages/text"
)

// marked reads a text that marks figures as {m $5 billion} (the letter tells the kind) and names as {P Anna Berg} or, with a role,
// {P:Minister|Anna Berg}.
func marked(t string) (*segment.Document, []entities.Mention, []Figure) {
	kinds := map[string]string{"m": "money", "p": "percent", "c": "count", "u": "measure", "d": "duration"}
	types := map[string]string{"P": "person", "O": "organization", "L": "location", "N": "norp"}
	var b strings.Builder
	var mentions []entities.Mention
	var figures []Figure
	for {
		open := strings.IndexByte(t, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(t, '}')
		b.WriteString(t[:open])
		kind, surface, role := t[open+1:open+2], t[open+3:end], ""
		if t[open+2] == ':' {
			role, surface, _ = strings.Cut(surface, "|")
		}
		at := text.Span{Start: b.Len(), End: b.Len() + len(surface)}
		b.WriteString(surface)
		if kinds[kind] != "" {
			figures = append(figures, Figure{Span: at, Kind: kinds[kind]})
		} else {
			mentions = append(mentions, entities.Mention{Span: at, Type: types[kind], Name: surface, EntityID: surface, Role: role})
		}
		t = t[end+1:]
	}
	b.WriteString(t)
	d := segment.Split(b.String())
	for i := range mentions {
		m := &mentions[i]
		m.First, m.Last, m.Sentence = d.TokenAt(m.Span.Start), d.TokenAt(m.Span.End-1)+1, d.SentenceAt(m.Span.Start)
	}
	for i := range figures {
		figures[i].Sentence = d.SentenceAt(figures[i].Span.Start)
	}
	return d, mentions, figures
}

// told writes for each figure its period, as start..end, and its speaker.
func told(t string) string {
	lex, err := load()
	if err != nil {
		panic(err)
	}
	d, mentions, figures := marked(t)
	day, _ := schemas.NewDate(2024, 11, 20) // a Wednesday
	said := quotations.Find(d, mentions)
	assignPeriods(lex, Input{Doc: d, Times: dates.Expressions(d, &day), Statements: said, Published: &day}, figures)
	assignSpeakers(d.Text, figures, said)
	var out []string
	for _, f := range figures {
		s := "-"
		if f.PeriodStart != nil || f.PeriodEnd != nil {
			s = ""
			if f.PeriodStart != nil {
				s += f.PeriodStart.String()
			}
			s += ".."
			if f.PeriodEnd != nil {
				s += f.PeriodEnd.String()
			}
		}
		if f.Speaker >= 0 {
			s += " " + mentions[f.Speaker].Name
		}
		if f.Quoted {
			s += " quoted"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestPeriodAndSpeaker(t *testing.T) {
	for _, c := range periodCases {
		if got := told(c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func BenchmarkPeriodsAndSpeakers(b *testing.B) {
	const story = "{L Oslo} — {P Anna Berg} said on Nov. 17 that trade rose {p 42.5%} to {m $29.5 billion} in the third quarter. “We sold {c 5 ships},” she told {O Reuters} last week, adding that {O Acme} would spend {m $5 billion} by 2030. Exports fell.\n\n"
	d, mentions, figures := marked(strings.Repeat(story, 200))
	lex, err := load()
	if err != nil {
		b.Fatal(err)
	}
	day, _ := schemas.NewDate(2024, 11, 20)
	times, said := dates.Expressions(d, &day), quotations.Find(d, mentions)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		assignPeriods(lex, Input{Doc: d, Times: times, Statements: said, Published: &day}, figures)
		assignSpeakers(d.Text, figures, said)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
