// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Registers

/*! The numbers a district is opened with. */
Rectangle {
    id: root

    required property HeadlineNumbers headlines
    signal closed

    color: Look.surface
    implicitHeight: row.implicitHeight + 16
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Headline numbers")

    Rectangle { width: parent.width; height: 1; anchors.bottom: parent.bottom; color: Look.line }
    Flickable {
        id: flick
        anchors.fill: parent
        anchors.leftMargin: Look.margin
        anchors.rightMargin: close.width + 10
        contentWidth: row.width
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.horizontal: ScrollBar {}
        RowLayout {
            id: row
            // Large text in a narrow window: the numbers keep their room and are scrolled through.
            width: Math.max(flick.width, headlines.count * 172 * Look.scale)
            y: 8
            spacing: 14
            Repeater {
                id: headlines
                model: root.headlines
                delegate: Control {
                    id: headline

                    required property string section
                    required property string title
                    required property string detail
                    required property string note

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    focusPolicy: Qt.StrongFocus
                    hoverEnabled: true
                    Accessible.role: Accessible.StaticText
                    Accessible.name: section + ": " + title + ". " + detail
                    Accessible.description: note
                    contentItem: ColumnLayout {
                        spacing: 0
                        Words { text: headline.section; color: Look.muted; font.pixelSize: Look.small; maximumLineCount: Look.scale < 1.4 ? 1 : 2; Layout.fillWidth: true }
                        Words {
                            text: headline.title
                            font.pixelSize: Look.figure
                            font.weight: Font.DemiBold
                            color: Look.accent
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Look.small
                            wrapMode: Text.NoWrap
                            Layout.fillWidth: true
                        }
                        Words { text: headline.detail; font.pixelSize: Look.small; maximumLineCount: 3; Layout.fillWidth: true }
                    }
                    onActiveFocusChanged: if (activeFocus) flick.contentX = Math.max(0, Math.min(x, flick.contentWidth - flick.width))
                    FocusFrame { shown: headline.visualFocus }
                    HintBox { words: headline.detail + ". " + headline.note; shown: headline.hovered || headline.visualFocus }
                }
            }
        }
    }
    ActionButton { id: close; anchors.right: parent.right; anchors.top: parent.top; anchors.margins: 6; quiet: true; words: "✕"; Accessible.name: qsTr("Close the headline numbers"); onClicked: root.closed() }
}
