// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts

/*! A word about the state of something, told by the word and not by its colour alone. */
Rectangle {
    id: root

    property string words
    property string tone

    visible: words.length > 0
    implicitWidth: label.implicitWidth + 12
    implicitHeight: label.implicitHeight + 4
    radius: height / 2
    color: "transparent"
    border.color: Look.tone(tone)
    Words {
        id: label
        anchors.centerIn: parent
        text: root.words
        color: Look.tone(root.tone)
        font.pixelSize: Look.small
        wrapMode: Text.NoWrap
    }
}
