// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/register_table.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

#include <optional>
#include <utility>
#include <vector>

namespace hereabouts::app {

/// The fields of one row as a person fills them in: text that is understood as it is typed, with a sentence where it is not.
class FieldList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Fields belong to a record.")

public:
    enum Role { TitleRole = Qt::UserRole + 1, TextRole, KindRole, WordsRole, ProblemRole, RequiredRole, PrivateRole, FixedRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// @param fixed  Field that stays as it is: whose row this one tells more of.
    void open(const core::RegisterSpec& spec, std::vector<core::Value> values, std::optional<std::size_t> fixed);
    Q_INVOKABLE void setText(int field, const QString& text);

    [[nodiscard]] bool isChanged() const;
    /// Why it cannot be kept, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] const std::vector<core::Value>& values() const { return m_values; }
    [[nodiscard]] std::vector<std::pair<std::string, core::Value>> changes() const;

signals:
    void changed();

private:
    const core::RegisterSpec* m_spec = nullptr;
    std::vector<core::Value> m_before;
    std::vector<core::Value> m_values;
    std::vector<QString> m_texts;
    std::vector<QString> m_problems;
    std::optional<std::size_t> m_fixed;
};

} // namespace hereabouts::app
