#!/usr/bin/env python3
"""Load snapshots as analysts do and hold what DuckDB, pandas with pyarrow, and polars read against one another.

usage: check.py SNAPSHOT_DIR...

Asserts checksums, types, NULLs, lists, instants and offsets, that load.sql runs, and that every table is the same cell by
cell from Parquet and from CSV in each of the three. Prints a line for each snapshot; exits 1 at the first difference.
"""
import datetime
import hashlib
import json
import os
import sys

import duckdb
import pandas
import polars
import pyarrow.parquet

TABLES = ["articles", "mentions", "figures", "entities", "rejects"]
UTC = datetime.timezone.utc
# Frictionless type -> (DuckDB, Arrow); an integer is either of two widths.
TYPES = {
    "string": ({"VARCHAR"}, {"string"}),
    "array": ({"VARCHAR[]"}, {"list<element: string>"}),
    "boolean": ({"BOOLEAN"}, {"bool"}),
    "integer": ({"INTEGER", "BIGINT"}, {"int32", "int64"}),
    "number": ({"DOUBLE"}, {"double"}),
    "date": ({"DATE"}, {"date32[day]"}),
    "datetime": ({"TIMESTAMP WITH TIME ZONE"}, {"timestamp[us, tz=UTC]"}),
}


def expect(ok, what):
    if not ok:
        sys.exit(f"FAIL: {what}")


def same(a, b, what):
    """Compare two tables given as lists of rows; cells must agree in type and value."""
    expect(len(a) == len(b), f"{what}: {len(a)} and {len(b)} rows")
    for i, (x, y) in enumerate(zip(a, b)):
        expect(len(x) == len(y), f"{what}: row {i} has {len(x)} and {len(y)} cells")
        for j, (u, v) in enumerate(zip(x, y)):
            expect(type(u) is type(v) and u == v, f"{what}: row {i}, column {j}: {u!r} and {v!r}")


def fields_of(folder):
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as f:
        package = json.load(f)
    by_name = {}
    for r in package["resources"]:
        content = open(os.path.join(folder, r["path"]), "rb").read()
        expect(len(content) == r["bytes"], f"{r['path']}: bytes in datapackage.json")
        expect("sha256:" + hashlib.sha256(content).hexdigest() == r["hash"], f"{r['path']}: hash in datapackage.json")
        by_name[r["name"]] = r
    for table in TABLES:
        expect(by_name[table]["schema"]["fields"] == by_name[table + "-parquet"]["schema"]["fields"], f"{table}: two schemas")
    return {t: by_name[t]["schema"]["fields"] for t in TABLES}, {t: by_name[t]["rows"] for t in TABLES}


def check_sums(folder):
    named = set()
    for line in open(os.path.join(folder, "SHA256SUMS"), encoding="utf-8"):
        want, name = line.rstrip("\n").split("  ", 1)
        named.add(name)
        with open(os.path.join(folder, name), "rb") as f:
            expect(hashlib.sha256(f.read()).hexdigest() == want, f"{name}: checksum")
    expect(named | {"SHA256SUMS"} == set(os.listdir(folder)), "SHA256SUMS names every file")


