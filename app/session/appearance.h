// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// Light or dark, and how large text is; remembered between runs.
class Appearance : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one appearance.")
    Q_PROPERTY(bool dark READ isDark NOTIFY changed)
    Q_PROPERTY(QStringList modes READ modes CONSTANT)
    Q_PROPERTY(int mode READ mode WRITE setMode NOTIFY changed)
    Q_PROPERTY(QStringList textSizes READ textSizes CONSTANT)
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY changed)
    Q_PROPERTY(double textScale READ textScale NOTIFY changed)

public:
    enum Mode { FollowSystem, Light, Dark };

    /// @param remembers false for scripts and tests, which must look the same on every machine.
    explicit Appearance(bool remembers, QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const;
    [[nodiscard]] QStringList modes() const;
    [[nodiscard]] int mode() const { return m_mode; }
    void setMode(int mode);
    [[nodiscard]] QStringList textSizes() const;
    [[nodiscard]] int textSize() const { return m_textSize; }
    void setTextSize(int textSize);
    [[nodiscard]] double textScale() const; ///< 1…2.

signals:
    void changed();

private:
    bool m_remembers;
    int m_mode = FollowSystem;
    int m_textSize = 0;
};

} // namespace hereabouts::app
