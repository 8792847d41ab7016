// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/import_page.h"

#include "app/overlay/format.h"
#include "gis/text/fold.h"

#include <QSaveFile>

#include <algorithm>
#include <array>

namespace hereabouts::app {

namespace {

QString text(const std::string& words) { return QString::fromStdString(words); }
QString text(std::string_view words) { return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())); }
QString count(std::size_t n) { return text(formatCount(static_cast<std::int64_t>(n))); }

/// The register whose name the file bears ("small-areas-2023.gpkg"), else the one chosen so far.
core::RegisterKind kindByName(const std::filesystem::path& source, core::RegisterKind otherwise)
{
    const std::string name = gis::foldedHeading(source.stem().string());
    for (const core::RegisterKind kind : core::kAllRegisters) {
        std::string stem = gis::foldedHeading(core::specOf(kind).name);
        if (stem.ends_with("ies")) stem.resize(stem.size() - 3);
        else if (stem.ends_with('s')) stem.pop_back();
        if (name.find(stem) != std::string::npos) return kind;
    }
    return otherwise;
}

QString toneOf(core::Severity severity)
{
    if (severity == core::Severity::Rejected) return QStringLiteral("bad");
    return severity == core::Severity::Warning ? QStringLiteral("warn") : QString();
}

QString severityText(core::Severity severity)
{
    if (severity == core::Severity::Rejected) return ImportPage::tr("must be answered");
    return severity == core::Severity::Warning ? ImportPage::tr("look at this") : ImportPage::tr("note");
}

QByteArray csvCell(const std::string& words)
{
    QByteArray cell = QByteArray::fromStdString(words);
    if (!cell.contains(',') && !cell.contains('"') && !cell.contains('\n') && !cell.contains('\r')) return cell;
    return '"' + cell.replace("\"", "\"\"") + '"';
}

} // namespace

ImportPage::ImportPage(OpenPlace* place, QObject* parent) : QObject(parent), m_place(place) {}

QStringList ImportPage::kinds() const
{
    QStringList titles;
    for (const core::RegisterKind kind : core::kAllRegisters) titles.append(text(core::specOf(kind).title));
    return titles;
}

void ImportPage::choose(const QUrl& file)
{
    if (!file.isLocalFile()) {
        emit failed(tr("%1 is not a file on this computer: save it here first.").arg(file.toDisplayString()));
        return;
    }
    const std::filesystem::path source = file.toLocalFile().toStdString();
    m_request = {.source = source, .kind = kindByName(source, m_request.kind)};
    emit requestChanged();
    read();
}

void ImportPage::chooseSeveral(const QList<QUrl>& files)
{
    m_waiting = files;
    chooseNext();
}

bool ImportPage::chooseNext()
{
    if (m_waiting.isEmpty()) return false;
    choose(m_waiting.takeFirst());
    return true;
}

void ImportPage::setKind(int kind)
{
    if (kind < 0 || kind >= static_cast<int>(core::kRegisterCount) || kind == this->kind()) return;
    m_request = {.source = m_request.source, .kind = core::kAllRegisters[static_cast<std::size_t>(kind)]};
    emit requestChanged();
    if (!m_request.source.empty()) read();
}

void ImportPage::setLayer(int layer)
{
    const QStringList all = layers();
    if (layer < 0 || layer >= all.size() || layer == this->layer()) return;
    m_request.layer = all[layer].toStdString();
    m_request.mapping.clear();
    read();
}

void ImportPage::setEncoding(const QString& encoding)
{
    m_request.encoding = encoding.isEmpty() ? std::nullopt : std::optional(encoding.toStdString());
    read();
}

void ImportPage::setEdition(const QString& edition)
{
    if (edition == this->edition()) return;
    m_request.edition = edition.trimmed().toStdString();
    read();
}

void ImportPage::setColumn(int field, int column)
{
    if (!m_preview || field < 0 || field >= static_cast<int>(m_preview->mapping.size()) || column < 0 || column > static_cast<int>(m_preview->columns.size())) return;
    const gis::FieldMapping& mapped = m_preview->mapping[static_cast<std::size_t>(field)];
    m_request.mapping[mapped.field] = column == 0 ? std::string() : m_preview->columns[static_cast<std::size_t>(column) - 1];
    read();
}

