// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/chains.h"

namespace hereabouts::sample {

namespace {

constexpr double kStraight = -0.64; // cosine between two edges leaving a corner that still make one line

/// By edge, the edge that goes on at its `from` and at its `to` corner; -1 for none.
struct Joint {
    int atFrom = -1;
    int atTo = -1;
};

std::vector<Joint> joinUp(const Mesh& mesh, const std::function<bool(int)>& chosen)
{
    std::vector<Joint> joints(mesh.edges.size());
    for (std::size_t c = 0; c < mesh.corners.size(); ++c) {
        struct Pair {
            double cosine;
            int a;
            int b;
        };
        std::vector<Pair> pairs;
        std::vector<int> here;
        for (const int e : mesh.corners[c].edges) {
            if (chosen(e)) here.push_back(e);
        }
        const auto direction = [&](int e) {
            const Spot to = mesh.corners[static_cast<std::size_t>(mesh.edges[static_cast<std::size_t>(e)].otherCorner(static_cast<int>(c)))].at - mesh.corners[c].at;
            return to * (1 / std::max(1e-9, length(to)));
        };
        for (std::size_t i = 0; i < here.size(); ++i) {
            for (std::size_t j = i + 1; j < here.size(); ++j) pairs.push_back({dot(direction(here[i]), direction(here[j])), here[i], here[j]});
        }
        std::ranges::sort(pairs, {}, [](const Pair& p) { return std::tuple{p.cosine, p.a, p.b}; });
        const auto end = [&](int e) -> int& {
            Joint& joint = joints[static_cast<std::size_t>(e)];
            return mesh.edges[static_cast<std::size_t>(e)].from == static_cast<int>(c) ? joint.atFrom : joint.atTo;
        };
        for (const Pair& pair : pairs) {
            const bool lonely = here.size() == 2;
            if ((pair.cosine > kStraight && !lonely) || end(pair.a) >= 0 || end(pair.b) >= 0) continue;
            end(pair.a) = pair.b;
            end(pair.b) = pair.a;
        }
    }
    return joints;
}

} // namespace

std::vector<Chain> chainEdges(const Mesh& mesh, const Outline& outline, const std::function<bool(int)>& chosen)
{
    const std::vector<Joint> joints = joinUp(mesh, chosen);
    std::vector<bool> used(mesh.edges.size());
    std::vector<Chain> chains;
    const auto edgeAt = [&](int e) -> const Edge& { return mesh.edges[static_cast<std::size_t>(e)]; };
    const auto onward = [&](int e, int corner) { return edgeAt(e).from == corner ? joints[static_cast<std::size_t>(e)].atFrom : joints[static_cast<std::size_t>(e)].atTo; };
    for (std::size_t start = 0; start < mesh.edges.size(); ++start) {
        if (used[start] || !chosen(static_cast<int>(start))) continue;
        // Back to where the chain begins, then along it.
        int e = static_cast<int>(start);
        int corner = edgeAt(e).from;
        for (int back = onward(e, corner); back >= 0 && back != static_cast<int>(start); back = onward(e, corner)) {
            e = back;
            corner = edgeAt(e).otherCorner(corner);
        }
        Chain chain;
        while (e >= 0 && !used[static_cast<std::size_t>(e)]) {
            used[static_cast<std::size_t>(e)] = true;
            chain.edges.push_back(e);
            const Path line = outline.along(e, corner);
            chain.line.insert(chain.line.end(), line.begin() + (chain.line.empty() ? 0 : 1), line.end());
            corner = edgeAt(e).otherCorner(corner);
            e = onward(e, corner);
        }
        for (std::size_t i = 0; i + 1 < chain.line.size(); ++i) chain.metres += apart(chain.line[i], chain.line[i + 1]);
        chains.push_back(std::move(chain));
    }
    return chains;
}

} // namespace hereabouts::sample
