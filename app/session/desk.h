// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/communities_page.h"
#include "app/draw/drawing_board.h"
#include "app/hearing/agreement_page.h"
#include "app/map/layer_list.h"
#include "app/map/legend.h"
#include "app/map/map_scene.h"
#include "app/map/map_selection.h"
#include "app/map/marked_shapes.h"
#include "app/map/overlay_chooser.h"
#include "app/place/open_place.h"
#include "app/place/start_page.h"
#include "app/record/record_page.h"
#include "app/registers/card.h"
#include "app/registers/check_page.h"
#include "app/registers/headline_numbers.h"
#include "app/registers/history_page.h"
#include "app/registers/import_page.h"
#include "app/registers/register_sheet.h"
#include "app/registers/search_box.h"
#include "app/registers/turned_away.h"
#include "app/session/appearance.h"

#include <QObject>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// Everything the window shows, put together; and which of its pages is open. Each page's own object does the page's work.
class Desk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one desk.")
    Q_PROPERTY(hereabouts::app::OpenPlace* place READ place CONSTANT)
    Q_PROPERTY(hereabouts::app::MapScene* scene READ scene CONSTANT)
    Q_PROPERTY(hereabouts::app::MapSelection* selection READ selection CONSTANT)
    Q_PROPERTY(hereabouts::app::MarkedShapes* marks READ marks CONSTANT)
    Q_PROPERTY(hereabouts::app::LayerList* layers READ layers CONSTANT)
    Q_PROPERTY(hereabouts::app::OverlayChooser* chooser READ chooser CONSTANT)
    Q_PROPERTY(hereabouts::app::Legend* legend READ legend CONSTANT)
    Q_PROPERTY(hereabouts::app::Card* card READ card CONSTANT)
    Q_PROPERTY(hereabouts::app::SearchBox* search READ search CONSTANT)
    Q_PROPERTY(hereabouts::app::RegisterSheet* sheet READ sheet CONSTANT)
    Q_PROPERTY(hereabouts::app::ImportPage* intake READ intake CONSTANT)
    Q_PROPERTY(hereabouts::app::HistoryPage* history READ history CONSTANT)
    Q_PROPERTY(hereabouts::app::CheckPage* check READ check CONSTANT)
    Q_PROPERTY(hereabouts::app::HeadlineNumbers* headlines READ headlines CONSTANT)
    Q_PROPERTY(hereabouts::app::DrawingBoard* board READ board CONSTANT)
    Q_PROPERTY(hereabouts::app::RecordPage* record READ record CONSTANT)
    Q_PROPERTY(hereabouts::app::StartPage* start READ start CONSTANT)
    Q_PROPERTY(hereabouts::app::AgreementPage* agreement READ agreement CONSTANT)
    Q_PROPERTY(hereabouts::app::CommunitiesPage* communities READ communities CONSTANT)
    Q_PROPERTY(hereabouts::app::TurnedAway* turnedAway READ turnedAway CONSTANT)
    Q_PROPERTY(hereabouts::app::Appearance* appearance READ appearance CONSTANT)
    Q_PROPERTY(Page page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(bool tableOpen READ isTableOpen WRITE setTableOpen NOTIFY tableOpenChanged)

public:
    enum Page { NoPage, HistoryOpen, CheckOpen, ImportOpen, DrawOpen, RecordOpen, StartOpen, AgreementOpen, CommunitiesOpen };
    Q_ENUM(Page)

    explicit Desk(bool remembers, QObject* parent = nullptr);

    [[nodiscard]] OpenPlace* place() { return &m_place; }
    [[nodiscard]] const OpenPlace* place() const { return &m_place; }
    [[nodiscard]] MapScene* scene() { return &m_scene; }
    [[nodiscard]] MapSelection* selection() { return &m_selection; }
    [[nodiscard]] MarkedShapes* marks() { return &m_marks; }
    [[nodiscard]] LayerList* layers() { return &m_layers; }
    [[nodiscard]] OverlayChooser* chooser() { return &m_chooser; }
    [[nodiscard]] Legend* legend() { return &m_legend; }
    [[nodiscard]] Card* card() { return &m_card; }
    [[nodiscard]] SearchBox* search() { return &m_search; }
    [[nodiscard]] RegisterSheet* sheet() { return &m_sheet; }
    [[nodiscard]] ImportPage* intake() { return &m_intake; }
    [[nodiscard]] HistoryPage* history() { return &m_history; }
    [[nodiscard]] CheckPage* check() { return &m_check; }
    [[nodiscard]] HeadlineNumbers* headlines() { return &m_headlines; }
    [[nodiscard]] DrawingBoard* board() { return &m_board; }
    [[nodiscard]] RecordPage* record() { return &m_record; }
    [[nodiscard]] StartPage* start() { return &m_start; }
    [[nodiscard]] AgreementPage* agreement() { return &m_agreement; }
    [[nodiscard]] CommunitiesPage* communities() { return &m_communities; }
    [[nodiscard]] TurnedAway* turnedAway() { return &m_turnedAway; }
    [[nodiscard]] Appearance* appearance() { return &m_appearance; }

    [[nodiscard]] Page page() const { return m_page; }
    void setPage(Page page);
    [[nodiscard]] bool isTableOpen() const { return m_tableOpen; }
    void setTableOpen(bool open);

    /// Opens a place that was dropped on the window; brings other files in, one after the other.
    Q_INVOKABLE void takeDropped(const QList<QUrl>& files);
    /// Takes back the last stroke of what is being drawn, else the last change of the place.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

signals:
    void pageChanged();
    void tableOpenChanged();
    void told(const QString& message);
    void failed(const QString& message);

private:
    OpenPlace m_place;
    MapScene m_scene;
    MapSelection m_selection;
    MarkedShapes m_marks;
    LayerList m_layers;
    OverlayChooser m_chooser;
    Legend m_legend;
    Card m_card;
    SearchBox m_search;
    RegisterSheet m_sheet;
    ImportPage m_intake;
    HistoryPage m_history;
    CheckPage m_check;
    HeadlineNumbers m_headlines;
    DrawingBoard m_board;
    RecordPage m_record;
    StartPage m_start;
    TurnedAway m_turnedAway;
    AgreementPage m_agreement;
    CommunitiesPage m_communities;
    Appearance m_appearance;
    Page m_page = NoPage;
    bool m_tableOpen = false;
};

} // namespace hereabouts::app
