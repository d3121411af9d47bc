# Two targets do it all: run (the main job, on the founding documents) and test.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
SENTIMENT   = $(DATA)/sentiment/newsmtsc.train.jsonl
export CGO_ENABLED ?= 0

.PHONY: run build test quality race lint golden bench fuzz model test-consumers test-machines clean

run: build
	./broadsheet run testdata/seeds --out snapshots

build:
	go build -o broadsheet ./cmd/broadsheet

test:
	go test -shuffle=on ./...

# quality prints how many of each slot of a figure are right on our own labelled texts, and what its confidence is worth.
quality:
	go test ./stages -run 'TestClaims|TestConfidence' -v

race:
	CGO_ENABLED=1 go test -race ./...

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "run gofmt -w on these files"; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

# golden rewrites the expected tables and command outputs; read the diff.
golden:
	go test ./cmd/broadsheet -run TestGolden -update

# bench runs the whole pipeline over CORPUS, or over stories that it makes up, and prints speed, memory and a hash of the
# output: a speed-up must not change the output.
CORPUS ?= $(wildcard ../shared/bench/reuters21578.jsonl.gz)
bench: build
	@mkdir -p bin
	@test -n "$(CORPUS)" || go run ./cmd/gen/corpus > bin/corpus.jsonl
	./broadsheet run $(or $(CORPUS),bin/corpus.jsonl) --out bin/bench --stats --quiet
	@sha256sum < bin/bench/latest/SHA256SUMS

# fuzz gives every fuzz target ten seconds.
fuzz:
	@for p in $$(go list ./...); do for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
		echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime 10s $$p || exit 1; done; done

# model retrains what ships in the binary: make model DATA=FOLDER, with the sets that the model cards name.
model:
	@test -n "$(DATA)" || { echo "make model DATA=FOLDER: the folder that holds sentiment/ and ner/ as the model cards describe"; exit 1; }
	go run ./cmd/gen/sentiment -train $(SENTIMENT) -out stages/sentiment/data/model.bin
	go run ./cmd/gen/tagger -data $(DATA)/ner -raw $(SENTIMENT)
	go run ./cmd/gen/metric -out stages/figures/data/rank.bin
	go run ./cmd/gen/period

# test-consumers reads a snapshot of the seeds with DuckDB, pandas and polars, in a virtual environment of its own.
test-consumers: build
	./broadsheet run testdata/seeds --out bin/consumers --quiet
	sh output/snapshot/consumers/run.sh .venv bin/consumers/latest

# test-machines compares the snapshots of two binaries: one for every amd64 processor, one whose compiler may fuse a
# multiplication with an addition, as those for other processors do. The processor must know FMA.
test-machines: build
	GOAMD64=v3 go build -o bin/broadsheet-v3 ./cmd/broadsheet
	./broadsheet run testdata/seeds --out bin/machines --quiet
	./bin/broadsheet-v3 run testdata/seeds --out bin/machines-v3 --quiet
	diff bin/machines/latest/SHA256SUMS bin/machines-v3/latest/SHA256SUMS

clean:
	rm -rf broadsheet snapshots .venv bin
