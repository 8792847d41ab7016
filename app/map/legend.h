// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_scene.h"
#include "app/map/map_selection.h"
#include "app/paint/layer_legend.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// The legend of the overlay that is shown, or of the layers that are on where there is none; an entry selects the rows it stands for.
class Legend : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one map.")
    Q_PROPERTY(QString title READ title NOTIFY legendChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY legendChanged)
    Q_PROPERTY(QStringList notes READ notes NOTIFY legendChanged)
    /// How many cells come first that make a square of three by three; 0 for a list alone.
    Q_PROPERTY(int cells READ cells NOTIFY legendChanged)
    Q_PROPERTY(QString firstAxis READ firstAxis NOTIFY legendChanged)
    Q_PROPERTY(QString secondAxis READ secondAxis NOTIFY legendChanged)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ColourRole, PatternRole, CountRole, CellRole };

    Legend(MapScene* scene, MapSelection* selection, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] int cells() const;
    [[nodiscard]] QString firstAxis() const;
    [[nodiscard]] QString secondAxis() const;

    Q_INVOKABLE void selectEntry(int row);
    /// Draws a layer's sign as the map draws it; nothing for an overlay's entry.
    void drawSign(QPainter& painter, const QRectF& box, int row) const;

signals:
    void legendChanged();

private:
    void takeOverlay();
    void takePicture();
    [[nodiscard]] bool showsLayers() const { return !m_overlay || m_overlay->legend.empty(); }
    [[nodiscard]] QVariant layerData(const LayerLegendEntry& entry, int role) const;

    MapScene* m_scene;
    MapSelection* m_selection;
    OverlayPtr m_overlay;
    std::vector<LayerLegendEntry> m_layers; ///< Where there is no overlay.
};

} // namespace hereabouts::app
