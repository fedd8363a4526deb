#!/usr/bin/env bash
# How long the bargaining table takes from a key to the screen: benches/negotiate.sh [COURIERS]
#
# A made-up year of 1,600 couriers in eight companies, with overtime on two days of three: the table that takes longest. A key
# is answered twice: the term moves at once, and its costs follow. Everything is kept under target/negotiate. WAGEPACT names another
# binary. Needs cargo and python3.
set -euo pipefail
cd "$(dirname "$0")/.."

size=${1:-1600}
folder=target/negotiate/$size
if [ -z "${WAGEPACT:-}" ]; then
    cargo build --quiet --release --bin wagepact
    WAGEPACT=target/release/wagepact
fi
[ -e "$folder/made" ] || { python3 benches/negotiate/make.py "$size" "$folder" && touch "$folder/made"; }
python3 benches/negotiate/keys.py "$WAGEPACT" negotiate "$folder/log.csv" -a anji-courier -a zhejiang-law \
    --rates "$folder/rates.csv" --attendance "$folder/attendance.csv" --lang en
