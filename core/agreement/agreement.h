// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/certified_area.h"
#include "core/agreement/count_grid.h"
#include "core/agreement/drawing.h"
#include "core/agreement/outliers.h"
#include "core/agreement/stability.h"
#include "core/base/result.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

struct AgreementOptions {
    double cell = 5; ///< Side of the grid's cells in metres.
    double leaf = 1; ///< Side of the smallest squares of a certified area in metres.
    double within = 0.002; ///< A certified area that is not known so well is measured with smaller squares, down to a quarter of the leaf.
    double smallestShare = 0.1; ///< No line of a smaller share is asked for: ends of drawings that fewer people reach are left off the grid.
};

inline constexpr std::array<double, 4> kBandShares{0.25, 0.5, 0.75, 0.8};

/// How many people's drawings hold each spot, and the lines that follow. One vote a person: the last drawing counts. A value; add() and remove() keep the grid
/// up to date by touching that drawing's rows alone, so it follows a room of people drawing.
class Agreement {
public:
    static constexpr std::size_t kMostCells = 100'000'000;

    /// Fails with BadInput when a cell or leaf is not a positive size, a drawing is empty or not finite, or the grid would have more than kMostCells.
    [[nodiscard]] static Result<Agreement> of(std::vector<Drawing> drawings, const AgreementOptions& options = {});

    /// One more drawing, in place of the same person's earlier one. Fails as of() does; the agreement is then as it was.
    [[nodiscard]] Result<void> add(Drawing drawing);
    /// Takes a person's drawing out; earlier ones of theirs stay out. False if they have none.
    bool remove(const std::string& person);

    [[nodiscard]] std::size_t size() const { return m_drawings.size(); } ///< People.
    [[nodiscard]] const std::vector<Drawing>& drawings() const { return m_drawings; } ///< Those that count.
    [[nodiscard]] const std::vector<Drawing>& superseded() const { return m_superseded; } ///< Earlier ones of people who drew again.
    [[nodiscard]] const CountGrid& grid() const { return m_grid; }
    [[nodiscard]] std::int32_t depthAt(Point spot) const; ///< People whose drawing holds the spot, exactly.

    /// The line that at least this share of people hold, along the grid's cells. @pre smallestShare <= share <= 1
    [[nodiscard]] MultiPolygon lineAt(double share) const;
    /// Ground that more than a few and less than most hold: from `from` to before `to`.
    [[nodiscard]] MultiPolygon contested(double from = 0.25, double to = 0.75) const;
    [[nodiscard]] double gridArea(double share) const; ///< Of lineAt(), planar m².
    [[nodiscard]] CertifiedArea certifiedArea(double share, const Job& job = {}) const; ///< From the drawings themselves, not from the grid; see `within`.
    [[nodiscard]] std::optional<Stability> stability(double share, double wanted = kWantedOverlap, const Job& job = {}) const;
    [[nodiscard]] std::vector<Outlier> outliers() const; ///< Indices into drawings().

    /// The agreement of those whose group has each value, on cells that lie on this one's; who did not say is under "".
    [[nodiscard]] Result<std::map<std::string, Agreement>> byGroup(const std::string& group) const;
    /// Share of `these` less share of `those`, -1…1, cell by cell of this agreement's frame: where one group's place goes on and the other's does not.
    [[nodiscard]] std::vector<float> difference(const Agreement& these, const Agreement& those) const;

private:
    [[nodiscard]] std::vector<const MultiPolygon*> shapes() const;
    [[nodiscard]] Result<GridFrame> frameFor(const std::vector<const MultiPolygon*>& shapes, double room) const;
    [[nodiscard]] Result<void> recount(double room);

    AgreementOptions m_options;
    std::vector<Drawing> m_drawings;
    std::vector<Drawing> m_superseded;
    std::map<std::string, std::size_t, std::less<>> m_of; ///< A person's drawing.
    CountGrid m_grid;
};

} // namespace hereabouts::core
