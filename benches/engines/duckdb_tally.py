"""Runs a statement with DuckDB on two threads and writes its rows as CSV: duckdb_tally.py STATEMENT FOLDER."""

import pathlib
import shutil
import sys

import duckdb

statement, folder = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[2])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir()
connection = duckdb.connect()
connection.execute("SET threads = 2")
connection.execute(f"COPY ({statement}) TO '{folder / 'part-0.csv'}' (HEADER)")
