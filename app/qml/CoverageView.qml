// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! Who is covered, by whose recognition counts, and where. */
ColumnLayout {
    id: root

    required property CoverageTab tab

    spacing: 6
    GridLayout {
        columns: 2
        columnSpacing: 8
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        LabelledChoice { objectName: "coverageState"; label: qsTr("Communities counted"); choices: root.tab.states; current: root.tab.state; onChosen: index => root.tab.state = index }
        LabelledChoice { objectName: "coverageBy"; label: qsTr("Told by"); choices: root.tab.areaSets; current: root.tab.areaSet; onChosen: index => root.tab.areaSet = index }
    }
    AnswerView { tab: root.tab; name: qsTr("Coverage"); Layout.fillWidth: true; Layout.fillHeight: true; onFollowed: line => root.tab.follow(line) }
}
