// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Draw

/*! What is inside the line, as it is drawn. */
ColumnLayout {
    id: root

    required property DrawnFacts facts

    spacing: 0
    SectionTitle { text: qsTr("Inside the line"); leftPadding: Look.margin }
    TickBox {
        words: qsTr("Hide the numbers until the line is closed")
        on: root.facts.waiting
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onTurned: on => root.facts.waiting = on
    }
    Words {
        visible: root.facts.lines.count === 0
        text: qsTr("Nothing to count yet.")
        color: Look.muted
        Layout.leftMargin: Look.margin
    }
    ListView {
        objectName: "facts"
        interactive: false
        Layout.fillWidth: true
        implicitHeight: contentHeight
        model: root.facts.lines
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Inside the line")
        section.property: "section"
        section.delegate: SectionTitle {
            required property string section
            width: ListView.view.width
            height: section.length > 0 ? implicitHeight : 0
            leftPadding: Look.margin
            topPadding: 8
            text: section
        }
        delegate: LineRow {
            required property var model
            note: model.note ?? ""
            padding: 4
        }
    }
}
