// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "core/draw/sketch.h"

#include <QObject>
#include <QVariantList>

#include <string>
#include <vector>

namespace hereabouts::app {

/// Keeps every stroke of a drawing in the place file as it is made, and finds those that were not finished.
class SketchJournal : public QObject {
    Q_OBJECT

public:
    explicit SketchJournal(OpenPlace* place, QObject* parent = nullptr);

    /// Begins to keep a drawing. `code` names the community, or is of the journal's own making for a new one.
    void begin(const std::string& code, const QString& what, const core::MultiPolygon& start);
    void keep(const core::SketchEdit& edit);
    void end(const std::string& code); ///< The drawing is taken or thrown away: it is not offered again.

    /// Drawings that were not finished: maps of code, what and when.
    [[nodiscard]] const QVariantList& unfinished() const { return m_unfinished; }
    void look(); ///< Reads them anew; found() follows.
    /// The sketch as it was at its last stroke; nothing where there is none of that code.
    [[nodiscard]] std::optional<core::Sketch> resume(const std::string& code, QString& what);

signals:
    void found();
    void failed(const QString& message);

private:
    void write(std::vector<std::string> strokes);

    OpenPlace* m_place;
    std::string m_code;
    std::string m_begun; ///< The line it began with, until the first stroke.
    QString m_what;
    QVariantList m_unfinished;
    std::vector<gis::UnfinishedDrawing> m_drawings;
};

} // namespace hereabouts::app
