// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/consult/consultation_table.h"

#include "core/joined/written.h"

#include <format>

namespace hereabouts::gis {

TextTable consultationTable(const Consultation& consultation, std::int64_t listedOn)
{
    TextTable table{
        .headings = {"works", "listed_on", "code", "name", "status", "by_right", "lies", "metres", "share_of_works", "public_contact", "rights"}, .rows = {}};
    for (const Consulted& one : consultation.communities) {
        table.rows.push_back(
            {consultation.works, core::writtenDate(listedOn), one.code, one.name, one.status, one.recognised ? "yes" : "no", std::string(wordOf(one.lie)),
                std::format("{:.1f}", one.metres), one.shareOfWorks ? std::format("{:.4f}", *one.shareOfWorks) : "", one.publicContact, one.rights});
    }
    return table;
}

} // namespace hereabouts::gis
