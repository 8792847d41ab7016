// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/outline.h"

#include "data/samples/builder/dice.h"

#include <map>
#include <set>
#include <unordered_map>

namespace hereabouts::sample {

namespace {

constexpr int kSmoothings = 4;

/// The edge that carries a line on beyond a corner: the only other one drawn, or the only other one of its kind; -1 where the line ends or forks.
int onward(const Mesh& mesh, const std::vector<Line>& kinds, int corner, int edge)
{
    int drawn = -1;
    int drawnCount = 0;
    int same = -1;
    int sameCount = 0;
    for (const int e : mesh.corners[static_cast<std::size_t>(corner)].edges) {
        if (e == edge || kinds[static_cast<std::size_t>(e)] == Line::None) continue;
        drawn = e;
        ++drawnCount;
        if (kinds[static_cast<std::size_t>(e)] != kinds[static_cast<std::size_t>(edge)]) continue;
        same = e;
        ++sameCount;
    }
    if (drawnCount == 1) return drawn;
    return sameCount == 1 ? same : -1;
}

void smooth(Mesh& mesh, const std::vector<Line>& kinds)
{
    for (int round = 0; round < kSmoothings; ++round) {
        std::vector<Spot> moved;
        for (const Corner& corner : mesh.corners) {
            Spot sum;
            int count = 0;
            bool fixed = false;
            bool wet = false; // a river rounds its corners in town too
            bool shore = false;
            for (const int e : corner.edges) {
                const Line kind = kinds[static_cast<std::size_t>(e)];
                if (kind == Line::Street) fixed = true;
                if (kind == Line::River) wet = true;
                if (kind == Line::Shore) shore = true;
                if (kind == Line::None) continue;
                const int self = static_cast<int>(&corner - mesh.corners.data());
                sum = sum + mesh.corners[static_cast<std::size_t>(mesh.edges[static_cast<std::size_t>(e)].otherCorner(self))].at;
                ++count;
            }
            if ((fixed && !wet) || (shore && round > 0) || count < 2) moved.push_back(corner.at);
            else moved.push_back(corner.at + (sum * (1.0 / count) - corner.at) * (count == 2 ? 0.5 : 0.25));
        }
        for (std::size_t c = 0; c < moved.size(); ++c) mesh.corners[c].at = moved[c];
    }
}

double raggedness(Line kind)
{
    switch (kind) {
    case Line::Shore: return 0.12;
    case Line::River: return 0.06;
    case Line::Border: return 0.035;
    default: return 0;
    }
}

Path bend(const Mesh& mesh, const std::vector<Line>& kinds, int e)
{
    const Edge& edge = mesh.edges[static_cast<std::size_t>(e)];
    const Line kind = kinds[static_cast<std::size_t>(e)];
    const auto at = [&](int corner) { return mesh.corners[static_cast<std::size_t>(corner)].at; };
    const Spot a = at(edge.from);
    const Spot b = at(edge.to);
    const double size = apart(a, b);
    if (kind == Line::None || kind == Line::Street || size < 25) return {onGrid(a), onGrid(b)};
    const auto slope = [&](int corner, Spot straight, double sign) {
        const int next = onward(mesh, kinds, corner, e);
        if (next < 0) return straight;
        const Spot far = at(mesh.edges[static_cast<std::size_t>(next)].otherCorner(corner));
        const Spot through = (sign > 0 ? b - far : far - a) * 0.5;
        const double reach = length(through);
        return reach > size ? through * (size / reach) : through;
    };
    const Spot start = slope(edge.from, b - a, 1);
    const Spot end = slope(edge.to, b - a, -1);
    const int steps = std::clamp(static_cast<int>(size / (kind == Line::Shore ? 32 : kind == Line::River ? 45 : 60)), 2, 8);
    const Spot across = Spot{-(b - a).y, (b - a).x};
    Path line{onGrid(a)};
    Dice dice(static_cast<std::uint64_t>(e) * 31 + 5);
    for (int i = 1; i < steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double u = 1 - t;
        const Spot curve = a * (u * u * (1 + 2 * t)) + start * (t * u * u) + b * (t * t * (3 - 2 * t)) - end * (t * t * u);
        line.push_back(onGrid(curve + across * (dice.between(-1, 1) * raggedness(kind))));
    }
    line.push_back(onGrid(b));
    return line;
}

bool cross(Spot a, Spot b, Spot c, Spot d)
{
    const double ab1 = cross(b - a, c - a);
    const double ab2 = cross(b - a, d - a);
    const double cd1 = cross(d - c, a - c);
    const double cd2 = cross(d - c, b - c);
    return ((ab1 >= 0) != (ab2 >= 0)) && ((cd1 >= 0) != (cd2 >= 0));
}

/// Edges whose lines cross another's, found square by square.
std::set<int> crossing(const std::vector<Path>& lines, const std::vector<Line>& kinds)
{
    constexpr double kSquare = 150;
    struct Piece {
        int edge;
        Spot a;
        Spot b;
    };
    std::unordered_map<std::int64_t, std::vector<Piece>> squares;
    std::set<int> found;
    for (std::size_t e = 0; e < lines.size(); ++e) {
        if (kinds[e] == Line::None) continue;
        for (std::size_t i = 0; i + 1 < lines[e].size(); ++i) {
            const Piece piece{static_cast<int>(e), lines[e][i], lines[e][i + 1]};
            const auto square = [&](double v) { return static_cast<std::int64_t>(std::floor(v / kSquare)); };
            for (std::int64_t x = square(std::min(piece.a.x, piece.b.x)); x <= square(std::max(piece.a.x, piece.b.x)); ++x) {
                for (std::int64_t y = square(std::min(piece.a.y, piece.b.y)); y <= square(std::max(piece.a.y, piece.b.y)); ++y) {
                    std::vector<Piece>& here = squares[x * 1'000'000 + y];
                    for (const Piece& other : here) {
                        if (piece.a == other.a || piece.a == other.b || piece.b == other.a || piece.b == other.b) continue;
                        if (cross(piece.a, piece.b, other.a, other.b)) found.insert({piece.edge, other.edge});
                    }
                    here.push_back(piece);
                }
            }
        }
    }
    return found;
}

/// Cuts a closed walk of corners wherever it comes back to one, so that every ring passes each corner once.
std::vector<std::vector<int>> parted(const std::vector<int>& walk)
{
    std::vector<std::vector<int>> rings;
    std::vector<int> open;
    std::map<int, std::size_t> place;
    for (const int corner : walk) {
        const auto seen = place.find(corner);
        if (seen != place.end()) {
            const auto start = open.begin() + static_cast<std::ptrdiff_t>(seen->second);
            rings.emplace_back(start, open.end());
            for (auto dropped = start; dropped != open.end(); ++dropped) place.erase(*dropped);
            open.erase(start, open.end());
        }
        place[corner] = open.size();
        open.push_back(corner);
    }
    rings.push_back(open);
    return rings;
}

} // namespace

Spot onGrid(Spot p) { return {std::nearbyint(p.x * 100) / 100, std::nearbyint(p.y * 100) / 100}; }

Outline::Outline(Mesh& mesh, const std::vector<Line>& kinds) : m_mesh(mesh)
{
    smooth(mesh, kinds);
    for (std::size_t e = 0; e < mesh.edges.size(); ++e) m_lines.push_back(bend(mesh, kinds, static_cast<int>(e)));
    for (const int e : crossing(m_lines, kinds)) {
        Path& line = m_lines[static_cast<std::size_t>(e)];
        line = {line.front(), line.back()};
    }
}

Path Outline::along(int edge, int fromCorner) const
{
    Path line = m_lines[static_cast<std::size_t>(edge)];
    if (m_mesh.edges[static_cast<std::size_t>(edge)].from != fromCorner) std::ranges::reverse(line);
    return line;
}

std::vector<std::vector<int>> Outline::traceRings(const std::function<bool(int)>& belongs) const
{
    const auto in = [&](int cell) { return cell >= 0 && belongs(cell); };
    // Directed with the ground on the left: corner → the corners its border edges lead to, and the cell each has on its left.
    std::map<std::pair<int, int>, int> open;
    for (std::size_t c = 0; c < m_mesh.cells.size(); ++c) {
        if (!in(static_cast<int>(c))) continue;
        const Cell& cell = m_mesh.cells[c];
        for (std::size_t i = 0; i < cell.corners.size(); ++i) {
            if (in(m_mesh.edges[static_cast<std::size_t>(cell.edges[i])].otherCell(static_cast<int>(c)))) continue;
            open[{cell.corners[i], cell.corners[(i + 1) % cell.corners.size()]}] = static_cast<int>(c);
        }
    }
    // The border edge that goes on from the end of one: round the corner, through cells of the ground.
    const auto next = [&](int corner, int cell) {
        for (;;) {
            const Cell& here = m_mesh.cells[static_cast<std::size_t>(cell)];
            const auto i = static_cast<std::size_t>(std::ranges::find(here.corners, corner) - here.corners.begin());
            const int to = here.corners[(i + 1) % here.corners.size()];
            if (open.contains({corner, to})) return std::pair{corner, to};
            const int beyond = m_mesh.edges[static_cast<std::size_t>(here.edges[i])].otherCell(cell);
            if (!in(beyond)) return std::pair{corner, to};
            cell = beyond;
        }
    };
    std::vector<std::vector<int>> rings;
    while (!open.empty()) {
        std::vector<int> walk;
        auto at = open.begin();
        while (at != open.end()) {
            const auto [step, cell] = *at;
            walk.push_back(step.first);
            open.erase(at);
            at = open.find(next(step.second, cell));
        }
        for (std::vector<int>& ring : parted(walk)) rings.push_back(std::move(ring));
    }
    return rings;
}

Shapes Outline::merge(const std::function<bool(int)>& belongs) const
{
    Shapes shapes;
    std::vector<Path> holes;
    for (const std::vector<int>& corners : traceRings(belongs)) {
        if (corners.size() < 2) continue;
        Path ring;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const int to = corners[(i + 1) % corners.size()];
            const Path line = along(m_mesh.edgeBetween(corners[i], to), corners[i]);
            ring.insert(ring.end(), line.begin(), line.end() - 1);
        }
        if (ringArea(ring) > 0) shapes.push_back({.outer = std::move(ring)});
        else holes.push_back(std::move(ring));
    }
    for (Path& hole : holes) {
        const Spot probe = middle(hole[0], hole[1]);
        Shape* host = nullptr;
        for (Shape& shape : shapes) {
            if (inside(probe, shape.outer) && (host == nullptr || ringArea(shape.outer) < ringArea(host->outer))) host = &shape;
        }
        if (host != nullptr) host->holes.push_back(std::move(hole));
    }
    std::ranges::stable_sort(shapes, std::greater<>{}, [](const Shape& shape) { return ringArea(shape.outer); });
    return shapes;
}

double squareMetres(const Shapes& shapes)
{
    double sum = 0;
    for (const Shape& shape : shapes) {
        sum += ringArea(shape.outer);
        for (const Path& hole : shape.holes) sum += ringArea(hole);
    }
    return sum;
}

} // namespace hereabouts::sample
