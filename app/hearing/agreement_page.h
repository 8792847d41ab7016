// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agreed/agreed_ground.h"
#include "app/draw/drawing_board.h"
#include "app/map/map_scene.h"
#include "app/place/open_place.h"
#include "app/registers/line_list.h"

#include <QGeoRectangle>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QtQmlIntegration>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace hereabouts::app {

/// The surface and lines of one agreement, ready to be painted over the map.
struct AgreementPicture {
    QImage shares; ///< A pixel a cell, north at the top; who many include, or how two groups differ.
    std::array<core::Point, 4> corners{}; ///< Of the image in the home CRS: north-west, north-east, south-east, south-west.
    std::vector<std::pair<double, core::MultiPolygon>> bands; ///< Share and line.
    double cell = 5; ///< Metres; the lines follow cells of this size.
    core::MultiPolygon line; ///< At the share that was asked for, snapped if so asked.
};

/// Many people's drawings of "my place", and the line they agree on: how sure it is, who differs, and the step to a boundary.
class AgreementPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one agreement page.")
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(bool counting READ isCounting NOTIFY changed)
    Q_PROPERTY(QStringList names READ names NOTIFY changed) ///< Communities as the drawers call them, with how many drawings.
    Q_PROPERTY(int name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QStringList shares READ shares CONSTANT)
    Q_PROPERTY(int share READ share WRITE setShare NOTIFY changed)
    Q_PROPERTY(QStringList groupings READ groupings CONSTANT) ///< "Everybody", then what drawers said of themselves.
    Q_PROPERTY(int grouping READ grouping WRITE setGrouping NOTIFY changed)
    Q_PROPERTY(QStringList groups READ groups NOTIFY changed)
    Q_PROPERTY(int group READ group WRITE setGroup NOTIFY changed) ///< Shown alone; -1: all.
    Q_PROPERTY(int against READ against WRITE setAgainst NOTIFY changed) ///< Compared with; -1: none.
    Q_PROPERTY(bool snapped READ isSnapped WRITE setSnapped NOTIFY changed) ///< The line along whole small areas.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(hereabouts::app::LineList* lines READ lines CONSTANT)

public:
    AgreementPage(OpenPlace* place, MapScene* scene, DrawingBoard* board, QObject* parent = nullptr);
    ~AgreementPage() override;

    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] bool isCounting() const { return m_counting; }
    [[nodiscard]] QStringList names() const { return m_shownNames; }
    [[nodiscard]] int name() const { return m_name; }
    void setName(int name);
    [[nodiscard]] QStringList shares() const;
    [[nodiscard]] int share() const { return m_share; }
    void setShare(int share);
    [[nodiscard]] QStringList groupings() const;
    [[nodiscard]] int grouping() const { return m_grouping; }
    void setGrouping(int grouping);
    [[nodiscard]] QStringList groups() const { return m_groups; }
    [[nodiscard]] int group() const { return m_group; }
    void setGroup(int group);
    [[nodiscard]] int against() const { return m_against; }
    void setAgainst(int against);
    [[nodiscard]] bool isSnapped() const { return m_snapped; }
    void setSnapped(bool snapped);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] LineList* lines() { return &m_lines; }

    [[nodiscard]] const std::shared_ptr<const AgreementPicture>& picture() const { return m_picture; } ///< Null while there is none.
    [[nodiscard]] core::Point worldOf(core::Point home) const { return m_scene->layers()->toWorld(home); }

    Q_INVOKABLE void bringIntoView();
    Q_INVOKABLE void follow(int line); ///< Asks for the drawing that a line speaks of.
    Q_INVOKABLE void drawOn(); ///< Takes the line to the drawing board, as a boundary of the community of that name, or of a new one.
    Q_INVOKABLE void drawMine(); ///< Opens the board for one more person's drawing of the place.

signals:
    void changed();
    void pictureChanged();
    void comeIntoView(const QGeoRectangle& box);
    void asked(hereabouts::app::RowRef row); ///< A person wants to see this row.
    void failed(const QString& message);

private:
    struct Answer;
    [[nodiscard]] static Answer count(const core::PlaceSnapshot& place, const AgreementWish& wish, const std::string& field,
        const std::array<std::string, 2>& values, bool snapped, const core::Job& job);
    void takePlace();
    void look();
    void take(Answer answer);

    OpenPlace* m_place;
    MapScene* m_scene;
    DrawingBoard* m_board;
    bool m_shown = false;
    bool m_counting = false;
    std::vector<std::string> m_names;
    QStringList m_shownNames;
    int m_name = -1;
    int m_share = 1;
    int m_grouping = 0;
    QStringList m_groups;
    int m_group = -1;
    int m_against = -1;
    bool m_snapped = false;
    QString m_problem;
    LineList m_lines;
    std::shared_ptr<const AgreementPicture> m_picture;
    quint64 m_asked = 0;
    std::stop_source m_stop;
    QThreadPool m_thread; ///< Last, so that it ends first.
};

} // namespace hereabouts::app
