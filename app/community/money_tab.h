// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/community_tab.h"

#include <QStringList>

namespace hereabouts::app {

/// Money for communities' own work: what rounds have left, who got what a head, what is not accounted for.
class MoneyTab : public CommunityTab {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(QStringList years READ years NOTIFY answered)
    Q_PROPERTY(int year READ year WRITE setYear NOTIFY answered)

public:
    using CommunityTab::CommunityTab;
    [[nodiscard]] QStringList years() const { return m_years; }
    [[nodiscard]] int year() const { return m_year; }
    void setYear(int year);

protected:
    [[nodiscard]] Question question() override;
    void takePlace() override { m_years.clear(); }

private:
    QStringList m_years; ///< Newest first, then "all"; empty before the first answer.
    int m_year = 0;
};

} // namespace hereabouts::app
