// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/unfinished.h"

#include "gis/store/detail/utc_now.h"

namespace hereabouts::gis::detail {

void keepStrokes(Database& database, const std::string& code, const std::string& what, const std::vector<std::string>& strokes)
{
    const std::string now = utcNow();
    Statement drawing = database.prepare(
        "INSERT INTO unfinished_drawings (code, what, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET what = excluded.what, at = excluded.at");
    drawing.bind(1, code);
    drawing.bind(2, what);
    drawing.bind(3, now);
    drawing.run();
    Statement stroke = database.prepare("INSERT INTO unfinished_strokes (drawing, number, stroke) "
                                        "SELECT ?1, ifnull(max(number), 0) + 1, ?2 FROM unfinished_strokes WHERE drawing = ?1");
    stroke.bind(1, code);
    for (const std::string& line : strokes) {
        stroke.bind(2, line);
        stroke.run();
    }
}

std::vector<UnfinishedDrawing> readUnfinished(Database& database)
{
    std::vector<UnfinishedDrawing> drawings;
    Statement select = database.prepare(
        "SELECT d.code, d.what, d.at, s.stroke FROM unfinished_drawings d JOIN unfinished_strokes s ON s.drawing = d.code ORDER BY d.at, d.code, s.number");
    while (select.step()) {
        if (drawings.empty() || drawings.back().code != select.text(0)) {
            drawings.push_back({.code = std::string(select.text(0)), .what = std::string(select.text(1)), .when = std::string(select.text(2)), .strokes = {}});
        }
        drawings.back().strokes.emplace_back(select.text(3));
    }
    return drawings;
}

void forgetDrawing(Database& database, const std::string& code)
{
    for (const char* sql : {"DELETE FROM unfinished_strokes WHERE drawing = ?", "DELETE FROM unfinished_drawings WHERE code = ?"}) {
        Statement remove = database.prepare(sql);
        remove.bind(1, code);
        remove.run();
    }
}

} // namespace hereabouts::gis::detail
