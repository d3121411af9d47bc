package figures

import (
	"sort"

	"broadsheet/stages/quotations"
	"broadsheet/stages/text"
)

// assignSpeakers sets Speaker and Quoted: the speaker of the narrowest statement that holds the figure. A statement by
// somebody without a name leaves none. Figures are in text order.
func assignSpeakers(figures []Figure, said quotations.Statements) {
	h := newHolders(said.Attributions)
	quote := 0
	for i := range figures {
		f := &figures[i]
		f.Speaker, f.Quoted, f.SpeakerBy = -1, false, ""
		for quote < len(said.Quoted) && said.Quoted[quote].End < f.Span.End {
			quote++
		}
		f.Quoted = quote < len(said.Quoted) && said.Quoted[quote].Contains(f.Span)
		width, direct := 0, false
		for _, a := range h.of(f.Span) {
			if direct && !a.Direct {
				continue
			}
			// Direct speech before reported speech; of two reports ("Reuters reported that he said …") the inner one.
			if n := a.Span.Len(); width == 0 || a.Direct && !direct || n <= width {
				f.Speaker, width, direct = a.Speaker, n, a.Direct
			}
		}
		switch {
		case width == 0:
		case direct:
			f.SpeakerBy = "direct speech"
		default:
			f.SpeakerBy = "reported speech"
		}
	}
}

// holders finds the statements that hold a span, for spans in text order.
type holders struct {
	said []quotations.Attribution // by start
	next int
	open []quotations.Attribution // begun, and not known to be over
}

func newHolders(said []quotations.Attribution) *holders {
	h := &holders{said: append([]quotations.Attribution(nil), said...)}
	sort.SliceStable(h.said, func(i, j int) bool { return h.said[i].Span.Start < h.said[j].Span.Start })
	return h
}

// of returns the statements that hold s.
func (h *holders) of(s text.Span) []quotations.Attribution {
	for ; h.next < len(h.said) && h.said[h.next].Span.Start <= s.Start; h.next++ {
		h.open = append(h.open, h.said[h.next])
	}
	n := 0
	for _, a := range h.open {
		if a.Span.End >= s.End {
			h.open[n] = a
			n++
		}
	}
	h.open = h.open[:n]
	return h.open
}
