// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts

/*! The ring around what the keyboard is on. */
Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -2
    radius: Look.radius + 2
    color: "transparent"
    border.width: 2
    border.color: Look.focus
    visible: shown
}
