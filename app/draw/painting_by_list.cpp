// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/drawing_board.h"

#include "app/draw/paint_tool.h"

namespace hereabouts::app {

QVariantList DrawingBoard::smallAreas(const QString& typed) const
{
    QVariantList list;
    if (!m_ground || !m_active) return list;
    constexpr qsizetype kMost = 200;
    const core::RegisterTable& table = m_ground->snapshot->at(core::RegisterKind::SmallAreas);
    const core::MultiPolygon shape = m_sketch.shape();
    for (std::size_t i = 0; i < m_ground->smallAreas.size() && list.size() < kMost; ++i) {
        const std::size_t row = m_ground->smallAreas[i];
        const QString code = QString::fromUtf8(table.text("code").at(row)), name = QString::fromUtf8(table.text("name").at(row));
        if (!matches(code + u' ' + name, typed)) continue;
        const std::int64_t people = table.integers("population")[row];
        list.append(QVariantMap{{QStringLiteral("index"), static_cast<int>(i)}, {QStringLiteral("code"), name.isEmpty() ? code : code + u' ' + name},
            {QStringLiteral("people"), people == core::kNoInteger ? tr("people not known") : tr("%1 people").arg(people)},
            {QStringLiteral("in"), core::covers(shape, core::representativePoint(std::get<core::MultiPolygon>(table.geometry(row))))}});
    }
    return list;
}

void DrawingBoard::paintArea(int index, bool in)
{
    auto* painter = dynamic_cast<PaintTool*>(&hand());
    if (painter && m_ground && index >= 0 && static_cast<std::size_t>(index) < m_ground->smallAreas.size())
        painter->paint({static_cast<std::uint32_t>(index)}, !in);
}

} // namespace hereabouts::app
