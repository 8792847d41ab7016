// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "app/registers/line_list.h"

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

#include <functional>
#include <vector>

namespace hereabouts::app {

/// One question about the communities of a place: a sentence that answers it and lines beneath. Answered off the GUI thread, and anew when the place changes
/// while it is shown.
class CommunityTab : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged)
    Q_PROPERTY(bool counting READ isCounting NOTIFY answered)
    Q_PROPERTY(QString sentence READ sentence NOTIFY answered)
    Q_PROPERTY(QString problem READ problem NOTIFY answered)
    Q_PROPERTY(hereabouts::app::LineList* lines READ lines CONSTANT)

public:
    CommunityTab(OpenPlace* place, QObject* parent);

    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] bool isCounting() const { return m_counting; }
    [[nodiscard]] QString sentence() const { return m_answer.sentence; }
    [[nodiscard]] QString problem() const { return m_answer.problem; }
    [[nodiscard]] LineList* lines() { return &m_lines; }

    Q_INVOKABLE void follow(int line); ///< Asks for the row that a line speaks of.

signals:
    void shownChanged();
    void answered();
    void asked(hereabouts::app::RowRef row); ///< A person wants to see this row.
    void told(const QString& message);
    void failed(const QString& message);

protected:
    struct Answer {
        QString sentence;
        QString method; ///< How it was counted; stands last among the lines.
        QString problem; ///< Why there is no answer; empty when there is one.
        std::vector<Line> lines;
        std::function<void()> then; ///< On the GUI thread, before the answer is shown; may be null.
    };
    using Question = std::function<Answer(const core::PlaceSnapshot&, const core::Job&)>;

    /// What is asked, with the choices as they are now: it runs on another thread.
    [[nodiscard]] virtual Question question() = 0;
    /// The choices that a new place offers.
    virtual void takePlace() { }
    void look();
    /// Changes the place, and says in a toast what was done or what stands in the way.
    void change(std::function<core::Result<gis::HistoryRow>(gis::PlaceFile&, const core::Job&)> task, const QString& done, std::function<void()> then = {});
    [[nodiscard]] const OpenPlace* place() const { return m_place; }
    [[nodiscard]] OpenPlace* place() { return m_place; }

private:
    OpenPlace* m_place;
    LineList m_lines;
    Answer m_answer;
    bool m_shown = false;
    bool m_counting = false;
    bool m_stale = true;
    quint64 m_asked = 0;
};

} // namespace hereabouts::app
