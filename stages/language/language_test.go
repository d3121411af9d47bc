package language

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Markets fall", ""},
		{"The central bank left its main interest rate unchanged on Thursday, saying that inflation had eased more slowly than it expected and that wages were still rising.", "en"},
		{"Die Zentralbank hat den Leitzins am Donnerstag unverändert gelassen, da die Inflation langsamer gesunken ist als erwartet und die Löhne weiterhin deutlich steigen.", "de"},
		{"La banque centrale a laissé son taux directeur inchangé jeudi, estimant que l'inflation avait reculé moins vite que prévu et que les salaires continuaient de progresser.", "fr"},
		{"El banco central mantuvo el jueves su tipo de interés de referencia, al considerar que la inflación ha bajado más despacio de lo previsto y que los salarios siguen subiendo.", "es"},
		{"Центральный банк в четверг оставил ключевую ставку без изменений, отметив, что инфляция снижается медленнее, чем ожидалось, а заработные платы продолжают расти.", "ru"},
		{"中央银行周四宣布维持基准利率不变。", "zh"},
		{"Η κεντρική τράπεζα διατήρησε τα επιτόκια.", "el"},
		{"中央銀行は木曜日、政策金利を据え置くと発表した。", "ja"},
		{"123 456 – 789", ""},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add(strings.Repeat("naïve ", 1200))
	f.Fuzz(func(t *testing.T, s string) {
		if a, b := Detect(s), Detect(s); a != b {
			t.Fatalf("%q: %q, then %q", s, a, b)
		}
	})
}
