#!/usr/bin/env bash
# Times the statements of `wagepact tally --sql` on DuckDB and Spark beside `wagepact tally` itself: benches/engines.sh [N]
#
# N is how many parcels are delivered in the made-up log, 66400000 where it is not said (a year of Anji; 5 GB). ROUNDS (1) says
# how often each is run. Everything is kept under target/peers; Spark gets two threads and 4 GB. All three tallies are compared
# byte by byte.
set -euo pipefail
cd "$(dirname "$0")/.."

parcels=${1:-66400000}
rounds=${ROUNDS:-1}
work=target/peers
log=$work/county-year-$parcels.csv
mkdir -p "$work"

bash tests/engines/prepare
cargo build --quiet --release --bin wagepact --example county_year
wagepact=target/release/wagepact
python=target/engines/venv/bin/python

if [ ! -e "$log" ]; then
    echo "making $log"
    target/release/examples/county_year "$parcels" >"$log.part"
    mv "$log.part" "$log"
fi

$wagepact tally --sql duckdb --from "read_csv('$log', header = true, all_varchar = true)" >"$work/csv.duckdb.sql"
$wagepact tally --sql duckdb --from "'$work/log.parquet'" >"$work/parquet.duckdb.sql"
$wagepact tally --sql spark --from deliveries >"$work/spark.sql"
if [ ! -e "$work/log.parquet" ]; then
    "$python" -c "import duckdb; duckdb.sql(\"COPY (FROM read_csv('$log', header = true, all_varchar = true)) TO '$work/log.parquet'\")"
fi

"$python" benches/peers/measure.py "$rounds" \
    wagepact "$wagepact tally $log -q -o $work/wagepact-tally.csv" \
    "DuckDB, CSV" "$python benches/engines/duckdb_tally.py $work/csv.duckdb.sql $work/duckdb-csv" \
    "DuckDB, Parquet" "$python benches/engines/duckdb_tally.py $work/parquet.duckdb.sql $work/duckdb-parquet" \
    "Spark, CSV" "$python benches/engines/spark_tally.py $work/spark.sql $log $work/spark-csv" \
    "Spark, Parquet" "$python benches/engines/spark_tally.py $work/spark.sql $work/log.parquet $work/spark-parquet"

for tally in duckdb-csv duckdb-parquet spark-csv spark-parquet; do
    # The parts of Spark in their order, each with its headings; the ninth column is not in ours.
    "$python" - "$work/$tally" <<'PYTHON' | cmp - "$work/wagepact-tally.csv" && echo "$tally: the same bytes"
import pathlib, sys
parts = sorted(pathlib.Path(sys.argv[1]).glob("*.csv"))
for number, part in enumerate(parts):
    lines = part.read_text(encoding="utf-8").splitlines(keepends=True)
    sys.stdout.writelines(line.rpartition(",")[0] + "\n" for line in lines[number > 0:])
PYTHON
done
echo
"$python" benches/peers/measure.py "$rounds" \
    "pay, the log" "$wagepact pay $log -q -a anji-courier --rate delivery=0.80 -f csv -o $work/pay-log.csv" \
    "pay, the tally" "$wagepact pay $work/spark-csv/*.csv -q -a anji-courier --rate delivery=0.80 -f csv -o $work/pay-tally.csv"
cmp "$work/pay-log.csv" "$work/pay-tally.csv" && echo "the same pay"
