// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/schema.h"

#include "gis/crs/projection.h"
#include "gis/store/detail/layer_styles.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>

namespace hereabouts::gis::detail {

namespace {

using core::Field;
using core::FieldType;
using core::GeometryRule;
using core::RegisterKind;
using core::RegisterSpec;

constexpr std::array kAreaShapes{ShapeColumn{"geom", "MULTIPOLYGON", ""}};
constexpr std::array kPointShapes{ShapeColumn{"geom", "POINT", ""}};
constexpr std::array kAnyShapes{ShapeColumn{"geom_point", "POINT", "_points"}, ShapeColumn{"geom_line", "MULTILINESTRING", "_lines"},
    ShapeColumn{"geom_area", "MULTIPOLYGON", "_areas"}};

constexpr std::array<std::string_view, 6> kBatchTables{"imports", "repairs", "rejects", "import_findings", "community_overlaps", "shape_details"};

// Tables that are the same in every place. The registers' tables are made from core's specs.
/// For places from before anchors had `committed`, when the words alone told that there was no commitment.
const std::string kCommittedFromWords = "UPDATE anchors SET committed = 0 WHERE lower(trim(commitment)) IN ('none', 'none yet')";

const std::string kFixedTables = R"sql(
CREATE TABLE IF NOT EXISTS place (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    epsg INTEGER NOT NULL,
    currency TEXT NOT NULL,
    fictional BOOLEAN NOT NULL,
    revision INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS history (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('import', 'edit')),
    register TEXT,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
);
CREATE TABLE IF NOT EXISTS changes (
    number INTEGER NOT NULL REFERENCES history (number),
    part INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (number, part)
);
CREATE TABLE IF NOT EXISTS imports (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES history (number),
    register TEXT NOT NULL,
    source TEXT NOT NULL,
    edition TEXT,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    repaired INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS repairs (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES history (number),
    register TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    code TEXT,
    was_m2 REAL NOT NULL,
    now_m2 REAL NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS rejects (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES history (number),
    register TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    field TEXT,
    reason TEXT NOT NULL,
    source_values TEXT
);
CREATE TABLE IF NOT EXISTS import_findings (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES history (number),
    register TEXT NOT NULL,
    severity TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    field TEXT,
    message TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS community_overlaps (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES history (number),
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    agreement TEXT NOT NULL CHECK (agreement IN ('not asked', 'agreed', 'disputed', 'not applicable')),
    area_m2 REAL NOT NULL,
    note TEXT,
    parties TEXT,
    document TEXT,
    settled_on DATE,
    UNIQUE (first, second)
);
CREATE TABLE IF NOT EXISTS unfinished_drawings (
    code TEXT PRIMARY KEY,
    what TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS unfinished_strokes (
    drawing TEXT NOT NULL REFERENCES unfinished_drawings (code),
    number INTEGER NOT NULL,
    stroke TEXT NOT NULL,
    PRIMARY KEY (drawing, number)
);
CREATE TABLE IF NOT EXISTS shape_details (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES history (number),
    register TEXT NOT NULL,
    row INTEGER NOT NULL,
    of_shape INTEGER NOT NULL,
    tolerance_m REAL NOT NULL,
    shape BLOB
);
CREATE TABLE IF NOT EXISTS mappings (
    register TEXT NOT NULL,
    headings TEXT NOT NULL,
    mapping TEXT NOT NULL,
    PRIMARY KEY (register, headings)
);
CREATE TABLE IF NOT EXISTS explained_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT,
    PRIMARY KEY (table_name, column_name)
);
)sql";

std::string_view sqlTypeOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Codes: return "TEXT";
    case FieldType::Integer:
    case FieldType::Money: return "INTEGER";
    case FieldType::Real: return "REAL";
    case FieldType::Date: return "DATE";
    case FieldType::Flag: return "BOOLEAN";
    }
    return "TEXT";
}

std::string_view unitOf(FieldType type)
{
    switch (type) {
    case FieldType::Money: return "hundredths of the place's currency; the views give whole units";
    case FieldType::Date: return "year-month-day";
    case FieldType::Flag: return "1 yes, 0 no";
    case FieldType::Codes: return "codes parted by ;";
    default: return "";
    }
}

bool hasMoney(const RegisterSpec& spec) { return std::ranges::contains(spec.fields, FieldType::Money, &Field::type); }

void makeRegister(Database& database, const RegisterSpec& spec, int epsg)
{
    std::string sql = std::format("CREATE TABLE {} (id INTEGER PRIMARY KEY, batch INTEGER", sqlName(spec.table));
    for (const Field& field : spec.fields) sql += std::format(", {} {}{}", sqlName(field.name), sqlTypeOf(field.type), field.required ? " NOT NULL" : "");
    if (mayHaveArea(spec)) sql += ", area_m2 REAL";
    database.run(sql + ")");
    for (const ShapeColumn& shape : shapeColumnsOf(spec)) {
        database.mustBeOne(std::format("SELECT AddGeometryColumn('{}', '{}', {}, '{}', 'XY')", spec.table, shape.name, epsg, shape.type), "make a geometry column");
        database.mustBeOne(std::format("SELECT CreateSpatialIndex('{}', '{}')", spec.table, shape.name), "make a spatial index");
        // The views show these rows one kind at a time; QGIS does not list the table beside them.
        if (!shape.layer.empty()) {
            database.run(std::format("INSERT OR REPLACE INTO geometry_columns_auth (f_table_name, f_geometry_column, read_only, hidden) VALUES ('{}', '{}', 0, 1)",
                spec.table, shape.name));
        }
    }
}

// A program that moves a border does not know our area column: what it left behind is taken away, and measured anew when the place is next read.
void makeAreaTriggers(Database& database, const RegisterSpec& spec)
{
    for (const ShapeColumn& shape : shapeColumnsOf(spec)) {
        if (shape.type != "MULTIPOLYGON") continue;
        const std::string trigger = sqlName(std::format("{}_{}_measured", spec.table, shape.name));
        database.run(std::format("DROP TRIGGER IF EXISTS {0}; CREATE TRIGGER {0} AFTER UPDATE OF {1} ON {2} WHEN NEW.area_m2 IS OLD.area_m2 "
                                 "BEGIN UPDATE {2} SET area_m2 = NULL WHERE id = NEW.id; END", trigger, sqlName(shape.name), sqlName(spec.table)));
    }
}

void makeIndex(Database& database, const RegisterSpec& spec)
{
    if (spec.key.empty()) return;
    std::string columns;
    for (const std::string_view field : spec.key) columns += (columns.empty() ? "" : ", ") + sqlName(field);
    database.run(std::format("CREATE UNIQUE INDEX IF NOT EXISTS {} ON {} ({})", sqlName(std::format("{}_key", spec.table)), sqlName(spec.table), columns));
}

std::string viewColumns(const RegisterSpec& spec)
{
    std::string columns = "id";
    for (const Field& field : spec.fields) {
        columns += field.type == FieldType::Money ? std::format(", {0} / 100.0 AS {0}", sqlName(field.name)) : std::format(", {}", sqlName(field.name));
    }
    return columns;
}

void makeViews(Database& database, const RegisterSpec& spec)
{
    const auto shapes = shapeColumnsOf(spec);
    for (const ShapeColumn& shape : shapes) {
        if (shape.layer.empty()) continue;
        const std::string view = std::format("{}{}", spec.table, shape.layer);
        database.run(std::format("DROP VIEW IF EXISTS {0}; CREATE VIEW {0} AS SELECT {1}{2}, {3} FROM {4} WHERE {3} IS NOT NULL", sqlName(view), viewColumns(spec),
            shape.type == "MULTIPOLYGON" ? ", area_m2" : "", sqlName(shape.name), sqlName(spec.table)));
        database.run(std::format("INSERT OR REPLACE INTO views_geometry_columns (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only) "
                                 "VALUES ('{}', '{}', 'id', '{}', '{}', 1)", view, shape.name, spec.table, shape.name));
    }
    if (!hasMoney(spec)) return;
    const std::string view = sqlName(std::format("{}_in_whole_units", spec.table));
    database.run(std::format("DROP VIEW IF EXISTS {0}; CREATE VIEW {0} AS SELECT {1} FROM {2}", view, viewColumns(spec), sqlName(spec.table)));
}

void explain(Database& database, const RegisterSpec& spec)
{
    Statement insert = database.prepare("INSERT OR REPLACE INTO explained_columns VALUES (?, ?, ?, ?)");
    const auto add = [&](std::string_view column, std::string_view title, std::string_view unit) {
        insert.bind(1, spec.table);
        insert.bind(2, column);
        insert.bind(3, title);
        if (unit.empty()) insert.bindNone(4);
        else insert.bind(4, unit);
        insert.run();
    };
    for (const Field& field : spec.fields) add(field.name, field.title, unitOf(field.type));
    add("batch", "Number of the change that brought the row", "");
    if (mayHaveArea(spec)) add("area_m2", "Area on the ground", "square metres on the ellipsoid");
}

// SpatiaLite knows most of EPSG; what it does not know, PROJ does.
void addCrs(Database& database, int epsg)
{
    if (database.integer(std::format("SELECT InsertEpsgSrid({})", epsg)) == 1) return;
    const auto crs = crsFromText(std::format("EPSG:{}", epsg));
    if (!crs) throw Trouble{crs.error()};
    Statement insert = database.prepare("INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, ref_sys_name, proj4text, srtext) VALUES (?1, 'epsg', ?1, ?2, ?3, 'Undefined')");
    const std::string proj = std::format("+init=epsg:{}", epsg);
    insert.bind(1, std::int64_t{epsg});
    insert.bind(2, crs->name);
    insert.bind(3, proj);
    insert.run();
}

std::set<std::string> columnsOf(Database& database, std::string_view table)
{
    std::set<std::string> columns;
    Statement select = database.prepare("SELECT name FROM pragma_table_info(?)");
    select.bind(1, table);
    while (select.step()) columns.emplace(select.text(0));
    return columns;
}

void finish(Database& database)
{
    for (const RegisterKind kind : core::kAllRegisters) {
        const RegisterSpec& spec = core::specOf(kind);
        makeIndex(database, spec);
        makeAreaTriggers(database, spec);
        makeViews(database, spec);
        explain(database, spec);
    }
    writeLayerStyles(database);
    database.run(std::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, kSchemaVersion));
}

} // namespace

