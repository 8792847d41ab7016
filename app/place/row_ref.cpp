// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place/row_ref.h"

#include "app/overlay/format.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>
#include <cmath>

namespace hereabouts::app {

std::optional<std::size_t> rowOf(const core::PlaceSnapshot& place, RowRef ref)
{
    const core::RegisterTable& table = place.at(ref.kind);
    const std::size_t row = table.rowOfId(ref.id);
    if (row >= table.size()) return std::nullopt;
    return row;
}

QString nameOf(const core::PlaceSnapshot& place, core::RegisterKind kind, std::size_t row)
{
    const core::RegisterTable& table = place.at(kind);
    for (const std::string_view field : {"name", "title", "statement", "supplier_name", "code", "receipt", "feature"}) {
        const auto index = table.spec().fieldIndex(field);
        if (!index) continue;
        if (const std::string_view text = table.text(field).at(row); !text.empty()) return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    return QString::number(table.id(row));
}

QString singularOf(core::RegisterKind kind)
{
    static constexpr std::array<const char*, core::kRegisterCount> kWords{QT_TRANSLATE_NOOP("Register", "Ward"), QT_TRANSLATE_NOOP("Register", "Community board"),
        QT_TRANSLATE_NOOP("Register", "Small area"), QT_TRANSLATE_NOOP("Register", "Community"), QT_TRANSLATE_NOOP("Register", "Anchor"),
        QT_TRANSLATE_NOOP("Register", "Supplier"), QT_TRANSLATE_NOOP("Register", "Locality"), QT_TRANSLATE_NOOP("Register", "Payment"),
        QT_TRANSLATE_NOOP("Register", "Place plan"), QT_TRANSLATE_NOOP("Register", "Priority"), QT_TRANSLATE_NOOP("Register", "Proposal"),
        QT_TRANSLATE_NOOP("Register", "Ballot"), QT_TRANSLATE_NOOP("Register", "Base map"),
        QT_TRANSLATE_NOOP("Register", "Boundary edition"), QT_TRANSLATE_NOOP("Register", "Drawing"), QT_TRANSLATE_NOOP("Register", "Document"),
        QT_TRANSLATE_NOOP("Register", "Officer"), QT_TRANSLATE_NOOP("Register", "Member"), QT_TRANSLATE_NOOP("Register", "Mandate"),
        QT_TRANSLATE_NOOP("Register", "Endorsement"), QT_TRANSLATE_NOOP("Register", "Recognition step"), QT_TRANSLATE_NOOP("Register", "Capacity need"),
        QT_TRANSLATE_NOOP("Register", "Grant round"), QT_TRANSLATE_NOOP("Register", "Capacity grant"), QT_TRANSLATE_NOOP("Register", "Iwi or hapū relationship"),
        QT_TRANSLATE_NOOP("Register", "Consultation"), QT_TRANSLATE_NOOP("Register", "Rule")};
    static_assert(!kWords.empty() && kWords.back() != nullptr, "every register has a word for one of its rows");
    return QCoreApplication::translate("Register", kWords[static_cast<std::size_t>(kind)]);
}

QString cellText(const core::PlaceSnapshot& place, core::RegisterKind kind, std::size_t row, std::size_t field)
{
    const core::RegisterTable& table = place.at(kind);
    const core::Value value = table.value(row, field);
    if (const auto* text = std::get_if<std::string>(&value)) return QString::fromStdString(*text);
    if (const auto* real = std::get_if<double>(&value)) return QString::fromStdString(formatNumber(*real, 2));
    const auto* whole = std::get_if<std::int64_t>(&value);
    if (!whole) return {};
    switch (table.spec().fields[field].type) {
    case core::FieldType::Money: {
        const QString digits = QLocale(QLocale::English).toString(static_cast<double>(std::abs(*whole)) / 100.0, 'f', 2);
        return (*whole < 0 ? QStringLiteral("−") : QString()) + digits;
    }
    case core::FieldType::Date: return QLocale(QLocale::English).toString(QDate(1970, 1, 1).addDays(*whole), QStringLiteral("d MMM yyyy"));
    case core::FieldType::Flag: return *whole ? QCoreApplication::translate("Register", "yes") : QCoreApplication::translate("Register", "no");
    default: break;
    }
    // Years and ranks are read as they are written; only long numbers are parted.
    return *whole < 10'000 && *whole > -10'000 ? QString::number(*whole) : QString::fromStdString(formatCount(*whole));
}

} // namespace hereabouts::app
