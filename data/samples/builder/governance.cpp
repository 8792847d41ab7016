// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/district.h"
#include "data/samples/builder/names.h"
#include "data/samples/builder/standing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <format>

namespace hereabouts::sample {

namespace {

/// The day that many days after the one written "2026-03-01".
std::string shifted(std::string_view day, int days)
{
    using namespace std::chrono;
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        std::from_chars(day.data() + from, day.data() + from + size, value);
        return value;
    };
    const year_month_day given{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))}, std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    const year_month_day date{sys_days{given} + std::chrono::days{days}};
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string documentOf(std::string_view community, std::string_view kind) { return std::format("D-{}-{}", community, kind); }

bool isNewcomer(const Standing& standing) { return standing.recognisedOn.empty(); }

class Documents {
public:
    void add(std::string_view code, std::string_view community, std::string_view kind, std::string_view title, std::string_view dated, std::string_view source,
        bool isPublic)
    {
        m_file.add({std::string(code), std::string(community), std::string(kind), std::string(title), std::string(dated), std::string(source),
            std::format("Council records, folder {}/{}", community, code), isPublic ? "yes" : "no"});
    }
    void save(const std::filesystem::path& path) const { m_file.save(path); }

private:
    TableFile m_file{{"code", "community", "kind", "title", "dated", "source", "whereabouts", "public"}};
};

void writeDocuments(const std::filesystem::path& folder)
{
    Documents documents;
    for (const Standing& standing : standings()) {
        const CommunityPlan& community = communityOf(standing.community);
        if (!isNewcomer(standing)) {
            const std::string_view word = community.legalForm.starts_with("Charitable") ? "Trust deed"
                : community.legalForm.starts_with("Council")                            ? "Terms of reference"
                                                                                        : "Constitution";
            documents.add(documentOf(community.code, "CON"), community.code, "constitution", std::format("{} of {}", word, community.name),
                shifted(standing.recognisedOn, -200), community.name, true);
        }
        if (!standing.lastAgm.empty()) {
            documents.add(documentOf(community.code, "AGM"), community.code, "minutes", std::format("Minutes of the annual meeting of {}", community.name),
                standing.lastAgm, community.name, standing.minutes);
        }
    }
    documents.add("D-C01-C02", "C01", "overlap agreement", "Ground that Harbourside and Old Town both speak for", "2022-03-08", "Signed by both chairs", true);
    documents.add("D-C19-C20", "C19", "overlap agreement", "The eastern shore: who speaks for it", "2019-04-02", "Signed by both committees", true);
    documents.add(
        "D-C09-OBJ", "C09", "objection", "Letter against the line of Tōtara North Neighbours", "2026-08-13", "Tōtara Flat Community Association", true);
    documents.add("D-C10-APP", "C10", "application", "Application for recognition, with a sketch of the line", "2026-07-02", "Tōtara North Neighbours", true);
    documents.add("D-C12-REG", "C12", "legal status", "Notice that the society is no longer on the register", "2026-04-20",
        "Search of the register by the council", true);
    documents.add("D-C04-MEM", "C04", "member list", "Members and their addresses, given in confidence", "2025-08-19", "Kōwhai West Community Trust", false);
    documents.save(folder / "documents.csv");
}

/// Names that nobody in the district bears twice.
class People {
public:
    std::string next()
    {
        const std::size_t pair = (m_given++ * 97 + 13) % (kFirstNames.size() * kSurnames.size()); // 97 shares no factor with 22 × 22, so no pair comes again
        return std::string(kFirstNames[pair % kFirstNames.size()]) + ' ' + std::string(kSurnames[pair / kFirstNames.size()]);
    }

private:
    std::size_t m_given = 0;
};

void writeOfficers(People& people, const std::filesystem::path& folder)
{
    TableFile file({"community", "role", "name", "term_from", "term_to", "private_contact"});
    int telephone = 0;
    for (const Standing& standing : standings()) {
        const CommunityPlan& community = communityOf(standing.community);
        const std::string from = isNewcomer(standing) ? "2026-05-14" : std::string(standing.lastAgm);
        for (const std::string_view role : {"chair", "secretary", "treasurer", "committee member"}) {
            const std::string name = people.next();
            const bool isVacant = role == "treasurer" && community.code == "C12";
            if (isVacant || (role == "committee member" && community.members < 100)) continue;
            const std::string contact = community.code == "C04" ? std::format("00 555 01{:02}", ++telephone) : "";
            file.add({std::string(community.code), std::string(role), name, from, shifted(from, community.legalForm.starts_with("Council") ? 3 * 365 + 1 : 365),
                contact});
        }
    }
    file.save(folder / "officers.csv");
}

/// A few of the 41, with the addresses that the rules ask for: what must never leave the place file.
void writeMembers(People& people, const std::filesystem::path& folder)
{
    static constexpr std::array<std::string_view, 8> kStreets{
        "Thistle Lane", "Poplar Street", "Clover Place", "Poplar Street", "Sedge Way", "Thistle Lane", "Bracken Street", "Clover Place"};
    TableFile file({"community", "name", "address", "consent_on"});
    for (std::size_t i = 0; i < kStreets.size(); ++i) {
        file.add({"C04", people.next(), std::format("{} {}, Port Kōwhai West", 3 + i * 11 % 40, kStreets[i]), shifted("2025-06-02", static_cast<int>(i * 19))});
    }
    file.save(folder / "members-c04.csv");
}

