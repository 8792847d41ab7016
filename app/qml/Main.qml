// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts

/*! The window: side bar, actions, headline numbers, map with its pages, table. */
ApplicationWindow {
    id: root

    required property Desk desk
    property bool headlinesShown: true

    width: 1280
    height: 800
    minimumWidth: 800
    minimumHeight: 560
    visible: true
    title: desk.place.open ? qsTr("%1 – Hereabouts").arg(desk.place.name) : qsTr("Hereabouts")
    color: Look.paper
    font.pixelSize: Look.body

    Binding { target: Look; property: "dark"; value: root.desk.appearance.dark }
    Binding { target: Look; property: "scale"; value: root.desk.appearance.textScale }

    Shortcut { sequences: [StandardKey.Undo]; onActivated: root.desk.undo() }
    Shortcut { sequences: ["Ctrl+Shift+Z", "Ctrl+Y"]; onActivated: root.desk.redo() }
    Shortcut { sequences: ["Ctrl+D"]; enabled: root.desk.place.open; onActivated: root.desk.page = Desk.DrawOpen }
    Shortcut { sequences: ["Ctrl+F"]; onActivated: sideBar.searchField.forceActiveFocus() }
    Shortcut { sequences: [StandardKey.Open]; onActivated: root.desk.page = Desk.StartOpen }
    Shortcut { sequences: ["Ctrl+I"]; enabled: root.desk.place.open; onActivated: root.desk.page = Desk.ImportOpen }
    Shortcut { sequences: ["Ctrl+T"]; enabled: root.desk.place.open; onActivated: root.desk.tableOpen = !root.desk.tableOpen }

    Connections {
        target: root.desk
        function onTold(message) { toast.show(message, false) }
        function onFailed(message) { toast.show(message, true) }
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0
        SideBar {
            id: sideBar
            desk: root.desk
            Layout.preferredWidth: Math.min(310 * Look.scale, root.width * 0.36)
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 0
            TopBar { desk: root.desk; Layout.fillWidth: true; z: 2 }
            HeadlineStrip {
                headlines: root.desk.headlines
                visible: root.headlinesShown && root.desk.headlines.count > 0
                Layout.fillWidth: true
                onClosed: root.headlinesShown = false
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                DistrictMap {
                    id: map
                    objectName: "districtMap"
                    anchors.fill: parent
                    focus: true
                    scene: root.desk.scene
                    selection: root.desk.selection
                    marks: root.desk.marks
                    check: root.desk.check
                    board: root.desk.board
                    agreement: root.desk.agreement
                    editions: root.desk.communities.editions
                    covered: pages.inUse ? parent.width - pages.x : 0
                }
                ColumnLayout {
                    id: pages

                    readonly property bool inUse: root.desk.page !== Desk.NoPage || root.desk.card.shown

                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.bottom: parent.bottom
                    anchors.margins: 10
                    anchors.rightMargin: 10 + Look.row + 8
                    width: Math.min(350 * Look.scale, parent.width * 0.6)
                    HistoryView {
                        visible: root.desk.page === Desk.HistoryOpen
                        place: root.desk.place
                        history: root.desk.history
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onClosed: root.desk.page = Desk.NoPage
                    }
                    CheckView {
                        visible: root.desk.page === Desk.CheckOpen
                        place: root.desk.place
                        check: root.desk.check
                        turnedAway: root.desk.turnedAway
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onClosed: root.desk.page = Desk.NoPage
                    }
                    DrawPage {
                        objectName: "drawPage"
                        visible: root.desk.page === Desk.DrawOpen
                        board: root.desk.board
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onClosed: root.desk.page = Desk.NoPage
                    }
                    AgreementView {
                        objectName: "agreementView"
                        visible: root.desk.page === Desk.AgreementOpen
                        agreement: root.desk.agreement
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onClosed: root.desk.page = Desk.NoPage
                    }
                    CommunitiesView {
                        objectName: "communitiesView"
                        visible: root.desk.page === Desk.CommunitiesOpen
                        communities: root.desk.communities
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onClosed: root.desk.page = Desk.NoPage
                    }
                    RecordView {
                        objectName: "record"
                        visible: root.desk.page === Desk.RecordOpen
                        record: root.desk.record
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onClosed: root.desk.page = Desk.NoPage
                    }
                    CardPage {
                        objectName: "card"
                        visible: root.desk.card.shown && root.desk.page === Desk.NoPage
                        card: root.desk.card
                        canOpen: root.desk.selection.count === 1
                        onOpened: root.desk.record.openSelected()
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                }
            }
            TablePage {
                objectName: "tablePage"
                visible: root.desk.tableOpen
                sheet: root.desk.sheet
                onOpened: root.desk.record.openSelected()
                onAdded: kind => root.desk.record.openNew(kind)
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(root.height * 0.36)
                onClosed: root.desk.tableOpen = false
            }
        }
    }
    ImportView {
        objectName: "importView"
        anchors.fill: parent
        visible: root.desk.page === Desk.ImportOpen
        intake: root.desk.intake
        onClosed: root.desk.page = Desk.NoPage
        onVisibleChanged: {
            if (visible) forceActiveFocus()
            else {
                map.forceActiveFocus()
                map.byKeyboard = false
            }
        }
    }
    StartView {
        objectName: "startView"
        anchors.fill: parent
        visible: root.desk.page === Desk.StartOpen || (!root.desk.place.open && !root.desk.place.busy)
        start: root.desk.start
        canClose: root.desk.place.open
        onClosed: root.desk.page = Desk.NoPage
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            if (drop.hasUrls) root.desk.takeDropped(drop.urls)
        }
    }
    Toast {
        id: toast
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 64
    }
}
