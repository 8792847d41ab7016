// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/register_spec.h"

#include <algorithm>

namespace hereabouts::core {

namespace {

using enum FieldType;

// The headings are those that the statistical offices, councils and mapping agencies of New Zealand, Britain and North America publish under.
const std::vector<std::string_view> kCodeHeadings{"code", "id", "ref", "reference", "gsscode", "geoid", "areacode", "oa11cd", "oa21cd", "lsoa11cd", "lsoa21cd", "sa1*"};
const std::vector<std::string_view> kNameHeadings{"name", "title", "label", "description"};

Field edition() { return {.name = "edition", .title = "Edition", .required = true, .headings = {"edition", "vintage", "version"}}; }

RegisterSpec wards()
{
    return {.kind = RegisterKind::Wards, .name = "wards", .title = "Wards", .table = "wards", .geometry = GeometryRule::Polygon, .hasEditions = true, .covers = true,
        .key = {"edition", "code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "wardcode", "wd*cd", "id", "ref", "gsscode", "objectid", "regc*code", "regc*v1*"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "wardname", "wd*nm", "ward", "title", "regc*name*"}},
            edition(),
            {.name = "population", .title = "People", .type = Integer, .headings = {"population", "people", "residents", "pop"}, .least = 0},
        }};
}

RegisterSpec boards()
{
    return {.kind = RegisterKind::Boards, .name = "boards", .title = "Community boards", .table = "boards", .geometry = GeometryRule::Polygon, .hasEditions = true,
        .covers = true, .key = {"edition", "code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "boardcode", "id", "ref", "cb*code"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "boardname", "board", "title", "cb*name"}},
            edition(),
            {.name = "ward", .title = "Ward", .headings = {"ward", "wardname", "wardcode"}},
            {.name = "population", .title = "People", .type = Integer, .headings = {"population", "people", "residents", "pop"}, .least = 0},
        }};
}

RegisterSpec smallAreas()
{
    return {.kind = RegisterKind::SmallAreas, .name = "small-areas", .title = "Small areas", .table = "small_areas", .geometry = GeometryRule::Polygon,
        .hasEditions = true, .covers = true, .key = {"edition", "code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = kCodeHeadings},
            {.name = "name", .title = "Name", .headings = {"name", "title", "label", "lsoa11nm", "lsoa21nm"}},
            edition(),
            {.name = "population", .title = "People", .type = Integer, .headings = {"population", "people", "residents", "pop", "usualresidents"}, .least = 0},
            {.name = "dwellings", .title = "Dwellings", .type = Integer, .headings = {"dwellings", "households", "homes"}, .least = 0},
            {.name = "deprivation", .title = "Deprivation decile (1 least, 10 most)", .type = Integer,
                .headings = {"deprivation", "deprivationdecile", "nzdep*", "imddecile", "decile"}, .least = 1, .most = 10},
        }};
}

RegisterSpec communities()
{
    return {.kind = RegisterKind::Communities, .name = "communities", .title = "Communities", .table = "communities", .geometry = GeometryRule::PolygonOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "communityid", "id", "ref", "number"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "community", "neighbourhood", "neighborhood", "suburb", "title", "label"}},
            {.name = "aliases", .title = "Also called", .headings = {"aliases", "alias", "alsocalled", "othernames"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type"}},
            {.name = "legal_form", .title = "Legal form", .headings = {"legalform", "legalstatus"}},
            {.name = "members", .title = "Members", .type = Integer, .headings = {"members", "membercount", "membership"}, .least = 0},
            {.name = "since", .title = "Since", .type = Integer, .headings = {"since", "founded", "established"}, .least = 1800, .most = 2100},
            {.name = "status", .title = "Recognition", .headings = {"status", "recognition", "recognitionstatus"},
                .words = {"enquiry", "applicant", "publicised", "recognised", "provisional", "declined", "under review", "suspended", "lapsed", "dissolved"}},
            {.name = "capacity_grant", .title = "Capacity grant", .type = Money, .headings = {"capacitygrant", "grant", "granted"}, .least = 0},
            {.name = "public_contact", .title = "Public contact", .headings = {"publiccontact", "contact", "email"}},
            {.name = "note", .title = "Note", .headings = {"note", "notes", "comment", "remarks"}},
        }};
}

RegisterSpec anchors()
{
    return {.kind = RegisterKind::Anchors, .name = "anchors", .title = "Anchors", .table = "anchors", .geometry = GeometryRule::PointOrNone, .key = {"code", "site"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "anchor", "anchorcode", "id", "ref"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "anchorname", "institution", "organisation", "organization"}},
            {.name = "site", .title = "Site", .required = true, .headings = {"site", "sitename", "location", "campus"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type", "sector"}},
            {.name = "address", .title = "Address", .headings = {"address", "streetaddress"}},
            {.name = "workforce", .title = "Workforce", .type = Integer, .headings = {"workforce", "headcount", "staff", "employees"}, .least = 0},
            {.name = "commitment", .title = "Commitment", .headings = {"commitment", "pledge"}},
            {.name = "influenceable_percent", .title = "Influenceable spend, %", .type = Real, .headings = {"influenceablepercent", "influenceable"}, .least = 0, .most = 100},
        }};
}

RegisterSpec suppliers()
{
    return {.kind = RegisterKind::Suppliers, .name = "suppliers", .title = "Suppliers", .table = "suppliers", .geometry = GeometryRule::PointOrNone, .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "supplierid", "suppliercode", "vendorid", "id"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "suppliername", "supplier", "vendor", "vendorname", "payee"}},
            {.name = "address", .title = "Address", .headings = {"address", "streetaddress"}},
            {.name = "locality", .title = "Locality", .headings = {"locality", "town", "suburb", "city"}},
            {.name = "postcode", .title = "Postcode", .headings = {"postcode", "zip", "zipcode", "supplierpostcode"}},
            {.name = "location_basis", .title = "Location basis", .headings = {"locationbasis", "basis"},
                .words = {"registered", "operating", "invoice", "asserted", "none"}},
            {.name = "region", .title = "Where it is", .headings = {"region", "where"}},
            {.name = "branch", .title = "Branch of an outside firm", .type = Flag, .headings = {"branch", "isbranch"}},
            {.name = "ownership", .title = "Ownership", .headings = {"ownership", "ownedby"}},
            {.name = "size", .title = "Size", .headings = {"size", "sme", "businesssize"}},
            {.name = "sector", .title = "Sector", .headings = {"sector", "industry", "siccode", "category"}},
            {.name = "registration", .title = "Registration number", .headings = {"registration", "nzbn", "companynumber", "companyno"}},
        }};
}

