// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place/start_page.h"

#include "gis/crs/projection.h"
#include "gis/sample/sample_place.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QVariantMap>
#include <QtEndian>

#include <array>

namespace hereabouts::app {

namespace {

constexpr qsizetype kMostRecent = 8;
const QString kRecentKey = QStringLiteral("places/recent");

struct KnownCrs {
    const char* name;
    const char* code;
};
constexpr std::array kKnown{KnownCrs{QT_TRANSLATE_NOOP("StartPage", "New Zealand (NZTM 2000)"), "EPSG:2193"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "Great Britain (National Grid)"), "EPSG:27700"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "Ireland (ITM)"), "EPSG:2157"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "Australia, zone 55 (MGA2020)"), "EPSG:7855"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "Australia, zone 56 (MGA2020)"), "EPSG:7856"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "North America, Pacific (UTM 10)"), "EPSG:26910"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "North America, Great Lakes (UTM 17)"), "EPSG:26917"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "North America, Atlantic (UTM 18)"), "EPSG:26918"},
    KnownCrs{QT_TRANSLATE_NOOP("StartPage", "Europe (LAEA)"), "EPSG:3035"}};

} // namespace

StartPage::StartPage(OpenPlace* place, bool remembers, QObject* parent) : QObject(parent), m_place(place), m_remembers(remembers)
{
    if (m_remembers) m_recent = QSettings().value(kRecentKey).toStringList();
    connect(m_place, &OpenPlace::opened, this, &StartPage::remember);
}

QVariantList StartPage::recent() const
{
    QVariantList list;
    for (const QString& path : m_recent) {
        const QFileInfo file(path);
        if (!file.exists()) continue;
        list.append(QVariantMap{{QStringLiteral("path"), path}, {QStringLiteral("name"), file.completeBaseName()},
            {QStringLiteral("folder"), QDir::toNativeSeparators(file.absolutePath())}});
    }
    return list;
}

void StartPage::remember(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    m_recent.removeAll(whole);
    m_recent.prepend(whole);
    if (m_recent.size() > kMostRecent) m_recent.resize(kMostRecent);
    if (m_remembers) QSettings().setValue(kRecentKey, m_recent);
    emit recentChanged();
}

QStringList StartPage::crsNames() const
{
    QStringList names;
    for (const KnownCrs& known : kKnown) names.append(QStringLiteral("%1 · %2").arg(tr(known.name), QLatin1String(known.code)));
    names.append(tr("Another: its EPSG code"));
    return names;
}

QString StartPage::crsOf(int choice) const
{
    if (choice < 0 || static_cast<std::size_t>(choice) >= kKnown.size()) return {};
    return QString::fromLatin1(kKnown[static_cast<std::size_t>(choice)].code);
}

QUrl StartPage::folder() const { return QUrl::fromLocalFile(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)); }

void StartPage::open(const QUrl& file)
{
    if (!file.isLocalFile()) return emit failed(tr("%1 is not a file on this computer: save it here first.").arg(file.toDisplayString()));
    m_place->openFile(file.toLocalFile().toStdString());
}

void StartPage::openRecent(const QString& path) { m_place->openFile(path.toStdString()); }

bool StartPage::isCrs(const QString& code) const
{
    const auto crs = gis::crsFromText(code.trimmed().toStdString());
    return crs && crs->epsg != 0 && gis::Projection::create(crs->epsg);
}

QString StartPage::aboutCrs(const QString& code) const
{
    if (code.trimmed().isEmpty()) return tr("In metres, made for your district. Its code is on your council's maps.");
    const auto crs = gis::crsFromText(code.trimmed().toStdString());
    if (!crs) return QString::fromStdString(crs.error().message);
    const auto projection = gis::Projection::create(crs->epsg);
    if (!projection) return QString::fromStdString(projection.error().message);
    return QString::fromStdString(crs->name);
}

void StartPage::makeNew(const QUrl& file, const QString& name, const QString& crs, const QString& currency)
{
    const auto system = gis::crsFromText(crs.trimmed().toStdString());
    if (!system) return emit failed(QString::fromStdString(system.error().message));
    const std::filesystem::path path = file.toLocalFile().toStdString();
    const core::District district{.name = name.trimmed().toStdString(), .epsg = system->epsg, .currency = currency.trimmed().toUpper().toStdString()};
    m_place->makeAndOpen(path, tr("Making %1").arg(name), [path, district](const core::Job&) -> core::Result<void> {
        const auto made = gis::PlaceFile::create(path, district);
        if (!made) return std::unexpected(made.error());
        return {};
    });
}

void StartPage::makeSample(const QUrl& file)
{
    const std::filesystem::path path = file.toLocalFile().toStdString();
    m_place->makeAndOpen(path, tr("Making the sample district"), [path](const core::Job& job) -> core::Result<void> {
        const auto made = gis::makeSamplePlace(path, job, [](const gis::ImportPreview&) { });
        if (!made) return std::unexpected(made.error());
        return {};
    });
}

bool StartPage::isPlace(const QUrl& file) const
{
    // SQLite's magic words, and our number in its application id (bytes 68 to 71).
    QFile bytes(file.toLocalFile());
    if (!file.isLocalFile() || !bytes.open(QIODevice::ReadOnly)) return false;
    const QByteArray head = bytes.read(72);
    return head.size() == 72 && head.startsWith("SQLite format 3") && head.sliced(68) == QByteArrayLiteral("HRBT");
}

} // namespace hereabouts::app
