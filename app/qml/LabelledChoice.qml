// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts

/*! A choice with its name above it. The model decides what is chosen; `chosen` tells it. */
ColumnLayout {
    id: root

    required property string label
    required property var choices
    required property int current
    signal chosen(index: int)

    spacing: 3
    Words { text: root.label; color: Look.muted; font.pixelSize: Look.small; Accessible.ignored: true }
    ChoiceBox {
        id: box
        Layout.fillWidth: true
        label: root.label
        model: root.choices
        currentIndex: root.current
        onActivated: index => root.chosen(index)

        // A choice made by hand, or a new list, would break the binding.
        Binding { target: box; property: "currentIndex"; value: root.current; when: !box.popup.visible }
        Connections {
            target: root
            function onChoicesChanged() { box.currentIndex = root.current }
        }
    }
}
