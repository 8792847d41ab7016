// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "app/registers/line_list.h"

#include <QThreadPool>

namespace hereabouts::app {

/// The numbers a district is opened with. A line's title is the figure, its section what it counts, its note how.
class HeadlineNumbers : public LineList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one place.")

public:
    explicit HeadlineNumbers(OpenPlace* place, QObject* parent = nullptr);
    ~HeadlineNumbers() override;

private:
    void takePlace();

    OpenPlace* m_place;
    QThreadPool m_thread; ///< Last, so that it ends first.
};

} // namespace hereabouts::app
