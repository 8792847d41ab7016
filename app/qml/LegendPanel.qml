// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Map

/*! The legend of the overlay, or of the layers that are on; an entry selects what it stands for. */
ColumnLayout {
    id: root

    required property Legend legend

    visible: legend.title.length > 0
    spacing: 6
    Words { text: root.legend.title; font.weight: Font.DemiBold; Layout.fillWidth: true }
    Words { visible: text.length > 0; text: root.legend.subtitle; color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true }

    GridLayout {
        visible: root.legend.cells > 0
        columns: 2
        columnSpacing: 6
        Item {
            Layout.preferredWidth: 36 * Look.scale
            Layout.preferredHeight: square.height
            Words {
                anchors.centerIn: parent
                width: square.height + 8
                rotation: -90
                text: root.legend.secondAxis + " →"
                font.pixelSize: Look.small
                color: Look.muted
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 2
            }
        }
        Item {
            id: square
            implicitWidth: 132
            implicitHeight: 132
            Repeater {
                model: root.legend
                delegate: AbstractButton {
                    id: one

                    required property int index
                    required property string label
                    required property color colour
                    required property string count
                    required property int cell

                    visible: one.cell >= 0
                    x: (one.cell % 3) * 44
                    y: Math.floor(one.cell / 3) * 44
                    width: 43
                    height: 43
                    hoverEnabled: true
                    focusPolicy: Qt.StrongFocus
                    Accessible.role: Accessible.Button
                    Accessible.name: label + ", " + count
                    Accessible.onPressAction: one.click()
                    onClicked: root.legend.selectEntry(index)
                    background: Rectangle {
                        color: one.colour
                        border.width: one.hovered ? 2 : 0
                        border.color: Look.ink
                        FocusFrame { radius: 2; shown: one.visualFocus }
                    }
                    contentItem: Item {
                        Rectangle {
                            anchors.centerIn: parent
                            width: number.implicitWidth + 8
                            height: number.implicitHeight
                            radius: height / 2
                            color: Look.surface
                            opacity: 0.85
                        }
                        Words { id: number; anchors.centerIn: parent; text: one.count; font.pixelSize: Look.small }
                    }
                    HintBox { words: one.label; shown: one.hovered }
                }
            }
        }
        Item { implicitWidth: 1 }
        Words {
            text: root.legend.firstAxis + " →"
            font.pixelSize: Look.small
            color: Look.muted
            Layout.maximumWidth: 230 * Look.scale
        }
    }
    Repeater {
        model: root.legend
        delegate: AbstractButton {
            id: entry

            required property int index
            required property string label
            required property color colour
            required property string pattern
            required property string count
            required property int cell

            visible: cell < 0
            Layout.fillWidth: true
            implicitHeight: visible ? Math.max(24, words.implicitHeight + 6) : 0
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: label + ", " + count
            Accessible.description: qsTr("Selects them")
            Accessible.onPressAction: entry.click()
            onClicked: root.legend.selectEntry(index)
            background: Rectangle {
                radius: 4
                color: entry.hovered ? Look.accentSoft : "transparent"
                FocusFrame { shown: entry.visualFocus }
            }
            contentItem: RowLayout {
                spacing: 8
                LegendSwatch { visible: entry.pattern !== "layer"; colour: entry.colour; pattern: entry.pattern; Layout.leftMargin: 2 }
                LegendSign { visible: entry.pattern === "layer"; legend: root.legend; entry: entry.index; Layout.leftMargin: 2 }
                Words { id: words; text: entry.label; Layout.fillWidth: true }
                Words { text: entry.count; color: Look.muted; rightPadding: 4 }
            }
        }
    }
    Repeater {
        model: root.legend.notes
        delegate: Words {
            required property string modelData
            text: modelData
            color: Look.muted
            font.pixelSize: Look.small
            Layout.fillWidth: true
        }
    }
}
