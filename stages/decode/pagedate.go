package decode

import (
	"fmt"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/stages/calendar"
)

// candidate is a date of a page that could be read.
type candidate struct {
	Date
	day   schemas.Date
	utc   bool // an instant in UTC: the day at the page's own place may be the one before or after
	hour  int
	rank  int // how well it tells the day that the page shows
	order int
}

// datePage adds the page's candidates for its date, in order of trust: what the page says to machines, what it shows near
// its headline, its address. Of these the day that readers see comes first: where a machine says 02:34 UTC on the 19th
// and the page shows the 18th, it is the 18th.
func (d *Document) datePage(p *page, address string) {
	var found []candidate
	add := func(source DateSource, values ...string) {
		for _, v := range values {
			if c, ok := readDate(v); ok {
				c.Source, c.order = source, len(found)
				found = append(found, c)
			}
		}
	}
	add(DateLinkedData, p.published...)
	add(DateMeta, p.meta...)
	said := len(found)
	if len(found) == 0 {
		add(DateTimeElement, p.times...)
	}
	shown := p.shownDates(d.Metadata.Title)
	if len(found) == 0 {
		if len(shown) > 0 {
			add(DateVisible, shown[0])
		}
		add(DateURL, dayInPath(address))
	} else if found[0].utc {
		main := found[0]
		if said > 0 {
			add(DateTimeElement, p.times...)
		}
		add(DateVisible, shown...)
		add(DateURL, dayInPath(address))
		found = shownDayFirst(found, main)
	}
	for _, c := range found {
		d.Dates = append(d.Dates, c.Date)
	}
	if d.Metadata.Date == "" && len(d.Dates) > 0 {
		d.Metadata.Date = d.Dates[0].Raw
	}
}

// readDate reads a candidate; what may be read in two ways or lies before there were web pages is none.
func readDate(written string) (candidate, bool) {
	written = oneLine(written)
	w, n := calendar.Scan(written)
	if n == 0 || w.Ambiguous || w.Year < 1980 || w.Year > 2100 {
		return candidate{}, false
	}
	day, ok := schemas.NewDate(w.Year, time.Month(w.Month), w.Day)
	if !ok {
		return candidate{}, false
	}
	return candidate{Date: Date{Raw: written}, day: day, utc: w.HasTime && w.HasZone && w.Offset == 0, hour: w.Hour}, true
}

// shownDayFirst puts a candidate of the day before or after the main one in front of it, if the page shows that day and
// not the main one: in its text, else in a machine's date of another zone, else in its address. Others far from the main
// day are dates of something else and go. Which days are possible the hour tells: zones reach from 12 behind UTC to 14
// before it.
func shownDayFirst(found []candidate, instant candidate) []candidate {
	main := instant.day
	first, last := main, main
	if instant.hour <= 12 {
		first--
	}
	if instant.hour >= 10 {
		last++
	}
	best := -1
	for i := range found {
		c := &found[i]
		if c.day < first || c.day > last {
			continue
		}
		switch {
		case c.Source == DateVisible:
			c.rank = 3
		case !c.utc && c.Source != DateURL:
			c.rank = 2
		case c.Source == DateURL:
			c.rank = 1
		default:
			continue
		}
		if best < 0 || c.rank > found[best].rank || c.rank == found[best].rank && c.day == main && found[best].day != main {
			best = i
		}
	}
	var kept []candidate
	for i, c := range found {
		if best >= 0 && i == best && c.day != main {
			c.order = -1
		}
		if c.order < 0 || c.Source != DateVisible && c.day >= first && c.day <= last {
			kept = append(kept, c)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].order < kept[j].order })
	return kept
}

// How far around the headline a page's date is looked for, in parts, and how long a line with it may be.
const (
	partsBefore  = 6
	partsBehind  = 25
	longDateLine = 90
)

