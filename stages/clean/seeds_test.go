package clean

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"broadsheet/schemas"
)

// The five founding documents: headers, Markdown, a dateline in bold, glued sentences, captions, sign-offs.
func TestSeeds(t *testing.T) {
	for _, c := range []struct {
		file            string
		title           string
		place, header   string
		publisher       string
		absent, present []string
	}{
		{"000", "EU-Central Asia Ties Strengthen: New Opportunities for Cooperation Emerge", "Brussels, Belgium", "Thu Sep 26 13:30:41 UTC 2024", "",
			[]string{"Thu Sep 26", "**", "## ", "* What", "September 27"}, []string{"With a landmark", "\n\nEnergy: Central Asia holds", "\n\nWhat role can"}},
		{"001", "EU positions itself as a key partner in Central Asia's future", "", "", "", []string{"EU positions itself", "- The"}, []string{"The European Union hosted", "\n\nIn early 2024"}},
		{"002", "", "", "", "News.Az", []string{"News.Az"},
			[]string{"in the same spirit”.\n\n“There", "years.\n\nRecently", "Kazakhstan.\n\nExports", "2020.\n\nThe bloc", "2023. EU exports", "goods.”\n\nVassilenko", "textiles.\n\nEU stakes", "China.\n\n“To"}},
		{"003", "Kazakhstan and EU Agree to Strengthen Cooperation in Trade, Energy, Digital, and Logistics During EU Top Official Josep Borrell’s Visit", "ASTANA", "", "The Astana Times",
			[]string{"Photo credit", "Sign up", "ASTANA", "first official visit to Kazakhstan. "}, []string{"Kazakhstan and the European Union (EU) plan", "Borrell, who is on"}},
		{"004", "", "ASTANA", "2025-05-31", "", []string{"date 2025", "ASTANA"}, []string{"President Kassym-Jomart Tokayev outlined"}},
	} {
		files, err := filepath.Glob("../../testdata/seeds/" + c.file + "_*.txt")
		if err != nil || len(files) != 1 {
			t.Fatalf("seed %s: %d files, %v", c.file, len(files), err)
		}
		source, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		a := cleaned(t, string(source), schemas.Metadata{})
		checkText(t, a.Text)
		if a.Title != c.title || a.DatelinePlace != c.place || a.Dates.Header != c.header || a.Publisher != c.publisher || len(a.Authors) > 0 {
			t.Errorf("%s: title %q, place %q, header %q, publisher %q, authors %q", c.file, a.Title, a.DatelinePlace, a.Dates.Header, a.Publisher, a.Authors)
		}
		for _, s := range c.absent {
			if strings.Contains(a.Text.Content, s) {
				t.Errorf("%s: text holds %q", c.file, s)
			}
		}
		for _, s := range c.present {
			if !strings.Contains(a.Text.Content, s) {
				t.Errorf("%s: text lacks %q", c.file, s)
			}
		}
	}
}
