// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtLocation
import Hereabouts
import Hereabouts.Draw

/*! The boundary being drawn, over the map, and the pointer that draws it. A drag that is not the drawing's moves the map. */
Item {
    id: root

    required property DrawingBoard board
    required property Map map
    signal panned(x: real, y: real)
    signal touched

    visible: board.active
    enabled: board.active

    SketchItem {
        objectName: "sketch"
        anchors.fill: parent
        board: root.board
        center: root.map.center
        zoomLevel: root.map.zoomLevel
        ink: Look.selection
        paper: Look.surface
        warning: Look.bad
    }
    MouseArea {
        id: pointer

        property bool drawing: false
        property bool panning: false
        property point pressed
        property point last

        function where(mouse: var): var { return root.map.toCoordinate(Qt.point(mouse.x, mouse.y), false) }
        function free(mouse: var): bool { return (mouse.modifiers & Qt.AltModifier) !== 0 }

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true
        acceptedButtons: Qt.LeftButton
        cursorShape: Qt.CrossCursor
        onPressed: mouse => {
            root.touched()
            pressed = last = Qt.point(mouse.x, mouse.y)
            panning = false
            drawing = root.board.press(where(mouse), root.map.zoomLevel, free(mouse))
        }
        onPositionChanged: mouse => {
            if (!pressedButtons) {
                root.board.hover(where(mouse), root.map.zoomLevel, free(mouse))
            } else if (drawing) {
                root.board.drag(where(mouse), root.map.zoomLevel, free(mouse))
            } else if (panning || Math.hypot(mouse.x - pressed.x, mouse.y - pressed.y) > 6) {
                panning = true
                root.panned(last.x - mouse.x, last.y - mouse.y)
            }
            last = Qt.point(mouse.x, mouse.y)
        }
        onReleased: mouse => {
            if (drawing) root.board.release(where(mouse), root.map.zoomLevel, free(mouse))
            else if (!panning) root.board.click(where(mouse), root.map.zoomLevel, free(mouse))
            drawing = false
        }
        onCanceled: drawing = false
        onExited: followed.visible = false
        onEntered: followed.visible = true
        // The wheel belongs to the map beneath.
        onWheel: wheel => wheel.accepted = false
    }
    // What is inside, beside the pointer.
    Rectangle {
        id: followed
        visible: false
        opacity: words.text.length > 0 ? 1 : 0
        x: Math.min(root.width - width - 8, pointer.mouseX + 18)
        y: Math.min(root.height - height - 8, pointer.mouseY + 18)
        width: words.implicitWidth + 16
        height: words.implicitHeight + 8
        radius: Look.radius
        color: Look.ink
        Words { id: words; anchors.centerIn: parent; text: root.board.facts.summary; color: Look.surface; font.pixelSize: Look.small; wrapMode: Text.NoWrap; Accessible.ignored: true }
    }
}
