// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! The tools of the drawing board, what to do next, and what is wrong. */
ColumnLayout {
    id: root

    required property DrawingBoard board
    signal take

    spacing: 10
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 6
        Repeater {
            model: root.board.tools
            delegate: ActionButton {
                required property int index
                required property string modelData
                words: modelData
                hint: qsTr("Key %1").arg(index + 1)
                checked: root.board.tool === index
                Accessible.checkable: true
                onClicked: root.board.tool = index
            }
        }
    }
    Words {
        text: root.board.advice
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Note { words: root.board.question; tone: "warn" }
    Note { words: root.board.trouble; tone: "bad" }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 6
        ActionButton { words: qsTr("Undo"); hint: qsTr("The last stroke (Ctrl+Z)"); enabled: root.board.canUndo; onClicked: root.board.undo() }
        ActionButton { words: qsTr("Redo"); hint: "Ctrl+Y"; enabled: root.board.canRedo; onClicked: root.board.redo() }
        ActionButton { words: qsTr("Close line"); hint: qsTr("Enter"); enabled: root.board.drawingLine; onClicked: root.board.finishLine() }
        ActionButton { words: qsTr("Remove corner"); hint: qsTr("The one you clicked (Delete)"); enabled: root.board.cornerChosen; onClicked: root.board.eraseCorner() }
        ActionButton { words: qsTr("Remove part"); hint: qsTr("The part or hole whose corner you clicked"); enabled: root.board.cornerChosen; onClicked: root.board.removePart() }
        ActionButton { words: qsTr("Join parts"); hint: qsTr("Parts that touch become one"); onClicked: root.board.joinParts() }
        ActionButton { words: qsTr("Other way round"); hint: qsTr("Of the way that is traced (F)"); visible: root.board.traces; onClicked: root.board.flip() }
        ActionButton { words: qsTr("Cut a hole"); hint: qsTr("The next line is a hole of the part you clicked last"); enabled: !root.board.drawingLine; onClicked: root.board.startHole() }
    }
    TickBox {
        words: qsTr("Snap to corners and lines (hold Alt not to)")
        on: root.board.snapping
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onTurned: on => root.board.snapping = on
    }
    LabelledChoice {
        readonly property var distances: [400, 800, 1200, 1600]
        objectName: "walk"
        visible: root.board.walks
        label: qsTr("How far")
        choices: distances.map(metres => qsTr("%1 m · about %2 minutes").arg(metres).arg(Math.round(metres / 80)))
        current: Math.max(0, distances.indexOf(root.board.walkMetres))
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onChosen: index => root.board.walkMetres = distances[index]
    }
    PaintList {
        objectName: "paintList"
        visible: root.board.paints && root.board.ready
        board: root.board
        Layout.fillWidth: true
    }
    FactList {
        facts: root.board.facts
        Layout.fillWidth: true
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 6
        ActionButton { objectName: "takeLine"; words: root.board.isMine ? qsTr("This is my place …") : qsTr("Take this line …"); primary: true; enabled: root.board.canTake; onClicked: root.take() }
        ActionButton { words: qsTr("Leave for later"); hint: qsTr("The drawing is kept and offered again"); onClicked: root.board.setAside() }
        ActionButton { words: qsTr("Throw away"); quiet: true; onClicked: root.board.discard() }
    }

    component Note: Rectangle {
        id: note

        required property string words
        required property string tone

        visible: words.length > 0
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        implicitHeight: told.implicitHeight + 16
        radius: Look.radius
        color: "transparent"
        border.color: Look.tone(tone)
        Words {
            id: told
            anchors.fill: parent
            anchors.margins: 8
            text: note.words
            color: Look.tone(note.tone)
        }
    }
}
