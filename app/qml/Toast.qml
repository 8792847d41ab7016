// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts

/*! A sentence about what was just done or could not be done. A failure stays until it is closed. */
Rectangle {
    id: root

    property string words
    property bool bad: false

    function show(message: string, isBad: bool) {
        words = message
        bad = isBad
        if (!isBad) fade.restart()
        else fade.stop()
    }

    visible: words.length > 0
    width: Math.min(label.implicitWidth + 70, parent.width - 40)
    height: label.height + 22
    radius: Look.radius
    color: Look.surface
    border.color: bad ? Look.bad : Look.line
    border.width: bad ? 2 : 1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words

    Timer { id: fade; interval: 6000; onTriggered: root.words = "" }
    Words {
        id: label
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: root.width - 64
        text: root.words
        color: root.bad ? Look.bad : Look.ink
    }
    ActionButton { quiet: true; anchors.right: parent.right; anchors.rightMargin: 4; anchors.verticalCenter: parent.verticalCenter; words: "✕"; Accessible.name: qsTr("Close the message"); onClicked: root.words = "" }
}
