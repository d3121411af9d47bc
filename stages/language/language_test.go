package language

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Markets fall", ""},
		{"The central bank left its main interest rate unchanged on Thursday, saying that inflation had eased more slowly than it expected and that wages were still rising.", "en"},
		{"中央银行周四宣布维持基准利率不变。", "zh"},
		{"Η κεντρική τράπεζα διατήρησε τα επιτόκια.", "el"},
		{"中央銀行は木曜日、政策金利を据え置くと発表した。", "ja"},
		{"123 456 – 789", ""},
		// A table has no language.
		{strings.Repeat("Shr profit one ct vs loss two cts Net profit 39,617 vs loss 200,740 Revs 619,076 vs 491,085 ", 8), ""},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestForeign(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Министерство сообщило о росте цен.", true},
		{"Česká řeka tekla pořád dál a lidé stáli na břehu, řekl starosta města v pondělí večer.", true},
		{"Markets fall", false},
		{"The mayor of São Paulo met José Muñoz, Zoë Königsberg and Łukasz Żółw in the city on Monday.", false},
		{strings.Repeat("Shr profit one ct vs loss two cts Net profit 39,617 vs loss 200,740 ", 4), false},
		{"Top cities: Bogota 5 pct, Lima 3 pct, Caracas 2 pct, Medellín 1 pct, Quito 1 pct", false},
		{"12 – 13", false},
	} {
		if got := Foreign(c.text); got != c.want {
			t.Errorf("%q: got %t", c.text, got)
		}
	}
}

// TestErrors counts wrong and missing answers on invented texts of 33 languages, cut to several lengths.
func TestErrors(t *testing.T) {
	raw, err := os.ReadFile("testdata/texts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, length := range []struct {
		letters, none int // at most so many answers missing
	}{{70, 15}, {120, 7}, {200, 1}, {1000, 0}} {
		texts, none, wrong := 0, 0, 0
		for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
			want, text, _ := strings.Cut(line, "\t")
			texts++
			switch got := Detect(firstLetters(text, length.letters)); got {
			case want:
			case "":
				none++
				t.Logf("%d letters: %s is not told", length.letters, want)
			default:
				wrong++
				t.Errorf("%d letters: %s is taken for %s: %s", length.letters, want, got, firstLetters(text, length.letters))
			}
		}
		t.Logf("%d letters: %d texts, %d wrong, %d not told", length.letters, texts, wrong, none)
		if none > length.none {
			t.Errorf("%d letters: %d are not told", length.letters, none)
		}
	}
}

// TestEnglish counts wrong and missing answers on sentences of English news, one and three at a time. Few are wrong: a headline
// of names and quotations in Spanish.
func TestEnglish(t *testing.T) {
	root := os.Getenv("BROADSHEET_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	raw, err := os.ReadFile(filepath.Join(root, "gold/sentiment/newsmtsc.train.jsonl"))
	if err != nil {
		t.Skip("no gold sets beside the repository")
	}
	var sentences []string
	for line := range strings.Lines(string(raw)) {
		var record struct{ Text string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		sentences = append(sentences, record.Text)
	}
	for _, at := range []int{1, 3} {
		told, none, wrong := 0, 0, 0
		for i := 0; i+at <= len(sentences); i += at {
			text := strings.Join(sentences[i:i+at], " ")
			switch got := Detect(text); {
			case got == "en":
				told++
			case got == "":
				none++
			default:
				wrong++
				t.Logf("taken for %s: %s", got, text)
			}
		}
		t.Logf("%d at a time: %d told, %d not, %d wrong", at, told, none, wrong)
		if all := told + none + wrong; wrong*1000 > all || at == 3 && (wrong > 0 || none*500 > all) {
			t.Errorf("%d at a time: %d told, %d not, %d wrong", at, told, none, wrong)
		}
	}
}

// firstLetters cuts a text behind its n-th letter.
func firstLetters(t string, n int) string {
	for i, r := range t {
		if unicode.IsLetter(r) {
			if n--; n < 0 {
				return t[:i]
			}
		}
	}
	return t
}

func FuzzDetect(f *testing.F) {
	f.Add(strings.Repeat("naïve ", 1200))
	f.Fuzz(func(t *testing.T, s string) {
		if a, b := Detect(s), Detect(s); a != b {
			t.Fatalf("%q: %q, then %q", s, a, b)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("The council agreed on Monday to build a second bridge over the river at a cost of $42.5 million, the mayor's office said in a statement. ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Detect(text)
	}
}
