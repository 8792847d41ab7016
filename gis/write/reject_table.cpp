// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/reject_table.h"

#include <algorithm>
#include <string>

namespace hereabouts::gis {

TextTable tableOfRejects(const std::vector<KeptReject>& rejects)
{
    TextTable table;
    for (const KeptReject& reject : rejects) {
        for (const auto& [heading, value] : reject.row.values) {
            if (std::ranges::find(table.headings, heading) == table.headings.end()) table.headings.push_back(heading);
        }
    }
    const std::size_t columns = table.headings.size();
    for (const char* const heading : {"hereabouts_source", "hereabouts_row", "hereabouts_field", "hereabouts_reason"}) table.headings.emplace_back(heading);
    for (const KeptReject& reject : rejects) {
        std::vector<std::string> cells(columns);
        for (const auto& [heading, value] : reject.row.values)
            cells[static_cast<std::size_t>(std::ranges::find(table.headings, heading) - table.headings.begin())] = value;
        cells.insert(cells.end(), {reject.source, std::to_string(reject.row.row), reject.row.field, reject.row.reason});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace hereabouts::gis
