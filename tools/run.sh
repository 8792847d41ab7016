#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev run: makes the sample district's place file if there is none, and opens the app on it; without a display, draws it and says where.
# Sourced by ./dev, which gives it say(), enter() and $repo.
sampleFolder=${XDG_DATA_HOME:-$HOME/.local/share}/hereabouts
place=${1:-$sampleFolder/rata-coast.sqlite}
hereabouts=$repo/build/release/bin/hereabouts

if [ ! -e "$place" ]; then
  mkdir -p "$(dirname "$place")"
  say "Making the sample district, Rātā Coast: $place"
  enter "$hereabouts" sample "$place" >&2 || exit 1
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  enter "$hereabouts" "$place"
  exit
fi

pictures=$sampleFolder/pictures
mkdir -p "$pictures"
say "There is no display here, so the map is drawn to files instead of opened in a window."
for picture in opening:none priorities:priorities spend:spend budget:budget; do
  enter "$hereabouts" render "$place" --show "${picture#*:}" --size 1280x905 -o "$pictures/${picture%%:*}.png" >&2 || exit 1
done
enter "$hereabouts" info "$place"
printf '\nThe pictures:\n'
printf '  %s\n' "$pictures"/*.png
printf 'The place file:\n  %s\n' "$place"
