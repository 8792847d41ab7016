// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hereabouts

/*! What a field beneath asks for. */
Words {
    required property string words

    text: words
    color: Look.muted
    font.pixelSize: Look.small
    Layout.fillWidth: true
    Accessible.ignored: true
}
