// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/live_facts.h"

#include "core/facts/detail/ring_count.h"
#include "core/facts/detail/under_edge.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace hereabouts::core {

namespace {

/// A change of more edges than this is counted from nothing.
constexpr std::size_t kFewEdges = 48;
constexpr std::int64_t kSquareMetre = 1'000'000; ///< mm².
constexpr std::int64_t kMillionths = 1'000'000;

double squareMetres(std::int64_t squareMillimetres) { return static_cast<double>(squareMillimetres) / static_cast<double>(kSquareMetre); }

Result<std::vector<GridPoint>> onGrid(std::span<const Point> vertices)
{
    std::vector<GridPoint> points;
    points.reserve(vertices.size());
    for (const Point p : vertices) {
        const auto at = toGrid(p);
        if (!at) return fail(ErrorCode::BadInput, "That position is not on this map: a coordinate is not a number, or more than 10,737 km from zero.");
        points.push_back(*at);
    }
    return points;
}

} // namespace

std::vector<CountedRing> countedRings(const MultiPolygon& shape)
{
    std::vector<CountedRing> rings;
    const auto add = [&rings](const Ring& ring, bool hole) {
        if (ring.size() > 3) rings.push_back({.vertices = {ring.begin(), ring.end() - 1}, .hole = hole});
    };
    for (const Polygon& polygon : shape) {
        add(polygon.outer, false);
        for (const Ring& hole : polygon.holes) add(hole, true);
    }
    return rings;
}

PeopleRange ShapeFacts::peopleRange() const
{
    const auto byPoint = static_cast<double>(people);
    return {.least = std::min(byPoint, peopleByGround), .most = std::max(byPoint, peopleByGround)};
}

LiveFacts::LiveFacts(std::shared_ptr<const CountedPlace> place) :
    m_place(std::move(place)), m_smallAreaTimes(m_place->m_smallAreaPoints.size()), m_dwellingTimes(m_place->m_dwellings.size()),
    m_shared(m_place->communityCount())
{
    for (const detail::GroundLayer& layer : m_place->m_ground) m_ground.emplace_back(layer.size());
}

int LiveFacts::signOf(const CountedLine& line) { return (detail::doubledArea(line.vertices) < 0) == line.hole ? 1 : -1; }

Result<void> LiveFacts::follow(std::span<const CountedRing> rings)
{
    std::vector<CountedLine> lines;
    for (const CountedRing& ring : rings) {
        auto vertices = onGrid(ring.vertices);
        if (!vertices) return std::unexpected(vertices.error());
        lines.push_back({.vertices = std::move(*vertices), .hole = ring.hole});
    }
    const bool sameRings = lines.size() == m_lines.size() && std::ranges::equal(lines, m_lines, {}, &CountedLine::hole, &CountedLine::hole);
    if (!sameRings) {
        for (const CountedLine& line : m_lines) countLine(line, -line.sign);
        m_lines = std::move(lines);
        for (CountedLine& line : m_lines) {
            line.sign = signOf(line);
            countLine(line, line.sign);
        }
        return {};
    }
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        const std::vector<GridPoint>& before = m_lines[i].vertices;
        const std::vector<GridPoint>& after = lines[i].vertices;
        const auto same = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
        const std::size_t most = std::min(before.size(), after.size()) - same;
        std::size_t atEnd = 0;
        while (atEnd < most && before[before.size() - 1 - atEnd] == after[after.size() - 1 - atEnd]) ++atEnd;
        const std::size_t removed = before.size() - same - atEnd;
        const std::size_t added = after.size() - same - atEnd;
        if (removed + added > 0) replace(i, same, removed, std::span(after).subspan(same, added));
    }
    return {};
}

Result<void> LiveFacts::moveVertex(std::uint32_t ring, std::uint32_t vertex, Point to)
{
    auto at = onGrid(std::span(&to, 1));
    if (!at) return std::unexpected(at.error());
    replace(ring, vertex, 1, *at);
    return {};
}

