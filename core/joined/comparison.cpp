// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/comparison.h"

#include "core/joined/written.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <tuple>

namespace hereabouts::core {

namespace {

std::string shown(const Value& value, FieldType type, std::string_view currency)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* real = std::get_if<double>(&value)) return std::format("{}", *real);
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) return "nothing";
    if (type == FieldType::Date) return writtenDate(*number);
    if (type == FieldType::Money) return writtenMoney(Money::fromMinor(*number), currency);
    return std::to_string(*number);
}

std::string shown(const Geometry& geometry)
{
    if (std::holds_alternative<std::monostate>(geometry)) return "nothing";
    if (const auto* point = std::get_if<Point>(&geometry)) return std::format("{:.2f}, {:.2f}", point->x, point->y);
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    return std::format("{} vertices{}", vertexCount(geometry), area ? std::format(", {:.0f} m²", planarArea(*area)) : "");
}

/// The ring begun at its smallest point, so that the same ring is the same points wherever it was begun.
void beginAtSmallest(Ring& ring)
{
    if (ring.size() < 2) return;
    ring.pop_back();
    std::ranges::rotate(ring, std::ranges::min_element(ring));
    ring.push_back(ring.front());
}

Geometry ordered(Geometry geometry)
{
    if (auto* area = std::get_if<MultiPolygon>(&geometry)) {
        for (Polygon& polygon : *area) {
            beginAtSmallest(polygon.outer);
            for (Ring& hole : polygon.holes) beginAtSmallest(hole);
            std::ranges::sort(polygon.holes);
        }
        std::ranges::sort(*area, {}, [](const Polygon& polygon) { return std::tie(polygon.outer, polygon.holes); });
    }
    return geometry;
}

std::string keyOf(const RegisterTable& table, std::size_t row)
{
    std::string key;
    const RegisterSpec& spec = table.spec();
    const auto add = [&](std::size_t field) {
        const Value value = table.value(row, field);
        key += (key.empty() ? "" : " / ") + (std::holds_alternative<std::monostate>(value) ? std::string("–") : shown(value, spec.fields[field].type, ""));
    };
    if (!spec.key.empty()) {
        for (const std::string_view name : spec.key) add(spec.fieldIndex(name).value());
    } else {
        for (std::size_t field = 0; field < spec.fields.size(); ++field) add(field);
    }
    return key;
}

/// Text that two rows share exactly when they hold the same.
std::string contentOf(const RegisterTable& table, std::size_t row)
{
    std::string content;
    for (std::size_t field = 0; field < table.spec().fields.size(); ++field) {
        const Value value = table.value(row, field);
        content += std::format("{}\x1f{}\x1f", value.index(), shown(value, table.spec().fields[field].type, ""));
    }
    const auto add = [&](double coordinate) { content.append(reinterpret_cast<const char*>(&coordinate), sizeof coordinate); };
    const auto addRing = [&](const auto& points) {
        for (const Point& point : points) add(point.x), add(point.y);
        content += '\x1e';
    };
    const Geometry geometry = ordered(table.geometry(row));
    content += static_cast<char>('0' + geometry.index());
    if (const auto* point = std::get_if<Point>(&geometry)) add(point->x), add(point->y);
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) std::ranges::for_each(*lines, addRing);
    if (const auto* area = std::get_if<MultiPolygon>(&geometry)) {
        for (const Polygon& polygon : *area) {
            addRing(polygon.outer);
            std::ranges::for_each(polygon.holes, addRing);
            content += '\x1d';
        }
    }
    return content;
}

class Comparing {
public:
    explicit Comparing(std::size_t most) : m_most(most) { }

    void add(Difference difference)
    {
        ++m_result.count;
        if (m_result.differences.size() < m_most) m_result.differences.push_back(std::move(difference));
    }

    void tables(const RegisterTable& first, const RegisterTable& second, std::string_view currency)
    {
        const std::string where(first.spec().name);
        std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> rows;
        for (std::size_t row = 0; row < first.size(); ++row) rows[keyOf(first, row)].first.push_back(row);
        for (std::size_t row = 0; row < second.size(); ++row) rows[keyOf(second, row)].second.push_back(row);
        for (auto& [key, both] : rows) {
            // Where a key stands for several rows, those that hold the same are no difference, whatever their order.
            if (both.first.size() > 1 || both.second.size() > 1) leaveOutSame(first, both.first, second, both.second);
            const std::size_t common = std::min(both.first.size(), both.second.size());
            for (std::size_t i = 0; i < common; ++i) fields(first, both.first[i], second, both.second[i], where, key, currency);
            for (std::size_t i = common; i < both.first.size(); ++i)
                add({.where = where, .key = key, .kind = DifferenceKind::OnlyInFirst, .field = {}, .first = {}, .second = {}});
            for (std::size_t i = common; i < both.second.size(); ++i)
                add({.where = where, .key = key, .kind = DifferenceKind::OnlyInSecond, .field = {}, .first = {}, .second = {}});
        }
    }

