// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hereabouts

/*! Text. Always plain: what comes from a file is never taken for markup. */
Text {
    textFormat: Text.PlainText
    color: Look.ink
    font.pixelSize: Look.body
    wrapMode: Text.Wrap
    elide: Text.ElideRight
}
