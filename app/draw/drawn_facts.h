// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/drawing_ground.h"
#include "app/registers/line_list.h"
#include "core/draw/sketch_edit.h"
#include "core/facts/live_facts.h"

#include <QObject>
#include <QtQmlIntegration>

#include <memory>
#include <vector>

namespace hereabouts::app {

/// What is inside the line as it is drawn, counted anew with every move: lines for the panel, and a few words for beside the pointer.
class DrawnFacts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Facts belong to the drawing board.")
    Q_PROPERTY(hereabouts::app::LineList* lines READ lines CONSTANT)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// The numbers wait until the line is closed: what people feel is theirs should not be drawn to a figure.
    Q_PROPERTY(bool waiting READ isWaiting WRITE setWaiting NOTIFY changed)

public:
    using QObject::QObject;

    void take(std::shared_ptr<const DrawingGround> ground); ///< Null: there is nothing to count with.
    void follow(const std::vector<core::SketchRing>& rings);

    [[nodiscard]] LineList* lines() { return &m_lines; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    void setWaiting(bool waiting);
    [[nodiscard]] const core::ShapeFacts& facts() const { return m_facts; }

signals:
    void changed();

private:
    void write();

    std::shared_ptr<const DrawingGround> m_ground;
    std::unique_ptr<core::LiveFacts> m_live;
    core::ShapeFacts m_facts;
    std::vector<core::CountedRing> m_rings;
    bool m_isOpen = false;
    bool m_waiting = false;
    QString m_summary;
    LineList m_lines;
};

} // namespace hereabouts::app
