package clean

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"broadsheet/schemas"
	"broadsheet/stages/decode"
	"broadsheet/stages/text"
)

// cleaned decodes and cleans a plain text.
func cleaned(t testing.TB, body string, m schemas.Metadata) *Article {
	t.Helper()
	d, reject := decode.Decode(&schemas.Document{SourceURI: "x", RecordIndex: -1, MediaType: "text/plain", Source: []byte(body), Body: []byte(body), Metadata: m})
	if reject != nil {
		t.Fatalf("%q: %s", body, reject.Message)
	}
	return Clean(d)
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		for _, line := range r.yes {
			if got := ruleOf(line, decode.Paragraph); got != r.name {
				t.Errorf("%s: %q went by %q", r.name, line, got)
			}
		}
		for _, line := range r.no {
			if got := ruleOf(line, decode.Paragraph); got != "" {
				t.Errorf("%s: %q must stay, went by %q", r.name, line, got)
			}
		}
	}
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ in, place, date, agency, rest string }{
		{"WASHINGTON (AP) — The president spoke on Monday.", "WASHINGTON", "", "AP", "The president"},
		{"LONDON, March 3 (Reuters) - Prices rose on Monday, data showed.", "LONDON", "March 3", "Reuters", "Prices"},
		{"SALVADOR, Feb 26 - Showers continued throughout the week.", "SALVADOR", "Feb 26", "", "Showers"},
		{"ASTANA – The president named his goals on Monday.", "ASTANA", "", "", "The president"},
		{"TASHKENT, April 22, 2025 (Gazeta.uz) – The committee reported on Tuesday.", "TASHKENT", "April 22, 2025", "Gazeta.uz", "The committee"},
		{"BISHKEK (24.kg) — Trade grew in the first quarter again.", "BISHKEK", "", "24.kg", "Trade grew"},
		{"Example.uz, Tashkent – The committee reported on Tuesday again.", "Tashkent", "", "Example.uz", "The committee"},
		{"EXAMPLE.COM - The committee reported on Tuesday again.", "", "", "EXAMPLE.COM", "The committee"},
		{"ASTANA. KAZINFORM - The committee reported on Tuesday again.", "ASTANA", "", "KAZINFORM", "The committee"},
		{"BAKU, Azerbaijan, May 30. Exports of pipes grew last year.", "BAKU, Azerbaijan", "May 30", "", "Exports"},
		{"MOSCOW, June 5. /TASS/. Exports of pipes grew last year.", "MOSCOW", "June 5", "TASS", "Exports"},
		{"NEW YORK, N.Y., Jan. 5, 2024 /PRNewswire/ -- Example Inc. said today it would merge.", "NEW YORK, N.Y.", "Jan. 5, 2024", "PRNewswire", "Example"},
		{"Brussels, Belgium – September 27, 2024 – With a summit due this year, hopes rise.", "Brussels, Belgium", "September 27, 2024", "", "With"},
		{"**Brussels, Belgium – September 27, 2024** – With a summit due this year, hopes rise.", "Brussels, Belgium", "September 27, 2024", "", "With"},
		{"MOSCOW. Feb 3 (Interfax) - The bank kept its rate on Friday.", "MOSCOW", "Feb 3", "Interfax", "The bank"},
		{"Hong Kong (CNN Business) A dispute over shipping weighs on investors.", "Hong Kong", "", "CNN Business", "A dispute"},
		{"Taipei, Taiwan — The festival opened with a parade of boats.", "Taipei, Taiwan", "", "", "The festival"},
		{"KYIV, Ukraine (AP) — “We will hold,” the mayor told reporters.", "KYIV, Ukraine", "", "AP", "“We"},
		{"(Reuters) - The company said on Monday it would cut jobs.", "", "", "Reuters", "The company"},
		{"PARIS, 3 mars (AFP) – Le ministre a parlé lundi soir.", "PARIS", "3 mars", "AFP", "Le"},
		{"ALMATY. February 23. KAZEXAMPLE - The bank kept its rate on Friday.", "ALMATY", "February 23", "KAZEXAMPLE", "The bank"},
		{"ASTANA. KAZINFORM The minister opened the forum on Monday.", "ASTANA", "", "KAZINFORM", "The minister"},
		{"NEW DELHI: The council agreed on Monday to build a second bridge over the river.", "NEW DELHI", "", "", "The council"},
		{"**TOKYO –** The government said on Monday it would act.", "TOKYO", "", "", "The government"},
		{"Astana – The president named his goals on Monday.", "Astana", "", "", "The president"},
		{"Almaty — Kazakhstan exported a tenth more tea last year.", "Almaty", "", "", "Kazakhstan"},
		{"New Delhi - India's exports of tea grew by a tenth last year.", "New Delhi", "", "", "India's"},
		{"WASHINGTON/LONDON (Reuters) - Two banks said on Monday they would merge.", "WASHINGTON/LONDON", "", "Reuters", "Two"},
	} {
		d, n := datelineOf(c.in)
		if d.place != c.place || d.date != c.date || d.agency != c.agency || n == 0 || !strings.HasPrefix(strings.TrimLeft(c.in[n:], " *"), c.rest) {
			t.Errorf("%q: got %+v, rest %q", c.in, d, c.in[n:])
		}
	}
	for _, in := range []string{
		"Smith – the former mayor – said he would run again this year.",
		"The plan — Project Fear, as critics call it — has failed again.",
		"EU – Kazakhstan ties have grown in the past two years.",
		"MAY 5. The match has been called off for rain.",
		"ST.LOUIS. The match has been called off for rain.",
		"UPDATE - The match has been called off for rain.",
		"NATO – The alliance said on Monday that it would act.",
		"World number one Jane Doe (Example) Won the match in two sets.",
		"Kazakhstan - Italy trade rose to a record last year.",
		"SMITH: I think that the council agreed on Monday to build it.", "EXPLAINER: What the council agreed on Monday and what it means for the town.", "ASTANA. The minister said that the forum was a success.",
		"ASTANA – Kazakhstan",
		"Tashkent – Samarkand trains will run every hour from May.",
		"London - Paris flights have become dearer than the train.",
		"London - the city of bridges - has built one more.",
		"The U.S. (and others) - Britain among them - protested.",
		"Jane Doe - Kazakhstan’s first woman in space - was born here.",
	} {
		if d, n := datelineOf(in); n > 0 {
			t.Errorf("%q: read %+v", in, d)
		}
	}
}

