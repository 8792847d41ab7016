// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! Ground that two communities share, held against a policy; a line opens the pair, to record what the two say. */
ColumnLayout {
    id: root

    required property OverlapTab tab

    spacing: 6
    LabelledChoice {
        objectName: "overlapPolicy"
        visible: !root.tab.pairOpen
        label: qsTr("Held against the policy")
        choices: root.tab.policies
        current: root.tab.policy
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onChosen: index => root.tab.policy = index
    }
    AnswerView {
        objectName: "overlapLines"
        visible: !root.tab.pairOpen
        tab: root.tab
        name: qsTr("Shared ground")
        allLead: true
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.tab.openPair(line)
    }
    OverlapForm {
        objectName: "overlapForm"
        visible: root.tab.pairOpen
        tab: root.tab
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
}
