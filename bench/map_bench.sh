#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Frames of the map in a window of 1280×800 without a graphics card.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$HEREABOUTS_BENCH_BIN/map_frames" write "$folder/bench.sqlite"
xvfb-run -a -s "-screen 0 1280x800x24" "$HEREABOUTS_BENCH_BIN/map_frames" "$folder/bench.sqlite"
