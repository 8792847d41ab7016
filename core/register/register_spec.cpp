// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/register_spec.h"

#include "core/register/detail/specs.h"

#include <algorithm>

namespace hereabouts::core {

namespace {

std::array<RegisterSpec, kRegisterCount> makeSpecs()
{
    using namespace detail;
    return {wards(), boards(), smallAreas(), communities(), anchors(), suppliers(), localities(), payments(), plans(), priorities(), proposals(), ballots(),
        basemap(), boundaries(), drawings(), documents(), officers(), members(), mandates(), endorsements(), recognitionSteps(), capacityNeeds(), grantRounds(),
        grants(), relationships(), consultations(), settings()};
}

} // namespace

std::optional<std::size_t> RegisterSpec::fieldIndex(std::string_view fieldName) const
{
    const auto found = std::ranges::find(fields, fieldName, &Field::name);
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

std::size_t RegisterSpec::parentField() const
{
    const auto found = std::ranges::find_if(fields, [&](const Field& field) { return field.names == detailOf; });
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
