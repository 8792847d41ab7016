// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts

/*! The small heading of a group of things. */
Words {
    color: Look.muted
    font.pixelSize: Look.small
    font.weight: Font.DemiBold
    font.letterSpacing: 0.4
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
