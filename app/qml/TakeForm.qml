// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! What is said of a line as it is taken: a draft or the community's own, who drew it, on what it rests. */
ColumnLayout {
    id: root

    required property DrawingBoard board
    signal back

    readonly property var lines: ["identity", "service", "statistical", "electoral"]
    readonly property var precisions: ["sketched", "street-traced", "surveyed", "indicative"]

    spacing: 8
    onVisibleChanged: {
        if (!visible) return
        board.foresee()
        const first = board.isNew ? name : source
        first.forceActiveFocus()
    }
    Flickable {
        id: flick
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: fields.implicitHeight + 8
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        ColumnLayout {
            id: fields
            x: Look.margin
            width: flick.width - 2 * Look.margin
            spacing: 6
            Words { objectName: "takeMending"; visible: root.board.mending.length > 0; text: root.board.mending; color: Look.bad; Layout.fillWidth: true; maximumLineCount: 8 }
            Asked { words: qsTr("What does the community call itself?"); visible: root.board.isNew }
            TextEntry { id: name; objectName: "takeName"; label: qsTr("Name"); text: root.board.name; visible: root.board.isNew; Layout.fillWidth: true }
            LabelledChoice {
                id: adopted
                objectName: "takeAdopted"
                label: qsTr("This line is")
                choices: [qsTr("a draft, beside the present line"), qsTr("the community's line from now on")]
                current: 0
                Layout.fillWidth: true
                onChosen: index => current = index
            }
            LabelledChoice { id: line; label: qsTr("It shows"); choices: [qsTr("identity: what people feel is theirs"), qsTr("service: who is served from here"), qsTr("statistics: whole small areas"), qsTr("elections")]; current: 0; Layout.fillWidth: true; onChosen: index => current = index }
            LabelledChoice { id: precision; label: qsTr("It is"); choices: root.precisions; current: 0; Layout.fillWidth: true; onChosen: index => current = index }
            Asked { words: qsTr("Drawn by whom, where and on which map?") }
            TextEntry { id: source; objectName: "takeSource"; label: qsTr("Drawn by whom, where and on which map?"); Layout.fillWidth: true }
            Asked { words: qsTr("Name of this edition (left empty, the date)") }
            TextEntry { id: edition; label: qsTr("Edition"); Layout.fillWidth: true }
            Asked { words: qsTr("Why this line? Who belongs, what is used together, who can speak for it.") }
            TextEntry { id: perceptual; label: qsTr("Identity and belonging"); placeholderText: label; Layout.fillWidth: true }
            TextEntry { id: functional; label: qsTr("Shops, schools, services"); placeholderText: label; Layout.fillWidth: true }
            TextEntry { id: political; label: qsTr("Able to be represented"); placeholderText: label; Layout.fillWidth: true }
            Asked { words: qsTr("The boundary in words") }
            TextEntry { id: inWords; objectName: "inWords"; label: qsTr("The boundary in words"); Layout.fillWidth: true }
            ActionButton { words: qsTr("Write it from the line"); hint: qsTr("What the line runs along, street by street"); enabled: root.board.ready; onClicked: inWords.text = root.board.inWords() }
            Words { visible: root.board.trouble.length > 0; text: root.board.trouble; color: Look.bad; Layout.fillWidth: true }
        }
    }
    RowLayout {
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Layout.bottomMargin: 8
        ActionButton {
            objectName: "takeNow"
            words: adopted.current === 0 ? qsTr("Keep the draft") : qsTr("Take the line")
            primary: true
            enabled: root.board.canTake && (!root.board.isNew || name.text.trim().length > 0)
            onClicked: root.board.take({
                name: name.text, adopted: adopted.current === 1, line: root.lines[line.current], precision: root.precisions[precision.current], source: source.text,
                edition: edition.text, perceptual: perceptual.text, functional: functional.text, political: political.text, boundaryText: inWords.text
            })
        }
        ActionButton { words: qsTr("Draw on"); onClicked: root.back() }
    }

    component Asked: Words {
        required property string words
        text: words
        color: Look.muted
        font.pixelSize: Look.small
        Layout.fillWidth: true
        Accessible.ignored: true
    }
}
