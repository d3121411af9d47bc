package decode

// datePage adds the page's candidates for its date, in order of trust.
func (d *Document) datePage(p *page, address string) {
	add := func(source DateSource, values []string) {
		for _, v := range values {
			d.Dates = append(d.Dates, Date{v, source})
		}
	}
	add(DateLinkedData, p.published)
	add(DateMeta, p.meta)
	add(DateTimeElement, p.times)
	if d.Metadata.Date == "" && len(d.Dates) > 0 {
		d.Metadata.Date = d.Dates[0].Raw
	}
}