func TestHeaders(t *testing.T) {
	for _, c := range []struct{ in, date, rest string }{
		{"Thu Sep 26 13:30:41 UTC 2024: ## Ties Strengthen", "Thu Sep 26 13:30:41 UTC 2024", "## Ties Strengthen"},
		{"date 2025-05-31 ASTANA – The president spoke.", "2025-05-31", "ASTANA – The president spoke."},
		{"Friday, June 12, 2015 On Monday, the council spoke.", "Friday, June 12, 2015", "On Monday, the council spoke."},
		{"Tuesday, March 8, 2011", "Tuesday, March 8, 2011", ""},
		{"**Published: 3 March 2024**", "3 March 2024", ""},
		{"Last updated on March 3, 2024 at 5:30 p.m. EDT | 4 min read", "March 3, 2024 at 5:30 p.m. EDT", ""},
		{"11/19/2019 by Jane Doe", "11/19/2019", "by Jane Doe"},
		{"February 23rd, 2024 by admin", "February 23rd, 2024", ""},
		{"March 3, 2024 – Example Inc. said today it would merge.", "March 3, 2024", "Example Inc. said today it would merge."},
	} {
		n, date := header(c.in)
		if date != c.date || n == 0 || c.in[n:] != c.rest {
			t.Errorf("%q: got %q, rest %q", c.in, date, c.in[n:])
		}
	}
	for _, in := range []string{
		"May 7, 2015 was a cold day.", "On May 7, 2015, the government spoke.", "March 3", "March 3 and March 4 were holidays.", "Monday, March 3, Smith resigned.",
		"Thursday, May 7, 2015, The Times wrote of it.", "2024 was a good year.", "Posted profits of 5 million.", "Updated rules apply from May.", "5 May 2024 will be remembered.",
	} {
		if n, date := header(in); n > 0 {
			t.Errorf("%q: read %q", in, date)
		}
	}
}

func TestBylines(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"By Jane Doe", []string{"Jane Doe"}},
		{"By JANE O'NEIL and JOHN ROE, Associated Press", []string{"Jane O'Neil", "John Roe"}},
		{"**By Jane van der Doe, John Roe and Ann Lee**", []string{"Jane van der Doe", "John Roe", "Ann Lee"}},
		{"Jane Doe, Staff Writer", []string{"Jane Doe"}},
		{"Jane Doe | Reuters", []string{"Jane Doe"}},
		{"By Example's Kyrgyz Service", nil},
		{"By Jane TESTOVA", []string{"Jane Testova"}},
	} {
		if !isByline(c.in) {
			t.Errorf("%q is a byline", c.in)
		} else if got := bylineNames(plain(c.in)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: got %q", c.in, got)
		}
	}
	for _, in := range []string{"By Monday, rain had fallen in the north", "By Reuters", "By Monday night, rain had fallen.", "By the book", "Jane Doe, a writer, left.", "By 2030", "Jane Doe said so", "By Hand", ""} {
		if in != "By Hand" && isByline(in) {
			t.Errorf("%q is no byline", in)
		}
	}
}

