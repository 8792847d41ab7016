// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! Drawing a boundary: whose, with which tool, what is known of it, and taking it. */
SidePage {
    id: root

    required property DrawingBoard board
    property bool taking: false

    title: board.active ? board.title : qsTr("Draw a boundary")
    subtitle: board.active ? qsTr("Every stroke is kept as you make it.") : qsTr("Whose is it?")
    Connections {
        target: root.board
        function onActiveChanged() { root.taking = false }
    }

    DrawStart {
        objectName: "drawStart"
        visible: !root.board.active
        board: root.board
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Flickable {
        id: flick
        visible: root.board.active && !root.taking
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: tools.implicitHeight + 12
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        DrawTools {
            id: tools
            objectName: "drawTools"
            width: flick.width
            board: root.board
            onTake: root.taking = true
        }
    }
    MineForm {
        objectName: "mineForm"
        visible: root.board.active && root.taking && root.board.isMine
        board: root.board
        Layout.fillWidth: true
        Layout.fillHeight: true
        onBack: root.taking = false
    }
    TakeForm {
        objectName: "takeForm"
        visible: root.board.active && root.taking && !root.board.isMine
        board: root.board
        Layout.fillWidth: true
        Layout.fillHeight: true
        onBack: root.taking = false
    }
}
