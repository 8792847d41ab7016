// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! Capacity money: what is late, what rounds have left, who got what. */
ColumnLayout {
    id: root

    required property MoneyTab tab

    spacing: 6
    LabelledChoice {
        objectName: "moneyYear"
        visible: root.tab.years.length > 1
        label: qsTr("Funding year")
        choices: root.tab.years
        current: root.tab.year
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        onChosen: index => root.tab.year = index
    }
    AnswerView { tab: root.tab; name: qsTr("Capacity money"); Layout.fillWidth: true; Layout.fillHeight: true; onFollowed: line => root.tab.follow(line) }
}
