// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts

/*! One field of a row: a line, a paragraph, a choice or yes and no, as its register says. */
ColumnLayout {
    id: root

    required property int index
    required property string title
    required property string text
    required property string kind
    required property list<string> words
    required property string problem
    required property bool needed
    required property bool isPrivate
    required property bool isFixed
    signal typed(field: int, text: string)

    spacing: 2
    Words {
        text: root.title + (root.needed ? " *" : "") + (root.isPrivate ? qsTr(" · private") : "")
        color: Look.muted
        font.pixelSize: Look.small
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    Loader {
        Layout.fillWidth: true
        sourceComponent: root.isFixed ? fixed : root.kind === "words" ? choice : root.kind === "flag" ? flag : root.kind === "long" ? paragraph : line
    }
    Words { visible: text.length > 0; text: root.problem; color: Look.bad; font.pixelSize: Look.small; Layout.fillWidth: true }

    Component {
        id: fixed
        Words { text: root.text }
    }
    Component {
        id: line
        TextEntry {
            label: root.title
            text: root.text
            placeholderText: root.kind === "date" ? qsTr("2026-11-23") : ""
            onTextEdited: root.typed(root.index, text)
        }
    }
    Component {
        id: choice
        ChoiceBox {
            label: root.title
            model: root.words
            currentIndex: Math.max(0, root.words.indexOf(root.text))
            onActivated: index => root.typed(root.index, root.words[index])
        }
    }
    Component {
        id: flag
        ChoiceBox {
            label: root.title
            model: [qsTr("not known"), qsTr("yes"), qsTr("no")]
            currentIndex: root.text === "1" ? 1 : root.text === "0" ? 2 : 0
            onActivated: index => root.typed(root.index, ["", "1", "0"][index])
        }
    }
    Component {
        id: paragraph
        ScrollView {
            implicitHeight: Math.min(160 * Look.scale, Math.max(60 * Look.scale, area.implicitHeight))
            TextArea {
                id: area
                text: root.text
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                color: Look.ink
                font.pixelSize: Look.body
                Accessible.name: root.title
                background: Rectangle {
                    radius: Look.radius
                    color: Look.surface
                    border.color: Look.line
                    FocusFrame { shown: area.activeFocus }
                }
                KeyNavigation.priority: KeyNavigation.BeforeItem
                onTextChanged: if (activeFocus) root.typed(root.index, text)
            }
        }
    }
}