// body is a paragraph for tests that need one.
const body = "The council met on Monday and agreed to build a new bridge over the river, the mayor said."

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, title, publisher, text string }{
		{"headline from a first line", "Council agrees to build a bridge\n\n" + body, "Council agrees to build a bridge", "", body},
		{"headline from a heading", "# Council **agrees**\n\n" + body, "Council agrees", "", body},
		{"no headline without a body", "Council agrees to build a bridge", "", "", "Council agrees to build a bridge"},
		{"a sentence is no headline", "The council agreed.\n\n" + body, "", "", "The council agreed.\n\n" + body},
		{"cross-headings stay", body + "\n\n## The bridge\n\n" + body, "", "", body + "\n\nThe bridge\n\n" + body},
		{"one sentence stays whole", body, "", "", body},
		{"nothing but boilerplate stays", "Subscribe to our newsletter\n\nRead more", "", "", "Subscribe to our newsletter\n\nRead more"},
		{"sign-off of a site", body + "\n\nExample.Az", "", "Example.Az", body},
		{"sign-off of a paper", body + "\n\nThe Example Times", "", "The Example Times", body},
		{"a last name is no sign-off", body + "\n\nJane Doe", "", "", body + "\n\nJane Doe"},
		{"publisher in a call", body + "\n\nGet The Example Times stories sent directly to you! Sign up via the website!", "", "The Example Times", body},
		{"entities", "Fish &amp; chips&nbsp;cost &#163;5 &lt; ten, the owner said &#8211; at last.", "", "", "Fish & chips cost £5 < ten, the owner said – at last."},
		{"entities escaped twice", "It&amp;#39;s R&amp;amp;D at AT&amp;T; it works.", "", "", "It's R&D at AT&T; it works."},
		{"markup", "The **council** met *on Monday* and said `yes` to [a bridge](https://example.org/a) over 5 * 3 miles, snake_case and <b>all</b>.", "", "",
			"The council met on Monday and said yes to a bridge over 5 * 3 miles, snake_case and all."},
		{"quotation marks of typewriters stay", "``We agree,'' she said, and ran `make` twice.", "", "", "``We agree,'' she said, and ran make twice."},
		{"tickers stay", "STANDARD OIL <SRD> said it would buy <I> shares, 2**3 of them, C:\\dir too.", "", "", "STANDARD OIL <SRD> said it would buy <I> shares, 2**3 of them, C:\\dir too."},
		{"ticker symbols are no sentence ends", "The Example Bank <EXBK.O> said its parent <EXPL.L> would pay.", "", "", "The Example Bank <EXBK.O> said its parent <EXPL.L> would pay."},
		{"line breaks of HTML", "The council met.<br/>It agreed.</p><p>Then it left.", "", "", "The council met.\n\nIt agreed.\n\nThen it left."},
		{"image", "The council met. ![a bridge](x.png) It agreed.", "", "", "The council met. It agreed."},
		{"glued sentences", "It rose in two years.Recently, it fell. “Go on in the same spirit”.“There is hope,” he said, as in Ghana.Exports rose in 2020.The bloc said “yes.”Nobody knew.", "", "",
			"It rose in two years.\n\nRecently, it fell. “Go on in the same spirit”.\n\n“There is hope,” he said, as in Ghana.\n\nExports rose in 2020.\n\nThe bloc said “yes.”\n\nNobody knew."},
		{"not glued", "The U.S.based firm uses Node.js, ASP.NET and www.Example.Org or Example.Com at 3.5 percent, wrote St.John and J.Smith of Yahoo!Japan to me@Press.Example now.", "", "",
			"The U.S.based firm uses Node.js, ASP.NET and www.Example.Org or Example.Com at 3.5 percent, wrote St.John and J.Smith of Yahoo!Japan to me@Press.Example now."},
		{"a dateline that lost its paragraph", "NAIROBI, Kenya (AP) _\n\n" + body, "", "AP", body},
		{"the site's name over the text", "The Example Times\n\nCouncil agrees to build a bridge\n\n" + body, "Council agrees to build a bridge", "The Example Times", body},
		{"a byline with its agency", "Council agrees to build a bridge\nExample News Agency, Harbourtown, by Jane Doe\n\n" + body, "Council agrees to build a bridge", "", body},
		{"an agency and its place", "Council agrees to build a bridge\nAFP, Tashkent\n\nTASHKENT: " + body, "Council agrees to build a bridge", "AFP", body},
		{"an agency's last word", body + " Enditem", "", "", body},
		{"a dateline in small letters below the date", "Council agrees to build a bridge\n\n14 October 2025\n\nAstana – " + body, "Council agrees to build a bridge", "", body},
		{"a place by itself", "Council agrees to build a bridge\nISTANBUL\n\n" + body, "Council agrees to build a bridge", "", body},
		{"a dateline by itself, with its agency", "Baku, November 12, KAZEXAMPLE\n\n" + body, "", "KAZEXAMPLE", body},
		{"about the company", body + "\n\n" + body + "\n\nAbout Example Corp.\n\nExample Corp. makes pumps for water works in 30 countries.", "", "", body + "\n\n" + body},
		{"about is a word", body + "\n\n" + body + "\n\nAbout Time\n\nThe council had waited for 20 years, the mayor said.", "", "", body + "\n\n" + body + "\n\nAbout Time\n\nThe council had waited for 20 years, the mayor said."},
		{"no publisher in a sentence of rights", body + "\n\n© Content from this site must be hyperlinked when used.", "", "", body},
		{"source, date and editor", "Council agrees to build a bridge\nSource: Example Wire| 2024-07-03 21:15:30|Editor: jane\n\n" + body, "Council agrees to build a bridge", "Example Wire", body},
		{"a section over the headline", "Politics\n\nCouncil agrees to build a bridge\n\nJane Doe Nov 12, 2024\n\n" + body, "Council agrees to build a bridge", "", body},
		{"date and name below the deck", "Council agrees to build a bridge\n\nThe second one will be wider than the first\n\n6 November 2025 by Jane Doe\n\n" + body, "Council agrees to build a bridge", "", "The second one will be wider than the first\n\n" + body},
		{"name, date and time", "Council agrees to build a bridge\n\nJane Doe, Wednesday 13 November 2024 – 11:05\n\n" + body, "Council agrees to build a bridge", "", body},
		{"a label next to the date", "Council agrees to build a bridge\nPress Release | November 12, 2024\n\n" + body, "Council agrees to build a bridge", "", body},
		{"the author's life", "Council agrees to build a bridge\n\nBy Jane Doe\n\n" + body + "\n\nJane Doe is the paper's Central Asia editor.", "Council agrees to build a bridge", "", body},
		{"hashtags", body + "\n\n#EU #transport", "", "", body},
		{"tags, one a line", body + "\n\nTags:\nbridge\ntown council", "", "", body},
		{"a dateline with a colon", "TASHKENT: " + body, "", "", body},
		{"speakers are no datelines", "SMITH: " + body + "\n\nDOE: " + body, "", "", "SMITH: " + body + "\n\nDOE: " + body},
		{"a byline is no headline", "By Jane Doe\n\n" + body, "", "", body},
		{"a credit is no headline", "— Jane Doe, the mayor\n\n" + body, "", "", "— Jane Doe, the mayor\n\n" + body},
		{"a teaser is no headline", "Another bridge was closed for repairs Read more\n\n" + body, "", "", body},
		{"a call is no headline", "SIGN UP FOR OUR NEWSLETTER\n\n" + body, "", "", body},
		{"date behind the headline", "Council agrees on a bridge Tuesday, September 1, 2015\n\n" + body, "Council agrees on a bridge", "", body},
		{"head and foot", "date 2024-05-31\nCouncil agrees to build a bridge\nBy Jane Doe\n\nSource: The Herald\n\nASTANA – " + body + "\n\nRead more: Another bridge\n\n" + body + "\n\nREUTER", "Council agrees to build a bridge", "The Herald", body + "\n\n" + body},
	} {
		a := cleaned(t, c.in, schemas.Metadata{})
		if a.Text.Content != c.text || a.Title != c.title || a.Publisher != c.publisher {
			t.Errorf("%s: title %q, publisher %q, text\n%q, want\n%q", c.name, a.Title, a.Publisher, a.Text.Content, c.text)
		}
	}
}

