#!/usr/bin/env bash
# How time and memory grow with what is given: benches/growth.sh [N]
#
# Each input is made at N and at 10 N rows (10,000 and 100,000 where N is not said); 10 is as it should be, 100 is
# quadratic. Everything is kept under target/growth. WAGEPACT names another binary. Needs cargo, python3 and GNU time.
set -euo pipefail
cd "$(dirname "$0")/.."

size=${1:-10000}
work=target/growth
if [ -z "${WAGEPACT:-}" ]; then
    cargo build --quiet --release --bin wagepact
    WAGEPACT=target/release/wagepact
fi

# Seconds and megabytes of one run.
run() {
    /usr/bin/time -f '%U %S %M' -o "$work/time" "$@" >/dev/null 2>"$work/said" || true
    tail -n 1 "$work/time" | awk '{ printf "%.3f %.0f\n", $1 + $2, $3 / 1024 }'
}

# The command of a kind of input in a folder.
command_of() {
    local pay=(pay "$2/log.csv" -a anji-courier)
    case $1 in
    rates | days | areas | ladder) command=("${pay[@]}" --rates "$2/rates.csv" -f csv -q) ;;
    balance) command=(balance "$2/log.csv" -a anji-courier --rate delivery=0.80 -f csv -q) ;;
    keys) command=(validate "$2/agreement.toml") ;;
    people) command=("${pay[@]}" --rate delivery=0.80 -f table -q) ;;
    workbook) command=("${pay[@]}" --rate delivery=0.80 -q -o "$2/pay.xlsx") ;;
    esac
}

printf '%-9s %10s %9s %7s %10s %9s %7s %7s\n' input rows cpu-s MB rows cpu-s MB times
for kind in rates days areas balance ladder keys people workbook; do
    made=${kind/workbook/people}
    read -r small large <<<"$size $((10 * size))"
    figures=()
    for rows in "$small" "$large"; do
        folder=$work/$made-$rows
        [ -e "$folder/made" ] || { python3 benches/growth/make.py "$made" "$rows" "$folder" && touch "$folder/made"; }
        command_of "$kind" "$folder"
        rm -f "$folder/pay.xlsx"
        read -r seconds memory <<<"$(run timeout 600 "$WAGEPACT" "${command[@]}")"
        figures+=("$rows" "$seconds" "$memory")
    done
    times=$(awk -v small="${figures[1]}" -v large="${figures[4]}" 'BEGIN { printf "%.1f", large / (small > 0.001 ? small : 0.001) }')
    printf '%-9s %10s %9s %7s %10s %9s %7s %7s\n' "$kind" "${figures[@]}" "$times"
done