def plain(value):
    """A cell of pyarrow or DuckDB as plain Python."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(UTC)
    return value


def rows_of(columns):
    return [tuple(plain(v) for v in row) for row in zip(*(c.to_pylist() for c in columns))]


def check_arrow(folder, table, fields):
    t = pyarrow.parquet.read_table(os.path.join(folder, table + ".parquet"))
    expect(t.column_names == [f["name"] for f in fields], f"{table}: columns of the Parquet file")
    meta = t.schema.metadata
    expect(meta[b"broadsheet.table"].decode() == table, f"{table}: key-value metadata")
    for f, a in zip(fields, t.schema):
        required = f.get("constraints", {}).get("required", False)
        expect(str(a.type) in TYPES[f["type"]][1], f"{table}.{f['name']}: Arrow type {a.type}")
        expect(a.nullable != required, f"{table}.{f['name']}: nullable")
        expect(a.metadata[b"description"].decode() == f["description"], f"{table}.{f['name']}: description")
        column = t.column(f["name"])
        expect(not required or column.null_count == 0, f"{table}.{f['name']}: NULLs")
        if f["type"] == "string":
            expect("" not in set(column.to_pylist()), f"{table}.{f['name']}: an empty string")
    return rows_of(t.columns)


def check_duckdb(db, table, fields, want):
    for view in (table, table + "_csv"):
        described = db.execute(f"DESCRIBE {view}").fetchall()
        expect([d[0] for d in described] == [f["name"] for f in fields], f"{view}: columns in DuckDB")
        for f, d in zip(fields, described):
            expect(d[1] in TYPES[f["type"]][0], f"{view}.{d[0]}: DuckDB type {d[1]}")
        # By way of Arrow: fetchall needs pytz for instants.
        columns = db.sql(f"SELECT * FROM {view}").to_arrow_table().columns
        same(rows_of(columns), want, f"{view} in DuckDB and {table} in pyarrow")


def pandas_cell(f, v):
    if isinstance(v, (list, tuple)) or type(v).__name__ == "ndarray":
        return list(v)
    if pandas.isna(v):
        return None
    if f["type"] == "datetime":
        return v.to_pydatetime().astimezone(UTC)
    if f["type"] == "integer":
        return int(v)
    if f["type"] == "number":
        return float(v)
    if f["type"] == "boolean":
        return bool(v)
    return v


def check_pandas(folder, table, fields, want):
    kinds = {"string": "string", "boolean": "boolean", "integer": "Int64", "number": "Float64"}
    from_csv = pandas.read_csv(
        os.path.join(folder, table + ".csv"),
        dtype={f["name"]: kinds.get(f["type"], "string") for f in fields},
        keep_default_na=False, na_values=[""], encoding="utf-8",
    )
    from_parquet = pandas.read_parquet(os.path.join(folder, table + ".parquet"), dtype_backend="numpy_nullable")
    for f in fields:
        name = f["name"]
        if f["type"] == "array":
            from_csv[name] = from_csv[name].map(json.loads)
        elif f["type"] == "date":
            from_csv[name] = [None if pandas.isna(v) else datetime.date.fromisoformat(v) for v in from_csv[name]]
        elif f["type"] == "datetime":
            from_csv[name] = pandas.to_datetime(from_csv[name], format="%Y-%m-%dT%H:%M:%S.%fZ", utc=True).dt.as_unit("us")
    for source, frame in (("CSV", from_csv), ("Parquet", from_parquet)):
        expect(list(frame.columns) == [f["name"] for f in fields], f"{table}: columns in pandas from {source}")
        columns = [[pandas_cell(f, v) for v in frame[f["name"]].tolist()] for f in fields]
        same(list(zip(*columns)), want, f"{table} in pandas from {source} and in pyarrow")


def check_polars(folder, table, fields, want):
    kinds = {"boolean": polars.Boolean, "integer": polars.Int64, "number": polars.Float64, "date": polars.Date}
    from_csv = polars.read_csv(
        os.path.join(folder, table + ".csv"), schema={f["name"]: kinds.get(f["type"], polars.String) for f in fields},
    )
    for f in fields:
        name = f["name"]
        if f["type"] == "array":
            values = [json.loads(v) for v in from_csv[name]]
            from_csv = from_csv.with_columns(polars.Series(name, values, dtype=polars.List(polars.String)))
        elif f["type"] == "datetime":
            from_csv = from_csv.with_columns(polars.col(name).str.to_datetime("%Y-%m-%dT%H:%M:%S%.fZ", time_unit="us", time_zone="UTC"))
    from_parquet = polars.read_parquet(os.path.join(folder, table + ".parquet"))
    for source, frame in (("CSV", from_csv), ("Parquet", from_parquet)):
        expect(frame.columns == [f["name"] for f in fields], f"{table}: columns in polars from {source}")
        rows = [tuple(plain(v) for v in row) for row in frame.rows()]
        same(rows, want, f"{table} in polars from {source} and in pyarrow")


def check_offsets(folder, db, table):
    bad = db.execute(
        f"SELECT count(*) FROM {table} r LEFT JOIN articles a USING (article_id) "
        "WHERE substring(a.text, r.char_start + 1, r.char_end - r.char_start) IS DISTINCT FROM r.surface OR NOT contains(a.text, r.sentence)"
    ).fetchone()[0]
    expect(bad == 0, f"{table}: {bad} rows whose surface DuckDB does not find in the text")
    articles = pandas.read_parquet(os.path.join(folder, "articles.parquet"), columns=["article_id", "text"])
    text = dict(zip(articles["article_id"], articles["text"]))
    rows = pandas.read_parquet(os.path.join(folder, table + ".parquet"), columns=["article_id", "char_start", "char_end", "surface"])
    for article, start, end, surface in rows.itertuples(index=False):
        expect(text[article][start:end] == surface, f"{table}: {surface!r} in pandas")
    bad = (
        polars.read_parquet(os.path.join(folder, table + ".parquet"))
        .join(polars.read_parquet(os.path.join(folder, "articles.parquet"), columns=["article_id", "text"]), on="article_id")
        .filter(polars.col("text").str.slice(polars.col("char_start"), polars.col("char_end") - polars.col("char_start")) != polars.col("surface"))
    )
    expect(len(bad) == 0, f"{table}: {len(bad)} rows whose surface polars does not find in the text")


def check_references(db):
    for table, column, target, key in (
        ("articles", "duplicate_group_id", "articles", "article_id"), ("mentions", "article_id", "articles", "article_id"),
        ("mentions", "entity_id", "entities", "entity_id"), ("figures", "article_id", "articles", "article_id"),
        ("figures", "speaker_entity_id", "entities", "entity_id"),
    ):
        n = db.execute(f"SELECT count(*) FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {target})").fetchone()[0]
        expect(n == 0, f"{table}.{column}: {n} references lead nowhere")
    n = db.execute("SELECT count(*) FROM (SELECT unnest(metric_entity_ids) AS id FROM figures) WHERE id NOT IN (SELECT entity_id FROM entities)").fetchone()[0]
    expect(n == 0, f"figures.metric_entity_ids: {n} references lead nowhere")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for folder in sys.argv[1:]:
        folder = os.path.realpath(folder)
        check_sums(folder)
        fields, counts = fields_of(folder)
        os.chdir(folder)
        db = duckdb.connect()
        db.execute("SET TimeZone = 'UTC'")
        db.execute(open("load.sql", encoding="utf-8").read())
        for table in TABLES:
            want = check_arrow(folder, table, fields[table])
            expect(len(want) == counts[table], f"{table}: rows in datapackage.json")
            check_duckdb(db, table, fields[table], want)
            check_pandas(folder, table, fields[table], want)
            check_polars(folder, table, fields[table], want)
        check_references(db)
        for table in ("mentions", "figures"):
            check_offsets(folder, db, table)
        print("ok: " + ", ".join(f"{counts[t]} {t}" for t in TABLES))


if __name__ == "__main__":
    main()
