#!/usr/bin/env bash
# Times `wagepact pay` against DuckDB, Polars and `wc -l` on the same made-up log: benches/peers.sh [N]
#
# N is how many parcels are delivered in the log, 66400000 where it is not said (a year of Anji; 5 GB). Everything is
# kept under target/peers. ROUNDS (3) says how often each is run, THREADS (2) how many threads DuckDB and Polars get;
# wagepact takes all cores. Needs cargo, and python3 with access to a package index on the first run.
set -euo pipefail
cd "$(dirname "$0")/.."

parcels=${1:-66400000}
rounds=${ROUNDS:-3}
threads=${THREADS:-2}
work=target/peers
log=$work/county-year-$parcels.csv
mkdir -p "$work"

cargo build --quiet --release --bin wagepact --example county_year
wagepact=target/release/wagepact

if [ ! -e "$log" ]; then
    echo "making $log"
    target/release/examples/county_year "$parcels" >"$log.part"
    mv "$log.part" "$log"
fi

python=$work/venv/bin/python
if ! "$python" -c 'import duckdb, polars' 2>/dev/null; then
    python3 -m venv "$work/venv"
    "$python" -m pip install --quiet duckdb==2.0.0 polars==2.1.0
fi

pay="$wagepact pay $log -a anji-courier --rate delivery=0.80 --by courier -f csv -q"
cost="$wagepact cost $log -a anji-courier --rate delivery=0.80 --change 'delivery +0.10' --by total -f csv -q"

cat "$log" >/dev/null # so that the first of them does not read from the disk alone
"$python" benches/peers/measure.py "$rounds" \
    wagepact "$pay >$work/wagepact.csv" \
    DuckDB "$python benches/peers/duckdb_pay.py $log $work/duckdb.csv $threads" \
    Polars "$python benches/peers/polars_pay.py $log $work/polars.csv $threads" \
    "wc -l" "wc -l $log >/dev/null"

echo
echo "wagepact and DuckDB:"
"$python" benches/peers/compare.py "$work/wagepact.csv" "$work/duckdb.csv"
echo "Polars and DuckDB:"
"$python" benches/peers/compare.py "$work/polars.csv" "$work/duckdb.csv"

echo
"$python" benches/peers/measure.py "$rounds" pay "$pay >/dev/null" cost "$cost >$work/cost.csv"
tail -n 1 "$work/cost.csv"

echo
"$python" benches/peers/measure.py 20 "wagepact --help" "$wagepact --help >/dev/null" | cut -c 1-70
