// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/detail/specs.h"

namespace hereabouts::core::detail {

using enum FieldType;

RegisterSpec communities()
{
    return {.kind = RegisterKind::Communities,
        .name = "communities",
        .title = "Communities",
        .table = "communities",
        .geometry = GeometryRule::PolygonOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "communityid", "id", "ref", "number"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "community", "neighbourhood", "neighborhood", "suburb", "title", "label"}},
            {.name = "aliases", .title = "Also called", .headings = {"aliases", "alias", "alsocalled", "othernames"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type"}},
            {.name = "legal_form", .title = "Legal form", .headings = {"legalform", "legalstatus"}},
            {.name = "members", .title = "Members", .type = Integer, .headings = {"members", "membercount", "membership"}, .least = 0},
            {.name = "since", .title = "Since", .type = Integer, .headings = {"since", "founded", "established"}, .least = 1800, .most = 2100},
            {.name = "status",
                .title = "Recognition",
                .headings = {"status", "recognition", "recognitionstatus"},
                .words = {"enquiry", "applicant", "publicised", "recognised", "provisional", "declined", "under review", "suspended", "lapsed", "dissolved"}},
            {.name = "capacity_grant", .title = "Capacity grant", .type = Money, .headings = {"capacitygrant", "grant", "granted"}, .least = 0},
            {.name = "public_contact", .title = "Public contact", .headings = {"publiccontact", "contact", "email"}},
            {.name = "note", .title = "Note", .headings = {"note", "notes", "comment", "remarks"}},
            {.name = "name_mi", .title = "Name in te reo Māori", .headings = {"namemi", "maoriname", "tereoname"}},
            {.name = "self_description", .title = "In their own words", .headings = {"selfdescription", "about", "narrative", "story"}},
            {.name = "purpose", .title = "Purpose", .headings = {"purpose", "aims", "objects"}},
            {.name = "register_no", .title = "Register number", .headings = {"registerno", "nzbn", "companynumber", "charityno", "registrationno"}},
            {.name = "registration_status", .title = "Registration", .headings = {"registrationstatus"}},
            {.name = "membership_rule", .title = "Who may join", .headings = {"membershiprule", "whomayjoin"}},
            {.name = "members_on", .title = "Members counted on", .type = Date, .headings = {"memberson", "membersdate"}},
            {.name = "meeting_cycle", .title = "Meets", .headings = {"meetingcycle", "meetings", "meets"}},
            {.name = "last_agm", .title = "Last annual meeting", .type = Date, .headings = {"lastagm", "agm"}},
            {.name = "minutes_published", .title = "Minutes published", .type = Flag, .headings = {"minutespublished"}},
            {.name = "grievance_process", .title = "Grievance process", .type = Flag, .headings = {"grievanceprocess", "disputeprocedure"}},
            {.name = "non_discrimination", .title = "Open to all", .type = Flag, .headings = {"nondiscrimination", "opentoall"}},
            {.name = "areas_of_members", .title = "Where members live", .headings = {"areasofmembers"}},
            {.name = "sections_reached", .title = "Sections reached", .headings = {"sectionsreached"}},
            {.name = "rights", .title = "Rights", .headings = {"rights"}},
            {.name = "review_due", .title = "Review due", .type = Date, .headings = {"reviewdue", "nextreview"}},
            {.name = "private_contact", .title = "Private contact", .headings = {"privatecontact"}, .isPrivate = true},
        }};
}

namespace {

Field community()
{
    return {.name = "community",
        .title = "Community",
        .required = true,
        .headings = {"community", "communitycode", "communityid"},
        .names = RegisterKind::Communities};
}
Field document()
{
    return {.name = "document", .title = "Document", .headings = {"document", "documentcode", "evidence"}, .names = RegisterKind::Documents};
}
Field note()
{
    return {.name = "note", .title = "Note", .headings = {"note", "notes", "comment", "remarks"}};
}

} // namespace

