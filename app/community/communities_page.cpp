// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/communities_page.h"

namespace hereabouts::app {

CommunitiesPage::CommunitiesPage(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent) :
    QObject(parent), m_coverage(place, this), m_overlaps(place, this), m_recognition(place, this), m_consult(place, selection, this), m_money(place, this),
    m_editions(place, scene, selection, this)
{
    for (CommunityTab* const tab : tabs()) {
        connect(tab, &CommunityTab::asked, this, &CommunitiesPage::asked);
        connect(tab, &CommunityTab::told, this, &CommunitiesPage::told);
        connect(tab, &CommunityTab::failed, this, &CommunitiesPage::failed);
    }
}

void CommunitiesPage::setTab(Tab tab)
{
    if (tab == m_tab) return;
    m_tab = tab;
    showTab();
    emit tabChanged();
}

void CommunitiesPage::setShown(bool shown)
{
    m_shown = shown;
    showTab();
}

void CommunitiesPage::showTab()
{
    const auto all = tabs();
    for (std::size_t i = 0; i < all.size(); ++i) all[i]->setShown(m_shown && i == static_cast<std::size_t>(m_tab));
}

} // namespace hereabouts::app
