// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/recognition_tab.h"

#include "core/joined/written.h"
#include "gis/recognition/checklists.h"
#include "gis/recognition/recognise.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <filesystem>

namespace hereabouts::app {

namespace {

using core::RegisterKind;

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

std::int64_t today() { return QDate(1970, 1, 1).daysTo(QDate::currentDate()); }

/// Those somebody has to do something about come first.
int urgency(std::string_view status)
{
    constexpr std::array<std::string_view, 6> kWaiting{"applicant", "publicised", "under review", "enquiry", "suspended", "provisional"};
    return static_cast<int>(std::ranges::find(kWaiting, status) - kWaiting.begin());
}

std::optional<std::size_t> communityOf(const core::PlaceSnapshot& place, const std::string& code)
{
    const core::TextColumn& codes = place.at(RegisterKind::Communities).text("code");
    for (std::size_t row = 0; row < codes.size(); ++row) {
        if (codes.at(row) == code) return row;
    }
    return std::nullopt;
}

Line lineOf(const core::CriterionAnswer& answer)
{
    using enum core::Verdict;
    const QString tone = answer.verdict == Met ? QStringLiteral("good") : answer.verdict == Unmet ? QStringLiteral("bad") : QStringLiteral("warn");
    Line line{.section = RecognitionTab::tr("Against the checklist"),
        .title = textOf(answer.criterion.title),
        .detail = textOf(answer.sentence),
        .badge = textOf(core::wordOf(answer.verdict)),
        .tone = tone,
        .note = textOf(answer.criterion.source)};
    if (!answer.evidence.empty()) line.leadsTo = RowRef{.kind = answer.evidence.front().kind, .id = answer.evidence.front().id};
    return line;
}

void addSteps(const core::PlaceSnapshot& place, const std::string& code, std::vector<Line>& lines)
{
    const core::RegisterTable& steps = place.at(RegisterKind::RecognitionSteps);
    for (std::size_t row = 0; row < steps.size(); ++row) {
        if (steps.text("community").at(row) != code) continue;
        const std::int64_t day = steps.integers("decided_on")[row];
        QString detail = day == core::kNoInteger ? QString() : textOf(core::writtenDate(day));
        if (const auto by = steps.text("decided_by").at(row); !by.empty()) detail += (detail.isEmpty() ? "" : " · ") + textOf(by);
        if (const auto reasons = steps.text("reasons").at(row); !reasons.empty()) detail += (detail.isEmpty() ? "" : " · ") + textOf(reasons);
        lines.push_back({.section = RecognitionTab::tr("Steps so far"),
            .title = textOf(steps.text("status").at(row)),
            .detail = detail,
            .leadsTo = RowRef{.kind = RegisterKind::RecognitionSteps, .id = steps.id(row)}});
    }
}

void addEndorsements(const std::vector<gis::WeighedEndorsement>& endorsements, std::vector<Line>& lines)
{
    using enum core::EndorsementStanding;
    for (const gis::WeighedEndorsement& one : endorsements) {
        const bool holds = one.line.standing == Stands || one.line.standing == StandsForDraft;
        lines.push_back({.section = RecognitionTab::tr("Word given on its line"),
            .title = textOf(one.line.step),
            .detail = textOf(one.sentence),
            .badge = holds ? RecognitionTab::tr("stands") : RecognitionTab::tr("line changed"),
            .tone = holds ? QStringLiteral("good") : QStringLiteral("warn"),
            .leadsTo = RowRef{.kind = RegisterKind::Endorsements, .id = one.line.id}});
    }
}

} // namespace

QStringList RecognitionTab::checklists() const
{
    QStringList names{tr("The place's own rule")};
    for (const std::string& name : gis::shippedChecklists()) names.append(textOf(name));
    if (!m_file.empty()) names.append(textOf(std::filesystem::path(m_file).filename().string()));
    return names;
}

std::string RecognitionTab::checklistName() const
{
    const std::vector<std::string> shipped = gis::shippedChecklists();
    if (m_checklist == 0) return {};
    const auto index = static_cast<std::size_t>(m_checklist - 1);
    return index < shipped.size() ? shipped[index] : m_file;
}

std::string RecognitionTab::code() const { return m_codes.empty() ? std::string() : m_codes[static_cast<std::size_t>(m_community)]; }

void RecognitionTab::setCommunity(int community)
{
    if (community == m_community || community < 0 || community >= static_cast<int>(m_codes.size())) return;
    m_community = community;
    emit chosen();
    look();
}

void RecognitionTab::setChecklist(int checklist)
{
    if (checklist == m_checklist || checklist < 0 || checklist >= checklists().size()) return;
    m_checklist = checklist;
    emit chosen();
    look();
}

void RecognitionTab::useChecklistFile(const QUrl& file)
{
    const std::string path = file.toLocalFile().toStdString();
    if (const auto checklist = gis::readChecklist(path); !checklist) return emit failed(textOf(checklist.error().message));
    m_file = path;
    m_checklist = static_cast<int>(gis::shippedChecklists().size()) + 1;
    emit chosen();
    look();
}

void RecognitionTab::takePlace()
{
    const std::string before = code();
    const core::RegisterTable& table = place()->snapshot()->at(RegisterKind::Communities);
    std::vector<std::size_t> rows(table.size());
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return urgency(table.text("status").at(row)); });
    m_codes.clear();
    m_names.clear();
    for (const std::size_t row : rows) {
        const std::string_view status = table.text("status").at(row);
        m_codes.emplace_back(table.text("code").at(row));
        m_names.append(status.empty() ? textOf(table.text("name").at(row)) : tr("%1 – %2").arg(textOf(table.text("name").at(row)), textOf(status)));
    }
    const auto same = std::ranges::find(m_codes, before);
    m_community = same == m_codes.end() ? 0 : static_cast<int>(same - m_codes.begin());
    emit chosen();
}

