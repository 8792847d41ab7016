// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts

/*! A page at the side of the map: a title, a way to close it, its contents. */
Rectangle {
    id: root

    required property string title
    property string subtitle
    default property alias contents: body.data
    signal closed

    color: Look.surface
    radius: Look.radius + 2
    border.color: Look.line
    Keys.onEscapePressed: closed()
    Accessible.role: Accessible.Pane
    Accessible.name: title

    EventStop {}

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: 12
        anchors.bottomMargin: 6
        spacing: 4
        RowLayout {
            Layout.leftMargin: Look.margin
            Layout.rightMargin: 8
            ColumnLayout {
                spacing: 1
                Words { text: root.title; font.pixelSize: Look.title; font.weight: Font.DemiBold; Layout.fillWidth: true; maximumLineCount: 3 }
                Words { visible: text.length > 0; text: root.subtitle; color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true }
            }
            ActionButton { quiet: true; words: "✕"; Accessible.name: qsTr("Close"); Layout.alignment: Qt.AlignTop; onClicked: root.closed() }
        }
        ColumnLayout {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 6
        }
    }
}
