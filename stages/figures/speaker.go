package figures

import (
	"broadsheet/stages/quotations"
)

// assignSpeakers sets Speaker and Quoted: the speaker of the narrowest statement that holds the figure. A statement by
// somebody without a name leaves none.
func assignSpeakers(figures []Figure, said quotations.Statements) {
	for i := range figures {
		f := &figures[i]
		f.Speaker, f.Quoted = -1, false
		for _, q := range said.Quoted {
			if q.Start > f.Span.Start {
				break
			}
			f.Quoted = f.Quoted || q.Contains(f.Span)
		}
		width, direct := 0, false
		for _, a := range said.Attributions {
			if !a.Span.Contains(f.Span) || direct && !a.Direct {
				continue
			}
			// Direct speech before reported speech; of two reports ("Reuters reported that he said …") the inner one.
			if n := a.Span.Len(); width == 0 || a.Direct && !direct || n <= width {
				f.Speaker, width, direct = a.Speaker, n, a.Direct
			}
		}
	}
}
