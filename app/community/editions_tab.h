// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/community_tab.h"
#include "app/map/map_scene.h"
#include "app/map/map_selection.h"
#include "gis/editions/compare.h"

#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace hereabouts::app {

/// Two lines of a community side by side: whom and what ground the one has and the other has not, in figures and on the map; and the step back to a former
/// line.
class EditionsTab : public CommunityTab {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(QStringList communities READ communities NOTIFY chosen) ///< Those with an edition.
    Q_PROPERTY(int community READ community WRITE setCommunity NOTIFY chosen)
    Q_PROPERTY(QStringList held READ held NOTIFY chosen) ///< Its lines, in order of their dates; the present one last.
    Q_PROPERTY(int from READ from WRITE setFrom NOTIFY chosen)
    Q_PROPERTY(int to READ to WRITE setTo NOTIFY chosen)
    Q_PROPERTY(bool canRestore READ canRestore NOTIFY chosen) ///< `from` can become the community's line again.

public:
    EditionsTab(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent);
    [[nodiscard]] QStringList communities() const { return m_names; }
    [[nodiscard]] int community() const { return m_community; }
    void setCommunity(int community);
    [[nodiscard]] QStringList held() const { return m_held; }
    [[nodiscard]] int from() const { return m_from; }
    void setFrom(int from);
    [[nodiscard]] int to() const { return m_to; }
    void setTo(int to);
    [[nodiscard]] bool canRestore() const;

    /// What the map shows; null while there is nothing to compare.
    [[nodiscard]] const std::shared_ptr<const gis::LineChange>& comparison() const { return m_change; }
    [[nodiscard]] core::Point worldOf(core::Point home) const { return m_scene->layers()->toWorld(home); }

    Q_INVOKABLE void restore(); ///< The line `from` becomes the community's own; the present one stays as an edition.
    Q_INVOKABLE void bringIntoView();

signals:
    void chosen();
    void changeShown();

protected:
    [[nodiscard]] Question question() override;
    void takePlace() override;

private:
    void takeCommunity();

    MapScene* m_scene;
    MapSelection* m_selection;
    std::vector<std::string> m_codes;
    QStringList m_names;
    int m_community = 0;
    std::vector<std::string> m_lines;
    QStringList m_held;
    int m_from = 0;
    int m_to = 0;
    std::shared_ptr<const gis::LineChange> m_change;
};

} // namespace hereabouts::app
