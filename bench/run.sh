#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the benchmarks (all, or those named) and lines up what they print. Each line: what, unit, ours, baseline, its name, ratio, target, met.
# A benchmark is a program bench_NAME of the release build or a script bench/NAME_bench.sh.
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
bin=${HEREABOUTS_BENCH_BIN:-$repo/build/release/bin}
export HEREABOUTS_BENCH_BIN=$bin

all() {
  for program in "$bin"/bench_*; do [ -x "$program" ] && basename "$program" | sed 's/^bench_//'; done
  for script in "$repo"/bench/*_bench.sh; do [ -e "$script" ] && basename "$script" _bench.sh; done
}

runOne() {
  if [ -x "$bin/bench_$1" ]; then "$bin/bench_$1"
  elif [ -e "$repo/bench/$1_bench.sh" ]; then bash "$repo/bench/$1_bench.sh"
  else printf 'no benchmark is called %s; there are: %s\n' "$1" "$(all | paste -sd' ')" >&2; return 2
  fi
}

names=("$@")
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(all)
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
status=0
printf 'what\tunit\tours\tbaseline\tbaseline is\tratio\ttarget\tmet\n' > "$lines"
for name in "${names[@]}"; do
  printf 'bench: %s\n' "$name" >&2
  runOne "$name" >> "$lines" || status=$?
done
printf '%s · %s · %s cores\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$(date -u +%F)" "$(nproc)"
awk -F'\t' '{ for (i = 1; i <= NF; i++) { cell[NR, i] = $i; if (length($i) > width[i]) width[i] = length($i) }; fields = NF }
  END { for (r = 1; r <= NR; r++) { for (i = 1; i <= fields; i++) printf "%-" width[i] + 2 "s", cell[r, i]; print "" } }' "$lines"
exit "$status"
