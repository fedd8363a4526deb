"""The pay of each courier and month under a minimum of each order with Polars: polars_pay.py LOG ANSWER THREADS."""

import os
import sys

log, answer, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads  # read once, when Polars is imported

import polars as pl

NAMES = ["courier", "company", "delivered_at"]
MEASURES = {"minutes": 1, "km": 2, "fee": 2}


def whole(name, places):
    """A measure in units of its last place, as whole numbers add up exactly."""
    return (pl.col(name) * 10**places).round().cast(pl.Int64)


minutes, km, fee = (whole(name, places) for name, places in MEASURES.items())
due = pl.max_horizontal(minutes * 300 + km * 46, pl.lit(52_000))  # in ten thousandths: 0.1 min x 0.30, 0.01 km x 0.46
missing = pl.max_horizontal(-((fee * 100 - due) // 100), pl.lit(0))  # in hundredths, rounded up
(
    pl.scan_csv(log, schema={name: pl.String for name in NAMES} | {name: pl.Float64 for name in MEASURES})
    .with_columns(pl.col("delivered_at").str.to_datetime("%Y-%m-%d %H:%M:%S").dt.truncate("1mo").alias("month"))
    .group_by("month", "company", "courier")
    .agg(pl.len().alias("parcels"), (fee + missing).sum().alias("pay"))
    .collect(engine="streaming")
    .with_columns(pl.col("month").dt.strftime("%Y-%m"), (pl.col("pay").cast(pl.Decimal(18, 2)) / pl.lit(100)).cast(pl.Decimal(18, 2)).alias("pay"))
    .sort("month", "company", "courier")
    .write_csv(answer)
)
