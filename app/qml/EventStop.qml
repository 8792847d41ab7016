// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Keeps clicks, wheel and hover from what lies beneath. */
MouseArea {
    anchors.fill: parent
    acceptedButtons: Qt.AllButtons
    hoverEnabled: true
    onWheel: wheel => wheel.accepted = true
}
