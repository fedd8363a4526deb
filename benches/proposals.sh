#!/usr/bin/env bash
# How long one more proposal takes at the table, and how long `solve` takes from a tally of a county's year: benches/proposals.sh
#
# The proposals are on a made-up year of 1,600 couriers with attendance; what one takes is a tenth of what ten more of them add to
# `compare`. The tally is of 66.4 million parcels, or of PARCELS. ROUNDS (7) says how often each is run. Everything is kept under
# target/negotiate and target/peers. WAGEPACT names another binary. Needs cargo and python3.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${ROUNDS:-7}
parcels=${PARCELS:-66400000}
folder=target/negotiate/1600
log=target/peers/county-year-$parcels.csv
tally=target/peers/tally-$parcels.csv
if [ -z "${WAGEPACT:-}" ]; then
    cargo build --quiet --release --bin wagepact
    WAGEPACT=target/release/wagepact
fi
[ -e "$folder/made" ] || { python3 benches/negotiate/make.py 1600 "$folder" && touch "$folder/made"; }
mkdir -p target/peers
if [ ! -e "$log" ]; then
    cargo run --quiet --release --example county_year -- "$parcels" >"$log.part"
    mv "$log.part" "$log"
fi
[ -e "$tally" ] || "$WAGEPACT" tally "$log" -q -o "$tally"

year="$folder/log.csv -a anji-courier -a zhejiang-law --rates $folder/rates.csv --attendance $folder/attendance.csv"
compare="$WAGEPACT compare $year -f csv -q"
eleven=""
for fen in 01 02 03 04 05 06 07 08 09 10 11; do
    printf 'title = { en = "%s", zh = "%s" }\n\n[[change]]\nchange = "delivery +0.%s"\n' "$fen" "$fen" "$fen" >"$folder/$fen.toml"
    eleven="$eleven --proposal $folder/$fen.toml"
done
python3 benches/peers/measure.py "$rounds" \
    "one proposal" "$compare --proposal $folder/01.toml >/dev/null" \
    "eleven proposals" "$compare $eleven >/dev/null" | cut -c 1-72
python3 benches/peers/measure.py "$rounds" \
    "solve from a tally" "$WAGEPACT solve $tally -a anji-courier --rate delivery=0.80 --change 'delivery +?' --budget 3000000 -f csv -q >/dev/null" | cut -c 1-72
