"""The pay of each courier and month under a minimum of each order with DuckDB: duckdb_pay.py LOG ANSWER THREADS."""

import pathlib
import sys

import duckdb

log, answer, threads = sys.argv[1:]
query = pathlib.Path(__file__).with_name("topped_up.sql").read_text(encoding="utf-8")
connection = duckdb.connect()
connection.execute(f"SET threads = {int(threads)}")
connection.execute("SET preserve_insertion_order = false")
connection.execute(query, {"log": log, "answer": answer})
