// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hearing/agreement_page.h"

#include <QColor>
#include <QGeoCoordinate>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// Paints the agreement's surface and lines over a Map of the same size, centre and zoom (bearing and tilt 0).
class AgreementItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hereabouts::app::AgreementPage* agreement READ agreement WRITE setAgreement NOTIFY agreementChanged REQUIRED)
    Q_PROPERTY(QGeoCoordinate center MEMBER m_center NOTIFY viewChanged)
    Q_PROPERTY(double zoomLevel MEMBER m_zoom NOTIFY viewChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY viewChanged)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY viewChanged)

public:
    explicit AgreementItem(QQuickItem* parent = nullptr);
    [[nodiscard]] AgreementPage* agreement() const { return m_agreement; }
    void setAgreement(AgreementPage* agreement);
    void paint(QPainter* painter) override;

signals:
    void agreementChanged();
    void viewChanged();

private:
    [[nodiscard]] QPointF onScreen(core::Point home) const;
    [[nodiscard]] QPainterPath pathOf(const core::MultiPolygon& shape) const;

    AgreementPage* m_agreement = nullptr;
    QGeoCoordinate m_center;
    double m_zoom = 8;
    QColor m_ink, m_paper;
    core::Point m_middle; ///< Centre in world units, while painting.
    double m_worldPixels = 1; ///< Pixels of the whole world, while painting.
};

} // namespace hereabouts::app
