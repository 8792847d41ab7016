// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Registers

/*! A register as a table; its selected rows are the map's. */
Rectangle {
    id: root

    required property RegisterSheet sheet
    signal closed
    signal opened
    signal added(kind: int)

    color: Look.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Table")
    Keys.onEscapePressed: closed()

    FileDialog {
        id: exportPicker
        title: qsTr("Write the rows to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("GeoPackage (*.gpkg)"), qsTr("GeoJSON (*.geojson)"), qsTr("CSV (*.csv)"), qsTr("FlatGeobuf (*.fgb)")]
        onAccepted: root.sheet.exportTo(selectedFile)
    }
    Rectangle { width: parent.width; height: 1; color: Look.line }
    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: 8
        spacing: 6
        RowLayout {
            Layout.leftMargin: Look.margin
            Layout.rightMargin: 8
            spacing: 8
            // In a narrow window or with large text the actions go on in a second row.
            Flow {
                Layout.fillWidth: true
                spacing: 8
                ChoiceBox {
                    id: which
                    width: 180 * Look.scale
                    label: qsTr("Register")
                    model: root.sheet.registers
                    currentIndex: root.sheet.which
                    onActivated: index => root.sheet.which = index
                    Binding { target: which; property: "currentIndex"; value: root.sheet.which; when: !which.popup.visible }
                }
                TextEntry {
                    width: 170 * Look.scale
                    label: qsTr("Filter rows")
                    placeholderText: qsTr("Filter rows …")
                    text: root.sheet.filter
                    onTextEdited: root.sheet.filter = text
                }
                TickBox { height: Look.row; words: qsTr("Selected only"); on: root.sheet.selectedOnly; onTurned: on => root.sheet.selectedOnly = on }
                ActionButton { objectName: "openRow"; words: qsTr("Open"); hint: qsTr("The selected row, to read and to change"); onClicked: root.opened() }
                ActionButton { words: qsTr("Add"); hint: qsTr("A new row of this register"); onClicked: root.added(root.sheet.registerKind) }
                ActionButton { words: qsTr("Show"); hint: qsTr("Brings the selected rows into view on the map"); onClicked: root.sheet.showSelected() }
                ActionButton { words: qsTr("Select all"); hint: qsTr("Selects every row shown (Ctrl+A)"); onClicked: root.sheet.selectShown() }
                ActionButton { words: qsTr("Copy"); hint: qsTr("The selected rows, for a spreadsheet (Ctrl+C)"); onClicked: root.sheet.copySelected() }
                ActionButton { words: qsTr("Export …"); hint: qsTr("The selected rows to a file; all that are shown if none is selected"); onClicked: exportPicker.open() }
                Words { height: Look.row; verticalAlignment: Text.AlignVCenter; text: root.sheet.summary; color: Look.muted; wrapMode: Text.NoWrap }
            }
            ActionButton { quiet: true; words: "✕"; Layout.alignment: Qt.AlignTop; Accessible.name: qsTr("Close the table"); onClicked: root.closed() }
        }
        HorizontalHeaderView {
            id: header
            Layout.fillWidth: true
            implicitHeight: Look.row
            syncView: table
            clip: true
            delegate: AbstractButton {
                id: heading

                required property int column
                required property var model

                implicitHeight: Look.row
                hoverEnabled: true
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: qsTr("Sort by %1").arg(model.display)
                Accessible.onPressAction: heading.click()
                onClicked: root.sheet.sortBy(column)
                background: Rectangle {
                    color: heading.hovered ? Look.accentSoft : Look.raised
                    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Look.line }
                    FocusFrame { anchors.margins: 1; shown: heading.visualFocus }
                }
                contentItem: Words {
                    leftPadding: 10
                    text: heading.model.display + (root.sheet.sortedBy === heading.column ? (root.sheet.descending ? " ▾" : " ▴") : "")
                    font.weight: Font.DemiBold
                    font.pixelSize: Look.small
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        TableView {
            id: table

            property int cursor: 0

            objectName: "table"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.sheet
            columnWidthProvider: column => 24 + root.sheet.columnWidth(column) * Look.body * 0.56
            rowHeightProvider: () => Math.round(28 * Look.scale)
            activeFocusOnTab: true
            pointerNavigationEnabled: false
            keyNavigationEnabled: false
            ScrollBar.vertical: ScrollBar {}
            ScrollBar.horizontal: ScrollBar {}
            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Rows")
            Keys.onPressed: event => {
                const reach = (event.modifiers & Qt.ShiftModifier) !== 0
                event.accepted = true
                if (event.key === Qt.Key_Down || event.key === Qt.Key_Up) {
                    cursor = Math.max(0, Math.min(rows - 1, cursor + (event.key === Qt.Key_Down ? 1 : -1)))
                    positionViewAtRow(cursor, TableView.Contain)
                    root.sheet.click(cursor, false, reach)
                } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) root.sheet.visit(cursor)
                else if (event.matches(StandardKey.Copy)) root.sheet.copySelected()
                else if (event.matches(StandardKey.SelectAll)) root.sheet.selectShown()
                else event.accepted = false
            }
            delegate: Rectangle {
                id: cell

                required property int row
                required property string display
                required property bool chosen
                required property bool number

                color: chosen ? Look.accentSoft : row % 2 ? Look.raised : Look.surface
                Words {
                    anchors.fill: parent
                    anchors.leftMargin: 10
                    anchors.rightMargin: 10
                    text: cell.display
                    verticalAlignment: Text.AlignVCenter
                    horizontalAlignment: cell.number ? Text.AlignRight : Text.AlignLeft
                    wrapMode: Text.NoWrap
                    font.weight: cell.chosen ? Font.DemiBold : Font.Normal
                }
                Rectangle { visible: table.activeFocus && table.cursor === cell.row; anchors.bottom: parent.bottom; width: parent.width; height: 2; color: Look.focus }
                function choose(add: bool, reach: bool) {
                    table.forceActiveFocus()
                    table.cursor = row
                    root.sheet.click(row, add, reach)
                }

                TapHandler { acceptedModifiers: Qt.NoModifier; onTapped: cell.choose(false, false); onDoubleTapped: root.sheet.visit(cell.row) }
                TapHandler { acceptedModifiers: Qt.ControlModifier; onTapped: cell.choose(true, false) }
                TapHandler { acceptedModifiers: Qt.ShiftModifier; onTapped: cell.choose(true, true) }
            }
            Connections {
                target: root.sheet
                function onShowRow(row) { table.positionViewAtRow(row, TableView.Contain) }
                function onWhichChanged() { table.contentX = 0 }
                function onModelReset() { table.forceLayout() }
            }
        }
    }
}