std::string sqlName(std::string_view name) { return std::format("\"{}\"", name); }

std::span<const ShapeColumn> shapeColumnsOf(const RegisterSpec& spec)
{
    switch (spec.geometry) {
    case GeometryRule::None: return {};
    case GeometryRule::Polygon:
    case GeometryRule::PolygonOrNone: return kAreaShapes;
    case GeometryRule::PointOrNone: return kPointShapes;
    case GeometryRule::Any:
    case GeometryRule::AnyOrNone: return kAnyShapes;
    }
    return {};
}

bool mayHaveArea(const RegisterSpec& spec) { return std::ranges::contains(shapeColumnsOf(spec), "MULTIPOLYGON", &ShapeColumn::type); }

std::vector<MapLayer> mapLayersOf(const RegisterSpec& spec)
{
    std::vector<MapLayer> layers;
    for (const ShapeColumn& shape : shapeColumnsOf(spec)) layers.push_back({&spec, &shape, std::format("{}{}", spec.table, shape.layer)});
    return layers;
}

std::span<const std::string_view> tablesOfABatch() { return kBatchTables; }

void makeSchema(Database& database, const core::District& district)
{
    database.mustBeOne("SELECT InitSpatialMetadataFull(0, 'NONE')", "set up a new place");
    addCrs(database, district.epsg);
    database.run(kFixedTables);
    Statement insert = database.prepare("INSERT INTO place (id, name, epsg, currency, fictional, revision) VALUES (1, ?, ?, ?, ?, 1)");
    insert.bind(1, district.name);
    insert.bind(2, std::int64_t{district.epsg});
    insert.bind(3, district.currency);
    insert.bind(4, std::int64_t{district.fictional});
    insert.run();
    for (const RegisterKind kind : core::kAllRegisters) makeRegister(database, core::specOf(kind), district.epsg);
    finish(database);
}

void bringUpToDate(Database& database, int epsg)
{
    database.run(kFixedTables);
    const std::set<std::string> ofOverlaps = columnsOf(database, "community_overlaps");
    for (const auto& [column, type] : {std::pair{"parties", "TEXT"}, {"document", "TEXT"}, {"settled_on", "DATE"}}) {
        if (!ofOverlaps.contains(column)) database.run(std::format("ALTER TABLE community_overlaps ADD COLUMN {} {}", column, type));
    }
    for (const RegisterKind kind : core::kAllRegisters) {
        const RegisterSpec& spec = core::specOf(kind);
        const std::set<std::string> present = columnsOf(database, spec.table);
        if (present.empty()) {
            makeRegister(database, spec, epsg);
            continue;
        }
        for (const Field& field : spec.fields) {
            if (present.contains(std::string(field.name))) continue;
            database.run(std::format("ALTER TABLE {} ADD COLUMN {} {}", sqlName(spec.table), sqlName(field.name), sqlTypeOf(field.type)));
            if (kind == RegisterKind::Anchors && field.name == "committed") database.run(kCommittedFromWords);
        }
    }
    finish(database);
}

} // namespace hereabouts::gis::detail
