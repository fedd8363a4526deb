"""Runs statements on DuckDB and Spark: run.py WORK.json.

WORK.json is a list of {"engine", "before": [statements], "statement", "answer"}: what is to be done first, the statement, and
the file that takes its rows as CSV. The same engine serves all of them, each work in its turn.
"""

import csv
import json
import sys


def duckdb_runner():
    import duckdb

    connection = duckdb.connect()

    def run(statement):
        answer = connection.execute(statement)
        return [column[0] for column in answer.description], answer.fetchall()

    return run


def spark_runner():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("wagepact")
    settings = {
        "spark.driver.memory": "2g",
        "spark.log.level": "ERROR",
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "America/New_York",  # no time may be taken for one of the session's own zone
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()

    def run(statement):
        answer = session.sql(statement)
        return answer.columns, [tuple(row) for row in answer.collect()]

    return run


RUNNERS = {"duckdb": duckdb_runner, "spark": spark_runner}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        works = json.load(file)
    runners = {}
    for work in works:
        engine = work["engine"]
        if engine not in runners:
            runners[engine] = RUNNERS[engine]()
        for statement in work["before"]:
            runners[engine](statement)
        try:
            columns, rows = runners[engine](work["statement"])
        except Exception as error:
            sys.exit(f"{engine} refuses the statement for {work['answer']}: {error}\n{work['statement']}")
        with open(work["answer"], "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(["" if cell is None else cell for cell in row] for row in rows)


main()
