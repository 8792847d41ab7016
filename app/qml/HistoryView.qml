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
    subtitle: qsTr("Every change is kept. Nothing needs saving. Choose one to see what it did.")
    RowLayout {
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        ActionButton { words: qsTr("Undo"); hint: root.place.undoable; enabled: root.place.undoable.length > 0 && !root.place.busy; onClicked: root.place.undo() }
        ActionButton { words: qsTr("Redo"); hint: root.place.redoable; enabled: root.place.redoable.length > 0 && !root.place.busy; onClicked: root.place.redo() }
    }
    LineView {
        objectName: "changes"
        visible: root.history.opened.length === 0
        name: qsTr("Changes")
        model: root.history
        allLead: true
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.history.open(line)
    }
    RowLayout {
        visible: root.history.opened.length > 0
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        ActionButton { words: qsTr("‹ All changes"); onClicked: root.history.close() }
        Words { text: root.history.opened; font.weight: Font.Medium; Layout.fillWidth: true }
    }
    LineView {
        objectName: "changeDetail"
        visible: root.history.opened.length > 0
        name: qsTr("What the change did")
        model: root.history.detail
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
