// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! Small areas to take in or out by name: painting without a map. */
ColumnLayout {
    id: root

    required property DrawingBoard board
    property var areas: []

    function look() { if (visible) areas = board.smallAreas(filter.text) }

    spacing: 4
    onVisibleChanged: look()
    Component.onCompleted: look()
    Connections {
        target: root.board
        function onEdited() { root.look() }
        function onGroundChanged() { root.look() }
    }
    TextEntry {
        id: filter
        objectName: "paintFilter"
        label: qsTr("Find a small area")
        placeholderText: qsTr("Or find small areas by code or name …")
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onTextChanged: root.look()
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        implicitHeight: Math.min(contentHeight, 132 * Look.scale)
        clip: true
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Small areas")
        ScrollBar.vertical: ScrollBar {}
        model: root.areas
        delegate: TickBox {
            required property var modelData
            width: ListView.view.width - 14
            words: qsTr("%1 · %2").arg(modelData.code).arg(modelData.people)
            on: modelData.in
            oneLine: true
            onTurned: on => root.board.paintArea(modelData.index, on)
        }
    }
}
