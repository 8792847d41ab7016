// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/community_tab.h"

#include <QStringList>

#include <string>
#include <vector>

namespace hereabouts::app {

/// Who lives where somebody speaks for the place, who where several do, who where nobody does.
class CoverageTab : public CommunityTab {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(QStringList states READ states CONSTANT) ///< Whose recognition counts.
    Q_PROPERTY(int state READ state WRITE setState NOTIFY chosen)
    Q_PROPERTY(QStringList areaSets READ areaSets NOTIFY chosen)
    Q_PROPERTY(int areaSet READ areaSet WRITE setAreaSet NOTIFY chosen)

public:
    using CommunityTab::CommunityTab;
    [[nodiscard]] QStringList states() const;
    [[nodiscard]] int state() const { return m_state; }
    void setState(int state);
    [[nodiscard]] QStringList areaSets() const;
    [[nodiscard]] int areaSet() const { return m_areaSet; }
    void setAreaSet(int areaSet);

signals:
    void chosen();

protected:
    [[nodiscard]] Question question() override;
    void takePlace() override;

private:
    int m_state = 0;
    int m_areaSet = 0;
    std::vector<std::string> m_areaSets;
};

} // namespace hereabouts::app