RegisterSpec boundaries()
{
    return {.kind = RegisterKind::Boundaries,
        .name = "boundaries",
        .title = "Boundary editions",
        .table = "boundaries",
        .geometry = GeometryRule::PolygonOrNone,
        .detailOf = RegisterKind::Communities,
        .key = {"community", "edition"},
        .fields = {
            community(),
            {.name = "edition", .title = "Edition", .required = true, .headings = {"edition", "version"}},
            {.name = "line", .title = "Line", .headings = {"line", "lineof"}, .words = {"identity", "service", "statistical", "electoral"}},
            {.name = "state", .title = "State", .headings = {"state", "status"}, .words = {"draft", "current", "superseded", "withdrawn"}},
            {.name = "valid_from", .title = "Valid from", .type = Date, .headings = {"validfrom", "from"}},
            {.name = "valid_to", .title = "Valid to", .type = Date, .headings = {"validto", "until"}},
            {.name = "follows", .title = "Follows edition", .headings = {"follows", "previous"}},
            {.name = "source", .title = "Drawn by, when and where", .headings = {"source", "drawnby"}},
            {.name = "precision",
                .title = "Precision",
                .headings = {"precision", "accuracy"},
                .words = {"surveyed", "street-traced", "sketched", "indicative"}},
            {.name = "boundary_text", .title = "Boundary in words", .headings = {"boundarytext", "inwords"}},
            {.name = "perceptual", .title = "Basis: identity and belonging", .headings = {"perceptual"}},
            {.name = "functional", .title = "Basis: services, shops, schools", .headings = {"functional"}},
            {.name = "political", .title = "Basis: able to be represented", .headings = {"political"}},
            note(),
        }};
}

RegisterSpec drawings()
{
    return {.kind = RegisterKind::Drawings,
        .name = "drawings",
        .title = "Drawings of my place",
        .table = "drawings",
        .geometry = GeometryRule::Polygon,
        .fields = {
            {.name = "community",
                .title = "Community, as the drawer calls it",
                .headings = {"community", "neighborhood", "neighbourhood", "name", "othername", "label"}},
            {.name = "person", .title = "Person", .headings = {"person", "drawer", "respondent", "userid", "user", "cartodbid", "id"}},
            {.name = "drawn_on", .title = "Drawn on", .type = Date, .headings = {"drawnon", "date", "created", "createdat"}},
            {.name = "channel", .title = "Channel", .headings = {"channel"}, .words = {"kiosk", "paper", "web", "workshop", "import"}},
            {.name = "lives_here", .title = "Lives here", .type = Flag, .headings = {"liveshere", "resident"}},
            {.name = "years_here", .title = "Years here", .type = Integer, .headings = {"yearshere", "yearslived", "years"}, .least = 0, .most = 130},
            {.name = "tenure", .title = "Tenure", .headings = {"tenure", "rentorown"}},
            {.name = "age_group", .title = "Age group", .headings = {"agegroup", "age"}},
            note(),
        }};
}

RegisterSpec documents()
{
    return {.kind = RegisterKind::Documents,
        .name = "documents",
        .title = "Documents",
        .table = "documents",
        .detailOf = RegisterKind::Communities,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "id", "ref"}},
            community(),
            {.name = "kind", .title = "Kind", .headings = {"kind", "type"}},
            {.name = "title", .title = "Title", .required = true, .headings = {"title", "name"}},
            {.name = "dated", .title = "Dated", .type = Date, .headings = {"dated", "date"}},
            {.name = "source", .title = "Source", .headings = {"source"}},
            {.name = "whereabouts", .title = "Where it is kept", .headings = {"whereabouts", "link", "path", "url"}},
            {.name = "public", .title = "Public", .type = Flag, .headings = {"public", "ispublic"}},
        }};
}

RegisterSpec officers()
{
    return {.kind = RegisterKind::Officers,
        .name = "officers",
        .title = "Officers",
        .table = "officers",
        .detailOf = RegisterKind::Communities,
        .key = {"community", "role", "name"},
        .fields = {
            community(),
            {.name = "role", .title = "Role", .required = true, .headings = {"role", "office", "position"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "holder", "person"}},
            {.name = "term_from", .title = "From", .type = Date, .headings = {"termfrom", "from", "elected"}},
            {.name = "term_to", .title = "To", .type = Date, .headings = {"termto", "to", "until"}},
            {.name = "private_contact", .title = "Private contact", .headings = {"privatecontact", "phone", "email"}, .isPrivate = true},
        }};
}

RegisterSpec members()
{
    return {.kind = RegisterKind::Members,
        .name = "members",
        .title = "Members (private)",
        .table = "members",
        .isPrivate = true,
        .detailOf = RegisterKind::Communities,
        .fields = {
            community(),
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "member", "fullname"}},
            {.name = "address", .title = "Address", .headings = {"address", "streetaddress"}},
            {.name = "consent_on", .title = "Consented on", .type = Date, .headings = {"consenton", "consentdate", "consent"}},
        }};
}

