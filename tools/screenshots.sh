#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the pictures in docs/ anew: the app takes the steps of tools/screenshots.json by itself, on a new sample district. Run by ./dev screenshots, inside the
# toolchain; HEREABOUTS_BIN names another build's programs.
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
bin=${HEREABOUTS_BIN:-$repo/build/release/bin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$bin/hereabouts" sample "$folder/rata-coast.sqlite"
mkdir -p "$repo/docs"
cd "$repo"
xvfb-run -a -s "-screen 0 1280x800x24" "$bin/hereabouts" "$folder/rata-coast.sqlite" --script tools/screenshots.json
ls -l docs/*.png
