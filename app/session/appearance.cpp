// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/appearance.h"

#include <QGuiApplication>
#include <QSettings>
#include <QStyleHints>

#include <algorithm>
#include <array>

namespace hereabouts::app {

namespace {

constexpr std::array kScales{1.0, 1.25, 1.5, 2.0};

} // namespace

Appearance::Appearance(bool remembers, QObject* parent) : QObject(parent), m_remembers(remembers)
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::changed);
    if (!m_remembers) return;
    const QSettings settings;
    m_mode = std::clamp(settings.value(QStringLiteral("appearance/mode"), int{FollowSystem}).toInt(), int{FollowSystem}, int{Dark});
    m_textSize = std::clamp(settings.value(QStringLiteral("appearance/textSize"), 0).toInt(), 0, static_cast<int>(kScales.size()) - 1);
}

bool Appearance::isDark() const
{
    if (m_mode == FollowSystem) return m_remembers && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return m_mode == Dark;
}

QStringList Appearance::modes() const { return {tr("As the system"), tr("Light"), tr("Dark")}; }

void Appearance::setMode(int mode)
{
    m_mode = std::clamp(mode, int{FollowSystem}, int{Dark});
    if (m_remembers) QSettings().setValue(QStringLiteral("appearance/mode"), m_mode);
    emit changed();
}

QStringList Appearance::textSizes() const { return {tr("100 %"), tr("125 %"), tr("150 %"), tr("200 %")}; }

void Appearance::setTextSize(int textSize)
{
    m_textSize = std::clamp(textSize, 0, static_cast<int>(kScales.size()) - 1);
    if (m_remembers) QSettings().setValue(QStringLiteral("appearance/textSize"), m_textSize);
    emit changed();
}

double Appearance::textScale() const { return kScales[static_cast<std::size_t>(m_textSize)]; }

} // namespace hereabouts::app
