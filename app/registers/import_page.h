// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "app/registers/line_list.h"
#include "app/registers/sample_rows.h"
#include "gis/intake/import.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QtQmlIntegration>

#include <memory>

namespace hereabouts::app {

/// Bringing in a file: choose, look at what was understood, answer what is asked, commit.
class ImportPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one import.")
    Q_PROPERTY(QStringList kinds READ kinds CONSTANT)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY requestChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY requestChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY requestChanged) ///< Files to look at after this one.
    Q_PROPERTY(bool reading READ isReading NOTIFY previewChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY previewChanged)
    Q_PROPERTY(bool canCommit READ canCommit NOTIFY previewChanged)
    Q_PROPERTY(QString refusal READ refusal NOTIFY previewChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY previewChanged)
    Q_PROPERTY(QString format READ format NOTIFY previewChanged)
    Q_PROPERTY(QStringList layers READ layers NOTIFY previewChanged)
    Q_PROPERTY(int layer READ layer WRITE setLayer NOTIFY previewChanged)
    Q_PROPERTY(QString crs READ crs NOTIFY previewChanged)
    Q_PROPERTY(QString crsNote READ crsNote NOTIFY previewChanged)
    Q_PROPERTY(QString crsGuess READ crsGuess NOTIFY previewChanged)
    Q_PROPERTY(QString encoding READ encoding WRITE setEncoding NOTIFY previewChanged)
    Q_PROPERTY(QStringList encodings READ encodings NOTIFY previewChanged) ///< To choose from; the one in use among them.
    Q_PROPERTY(bool encodingAsked READ isEncodingAsked NOTIFY previewChanged) ///< The file does not say, and the person has not yet.
    Q_PROPERTY(bool hasEditions READ hasEditions NOTIFY requestChanged)
    Q_PROPERTY(QString edition READ edition WRITE setEdition NOTIFY previewChanged)
    Q_PROPERTY(QStringList columns READ columns NOTIFY previewChanged)
    Q_PROPERTY(hereabouts::app::LineList* mapping READ mapping CONSTANT)
    Q_PROPERTY(hereabouts::app::LineList* problems READ problems CONSTANT)
    Q_PROPERTY(hereabouts::app::LineList* rejects READ rejects CONSTANT)
    Q_PROPERTY(hereabouts::app::SampleRows* sample READ sample CONSTANT)

public:
    explicit ImportPage(OpenPlace* place, QObject* parent = nullptr);

    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int kind() const { return static_cast<int>(m_request.kind); }
    void setKind(int kind);
    [[nodiscard]] QString fileName() const { return QString::fromStdString(m_request.source.filename().string()); }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] bool isReady() const { return m_preview != nullptr; }
    [[nodiscard]] bool canCommit() const { return m_preview && !m_reading && m_preview->canCommit(); }
    [[nodiscard]] QString refusal() const { return m_refusal; } ///< Why the file cannot be read at all.
    [[nodiscard]] QString summary() const;                      ///< "120 rows read · 118 accepted · 2 rejected · 1 repaired".
    [[nodiscard]] QString format() const;
    [[nodiscard]] QStringList layers() const;
    [[nodiscard]] int layer() const;
    void setLayer(int layer);
    [[nodiscard]] QString crs() const;
    [[nodiscard]] QString crsNote() const;
    [[nodiscard]] QString crsGuess() const; ///< Offered where the file names none.
    [[nodiscard]] QString encoding() const;
    void setEncoding(const QString& encoding);
    [[nodiscard]] QStringList encodings() const;
    [[nodiscard]] bool isEncodingAsked() const;
    [[nodiscard]] bool hasEditions() const { return core::specOf(m_request.kind).hasEditions; }
    [[nodiscard]] QString edition() const;
    void setEdition(const QString& edition);
    [[nodiscard]] QStringList columns() const; ///< The first is "not in this file".
    [[nodiscard]] LineList* mapping() { return &m_mapping; } ///< Title: the field; detail: its column; badge: "required" or "remembered".
    [[nodiscard]] LineList* problems() { return &m_problems; }
    [[nodiscard]] LineList* rejects() { return &m_rejects; }
    [[nodiscard]] SampleRows* sample() { return &m_sample; }

    Q_INVOKABLE void choose(const QUrl& file);
    void chooseSeveral(const QList<QUrl>& files); ///< The first now, the others after it.
    bool chooseNext();                            ///< The next of several. True if there was one.
    Q_INVOKABLE void setColumn(int field, int column);
    Q_INVOKABLE [[nodiscard]] int columnOf(int field) const;
    Q_INVOKABLE void sayCrs(const QString& crs); ///< "EPSG:27700", or what crsGuess() offers.
    Q_INVOKABLE void takeGuess();
    Q_INVOKABLE void commit();
    Q_INVOKABLE void saveRejects(const QUrl& file);
    Q_INVOKABLE void close();

signals:
    void requestChanged();
    void previewChanged();
    void committed();
    void failed(const QString& message);
    void told(const QString& message);

private:
    void read();
    void take(core::Result<std::shared_ptr<const gis::ImportPreview>> preview);
    void fillLists();

    OpenPlace* m_place;
    gis::ImportRequest m_request;
    std::shared_ptr<const gis::ImportPreview> m_preview;
    bool m_reading = false;
    quint64 m_asked = 0;
    QList<QUrl> m_waiting; ///< Files to look at after this one.
    QString m_refusal;
    LineList m_mapping;
    LineList m_problems;
    LineList m_rejects;
    SampleRows m_sample;
};

} // namespace hereabouts::app
