// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/classify/classify.h"
#include "core/joined/area_set.h"
#include "core/joined/place_snapshot.h"
#include "core/joined/tally.h"

#include <QColor>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::app {

enum class Theme { Light, Dark };

/// One meaning, two colours.
struct ThemedColour {
    QColor light;
    QColor dark;

    [[nodiscard]] const QColor& in(Theme theme) const { return theme == Theme::Dark ? dark : light; }
    friend bool operator==(const ThemedColour&, const ThemedColour&) = default;
};

enum class OverlayKind {
    None,       ///< The map of registers alone.
    Priorities, ///< What communities ask for, by community.
    Budget,     ///< Proposals won and not funded, and money won by area.
    Measure,    ///< Any measure by any set of areas; spend by area is one of these.
    Bivariate,  ///< Two measures at once, three by three.
    Coverage,   ///< Small areas in no community, in one, in several.
};

/// What the Priorities overlay colours a community by.
enum class PriorityView {
    TopTheme,     ///< Theme of its first-ranked priority.
    Rank,         ///< Rank it gives to the request's theme.
    PeopleAsking, ///< People who ask for the request's theme, or for anything where no theme is given.
};

/// One figure of areas: a measure, as a total or for each person living there.
struct Figure {
    core::Measure measure = core::Measure::Spend;
    bool perHead = false;

    friend auto operator<=>(const Figure&, const Figure&) = default;
};

/// What a person asks to see. A value: kept, compared, written down.
struct OverlayRequest {
    OverlayKind kind = OverlayKind::None;
    Figure figure;                         ///< Measure and Bivariate (its first).
    Figure second{core::Measure::Population, false}; ///< Bivariate alone.
    std::string by;                        ///< Name of an area set ("wards 2028", "communities"); empty: boards, else the first set there is.
    core::ClassRequest classes;
    PriorityView priorities = PriorityView::TopTheme;
    std::string theme;                     ///< Priorities by Rank or PeopleAsking.
    std::string states;                    ///< Coverage: states of recognition that count, parted by commas; empty: recognised and provisional.
};

/// The overlay that the command calls `name`: "none", "priorities", "priorities:rank:flooding", "priorities:people:flooding", "spend", "budget", "coverage",
/// "coverage:recognised,applicant", a measure
/// ("population"), a measure a head ("spend/head"), or two measures ("spend+population"). Fails with UnknownId, listing what there is.
[[nodiscard]] core::Result<OverlayRequest> overlayNamed(std::string_view name, std::string_view by = {});

/// How an area, or a mark, of a legend entry is filled.
enum class LegendPattern { Solid, Hatched, Disc, Ring };

enum class LegendKind {
    Class,    ///< A range of values.
    Category, ///< A word: a theme.
    Zero,     ///< Known, and none.
    NoData,   ///< Unknown, withheld, or nothing said.
    Mark,     ///< Points sized by a number: proposals.
};

struct LegendEntry {
    std::string label; ///< "$1,234 to $5,678", "Housing", "None", "No data".
    ThemedColour colour;
    LegendPattern pattern = LegendPattern::Solid;
    LegendKind kind = LegendKind::Class;
    std::int64_t count = 0; ///< Areas (or marks) that it stands for.
    int column = -1;        ///< Bivariate: third of the first figure, 0…2.
    int row = -1;           ///< Bivariate: third of the second figure, 0…2.
};

/// What the overlay says of one area.
struct OverlayArea {
    std::size_t row = 0;   ///< Row of the area set's register.
    std::int64_t id = 0;   ///< Its row id.
    int entry = 0;         ///< Index into Overlay::legend.
    std::optional<double> value;
    std::optional<double> second; ///< Bivariate alone.
    std::string text;      ///< "$4,774 per head": for a tooltip, without the area's name.
};

/// A point of the overlay, sized by a number so that its ground is in proportion to it.
struct OverlayMark {
    core::RegisterKind kind = core::RegisterKind::Proposals;
    std::int64_t id = 0;
    core::Point home;        ///< In the home CRS.
    double radius = 0;       ///< Logical pixels.
    int entry = 0;           ///< Index into Overlay::legend.
    std::string text;        ///< "Won · 312 votes · $24,500".
};

/// An overlay ready to be painted and explained. Immutable once made; both themes are in it.
struct Overlay {
    OverlayRequest request;
    std::string title;      ///< "Anchor money landing here".
    std::string subtitle;   ///< "per head · by community board (boards 2025)".
    core::AreaSet areas;
    std::vector<OverlayArea> shown; ///< In the order of areas.rows.
    std::vector<OverlayMark> marks; ///< Largest first, so that small ones lie on top.
    std::vector<LegendEntry> legend; ///< In reading order; for Bivariate the nine cells first, row by row from the lowest.
    std::string firstAxis;  ///< Bivariate: what grows to the right.
    std::string secondAxis; ///< Bivariate: what grows upwards.
    std::vector<std::string> notes; ///< "Not located: $1.2 m (12 %).", method, source. One sentence each.

    /// The area of that row, or nullptr. O(log n).
    [[nodiscard]] const OverlayArea* areaOfRow(std::size_t row) const;
};

using OverlayPtr = std::shared_ptr<const Overlay>;

/// Makes overlays of one snapshot and remembers its tallies, so that another method, ramp or number of classes costs no new tally.
/// Safe to call from several threads.
class OverlayMaker {
public:
    explicit OverlayMaker(core::SnapshotPtr snapshot);

    /// Fails with UnknownId for an area set or theme that is not there, NotFound when the place has nothing to show, BadInput for bad classes.
    /// OverlayKind::None gives an overlay without areas, legend or title.
    [[nodiscard]] core::Result<OverlayPtr> make(const OverlayRequest& request) const;
    [[nodiscard]] const core::SnapshotPtr& snapshot() const { return m_snapshot; }

private:
    [[nodiscard]] core::Result<std::shared_ptr<const core::Tally>> tallied(core::Measure measure, const core::AreaSet& areas) const;

    struct Kept {
        core::Measure measure;
        std::string by;
        std::shared_ptr<const core::Tally> tally;
    };
    core::SnapshotPtr m_snapshot;
    mutable std::mutex m_mutex;
    mutable std::vector<Kept> m_kept;
};

/// The themes of the place's priorities, most asked for first.
[[nodiscard]] std::vector<std::string> themesOf(const core::PlaceSnapshot& place);

} // namespace hereabouts::app
