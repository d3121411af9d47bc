package entities_test

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// kbHeader is the first line of every knowledge base file. Other TSV files of
// the folder are lexicons and have columns of their own.
const kbHeader = "entity_id\tname\tcountry\tlatitude\tlongitude\tprominence\taliases\tcues"

// kbRow is one line of a knowledge base file with the place it stands at.
type kbRow struct {
	file string
	line int
	cell []string
}

func kbRows(t *testing.T) []kbRow {
	t.Helper()
	files, err := filepath.Glob("data/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows []kbRow
	for _, path := range files {
		lines := dataLines(t, path)
		if len(lines) == 0 || lines[0] != kbHeader {
			continue
		}
		for i, line := range lines[1:] {
			rows = append(rows, kbRow{filepath.Base(path), i + 2, strings.Split(line, "\t")})
		}
	}
	if len(rows) == 0 {
		t.Fatal("no knowledge base rows in data/")
	}
	return rows
}

// dataLines reads a file's lines without its comments.
func dataLines(t *testing.T, path string) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var lines []string
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		if line := scanner.Text(); !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestKnowledgeBaseRows(t *testing.T) {
	id := regexp.MustCompile(`^(person|organization|location|norp|event|agreement|facility|product|other):[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, row := range kbRows(t) {
		if len(row.cell) != 8 {
			t.Errorf("%s:%d: %d columns, want 8", row.file, row.line, len(row.cell))
			continue
		}
		name, country, latitude, longitude, prominence := row.cell[1], row.cell[2], row.cell[3], row.cell[4], row.cell[5]
		if !id.MatchString(row.cell[0]) {
			t.Errorf("%s:%d: bad entity_id %q", row.file, row.line, row.cell[0])
		}
		if name == "" {
			t.Errorf("%s:%d: no name", row.file, row.line)
		}
		if country != "" && !slices.Contains(alpha2, country) {
			t.Errorf("%s:%d: %q is no ISO 3166-1 alpha-2 code", row.file, row.line, country)
		}
		if (latitude == "") != (longitude == "") {
			t.Errorf("%s:%d: one coordinate without the other", row.file, row.line)
		}
		if !inRange(latitude, 90) || !inRange(longitude, 180) {
			t.Errorf("%s:%d: bad coordinates %q, %q", row.file, row.line, latitude, longitude)
		}
		if p, err := strconv.Atoi(prominence); err != nil || p < 1 || p > 9 {
			t.Errorf("%s:%d: prominence %q is not 1 to 9", row.file, row.line, prominence)
		}
		names := append([]string{name}, list(row.cell[6])...)
		checkList(t, row, "name", names)
		checkList(t, row, "cue", list(row.cell[7]))
	}
}

func TestKnowledgeBaseOrder(t *testing.T) {
	seen := make(map[string]kbRow)
	var last kbRow
	for _, row := range kbRows(t) {
		id := row.cell[0]
		if first, ok := seen[id]; ok {
			t.Errorf("%s:%d: %s stands in %s:%d already", row.file, row.line, id, first.file, first.line)
		}
		seen[id] = row
		if last.file == row.file && last.cell[0] >= id {
			t.Errorf("%s:%d: %s must stand before %s", row.file, row.line, id, last.cell[0])
		}
		last = row
	}
}

func TestDataHasNoStraySpaces(t *testing.T) {
	files, err := filepath.Glob("data/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		for i, line := range dataLines(t, path) {
			for _, cell := range strings.Split(line, "\t") {
				if cell != strings.TrimSpace(cell) || strings.Contains(cell, "  ") || strings.IndexFunc(cell, unicode.IsControl) >= 0 {
					t.Errorf("%s:%d: stray space in %q", path, i+1, cell)
				}
			}
		}
	}
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func checkList(t *testing.T, row kbRow, what string, entries []string) {
	t.Helper()
	for i, entry := range entries {
		if entry == "" || entry != strings.TrimSpace(entry) {
			t.Errorf("%s:%d: empty or padded %s %q", row.file, row.line, what, entry)
		}
		if strings.HasPrefix(entry, "the ") {
			t.Errorf("%s:%d: article in %s %q", row.file, row.line, what, entry)
		}
		if slices.Contains(entries[:i], entry) {
			t.Errorf("%s:%d: %s %q twice", row.file, row.line, what, entry)
		}
	}
}

func inRange(degrees string, limit float64) bool {
	if degrees == "" {
		return true
	}
	v, err := strconv.ParseFloat(degrees, 64)
	return err == nil && v >= -limit && v <= limit
}

// alpha2 holds the codes of ISO 3166-1 and XK, the user-assigned code in
// common use for Kosovo.
var alpha2 = strings.Fields(`
	AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
	CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
	GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
	KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
	MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
	SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
	UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`)
