// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! A community held against a checklist, its steps so far, and a decision. */
ColumnLayout {
    id: root

    required property RecognitionTab tab
    property bool deciding: false

    spacing: 6
    FileDialog {
        id: picker
        title: qsTr("Your own checklist")
        nameFilters: [qsTr("Checklists (*.json)")]
        onAccepted: root.tab.useChecklistFile(selectedFile)
    }
    Connections {
        target: root.tab
        function onDecided() { root.deciding = false }
        function onChosen() { root.deciding = false }
    }
    ColumnLayout {
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 6
        LabelledChoice { objectName: "recognitionCommunity"; label: qsTr("Community"); choices: root.tab.communities; current: root.tab.community; Layout.fillWidth: true; onChosen: index => root.tab.community = index }
        RowLayout {
            visible: !root.deciding
            LabelledChoice { objectName: "recognitionChecklist"; label: qsTr("Held against"); choices: root.tab.checklists; current: root.tab.checklist; Layout.fillWidth: true; onChosen: index => root.tab.checklist = index }
            ActionButton { words: qsTr("Ours …"); hint: qsTr("A checklist of your own, as a file"); Layout.alignment: Qt.AlignBottom; onClicked: picker.open() }
        }
    }
    AnswerView { visible: !root.deciding; tab: root.tab; name: qsTr("Checklist"); Layout.fillWidth: true; Layout.fillHeight: true; onFollowed: line => root.tab.follow(line) }
    ActionButton {
        objectName: "recognitionDecide"
        visible: !root.deciding
        words: qsTr("Decide …")
        primary: true
        enabled: root.tab.moves.length > 0
        Layout.leftMargin: Look.margin
        Layout.bottomMargin: 8
        onClicked: root.deciding = true
    }
    DecisionForm {
        objectName: "decisionForm"
        visible: root.deciding
        tab: root.tab
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onBack: root.deciding = false
    }
}
