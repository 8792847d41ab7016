// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/desk.h"

namespace hereabouts::app {

Desk::Desk(bool remembers, QObject* parent) :
    QObject(parent), m_scene(&m_place), m_selection(&m_place, &m_scene), m_marks(&m_scene, &m_selection), m_layers(&m_scene), m_chooser(&m_place, &m_scene),
    m_legend(&m_scene, &m_selection), m_card(&m_place, &m_selection), m_search(&m_place, &m_scene, &m_selection), m_sheet(&m_place, &m_selection),
    m_intake(&m_place), m_history(&m_place), m_check(&m_place, &m_scene, &m_selection), m_headlines(&m_place), m_board(&m_place, &m_scene), m_record(&m_place, &m_selection), m_start(&m_place, remembers), m_turnedAway(&m_place), m_agreement(&m_place, &m_scene, &m_board),
    m_communities(&m_place, &m_scene, &m_selection),
    m_appearance(remembers)
{
    connect(&m_place, &OpenPlace::told, this, &Desk::told);
    connect(&m_place, &OpenPlace::failed, this, &Desk::failed);
    connect(&m_scene, &MapScene::failed, this, &Desk::failed);
    connect(&m_intake, &ImportPage::told, this, &Desk::told);
    connect(&m_intake, &ImportPage::failed, this, &Desk::failed);
    connect(&m_intake, &ImportPage::committed, this, [this] {
        if (!m_intake.chooseNext()) setPage(NoPage);
    });
    connect(&m_appearance, &Appearance::changed, this, [this] { m_scene.setDark(m_appearance.isDark()); });
    connect(&m_record, &RecordPage::changed, this, [this] {
        if (m_record.isShown()) setPage(RecordOpen);
    });
    connect(&m_record, &RecordPage::closed, this, [this] {
        if (m_page == RecordOpen) setPage(NoPage);
    });
    connect(&m_record, &RecordPage::told, this, &Desk::told);
    connect(&m_record, &RecordPage::failed, this, &Desk::failed);
    connect(&m_agreement, &AgreementPage::asked, &m_record, &RecordPage::open);
    connect(&m_agreement, &AgreementPage::failed, this, &Desk::failed);
    connect(&m_communities, &CommunitiesPage::asked, &m_record, &RecordPage::open);
    connect(&m_communities, &CommunitiesPage::told, this, &Desk::told);
    connect(&m_communities, &CommunitiesPage::failed, this, &Desk::failed);
    connect(&m_board, &DrawingBoard::activeChanged, this, [this] {
        if (m_board.isActive()) setPage(DrawOpen);
    });
    connect(&m_board, &DrawingBoard::mineTaken, this, [this] { setPage(AgreementOpen); });
    connect(&m_turnedAway, &TurnedAway::told, this, &Desk::told);
    connect(&m_turnedAway, &TurnedAway::failed, this, &Desk::failed);
    connect(&m_start, &StartPage::failed, this, &Desk::failed);
    connect(&m_place, &OpenPlace::opened, this, [this] {
        m_selection.clear();
        m_card.close();
        setPage(NoPage);
    });
    connect(&m_board, &DrawingBoard::told, this, &Desk::told);
    connect(&m_board, &DrawingBoard::failed, this, &Desk::failed);
    m_scene.setDark(m_appearance.isDark());
}

void Desk::setPage(Page page)
{
    if (page == m_page) return;
    if (m_page == ImportOpen) m_intake.close();
    if (m_page == DrawOpen) m_board.setAside();
    const bool leavesRecord = m_page == RecordOpen;
    m_page = page;
    if (leavesRecord) m_record.close();
    m_agreement.setShown(page == AgreementOpen);
    m_communities.setShown(page == CommunitiesOpen);
    emit pageChanged();
}

void Desk::takeDropped(const QList<QUrl>& files)
{
    for (const QUrl& file : files) {
        if (m_start.isPlace(file)) return m_start.open(file);
    }
    if (!m_place.isOpen()) {
        emit failed(tr("Open or make a place first; then drop the file again to bring it in."));
        return;
    }
    m_intake.chooseSeveral(files);
    setPage(ImportOpen);
}

void Desk::undo()
{
    if (m_board.isActive())
        m_board.undo();
    else
        m_place.undo();
}

void Desk::redo()
{
    if (m_board.isActive())
        m_board.redo();
    else
        m_place.redo();
}

void Desk::setTableOpen(bool open)
{
    if (open == m_tableOpen) return;
    m_tableOpen = open;
    emit tableOpenChanged();
}

} // namespace hereabouts::app
