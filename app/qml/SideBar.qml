// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts

/*! The place's name, search, what the map shows, its legend, its layers. */
Rectangle {
    id: root

    required property Desk desk
    property alias searchField: searchField

    color: Look.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("What the map shows")

    Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Look.line; z: 1 }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        ColumnLayout {
            Layout.margins: Look.margin
            Layout.bottomMargin: 12
            spacing: 10
            ColumnLayout {
                spacing: 1
                RowLayout {
                    spacing: 8
                    Words { text: root.desk.place.open ? root.desk.place.name : qsTr("Hereabouts"); font.pixelSize: Look.figure; font.weight: Font.DemiBold; Layout.fillWidth: true; maximumLineCount: 2 }
                    Badge { words: root.desk.place.fictional ? qsTr("fictional") : ""; tone: "warn" }
                }
            }
            SearchField { id: searchField; Layout.fillWidth: true; search: root.desk.search; z: 2 }
        }
        Flickable {
            id: flick
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            contentHeight: column.height + 24
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            ColumnLayout {
                id: column
                x: Look.margin
                width: flick.width - 2 * Look.margin
                spacing: 18
                OverlayPanel { chooser: root.desk.chooser; Layout.fillWidth: true }
                LegendPanel { legend: root.desk.legend; Layout.fillWidth: true }
                LayerPanel { layers: root.desk.layers; figures: root.desk.chooser.view !== 0; Layout.fillWidth: true }
            }
        }
        Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Look.line }
        RowLayout {
            Layout.margins: 8
            Layout.leftMargin: Look.margin
            Layout.rightMargin: Look.margin
            spacing: 6
            ChoiceBox {
                label: qsTr("Text size")
                Layout.preferredWidth: 86 * Look.scale
                model: root.desk.appearance.textSizes
                currentIndex: root.desk.appearance.textSize
                onActivated: index => root.desk.appearance.textSize = index
            }
            ChoiceBox {
                label: qsTr("Light or dark")
                Layout.fillWidth: true
                model: root.desk.appearance.modes
                currentIndex: root.desk.appearance.mode
                onActivated: index => root.desk.appearance.mode = index
            }
        }
    }
}
