// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Map

/*! Chooses what the map shows. */
ColumnLayout {
    id: root

    required property OverlayChooser chooser

    spacing: 10
    LabelledChoice {
        Layout.fillWidth: true
        label: qsTr("Show on the map")
        choices: root.chooser.views
        current: root.chooser.view
        onChosen: index => root.chooser.view = index
    }
    LabelledChoice {
        Layout.fillWidth: true
        visible: root.chooser.choosesPriorities
        label: qsTr("Colour communities by")
        choices: root.chooser.priorityViews
        current: root.chooser.priorityView
        onChosen: index => root.chooser.priorityView = index
    }
    LabelledChoice {
        Layout.fillWidth: true
        visible: root.chooser.choosesTheme
        label: qsTr("Theme")
        choices: root.chooser.themes
        current: root.chooser.theme
        onChosen: index => root.chooser.theme = index
    }
    LabelledChoice {
        Layout.fillWidth: true
        visible: root.chooser.choosesMeasure
        label: root.chooser.choosesSecond ? qsTr("First measure (grows to the right)") : qsTr("Measure")
        choices: root.chooser.measures
        current: root.chooser.measure
        onChosen: index => root.chooser.measure = index
    }
    TickBox {
        Layout.fillWidth: true
        visible: root.chooser.choosesPerHead
        words: qsTr("For each person living there")
        on: root.chooser.perHead
        onTurned: on => root.chooser.perHead = on
    }
    LabelledChoice {
        Layout.fillWidth: true
        visible: root.chooser.choosesSecond
        label: qsTr("Second measure (grows upwards)")
        choices: root.chooser.measures
        current: root.chooser.second
        onChosen: index => root.chooser.second = index
    }
    TickBox {
        Layout.fillWidth: true
        visible: root.chooser.choosesSecond
        words: qsTr("For each person living there")
        on: root.chooser.secondPerHead
        onTurned: on => root.chooser.secondPerHead = on
    }
    LabelledChoice {
        Layout.fillWidth: true
        visible: root.chooser.choosesSet
        label: qsTr("By")
        choices: root.chooser.sets
        current: root.chooser.set
        onChosen: index => root.chooser.set = index
    }
    RowLayout {
        visible: root.chooser.choosesClasses
        spacing: 8
        LabelledChoice {
            Layout.fillWidth: true
            label: qsTr("Classes")
            choices: root.chooser.methods
            current: root.chooser.method
            onChosen: index => root.chooser.method = index
        }
        LabelledChoice {
            Layout.preferredWidth: 72 * Look.scale
            visible: root.chooser.method !== 3
            label: qsTr("How many")
            choices: ["2", "3", "4", "5", "6", "7", "8", "9"]
            current: root.chooser.classes - 2
            onChosen: index => root.chooser.classes = index + 2
        }
    }
    TextEntry {
        Layout.fillWidth: true
        visible: root.chooser.choosesClasses && root.chooser.method === 3
        label: qsTr("Where each class begins")
        placeholderText: qsTr("100, 250, 1000")
        text: root.chooser.breaks
        onEditingFinished: root.chooser.breaks = text
    }
    Words {
        Layout.fillWidth: true
        visible: text.length > 0 && root.chooser.method === 3
        text: root.chooser.breaksFault
        color: Look.bad
        font.pixelSize: Look.small
    }
}