int ImportPage::columnOf(int field) const
{
    if (!m_preview || field < 0 || field >= static_cast<int>(m_preview->mapping.size())) return 0;
    const auto found = std::ranges::find(m_preview->columns, m_preview->mapping[static_cast<std::size_t>(field)].column);
    return found == m_preview->columns.end() ? 0 : static_cast<int>(found - m_preview->columns.begin()) + 1;
}

void ImportPage::sayCrs(const QString& crs)
{
    m_request.crs = crs.trimmed().isEmpty() ? std::nullopt : std::optional(crs.trimmed().toStdString());
    read();
}

void ImportPage::takeGuess()
{
    if (m_preview && m_preview->crsGuess) sayCrs(text(m_preview->crsGuess->definition));
}

void ImportPage::read()
{
    using Preview = std::shared_ptr<const gis::ImportPreview>;
    m_reading = true;
    m_refusal.clear();
    emit previewChanged();
    const quint64 asked = ++m_asked;
    m_place->ask<Preview>(tr("Reading %1").arg(fileName()),
        [request = m_request](gis::PlaceFile& place, const core::Job& job) -> core::Result<Preview> {
            auto preview = gis::previewImport(place, request, job);
            if (!preview) return std::unexpected(preview.error());
            return std::make_shared<const gis::ImportPreview>(std::move(*preview));
        },
        this, [this, asked](core::Result<Preview> preview) {
            if (asked == m_asked) take(std::move(preview));
        });
}

void ImportPage::take(core::Result<std::shared_ptr<const gis::ImportPreview>> preview)
{
    m_reading = false;
    if (preview) m_preview = *preview;
    else m_refusal = text(preview.error().message);
    if (!preview) m_preview.reset();
    fillLists();
    emit previewChanged();
    emit requestChanged();
}

void ImportPage::fillLists()
{
    std::vector<Line> mapping;
    std::vector<Line> problems;
    std::vector<Line> rejects;
    if (m_preview) {
        for (const gis::FieldMapping& one : m_preview->mapping) {
            const bool saidAbove = one.field == "edition" && one.column.empty() && !m_preview->batch.edition.empty();
            const QString badge = saidAbove ? tr("said above") : one.required ? tr("required") : one.remembered ? tr("as last time") : QString();
            mapping.push_back({.title = text(one.title), .detail = text(one.column), .badge = badge,
                .tone = one.required && one.column.empty() && !saidAbove ? QStringLiteral("bad") : QString()});
        }
        const auto tell = [&problems](const core::Finding& one) {
            const QString where = one.row > 0 ? tr("row %1").arg(one.row) : QString();
            problems.push_back({.title = text(one.message), .detail = where, .badge = severityText(one.severity), .tone = toneOf(one.severity)});
        };
        std::ranges::for_each(m_preview->problems, tell);
        std::ranges::for_each(m_preview->batch.warnings, tell);
        for (const gis::RepairedRow& one : m_preview->batch.repaired) {
            problems.push_back({.title = tr("Shape of %1 repaired: %2 m² before, %3 m² after. %4").arg(text(one.code), text(formatNumber(one.wasSquareMetres, 0)),
                                    text(formatNumber(one.nowSquareMetres, 0)), text(one.reason)),
                .detail = tr("row %1").arg(one.row), .badge = tr("repaired"), .tone = QStringLiteral("warn")});
        }
        for (const gis::RejectedRow& one : m_preview->batch.rejected) {
            rejects.push_back({.title = text(one.reason), .detail = one.field.empty() ? tr("row %1").arg(one.row) : tr("row %1, %2").arg(one.row).arg(text(one.field)),
                .badge = tr("rejected"), .tone = QStringLiteral("bad")});
        }
    }
    m_sample.setRows(m_preview ? m_preview->columns : std::vector<std::string>(), m_preview ? m_preview->sample : std::vector<std::vector<std::string>>());
    m_mapping.setLines(std::move(mapping));
    m_problems.setLines(std::move(problems));
    m_rejects.setLines(std::move(rejects));
}

