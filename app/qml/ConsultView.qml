// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! Who must be asked about works, and the list of them. */
ColumnLayout {
    id: root

    required property ConsultTab tab

    spacing: 6
    FileDialog {
        id: source
        title: qsTr("The ground of the works")
        onAccepted: root.tab.readFile(selectedFile)
    }
    FileDialog {
        id: target
        title: qsTr("Save the list")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("CSV (*.csv)")]
        onAccepted: root.tab.writeList(selectedFile)
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 6
        ActionButton { words: qsTr("Works from a file …"); hint: qsTr("Any kind of file that is brought in"); onClicked: source.open() }
        ActionButton { objectName: "consultSelection"; words: qsTr("What is selected"); hint: qsTr("The shapes that are selected on the map or in the table"); enabled: root.tab.canUseSelection; onClicked: root.tab.useSelection() }
    }
    Words { visible: root.tab.works.length > 0; text: root.tab.works; font.weight: Font.DemiBold; Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin; maximumLineCount: 3 }
    RowLayout {
        visible: root.tab.works.length > 0
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Words { text: qsTr("And those within") }
        TextEntry {
            objectName: "consultWithin"
            label: qsTr("Metres beyond the works")
            text: root.tab.within
            inputMethodHints: Qt.ImhDigitsOnly
            validator: IntValidator { bottom: 0; top: 100000 }
            Layout.preferredWidth: 90 * Look.scale
            onEditingFinished: root.tab.within = parseInt(text)
        }
        Words { text: qsTr("metres"); Layout.fillWidth: true }
    }
    AnswerView { tab: root.tab; name: qsTr("To be consulted"); Layout.fillWidth: true; Layout.fillHeight: true; onFollowed: line => root.tab.follow(line) }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Layout.bottomMargin: 8
        spacing: 6
        ActionButton { objectName: "consultSave"; words: qsTr("Save the list …"); primary: true; enabled: root.tab.listed; onClicked: target.open() }
        ActionButton { objectName: "consultLog"; words: qsTr("Put it in the log"); hint: qsTr("A row in the register of consultations: which works, who was listed, when"); enabled: root.tab.listed; onClicked: root.tab.log() }
    }
}
