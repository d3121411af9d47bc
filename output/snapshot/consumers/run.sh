#!/bin/sh
# Has DuckDB, pandas and polars read what broadsheet writes: a sample of awkward rows, then the snapshots that are named.
#
# usage: run.sh VENV [SNAPSHOT...]      run it at the root of the repository; VENV is made where it is not there
set -eu
venv=$1
shift
here=output/snapshot/consumers
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
	python3 -m venv "$venv"
	"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
	cp "$here/requirements.txt" "$venv/installed.txt"
fi
BROADSHEET_REQUIRE=consumers BROADSHEET_PYTHON=$(cd "$venv" && pwd)/bin/python go test -count=1 -run '^TestConsumers$' ./output/snapshot
if [ $# -gt 0 ]; then
	"$venv/bin/python" "$here/check.py" "$@"
fi
