// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts
import Hereabouts.Registers

/*! Search as one types; Enter goes to the first result. */
TextEntry {
    id: root

    required property SearchBox search

    objectName: "searchField"
    label: qsTr("Search")
    placeholderText: qsTr("Search places, communities, roads …")
    onTextEdited: search.typed = text
    Keys.onReturnPressed: results.go(results.currentIndex)
    Keys.onEnterPressed: results.go(results.currentIndex)
    Keys.onDownPressed: results.incrementCurrentIndex()
    Keys.onUpPressed: results.decrementCurrentIndex()
    Keys.onEscapePressed: search.typed = ""

    Connections {
        target: root.search
        function onTypedChanged() {
            if (root.text !== root.search.typed) root.text = root.search.typed
        }
    }
    Popup {
        id: popup
        y: root.height + 4
        width: root.width
        height: Math.min(results.contentHeight, 420) + 2
        padding: 1
        visible: root.search.typed.length > 0 && results.count > 0
        closePolicy: Popup.NoAutoClose
        background: Rectangle { color: Look.surface; border.color: Look.line; radius: Look.radius }
        contentItem: ListView {
            id: results

            function go(result: int) {
                root.search.go(Math.max(0, result))
            }

            objectName: "searchResults"
            clip: true
            model: root.search.results
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Search results")
            delegate: LineRow {
                required property var model
                leads: true
                highlighted: ListView.isCurrentItem
                onFollowed: line => results.go(line)
            }
        }
    }
    Popup {
        y: root.height + 4
        width: root.width
        padding: 10
        visible: root.search.typed.length > 1 && results.count === 0
        closePolicy: Popup.NoAutoClose
        background: Rectangle { color: Look.surface; border.color: Look.line; radius: Look.radius }
        contentItem: Words { text: qsTr("Nothing here is called that."); color: Look.muted }
    }
}
