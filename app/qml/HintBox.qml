// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! A few words that explain the thing under the pointer. */
ToolTip {
    id: root

    property string words
    property bool shown: false

    visible: shown && words.length > 0
    delay: 500
    padding: 8
    background: Rectangle { color: Look.ink; radius: Look.radius }
    contentItem: Words {
        text: root.words
        color: Look.surface
        font.pixelSize: Look.small
        width: Math.min(implicitWidth, 320)
    }
}
