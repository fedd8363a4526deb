#!/usr/bin/env bash
# Times `wagepact pay` under a guarantee for each order against DuckDB and Polars on the same made-up log: benches/orders.sh [N]
#
# N is how many orders the log has, 10000000 where it is not said (470 MB). Everything is kept under target/orders. ROUNDS (3) says
# how often each is run, THREADS (2) how many threads DuckDB and Polars get; wagepact takes all cores. The same log under an
# agreement that names no measure is timed too, against an earlier build, where BEFORE names one. Needs what benches/peers.sh needs.
set -euo pipefail
cd "$(dirname "$0")/.."

orders=${1:-10000000}
rounds=${ROUNDS:-3}
threads=${THREADS:-2}
work=target/orders
log=$work/orders-$orders.csv
mkdir -p "$work"

cargo build --quiet --release --bin wagepact
wagepact=target/release/wagepact

if [ ! -e "$log" ]; then
    echo "making $log"
    python3 benches/orders/make.py "$orders" >"$log.part"
    mv "$log.part" "$log"
fi

python=target/peers/venv/bin/python
if ! "$python" -c 'import duckdb, polars' 2>/dev/null; then
    python3 -m venv target/peers/venv
    "$python" -m pip install --quiet duckdb==2.0.0 polars==2.1.0
fi

cat "$log" >/dev/null # so that the first of them does not read from the disk alone
"$python" benches/peers/measure.py "$rounds" \
    wagepact "$wagepact pay $log -a benches/orders/agreement.toml -f csv -q >$work/wagepact.csv" \
    DuckDB "$python benches/orders/duckdb_pay.py $log $work/duckdb.csv $threads" \
    Polars "$python benches/orders/polars_pay.py $log $work/polars.csv $threads"

echo
echo "wagepact and DuckDB:"
"$python" benches/peers/compare.py "$work/wagepact.csv" "$work/duckdb.csv"
echo "Polars and DuckDB:"
"$python" benches/peers/compare.py "$work/polars.csv" "$work/duckdb.csv"

if [ -n "${BEFORE:-}" ]; then
    echo
    plain="pay $log -a anji-courier --rate delivery=0.80 -f csv -q >/dev/null"
    "$python" benches/peers/measure.py "$rounds" before "$BEFORE $plain" now "$wagepact $plain"
fi
