// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hereabouts
import Hereabouts.Community

/*! The register of communities, a question a tab: who is covered, what is shared, who is recognised, who must be asked. */
SidePage {
    id: root

    required property CommunitiesPage communities

    readonly property var tabs: [
        {tab: CommunitiesPage.Coverage, words: qsTr("Coverage"), hint: qsTr("Who lives where somebody speaks for the place")},
        {tab: CommunitiesPage.Overlaps, words: qsTr("Overlaps"), hint: qsTr("Ground that two communities share")},
        {tab: CommunitiesPage.Recognition, words: qsTr("Recognition"), hint: qsTr("A community against its checklist, and what is decided")},
        {tab: CommunitiesPage.Consult, words: qsTr("Consult"), hint: qsTr("Who must be asked about works")},
        {tab: CommunitiesPage.Money, words: qsTr("Money"), hint: qsTr("Grants for communities' own work: rounds, per head, what is late")},
        {tab: CommunitiesPage.Editions, words: qsTr("Lines"), hint: qsTr("Two lines of a community: what the one has and the other has not")}
    ]

    title: qsTr("Communities")
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Look.margin
        Layout.rightMargin: Look.margin
        spacing: 4
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Questions")
        Repeater {
            model: root.tabs
            delegate: ActionButton {
                required property var modelData
                objectName: "tab" + modelData.words
                words: modelData.words
                hint: modelData.hint
                checked: root.communities.tab === modelData.tab
                onClicked: root.communities.tab = modelData.tab
            }
        }
    }
    CoverageView {
        objectName: "coverageView"
        visible: root.communities.tab === CommunitiesPage.Coverage
        tab: root.communities.coverage
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    OverlapView {
        objectName: "overlapView"
        visible: root.communities.tab === CommunitiesPage.Overlaps
        tab: root.communities.overlaps
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RecognitionView {
        objectName: "recognitionView"
        visible: root.communities.tab === CommunitiesPage.Recognition
        tab: root.communities.recognition
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    ConsultView {
        objectName: "consultView"
        visible: root.communities.tab === CommunitiesPage.Consult
        tab: root.communities.consult
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    MoneyView {
        objectName: "moneyView"
        visible: root.communities.tab === CommunitiesPage.Money
        tab: root.communities.money
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    EditionsView {
        objectName: "editionsView"
        visible: root.communities.tab === CommunitiesPage.Editions
        tab: root.communities.editions
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