RegisterSpec localities()
{
    return {.kind = RegisterKind::Localities, .name = "localities", .title = "Localities", .table = "localities", .geometry = GeometryRule::PointOrNone, .key = {"name"},
        .fields = {
            {.name = "name", .title = "Name or postcode", .required = true, .headings = {"name", "locality", "postcode", "outcode", "pcds", "town", "suburb"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type"}},
        }};
}

RegisterSpec payments()
{
    return {.kind = RegisterKind::Payments, .name = "payments", .title = "Payments", .table = "payments",
        .fields = {
            {.name = "anchor", .title = "Anchor", .required = true, .headings = {"anchor", "anchorcode", "body", "bodyname", "organisation", "councilname", "entity"}},
            {.name = "reference", .title = "Reference", .headings = {"reference", "transactionnumber", "transactionno", "invoicenumber", "ref", "docno", "paymentref*"}},
            {.name = "paid_on", .title = "Paid on", .type = Date, .required = true, .headings = {"paidon", "date", "paymentdate", "paiddate", "datepaid", "invoicedate", "transactiondate"}},
            {.name = "supplier", .title = "Supplier code", .headings = {"supplier", "suppliercode", "supplierid", "vendorid", "vendorcode"}},
            {.name = "supplier_name", .title = "Supplier", .required = true, .headings = {"suppliername", "vendorname", "payee", "beneficiary", "beneficiaryname", "merchant", "name"}},
            {.name = "amount", .title = "Amount", .type = Money, .required = true, .headings = {"amount", "netamount", "net", "value", "amountpaid", "total", "amountexvat"}},
            {.name = "category", .title = "Category", .headings = {"category", "expensetype", "expensescategory", "purpose", "servicecategory*"}},
            {.name = "department", .title = "Department", .headings = {"department", "directorate", "service", "servicearea", "organisationunit"}},
            {.name = "narrative", .title = "Narrative", .headings = {"narrative", "description", "details"}},
        }};
}

RegisterSpec plans()
{
    return {.kind = RegisterKind::Plans, .name = "plans", .title = "Place plans", .table = "plans", .geometry = GeometryRule::PolygonOrNone, .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "plan", "plancode", "id", "ref"}},
            {.name = "community", .title = "Community", .required = true, .headings = {"community", "communitycode", "communityid"}},
            {.name = "title", .title = "Title", .required = true, .headings = {"title", "name", "planname"}},
            {.name = "status", .title = "Status", .headings = {"status", "state"}, .words = {"drafting", "in notice", "submitted", "current", "expired", "refused", "superseded", "removed"}},
            {.name = "adopted_on", .title = "Adopted", .type = Date, .headings = {"adoptedon", "adopted", "date"}},
            {.name = "review_due", .title = "Review due", .type = Date, .headings = {"reviewdue", "review", "expires"}},
            {.name = "participants", .title = "Participants", .type = Integer, .headings = {"participants", "tookpart"}, .least = 0},
        }};
}

