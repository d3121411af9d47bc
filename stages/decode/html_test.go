package decode

import (
	"fmt"
	"strings"
	"testing"

	"broadsheet/schemas"
)

const sentences = "The harbour authority said on Monday that the new quay would open in spring, two years later than planned. " +
	"Freight volumes rose by a tenth last year, and three shipping lines have asked for more space. "

// newsPage returns a page with the given head elements and lines behind the headline.
func newsPage(head, behind string) string {
	return `<!DOCTYPE html><html lang="en-GB"><head><title>Harbour gets a new quay | The Daily Tide</title>` + head + `</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour gets a new quay</h1>` + behind + `
<p>` + sentences + `</p><h2>Slow start</h2><p>` + sentences + `It <b>costs</b> €42&nbsp;million.</p>
<ul><li>Work began in 2021, the authority said.</li><li>It stopped twice for want of steel.</li></ul>
<h3>More on this story</h3><ul><li><a href="/a">Fishermen protest against the quay plan</a></li></ul></article><footer><p>All rights reserved</p></footer></body></html>`
}

func TestHTML(t *testing.T) {
	doc := document("text/html", newsPage(`<meta property="og:site_name" content="The Daily Tide"><link rel="canonical" href="https://tide.example/2024/03/05/quay">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour gets a new quay","datePublished":"2024-03-05T09:00:00Z","author":[{"name":"Jane Doe"}]}</script>`, ""))
	d, reject := Decode(doc)
	if reject != nil {
		t.Fatal(*reject)
	}
	check(t, d)
	body := strings.TrimSpace(sentences)
	want := []string{body, "Slow start", body + " It costs €42 million.", "Work began in 2021, the authority said.", "It stopped twice for want of steel."}
	if got := blockTexts(d); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	if k := []Kind{d.Blocks[0].Kind, d.Blocks[1].Kind, d.Blocks[3].Kind}; k[0] != Paragraph || k[1] != Heading || k[2] != ListEntry {
		t.Errorf("kinds are %v", k)
	}
	m := d.Metadata
	if got := fmt.Sprint(m.Title, "|", m.Authors, "|", m.Publisher, "|", m.URL, "|", m.Language, "|", m.Date); got !=
		"Harbour gets a new quay|[Jane Doe]|The Daily Tide|https://tide.example/2024/03/05/quay|en-GB|2024-03-05T09:00:00Z" {
		t.Error(got)
	}
}

// What is on the page twice, or is a list of links or a link with its label, is no text.
func TestPrune(t *testing.T) {
	doc := document("text/html", strings.Replace(newsPage("", ""), "</article>", `<p><a href="/b">Quay plan splits the town</a> [<b>VIDEO</b>]</p><p>`+sentences+`</p>
<p><a href="/t/1">quay</a>, <a href="/t/2">steel</a>, <a href="/t/3">freight</a></p></article>`, 1))
	d, reject := Decode(doc)
	if reject != nil {
		t.Fatal(*reject)
	}
	got := blockTexts(d)
	if strings.Count(got, strings.TrimSpace(sentences)) != 2 || strings.Contains(got, "splits the town") || strings.Contains(got, "steel, freight") || !strings.Contains(got, "It stopped twice") {
		t.Errorf("got\n%s", got)
	}
}

