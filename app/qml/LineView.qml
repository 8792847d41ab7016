// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Hereabouts

/*! The lines of a page under their section titles. */
ListView {
    id: root

    property string name
    property bool allLead: false // every line can be followed
    signal followed(line: int)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: name
    ScrollBar.vertical: ScrollBar {}
    section.property: "section"
    section.delegate: SectionTitle {
        required property string section
        width: ListView.view.width
        height: section.length > 0 ? implicitHeight : 0
        leftPadding: Look.margin
        topPadding: 14
        bottomPadding: 2
        text: section
    }
    delegate: LineRow {
        required property var model
        note: model.note ?? ""
        leads: ListView.view.allLead || (model.leads ?? model.onMap ?? false)
        onFollowed: line => root.followed(line)
    }
}
