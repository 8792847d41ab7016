// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Registers

/*! What was understood of a file, before anything is written. */
Rectangle {
    id: root

    required property ImportPage intake
    signal closed

    color: Look.shade
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Bring in a file")
    Keys.onEscapePressed: closed()
    EventStop {}

    FileDialog {
        id: picker
        title: qsTr("Choose a file to bring in")
        nameFilters: [qsTr("Map and table files (*.gpkg *.shp *.zip *.geojson *.json *.fgb *.kml *.kmz *.topojson *.csv *.xlsx)"), qsTr("All files (*)")]
        onAccepted: root.intake.choose(selectedFile)
    }
    FileDialog {
        id: rejectsPicker
        title: qsTr("Save the rejected rows")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("CSV (*.csv)")]
        onAccepted: root.intake.saveRejects(selectedFile)
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 40, 1080)
        height: Math.min(parent.height - 40, 720)
        radius: Look.radius + 4
        color: Look.surface
        border.color: Look.line

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: 20
            spacing: 12
            RowLayout {
                Words { text: root.intake.fileName.length > 0 ? root.intake.fileName : qsTr("Bring in a file"); font.pixelSize: Look.title; font.weight: Font.DemiBold; Layout.fillWidth: true }
                ActionButton { words: qsTr("Choose a file …"); primary: root.intake.fileName.length === 0; onClicked: picker.open() }
                ActionButton { quiet: true; words: "✕"; Accessible.name: qsTr("Close"); onClicked: root.closed() }
            }
            Words {
                visible: root.intake.fileName.length === 0
                text: qsTr("GeoPackage, Shapefile, GeoJSON, FlatGeobuf, KML, TopoJSON, CSV or Excel. You can also drop a file anywhere on the window. Nothing is written before you have seen what was understood.")
                color: Look.muted
                Layout.fillWidth: true
            }
            Words {
                visible: root.intake.refusal.length > 0
                text: root.intake.refusal
                color: Look.bad
                Layout.fillWidth: true
            }
            Words { visible: root.intake.reading; text: qsTr("Reading …"); color: Look.muted }
            RowLayout {
                visible: root.intake.fileName.length > 0
                spacing: 12
                LabelledChoice {
                    Layout.fillWidth: false
                    Layout.preferredWidth: 190
                    label: qsTr("Into the register")
                    choices: root.intake.kinds
                    current: root.intake.kind
                    onChosen: index => root.intake.kind = index
                }
                LabelledChoice {
                    Layout.fillWidth: false
                    Layout.preferredWidth: 190
                    visible: root.intake.layers.length > 1
                    label: qsTr("Layer")
                    choices: root.intake.layers
                    current: root.intake.layer
                    onChosen: index => root.intake.layer = index
                }
                ColumnLayout {
                    visible: root.intake.hasEditions && root.intake.ready
                    spacing: 3
                    Words { text: qsTr("Edition"); color: Look.muted; font.pixelSize: Look.small }
                    TextEntry { Layout.preferredWidth: 150; label: qsTr("Edition"); text: root.intake.edition; onEditingFinished: root.intake.edition = text }
                }
                ColumnLayout {
                    visible: root.intake.ready
                    spacing: 3
                    Words { text: qsTr("Format"); color: Look.muted; font.pixelSize: Look.small }
                    Words { text: root.intake.format; Layout.preferredHeight: Look.row; verticalAlignment: Text.AlignVCenter }
                }
                LabelledChoice {
                    objectName: "encoding"
                    Layout.fillWidth: false
                    Layout.preferredWidth: 170
                    visible: root.intake.ready && root.intake.encodings.length > 1
                    label: root.intake.encodingAsked ? qsTr("Its text: is this right?") : qsTr("Its text is")
                    choices: root.intake.encodings
                    current: Math.max(0, root.intake.encodings.indexOf(root.intake.encoding))
                    onChosen: index => root.intake.encoding = root.intake.encodings[index]
                }
                ActionButton {
                    visible: root.intake.encodingAsked
                    primary: true
                    words: qsTr("Yes, %1").arg(root.intake.encoding)
                    hint: qsTr("The names in the first rows below look right")
                    Layout.alignment: Qt.AlignBottom
                    onClicked: root.intake.encoding = root.intake.encoding
                }
                Item { Layout.fillWidth: true }
            }
            RowLayout {
                visible: root.intake.ready
                spacing: 10
                Words {
                    Layout.fillWidth: true
                    text: root.intake.crs.length > 0 ? qsTr("Coordinates: %1").arg(root.intake.crs) : qsTr("The file does not say which coordinates it uses.")
                    color: root.intake.crs.length > 0 ? Look.ink : Look.bad
                }
                ActionButton {
                    visible: root.intake.crsGuess.length > 0
                    primary: true
                    words: qsTr("Use %1").arg(root.intake.crsGuess)
                    Layout.maximumWidth: 420
                    hint: qsTr("A guess from where the coordinates would lie")
                    onClicked: root.intake.takeGuess()
                }
                TextEntry {
                    Layout.preferredWidth: 130
                    label: qsTr("Coordinates, as an EPSG code")
                    placeholderText: "EPSG:2193"
                    onAccepted: root.intake.sayCrs(text)
                }
            }
            Words { visible: text.length > 0; text: root.intake.crsNote; color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true }
            RowLayout {
                visible: root.intake.ready
                Layout.fillHeight: true
                spacing: 16
                ColumnLayout {
                    Layout.preferredWidth: 360 * Math.min(Look.scale, 1.3)
                    Layout.fillHeight: true
                    spacing: 4
                    SectionTitle { text: qsTr("Which column fills which field") }
                    ListView {
                        id: mapping
                        objectName: "mapping"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        clip: true
                        spacing: 4
                        model: root.intake.mapping
                        ScrollBar.vertical: ScrollBar {}
                        delegate: RowLayout {
                            id: field

                            required property int index
                            required property string title
                            required property string detail
                            required property string badge
                            required property string tone

                            width: mapping.width - 12
                            spacing: 6
                            Words { text: field.title; Layout.fillWidth: true; Layout.preferredWidth: 1; maximumLineCount: 2 }
                            Badge { words: field.badge; tone: field.tone }
                            ChoiceBox {
                                Layout.preferredWidth: 150
                                label: qsTr("Column for %1").arg(field.title)
                                model: root.intake.columns
                                currentIndex: root.intake.columnOf(field.index)
                                onActivated: index => root.intake.setColumn(field.index, index)
                            }
                        }
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    spacing: 4
                    SectionTitle { text: qsTr("The first rows") }
                    HorizontalHeaderView {
                        syncView: rows
                        Layout.fillWidth: true
                        implicitHeight: 26 * Look.scale
                        clip: true
                        delegate: Rectangle {
                            id: column
                            required property string display
                            color: Look.raised
                            implicitHeight: 26 * Look.scale
                            Words { anchors.fill: parent; leftPadding: 6; text: column.display; font.pixelSize: Look.small; font.weight: Font.DemiBold; verticalAlignment: Text.AlignVCenter; wrapMode: Text.NoWrap }
                        }
                    }
                    TableView {
                        id: rows
                        Layout.fillWidth: true
                        Layout.preferredHeight: 150
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        model: root.intake.sample
                        columnWidthProvider: () => 130
                        rowHeightProvider: () => 24 * Look.scale
                        ScrollBar.horizontal: ScrollBar {}
                        delegate: Words {
                            required property string display
                            leftPadding: 6
                            text: display
                            font.pixelSize: Look.small
                            verticalAlignment: Text.AlignVCenter
                            wrapMode: Text.NoWrap
                        }
                    }
                    SectionTitle { text: qsTr("To look at"); visible: root.intake.problems.count > 0 }
                    LineView {
                        name: qsTr("To look at")
                        visible: root.intake.problems.count > 0
                        model: root.intake.problems
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                    RowLayout {
                        visible: root.intake.rejects.count > 0
                        SectionTitle { text: qsTr("Rejected rows"); Layout.fillWidth: true }
                        ActionButton { words: qsTr("Save them …"); hint: qsTr("As CSV: mend them there and bring that file in"); onClicked: rejectsPicker.open() }
                    }
                    LineView {
                        name: qsTr("Rejected rows")
                        visible: root.intake.rejects.count > 0
                        model: root.intake.rejects
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                    Item { Layout.fillHeight: true; visible: root.intake.rejects.count === 0 && root.intake.problems.count === 0 }
                }
            }
            Item { Layout.fillHeight: true; visible: !root.intake.ready }
            RowLayout {
                visible: root.intake.ready
                Words { visible: root.intake.waiting > 0; text: qsTr("%1 more after this").arg(root.intake.waiting); color: Look.muted }
                Words { text: root.intake.summary; font.weight: Font.DemiBold; Layout.fillWidth: true }
                ActionButton { words: qsTr("Cancel"); onClicked: root.closed() }
                ActionButton { objectName: "commit"; words: qsTr("Bring in"); primary: true; enabled: root.intake.canCommit; onClicked: root.intake.commit() }
            }
        }
    }
}
