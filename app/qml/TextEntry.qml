// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! One line of text to type. */
TextField {
    id: root

    property string label

    implicitHeight: Look.row
    font.pixelSize: Look.body
    color: Look.ink
    placeholderTextColor: Look.muted
    selectionColor: Look.accent
    selectedTextColor: Look.accentInk
    selectByMouse: true
    leftPadding: 10
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    background: Rectangle {
        radius: Look.radius
        color: Look.surface
        border.color: Look.line
        FocusFrame { shown: root.activeFocus }
    }
}
