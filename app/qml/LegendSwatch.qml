// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/*! How an area or a mark of a legend entry is drawn. */
Rectangle {
    id: root

    required property color colour
    required property string pattern

    implicitWidth: pattern === "disc" || pattern === "ring" ? 14 : 22
    implicitHeight: 14
    radius: pattern === "disc" || pattern === "ring" ? 7 : 2
    color: pattern === "solid" || pattern === "disc" ? colour : "transparent"
    border.color: pattern === "ring" || pattern === "hatched" ? colour : Qt.darker(colour, 1.25)
    border.width: pattern === "ring" ? 3 : 1
    clip: true

    Repeater {
        model: root.pattern === "hatched" ? 6 : 0
        Rectangle {
            id: stroke
            required property int index
            x: stroke.index * 5 - 4
            y: -6
            width: 1.4
            height: 28
            rotation: 45
            color: root.colour
            antialiasing: true
        }
    }
}