RegisterSpec mandates()
{
    return {.kind = RegisterKind::Mandates,
        .name = "mandates",
        .title = "Mandates",
        .table = "mandates",
        .detailOf = RegisterKind::Communities,
        .fields = {
            community(),
            {.name = "basis",
                .title = "Basis",
                .required = true,
                .headings = {"basis", "kind"},
                .words = {"annual meeting", "election", "petition", "hui", "survey", "other"}},
            {.name = "held_on", .title = "Held on", .type = Date, .headings = {"heldon", "date"}},
            {.name = "turnout", .title = "Took part", .type = Integer, .headings = {"turnout", "tookpart", "present"}, .least = 0},
            {.name = "votes_for", .title = "For", .type = Integer, .headings = {"votesfor", "for"}, .least = 0},
            {.name = "votes_against", .title = "Against", .type = Integer, .headings = {"votesagainst", "against"}, .least = 0},
            document(),
            note(),
        }};
}

RegisterSpec endorsements()
{
    return {.kind = RegisterKind::Endorsements,
        .name = "endorsements",
        .title = "Endorsements of a line",
        .table = "endorsements",
        .detailOf = RegisterKind::Communities,
        .fields = {
            community(),
            {.name = "edition", .title = "Boundary edition", .required = true, .headings = {"edition"}},
            {.name = "step",
                .title = "Step",
                .required = true,
                .headings = {"step", "kind"},
                .words = {"discussed", "endorsed", "neighbours notified", "council recognised"}},
            {.name = "given_by", .title = "Given by", .headings = {"givenby", "by", "meeting"}},
            {.name = "given_on", .title = "Given on", .type = Date, .headings = {"givenon", "date"}},
            {.name = "votes_for", .title = "For", .type = Integer, .headings = {"votesfor", "for"}, .least = 0},
            {.name = "votes_against", .title = "Against", .type = Integer, .headings = {"votesagainst", "against"}, .least = 0},
            {.name = "line_hash", .title = "Hash of the line endorsed", .required = true, .headings = {"linehash", "hash"}},
            document(),
        }};
}

RegisterSpec recognitionSteps()
{
    return {.kind = RegisterKind::RecognitionSteps,
        .name = "recognition-steps",
        .title = "Recognition steps",
        .table = "recognition_steps",
        .detailOf = RegisterKind::Communities,
        .fields = {
            community(),
            {.name = "status",
                .title = "Recognition",
                .required = true,
                .headings = {"status", "recognition"},
                .words = {"enquiry", "applicant", "publicised", "recognised", "provisional", "declined", "under review", "suspended", "lapsed", "dissolved"}},
            {.name = "decided_on", .title = "Decided on", .type = Date, .headings = {"decidedon", "date"}},
            {.name = "decided_by", .title = "Decided by", .headings = {"decidedby", "by"}},
            {.name = "reasons", .title = "Reasons", .headings = {"reasons", "reason", "why"}},
            {.name = "publicised_until", .title = "Representations until", .type = Date, .headings = {"publiciseduntil", "representationsuntil"}},
            {.name = "checklist", .title = "Checklist", .headings = {"checklist", "checklisttemplate"}},
            {.name = "unmet", .title = "Unmet when decided", .headings = {"unmet", "unmettests"}},
            document(),
        }};
}

RegisterSpec capacityNeeds()
{
    return {.kind = RegisterKind::CapacityNeeds,
        .name = "capacity-needs",
        .title = "Capacity needs and support",
        .table = "capacity_needs",
        .detailOf = RegisterKind::Communities,
        .fields = {
            community(),
            {.name = "need", .title = "Need", .required = true, .headings = {"need", "needs"}},
            {.name = "noted_on", .title = "Noted on", .type = Date, .headings = {"notedon", "date"}},
            {.name = "support", .title = "Support given", .headings = {"support", "help"}},
            {.name = "supported_on", .title = "Support given on", .type = Date, .headings = {"supportedon"}},
            {.name = "met", .title = "Met", .type = Flag, .headings = {"met", "done"}},
        }};
}

