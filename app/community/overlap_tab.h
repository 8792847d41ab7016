// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/community_tab.h"
#include "core/community/overlap_schedule.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace hereabouts::app {

/// Ground that two communities both call theirs: what was said of it, and what a policy would say. One of them can be opened to record what the two say now.
class OverlapTab : public CommunityTab {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(QStringList policies READ policies CONSTANT)
    Q_PROPERTY(int policy READ policy WRITE setPolicy NOTIFY chosen)
    Q_PROPERTY(bool pairOpen READ isPairOpen NOTIFY pairChanged)
    Q_PROPERTY(QString pairTitle READ pairTitle NOTIFY pairChanged)
    Q_PROPERTY(QStringList agreements READ agreements CONSTANT)
    Q_PROPERTY(int agreement READ agreement NOTIFY pairChanged) ///< Of the pair that is open.
    Q_PROPERTY(QString parties READ parties NOTIFY pairChanged)
    Q_PROPERTY(QString document READ document NOTIFY pairChanged)
    Q_PROPERTY(QString settledOn READ settledOn NOTIFY pairChanged) ///< ISO 8601; empty for none.
    Q_PROPERTY(QString note READ note NOTIFY pairChanged)

public:
    using CommunityTab::CommunityTab;
    [[nodiscard]] QStringList policies() const;
    [[nodiscard]] int policy() const { return m_policy; }
    void setPolicy(int policy);
    [[nodiscard]] bool isPairOpen() const { return m_pair.has_value(); }
    [[nodiscard]] QString pairTitle() const;
    [[nodiscard]] QStringList agreements() const;
    [[nodiscard]] int agreement() const;
    [[nodiscard]] QString parties() const;
    [[nodiscard]] QString document() const;
    [[nodiscard]] QString settledOn() const;
    [[nodiscard]] QString note() const;

    Q_INVOKABLE void openPair(int line); ///< The pair that a line speaks of.
    Q_INVOKABLE void closePair();
    /// Records what the two communities say of the ground they share.
    Q_INVOKABLE void record(int agreement, const QString& parties, const QString& document, const QString& settledOn, const QString& note);

signals:
    void chosen();
    void pairChanged();

protected:
    [[nodiscard]] Question question() override;
    void takePlace() override { closePair(); }

private:
    int m_policy = 0;
    std::vector<core::SharedGroundRow> m_schedule;
    std::vector<std::size_t> m_pairOfLine; ///< Index into m_schedule, one a line; none: past its end.
    std::optional<core::SharedGroundRow> m_pair;
};

} // namespace hereabouts::app
