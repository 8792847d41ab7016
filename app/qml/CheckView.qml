// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Place
import Hereabouts.Registers

/*! Faults of the place as rows; the map bears their markers. */
SidePage {
    id: root

    required property OpenPlace place
    required property CheckPage check
    required property TurnedAway turnedAway

    title: qsTr("Check")
    Words {
        text: root.check.summary
        color: Look.muted
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
    ActionButton {
        Layout.leftMargin: Look.margin
        words: root.check.done ? qsTr("Check again") : qsTr("Check now")
        primary: !root.check.done
        enabled: root.place.open && !root.place.busy
        onClicked: root.check.check()
    }
    LineView {
        name: qsTr("Faults")
        model: root.check
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.check.follow(line)
    }
    TurnedAwayView {
        objectName: "turnedAway"
        visible: root.turnedAway.count > 0
        rows: root.turnedAway
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
