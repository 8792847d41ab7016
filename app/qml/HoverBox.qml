// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts

/*! The name of what the pointer is over. */
Rectangle {
    id: root

    property string title
    property string words

    visible: title.length > 0
    width: column.width + 20
    height: column.height + 12
    radius: Look.radius
    color: Look.surface
    border.color: Look.line
    Column {
        id: column
        anchors.centerIn: parent
        Words { text: root.title; font.weight: Font.DemiBold; width: Math.min(implicitWidth, 260); maximumLineCount: 3 }
        Words { visible: text.length > 0; text: root.words; color: Look.muted; font.pixelSize: Look.small; width: Math.min(implicitWidth, 260) }
    }
}
