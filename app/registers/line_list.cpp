// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/line_list.h"

namespace hereabouts::app {

int LineList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

QVariant LineList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case SectionRole: return line.section;
    case Qt::DisplayRole:
    case TitleRole: return line.title;
    case DetailRole: return line.detail;
    case BadgeRole: return line.badge;
    case ToneRole: return line.tone;
    case NoteRole: return line.note;
    case LeadsRole: return line.leadsTo.has_value();
    default: return {};
    }
}

QHash<int, QByteArray> LineList::roleNames() const
{
    return {{SectionRole, "section"}, {TitleRole, "title"}, {DetailRole, "detail"}, {BadgeRole, "badge"}, {ToneRole, "tone"}, {NoteRole, "note"}, {LeadsRole, "leads"}};
}

void LineList::setLines(std::vector<Line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
    emit countChanged();
}

} // namespace hereabouts::app
