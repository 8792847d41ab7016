// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/detail/specs.h"

namespace hereabouts::core::detail {

using enum FieldType;

RegisterSpec anchors()
{
    return {.kind = RegisterKind::Anchors,
        .name = "anchors",
        .title = "Anchors",
        .table = "anchors",
        .geometry = GeometryRule::PointOrNone,
        .key = {"code", "site"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "anchor", "anchorcode", "id", "ref"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "anchorname", "institution", "organisation", "organization"}},
            {.name = "site", .title = "Site", .required = true, .headings = {"site", "sitename", "location", "campus"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type", "sector"}},
            {.name = "address", .title = "Address", .headings = {"address", "streetaddress"}},
            {.name = "workforce", .title = "Workforce", .type = Integer, .headings = {"workforce", "headcount", "staff", "employees"}, .least = 0},
            {.name = "commitment", .title = "Commitment", .headings = {"commitment", "pledge"}},
            {.name = "influenceable_percent",
                .title = "Influenceable spend, %",
                .type = Real,
                .headings = {"influenceablepercent", "influenceable"},
                .least = 0,
                .most = 100},
            {.name = "committed", .title = "Commitment made", .type = Flag, .headings = {"committed", "commitmentmade", "hascommitment"}},
            {.name = "commitment_target_percent",
                .title = "Target: spend landing here, %",
                .type = Real,
                .headings = {"commitmenttargetpercent", "commitmenttarget", "targetpercent"},
                .least = 0,
                .most = 100},
            {.name = "commitment_due", .title = "Commitment due", .type = Date, .headings = {"commitmentdue", "commitmentdate", "targetdate"}},
        }};
}

RegisterSpec suppliers()
{
    return {.kind = RegisterKind::Suppliers,
        .name = "suppliers",
        .title = "Suppliers",
        .table = "suppliers",
        .geometry = GeometryRule::PointOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "supplierid", "suppliercode", "vendorid", "id"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "suppliername", "supplier", "vendor", "vendorname", "payee"}},
            {.name = "address", .title = "Address", .headings = {"address", "streetaddress"}},
            {.name = "locality", .title = "Locality", .headings = {"locality", "town", "suburb", "city"}},
            {.name = "postcode", .title = "Postcode", .headings = {"postcode", "zip", "zipcode", "supplierpostcode"}},
            {.name = "location_basis",
                .title = "Location basis",
                .headings = {"locationbasis", "basis"},
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
    return {.kind = RegisterKind::Localities,
        .name = "localities",
        .title = "Localities",
        .table = "localities",
        .geometry = GeometryRule::PointOrNone,
        .key = {"name"},
        .fields = {
            {.name = "name", .title = "Name or postcode", .required = true, .headings = {"name", "locality", "postcode", "outcode", "pcds", "town", "suburb"}},
            {.name = "kind", .title = "Kind", .headings = {"kind", "type"}},
        }};
}

RegisterSpec payments()
{
    return {.kind = RegisterKind::Payments,
        .name = "payments",
        .title = "Payments",
        .table = "payments",
        .fields = {
            {.name = "anchor",
                .title = "Anchor",
                .required = true,
                .headings = {"anchor", "anchorcode", "body", "bodyname", "organisation", "councilname", "entity"},
                .names = RegisterKind::Anchors},
            {.name = "reference",
                .title = "Reference",
                .headings = {"reference", "transactionnumber", "transactionno", "invoicenumber", "ref", "docno", "paymentref*"}},
            {.name = "paid_on",
                .title = "Paid on",
                .type = Date,
                .required = true,
                .headings = {"paidon", "date", "paymentdate", "paiddate", "datepaid", "invoicedate", "transactiondate"}},
            {.name = "supplier",
                .title = "Supplier code",
                .headings = {"supplier", "suppliercode", "supplierid", "vendorid", "vendorcode"},
                .names = RegisterKind::Suppliers},
            {.name = "supplier_name",
                .title = "Supplier",
                .required = true,
                .headings = {"suppliername", "vendorname", "payee", "beneficiary", "beneficiaryname", "merchant", "name"}},
            {.name = "amount",
                .title = "Amount",
                .type = Money,
                .required = true,
                .headings = {"amount", "netamount", "net", "value", "amountpaid", "total", "amountexvat"}},
            {.name = "category", .title = "Category", .headings = {"category", "expensetype", "expensescategory", "purpose", "servicecategory*"}},
            {.name = "department", .title = "Department", .headings = {"department", "directorate", "service", "servicearea", "organisationunit"}},
            {.name = "narrative", .title = "Narrative", .headings = {"narrative", "description", "details"}},
        }};
}

} // namespace hereabouts::core::detail