QString ImportPage::summary() const
{
    if (!m_preview) return {};
    const gis::ImportBatch& batch = m_preview->batch;
    QString words = tr("%1 rows read · %2 accepted · %3 rejected").arg(count(static_cast<std::size_t>(m_preview->rowsRead)), count(batch.rows.size()), count(batch.rejected.size()));
    if (!batch.repaired.empty()) words += tr(" · %1 repaired").arg(count(batch.repaired.size()));
    if (!batch.overlaps.empty()) words += tr(" · %1 overlaps between communities").arg(count(batch.overlaps.size()));
    return words;
}

QString ImportPage::format() const { return m_preview ? text(m_preview->format) : QString(); }
QString ImportPage::crs() const { return m_preview ? text(m_preview->crs) : QString(); }
QString ImportPage::crsNote() const { return m_preview ? text(m_preview->crsNote) : QString(); }
QString ImportPage::encoding() const { return m_preview ? text(m_preview->encoding) : QString(); }
QStringList ImportPage::encodings() const
{
    // Texts that are read through a library say themselves what they are.
    if (!m_preview || m_preview->encoding.empty()) return {};
    QStringList list{QStringLiteral("UTF-8"), QStringLiteral("CP1252"), QStringLiteral("ISO-8859-1"), QStringLiteral("ISO-8859-15"), QStringLiteral("CP1250"), QStringLiteral("CP1257"),
        QStringLiteral("UTF-16LE"), QStringLiteral("MACINTOSH")};
    if (!list.contains(encoding())) list.prepend(encoding());
    return list;
}

bool ImportPage::isEncodingAsked() const
{
    return m_preview && !m_request.encoding && std::ranges::contains(m_preview->problems, "encoding", &core::Finding::field);
}

QString ImportPage::edition() const { return m_preview ? text(m_preview->batch.edition) : text(m_request.edition); }

QString ImportPage::crsGuess() const
{
    if (!m_preview || !m_preview->crsGuess) return {};
    const gis::Crs& guess = *m_preview->crsGuess;
    return guess.epsg > 0 ? QStringLiteral("EPSG:%1 %2").arg(guess.epsg).arg(text(guess.name)) : text(guess.name);
}

QStringList ImportPage::layers() const
{
    QStringList names;
    if (!m_preview) return names;
    for (const std::string& name : m_preview->layers) names.append(text(name));
    return names;
}

int ImportPage::layer() const { return m_preview ? static_cast<int>(layers().indexOf(text(m_preview->layer))) : -1; }

QStringList ImportPage::columns() const
{
    QStringList names{tr("– not in this file –")};
    if (!m_preview) return names;
    for (const std::string& name : m_preview->columns) names.append(text(name));
    return names;
}

void ImportPage::commit()
{
    if (!canCommit()) return;
    m_place->ask<gis::HistoryRow>(tr("Bringing in %1").arg(fileName()),
        [preview = m_preview](gis::PlaceFile& place, const core::Job& job) { return gis::commitImport(place, *preview, job); }, this,
        [this](core::Result<gis::HistoryRow> row) {
            if (!row) {
                emit failed(text(row.error().message));
                return;
            }
            emit told(text(row->what));
            emit committed();
        });
}

void ImportPage::saveRejects(const QUrl& file)
{
    if (!m_preview || !file.isLocalFile()) return;
    const std::vector<gis::RejectedRow>& rejected = m_preview->batch.rejected;
    QSaveFile out(file.toLocalFile());
    QByteArray bytes;
    if (!rejected.empty()) {
        for (const auto& [heading, value] : rejected.front().values) bytes += csvCell(heading) + ',';
        bytes += "rejected_row,rejected_field,rejected_reason\r\n";
    }
    for (const gis::RejectedRow& one : rejected) {
        for (const auto& [heading, value] : one.values) bytes += csvCell(value) + ',';
        bytes += QByteArray::number(static_cast<qint64>(one.row)) + ',' + csvCell(one.field) + ',' + csvCell(one.reason) + "\r\n";
    }
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        emit failed(tr("%1 cannot be written: %2.").arg(file.toLocalFile(), out.errorString()));
        return;
    }
    emit told(tr("%1 rejected rows are in %2: mend them there and bring that file in.").arg(count(rejected.size()), file.fileName()));
}

void ImportPage::close()
{
    ++m_asked;
    m_reading = false;
    m_request = {.kind = m_request.kind};
    m_preview.reset();
    m_refusal.clear();
    m_waiting.clear();
    fillLists();
    emit requestChanged();
    emit previewChanged();
}

} // namespace hereabouts::app