// shownDates returns the dates in short lines around the headline, from the headline on and then those before it.
func (p *page) shownDates(title string) []string {
	parts := partsOf(p.body)
	headline := -1
	for i, part := range parts {
		key := plainKey(part.text)
		if key != "" && (key == plainKey(title) || len(p.headings) > 0 && key == plainKey(p.headings[0])) {
			headline = i
			break
		}
	}
	if headline < 0 {
		return nil
	}
	var dates, updates []string
	look := func(line string) {
		date, update := p.dateLine(line)
		if date == "" {
			return
		}
		if update {
			updates = append(updates, date)
		} else {
			dates = append(dates, date)
		}
	}
	for i := headline + 1; i < min(len(parts), headline+partsBehind); i++ {
		look(parts[i].text)
	}
	for i := headline - 1; i >= max(0, headline-partsBefore); i-- {
		look(parts[i].text)
	}
	return append(dates, updates...)
}

// dateLine returns the date in a line that holds little else, "Published Tue, Nov 19 2019", "By Jane Doe | 19 Nov 2019", and
// whether it is when the page was changed; the date of publication where the line has both.
func (p *page) dateLine(line string) (date string, update bool) {
	if len(line) > longDateLine {
		return "", false
	}
	for i, behind := 0, 0; i < len(line); {
		_, size := utf8.DecodeRuneInString(line[i:])
		if i > 0 && strings.IndexByte(" |,(:", line[i-1]) < 0 {
			i += size
			continue
		}
		w, n := calendar.Scan(line[i:])
		if n == 0 || w.Year == 0 {
			i += size
			continue
		}
		written, changed := line[i:i+n], isUpdate(line[behind:i])
		if w.Ambiguous {
			written = p.settle(w)
		}
		if written != "" && (date == "" || update && !changed) {
			date, update = written, changed
		}
		i += n
		behind = i
	}
	return date, update
}

// settle returns a day that is written "03/04/2024" where the page's language decides which number is the month: all but
// English ones put the day first.
func (p *page) settle(w calendar.Written) string {
	language, _, _ := strings.Cut(strings.ToLower(p.language), "-")
	if !dayBeforeMonth[language] {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Day, w.Month)
}

// dayBeforeMonth are the languages in which "03/04/2024" can only be the third of April.
var dayBeforeMonth = map[string]bool{"fr": true, "es": true, "it": true, "pt": true, "ro": true, "ca": true, "tr": true, "az": true, "uz": true, "ru": true, "uk": true,
	"kk": true, "ky": true, "tg": true, "bg": true, "el": true, "pl": true, "de": true, "nl": true, "da": true, "nb": true, "fi": true, "id": true, "vi": true, "ar": true}

// isUpdate tells whether the words before a date say that it is when the page was changed.
func isUpdate(label string) bool {
	label = strings.ToLower(label)
	for _, word := range []string{"updated", "modified", "last update", "edited", "revised", "aktualisiert", "geändert", "mis à jour", "modifié", "actualizado", "actualización", "atualizado", "atualizada",
		"aggiornato", "bijgewerkt", "обновлено", "изменено", "оновлено", "güncelleme", "güncellendi", "yenilənib", "yangilangan", "жаңартылды", "更新", "수정"} {
		if strings.Contains(label, word) {
			return true
		}
	}
	return false
}

// dayInPath returns the day in the path of an address, as written with slashes: ".../2019/11/18/markets" has 2019/11/18.
func dayInPath(address string) string {
	parts := strings.Split(address, "/")
	for i := 3; i+2 < len(parts); i++ {
		if len(parts[i]) == 4 && len(parts[i+1]) <= 2 && len(parts[i+2]) <= 2 {
			if day := strings.Join(parts[i:i+3], "/"); isDay(day) {
				return day
			}
		}
	}
	return ""
}

func isDay(s string) bool {
	w, n := calendar.Scan(s)
	return n == len(s) && w.Year >= 1990
}
