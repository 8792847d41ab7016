// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/detail/proj.h"
#include "gis/crs/projection.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <format>
#include <optional>
#include <string_view>

namespace hereabouts::gis {

namespace {

constexpr std::size_t kLongestText = 65'536;
constexpr std::string_view kAdvice = "write a code such as EPSG:2193, or give the text of a .prj file";

bool containsFolded(std::string_view text, std::string_view word)
{
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); };
    return std::ranges::search(text, word, same).begin() != text.end();
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool isWkt(std::string_view text)
{
    return text.find('[') != std::string_view::npos;
}

/// "EPSG:2193" for the short ways to write a code: "2193", "epsg:2193", "urn:ogc:def:crs:EPSG::2193", ".../def/crs/EPSG/0/2193".
std::optional<int> epsgCodeIn(std::string_view text)
{
    const auto lastMark = text.find_last_of(":/");
    const std::string_view digits = lastMark == std::string_view::npos ? text : text.substr(lastMark + 1);
    if (lastMark != std::string_view::npos && !containsFolded(text.substr(0, lastMark), "epsg")) return std::nullopt;
    int code = 0;
    const auto [end, trouble] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
    if (trouble != std::errc{} || end != digits.data() + digits.size() || code <= 0) return std::nullopt;
    return code;
}

/// A text that would make PROJ open a file of its author's choice, or that is a recipe and not the name of a CRS.
bool reachesForFiles(std::string_view text)
{
    constexpr std::array kWords{"nadgrids", "geoidgrids", "PARAMETERFILE", "PROJ4_GRIDS", "+proj", "+init", "init="};
    return std::ranges::any_of(kWords, [text](std::string_view word) { return containsFolded(text, word); });
}

int epsgOf(PJ_CONTEXT* context, const PJ* crs)
{
    const auto codeOf = [](const PJ* object) {
        const char* authority = proj_get_id_auth_name(object, 0);
        const char* code = proj_get_id_code(object, 0);
        return authority && code && std::string_view(authority) == "EPSG" ? epsgCodeIn(code).value_or(0) : 0;
    };
    if (const int own = codeOf(crs)) return own;
    constexpr int kSure = 90; // PROJ: the name is the same and so are all parameters, but perhaps not the axes
    int* confidence = nullptr;
    PJ_OBJ_LIST* found = proj_identify(context, crs, "EPSG", nullptr, &confidence);
    int epsg = 0;
    const int count = found ? proj_list_get_count(found) : 0;
    const bool alone = count == 1 || (count > 1 && confidence[1] < confidence[0]);
    if (count > 0 && alone && confidence[0] >= kSure) {
        const detail::PjPtr first(proj_list_get(context, found, 0));
        if (first) epsg = codeOf(first.get());
    }
    proj_int_list_destroy(confidence);
    proj_list_destroy(found);
    return epsg;
}

bool isGeographic(PJ_CONTEXT* context, const PJ* crs)
{
    const PJ_TYPE type = proj_get_type(crs);
    if (type != PJ_TYPE_BOUND_CRS) return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    const detail::PjPtr source(proj_get_source_crs(context, crs));
    return source && isGeographic(context, source.get());
}

core::Result<Crs> describe(PJ_CONTEXT* context, const PJ* crs, const std::string& text)
{
    Crs result;
    result.epsg = epsgOf(context, crs);
    result.name = proj_get_name(crs) ? proj_get_name(crs) : "";
    result.definition = result.epsg ? std::format("EPSG:{}", result.epsg) : text;
    result.geographic = isGeographic(context, crs);
    if (result.epsg) {
        // ESRI's texts have names of their own; people know EPSG's.
        const detail::PjPtr known(proj_create(context, result.definition.c_str()));
        if (known && proj_get_name(known.get())) result.name = proj_get_name(known.get());
    }
    return result;
}

} // namespace

core::Result<Crs> crsFromText(const std::string& text)
{
    const std::string_view asked = trimmed(text);
    const std::string shown(asked.substr(0, 60));
    if (asked.empty()) return core::fail(core::ErrorCode::BadInput, std::format("No coordinate system was named: {}.", kAdvice));
    if (asked.size() > kLongestText || asked.find('\0') != std::string_view::npos || reachesForFiles(asked)) {
        return core::fail(core::ErrorCode::BadInput, std::format("'{}' is not the name of a coordinate system: {}.", shown, kAdvice));
    }
    std::string definition(asked);
    if (!isWkt(asked)) {
        if (const auto code = epsgCodeIn(asked)) definition = std::format("EPSG:{}", *code);
        // Longitude first is how every CRS is read here, so that CRS84 and EPSG:4326 are one.
        else if (containsFolded(asked, "CRS84"))
            definition = "EPSG:4326";
        else if (containsFolded(asked, "CRS83"))
            definition = "EPSG:4269";
    }
    const detail::ContextPtr context = detail::openContext();
    const detail::PjPtr crs = detail::horizontalCrs(context.get(), definition);
    if (!crs) return core::fail(core::ErrorCode::BadInput, std::format("The coordinate system '{}' is not known: {}.", shown, kAdvice));
    return describe(context.get(), crs.get(), definition);
}

} // namespace hereabouts::gis
