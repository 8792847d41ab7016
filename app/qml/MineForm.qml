// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! What a person says of themselves beside their drawing: all of it may be left out. */
ColumnLayout {
    id: root

    required property DrawingBoard board
    signal back

    spacing: 6
    onVisibleChanged: {
        if (!visible) return
        board.foresee()
        for (const field of [person, tenure, age, years]) field.text = ""
        lives.current = 0
        name.text = board.name
        name.forceActiveFocus()
    }
    Words { visible: root.board.mending.length > 0; text: root.board.mending; color: Look.bad; Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin; maximumLineCount: 8 }
    Asked { words: qsTr("What do you call this place?") }
    TextEntry { id: name; objectName: "mineName"; label: qsTr("Name of the place"); Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin }
    Words { text: qsTr("Who draws? You may leave all of this empty; no name is asked for."); color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin; Layout.topMargin: 8 }
    LabelledChoice { id: lives; label: qsTr("Do you live here?"); choices: [qsTr("not said"), qsTr("yes"), qsTr("no")]; current: 0; Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin; onChosen: index => current = index }
    Asked { words: qsTr("For how many years?") }
    TextEntry { id: years; label: qsTr("Years here"); inputMethodHints: Qt.ImhDigitsOnly; Layout.preferredWidth: 90; Layout.leftMargin: Look.margin }
    Asked { words: qsTr("Do you rent or own?") }
    TextEntry { id: tenure; label: qsTr("Tenure"); Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin }
    Asked { words: qsTr("Age group") }
    TextEntry { id: age; label: qsTr("Age group"); Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin }
    Asked { words: qsTr("Number on your slip, if you were given one: your last drawing counts") }
    TextEntry { id: person; label: qsTr("Number on your slip"); Layout.fillWidth: true; Layout.leftMargin: Look.margin; Layout.rightMargin: Look.margin }
    Item { Layout.fillHeight: true }
    RowLayout {
        Layout.leftMargin: Look.margin
        Layout.bottomMargin: 8
        ActionButton {
            objectName: "mineTake"
            words: qsTr("Add my drawing")
            primary: true
            enabled: root.board.canTake && name.text.trim().length > 0
            onClicked: root.board.takeMine({name: name.text, person: person.text, tenure: tenure.text, ageGroup: age.text, yearsHere: years.text, livesHere: ["", "1", "0"][lives.current]})
        }
        ActionButton { words: qsTr("Draw on"); onClicked: root.back() }
    }

    component Asked: Words {
        required property string words
        text: words
        color: Look.muted
        font.pixelSize: Look.small
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Accessible.ignored: true
    }
}
