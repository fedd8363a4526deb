"""The pay of each courier and month with Polars: polars_pay.py LOG ANSWER THREADS."""

import os
import sys
from decimal import Decimal

log, answer, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads  # read once, when Polars is imported

import polars as pl

DELIVERED = ["delivered", "signed", "签收", "已签收", "妥投", "是", "1", "true"]
TEXT = ["parcel", "courier", "company", "area", "service", "status", "delivered_at"]

months = (
    pl.scan_csv(log, schema={name: pl.String for name in TEXT})
    .filter((pl.col("service") == "delivery") & pl.col("status").is_in(DELIVERED))
    .with_columns(pl.col("delivered_at").str.to_datetime("%Y-%m-%d %H:%M:%S"))
    .group_by(pl.col("delivered_at").dt.truncate("1mo").alias("month"), "company", "courier")
    .agg(pl.len().alias("parcels"))
    .collect(engine="streaming")
)
pay = pl.col("parcels").cast(pl.Decimal(18, 2)) * pl.lit(Decimal("0.80"))
(
    months.with_columns(pl.col("month").dt.strftime("%Y-%m"), pay.cast(pl.Decimal(18, 2)).alias("pay"))
    .sort("month", "company", "courier")
    .write_csv(answer)
)
