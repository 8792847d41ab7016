// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/screen_script.h"

#include "app/map/map_tiles.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QUrl>

#include <cstdio>

namespace hereabouts::app {

namespace {

constexpr int kTickMs = 50;
constexpr qint64 kLeastMsAStep = 600; ///< Panels slide and overlays are made in this time.
constexpr qint64 kMostMsAStep = 60'000;

} // namespace

ScreenScript::ScreenScript(Desk* desk, QQuickWindow* window, QObject* parent) : QObject(parent), m_desk(desk), m_window(window)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &ScreenScript::tick);
    connect(desk, &Desk::failed, this, [](const QString& message) { std::fprintf(stderr, "%s\n", qUtf8Printable(message)); });
}

core::Result<void> ScreenScript::load(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) return core::fail(core::ErrorCode::NotFound, "There is no script " + path.string() + ".");
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isArray())
        return core::fail(core::ErrorCode::BadInput, path.string() + " is not a list of steps: " + fault.errorString().toStdString() + ".");
    m_steps = document.array();
    return {};
}

void ScreenScript::start()
{
    m_sinceStep.start();
    m_tick.start();
}

bool ScreenScript::settled() const
{
    if (m_desk->place()->isBusy() || m_desk->intake()->isReading() || m_desk->agreement()->isCounting()) return false;
    if (m_desk->board()->isActive() && !m_desk->board()->isReady()) return false;
    if (m_sinceStep.elapsed() < kLeastMsAStep) return false;
    const auto* tiles = m_window->findChild<MapTiles*>();
    return tiles && tiles->isComplete();
}

void ScreenScript::tick()
{
    if (m_sinceStep.elapsed() > kMostMsAStep) {
        std::fprintf(stderr, "Step %lld did not come to rest.\n", static_cast<long long>(m_next));
        QGuiApplication::exit(1);
        return;
    }
    m_desk->selection()->leave(); // where the pointer happens to be is no part of a picture
    if (!settled()) return;
    if (m_next >= m_steps.size()) {
        m_tick.stop();
        QGuiApplication::exit(0);
        return;
    }
    const core::Result<void> taken = take(m_steps[m_next++].toObject());
    if (!taken) {
        std::fprintf(stderr, "%s\n", taken.error().message.c_str());
        QGuiApplication::exit(1);
    }
    m_sinceStep.restart();
}

core::Result<void> ScreenScript::take(const QJsonObject& step)
{
    show(step);
    if (const auto opened = openPages(step); !opened) return opened;
    if (step.contains(u"save")) return save(step[u"save"].toString());
    return {};
}

void ScreenScript::show(const QJsonObject& step)
{
    OverlayChooser& chooser = *m_desk->chooser();
    if (const QJsonArray size = step[u"size"].toArray(); size.size() == 2) m_window->resize(size[0].toInt(), size[1].toInt());
    if (step.contains(u"dark")) m_desk->appearance()->setMode(step[u"dark"].toBool() ? Appearance::Dark : Appearance::Light);
    if (step.contains(u"textSize")) m_desk->appearance()->setTextSize(step[u"textSize"].toInt());
    if (step.contains(u"view")) chooser.setView(step[u"view"].toInt());
    if (step.contains(u"by")) chooser.setSet(static_cast<int>(chooser.sets().indexOf(step[u"by"].toString())));
    if (step.contains(u"measure")) chooser.setMeasure(step[u"measure"].toInt());
    if (step.contains(u"second")) chooser.setSecond(step[u"second"].toInt());
    if (step.contains(u"perHead")) chooser.setPerHead(step[u"perHead"].toBool());
    if (step.contains(u"secondPerHead")) chooser.setSecondPerHead(step[u"secondPerHead"].toBool());
    if (step.contains(u"priorityView")) chooser.setPriorityView(step[u"priorityView"].toInt());
    if (step.contains(u"theme")) chooser.setTheme(step[u"theme"].toInt());
    if (const QJsonArray at = step[u"ask"].toArray(); at.size() == 2) {
        const QGeoCoordinate position(at[1].toDouble(), at[0].toDouble());
        m_desk->selection()->tap(position, 12, false);
    }
    if (step.contains(u"home")) emit m_desk->selection()->comeIntoView(m_desk->scene()->district());
    if (step.contains(u"search")) m_desk->search()->setTyped(step[u"search"].toString());
    if (step.contains(u"go")) m_desk->search()->go(step[u"go"].toInt());
    if (step.contains(u"closeCard")) m_desk->card()->close();
    if (step.contains(u"clear")) m_desk->selection()->clear();
}

core::Result<void> ScreenScript::openPages(const QJsonObject& step)
{
    if (step.contains(u"page")) m_desk->setPage(static_cast<Desk::Page>(step[u"page"].toInt()));
    if (step.contains(u"check")) m_desk->check()->check();
    if (step.contains(u"draw")) {
        m_desk->setPage(Desk::DrawOpen);
        m_desk->board()->beginFor(step[u"draw"].toString());
    }
    if (step.contains(u"tool")) m_desk->board()->setTool(step[u"tool"].toInt());
    if (step.contains(u"discard")) m_desk->board()->discard();
    if (step.contains(u"agree")) m_desk->agreement()->setName(step[u"agree"].toInt());
    if (step.contains(u"open")) {
        const QJsonArray row = step[u"open"].toArray();
        const auto kind = core::registerNamed(row[0].toString().toStdString());
        if (!kind) return core::fail(core::ErrorCode::BadInput, "A step opens a row of a register that there is not.");
        m_desk->record()->open({.kind = *kind, .id = row[1].toInt()});
    }
    if (step.contains(u"table")) {
        const auto kind = core::registerNamed(step[u"table"].toString().toStdString());
        if (!step[u"table"].toString().isEmpty() && !kind) return core::fail(core::ErrorCode::BadInput, "A step names a register that there is not.");
        m_desk->setTableOpen(kind.has_value());
        if (kind) m_desk->sheet()->setKind(*kind);
    }
    if (step.contains(u"sort")) m_desk->sheet()->sortBy(step[u"sort"].toInt());
    if (step.contains(u"filter")) m_desk->sheet()->setFilter(step[u"filter"].toString());
    bool add = false;
    for (const QJsonValue row : step[u"select"].toArray()) {
        m_desk->sheet()->click(row.toInt(), add, false);
        add = true;
    }
    if (add) m_desk->sheet()->showSelected();
    if (step.contains(u"import")) {
        m_desk->setPage(Desk::ImportOpen);
        m_desk->intake()->choose(QUrl::fromLocalFile(QFileInfo(step[u"import"].toString()).absoluteFilePath()));
    }
    if (step.contains(u"edition")) m_desk->intake()->setEdition(step[u"edition"].toString());
    if (step.contains(u"kind")) {
        const auto kind = core::registerNamed(step[u"kind"].toString().toStdString());
        if (!kind) return core::fail(core::ErrorCode::BadInput, "A step names a register that there is not.");
        m_desk->intake()->setKind(static_cast<int>(*kind));
    }
    return {};
}

core::Result<void> ScreenScript::save(const QString& file)
{
    if (!m_window->grabWindow().save(file)) return core::fail(core::ErrorCode::ReadOnly, "The picture " + file.toStdString() + " cannot be written.");
    return {};
}

} // namespace hereabouts::app
