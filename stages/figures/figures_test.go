package figures

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/stages/segment"
)

func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// show renders figures as "surface=value..high unit CUR bound direction", parts that say nothing left out.
func show(doc *segment.Document, figures []Figure) string {
	var out []string
	for _, f := range figures {
		s := fmt.Sprintf("%s=%v", f.Span.Of(doc.Text), f.Value)
		if f.High != nil {
			s += fmt.Sprintf("..%v", *f.High)
		}
		for _, p := range []string{f.Unit, f.Currency} {
			if p != "" {
				s += " " + p
			}
		}
		if f.Bound != "exact" {
			s += " " + f.Bound
		}
		if f.Direction != "none" {
			s += " " + f.Direction
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestValues(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ in, want string }{
		{"Turnover came to $42.4bn.", "$42.4bn=4.24e+10 dollar USD"},
		{"The bridge cost USD34.6 million.", "USD34.6 million=3.46e+07 dollar USD"},
		{"The mine shipped 816 000 t of ore.", "816 000 t=816000 tonne"},
		{"Barley rose 6.8 cents to US$3.15 per bushel.", "6.8 cents=6.8 cent USD increase; US$3.15 per bushel=3.15 dollar per bushel USD"},
		{"Output grew by 5 to 10 percent.", "5 to 10 percent=5..10 percentage increase"},
		{"They paid $3-5 billion.", "$3-5 billion=3e+09..5e+09 dollar USD"},
		{"Prices run from $200 to $4 million.", "$200 to $4 million=200..4e+06 dollar USD"},
		{"Twenty-nine ships left.", "Twenty-nine ships=29 ship"},
		{"Half a million people fled.", "Half a million people=500000 people"},
		{"It took a year and a half.", ""},
		{"About two dozen firms applied.", "two dozen firms=24 firm approximate"},
		{"One in five households rents.", "One in five=0.2"},
		{"A third of the crop was lost.", "A third=0.3333333333333333"},
		{"The 30-year-old pilot survived.", "30-year-old=30 year"},
		{"The gas is cooled to minus-260 degrees Fahrenheit.", "minus-260 degrees Fahrenheit=-260 fahrenheit"},
		{"Rates rose 25 basis points.", "25 basis points=25 basis point increase"},
		{"Pumps move 52,000 barrels per day.", "52,000 barrels per day=52000 barrel per day"},
		{"Shares closed at 164p.", "164p=164 penny GBP"},
		{"The flat costs RM120,000 a month.", "RM120,000 a month=120000 ringgit per month MYR"},
		{"He won ₹5 crore.", "₹5 crore=5e+07 rupee INR"},
		{"Four to five thousand people came.", "Four to five thousand people=4000..5000 people"},
		{"Nearly a quarter of a million people left.", "a quarter of a million people=250000 people approximate"},
		{"A hundred and twenty-five workers left.", "A hundred and twenty-five workers=125 worker"},
		{"The plan would cost between 1.2 and 1.5 billion pounds.", "1.2 and 1.5 billion pounds=1.2e+09..1.5e+09 pound GBP"},
		{"The budget was cut from $5m to $4m.", "$5m=5e+06 dollar USD; $4m=4e+06 dollar USD"},
		{"Temperatures hit 40C and fell to -5C.", "40C=40 celsius; -5C=-5 celsius"},
		{"One in 10 people and 3 out of 5 firms.", "One in 10=0.1; 3 out of 5=0.6"},
		{"They have children aged 5, 7 and 12.", "5=5 year; 7=7 year; 12=12 year"},
		{"It ran for 2h 30m.", "2h=2 hour; 30m=30 minute"},
		{"GDP growth of 3.2% in 2023 and 2.9% in 2024.", "3.2%=3.2 percentage increase; 2.9%=2.9 percentage increase"},
		{"The engine has 120 PS.", "120 PS=120 horsepower"},
		{"The plant made 3.1 million litres of olive oil a year.", "3.1 million litres=3.1e+06 litre per year"},
		{"The town raised exports by nearly $1 billion.", "$1 billion=1e+09 dollar USD approximate increase"},
		{"He has 1,234 of the 5,000 shares.", "1,234=1234 share; 5,000 shares=5000 share"},
		{"The set weighs 5 ± 0.2 kg.", "5 ± 0.2 kg=4.8..5.2 kilogram approximate"},
	} {
		doc := segment.Split(c.in)
		if got := show(doc, r.Read(Input{Doc: doc})); got != c.want && c.want != "" {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestNoFigures(t *testing.T) {
	r := reader(t)
	for _, in := range []string{
		"The Boeing 737 landed on March 29, 2019.", "Since 1991 the G7 has met often.", "See page 12 and Article 5.", "The match ended 3-1.",
		"It starts at 11pm on Route 66.", "COVID-19 spread in 2020.", "The 22nd amendment passed.", "Doors open at 9:35 PM.", "The season of 2012–13 was long.",
		"A 5G network came in the 1990s.", "None of them, not one, left.", "The second half was dull.", "The Nikkei 225 was flat.",
	} {
		doc := segment.Split(in)
		if got := show(doc, r.Read(Input{Doc: doc})); got != "" {
			t.Errorf("%s\n got %s, want nothing", in, got)
		}
	}
}

func TestMetrics(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ in, want string }{
		{"Home Harbour shares rose 5% on Monday.", "Home Harbour shares"},
		{"Trade between Ruritania and Borduria grew by 12 percent.", "Trade between Ruritania and Borduria"},
		{"It signed a $5 million deal with the port.", "deal with the port"},
		{"The firm bought 6% of the company.", "company"},
		{"Exports were worth €5 billion.", "Exports"},
		{"The mill plans a reduction in module costs from $0.23 to $0.10.", "module costs"},
		{"The mayor said ferry traffic growth in 2021 will be 4.5%.", "ferry traffic growth"},
		{"The fund drove outstanding claims over 150,000.", "outstanding claims"},
		{"A 20 minute walk leads to the lake.", "walk"},
	} {
		doc := segment.Split(c.in)
		got := r.Read(Input{Doc: doc})
		if len(got) == 0 || got[0].Metric != c.want {
			t.Errorf("%s\n got %+v\nwant %s", c.in, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"Sales rose 5% to $1.2bn from 1,000.50", "two and a half million - 3 or 4 of a", "½ 1/2 5±2 USD34.6m $ 5 -- 7", "from 5 to 6 per", "one in five 12-"} {
		f.Add(s)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return
		}
		doc := segment.Split(in)
		got, end := r.Read(Input{Doc: doc}), 0
		for _, g := range got {
			if g.Span.Start < end || g.Span.Len() <= 0 || g.Span.End > len(in) {
				t.Fatalf("span %v after %d in %q", g.Span, end, in)
			}
			end = g.Span.End
			if !finite(g.Value) || g.High != nil && !finite(*g.High) || g.BaseValue != nil && !finite(*g.BaseValue) {
				t.Fatalf("value of %q is not finite", g.Span.Of(in))
			}
		}
		if again := r.Read(Input{Doc: doc}); !reflect.DeepEqual(got, again) {
			t.Fatal("two runs differ")
		}
	})
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// story is news in the mix of numbers that the wires have: a figure in every second sentence.
const story = "Exports from the valley rose 42.5% to $29.5 billion in the first nine months, the ministry said. Some 1,200 workers at three plants went on strike. " +
	"The talks were long and nobody wanted to leave before the end of the day. Farmers along the river blamed the drought, while officials pointed to the price of " +
	"fuel and to the poor state of the roads. A spokesman for the union said its members would meet again on Friday.\n\n"

// quiet is news without digits or number words.
const quiet = "Officials from the ministry met with farmers along the river to discuss the state of the roads and the price of fuel. Nobody wanted to leave before the " +
	"end of the day. A spokesman for the union said that its members would meet again, and that the talks had been long and hard.\n\n"

func BenchmarkRead(b *testing.B)          { benchmarkRead(b, story) }
func BenchmarkReadNoNumbers(b *testing.B) { benchmarkRead(b, quiet) }

func benchmarkRead(b *testing.B, paragraph string) {
	r := reader(b)
	doc := segment.Split(strings.Repeat(paragraph, 200))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Read(Input{Doc: doc})
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}
