// SPDX-License-Identifier: GPL-3.0-or-later
// The boundary in words, made from the line and what it runs along.
#include "app/draw/drawing_board.h"

namespace hereabouts::app {

QString DrawingBoard::inWords() const
{
    if (!m_ground || !m_active) return {};
    QStringList parts;
    for (const core::SketchRing& ring : m_sketch.rings()) {
        if (!ring.closed || ring.vertices.size() < 3) continue;
        core::Line line = ring.vertices;
        line.push_back(line.front());
        const QString way = QString::fromStdString(core::inWords(m_ground->network.along(line)));
        parts.append(ring.hole ? tr("but not the ground inside a line %1").arg(way) : tr("the ground inside a line %1").arg(way));
    }
    QString words = parts.join(QStringLiteral("; "));
    if (!words.isEmpty()) words.front() = words.front().toUpper();
    return words.isEmpty() ? words : words + u'.';
}

} // namespace hereabouts::app
