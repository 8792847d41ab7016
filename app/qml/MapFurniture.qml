// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts
import Hereabouts.Map

/*! Scale bar, attribution and zoom buttons on the map. */
Item {
    id: root

    property real latitude
    property real zoomLevel
    property string attribution
    signal zoomed(steps: real)
    signal wholeDistrict

    ScaleBar { id: scaleBar; latitude: root.latitude; zoomLevel: root.zoomLevel; room: 120 }

    Rectangle {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: 10
        width: Math.min(row.width + 16, root.width - 90)
        height: row.height + 8
        radius: 4
        color: Qt.alpha(Look.surface, 0.88)
        Row {
            id: row
            x: 8
            y: 4
            spacing: 12
            Item {
                width: scaleBar.length
                height: scaleWords.height + 4
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("Scale: %1").arg(scaleBar.text)
                Words { id: scaleWords; text: scaleBar.text; font.pixelSize: Look.small; anchors.horizontalCenter: parent.horizontalCenter; Accessible.ignored: true }
                Rectangle { y: parent.height - 3; width: parent.width; height: 2; color: Look.ink }
                Rectangle { y: parent.height - 7; width: 2; height: 6; color: Look.ink }
                Rectangle { y: parent.height - 7; x: parent.width - 2; width: 2; height: 6; color: Look.ink }
            }
            Words { text: root.attribution; font.pixelSize: Look.small; color: Look.muted; anchors.bottom: parent.bottom; wrapMode: Text.NoWrap }
        }
    }
    Column {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 10
        spacing: 4
        ActionButton { width: Look.row; words: "+"; Accessible.name: qsTr("Zoom in"); onClicked: root.zoomed(1) }
        ActionButton { width: Look.row; words: "−"; Accessible.name: qsTr("Zoom out"); onClicked: root.zoomed(-1) }
        ActionButton { width: Look.row; words: "⛶"; hint: qsTr("The whole district (Home)"); Accessible.name: qsTr("Show the whole district"); onClicked: root.wholeDistrict() }
    }
}
