// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! Yes or no. */
AbstractButton {
    id: root

    property string words
    property bool on: false
    property bool oneLine: false
    signal turned(on: bool)

    implicitHeight: Math.max(24, label.implicitHeight + 6)
    implicitWidth: box.width + (words.length > 0 ? label.implicitWidth + 8 : 0)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: words
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onToggleAction: root.click()
    Accessible.onPressAction: root.click()
    onClicked: turned(!on)

    contentItem: Item {
        Rectangle {
            id: box
            width: Math.round(18 * Look.scale)
            height: width
            anchors.verticalCenter: parent.verticalCenter
            radius: 4
            color: root.on ? Look.accent : Look.surface
            border.color: root.on ? Look.accent : Look.muted
            Words {
                anchors.centerIn: parent
                text: "✓"
                visible: root.on
                color: Look.accentInk
                font.pixelSize: Look.small
                Accessible.ignored: true
            }
            FocusFrame { shown: root.visualFocus }
        }
        Words {
            id: label
            anchors.left: box.right
            anchors.leftMargin: 8
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.words
            wrapMode: root.oneLine ? Text.NoWrap : Text.Wrap
            Accessible.ignored: true
        }
    }
    HintBox { words: root.words; shown: root.hovered && label.truncated }
}
