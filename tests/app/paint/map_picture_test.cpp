// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/map_picture.h"

#include "app/paint/detail/home_to_world.h"
#include "app/paint/detail/map_style.h"
#include "core/geometry/web_mercator.h"
#include "gis/crs/projection.h"
#include "tests/app/small_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QPainter>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace hereabouts;
using namespace hereabouts::app;

namespace {

MapLayersPtr fourCornersLayers()
{
    auto layers = MapLayers::build(test::fourCorners().snapshot());
    REQUIRE(layers.has_value());
    return *layers;
}

MapPicturePtr picture(std::string_view overlayName = "none", Theme theme = Theme::Light)
{
    const MapLayersPtr layers = fourCornersLayers();
    const OverlayMaker maker(layers->snapshot());
    const auto overlay = maker.make(overlayNamed(overlayName).value());
    REQUIRE(overlay.has_value());
    return MapPicture::create(layers, {.layers = {}, .overlay = *overlay, .theme = theme});
}

QImage painted(const MapPicture& map, const MapView& view)
{
    QImage image(view.size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    map.paint(painter, view);
    return image;
}

/// The tile at that zoom that holds the middle of the place.
TileKey middleTile(const MapPicture& map, int zoom)
{
    const core::Point middle = map.layers()->bounds().centre();
    const double tiles = std::exp2(zoom);
    return {zoom, static_cast<std::int64_t>(std::floor(middle.x * tiles)), static_cast<std::int64_t>(std::floor(middle.y * tiles))};
}

/// Only the areas of the overlay, nothing else.
std::vector<LayerChoice> overlayAlone(const MapLayers& layers)
{
    auto choices = firstChoices(layers);
    for (LayerChoice& choice : choices) choice.on = choice.key == "overlay";
    return choices;
}

QColor colourAt(const MapPicture& map, core::Point home)
{
    const core::Point world = map.layers()->toWorld(home);
    const double perWorld = 256 * std::exp2(14);
    const QImage image = painted(map, {.origin = {world.x - 8 / perWorld, world.y - 8 / perWorld}, .pixelsPerWorld = perWorld, .size = QSizeF(16, 16)});
    return image.pixelColor(8, 8);
}

} // namespace

// The rasterizer rounds to 1/256 of a pixel, so an edge may here and there be a shade off; nobody can see that. A seam is at least a tile's side, 256 pixels,
// and a name or dash that is cut is a whole stroke; an eighth of a side is below either.
TEST_CASE("tiles join: four tiles are the same pixels as one picture of all of them", "[paint]")
{
    const auto overlay = GENERATE(as<std::string>{}, "none", "spend", "priorities", "budget", "spend+population");
    const int zoom = GENERATE(8, 10, 12, 15);
    const auto map = picture(overlay);
    const TileKey corner = middleTile(*map, zoom);
    const double tiles = std::exp2(zoom);
    const QImage whole = painted(*map,
        {.origin = {static_cast<double>(corner.x) / tiles, static_cast<double>(corner.y) / tiles}, .pixelsPerWorld = 256 * tiles, .size = QSizeF(512, 512)});
    int different = 0;
    int greatest = 0;
    for (int i = 0; i < 4; ++i) {
        const QImage tile = map->tile({zoom, corner.x + i % 2, corner.y + i / 2});
        for (int y = 0; y < 256; ++y) {
            for (int x = 0; x < 256; ++x) {
                const QRgb a = tile.pixel(x, y);
                const QRgb b = whole.pixel(x + 256 * (i % 2), y + 256 * (i / 2));
                const int most = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
                if (most > 2) ++different;
                greatest = std::max(greatest, most);
            }
        }
    }
    INFO(overlay << " at zoom " << zoom);
    CHECK(different <= 256 / 8);
    CHECK(greatest <= 32);
}

// What QPainter keeps inside a path is made when it is first painted: only a picture that nobody has painted yet can show a race.
TEST_CASE("several threads paint a new picture at once, and each paints it right", "[paint]")
{
    const QImage expected = picture("none")->tile(middleTile(*picture("none"), 12));
    std::atomic<int> wrong = 0;
    for (int round = 0; round < 60; ++round) {
        const auto map = picture("none");
        const TileKey key = middleTile(*map, 12);
        std::vector<std::jthread> painters;
        for (int thread = 0; thread < 4; ++thread) {
            painters.emplace_back([&] { wrong += map->tile(key) == expected ? 0 : 1; });
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("an area has the colour of its class in light and in dark", "[paint]")
{
    const auto theme = GENERATE(Theme::Light, Theme::Dark);
    const MapLayersPtr layers = fourCornersLayers();
    const auto overlay = OverlayMaker(layers->snapshot()).make(overlayNamed("spend").value()).value();
    const auto map = MapPicture::create(layers, {.layers = overlayAlone(*layers), .overlay = overlay, .theme = theme});
    const std::vector<core::Point> middles{test::spot(5, 5), test::spot(15, 5), test::spot(5, 15), test::spot(15, 15)};
    // Nine parts colour, one part ground.
    const auto mixed = [](int colour, int ground) { return static_cast<int>(std::lround(0.9 * colour + 0.1 * ground)); };
    for (std::size_t i = 0; i < 4; ++i) {
        const QColor seen = colourAt(*map, middles[i]);
        const QColor colour = overlay->legend[static_cast<std::size_t>(overlay->shown[i].entry)].colour.in(theme);
        CHECK(std::abs(seen.red() - mixed(colour.red(), map->background().red())) <= 1);
        CHECK(std::abs(seen.green() - mixed(colour.green(), map->background().green())) <= 1);
        CHECK(std::abs(seen.blue() - mixed(colour.blue(), map->background().blue())) <= 1);
    }
}

TEST_CASE("neighbours of different classes leave no seam of ground between them", "[paint]")
{
    const MapLayersPtr layers = fourCornersLayers();
    const auto overlay = OverlayMaker(layers->snapshot()).make(overlayNamed("spend").value()).value();
    const auto map = MapPicture::create(layers, {.layers = overlayAlone(*layers), .overlay = overlay, .theme = Theme::Dark});
    // So far out that no borders are drawn: the two boards' colours and their mixture alone.
    const double perWorld = 256 * std::exp2(4.3);
    const core::Point border = layers->toWorld(test::spot(10, 5));
    const QImage image = painted(*map, {.origin = {border.x - 20.5 / perWorld, border.y - 20.5 / perWorld}, .pixelsPerWorld = perWorld, .size = QSizeF(41, 41)});
    const auto lightness = [&](std::size_t area) { return overlay->legend[static_cast<std::size_t>(overlay->shown[area].entry)].colour.dark.lightness(); };
    CHECK(image.pixelColor(20, 20).lightness() >= std::min(lightness(0), lightness(1)) - 40);
}

TEST_CASE("no data is hatched: lines with ground between them", "[paint]")
{
    const MapLayersPtr layers = fourCornersLayers();
    const auto overlay = OverlayMaker(layers->snapshot()).make(overlayNamed("priorities").value()).value();
    const auto map = MapPicture::create(layers, {.layers = overlayAlone(*layers), .overlay = overlay, .theme = Theme::Light});
    const core::Point world = layers->toWorld(test::spot(16, 16));
    const double perWorld = 256 * std::exp2(13);
    const QImage image = painted(*map, {.origin = world, .pixelsPerWorld = perWorld, .size = QSizeF(64, 64)});
    int ground = 0;
    int line = 0;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) (image.pixelColor(x, y).rgb() == map->background().rgb() ? ground : line)++;
    }
    CHECK(ground > 64 * 64 / 3);
    CHECK(line > 64 * 64 / 10);
}

TEST_CASE("a layer that is off is not painted, and one at half opacity is half as strong", "[paint]")
{
    const MapLayersPtr layers = fourCornersLayers();
    auto choices = firstChoices(*layers);
    for (LayerChoice& choice : choices) choice.on = choice.key == "lake";
    const auto lakeAt = [&](double opacity) {
        for (LayerChoice& choice : choices) choice.opacity = opacity;
        return colourAt(*MapPicture::create(layers, {.layers = choices, .overlay = nullptr, .theme = Theme::Light}), test::spot(17, 7)).red();
    };
    const int full = lakeAt(1);
    const int none = lakeAt(0);
    CHECK(full != none);
    CHECK(std::abs(lakeAt(0.5) - (full + none) / 2) <= 1);
}

TEST_CASE("a stopped tile is no tile", "[paint]")
{
    std::stop_source source;
    source.request_stop();
    const auto map = picture();
    CHECK(map->tile(middleTile(*map, 10), 1, source.get_token()).isNull());
}

TEST_CASE("the world repeats: a tile one world further east is the same", "[paint]")
{
    const auto map = picture("spend");
    const TileKey key = middleTile(*map, 10);
    CHECK(map->tile(key) == map->tile({key.zoom, key.x + 1024, key.y}));
}

TEST_CASE("under the pointer are points first, then lines, then areas from the smallest", "[paint][hit]")
{
    const auto map = picture();
    const auto hits = map->hitTest(map->layers()->toWorld(test::spot(3, 3)), 12);
    std::vector<std::string> layers;
    for (const MapHit& hit : hits) layers.push_back(hit.layer);
    CHECK(layers == std::vector<std::string>{"proposals", "communities", "boards 2025"});

    const auto crossing = map->hitTest(map->layers()->toWorld(test::spot(2, 15.001)), 12);
    REQUIRE(crossing.size() == 2);
    CHECK(crossing[0].layer == "road");
    CHECK(crossing[1].id == 3);
}

TEST_CASE("registers that did not change are lent to the next snapshot's layers", "[paint]")
{
    const auto before = fourCornersLayers();
    auto next = std::make_shared<core::PlaceSnapshot>(*before->snapshot());
    const auto boards = static_cast<std::size_t>(core::RegisterKind::Boards);
    next->registers[boards] = std::make_shared<const core::RegisterTable>(*next->registers[boards]);
    const auto after = MapLayers::build(next, before.get());
    REQUIRE(after.has_value());
    CHECK(&(*after)->shapes(core::RegisterKind::Communities) == &before->shapes(core::RegisterKind::Communities));
    CHECK(&(*after)->shapes(core::RegisterKind::Boards) != &before->shapes(core::RegisterKind::Boards));
}

TEST_CASE("drawn positions are within a centimetre of PROJ's across a district", "[paint]")
{
    const core::Box ground{1'500'000, 5'600'000, 1'620'000, 5'740'000};
    const auto toWorld = HomeToWorld::create(2193, ground);
    const auto projection = gis::Projection::create(2193);
    REQUIRE((toWorld.has_value() && projection.has_value()));
    std::mt19937 random(7);
    double worst = 0;
    for (int i = 0; i < 2000; ++i) {
        const core::Point home{std::uniform_real_distribution<>(ground.minX, ground.maxX)(random), std::uniform_real_distribution<>(ground.minY, ground.maxY)(random)};
        const core::Point drawn = (*toWorld)(home);
        const core::Point exact = core::toWebMercator(projection->toLonLat(home));
        worst = std::max(worst, std::hypot(drawn.x - exact.x, drawn.y - exact.y) * 40'075'017);
    }
    CHECK(worst < 0.01);
}

TEST_CASE("a style's fault is told by file and key", "[paint][style]")
{
    const auto messageOf = [](const char* json) {
        const auto layer = MapStyle::parse("styles/road.json", json);
        REQUIRE_FALSE(layer.has_value());
        return layer.error().message;
    };
    const std::string head = R"({"title": "Roads", "group": "Base map", "register": "basemap", "feature": "road", "order": 1, "rules": )";
    const std::string colour = R"({"light": "#ffffff", "dark": "#000000"})";
    CHECK(messageOf((head + R"([{"line": {"colour": )" + colour + R"(, "widht": 2}}]})").c_str())
        == "styles/road.json: rules[0].line: 'widht' is not a key here; known are colour, opacity, width, dash.");
    CHECK(messageOf((head + R"([{"fill": {"colour": {"light": "white", "dark": "#000000"}}}]})").c_str())
        == "styles/road.json: rules[0].fill.colour.light: 'white' is not a colour such as #1f78b4.");
    CHECK(messageOf((head + R"([{"field": "surface", "words": ["metal"]}]})").c_str()) == "styles/road.json: rules[0].field: the register basemap has no field 'surface'.");
    CHECK(messageOf("{\"title\": ").starts_with("styles/road.json: not JSON"));
    CHECK(messageOf(R"({"title": "Roads"})") == "styles/road.json: 'group' is missing.");
}

TEST_CASE("every built-in layer has a title, a group and a rule", "[paint][style]")
{
    CHECK(MapStyle::builtIn().layers().size() >= 15);
    CHECK(std::ranges::is_sorted(MapStyle::builtIn().layers(), {}, &LayerStyle::order));
}
