// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! What is decided about a community, with reasons. */
ColumnLayout {
    id: root

    required property RecognitionTab tab
    signal back

    spacing: 6
    onVisibleChanged: {
        if (!visible) return
        for (const field of [why, by, despite]) field.text = ""
        move.current = 0
        why.forceActiveFocus()
    }
    LabelledChoice { id: move; objectName: "decisionMove"; label: qsTr("It becomes"); choices: root.tab.moves; current: 0; Layout.fillWidth: true; onChosen: index => current = index }
    Asked { words: qsTr("Reasons") }
    TextEntry { id: why; objectName: "decisionWhy"; label: qsTr("Reasons"); Layout.fillWidth: true }
    Asked { words: qsTr("Decided by") }
    TextEntry { id: by; objectName: "decisionBy"; label: qsTr("Decided by"); Layout.fillWidth: true }
    Asked { visible: root.tab.unmet > 0; words: qsTr("%n test(s) are unmet. Where that stands in the way: why is it decided all the same?", "", root.tab.unmet) }
    TextEntry { id: despite; objectName: "decisionDespite"; visible: root.tab.unmet > 0; label: qsTr("Why all the same"); Layout.fillWidth: true }
    Words { text: qsTr("Dates follow from the place's rules: how long an application is public, and when a recognition is looked at again."); color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true }
    Item { Layout.fillHeight: true }
    RowLayout {
        Layout.bottomMargin: 8
        ActionButton { objectName: "decisionRecord"; words: qsTr("Record it"); primary: true; enabled: why.text.trim().length > 0; onClicked: root.tab.decide(move.current, why.text, by.text, despite.text) }
        ActionButton { words: qsTr("Back"); onClicked: root.back() }
    }
}
