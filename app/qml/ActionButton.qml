// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! A button. `words` is what it says; `text` stays empty because Qt would read markup in it. */
AbstractButton {
    id: root

    property string words
    property bool primary: false
    property bool quiet: false
    property string hint

    implicitHeight: Look.row
    implicitWidth: Math.max(Look.row, label.implicitWidth + 24)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: words
    Accessible.description: hint
    Accessible.onPressAction: root.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Look.radius
        color: root.primary ? (root.hovered ? Qt.lighter(Look.accent, 1.12) : Look.accent)
                            : root.checked ? Look.accentSoft : root.hovered || root.down ? Look.raised : root.quiet ? "transparent" : Look.surface
        border.width: root.primary || root.quiet ? 0 : 1
        border.color: root.checked ? Look.accent : Look.line

        FocusFrame { shown: root.visualFocus }
    }
    contentItem: Words {
        id: label
        text: root.words
        color: root.primary ? Look.accentInk : root.checked ? Look.accent : Look.ink
        font.weight: root.primary || root.checked ? Font.DemiBold : Font.Medium
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    HintBox { words: root.hint; shown: root.hint.length > 0 && (root.hovered || root.visualFocus) }
}
