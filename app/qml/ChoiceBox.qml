// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! One of several words. */
ComboBox {
    id: root

    property string label

    implicitHeight: Look.row
    implicitWidth: 160
    font.pixelSize: Look.body
    hoverEnabled: true
    Accessible.role: Accessible.ComboBox
    Accessible.name: label + ": " + displayText

    contentItem: Words {
        leftPadding: 10
        rightPadding: 24
        text: root.displayText
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    indicator: Words {
        x: root.width - width - 10
        y: (root.height - height) / 2
        text: "▾"
        color: Look.muted
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Look.radius
        color: root.hovered ? Look.raised : Look.surface
        border.color: Look.line
        FocusFrame { shown: root.visualFocus }
    }
    delegate: AbstractButton {
        id: choice

        required property int index
        required property string modelData

        width: ListView.view ? ListView.view.width : root.width
        implicitHeight: Look.row
        hoverEnabled: true
        Accessible.role: Accessible.ListItem
        Accessible.name: modelData
        onClicked: {
            root.currentIndex = index
            root.activated(index)
            root.popup.close()
        }
        background: Rectangle {
            color: root.highlightedIndex === choice.index || choice.hovered ? Look.accentSoft : "transparent"
        }
        contentItem: Words {
            leftPadding: 6
            text: choice.modelData
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            font.weight: root.currentIndex === choice.index ? Font.DemiBold : Font.Normal
        }
    }
    popup: Popup {
        y: root.height + 2
        width: Math.max(root.width, 200)
        height: Math.min(contentItem.implicitHeight + 2, 360)
        padding: 1
        background: Rectangle { color: Look.surface; border.color: Look.line; radius: Look.radius }
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
            ScrollBar.vertical: ScrollBar {}
        }
    }
}
