// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hearing/agreement_page.h"
#include "app/map/over_map_item.h"

#include <QColor>

namespace hereabouts::app {

/// Paints the agreement's surface and lines over the map.
class AgreementItem : public OverMapItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(hereabouts::app::AgreementPage* agreement READ agreement WRITE setAgreement NOTIFY agreementChanged REQUIRED)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY viewChanged)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY viewChanged)

public:
    explicit AgreementItem(QQuickItem* parent = nullptr) : OverMapItem(parent) { }
    [[nodiscard]] AgreementPage* agreement() const { return m_agreement; }
    void setAgreement(AgreementPage* agreement);

signals:
    void agreementChanged();

protected:
    [[nodiscard]] core::Point worldOf(core::Point home) const override { return m_agreement->worldOf(home); }
    void paintShapes(QPainter& painter) override;

private:
    AgreementPage* m_agreement = nullptr;
    QColor m_ink, m_paper;
};

} // namespace hereabouts::app
