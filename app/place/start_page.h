// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"

#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// How one comes to a place: opens one, one of the last ones, makes a new one, or the sample.
class StartPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one start page.")
    Q_PROPERTY(QVariantList recent READ recent NOTIFY recentChanged) ///< Maps of path, name and folder; the last one first, those that are gone left out.
    Q_PROPERTY(QStringList crsNames READ crsNames CONSTANT) ///< Coordinate systems to choose from; the last is "another".
    Q_PROPERTY(QUrl folder READ folder CONSTANT) ///< Where new places go unless one says otherwise.

public:
    /// @param remembers  Whether places are kept in the person's settings.
    StartPage(OpenPlace* place, bool remembers, QObject* parent = nullptr);

    [[nodiscard]] QVariantList recent() const;
    [[nodiscard]] QStringList crsNames() const;
    [[nodiscard]] QUrl folder() const;

    Q_INVOKABLE void open(const QUrl& file);
    Q_INVOKABLE void openRecent(const QString& path);
    /// What the code is called, or a sentence that says why it will not do. `code` like "EPSG:2193" or "2193".
    Q_INVOKABLE [[nodiscard]] QString aboutCrs(const QString& code) const;
    Q_INVOKABLE [[nodiscard]] bool isCrs(const QString& code) const;
    Q_INVOKABLE [[nodiscard]] QString crsOf(int choice) const; ///< Code of a name of crsNames; empty for "another".
    Q_INVOKABLE void makeNew(const QUrl& file, const QString& name, const QString& crs, const QString& currency);
    Q_INVOKABLE void makeSample(const QUrl& file);
    /// True for a file that holds a place, judged by its first bytes: such a file is opened, another one brought in.
    Q_INVOKABLE [[nodiscard]] bool isPlace(const QUrl& file) const;

signals:
    void recentChanged();
    void failed(const QString& message);

private:
    void remember(const QString& path);

    OpenPlace* m_place;
    bool m_remembers;
    QStringList m_recent;
};

} // namespace hereabouts::app
