package figures

import (
	"sort"

	"broadsheet/stages/quotations"
	"broadsheet/stages/text"
)

// assignSpeakers sets Speaker and Quoted: the speaker of the narrowest statement that holds the figure. A statement by
// somebody without a name leaves none. Figures are in text order.
func assignSpeakers(text string, figures []Figure, said quotations.Statements) {
	h := newHolders(said.Attributions)
	quote := 0
	for i := range figures {
		f := &figures[i]
		f.Speaker, f.Quoted = -1, false
		for quote < len(said.Quoted) && said.Quoted[quote].End < f.Span.End {
			quote++
		}
		f.Quoted = quote < len(said.Quoted) && said.Quoted[quote].Contains(f.Span)
		width, direct, by := 0, false, quotations.Attribution{}
		for _, a := range h.of(f.Span) {
			if direct && !a.Direct {
				continue
			}
			// Direct speech before reported speech; of two reports ("Reuters reported that he said …") the inner one.
			if n := a.Span.Len(); width == 0 || a.Direct && !direct || n <= width {
				f.Speaker, width, direct, by = a.Speaker, n, a.Direct, a
			}
		}
		f.SpeakerBy = "nobody is said to say it"
		if width > 0 {
			f.SpeakerBy = saidBy(by, text)
		}
	}
}

// saidBy tells in words how a statement is attributed: "reported speech (“the ministry said”)".
func saidBy(a quotations.Attribution, text string) string {
	by := "reported speech"
	if a.Direct {
		by = "direct speech"
	}
	if cue := a.Cue.Of(text); cue != "" {
		by += " (“" + cue + "”)"
	} else if a.Direct {
		by += " that goes on"
	}
	if a.Speaker < 0 {
		by += ", by somebody whom the text does not name"
	}
	return by
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
