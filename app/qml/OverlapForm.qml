// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! What two communities say of the ground they share. */
ColumnLayout {
    id: root

    required property OverlapTab tab

    spacing: 6
    Connections {
        target: root.tab
        function onPairChanged() {
            if (!root.tab.pairOpen) return
            state.current = root.tab.agreement
            parties.text = root.tab.parties
            document.text = root.tab.document
            day.text = root.tab.settledOn
            note.text = root.tab.note
            state.forceActiveFocus()
        }
    }
    Words { text: root.tab.pairTitle; font.weight: Font.DemiBold; Layout.fillWidth: true; maximumLineCount: 4 }
    LabelledChoice { id: state; objectName: "pairState"; label: qsTr("The ground they share is"); choices: root.tab.agreements; current: 0; Layout.fillWidth: true; onChosen: index => current = index }
    Asked { words: qsTr("Who said so, for each of the two") }
    TextEntry { id: parties; objectName: "pairParties"; label: qsTr("Parties"); Layout.fillWidth: true }
    Asked { words: qsTr("In which document (its code in the register of documents)") }
    TextEntry { id: document; objectName: "pairDocument"; label: qsTr("Document"); Layout.fillWidth: true }
    Asked { words: qsTr("On which day (2026-06-30)") }
    TextEntry { id: day; objectName: "pairDay"; label: qsTr("Day"); Layout.fillWidth: true }
    Asked { words: qsTr("Note") }
    TextEntry { id: note; objectName: "pairNote"; label: qsTr("Note"); Layout.fillWidth: true }
    Item { Layout.fillHeight: true }
    RowLayout {
        Layout.bottomMargin: 8
        ActionButton { objectName: "pairRecord"; words: qsTr("Record it"); primary: true; onClicked: root.tab.record(state.current, parties.text, document.text, day.text, note.text) }
        ActionButton { words: qsTr("Back"); onClicked: root.tab.closePair() }
    }
}
