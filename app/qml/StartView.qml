// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Place

/*! The first thing seen without a place, and where another one is opened or made. */
Rectangle {
    id: root

    required property StartPage start
    property bool canClose: false
    property bool making: false
    signal closed

    color: Look.paper
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Open a place")
    Keys.onEscapePressed: if (canClose) closed()
    EventStop {}

    FileDialog {
        id: openPicker
        title: qsTr("Open a place")
        currentFolder: root.start.folder
        nameFilters: [qsTr("Places (*.place *.sqlite)"), qsTr("All files (*)")]
        onAccepted: root.start.open(selectedFile)
    }
    FileDialog {
        id: newPicker
        title: qsTr("Where to keep the new place")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "place"
        currentFolder: root.start.folder
        nameFilters: [qsTr("Places (*.place)")]
        onAccepted: root.start.makeNew(selectedFile, name.text, root.crs, currency.text)
    }
    FileDialog {
        id: samplePicker
        title: qsTr("Where to keep the sample district")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "place"
        currentFolder: root.start.folder
        nameFilters: [qsTr("Places (*.place)")]
        onAccepted: root.start.makeSample(selectedFile)
    }

    readonly property string crs: start.crsOf(system.current).length > 0 ? start.crsOf(system.current) : code.text

    Flickable {
        anchors.fill: parent
        contentHeight: page.implicitHeight + 80
        boundsBehavior: Flickable.StopAtBounds
        ColumnLayout {
            id: page
            x: Math.max(24, (root.width - width) / 2)
            y: 40
            width: Math.min(root.width - 48, 560 * Look.scale)
            spacing: 14
            RowLayout {
                Words { text: qsTr("Hereabouts"); font.pixelSize: Look.figure * 1.3; font.weight: Font.DemiBold; Layout.fillWidth: true }
                ActionButton { visible: root.canClose; quiet: true; words: "✕"; Accessible.name: qsTr("Close"); onClicked: root.closed() }
            }
            Words {
                text: qsTr("Communities, place plans, shared budgets and what local institutions spend, on one map of your district. Everything is kept in one file, on this computer.")
                color: Look.muted
                Layout.fillWidth: true
            }
            Flow {
                Layout.fillWidth: true
                spacing: 8
                ActionButton { objectName: "openPlace"; words: qsTr("Open a place …"); primary: true; onClicked: openPicker.open() }
                ActionButton { objectName: "newPlace"; words: qsTr("New place …"); checked: root.making; onClicked: root.making = !root.making }
                ActionButton { objectName: "samplePlace"; words: qsTr("Try the sample district …"); hint: qsTr("Rātā Coast, which is fictional, with everything in it"); onClicked: samplePicker.open() }
            }
            ColumnLayout {
                visible: root.making
                Layout.fillWidth: true
                spacing: 6
                Words { text: qsTr("What is the district called?"); color: Look.muted; font.pixelSize: Look.small }
                TextEntry { id: name; objectName: "newName"; label: qsTr("Name of the district"); Layout.fillWidth: true }
                LabelledChoice { id: system; label: qsTr("Coordinates it is kept in; they cannot be changed later"); choices: root.start.crsNames; current: 0; Layout.fillWidth: true; onChosen: index => current = index }
                TextEntry { id: code; objectName: "newCrs"; visible: root.start.crsOf(system.current).length === 0; label: qsTr("EPSG code"); placeholderText: "EPSG:2193"; Layout.fillWidth: true }
                Words { visible: code.visible; text: root.start.aboutCrs(code.text); color: code.text.length === 0 || root.start.isCrs(code.text) ? Look.muted : Look.bad; font.pixelSize: Look.small; Layout.fillWidth: true }
                Words { text: qsTr("Currency"); color: Look.muted; font.pixelSize: Look.small }
                TextEntry { id: currency; label: qsTr("Currency"); text: "NZD"; maximumLength: 3; Layout.preferredWidth: 90 }
                ActionButton {
                    objectName: "makePlace"
                    words: qsTr("Make it …")
                    primary: true
                    enabled: name.text.trim().length > 0 && currency.text.trim().length === 3 && root.start.isCrs(root.crs)
                    onClicked: newPicker.open()
                }
            }
            SectionTitle { visible: recent.count > 0; text: qsTr("Opened last"); topPadding: 8 }
            Repeater {
                id: recent
                model: root.start.recent
                delegate: LineRow {
                    required property var modelData
                    Layout.fillWidth: true
                    title: modelData.name
                    detail: modelData.folder
                    badge: ""
                    tone: ""
                    leads: true
                    onFollowed: root.start.openRecent(modelData.path)
                }
            }
            Words { text: qsTr("You can also drop a place file, or a file to bring in, on this window."); color: Look.muted; font.pixelSize: Look.small; Layout.fillWidth: true }
        }
    }
}
