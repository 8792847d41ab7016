// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Hearing

/*! Many drawings of one place: the line they agree on, how sure it is, who draws otherwise, and the step to a boundary. */
SidePage {
    id: root

    required property AgreementPage agreement

    title: qsTr("What people draw")
    subtitle: qsTr("Darker ground is included by more people; the strong line is the one chosen below.")
    Words {
        visible: text.length > 0
        text: root.agreement.problem
        color: Look.bad
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
    GridLayout {
        visible: root.agreement.names.length > 0
        columns: 2
        columnSpacing: 8
        rowSpacing: 4
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        LabelledChoice { objectName: "agreementName"; Layout.columnSpan: 2; label: qsTr("Drawings of"); choices: root.agreement.names; current: root.agreement.name; onChosen: index => root.agreement.name = index }
        LabelledChoice { objectName: "agreementShare"; label: qsTr("The line that"); choices: root.agreement.shares; current: root.agreement.share; onChosen: index => root.agreement.share = index }
        LabelledChoice { objectName: "agreementGrouping"; label: qsTr("Whose line is it"); choices: root.agreement.groupings; current: root.agreement.grouping; onChosen: index => root.agreement.grouping = index }
        LabelledChoice {
            visible: root.agreement.groups.length > 1
            label: qsTr("Only")
            choices: [qsTr("all")].concat(root.agreement.groups.map(group => group.length > 0 ? group : qsTr("not said")))
            current: root.agreement.group + 1
            onChosen: index => root.agreement.group = index - 1
        }
        LabelledChoice {
            visible: root.agreement.groups.length > 1 && root.agreement.group >= 0
            label: qsTr("Compared with")
            choices: [qsTr("nobody")].concat(root.agreement.groups.map(group => group.length > 0 ? group : qsTr("not said")))
            current: root.agreement.against + 1
            onChosen: index => root.agreement.against = index - 1
        }
    }
    Words {
        visible: root.agreement.against >= 0
        text: qsTr("Orange: more of %1 include it. Blue, and the dashed line: more of %2.").arg(root.agreement.groups[root.agreement.group] ?? "").arg(root.agreement.groups[root.agreement.against] ?? "")
        font.pixelSize: Look.small
        color: Look.muted
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
    }
    TickBox {
        visible: root.agreement.names.length > 0
        words: qsTr("Along whole small areas")
        on: root.agreement.snapped
        Layout.leftMargin: Look.margin
        onTurned: on => root.agreement.snapped = on
    }
    LineView {
        objectName: "agreementLines"
        name: qsTr("What the drawings say")
        model: root.agreement.lines
        opacity: root.agreement.counting ? 0.6 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFollowed: line => root.agreement.follow(line)
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        Layout.bottomMargin: 8
        spacing: 6
        ActionButton { objectName: "agreementDrawOn"; words: qsTr("Make it a boundary …"); primary: true; enabled: root.agreement.names.length > 0; hint: qsTr("Takes the line to the drawing board; nothing is taken yet"); onClicked: root.agreement.drawOn() }
        ActionButton { objectName: "agreementMine"; words: qsTr("Draw mine"); hint: qsTr("One more person draws this place"); onClicked: root.agreement.drawMine() }
        ActionButton { words: qsTr("Show"); onClicked: root.agreement.bringIntoView() }
    }
}
