#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over the sources of every room touched since BASE (default: the commits of the last day; the whole tree when there is nothing older).
# Stops cleanly at the time limit, saying what it did not reach.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
base=${1:-$(git rev-list -1 --before='1 day ago' HEAD)}
limit=${TIDY_SECONDS:-900}

changed() { if [ -n "$base" ]; then git diff --name-only "$base" HEAD; else git ls-files; fi; }
rooms=$(changed | grep -E '^(core|gis|app)/.*\.(cpp|h)$' | xargs -r -n1 dirname | sed 's|/detail$||' | sort -u)
[ -n "$rooms" ] || { echo "tidy: no room changed"; exit 0; }

# From the bottom up: what others stand on is looked at first.
mapfile -t files < <(for layer in core gis app; do for room in $rooms; do [[ $room != $layer/* ]] || git ls-files ":(glob)$room/*.cpp" ":(glob)$room/detail/*.cpp"; done | sort -u; done)
started=$SECONDS
reached=0
for ((i = 0; i < ${#files[@]}; i += 8)); do
  if ((SECONDS - started > limit)); then break; fi
  printf '%s\0' "${files[@]:i:8}" | xargs -0 -P"$(nproc)" -n1 clang-tidy -p build/dev --quiet 2>/dev/null
  reached=$((i + 8 < ${#files[@]} ? i + 8 : ${#files[@]}))
done
echo "tidy: $reached of ${#files[@]} files of $(wc -w <<<"$rooms") rooms clean"