RegisterSpec priorities()
{
    return {.kind = RegisterKind::Priorities, .name = "priorities", .title = "Priorities", .table = "priorities", .geometry = GeometryRule::AnyOrNone, .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "priority", "id", "ref"}},
            {.name = "plan", .title = "Plan", .required = true, .headings = {"plan", "plancode", "planid"}},
            {.name = "rank", .title = "Rank", .type = Integer, .required = true, .headings = {"rank", "priorityrank", "order"}, .least = 1, .most = 999},
            {.name = "theme", .title = "Theme", .required = true, .headings = {"theme", "category", "topic"}},
            {.name = "statement", .title = "What we ask", .required = true, .headings = {"statement", "ask", "title", "description", "need"}},
            {.name = "desired_outcome", .title = "Desired outcome", .headings = {"desiredoutcome", "outcome"}},
            {.name = "lead", .title = "Lead", .headings = {"lead", "leader"}, .words = {"council", "community", "anchor", "government", "shared"}},
            {.name = "supporters", .title = "People asking", .type = Integer, .headings = {"supporters", "peopleasking", "support", "votes"}, .least = 0},
            {.name = "progress", .title = "Progress", .headings = {"progress", "status", "stage"}, .words = {"asked", "answered", "accepted", "funded", "delivered"}},
            {.name = "cost", .title = "Estimated cost", .type = Money, .headings = {"cost", "estimatedcost", "estcost"}, .least = 0},
        }};
}

RegisterSpec proposals()
{
    return {.kind = RegisterKind::Proposals, .name = "proposals", .title = "Proposals", .table = "proposals", .geometry = GeometryRule::AnyOrNone, .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "proposal", "projectid", "id", "ref"}},
            {.name = "title", .title = "Title", .required = true, .headings = {"title", "name", "proposalname", "projectname"}},
            {.name = "area_pot", .title = "Area pot", .headings = {"areapot", "heading", "board", "area", "district"}},
            {.name = "theme", .title = "Theme", .headings = {"theme", "category", "categories"}},
            {.name = "cost", .title = "Cost", .type = Money, .headings = {"cost", "price"}, .least = 0},
            {.name = "stage", .title = "Stage", .headings = {"stage", "status"}, .words = {"submitted", "eligible", "feasible", "on ballot", "withdrawn"}},
            {.name = "result", .title = "Result", .headings = {"result", "selected", "won"}, .words = {"won", "not funded"}},
            {.name = "reason", .title = "Reason", .headings = {"reason", "why"}},
        }};
}

RegisterSpec ballots()
{
    return {.kind = RegisterKind::Ballots, .name = "ballots", .title = "Ballots", .table = "ballots", .key = {"receipt"},
        .fields = {
            {.name = "receipt", .title = "Receipt", .required = true, .headings = {"receipt", "ballot", "ballotid", "voterid", "id"}},
            {.name = "area", .title = "Area of voter", .headings = {"area", "areapot", "board", "neighborhood", "voterarea"}},
            {.name = "channel", .title = "Channel", .headings = {"channel", "votingmethod"}, .words = {"paper", "kiosk", "web", "internet"}},
            {.name = "choices", .title = "Choices", .type = Codes, .required = true, .headings = {"choices", "vote", "votes", "approvals"}},
        }};
}

RegisterSpec basemap()
{
    return {.kind = RegisterKind::Basemap, .name = "basemap", .title = "Base map", .table = "basemap", .geometry = GeometryRule::Any,
        .fields = {
            {.name = "feature", .title = "Feature", .required = true, .headings = {"feature", "layer", "class", "type"},
                .words = {"land", "sea", "lake", "river", "road", "rail", "town", "parcel", "park", "building"}},
            {.name = "name", .title = "Name", .headings = kNameHeadings},
            {.name = "importance", .title = "Importance (1 greatest)", .type = Integer, .headings = {"importance", "rank", "hierarchy"}, .least = 1, .most = 9},
        }};
}

std::array<RegisterSpec, kRegisterCount> makeSpecs()
{
    return {wards(), boards(), smallAreas(), communities(), anchors(), suppliers(), localities(), payments(), plans(), priorities(), proposals(), ballots(), basemap()};
}

} // namespace

std::optional<std::size_t> RegisterSpec::fieldIndex(std::string_view fieldName) const
{
    const auto found = std::ranges::find(fields, fieldName, &Field::name);
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

const RegisterSpec& specOf(RegisterKind kind)
{
    static const std::array<RegisterSpec, kRegisterCount> specs = makeSpecs();
    return specs[static_cast<std::size_t>(kind)];
}

std::optional<RegisterKind> registerNamed(std::string_view name)
{
    for (const RegisterKind kind : kAllRegisters) {
        if (specOf(kind).name == name || specOf(kind).table == name) return kind;
    }
    return std::nullopt;
}

} // namespace hereabouts::core
