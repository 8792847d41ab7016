// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/drawing_ground.h"
#include "app/draw/drawn_facts.h"
#include "app/draw/grip.h"
#include "app/draw/home_map.h"
#include "app/draw/sketch_journal.h"
#include "app/draw/tool.h"
#include "app/map/map_scene.h"
#include "app/place/open_place.h"
#include "core/draw/crossings.h"
#include "gis/redraw/new_line.h"

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QVariantList>
#include <QVariantMap>
#include <QtQmlIntegration>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace hereabouts::app {

/// The boundary that is being drawn: its sketch, the tool in hand, what is wrong with it, and how it is taken into the place.
class DrawingBoard : public QObject, private Easel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one drawing board.")
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged)
    Q_PROPERTY(QString title READ title NOTIFY activeChanged)
    Q_PROPERTY(bool isNew READ isNew NOTIFY activeChanged)
    Q_PROPERTY(bool isMine READ isMine NOTIFY activeChanged) ///< One person's drawing, not a community's line.
    Q_PROPERTY(QString name READ name NOTIFY activeChanged) ///< What the place drawn is called, where it is known.
    Q_PROPERTY(int tool READ tool WRITE setTool NOTIFY toolChanged)
    Q_PROPERTY(QStringList tools READ tools CONSTANT)
    Q_PROPERTY(bool snapping READ isSnapping WRITE setSnapping NOTIFY snappingChanged)
    Q_PROPERTY(QString advice READ advice NOTIFY sketchChanged)
    Q_PROPERTY(QString trouble READ trouble NOTIFY sketchChanged)
    Q_PROPERTY(QString question READ question NOTIFY sketchChanged)
    Q_PROPERTY(QString mending READ mending NOTIFY mendingChanged) ///< What taking the line would mend, as foresee() found; empty for nothing.
    Q_PROPERTY(bool canTake READ canTake NOTIFY sketchChanged)
    Q_PROPERTY(bool drawingLine READ isDrawingLine NOTIFY sketchChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY sketchChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY sketchChanged)
    Q_PROPERTY(bool cornerChosen READ isCornerChosen NOTIFY sketchChanged)
    Q_PROPERTY(bool walks READ walks NOTIFY toolChanged) ///< The tool takes in the ground within a walk.
    Q_PROPERTY(double walkMetres READ walkMetres WRITE setWalkMetres NOTIFY sketchChanged)
    Q_PROPERTY(bool traces READ traces NOTIFY toolChanged) ///< The tool follows lines, and there may be another way round.
    Q_PROPERTY(bool paints READ paints NOTIFY toolChanged) ///< The tool takes small areas: they can be chosen from a list too.
    Q_PROPERTY(bool ready READ isReady NOTIFY groundChanged) ///< There is something to follow, paint and count with.
    Q_PROPERTY(hereabouts::app::DrawnFacts* facts READ facts CONSTANT)
    Q_PROPERTY(QVariantList unfinished READ unfinished NOTIFY unfinishedChanged)
    /// Communities whose line can be drawn: maps of code, name and detail, by name.
    Q_PROPERTY(QVariantList communities READ communities NOTIFY communitiesChanged)

