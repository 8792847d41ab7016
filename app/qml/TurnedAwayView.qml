// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Registers

/*! Rows that imports turned away, and how they are mended. */
ColumnLayout {
    id: root

    required property TurnedAway rows

    spacing: 6
    FileDialog {
        id: picker
        property int kind: 0
        title: qsTr("Save the rows that were turned away")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("CSV (*.csv)")]
        onAccepted: root.rows.save(kind, selectedFile)
    }
    SectionTitle { text: qsTr("Turned away on the way in: %1").arg(root.rows.count); leftPadding: Look.margin; topPadding: 8 }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 6
        Repeater {
            model: root.rows.registers
            delegate: ActionButton {
                required property var modelData
                words: qsTr("Save %1 %2 …").arg(modelData.rows).arg(modelData.title.toLowerCase())
                hint: qsTr("As CSV, with the reasons: mend them there and bring that file in")
                onClicked: {
                    picker.kind = modelData.kind
                    picker.open()
                }
            }
        }
    }
    LineView {
        name: qsTr("Rows turned away")
        model: root.rows
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
