// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/community_tab.h"
#include "app/map/map_selection.h"
#include "gis/consult/consultation.h"

#include <QUrl>

#include <optional>

namespace hereabouts::app {

/// Who must be asked about works: the communities on their ground, beside it and near, with their public contacts; as a file, and in the log of consultations.
class ConsultTab : public CommunityTab {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(QString works READ works NOTIFY chosen) ///< What the works are called; empty while none are chosen.
    Q_PROPERTY(double within READ within WRITE setWithin NOTIFY chosen) ///< Metres beyond the works.
    Q_PROPERTY(bool canUseSelection READ canUseSelection NOTIFY selectionChanged)
    Q_PROPERTY(bool listed READ isListed NOTIFY answered)

public:
    ConsultTab(OpenPlace* place, MapSelection* selection, QObject* parent);
    [[nodiscard]] QString works() const { return m_works ? QString::fromStdString(m_works->title) : QString(); }
    [[nodiscard]] double within() const { return m_within; }
    void setWithin(double metres);
    [[nodiscard]] bool canUseSelection() const;
    [[nodiscard]] bool isListed() const { return m_consultation.has_value(); }

    Q_INVOKABLE void readFile(const QUrl& file); ///< Works from a file of any kind that is imported.
    Q_INVOKABLE void useSelection(); ///< The shapes that are selected on the map.
    Q_INVOKABLE void writeList(const QUrl& file); ///< The communities and their contacts as CSV.
    Q_INVOKABLE void log(); ///< A row in the log of consultations.

signals:
    void chosen();
    void selectionChanged();

protected:
    [[nodiscard]] Question question() override;

private:
    MapSelection* m_selection;
    std::optional<gis::Works> m_works;
    double m_within = 0;
    std::optional<gis::Consultation> m_consultation;
};

} // namespace hereabouts::app