public:
    DrawingBoard(OpenPlace* place, MapScene* scene, QObject* parent = nullptr);
    ~DrawingBoard() override;

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] bool isNew() const { return m_community.empty(); }
    [[nodiscard]] bool isMine() const { return m_code.starts_with("mine "); }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] int tool() const { return m_tool; }
    void setTool(int tool);
    [[nodiscard]] QStringList tools() const;
    [[nodiscard]] bool isSnapping() const { return m_snapping; }
    void setSnapping(bool snapping);
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString trouble() const; ///< What keeps the line from being taken as it is; empty for nothing.
    [[nodiscard]] QString question() const; ///< What the person is asked about it; empty for nothing.
    [[nodiscard]] bool canTake() const;
    [[nodiscard]] bool isDrawingLine() const { return m_sketch.openRing().has_value(); }
    [[nodiscard]] bool canUndo() const { return m_sketch.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_sketch.canRedo(); }
    [[nodiscard]] bool paints() const;
    [[nodiscard]] bool walks() const;
    [[nodiscard]] bool traces() const;
    [[nodiscard]] double walkMetres() const;
    void setWalkMetres(double metres);
    [[nodiscard]] bool isReady() const { return m_ground != nullptr; }
    [[nodiscard]] DrawnFacts* facts() { return &m_facts; }
    [[nodiscard]] bool isCornerChosen() const { return m_grip.chosen().has_value(); }
    [[nodiscard]] const QVariantList& unfinished() const { return m_journal.unfinished(); }
    [[nodiscard]] QVariantList communities() const;
    /// Whether what is typed is part of a name, macrons and case folded.
    Q_INVOKABLE [[nodiscard]] bool matches(const QString& name, const QString& typed) const;

    Q_INVOKABLE void beginFor(const QString& community); ///< Draws on at a community's line, or begins one.
    Q_INVOKABLE void beginNew(); ///< Of a community that is not in the register yet.
    /// Goes on from a line made elsewhere, as the boundary of a community, or of a new one that may have a name already.
    void beginWith(const QString& community, const QString& name, const core::MultiPolygon& line);
    Q_INVOKABLE void beginMine(const QString& place); ///< One person's drawing of a place, as they call it; many of them make an agreement.
    Q_INVOKABLE void resume(const QString& code);
    Q_INVOKABLE void throwAway(const QString& code); ///< A drawing that was not finished.
    Q_INVOKABLE void setAside(); ///< Closes the board; the drawing is offered again.
    Q_INVOKABLE void discard(); ///< Closes the board and forgets the drawing.
    /// Takes the line into the place. `said`: name, edition, adopted, line, source, precision, boundaryText, perceptual, functional, political.
    [[nodiscard]] QString mending() const { return m_mending; }
    Q_INVOKABLE void foresee(); ///< Finds out what taking the line would mend, before it is taken.
    Q_INVOKABLE void take(const QVariantMap& said);

    /// Adds the drawing to those of the place. `said`: name, person, tenure, ageGroup, yearsHere, livesHere (1, 0 or empty).
    Q_INVOKABLE void takeMine(const QVariantMap& said);

    Q_INVOKABLE bool press(const QGeoCoordinate& position, double zoom, bool free); ///< True if the drag that begins is the drawing's, not the map's.
    Q_INVOKABLE void drag(const QGeoCoordinate& position, double zoom, bool free);
    Q_INVOKABLE void release(const QGeoCoordinate& position, double zoom, bool free);
    Q_INVOKABLE void click(const QGeoCoordinate& position, double zoom, bool free);
    Q_INVOKABLE void hover(const QGeoCoordinate& position, double zoom, bool free);
    Q_INVOKABLE void flip();
    Q_INVOKABLE void finishLine(); ///< Enter.
    Q_INVOKABLE void stepBack(); ///< Esc: one step back, never the whole drawing.
    Q_INVOKABLE void eraseCorner();
    Q_INVOKABLE void chooseNextCorner(int step); ///< For keys: 1 the next one, -1 the one before; it comes into view.
    /// Moves the chosen corner by so many pixels of the map at this zoom.
    Q_INVOKABLE void nudgeCorner(double right, double down, double zoom);
    Q_INVOKABLE void startHole();
    /// "The ground inside a line along Wharf Street (420 m), then …": true to what the line runs along to the centimetre. Empty until there is something to follow.
    Q_INVOKABLE [[nodiscard]] QString inWords() const;
    Q_INVOKABLE void removePart(); ///< The part or hole whose corner is chosen.
    Q_INVOKABLE void joinParts(); ///< Parts that touch or overlap become one.
    /// Small areas whose code or name has what is typed: maps of index, code, people and in; at most 200.
    Q_INVOKABLE [[nodiscard]] QVariantList smallAreas(const QString& typed) const;
    Q_INVOKABLE void paintArea(int index, bool in);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    [[nodiscard]] const core::Sketch& sketch() const override { return m_sketch; }
    [[nodiscard]] core::Point worldOf(core::Point home) const { return m_scene->layers()->toWorld(home); } ///< @pre active
    [[nodiscard]] std::vector<core::SketchRing> shownRings() const { return m_grip.rings(); }
    [[nodiscard]] Preview preview() const;
    [[nodiscard]] const Grip& grip() const { return m_grip; }
    [[nodiscard]] std::optional<Handle> hovered() const { return m_hovered; }
    /// Where lines cross or touch that must not, those of the corner in hand among them.
    [[nodiscard]] std::vector<core::Point> faults() const;
    /// Where the line would cross or touch itself if it went on to the pointer: known before it is accepted.
    [[nodiscard]] std::vector<core::Point> faultsAhead() const;

signals:
    void activeChanged();
    void toolChanged();
    void snappingChanged();
    void sketchChanged(); ///< The sketch, or what is shown of it.
    void edited(); ///< The sketch itself.
    void unfinishedChanged();
    void communitiesChanged();
    void groundChanged();
    void lookAt(const QGeoCoordinate& position); ///< The map's middle should be here.
    void comeIntoView(const QGeoRectangle& box);
    void mendingChanged();
    void mineTaken(); ///< A person's drawing is among the others.
    void told(const QString& message);
    void failed(const QString& message);

private:
    bool apply(const core::SketchEdit& edit) override;
    [[nodiscard]] core::Point snapped(const Touch& touch) const override;
    void say(const QString& sentence) override { emit failed(sentence); }
    void repaint() override;

    [[nodiscard]] std::optional<Touch> touchOf(const QGeoCoordinate& position, double zoom, bool free);
    [[nodiscard]] bool closesHere(const Touch& touch) const;
    void open(const std::string& code, const std::string& community, const QString& title, core::Sketch sketch);
    void close();
    void findMeetings();
    void layOutGround();
    [[nodiscard]] Tool& hand() const { return *m_tools[static_cast<std::size_t>(m_tool)]; }

    QString m_mending;
    OpenPlace* m_place;
    MapScene* m_scene;
    SketchJournal m_journal;
    Grip m_grip;
    std::vector<std::unique_ptr<Tool>> m_tools;
    int m_tool = 0;
    bool m_active = false;
    bool m_snapping = true;
    bool m_free = false; ///< The key that suspends snapping is held.
    std::string m_code;
    std::string m_community;
    QString m_title;
    QString m_name;
    core::Sketch m_sketch;
    std::optional<HomeMap> m_map;
    std::optional<Handle> m_hovered;
    std::vector<core::Meeting> m_meetings;
    std::optional<core::SketchLines> m_lines; ///< While a line is being drawn.
    std::shared_ptr<const DrawingGround> m_ground;
    DrawnFacts m_facts;
    quint64 m_groundAsked = 0;
    std::stop_source m_stop;
    QThreadPool m_thread; ///< Last, so that it ends first.
};

} // namespace hereabouts::app
