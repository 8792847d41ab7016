// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/consult_tab.h"
#include "app/community/coverage_tab.h"
#include "app/community/editions_tab.h"
#include "app/community/money_tab.h"
#include "app/community/overlap_tab.h"
#include "app/community/recognition_tab.h"

#include <QObject>
#include <QtQmlIntegration>

#include <array>

namespace hereabouts::app {

/// What a council asks of its register of communities, a question a tab; one of them is shown.
class CommunitiesPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one communities' page.")
    Q_PROPERTY(hereabouts::app::CoverageTab* coverage READ coverage CONSTANT)
    Q_PROPERTY(hereabouts::app::OverlapTab* overlaps READ overlaps CONSTANT)
    Q_PROPERTY(hereabouts::app::RecognitionTab* recognition READ recognition CONSTANT)
    Q_PROPERTY(hereabouts::app::ConsultTab* consult READ consult CONSTANT)
    Q_PROPERTY(hereabouts::app::MoneyTab* money READ money CONSTANT)
    Q_PROPERTY(hereabouts::app::EditionsTab* editions READ editions CONSTANT)
    Q_PROPERTY(Tab tab READ tab WRITE setTab NOTIFY tabChanged)

public:
    enum Tab { Coverage, Overlaps, Recognition, Consult, Money, Editions };
    Q_ENUM(Tab)

    CommunitiesPage(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent = nullptr);

    [[nodiscard]] CoverageTab* coverage() { return &m_coverage; }
    [[nodiscard]] OverlapTab* overlaps() { return &m_overlaps; }
    [[nodiscard]] RecognitionTab* recognition() { return &m_recognition; }
    [[nodiscard]] ConsultTab* consult() { return &m_consult; }
    [[nodiscard]] MoneyTab* money() { return &m_money; }
    [[nodiscard]] EditionsTab* editions() { return &m_editions; }
    [[nodiscard]] Tab tab() const { return m_tab; }
    void setTab(Tab tab);
    void setShown(bool shown);

signals:
    void tabChanged();
    void asked(hereabouts::app::RowRef row); ///< A person wants to see this row.
    void told(const QString& message);
    void failed(const QString& message);

private:
    [[nodiscard]] std::array<CommunityTab*, 6> tabs() { return {&m_coverage, &m_overlaps, &m_recognition, &m_consult, &m_money, &m_editions}; }
    void showTab();

    CoverageTab m_coverage;
    OverlapTab m_overlaps;
    RecognitionTab m_recognition;
    ConsultTab m_consult;
    MoneyTab m_money;
    EditionsTab m_editions;
    Tab m_tab = Coverage;
    bool m_shown = false;
};

} // namespace hereabouts::app