CommunityTab::Question RecognitionTab::question()
{
    return [this, code = code(), named = checklistName(), day = today()](const core::PlaceSnapshot& place, const core::Job& job) -> Answer {
        const core::RegisterTable& table = place.at(RegisterKind::Communities);
        const auto row = communityOf(place, code);
        if (!row) return {.problem = tr("There is no community to recognise yet.")};
        const auto checklist = gis::checklistFor(place, named);
        if (!checklist) return {.problem = textOf(checklist.error().message)};
        const auto endorsements = gis::weighedEndorsements(place, code, job);
        if (!endorsements) return {.problem = textOf(endorsements.error().message)};

        Answer answer;
        std::vector<core::CriterionAnswer> answers;
        if (*checklist) {
            answers = core::checkRecognition(place, *row, **checklist, day);
            answer.sentence = tr("%1: %2 met, %3 unmet, %4 cannot be told.")
                                  .arg(textOf((*checklist)->title))
                                  .arg(core::countOf(answers, core::Verdict::Met))
                                  .arg(core::countOf(answers, core::Verdict::Unmet))
                                  .arg(core::countOf(answers, core::Verdict::CannotBeTold));
            answer.method = textOf((*checklist)->about);
        } else {
            answer.sentence = tr("The place's rules name no checklist; choose one.");
        }
        for (const core::CriterionAnswer& one : answers) answer.lines.push_back(lineOf(one));
        addEndorsements(*endorsements, answer.lines);
        addSteps(place, code, answer.lines);
        QStringList moves;
        for (const std::string_view move : core::movesFrom(table.text("status").at(*row))) moves.append(textOf(move));
        answer.then = [this, moves, unmet = static_cast<int>(core::countOf(answers, core::Verdict::Unmet))] {
            m_moves = moves;
            m_unmet = unmet;
        };
        return answer;
    };
}

void RecognitionTab::decide(int move, const QString& why, const QString& by, const QString& despite)
{
    if (move < 0 || move >= m_moves.size()) return emit failed(tr("Choose what the community becomes."));
    const core::RecognitionDecision decision{.to = m_moves[move].toStdString(),
        .why = why.trimmed().toStdString(),
        .by = by.trimmed().toStdString(),
        .on = today(),
        .despite = despite.trimmed().toStdString(),
        .review = std::nullopt};
    change(
        [decision, code = code(), named = checklistName()](gis::PlaceFile& file, const core::Job& job) -> core::Result<gis::HistoryRow> {
            const auto place = file.snapshot(job);
            if (!place) return std::unexpected(place.error());
            const auto row = communityOf(**place, code);
            if (!row) return core::fail(core::ErrorCode::UnknownId, "The community is no longer in this place.");
            const auto checklist = gis::checklistFor(**place, named);
            if (!checklist) return std::unexpected(checklist.error());
            const auto decided = core::decideRecognition(**place, *row, *checklist ? &**checklist : nullptr, decision);
            if (!decided) return std::unexpected(decided.error());
            const gis::RecognitionChange change = gis::changeOf(**place, *decided);
            return file.apply(change.edits, change.what, change.why);
        },
        tr("Recorded: %1.").arg(m_moves[move]), [this] { emit decided(); });
}

} // namespace hereabouts::app
