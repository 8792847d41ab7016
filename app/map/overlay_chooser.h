// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_scene.h"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace hereabouts::app {

/// What a person asks the map to show. Every change is shown at once.
class OverlayChooser : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There is one map.")
    Q_PROPERTY(QStringList views READ views CONSTANT)
    Q_PROPERTY(int view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(QStringList measures READ measures CONSTANT)
    Q_PROPERTY(int measure READ measure WRITE setMeasure NOTIFY changed)
    Q_PROPERTY(int second READ second WRITE setSecond NOTIFY changed)
    Q_PROPERTY(QStringList sets READ sets NOTIFY choicesChanged)
    Q_PROPERTY(int set READ set WRITE setSet NOTIFY changed)
    Q_PROPERTY(bool perHead READ perHead WRITE setPerHead NOTIFY changed)
    Q_PROPERTY(bool secondPerHead READ secondPerHead WRITE setSecondPerHead NOTIFY changed)
    Q_PROPERTY(QStringList methods READ methods CONSTANT)
    Q_PROPERTY(int method READ method WRITE setMethod NOTIFY changed)
    Q_PROPERTY(int classes READ classes WRITE setClasses NOTIFY changed)
    Q_PROPERTY(QString breaks READ breaks WRITE setBreaks NOTIFY changed)
    Q_PROPERTY(QString breaksFault READ breaksFault NOTIFY changed)
    Q_PROPERTY(QStringList themes READ themes NOTIFY choicesChanged)
    Q_PROPERTY(int theme READ theme WRITE setTheme NOTIFY changed)
    Q_PROPERTY(QStringList priorityViews READ priorityViews CONSTANT)
    Q_PROPERTY(int priorityView READ priorityView WRITE setPriorityView NOTIFY changed)
    Q_PROPERTY(bool choosesMeasure READ choosesMeasure NOTIFY changed)
    Q_PROPERTY(bool choosesSecond READ choosesSecond NOTIFY changed)
    Q_PROPERTY(bool choosesPerHead READ choosesPerHead NOTIFY changed)
    Q_PROPERTY(bool choosesSet READ choosesSet NOTIFY changed)
    Q_PROPERTY(bool choosesClasses READ choosesClasses NOTIFY changed)
    Q_PROPERTY(bool choosesPriorities READ choosesPriorities NOTIFY changed)
    Q_PROPERTY(bool choosesTheme READ choosesTheme NOTIFY changed)

public:
    enum View { PlacesView, PrioritiesView, SpendView, BudgetView, MeasureView, TwoMeasuresView, CoverageView };
    Q_ENUM(View)

    OverlayChooser(OpenPlace* place, MapScene* scene, QObject* parent = nullptr);

    [[nodiscard]] QStringList views() const;
    [[nodiscard]] int view() const { return m_view; }
    void setView(int view);
    [[nodiscard]] QStringList measures() const;
    [[nodiscard]] int measure() const;
    void setMeasure(int measure);
    [[nodiscard]] int second() const;
    void setSecond(int second);
    [[nodiscard]] QStringList sets() const { return m_sets; }
    [[nodiscard]] int set() const { return static_cast<int>(m_sets.indexOf(QString::fromStdString(m_by))); }
    void setSet(int set);
    [[nodiscard]] bool perHead() const { return m_first.perHead; }
    void setPerHead(bool perHead);
    [[nodiscard]] bool secondPerHead() const { return m_second.perHead; }
    void setSecondPerHead(bool perHead);
    [[nodiscard]] QStringList methods() const;
    [[nodiscard]] int method() const { return static_cast<int>(m_classes.method); }
    void setMethod(int method);
    [[nodiscard]] int classes() const { return m_classes.classes; }
    void setClasses(int classes);
    [[nodiscard]] QString breaks() const { return m_breaks; }
    void setBreaks(const QString& breaks); ///< "100, 200.5, 1000": numbers parted by blanks, commas or semicolons, in any order.
    [[nodiscard]] QString breaksFault() const { return m_breaksFault; }
    [[nodiscard]] QStringList themes() const;
    [[nodiscard]] int theme() const;
    void setTheme(int theme);
    [[nodiscard]] QStringList priorityViews() const;
    [[nodiscard]] int priorityView() const { return static_cast<int>(m_priorities); }
    void setPriorityView(int view);
    [[nodiscard]] bool choosesMeasure() const { return m_view == MeasureView || m_view == TwoMeasuresView; }
    [[nodiscard]] bool choosesSecond() const { return m_view == TwoMeasuresView; }
    [[nodiscard]] bool choosesPerHead() const { return m_view == SpendView || choosesMeasure(); }
    [[nodiscard]] bool choosesSet() const { return m_view == BudgetView || choosesPerHead(); }
    [[nodiscard]] bool choosesClasses() const;
    [[nodiscard]] bool choosesPriorities() const { return m_view == PrioritiesView; }
    [[nodiscard]] bool choosesTheme() const { return m_view == PrioritiesView && m_priorities != PriorityView::TopTheme; }

    [[nodiscard]] OverlayRequest request() const;

signals:
    void changed();
    void choicesChanged();

private:
    void takePlace();
    void show();

    OpenPlace* m_place;
    MapScene* m_scene;
    int m_view = PlacesView;
    Figure m_first{.measure = core::Measure::Population};
    Figure m_second{.measure = core::Measure::Spend, .perHead = true};
    QStringList m_sets;
    std::string m_by;
    core::ClassRequest m_classes;
    QString m_breaks;
    QString m_breaksFault;
    std::vector<std::string> m_themes;
    std::string m_theme;
    PriorityView m_priorities = PriorityView::TopTheme;
};

} // namespace hereabouts::app
