// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Registers

/*! What is here: everything from all registers at one position. */
SidePage {
    id: root

    required property Card card
    property bool canOpen: false
    signal opened

    title: card.title
    subtitle: card.subtitle
    onClosed: card.close()
    ActionButton {
        visible: root.canOpen
        words: qsTr("Open in the register")
        hint: qsTr("Everything that is held of what you clicked, to read and to change")
        Layout.leftMargin: Look.margin
        onClicked: root.opened()
    }
    LineView {
        objectName: "cardLines"
        name: qsTr("What is here")
        model: root.card.lines
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.card.follow(line)
    }
}
