// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! The answer of a tab: its sentence and its lines. */
ColumnLayout {
    id: root

    required property CommunityTab tab
    property string name
    property bool allLead: false
    signal followed(line: int)

    spacing: 6
    opacity: tab.counting ? 0.6 : 1
    Words {
        objectName: "answerSentence"
        visible: text.length > 0
        text: root.tab.problem.length > 0 ? root.tab.problem : root.tab.sentence
        color: root.tab.problem.length > 0 ? Look.bad : Look.ink
        font.weight: Font.Medium
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
    LineView {
        name: root.name
        model: root.tab.lines
        allLead: root.allLead
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.followed(line)
    }
}
