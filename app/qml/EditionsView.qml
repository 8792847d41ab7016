// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! Two lines of a community: what the one has and the other has not. */
ColumnLayout {
    id: root

    required property EditionsTab tab

    spacing: 6
    GridLayout {
        visible: root.tab.communities.length > 0
        columns: 2
        columnSpacing: 8
        rowSpacing: 4
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        LabelledChoice { objectName: "editionsCommunity"; Layout.columnSpan: 2; label: qsTr("Community"); choices: root.tab.communities; current: root.tab.community; onChosen: index => root.tab.community = index }
        LabelledChoice { objectName: "editionsFrom"; label: qsTr("From"); choices: root.tab.held; current: root.tab.from; onChosen: index => root.tab.from = index }
        LabelledChoice { objectName: "editionsTo"; label: qsTr("To"); choices: root.tab.held; current: root.tab.to; onChosen: index => root.tab.to = index }
    }
    AnswerView { tab: root.tab; name: qsTr("Lines compared"); Layout.fillWidth: true; Layout.fillHeight: true; onFollowed: line => root.tab.follow(line) }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Layout.bottomMargin: 8
        spacing: 6
        ActionButton { words: qsTr("Show"); primary: true; enabled: root.tab.held.length > 1; onClicked: root.tab.bringIntoView() }
        ActionButton { objectName: "editionsRestore"; words: qsTr("Go back to the first"); hint: qsTr("Makes the line under From the community's own; the present one stays as an edition"); enabled: root.tab.canRestore && root.tab.held.length > 1; onClicked: root.tab.restore() }
    }
}