/// Some vertices of a line become others. Counts the edges that go and come, from the vertex before to the one after.
void LiveFacts::replace(std::uint32_t ring, std::size_t at, std::size_t removed, std::span<const GridPoint> added)
{
    CountedLine& line = m_lines[ring];
    CountedLine changed{.vertices = line.vertices, .hole = line.hole};
    const auto from = changed.vertices.begin() + static_cast<std::ptrdiff_t>(at);
    const auto next = changed.vertices.erase(from, from + static_cast<std::ptrdiff_t>(removed));
    changed.vertices.insert(next, added.begin(), added.end());
    changed.sign = signOf(changed);
    const bool few = removed + added.size() <= kFewEdges && removed < line.vertices.size() && !changed.vertices.empty();
    if (!few || changed.sign != line.sign) {
        countLine(line, -line.sign);
        countLine(changed, changed.sign);
    } else {
        std::vector<ChangedEdge> edges;
        GridBox box;
        const auto chain = [&](const std::vector<GridPoint>& vertices, std::size_t inner, int sign) {
            const std::size_t count = vertices.size();
            for (std::size_t i = at + count - 1; i < at + count + inner; ++i) {
                const GridPoint a = vertices[i % count];
                const GridPoint b = vertices[(i + 1) % count];
                box.include(a);
                box.include(b);
                if (a.x != b.x) edges.push_back({.a = a, .b = b, .sign = sign});
            }
        };
        chain(line.vertices, removed, -line.sign);
        chain(changed.vertices, added.size(), line.sign);
        countEdges(edges, box);
    }
    line = std::move(changed);
}

void LiveFacts::countLine(const CountedLine& line, int sign)
{
    const detail::RingCount ring(line.vertices);
    for (std::size_t layer = 0; layer < m_ground.size(); ++layer) {
        const detail::GroundLayer& ground = m_place->m_ground[layer];
        for (std::size_t area = 0; area < ground.size(); ++area) {
            if (const std::int64_t inside = ring.groundOf(ground, area); inside != 0) addGround(layer, area, sign * inside);
        }
    }
    ring.visitPoints(m_place->m_smallAreaPoints, [&](std::uint32_t place, int times) { addSmallArea(place, sign * times); });
    ring.visitPoints(m_place->m_dwellings, [&](std::uint32_t place, int times) { addDwelling(place, sign * times); });
}

/// Nothing outside the box of all edges can have changed: what is below it is under those that go as it is under those that come.
void LiveFacts::countEdges(std::span<const ChangedEdge> edges, const GridBox& box)
{
    countGround(edges, box);
    visitPoints(m_place->m_smallAreaPoints, edges, box, [&](std::uint32_t place, int times) { addSmallArea(place, times); });
    visitPoints(m_place->m_dwellings, edges, box, [&](std::uint32_t place, int times) { addDwelling(place, times); });
}

void LiveFacts::countGround(std::span<const ChangedEdge> edges, const GridBox& box)
{
    for (std::size_t layer = 0; layer < m_ground.size(); ++layer) {
        const detail::GroundLayer& ground = m_place->m_ground[layer];
        const std::vector<GridBox>& boxes = ground.boxes();
        for (std::size_t area = 0; area < boxes.size(); ++area) {
            if (!boxes[area].intersects(box)) continue;
            std::int64_t change = 0;
            for (const ChangedEdge& edge : edges) change += edge.sign * ground.under(area, edge.a, edge.b);
            if (change != 0) addGround(layer, area, change);
        }
    }
}

template <typename Visit>
void LiveFacts::visitPoints(const detail::PointLayer& layer, std::span<const ChangedEdge> edges, const GridBox& box, Visit visit) const
{
    const std::vector<GridBox>& boxes = layer.boxes();
    for (std::size_t cluster = 0; cluster < boxes.size(); ++cluster) {
        const GridBox& points = boxes[cluster];
        if (!points.intersects(box)) continue;
        int all = 0;
        bool oneByOne = false;
        for (const ChangedEdge& edge : edges) {
            const detail::Lie lie = detail::lieOf(points, edge.a, edge.b);
            if (lie == detail::Lie::Beside) continue;
            const auto [west, east] = std::minmax(edge.a.x, edge.b.x);
            if (lie == detail::Lie::Cut || points.minX < west || points.maxX >= east) oneByOne = true;
            all += edge.sign * detail::signOfEdge(edge.a, edge.b);
        }
        if (!oneByOne && all == 0) continue;
        for (std::uint32_t place = layer.begin(cluster); place < layer.end(cluster); ++place) {
            int times = oneByOne ? 0 : all;
            for (std::size_t i = 0; oneByOne && i < edges.size(); ++i) {
                if (detail::isUnder(layer.at(place), edges[i].a, edges[i].b)) times += edges[i].sign * detail::signOfEdge(edges[i].a, edges[i].b);
            }
            if (times != 0) visit(place, times);
        }
    }
}

