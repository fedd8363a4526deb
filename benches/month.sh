#!/usr/bin/env bash
# Times `pay` and `check` of a made-up month with all its tables against an earlier build: BEFORE=PROGRAM benches/month.sh [COURIERS]
#
# COURIERS is 2000 where it is not said. Each program checks a register that is right by itself, but for every twentieth row. ROUNDS
# (15) says how often each is run. Everything is kept under target/month. Needs cargo and python3.
set -euo pipefail
cd "$(dirname "$0")/.."

couriers=${1:-2000}
rounds=${ROUNDS:-15}
folder=target/month/$couriers
now=${WAGEPACT:-target/release/wagepact}
before=${BEFORE:?the program to compare with}
[ -n "${WAGEPACT:-}" ] || cargo build --quiet --release --bin wagepact
[ -e "$folder/made" ] || { python3 benches/month/make.py "$couriers" "$folder" && touch "$folder/made"; }

terms="$folder/log.csv -a anji-courier -a zhejiang-law --rates $folder/rates.csv --roster $folder/roster.csv"
plain="$terms --protected $folder/protected.csv"
tables="$plain --attendance $folder/attendance.csv"

# Of one program and some tables: the commands that pay and that check.
commands() {
    local name=$1 program=$2 what=$3 given=$4 register=$folder/$1-$3.csv
    "$program" pay $given -f csv -q >"$folder/pay.csv"
    python3 benches/month/register.py "$folder/pay.csv" >"$register"
    # What it finds is exit 1.
    measured+=("check $what, $name" "sh -c '$program check $given --register $register -f csv -q >/dev/null; [ \$? -le 1 ]'")
    measured+=("pay $what, $name" "$program pay $given -f csv -q >/dev/null")
}

for what in all plain; do
    given=$tables
    [ "$what" = plain ] && given=$plain
    measured=()
    commands before "$before" "$what" "$given"
    commands now "$now" "$what" "$given"
    python3 benches/peers/measure.py "$rounds" "${measured[@]}" | cut -c 1-72
done
