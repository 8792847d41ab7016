// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Registers

/*! What is here: everything from all registers at one position. */
SidePage {
    id: root

    required property Card card

    title: card.title
    subtitle: card.subtitle
    onClosed: card.close()
    LineView {
        objectName: "cardLines"
        name: qsTr("What is here")
        model: root.card.lines
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.card.follow(line)
    }
}