/// A small area's people by its share of ground inside, to the millionth.
std::int64_t LiveFacts::millionthsOf(std::size_t smallArea) const
{
    __extension__ using Wide = __int128;
    const std::int64_t total = m_place->m_ground[CountedPlace::kSmallAreas].total(smallArea);
    const std::int64_t people = m_place->m_people[smallArea];
    if (total <= 0 || people <= 0) return 0;
    const std::int64_t inside = std::min(std::abs(m_ground[CountedPlace::kSmallAreas][smallArea]), total);
    return static_cast<std::int64_t>((Wide{people} * kMillionths * inside + total / 2) / total);
}

void LiveFacts::addGround(std::size_t layer, std::size_t area, std::int64_t change)
{
    if (layer == CountedPlace::kSmallAreas) m_millionths -= millionthsOf(area);
    m_ground[layer][area] += change;
    if (layer == CountedPlace::kSmallAreas) m_millionths += millionthsOf(area);
}

void LiveFacts::addSmallArea(std::uint32_t place, int times)
{
    const bool wasInside = m_smallAreaTimes[place] != 0;
    m_smallAreaTimes[place] = static_cast<std::int16_t>(m_smallAreaTimes[place] + times);
    const bool isInside = m_smallAreaTimes[place] != 0;
    if (wasInside == isInside) return;
    const std::int64_t sign = isInside ? 1 : -1;
    const std::uint32_t smallArea = m_place->m_smallAreaPoints.originOf(place);
    const std::int64_t people = m_place->m_people[smallArea];
    if (people < 0) {
        m_withheld += sign;
        return;
    }
    const int band = m_place->m_bands[smallArea];
    m_people += sign * people;
    m_byBand[band >= 1 && band <= 10 ? static_cast<std::size_t>(band) : 0] += sign * people;
    const auto holders = m_place->holdersOf(smallArea);
    for (const std::uint32_t community : holders) m_shared[community] += sign * people;
    if (holders.empty()) m_unheld += sign * people;
}

void LiveFacts::addDwelling(std::uint32_t place, int times)
{
    const bool wasInside = m_dwellingTimes[place] != 0;
    m_dwellingTimes[place] = static_cast<std::int16_t>(m_dwellingTimes[place] + times);
    m_dwellings += int{m_dwellingTimes[place] != 0} - int{wasInside};
}

ShapeFacts LiveFacts::facts() const
{
    ShapeFacts facts{.people = m_people,
        .peopleByGround = static_cast<double>(m_millionths) / static_cast<double>(kMillionths),
        .withheldAreas = static_cast<std::size_t>(m_withheld),
        .peopleByBand = m_byBand,
        .dwellings = m_dwellings,
        .touched = {},
        .communities = {}};
    std::int64_t doubled = 0; // cm².
    GridBox box;
    for (const CountedLine& line : m_lines) {
        doubled += line.sign * detail::doubledArea(line.vertices);
        for (const GridPoint p : line.vertices) box.include(p);
    }
    const Point middle{(double{1} * box.minX + box.maxX) / 200, (double{1} * box.minY + box.maxY) / 200};
    const double scale = m_place->m_groundScale && !box.empty() ? m_place->m_groundScale(middle) : 1;
    const double plane = static_cast<double>(doubled) / 20'000;
    facts.squareMetres = plane * scale;
    if (m_place->m_knowsDistrict) facts.squareMetresOutside = std::max(0.0, plane - squareMetres(m_ground[m_place->districtLayer()].front())) * scale;
    for (std::size_t set = 0; set < m_place->areaSetCount(); ++set) {
        facts.touched.emplace_back();
        for (std::uint32_t area = 0; area < m_ground[1 + set].size(); ++area) {
            const std::int64_t shared = m_ground[1 + set][area];
            if (shared >= kSquareMetre) facts.touched.back().push_back({.area = area, .squareMetres = squareMetres(shared) * scale});
        }
    }
    const std::vector<std::int64_t>& shared = m_ground[m_place->communitiesLayer()];
    for (std::uint32_t i = 0; i < shared.size(); ++i) {
        if (shared[i] >= kSquareMetre || m_shared[i] > 0)
            facts.communities.push_back({.community = i, .squareMetres = squareMetres(shared[i]) * scale, .people = m_shared[i]});
    }
    facts.peopleInNoOther = m_unheld;
    const double claimed = m_place->m_knowsClaimed ? squareMetres(m_ground[m_place->claimedLayer()].front()) : 0;
    facts.squareMetresInNoOther = std::max(0.0, plane - claimed) * scale;
    facts.peopleLeftOut = m_place->m_unclaimedPeople - m_unheld;
    return facts;
}

} // namespace hereabouts::core
