// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! Where drawing begins: go on with what was not finished, a new community, or one in the register. */
ColumnLayout {
    id: root

    required property DrawingBoard board

    spacing: 8
    Repeater {
        model: root.board.unfinished
        delegate: Rectangle {
            id: left

            required property var modelData

            Layout.fillWidth: true
            Layout.leftMargin: Look.margin
            Layout.rightMargin: Look.margin
            implicitHeight: words.implicitHeight + 20
            radius: Look.radius
            color: Look.accentSoft
            ColumnLayout {
                id: words
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: 10
                spacing: 4
                Words { text: left.modelData.what; font.weight: Font.Medium; Layout.fillWidth: true }
                Words { text: qsTr("Not finished; last stroke %1").arg(left.modelData.when); color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true }
                RowLayout {
                    ActionButton { words: qsTr("Go on with it"); primary: true; onClicked: root.board.resume(left.modelData.code) }
                    ActionButton { words: qsTr("Throw away"); onClicked: root.board.throwAway(left.modelData.code) }
                }
            }
        }
    }
    ActionButton {
        objectName: "drawNew"
        words: qsTr("A new community")
        hint: qsTr("One that is not in the register yet")
        Layout.leftMargin: Look.margin
        onClicked: root.board.beginNew()
    }
    TextEntry {
        id: filter
        objectName: "drawFilter"
        label: qsTr("Find a community")
        placeholderText: qsTr("Or a community in the register …")
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Communities")
        ScrollBar.vertical: ScrollBar {}
        model: root.board.communities.filter(one => root.board.matches(one.name, filter.text))
        delegate: LineRow {
            required property var modelData
            title: modelData.name
            detail: modelData.detail
            badge: ""
            tone: ""
            leads: true
            onFollowed: root.board.beginFor(modelData.code)
        }
    }
}
