// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import QtPositioning
import Hereabouts
import Hereabouts.Community
import Hereabouts.Draw
import Hereabouts.Hearing
import Hereabouts.Map
import Hereabouts.Registers

/*! The map: tiles beneath, a transparent Map with camera and marked shapes on top. North is always up. */
FocusScope {
    id: root

    required property MapScene scene
    required property MapSelection selection
    required property MarkedShapes marks
    required property CheckPage check
    required property DrawingBoard board
    required property AgreementPage agreement
    required property EditionsTab editions
    property alias complete: tiles.complete
    /*! Nobody has moved the map yet: it shows the whole district whatever its size becomes. */
    property bool untouched: true
    property bool byKeyboard: false
    /*! So much of the right-hand side lies under a page. */
    property real covered: 0

    function showDistrict() {
        if (scene.ready && scene.district.isValid && width > 0 && height > 0) map.fitViewportToGeoShape(scene.district, 24)
        untouched = true
    }
    function zoomBy(steps: real, where: point) {
        const coordinate = map.toCoordinate(where, false)
        untouched = false
        map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(19, map.zoomLevel + steps))
        map.alignCoordinateToPoint(coordinate, where)
    }
    function pan(x: real, y: real) {
        untouched = false
        map.pan(x, y)
    }
    function goTo(coordinate: geoCoordinate) {
        untouched = false
        map.center = coordinate
    }
    /*! What a key does while a boundary is drawn; false for a key that means the same as ever. */
    function drawByKey(event: var): bool {
        const nudge = event.modifiers & Qt.ShiftModifier ? 20 : 2
        event.accepted = true
        if (event.modifiers & Qt.ControlModifier && board.cornerChosen) {
            switch (event.key) {
            case Qt.Key_Left: board.nudgeCorner(-nudge, 0, map.zoomLevel); return true
            case Qt.Key_Right: board.nudgeCorner(nudge, 0, map.zoomLevel); return true
            case Qt.Key_Up: board.nudgeCorner(0, -nudge, map.zoomLevel); return true
            case Qt.Key_Down: board.nudgeCorner(0, nudge, map.zoomLevel); return true
            }
        }
        if (event.key >= Qt.Key_1 && event.key < Qt.Key_1 + board.tools.length) {
            board.tool = event.key - Qt.Key_1
            return true
        }
        switch (event.key) {
        case Qt.Key_Space: board.click(map.center, map.zoomLevel, false); return true
        case Qt.Key_Return: case Qt.Key_Enter: board.finishLine(); return true
        case Qt.Key_Escape: board.stepBack(); return true
        case Qt.Key_Delete: case Qt.Key_Backspace: board.eraseCorner(); return true
        case Qt.Key_F: board.flip(); return true
        case Qt.Key_S: board.snapping = !board.snapping; return true
        case Qt.Key_N: board.chooseNextCorner(event.modifiers & Qt.ShiftModifier ? -1 : 1); return true
        }
        return false
    }
    function askInTheMiddle() {
        selection.tap(map.center, map.zoomLevel, false)
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map of the district")
    Accessible.description: qsTr("Arrow keys move, plus and minus zoom, Home shows the whole district, Enter asks what is in the middle.")
    activeFocusOnTab: true
    onWidthChanged: if (untouched) Qt.callLater(showDistrict)
    onHeightChanged: if (untouched) Qt.callLater(showDistrict)
    onActiveFocusChanged: if (!activeFocus) byKeyboard = true
    Keys.onPressed: event => {
        byKeyboard = true
        if (board.active && drawByKey(event)) return
        const step = event.modifiers & Qt.ShiftModifier ? 240 : 80
        const middle = Qt.point(width / 2, height / 2)
        event.accepted = true
        switch (event.key) {
        case Qt.Key_Left: root.pan(-step, 0); break
        case Qt.Key_Right: root.pan(step, 0); break
        case Qt.Key_Up: root.pan(0, -step); break
        case Qt.Key_Down: root.pan(0, step); break
        case Qt.Key_Plus: case Qt.Key_Equal: root.zoomBy(0.5, middle); break
        case Qt.Key_Minus: root.zoomBy(-0.5, middle); break
        case Qt.Key_Home: root.showDistrict(); break
        case Qt.Key_Return: case Qt.Key_Enter: case Qt.Key_Space: root.askInTheMiddle(); break
        case Qt.Key_Escape: root.selection.clear(); break
        default: event.accepted = false
        }
    }

    Connections {
        target: root.scene
        function onLayersChanged() {
            if (root.untouched) root.showDistrict()
        }
    }
    function bringIntoView(box: var) {
        untouched = false
        map.fitViewportToGeoShape(box, 40)
        if (map.zoomLevel > 17) map.zoomLevel = 17
        if (covered <= 0 || covered >= width) return
        map.zoomLevel -= Math.log2(width / (width - covered))
        map.pan(covered / 2, 0)
    }
    Connections {
        target: root.selection
        function onComeIntoView(box) { root.bringIntoView(box) }
    }
    Connections {
        target: root.board
        function onComeIntoView(box) { root.bringIntoView(box) }
        function onLookAt(position) { root.goTo(position) }
    }
    Connections {
        target: root.agreement
        function onComeIntoView(box) { root.bringIntoView(box) }
    }
    Rectangle { anchors.fill: parent; color: root.scene.background }
    MapTiles {
        id: tiles
        anchors.fill: parent
        scene: root.scene
        center: map.center
        zoomLevel: map.zoomLevel
    }
    Binding { target: root.marks; property: "zoom"; value: map.zoomLevel }
    Map {
        id: map
        objectName: "map"
        anchors.fill: parent
        color: "transparent"
        plugin: Plugin { name: "itemsoverlay" }
        bearing: 0
        tilt: 0
        minimumTilt: 0
        maximumTilt: 0
        copyrightsVisible: false

        // Not MapItemView: in Qt 6.8 it leaves the items of a model that is reset on the map.
        Instantiator {
            model: root.marks
            onObjectAdded: (index, object) => map.addMapItemGroup(object as MapItemGroup)
            onObjectRemoved: (index, object) => map.removeMapItemGroup(object as MapItemGroup)
            delegate: MapItemGroup {
                id: mark

                required property string shape
                required property geoPolygon boundary
                required property var path
                required property geoCoordinate position
                required property bool hovered

                MapPolygon {
                    visible: mark.shape === "area"
                    geoShape: mark.boundary
                    color: mark.hovered ? "transparent" : Qt.alpha(Look.selection, 0.12)
                    border.width: mark.hovered ? 2 : 3
                    border.color: mark.hovered ? Qt.alpha(Look.ink, 0.75) : Look.selection
                }
                MapPolyline {
                    visible: mark.shape === "line"
                    path: mark.path
                    line.width: mark.hovered ? 3 : 5
                    line.color: mark.hovered ? Qt.alpha(Look.ink, 0.75) : Look.selection
                }
                MapQuickItem {
                    visible: mark.shape === "point"
                    coordinate: mark.position
                    anchorPoint: Qt.point(11, 11)
                    sourceItem: Rectangle {
                        width: 22
                        height: 22
                        radius: 11
                        color: "transparent"
                        border.width: 3
                        border.color: mark.hovered ? Look.ink : Look.selection
                    }
                }
            }
        }
        Instantiator {
            model: root.check
            onObjectAdded: (index, object) => map.addMapItem(object as MapQuickItem)
            onObjectRemoved: (index, object) => map.removeMapItem(object as MapQuickItem)
            delegate: MapQuickItem {
                id: fault

                required property int index
                required property string title
                required property geoCoordinate position
                required property bool onMap

                visible: onMap
                coordinate: position
                anchorPoint: Qt.point(11, 11)
                sourceItem: Rectangle {
                    width: 22
                    height: 22
                    radius: 4
                    rotation: 45
                    color: Look.surface
                    border.width: 2
                    border.color: Look.bad
                    Words { anchors.centerIn: parent; rotation: -45; text: "!"; color: Look.bad; font.weight: Font.Bold }
                    TapHandler { onTapped: root.check.follow(fault.index) }
                    HoverHandler { id: over }
                    HintBox { words: fault.title; shown: over.hovered }
                }
            }
        }
    }

    Timer {
        id: hoverRests
        interval: 30
        onTriggered: if (hover.hovered) root.selection.hover(map.toCoordinate(hover.point.position, false), map.zoomLevel)
    }
    HoverHandler {
        id: hover
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onPointChanged: if (!drag.active && !hoverRests.running) hoverRests.start()
        enabled: !root.board.active
        onHoveredChanged: if (!hovered) root.selection.leave()
    }
    TapHandler {
        enabled: !root.board.active
        acceptedModifiers: Qt.NoModifier
        gesturePolicy: TapHandler.WithinBounds
        onTapped: point => {
            root.forceActiveFocus()
            root.byKeyboard = false
            root.selection.tap(map.toCoordinate(point.position, false), map.zoomLevel, false)
        }
        onDoubleTapped: point => root.zoomBy(1, point.position)
    }
    TapHandler {
        enabled: !root.board.active
        acceptedModifiers: Qt.ControlModifier
        gesturePolicy: TapHandler.WithinBounds
        onTapped: point => {
            root.forceActiveFocus()
            root.byKeyboard = false
            root.selection.tap(map.toCoordinate(point.position, false), map.zoomLevel, true)
        }
    }
    DragHandler {
        id: drag
        enabled: !root.board.active
        target: null
        onTranslationChanged: delta => root.pan(-delta.x, -delta.y)
    }
    PinchHandler {
        id: pinch
        property geoCoordinate start
        target: null
        onActiveChanged: if (active) start = map.toCoordinate(centroid.position, false)
        onScaleChanged: delta => {
            root.untouched = false
            map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(19, map.zoomLevel + Math.log2(delta)))
            map.alignCoordinateToPoint(start, centroid.position)
        }
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.zoomBy(event.angleDelta.y / 240, Qt.point(event.x, event.y))
    }

    LineChangeItem {
        objectName: "lineChange"
        anchors.fill: parent
        visible: root.editions.shown
        editions: root.editions
        center: map.center
        zoomLevel: map.zoomLevel
        ink: Look.ink
    }
    AgreementItem {
        objectName: "agreement"
        anchors.fill: parent
        visible: root.agreement.shown
        agreement: root.agreement
        center: map.center
        zoomLevel: map.zoomLevel
        ink: Look.dark ? "#e0c8ff" : "#4a1f78"
        paper: Look.surface
    }
    SketchLayer {
        objectName: "sketchLayer"
        anchors.fill: parent
        board: root.board
        map: map
        onPanned: (x, y) => root.pan(x, y)
        onTouched: {
            root.forceActiveFocus()
            root.byKeyboard = false
        }
    }
    Words {
        anchors.centerIn: parent
        visible: root.activeFocus && root.byKeyboard
        text: "+"
        font.pixelSize: 22
        color: Qt.alpha(Look.ink, 0.6)
        Accessible.ignored: true
    }
    FocusFrame { anchors.margins: 2; radius: 0; shown: root.activeFocus && root.byKeyboard }
    HoverBox {
        title: root.selection.hoverTitle
        words: root.selection.hoverText
        x: Math.min(root.width - width - 8, hover.point.position.x + 14)
        y: Math.min(root.height - height - 8, hover.point.position.y + 16)
    }
    MapFurniture {
        anchors.fill: parent
        latitude: map.center.latitude
        zoomLevel: map.zoomLevel
        attribution: root.scene.attribution
        onZoomed: steps => root.zoomBy(steps, Qt.point(root.width / 2, root.height / 2))
        onWholeDistrict: root.showDistrict()
    }
}
