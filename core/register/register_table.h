// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"
#include "core/register/register_spec.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace hereabouts::core {

/// One row on its way into or out of a register: values in the order of the spec's fields.
struct Record {
    std::int64_t id = 0; ///< Row id in the place file; 0 before it is stored.
    std::vector<Value> values;
    Geometry geometry; ///< In the place's home CRS.
    double groundSquareMetres = 0; ///< Area on the ellipsoid; 0 where the row has no area.

    friend bool operator==(const Record&, const Record&) = default;
};

/// Text of many rows, each distinct word kept once. Word 0 is the absence of text.
class TextColumn {
public:
    TextColumn();
    void append(std::string_view text); ///< Empty text is absence.
    void appendNone();
    void reserve(std::size_t rows) { m_words.reserve(rows); }

    [[nodiscard]] std::size_t size() const { return m_words.size(); }
    [[nodiscard]] std::string_view at(std::size_t row) const { return m_distinct[m_words[row]]; } ///< Empty for none.
    [[nodiscard]] std::uint32_t word(std::size_t row) const { return m_words[row]; }
    [[nodiscard]] const std::vector<std::uint32_t>& words() const { return m_words; }
    [[nodiscard]] const std::vector<std::string>& distinct() const { return m_distinct; }

private:
    // Looks a word up without making a string of it: a register of payments asks some ten million times.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::uint32_t> m_words;
    std::vector<std::string> m_distinct;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_index;
};

/// Whole numbers; kNoInteger where there is none. Holds Integer, Money, Date and Flag.
inline constexpr std::int64_t kNoInteger = std::numeric_limits<std::int64_t>::min();
using IntegerColumn = std::vector<std::int64_t>;
/// Real numbers; NaN where there is none.
using RealColumn = std::vector<double>;
using Column = std::variant<TextColumn, IntegerColumn, RealColumn>;

/// All rows of one register as columns, in order of row id. Immutable once it is part of a snapshot.
class RegisterTable {
public:
    explicit RegisterTable(const RegisterSpec& spec);
    /// Takes whole columns: one a field in the spec's order, each of its field's type. The shapes and areas may be empty where the register has none.
    /// @pre all of one length, ids ascending
    RegisterTable(const RegisterSpec& spec, std::vector<std::int64_t> ids, std::vector<Column> columns, std::vector<Geometry> geometries,
        std::vector<double> groundSquareMetres);
    void append(Record record); ///< @pre record.values has one value a field, each of its field's type or none

    [[nodiscard]] const RegisterSpec& spec() const { return *m_spec; }
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] std::int64_t id(std::size_t row) const { return m_ids[row]; }
    [[nodiscard]] const std::vector<std::int64_t>& ids() const { return m_ids; }
    /// The row with that id, or size() if there is none. O(log n).
    [[nodiscard]] std::size_t rowOfId(std::int64_t id) const;

    [[nodiscard]] const Column& column(std::size_t field) const { return m_columns[field]; }
    /// Column of the field of that name. @pre the spec has it, with that type
    [[nodiscard]] const TextColumn& text(std::string_view field) const;
    [[nodiscard]] const IntegerColumn& integers(std::string_view field) const;
    [[nodiscard]] const RealColumn& reals(std::string_view field) const;

    [[nodiscard]] Value value(std::size_t row, std::size_t field) const;
    [[nodiscard]] Record record(std::size_t row) const;
    /// Empty vector where the register has no geometry; else one per row.
    [[nodiscard]] const std::vector<Geometry>& geometries() const { return m_geometries; }
    [[nodiscard]] const Geometry& geometry(std::size_t row) const;
    /// Area on the ellipsoid in m²; 0 where the row has no area.
    [[nodiscard]] double groundSquareMetres(std::size_t row) const { return m_groundSquareMetres.empty() ? 0 : m_groundSquareMetres[row]; }

private:
    const RegisterSpec* m_spec;
    std::vector<std::int64_t> m_ids;
    std::vector<Column> m_columns;
    std::vector<Geometry> m_geometries;
    std::vector<double> m_groundSquareMetres;
};

} // namespace hereabouts::core
