// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/*! Colours and sizes of the whole app, light and dark. Main sets `dark` and `scale`. */
QtObject {
    property bool dark: false
    property real scale: 1

    readonly property color paper: dark ? "#12191d" : "#f4f3ee"
    readonly property color surface: dark ? "#1a2328" : "#ffffff"
    readonly property color raised: dark ? "#222d33" : "#faf9f5"
    readonly property color ink: dark ? "#e9eff1" : "#1c2a31"
    readonly property color muted: dark ? "#a3b3ba" : "#566670"
    readonly property color line: dark ? "#324047" : "#dcdfdc"
    readonly property color accent: dark ? "#5cc2b6" : "#0d6464"
    readonly property color accentInk: dark ? "#06221f" : "#ffffff"
    readonly property color accentSoft: dark ? "#1f3f3f" : "#dcedeb"
    readonly property color focus: dark ? "#9ecbff" : "#1456b8"
    readonly property color good: dark ? "#7bd3a0" : "#156b41"
    readonly property color warn: dark ? "#ecc069" : "#855200"
    readonly property color bad: dark ? "#f79d94" : "#a8231b"
    readonly property color selection: dark ? "#ffd166" : "#d1306f"
    readonly property color shade: dark ? "#99000000" : "#66202a30"

    readonly property int small: Math.round(12 * scale)
    readonly property int body: Math.round(14 * scale)
    readonly property int title: Math.round(17 * scale)
    readonly property int figure: Math.round(21 * scale)
    readonly property int gap: 8
    readonly property int margin: 16
    readonly property int radius: 6
    readonly property int row: Math.round(34 * scale)

    /*! What a tone of a badge ("good", "warn", "bad" or empty) is drawn in. */
    function tone(name: string): color {
        return name === "good" ? good : name === "warn" ? warn : name === "bad" ? bad : muted
    }
}