RegisterSpec grantRounds()
{
    return {.kind = RegisterKind::GrantRounds,
        .name = "grant-rounds",
        .title = "Capacity-grant rounds",
        .table = "grant_rounds",
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "round", "id", "ref"}},
            {.name = "title", .title = "Title", .required = true, .headings = {"title", "name"}},
            {.name = "stream", .title = "Stream", .headings = {"stream"}, .words = {"administration", "policy", "project"}},
            {.name = "funding_year", .title = "Funding year", .headings = {"fundingyear", "year"}},
            {.name = "budget", .title = "Budget", .type = Money, .required = true, .headings = {"budget", "pot", "total"}, .least = 0},
            {.name = "opens", .title = "Opens", .type = Date, .headings = {"opens", "open"}},
            {.name = "closes", .title = "Closes", .type = Date, .headings = {"closes", "close"}},
        }};
}

RegisterSpec grants()
{
    return {.kind = RegisterKind::Grants,
        .name = "grants",
        .title = "Capacity grants",
        .table = "grants",
        .detailOf = RegisterKind::Communities,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "reference", "id", "ref"}},
            community(),
            {.name = "round", .title = "Round", .required = true, .headings = {"round", "roundcode"}, .names = RegisterKind::GrantRounds},
            {.name = "what_for", .title = "What for", .headings = {"whatfor", "purpose", "project"}},
            {.name = "requested", .title = "Requested", .type = Money, .headings = {"requested", "amountrequested"}, .least = 0},
            {.name = "project_cost", .title = "Whole project cost", .type = Money, .headings = {"projectcost", "totalprojectcost"}, .least = 0},
            {.name = "recommended", .title = "Recommended", .type = Money, .headings = {"recommended"}, .least = 0},
            {.name = "awarded", .title = "Awarded", .type = Money, .headings = {"awarded", "granted"}, .least = 0},
            {.name = "awarded_on", .title = "Awarded on", .type = Date, .headings = {"awardedon"}},
            {.name = "awarded_by", .title = "Awarded by", .headings = {"awardedby"}},
            {.name = "conditions", .title = "Conditions", .headings = {"conditions"}},
            {.name = "paid", .title = "Paid", .type = Money, .headings = {"paid"}, .least = 0},
            {.name = "acquittal_due", .title = "Acquittal due", .type = Date, .headings = {"acquittaldue"}},
            {.name = "acquitted_on", .title = "Acquitted on", .type = Date, .headings = {"acquittedon"}},
            {.name = "acquitted_amount", .title = "Acquitted", .type = Money, .headings = {"acquittedamount", "acquitted"}, .least = 0},
        }};
}

RegisterSpec relationships()
{
    return {.kind = RegisterKind::Relationships,
        .name = "relationships",
        .title = "Iwi and hapū relationships",
        .table = "relationships",
        .geometry = GeometryRule::PolygonOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "id", "ref"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "entity"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type"}, .words = {"iwi", "hapū", "marae", "rūnanga", "settlement entity", "other"}},
            {.name = "relationship", .title = "Relationship", .headings = {"relationship", "agreement"}},
            {.name = "public_contact", .title = "Public contact", .headings = {"publiccontact", "contact"}},
            {.name = "supplied_by", .title = "Boundary supplied by", .headings = {"suppliedby"}},
            {.name = "supplied_on", .title = "Boundary supplied on", .type = Date, .headings = {"suppliedon"}},
            {.name = "conditions", .title = "Their conditions", .headings = {"conditions"}},
            {.name = "sharing", .title = "Boundary may be shared", .headings = {"sharing"}, .words = {"may be shared", "not for export", "officers only"}},
        }};
}

RegisterSpec consultations()
{
    return {.kind = RegisterKind::Consultations,
        .name = "consultations",
        .title = "Consultation log",
        .table = "consultations",
        .geometry = GeometryRule::AnyOrNone,
        .fields = {
            {.name = "works", .title = "Works", .required = true, .headings = {"works", "title", "project"}},
            {.name = "listed_on", .title = "Listed on", .type = Date, .headings = {"listedon", "date"}},
            {.name = "listed_by", .title = "Listed by", .headings = {"listedby", "by"}},
            {.name = "within_metres", .title = "Within, m", .type = Real, .headings = {"withinmetres", "distance"}, .least = 0},
            {.name = "communities", .title = "Communities listed", .type = Codes, .headings = {"communities"}, .names = RegisterKind::Communities},
        }};
}

RegisterSpec settings()
{
    return {.kind = RegisterKind::Settings,
        .name = "settings",
        .title = "Rules of this place",
        .table = "settings",
        .key = {"name"},
        .fields = {
            {.name = "name", .title = "Rule", .required = true, .headings = {"name", "rule", "setting"}},
            {.name = "value", .title = "Value", .required = true, .headings = {"value"}},
            note(),
        }};
}

} // namespace hereabouts::core::detail