    void overlaps(const std::vector<CommunityOverlap>& first, const std::vector<CommunityOverlap>& second)
    {
        std::map<std::pair<std::string, std::string>, std::pair<const CommunityOverlap*, const CommunityOverlap*>> pairs;
        for (const CommunityOverlap& overlap : first) pairs[{overlap.first, overlap.second}].first = &overlap;
        for (const CommunityOverlap& overlap : second) pairs[{overlap.first, overlap.second}].second = &overlap;
        for (const auto& [names, both] : pairs) {
            Difference difference{.where = "overlaps", .key = names.first + " / " + names.second, .field = "agreement", .first = {}, .second = {}};
            if (!both.first)
                difference.kind = DifferenceKind::OnlyInSecond;
            else if (!both.second)
                difference.kind = DifferenceKind::OnlyInFirst;
            else if (stateOf(*both.first) == stateOf(*both.second))
                continue;
            else {
                difference.first = stateOf(*both.first);
                difference.second = stateOf(*both.second);
            }
            add(std::move(difference));
        }
    }

    [[nodiscard]] Comparison take() { return std::move(m_result); }

private:
    static void leaveOutSame(const RegisterTable& first, std::vector<std::size_t>& ofFirst, const RegisterTable& second, std::vector<std::size_t>& ofSecond)
    {
        std::multimap<std::string, std::size_t> held;
        for (const std::size_t row : ofSecond) held.emplace(contentOf(second, row), row);
        std::erase_if(ofFirst, [&](std::size_t row) {
            const auto same = held.find(contentOf(first, row));
            if (same == held.end()) return false;
            held.erase(same);
            return true;
        });
        ofSecond.clear();
        for (const auto& [content, row] : held) ofSecond.push_back(row);
        std::ranges::sort(ofSecond);
    }

    static std::string stateOf(const CommunityOverlap& overlap)
    {
        static constexpr std::array<std::string_view, 4> kWords{"not asked", "agreed", "disputed", "not applicable"};
        const std::string_view word = kWords[static_cast<std::size_t>(overlap.agreement)];
        std::string state(word);
        if (!overlap.note.empty()) state += std::format(": {}", overlap.note);
        if (!overlap.parties.empty()) state += std::format(", by {}", overlap.parties);
        if (!overlap.document.empty()) state += std::format(", document {}", overlap.document);
        if (overlap.settledOn != kNoInteger) state += std::format(", {}", writtenDate(overlap.settledOn));
        return state;
    }

    void fields(const RegisterTable& a, std::size_t rowA, const RegisterTable& b, std::size_t rowB, const std::string& where, const std::string& key,
        std::string_view currency)
    {
        for (std::size_t i = 0; i < a.spec().fields.size(); ++i) {
            const core::Field& field = a.spec().fields[i];
            const Value before = a.value(rowA, i);
            const Value after = b.value(rowB, i);
            if (before == after) continue;
            add({.where = where,
                .key = key,
                .field = std::string(field.name),
                .first = shown(before, field.type, currency),
                .second = shown(after, field.type, currency)});
        }
        const Geometry& before = a.geometry(rowA);
        const Geometry& after = b.geometry(rowB);
        if (before == after || ordered(before) == ordered(after)) return;
        add({.where = where, .key = key, .field = "geometry", .first = shown(before), .second = shown(after)});
    }

    std::size_t m_most;
    Comparison m_result;
};

} // namespace

Comparison compare(const PlaceSnapshot& first, const PlaceSnapshot& second, std::size_t most)
{
    Comparing comparing(most);
    if (first.district.epsg != second.district.epsg) {
        comparing.add({.where = "district",
            .key = "coordinate system",
            .field = "epsg",
            .first = std::to_string(first.district.epsg),
            .second = std::to_string(second.district.epsg)});
    }
    if (first.district.currency != second.district.currency) {
        comparing.add({.where = "district", .key = "currency", .field = "currency", .first = first.district.currency, .second = second.district.currency});
    }
    if (first.district.name != second.district.name) {
        comparing.add({.where = "district", .key = "name", .field = "name", .first = first.district.name, .second = second.district.name});
    }
    if (first.district.fictional != second.district.fictional) {
        const auto said = [](bool fictional) { return std::string(fictional ? "fictional" : "real"); };
        comparing.add(
            {.where = "district", .key = "kind", .field = "fictional", .first = said(first.district.fictional), .second = said(second.district.fictional)});
    }
    for (const RegisterKind kind : kAllRegisters) comparing.tables(first.at(kind), second.at(kind), first.district.currency);
    comparing.overlaps(first.overlaps, second.overlaps);
    return comparing.take();
}

} // namespace hereabouts::core