void writeMandates(const std::filesystem::path& folder)
{
    TableFile file({"community", "basis", "held_on", "turnout", "votes_for", "votes_against", "document", "note"});
    Dice dice(23);
    for (const Standing& standing : standings()) {
        const CommunityPlan& community = communityOf(standing.community);
        if (standing.lastAgm.empty()) continue;
        const bool isElected = community.legalForm.starts_with("Council");
        const bool isHui = community.code == "C15";
        const int turnout = std::max(11, static_cast<int>(community.members * dice.between(0.12, 0.42)));
        const int against = static_cast<int>(turnout * dice.between(0, 0.12));
        const int abstained = static_cast<int>(turnout * dice.between(0, 0.06));
        file.add({std::string(community.code),
            isElected   ? "election"
                : isHui ? "hui"
                        : "annual meeting",
            std::string(standing.lastAgm), std::to_string(turnout), std::to_string(turnout - against - abstained), std::to_string(against),
            documentOf(community.code, "AGM"), isElected ? "Six of nine seats were contested." : ""});
    }
    file.add({"C04", "survey", "2025-07-26", "212", "188", "9", "", "At doors, in three languages: shall the trust speak for these streets?"});
    file.add({"C10", "petition", "2026-06-21", "74", "74", "", "D-C10-APP", "One signature a household."});
    file.save(folder / "mandates.csv");
}

class Steps {
public:
    void add(std::string_view community, std::string_view status, std::string_view on, std::string_view by, std::string_view reasons,
        std::string_view until = "", std::string_view document = "")
    {
        m_file.add(
            {std::string(community), std::string(status), std::string(on), std::string(by), std::string(reasons), std::string(until), std::string(document)});
    }
    void save(const std::filesystem::path& path) const { m_file.save(path); }

private:
    TableFile m_file{{"community", "status", "decided_on", "decided_by", "reasons", "publicised_until", "document"}};
};

/// Application, six weeks in public, decision.
void usualSteps(Steps& steps, const CommunityPlan& community, const Standing& standing)
{
    const std::string board = std::format("{} Community Board", boardOf(community).name);
    const std::string constitution = documentOf(community.code, "CON");
    const std::string publicised = shifted(standing.recognisedOn, -70);
    steps.add(community.code, "applicant", shifted(standing.recognisedOn, -112), "Community officer",
        "Application complete: rules, committee, a contact and a line.", "", constitution);
    steps.add(community.code, "publicised", publicised, "Community officer", "Notice on the council's page, at the library and to neighbouring groups.",
        shifted(publicised, 42));
    if (community.status == "provisional") {
        steps.add(community.code, "provisional", standing.recognisedOn, board,
            "The trust is new and its first accounts are not due: recognised for fourteen months, with help for minutes and books. No representation against.",
            "", constitution);
        return;
    }
    std::string reasons = "Tests met; no representation against.";
    if (community.code == "C02") reasons = "Tests met, if Harbourside and Old Town put the streets they share in writing within a month.";
    if (community.code == "C03")
        reasons = "Tests met as a precinct of firms inside Harbourside, which supported it; not counted twice for consultation by letter.";
    if (community.code == "C17")
        reasons = "Tests met. Recognised as a community of interest without a line: consulted on what touches its members, never counted as covering ground.";
    if (community.code == "C20") reasons = "Tests met. Overlap with Raupō Lakes to be put in writing within a month.";
    steps.add(community.code, "recognised", standing.recognisedOn, board, reasons, "", constitution);
}

void writeSteps(const std::filesystem::path& folder)
{
    Steps steps;
    for (const Standing& standing : standings()) {
        if (!isNewcomer(standing)) usualSteps(steps, communityOf(standing.community), standing);
        if (standing.community == "C10") {
            steps.add("C10", "enquiry", "2026-03-02", "Community officer", "Asked by telephone how a neighbourhood becomes one.");
            steps.add("C10", "applicant", "2026-07-02", "Community officer",
                "74 households signed. No constitution yet, and the ground shared with Tōtara Flat is not agreed: no notice until both are settled.", "",
                "D-C10-APP");
        }
        if (standing.community == "C12") {
            steps.add("C12", "under review", "2026-04-20", "Community officer",
                "Not found on the register of societies after 5 April 2026; grant of 2024/25 not accounted for.", "", "D-C12-REG");
            steps.add("C12", "suspended", "2026-06-24", "Rimu Junction Community Board",
                "No legal form, no treasurer, no accounts. Suspended for six months with help to form again; consulted on works meanwhile as a courtesy.");
        }
    }
    steps.save(folder / "recognition-steps.csv");
}

} // namespace

void writeGovernance(const std::filesystem::path& folder)
{
    People people;
    writeDocuments(folder);
    writeOfficers(people, folder);
    writeMembers(people, folder);
    writeMandates(folder);
    writeSteps(folder);
}

} // namespace hereabouts::sample
