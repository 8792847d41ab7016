// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place/open_place.h"

#include <algorithm>

namespace hereabouts::app {

namespace {

constexpr int kLookForOtherProgramsEveryMs = 3000;

QString textOf(const std::string& text) { return QString::fromStdString(text); }

} // namespace

OpenPlace::OpenPlace(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    m_otherPrograms.setInterval(kLookForOtherProgramsEveryMs);
    connect(&m_otherPrograms, &QTimer::timeout, this, [this] {
        if (!isBusy()) lookAgain();
    });
}

OpenPlace::~OpenPlace()
{
    m_stop.request_stop();
    m_thread.waitForDone();
}

void OpenPlace::openFile(const std::filesystem::path& path)
{
    makeAndOpen(path, tr("Opening %1").arg(textOf(path.filename().string())), [](const core::Job&) { return core::Result<void>(); });
}

void OpenPlace::makeAndOpen(const std::filesystem::path& path, const QString& what, std::function<core::Result<void>(const core::Job&)> make)
{
    enqueue(what, [this, path, make = std::move(make)](gis::PlaceFile*, const core::Job& job) -> Then {
        const auto made = make(job);
        if (!made) return [this, message = textOf(made.error().message)] { emit failed(message); };
        auto place = gis::PlaceFile::open(path);
        if (!place) return [this, message = textOf(place.error().message)] { emit failed(message); };
        m_file = std::make_unique<gis::PlaceFile>(std::move(*place));
        return [this, path] {
            m_otherPrograms.start();
            emit opened(textOf(path.string()));
        };
    });
}

QString OpenPlace::name() const { return m_snapshot ? textOf(m_snapshot->district.name) : QString(); }

QString OpenPlace::undoable() const
{
    const auto newest = std::ranges::find(m_history, false, &gis::HistoryRow::undone);
    return newest == m_history.end() ? QString() : textOf(newest->what);
}

QString OpenPlace::redoable() const
{
    // The change taken back last is the oldest of the undone ones on top of the history.
    const auto kept = std::ranges::find(m_history, false, &gis::HistoryRow::undone);
    return kept == m_history.begin() ? QString() : textOf(std::prev(kept)->what);
}

void OpenPlace::undo() { stepHistory(tr("Undoing"), tr("Taken back: %1"), &gis::PlaceFile::undo); }
void OpenPlace::redo() { stepHistory(tr("Doing again"), tr("Done again: %1"), &gis::PlaceFile::redo); }

void OpenPlace::stepHistory(const QString& what, const QString& done, core::Result<gis::HistoryRow> (gis::PlaceFile::*step)())
{
    ask<gis::HistoryRow>(what, [step](gis::PlaceFile& file, const core::Job&) { return (file.*step)(); }, this, [this, done](core::Result<gis::HistoryRow> row) {
        if (row) emit told(done.arg(textOf(row->what)));
        else emit failed(textOf(row.error().message));
    });
}

void OpenPlace::cancel()
{
    m_stop.request_stop();
    m_stop = {};
}

void OpenPlace::lookAgain()
{
    enqueue({}, [](gis::PlaceFile*, const core::Job&) -> Then { return [] {}; });
}

void OpenPlace::enqueue(const QString& what, std::function<Then(gis::PlaceFile*, const core::Job&)> task)
{
    const bool speaks = !what.isEmpty();
    if (speaks) {
        ++m_inHand;
        m_doing = what;
        m_progress = -1;
        emit workChanged();
    }
    core::Job job{.stop = m_stop.get_token()};
    if (speaks) {
        job.report = [this](double share, std::string_view doing) {
            const QString text = QString::fromUtf8(doing.data(), static_cast<qsizetype>(doing.size()));
            QMetaObject::invokeMethod(this, [this, share, text] {
                m_progress = share;
                if (!text.isEmpty()) m_doing = text;
                emit workChanged();
            }, Qt::QueuedConnection);
        };
    }
    m_thread.start([this, speaks, job, task = std::move(task)] {
        const Then then = task(m_file.get(), job);
        core::Result<core::SnapshotPtr> snapshot = core::SnapshotPtr();
        std::vector<gis::HistoryRow> history;
        if (m_file) {
            snapshot = m_file->snapshot();
            if (auto rows = m_file->history()) history = std::move(*rows);
        }
        QMetaObject::invokeMethod(this, [this, speaks, then, snapshot = std::move(snapshot), history = std::move(history)]() mutable {
            if (speaks) {
                --m_inHand;
                emit workChanged();
            }
            if (snapshot) publish(std::move(*snapshot), std::move(history));
            else emit failed(textOf(snapshot.error().message));
            then();
        }, Qt::QueuedConnection);
    });
}

void OpenPlace::publish(core::SnapshotPtr snapshot, std::vector<gis::HistoryRow> history)
{
    if (!snapshot) return;
    std::ranges::sort(history, std::greater{}, &gis::HistoryRow::number);
    const bool changed = snapshot != m_snapshot;
    const auto same = [](const gis::HistoryRow& a, const gis::HistoryRow& b) { return a.number == b.number && a.undone == b.undone; };
    const bool stepped = !std::ranges::equal(history, m_history, same);
    m_snapshot = std::move(snapshot);
    m_history = std::move(history);
    if (changed) emit placeChanged();
    if (stepped) emit historyChanged();
}

} // namespace hereabouts::app
