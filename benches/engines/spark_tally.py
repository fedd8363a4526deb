"""Runs a statement with Spark on two threads, over a log in CSV or Parquet, and writes its rows as CSV:
spark_tally.py STATEMENT LOG FOLDER."""

import pathlib
import sys

from pyspark import SparkContext
from pyspark.sql import SparkSession

statement, log, folder = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2], sys.argv[3]
session = (
    SparkSession.builder.master("local[2]")
    .config("spark.driver.memory", "4g")
    .config("spark.log.level", "ERROR")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
if log.endswith(".parquet"):
    table = session.read.parquet(log)
else:
    table = session.read.csv(log, header=True, escape='"', mode="FAILFAST")
table.createOrReplaceTempView("deliveries")
session.sql(statement).write.csv(folder, header=True, escape='"', mode="overwrite")
session.stop()
# Waited for, so that its processor time is counted.
SparkContext._gateway.proc.stdin.close()
SparkContext._gateway.proc.wait()
