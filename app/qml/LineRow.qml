// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hereabouts

/*! One line of a page: title and badge, detail beneath. */
AbstractButton {
    id: root

    required property int index
    required property string title
    required property string detail
    required property string badge
    required property string tone
    property string note
    property bool leads: false
    property bool highlighted: false
    signal followed(line: int)

    width: ListView.view ? ListView.view.width : implicitWidth
    padding: 8
    leftPadding: Look.margin
    rightPadding: Look.margin
    hoverEnabled: true
    focusPolicy: leads ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: leads ? Accessible.Button : Accessible.ListItem
    Accessible.name: [title, detail, badge].filter(words => words.length > 0).join(", ")
    Accessible.description: note
    Accessible.onPressAction: root.click()
    onClicked: if (leads) followed(index)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        color: root.highlighted || root.leads && (root.hovered || root.activeFocus) ? Look.accentSoft : "transparent"
        FocusFrame { anchors.margins: 2; shown: root.visualFocus }
    }
    contentItem: ColumnLayout {
        spacing: 2
        RowLayout {
            visible: root.title.length + root.badge.length > 0
            spacing: 8
            Layout.fillWidth: true
            Words { text: root.title; Layout.fillWidth: true; font.weight: Font.Medium; maximumLineCount: 6; Accessible.ignored: true }
            Badge { words: root.badge; tone: root.tone; Layout.alignment: Qt.AlignTop; Layout.maximumWidth: root.width * 0.5 }
        }
        Words {
            visible: root.detail.length > 0
            text: root.detail
            color: Look.muted
            font.pixelSize: Look.small
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    HintBox { words: root.note; shown: root.note.length > 0 && root.hovered }
}
