// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Place
import Hereabouts.Registers

/*! Every change, with undo and redo. */
SidePage {
    id: root

    required property OpenPlace place
    required property HistoryPage history

    title: qsTr("History")
    subtitle: qsTr("Every change is kept. Nothing needs saving.")
    RowLayout {
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        ActionButton { words: qsTr("Undo"); hint: root.place.undoable; enabled: root.place.undoable.length > 0 && !root.place.busy; onClicked: root.place.undo() }
        ActionButton { words: qsTr("Redo"); hint: root.place.redoable; enabled: root.place.redoable.length > 0 && !root.place.busy; onClicked: root.place.redo() }
    }
    LineView {
        name: qsTr("Changes")
        model: root.history
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
