// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts

/*! What can be done, and what is being done. */
Rectangle {
    id: root

    required property Desk desk

    color: Look.surface
    implicitHeight: rows.implicitHeight + 16
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Actions")

    Rectangle { width: parent.width; height: 1; anchors.bottom: parent.bottom; color: Look.line }
    // Large text or a narrow window: what can be done in one row, what is being done in the next.
    GridLayout {
        id: rows
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Look.margin
        anchors.rightMargin: 10
        columns: root.width < actionsWidth + 170 * Look.scale ? 1 : 2
        readonly property real actionsWidth: [...actions.children].reduce((sum, one) => sum + one.implicitWidth + actions.spacing, 0)
        columnSpacing: 6
        rowSpacing: 6
        Flow {
            id: actions
            spacing: 6
            Layout.fillWidth: rows.columns === 1
            Layout.preferredWidth: rows.columns === 1 ? 1 : rows.actionsWidth
            ActionButton { objectName: "places"; words: qsTr("Places"); hint: qsTr("Open or make another place (Ctrl+O)"); onClicked: root.desk.page = Desk.StartOpen }
            ActionButton {
                words: qsTr("Bring in …")
                hint: qsTr("A file of areas, points or rows (Ctrl+I); or drop one on the window")
                primary: true
                enabled: root.desk.place.open
                onClicked: root.desk.page = Desk.ImportOpen
            }
            ActionButton { objectName: "draw"; words: qsTr("Draw"); hint: qsTr("A community's boundary (Ctrl+D)"); checked: root.desk.page === Desk.DrawOpen; enabled: root.desk.place.open; onClicked: root.desk.page = checked ? Desk.NoPage : Desk.DrawOpen }
            ActionButton { objectName: "agreementOpen"; words: qsTr("Agree"); hint: qsTr("Many people's drawings of a place, and the line they agree on"); checked: root.desk.page === Desk.AgreementOpen; enabled: root.desk.place.open; onClicked: root.desk.page = checked ? Desk.NoPage : Desk.AgreementOpen }
            ActionButton { objectName: "communitiesOpen"; words: qsTr("Communities"); hint: qsTr("Who is covered, what is shared, who is recognised, who must be asked"); checked: root.desk.page === Desk.CommunitiesOpen; enabled: root.desk.place.open; onClicked: root.desk.page = checked ? Desk.NoPage : Desk.CommunitiesOpen }
            ActionButton { words: qsTr("Table"); hint: qsTr("The registers as tables (Ctrl+T)"); checked: root.desk.tableOpen; enabled: root.desk.place.open; onClicked: root.desk.tableOpen = !root.desk.tableOpen }
            ActionButton { words: qsTr("Check"); hint: qsTr("Gaps, overlaps, and the file itself"); checked: root.desk.page === Desk.CheckOpen; enabled: root.desk.place.open; onClicked: root.desk.page = checked ? Desk.NoPage : Desk.CheckOpen }
            ActionButton { words: qsTr("History"); checked: root.desk.page === Desk.HistoryOpen; enabled: root.desk.place.open; onClicked: root.desk.page = checked ? Desk.NoPage : Desk.HistoryOpen }
            ActionButton { quiet: true; words: "↶"; Accessible.name: qsTr("Undo"); hint: qsTr("Undo: %1").arg(root.desk.place.undoable); enabled: root.desk.place.undoable.length > 0 && !root.desk.place.busy; onClicked: root.desk.place.undo() }
            ActionButton { quiet: true; words: "↷"; Accessible.name: qsTr("Redo"); hint: qsTr("Redo: %1").arg(root.desk.place.redoable); enabled: root.desk.place.redoable.length > 0 && !root.desk.place.busy; onClicked: root.desk.place.redo() }
        }
        RowLayout {
            visible: rows.columns === 2 || root.desk.place.doing.length > 0
            spacing: 6
            Layout.fillWidth: true
            Item {
                implicitHeight: Look.row
                Layout.fillWidth: true
                Layout.fillHeight: true
                RowLayout {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(parent.width, 340)
                    visible: root.desk.place.busy
                    spacing: 8
                    Words { text: root.desk.place.doing; color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true; horizontalAlignment: Text.AlignRight; wrapMode: Text.NoWrap }
                    Rectangle {
                        Layout.preferredWidth: 70
                        Layout.preferredHeight: 5
                        radius: 3
                        color: Look.line
                        Accessible.role: Accessible.ProgressBar
                        Accessible.name: root.desk.place.doing
                        Rectangle {
                            height: parent.height
                            radius: 3
                            color: Look.accent
                            width: root.desk.place.progress >= 0 ? parent.width * root.desk.place.progress : parent.width * 0.3
                            x: root.desk.place.progress >= 0 ? 0 : slide.at * parent.width * 0.7
                            NumberAnimation { id: slide; property real at: 0; target: slide; property: "at"; from: 0; to: 1; duration: 1200; loops: Animation.Infinite; running: root.desk.place.busy && root.desk.place.progress < 0 }
                        }
                    }
                    ActionButton { quiet: true; words: qsTr("Stop"); onClicked: root.desk.place.cancel() }
                }
            }
        }
    }
}
