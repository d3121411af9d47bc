package pipeline

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"broadsheet/schemas"
	"broadsheet/stages"
)

// check holds the rows of one document against what the tables promise. What fails here is a defect of a stage; the
// document is rejected and the run goes on, rather than a whole snapshot failing its last check.
func check(r *stages.Result) error {
	a := &r.Article
	if err := schemas.Articles.Check(a); err != nil {
		return err
	}
	if int(a.MentionCount) != len(r.Mentions) || int(a.FigureCount) != len(r.Figures) {
		return fmt.Errorf("article counts %d mentions and %d figures, has %d and %d", a.MentionCount, a.FigureCount, len(r.Mentions), len(r.Figures))
	}
	known := make(map[string]bool, len(r.Mentions))
	walk := spanWalk{article: a.ArticleID, text: a.Text, infix: "-m"}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if err := schemas.Mentions.Check(m); err != nil {
			return fmt.Errorf("mention %q: %w", m.Surface, err)
		}
		if err := walk.next(m.MentionID, m.ArticleID, m.Surface, m.CharStart, m.CharEnd); err != nil {
			return err
		}
		known[m.EntityID] = true
	}
	if int(a.EntityCount) != len(known) {
		return fmt.Errorf("article counts %d entities, has %d", a.EntityCount, len(known))
	}
	walk = spanWalk{article: a.ArticleID, text: a.Text, infix: "-f"}
	for i := range r.Figures {
		f := &r.Figures[i]
		if err := schemas.Figures.Check(f); err != nil {
			return fmt.Errorf("figure %q: %w", f.Surface, err)
		}
		if err := walk.next(f.FigureID, f.ArticleID, f.Surface, f.CharStart, f.CharEnd); err != nil {
			return err
		}
		for _, id := range f.MetricEntityIDs {
			if !known[id] {
				return fmt.Errorf("figure %q: metric names %s, which no mention has", f.Surface, id)
			}
		}
		if id := f.SpeakerEntityID; id != "" && !known[id] {
			return fmt.Errorf("figure %q: speaker is %s, which no mention has", f.Surface, id)
		}
	}
	return nil
}

// spanWalk follows rows through the text from front to back, so that code points are counted once.
type spanWalk struct {
	article, text, infix string
	chars, bytes         int
	started              bool
}

func (w *spanWalk) next(key, article, surface string, start, end int32) error {
	if article != w.article || key != w.article+w.infix+strconv.Itoa(int(start)) {
		return fmt.Errorf("%q: key %s does not say article %s and place %d", surface, key, w.article, start)
	}
	if int(start) < w.chars || w.started && int(start) == w.chars {
		return fmt.Errorf("%q at %d stands out of order", surface, start)
	}
	for w.chars < int(start) && w.bytes < len(w.text) {
		_, n := utf8.DecodeRuneInString(w.text[w.bytes:])
		w.bytes += n
		w.chars++
	}
	w.started = true
	length := int(end - start)
	if length <= 0 || len(w.text)-w.bytes < len(surface) || w.text[w.bytes:w.bytes+len(surface)] != surface || utf8.RuneCountInString(surface) != length {
		return fmt.Errorf("%q is not what the text holds from %d to %d", surface, start, end)
	}
	return nil
}