func TestMetadata(t *testing.T) {
	a := cleaned(t, "Council Agrees\n\nA deck about the bridge\n\nBy JANE DOE\n\nLONDON, March 3 (Reuters) - "+body,
		schemas.Metadata{Title: "Council agrees", Date: "2024-03-04", URL: "https://www.example.org/2024/03/04/bridge"})
	if a.Title != "Council agrees" || a.Text.Content != "A deck about the bridge\n\n"+body {
		t.Errorf("title %q, text %q", a.Title, a.Text.Content)
	}
	want := Dates{Metadata: []string{"2024-03-04"}, Dateline: "March 3", URL: a.URL}
	if !reflect.DeepEqual(a.Dates, want) || a.DatelinePlace != "LONDON" || a.Publisher != "example.org" || !reflect.DeepEqual(a.Authors, []string{"Jane Doe"}) {
		t.Errorf("%+v %q %q %q", a.Dates, a.DatelinePlace, a.Publisher, a.Authors)
	}
	a = cleaned(t, body+"\n\nBy JANE DOE\n\nNOVEMBER 20, 2019 10:43\n\nThe Example Times", schemas.Metadata{})
	if a.Text.Content != body || a.Dates.Header != "NOVEMBER 20, 2019 10:43" || a.Publisher != "The Example Times" || len(a.Authors) != 1 {
		t.Errorf("%q %+v %q %q", a.Text.Content, a.Dates, a.Publisher, a.Authors)
	}
	a = cleaned(t, body+"\n\n(Reporting by Jane Doe; Editing by John Roe)\n\n© Reuters", schemas.Metadata{})
	if a.Publisher != "Reuters" || !reflect.DeepEqual(a.Authors, []string{"Jane Doe"}) || a.Text.Content != body {
		t.Errorf("%q %q %q", a.Publisher, a.Authors, a.Text.Content)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("Thu Sep 26 13:30:41 UTC 2024: ## Title\n**Brussels, Belgium – September 27, 2024** – " + body + "\n* **Energy:** gas.\n* Oil.\n\nExample.Az")
	f.Add("By Jane Doe\n\nASTANA – “Go”.“There &amp; [a](b) *c* _d_ <br> \\* ![x](y)\n\nRead more")
	f.Add("a.B c d!\"E f\n&#x301;**́")
	f.Fuzz(func(t *testing.T, s string) {
		doc := &schemas.Document{SourceURI: "x", RecordIndex: -1, MediaType: "text/plain", Source: []byte(s), Body: []byte(s)}
		d, reject := decode.Decode(doc)
		if reject != nil {
			return
		}
		a := Clean(d)
		checkText(t, a.Text)
		if again := Clean(d); !reflect.DeepEqual(a, again) {
			t.Fatal("two runs differ")
		}
	})
}

// checkText holds what the text of an article promises.
func checkText(t *testing.T, txt *text.Text) {
	t.Helper()
	content := txt.Content
	if !utf8.ValidString(content) || strings.TrimSpace(content) != content || strings.Contains(content, "\n\n\n") || strings.Contains(content, " \n") || strings.Contains(content, "\n ") || strings.Contains(strings.ReplaceAll(content, "\n\n", ""), "\n") {
		t.Fatalf("layout of %q", content)
	}
	if !norm.NFC.IsNormalString(content) {
		t.Fatalf("%q is not in NFC", content)
	}
	// What was removed and what was kept are the source.
	at, removed := 0, 0
	for _, r := range txt.Removed {
		if r.Span.Start < at || r.Span.Len() <= 0 || r.Rule == "" {
			t.Fatalf("removal %+v after %d", r, at)
		}
		at = r.Span.End
		removed += r.Span.Len()
	}
	kept := 0
	for i := 0; i < len(content); {
		_, n := utf8.DecodeRuneInString(content[i:])
		if s, ok := txt.SourceSpan(text.Span{Start: i, End: i + n}); ok {
			if s.Of(txt.Source) != content[i:i+n] {
				t.Fatalf("character %q at %d maps to %q", content[i:i+n], i, s.Of(txt.Source))
			}
			kept += n
		}
		i += n
	}
	if removed+kept != len(txt.Source) {
		t.Fatalf("%d bytes removed and %d kept of %d in %q", removed, kept, len(txt.Source), txt.Source)
	}
}

// A heading goes with what it stood over.
func TestHeadings(t *testing.T) {
	in := "# Council agrees\n\n" + body + "\n\n## The bridge\n\n" + body + "\n\n## Something to watch\n\nRead more: Talks end\n\nSubscribe to our newsletter\n"
	d, reject := decode.Decode(&schemas.Document{SourceURI: "x", RecordIndex: -1, MediaType: "text/markdown", Source: []byte(in), Body: []byte(in)})
	if reject != nil {
		t.Fatal(reject.Message)
	}
	if a := Clean(d); a.Text.Content != body+"\n\nThe bridge\n\n"+body || a.Title != "Council agrees" {
		t.Errorf("title %q, text %q", a.Title, a.Text.Content)
	}
}
