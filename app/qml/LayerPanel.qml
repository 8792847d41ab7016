// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Map

/*! The layers from the top down: on or off, opacity, order by dragging the grip or with Alt and the arrow keys. */
ColumnLayout {
    id: root

    required property LayerList layers
    /*! Figures are shown on the map: their layer is there to be moved and faded. */
    property bool figures: false

    spacing: 2
    SectionTitle { text: qsTr("Layers, topmost first"); Layout.fillWidth: true; bottomPadding: 4 }
    ListView {
        id: list
        objectName: "layerList"
        Layout.fillWidth: true
        implicitHeight: contentHeight
        interactive: false
        model: root.layers
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Layers")
        move: Transition { NumberAnimation { properties: "y"; duration: 120 } }
        moveDisplaced: Transition { NumberAnimation { properties: "y"; duration: 120 } }
        delegate: FocusScope {
            id: layer

            required property int index
            required property string title
            required property bool shown
            required property real layerOpacity
            required property string rows

            readonly property bool isHere: title !== "Figures" || root.figures

            width: list.width
            height: isHere ? Math.round(30 * Look.scale) : 0
            visible: isHere
            Keys.onPressed: event => {
                if (!(event.modifiers & Qt.AltModifier)) return
                if (event.key === Qt.Key_Up) root.layers.moveLayer(index, index - 1)
                else if (event.key === Qt.Key_Down) root.layers.moveLayer(index, index + 1)
                else return
                event.accepted = true
            }
            RowLayout {
                anchors.fill: parent
                spacing: 6
                Words {
                    text: "⠿"
                    color: Look.muted
                    Accessible.name: qsTr("Drag to move %1").arg(layer.title)
                    HoverHandler { cursorShape: Qt.SizeVerCursor }
                    DragHandler {
                        target: null
                        yAxis.enabled: true
                        xAxis.enabled: false
                        onCentroidChanged: {
                            if (!active) return
                            const to = list.indexAt(10, layer.mapToItem(list.contentItem, centroid.position).y)
                            if (to >= 0 && to !== layer.index) root.layers.moveLayer(layer.index, to)
                        }
                    }
                }
                TickBox {
                    Layout.fillWidth: true
                    focus: true
                    words: layer.title
                    oneLine: true
                    on: layer.shown
                    onTurned: on => root.layers.setShown(layer.index, on)
                }
                AmountSlider {
                    Layout.preferredWidth: 62
                    visible: layer.shown
                    label: qsTr("Opacity of %1").arg(layer.title)
                    value: layer.layerOpacity
                    onMoved: root.layers.setLayerOpacity(layer.index, value)
                }
            }
        }
    }
}
