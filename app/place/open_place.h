// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"
#include "gis/store/place_file.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <QtQmlIntegration>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace hereabouts::app {

/// The place that is open: its file on a thread of its own, the snapshot everybody reads, its history, and the work in hand.
///
/// Lives on the GUI thread. Nothing else in the process opens the place file.
class OpenPlace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one open place.")
    Q_PROPERTY(bool open READ isOpen NOTIFY placeChanged)
    Q_PROPERTY(QString name READ name NOTIFY placeChanged)
    Q_PROPERTY(bool fictional READ isFictional NOTIFY placeChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY workChanged)
    Q_PROPERTY(QString doing READ doing NOTIFY workChanged)
    Q_PROPERTY(double progress READ progress NOTIFY workChanged)
    Q_PROPERTY(QString undoable READ undoable NOTIFY historyChanged)
    Q_PROPERTY(QString redoable READ redoable NOTIFY historyChanged)

public:
    explicit OpenPlace(QObject* parent = nullptr);
    ~OpenPlace() override;

    /// Opens the file in the background; placeChanged() follows, or failed().
    void openFile(const std::filesystem::path& path);
    /// Does `make`, which leaves a place file at `path`, in the background, and opens it; failed() where it could not be made.
    void makeAndOpen(const std::filesystem::path& path, const QString& what, std::function<core::Result<void>(const core::Job&)> make);

    [[nodiscard]] bool isOpen() const { return m_snapshot != nullptr; }
    /// Null until the first placeChanged().
    [[nodiscard]] const core::SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] const std::vector<gis::HistoryRow>& history() const { return m_history; } ///< Newest first.

    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isFictional() const { return m_snapshot && m_snapshot->district.fictional; }
    [[nodiscard]] bool isBusy() const { return m_inHand > 0; }
    [[nodiscard]] QString doing() const { return m_doing; }
    [[nodiscard]] double progress() const { return m_progress; } ///< 0…1, negative when unknown.
    [[nodiscard]] QString undoable() const; ///< What undo() would take back; empty for nothing.
    [[nodiscard]] QString redoable() const;

    /// Does `task` with the place file on its thread, then `then` with the answer on the GUI thread. Tasks run one after another in the order asked.
    /// `what` tells a person what is being done; empty for work too short to speak of. When `keep` is given, `then` is called only while it lives.
    template <typename Answer>
    void ask(const QString& what, std::function<core::Result<Answer>(gis::PlaceFile&, const core::Job&)> task, QObject* keep,
        std::function<void(core::Result<Answer>)> then);

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void cancel(); ///< Stops what is in hand; it leaves no trace.

signals:
    void opened(const QString& path); ///< Another place file is open.
    void placeChanged();   ///< Another snapshot is open.
    void historyChanged();
    void workChanged();
    void told(const QString& message);   ///< Something was done; one sentence.
    void failed(const QString& message); ///< Something could not be done; one sentence.

private:
    using Then = std::function<void()>;
    void enqueue(const QString& what, std::function<Then(gis::PlaceFile*, const core::Job&)> task);
    void lookAgain();
    void publish(core::SnapshotPtr snapshot, std::vector<gis::HistoryRow> history);
    void stepHistory(const QString& what, const QString& done, core::Result<gis::HistoryRow> (gis::PlaceFile::*step)());

    std::unique_ptr<gis::PlaceFile> m_file; ///< Touched on m_thread alone.
    core::SnapshotPtr m_snapshot;
    std::vector<gis::HistoryRow> m_history;
    std::stop_source m_stop;
    QString m_doing;
    double m_progress = -1;
    int m_inHand = 0;
    QTimer m_otherPrograms;
    QThreadPool m_thread; ///< One thread; last, so that it ends first.
};

template <typename Answer>
void OpenPlace::ask(const QString& what, std::function<core::Result<Answer>(gis::PlaceFile&, const core::Job&)> task, QObject* keep,
    std::function<void(core::Result<Answer>)> then)
{
    QPointer<QObject> asker(keep);
    enqueue(what, [task = std::move(task), asker, then = std::move(then)](gis::PlaceFile* file, const core::Job& job) -> Then {
        auto answer = std::make_shared<core::Result<Answer>>(
            file ? task(*file, job) : core::Result<Answer>(core::fail(core::ErrorCode::NotFound, "No place is open: open a place file first.")));
        return [answer, asker, then] {
            if (asker) then(std::move(*answer));
        };
    });
}

} // namespace hereabouts::app
