// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! An amount from nothing to all. */
Slider {
    id: root

    property string label

    implicitHeight: 24
    implicitWidth: 80
    Accessible.role: Accessible.Slider
    Accessible.name: label
    background: Rectangle {
        x: root.leftPadding
        y: root.height / 2 - 2
        width: root.availableWidth
        height: 4
        radius: 2
        color: Look.line
        Rectangle { width: root.visualPosition * parent.width; height: 4; radius: 2; color: Look.accent }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.height / 2 - height / 2
        width: 14
        height: 14
        radius: 7
        color: Look.surface
        border.color: Look.accent
        border.width: 2
        FocusFrame { radius: 9; shown: root.visualFocus }
    }
}