func TestPageDate(t *testing.T) {
	published := func(s string) string { return `<meta property="article:published_time" content="` + s + `">` }
	for _, c := range []struct{ name, head, behind, want string }{
		{"meta", published("2024-03-05T09:00:00+02:00"), "", "2024-03-05T09:00:00+02:00"},
		{"UTC, and the page shows the day before", published("2024-03-06T02:00:00Z"), "<p>By Jane Doe | March 5, 2024</p>", "March 5, 2024"},
		{"UTC, and the page shows the same day", published("2024-03-06T02:00:00Z"), "<p>6 March 2024</p>", "2024-03-06T02:00:00Z"},
		{"UTC, and the address has the day before", published("2024-03-06T02:00:00Z") + `<link rel="canonical" href="https://tide.example/2024/03/05/quay">`, "", "2024/03/05"},
		{"no zone is two days off", published("2024-03-06T00:04:00Z"), "<p>March 7, 2024</p>", "2024-03-06T00:04:00Z"},
		{"shown only", "", "<p>Published Tue, Mar 5 2024</p>", "Tue, Mar 5 2024"},
		{"no date of publication", "", "<p>The port was founded by decree of 12 May 1871 on the site of a much older landing place for boats.</p>", ""},
		{"updated above published", "", "<p>Updated March 7, 2024</p><p>Published March 5, 2024</p>", "March 5, 2024"},
		{"updated and published in one line", "", "<p>Updated: 7 March 2024 | First published: 5 March 2024</p>", "5 March 2024"},
		{"updated alone", "", "<p>Last updated: March 7, 2024</p>", "March 7, 2024"},
		{"updated in German", "", "<p>Aktualisiert: 7. März 2024</p><p>5. März 2024</p>", "5. März 2024"},
		{"time element of an update", "", `<p>Updated: <time datetime="2024-03-07">7 March</time></p><p>Posted: <time datetime="2024-03-05">5 March</time></p>`, "2024-03-05"},
		{"time element by its class", "", `<time class="modified-date" datetime="2024-03-07">7 March</time><time class="entry-date" datetime="2024-03-05">5 March</time>`, "2024-03-05"},
		{"UTC, and the page shows the day after in Turkish", published("2024-03-05T22:30:00Z"), "<p>6 Mart 2024, 01:30</p>", "6 Mart 2024, 01:30"},
		{"UTC, and the page shows the day after in Kazakh", published("2024-03-05T20:30:00Z"), "<p>6 Наурыз 2024</p>", "6 Наурыз 2024"},
		{"UTC, and the page shows the day after in Japanese", published("2024-03-05T15:30:00Z"), "<p>2024年3月6日 0時30分</p>", "2024年3月6日"},
		{"UTC, and a time element has the day of the place", published("2024-03-06T02:30:00Z"), `<time datetime="2024-03-05T21:30:00-05:00">9:30 p.m.</time>`, "2024-03-05T21:30:00-05:00"},
		{"the zone is written", published("2024-03-05T23:30:00-05:00"), "<p>March 6, 2024 04:30 GMT</p>", "2024-03-05T23:30:00-05:00"},
		{"French numbers", "", "<p>Publié le 05/03/2024 à 10h30</p>", ""},
		{"year one is a default", published("0001-01-01T00:00:00Z"), "", ""},
		{"time element", "", `<time datetime="2024-03-05">5 March</time>`, "2024-03-05"},
		{"ambiguous", "", "<p>03/04/2024</p>", ""},
	} {
		d, reject := Decode(document("text/html", newsPage(c.head, c.behind)))
		if reject != nil {
			t.Fatal(*reject)
		}
		got := ""
		if len(d.Dates) > 0 {
			got = d.Dates[0].Raw
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Where day and month could stand either way round, a language that puts the day first decides.
func TestDayFirst(t *testing.T) {
	for language, want := range map[string]string{"fr": "2024-03-05", "tr-TR": "2024-03-05", "en-GB": "", "": ""} {
		page := strings.Replace(newsPage("", "<p>Publié le 05/03/2024 à 10h30</p>"), `lang="en-GB"`, `lang="`+language+`"`, 1)
		d, reject := Decode(document("text/html", page))
		if reject != nil {
			t.Fatal(*reject)
		}
		if d.Metadata.Date != want {
			t.Errorf("%q: got %q, want %q", language, d.Metadata.Date, want)
		}
	}
}

// A ticker's time above the headline is not the article's.
func TestTicker(t *testing.T) {
	page := strings.Replace(newsPage("", `<p>By Jane Doe <time datetime="2024-03-05T10:00:00+05:00">5 March</time></p>`), "<article>", `<ul><li><time datetime="2024-03-09">9 March</time> Prices rise</li></ul><article>`, 1)
	d, reject := Decode(document("text/html", page))
	if reject != nil {
		t.Fatal(*reject)
	}
	if d.Metadata.Date != "2024-03-05T10:00:00+05:00" {
		t.Errorf("got %q", d.Metadata.Date)
	}
}

// A page of one paragraph has that paragraph once, in the charset that it declares.
func TestShortPage(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<html><head><title>Steel</title></head><body><p>The port shipped 30 million tons of steel last year.</p></body></html>", "The port shipped 30 million tons of steel last year."},
		{"<html><head><title>Steel</title></head><body><p>The port shipped steel.</p><p>It shipped more than before.</p></body></html>", "The port shipped steel.\nIt shipped more than before."},
		{"<html><head><meta charset=\"iso-8859-2\"></head><body><p>\xc8esk\xe1 \xf8eka tekla po\xf8\xe1d d\xe1l.</p></body></html>", "Česká řeka tekla pořád dál."},
		{"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\"></head><body><p>\x93\xfa\x96\x7b\x82\xcc</p></body></html>", "日本の"},
	} {
		d, reject := Decode(document("", c.page))
		if reject != nil {
			t.Errorf("%q: %+v", c.page, *reject)
			continue
		}
		check(t, d)
		if got := blockTexts(d); got != c.want {
			t.Errorf("%q: got %q, want %q", c.page, got, c.want)
		}
	}
}

func TestHostileHTML(t *testing.T) {
	for _, c := range []struct{ name, page, reason string }{
		{"nested deep", "<html><body>" + strings.Repeat("<div>", 100_000) + "x", schemas.ReasonMalformedRecord},
		{"many elements", "<html><body>" + strings.Repeat("<p>x", maxHTMLNodes+1), schemas.ReasonTooLarge},
		{"large", "<html><body>" + strings.Repeat("long ", maxHTMLBytes/5+1), schemas.ReasonTooLarge},
		{"no text", "<html><body><script>x()</script></body></html>", schemas.ReasonNoText},
	} {
		if _, reject := Decode(document("text/html", c.page)); reject == nil || reject.Reason != c.reason {
			t.Errorf("%s: got %+v, want %s", c.name, reject, c.reason)
		}
	}
	// Formatting elements that are never closed come back in every paragraph.
	if d, reject := Decode(document("text/html", "<html><body>"+strings.Repeat("<b><i><font size=1>", 100)+strings.Repeat("<p>Some words of text.", 200))); reject == nil {
		check(t, d)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(newsPage("", ""))
	f.Add("<table><tr><td>a<td>b<script>{\"@graph\":[[[{}]]]}")
	f.Add("<script type=application/ld+json>{\"@type\":[\"NewsArticle\"],\"author\":[[\"x\"]],\"datePublished\":\"2\"}</script>x<br>\u2028y")
	f.Fuzz(func(t *testing.T, s string) {
		d, reject := Decode(document("text/html", s))
		if (d == nil) == (reject == nil) {
			t.Fatal("neither a document nor a reject, or both")
		}
		if d != nil {
			check(t, d)
		}
	})
}
