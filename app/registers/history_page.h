// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place/open_place.h"
#include "app/registers/line_list.h"

namespace hereabouts::app {

/// Every change to the place, the newest first.
class HistoryPage : public LineList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one history.")

public:
    explicit HistoryPage(OpenPlace* place, QObject* parent = nullptr);

private:
    void takeHistory();

    OpenPlace* m_place;
};

} // namespace hereabouts::app
