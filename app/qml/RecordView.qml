// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Record

/*! One row of a register: its fields to fill in, and the rows that tell more of it. */
SidePage {
    id: root

    required property RecordPage record

    title: record.title
    subtitle: record.subtitle
    onClosed: record.close()

    Flickable {
        id: flick
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: body.implicitHeight + 12
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        ColumnLayout {
            id: body
            width: flick.width
            spacing: 8
            Repeater {
                model: root.record.fields
                delegate: RecordField {
                    Layout.fillWidth: true
                    Layout.leftMargin: Look.margin
                    Layout.rightMargin: Look.margin
                    onTyped: (field, text) => root.record.fields.setText(field, text)
                }
            }
            SectionTitle { visible: root.record.addable.length > 0; text: qsTr("More about it"); leftPadding: Look.margin; topPadding: 8 }
            ListView {
                objectName: "recordMore"
                interactive: false
                implicitHeight: contentHeight
                Layout.fillWidth: true
                model: root.record.more
                Accessible.role: Accessible.List
                Accessible.name: qsTr("More about it")
                section.property: "section"
                section.delegate: SectionTitle {
                    required property string section
                    width: ListView.view.width
                    leftPadding: Look.margin
                    topPadding: 10
                    bottomPadding: 2
                    text: section
                }
                delegate: LineRow {
                    required property var model
                    leads: true
                    onFollowed: line => root.record.follow(line)
                }
            }
            Flow {
                visible: root.record.addable.length > 0
                Layout.fillWidth: true
                Layout.leftMargin: Look.margin
                Layout.rightMargin: Look.margin
                spacing: 6
                Repeater {
                    model: root.record.addable
                    delegate: ActionButton {
                        required property var modelData
                        words: qsTr("+ %1").arg(modelData.title)
                        onClicked: root.record.addMore(modelData.kind)
                    }
                }
            }
        }
    }
    Words {
        visible: root.record.edited && root.record.problem.length > 0
        text: root.record.problem
        color: Look.bad
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
    TextEntry {
        id: why
        objectName: "recordWhy"
        visible: root.record.edited
        label: qsTr("Why, for the history (may be left empty)")
        placeholderText: label
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onVisibleChanged: if (!visible) text = ""
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Layout.bottomMargin: 8
        spacing: 6
        ActionButton { objectName: "recordSave"; words: root.record.isNew ? qsTr("Add") : qsTr("Save"); primary: true; enabled: root.record.edited && root.record.problem.length === 0; onClicked: root.record.save(why.text) }
        ActionButton { words: qsTr("Leave as it was"); visible: root.record.edited; onClicked: root.record.forget() }
        ActionButton { words: qsTr("Back"); visible: root.record.canGoBack; onClicked: root.record.back() }
        ActionButton { words: qsTr("Remove"); quiet: true; visible: !root.record.isNew; hint: qsTr("This row and those about it; Undo brings them back"); onClicked: root.record.remove() }
    }
}
