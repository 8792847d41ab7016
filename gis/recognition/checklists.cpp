// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/recognition/checklists.h"

#include "core/joined/place_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <sstream>

namespace hereabouts::gis {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;
using nlohmann::json;

namespace {

constexpr std::uintmax_t kMostBytes = 1'000'000;

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// One object of the file, read key by key; the first thing amiss is what is told.
class Keys {
public:
    Keys(const json& object, std::string where) : m_object(object), m_where(std::move(where)) { }

    [[nodiscard]] const std::optional<std::string>& trouble() const { return m_trouble; }
    void refuse(const std::string& what)
    {
        if (!m_trouble) m_trouble = std::format("{}{}", m_where, what);
    }

    std::string text(const std::string& key, bool required)
    {
        const json* const value = get(key, required);
        if (!value) return {};
        if (value->is_string() && (!required || !value->get_ref<const std::string&>().empty())) return value->get<std::string>();
        refuse(value->is_string() ? std::format("\"{}\" is empty.", key) : std::format("\"{}\" must be text, and is {}.", key, typeOf(*value)));
        return {};
    }
    double number(const std::string& key)
    {
        const json* const value = get(key, true);
        if (!value) return 0;
        if (value->is_number()) return value->get<double>();
        refuse(std::format("\"{}\" must be a number, and is {}.", key, typeOf(*value)));
        return 0;
    }
    std::optional<int> count(const std::string& key, int most)
    {
        const json* const value = get(key, false);
        if (!value) return std::nullopt;
        if (value->is_number_integer() && *value >= 0 && *value <= most) return value->get<int>();
        refuse(std::format("\"{}\" must be a whole number from 0 to {}.", key, most));
        return std::nullopt;
    }
    /// One word or a list of them.
    std::vector<std::string> words(const std::string& key)
    {
        const json* const value = get(key, true);
        if (!value) return {};
        if (value->is_string()) return {value->get<std::string>()};
        if (value->is_array() && std::ranges::all_of(*value, [](const json& each) { return each.is_string(); })) return value->get<std::vector<std::string>>();
        refuse(std::format("\"{}\" must be a word or a list of words.", key));
        return {};
    }
    const json* list(const std::string& key)
    {
        const json* const value = get(key, true);
        if (!value || value->is_array()) return value;
        refuse(std::format("\"{}\" must be a list, and is {}.", key, typeOf(*value)));
        return nullptr;
    }
    /// A key that nobody asked for is a slip of the pen, and what it meant would go unasked.
    void nothingElse(std::initializer_list<std::string_view> known)
    {
        for (const auto& [key, value] : m_object.items()) {
            if (!std::ranges::contains(known, std::string_view(key))) refuse(std::format("there is no key \"{}\" here.", key));
        }
    }

private:
    static std::string typeOf(const json& value) { return value.is_string() ? "text" : value.type_name(); }
    const json* get(const std::string& key, bool required)
    {
        const auto found = m_object.find(key);
        if (found != m_object.end()) return &*found;
        if (required) refuse(std::format("\"{}\" is missing.", key));
        return nullptr;
    }

    const json& m_object;
    std::string m_where;
    std::optional<std::string> m_trouble;
};

Result<core::RecognitionCriterion> criterionOf(const json& entry, const std::string& where)
{
    if (!entry.is_object()) return core::fail(ErrorCode::BadInput, std::format("{} must be an object with a code, a title and a test.", where));
    const std::string code = entry.contains("code") && entry["code"].is_string() ? std::format(" '{}'", entry["code"].get<std::string>()) : "";
    Keys keys(entry, where + code + ": ");
    core::RecognitionCriterion criterion{.code = keys.text("code", true), .title = keys.text("title", true), .source = keys.text("source", false)};
    const std::string test = keys.text("test", true);
    const auto spec = std::ranges::find(core::criterionTests(), test, &core::CriterionTestSpec::name);
    if (!keys.trouble() && spec == core::criterionTests().end()) {
        std::vector<std::string> names;
        for (const core::CriterionTestSpec& known : core::criterionTests()) names.emplace_back(known.name);
        keys.refuse(std::format("there is no test \"{}\"; the tests are {}.", test, listed(names)));
    }
    if (keys.trouble()) return core::fail(ErrorCode::BadInput, *keys.trouble());
    criterion.test = spec->test;
    const std::string key(spec->key);
    if (spec->takesWords)
        criterion.words = keys.words(key);
    else if (!key.empty())
        criterion.number = keys.number(key);
    const std::string before = keys.text("before", false);
    if (!before.empty() && before != "publicity" && before != "decision")
        keys.refuse(std::format("\"before\" must be publicity or decision, and is \"{}\".", before));
    criterion.beforePublicity = before == "publicity";
    keys.nothingElse({"code", "title", "test", "source", "before", key});
    if (keys.trouble()) return core::fail(ErrorCode::BadInput, *keys.trouble());
    return criterion;
}

std::optional<std::string> textOfFile(const fs::path& file)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > kMostBytes || error) return std::nullopt;
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// The shipped checklists: beside the executable in an installation, else with the sources this was built from.
std::optional<fs::path> shippedFolder()
{
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    for (const fs::path& folder : {executable.parent_path() / "../share/hereabouts/recognition", fs::path(HEREABOUTS_RECOGNITION_FOLDER)}) {
        if (fs::is_directory(folder, error)) return folder;
    }
    return std::nullopt;
}

} // namespace

Result<core::ChecklistTemplate> checklistFromText(std::string_view text, const std::string& file)
{
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& error) {
        const auto line = 1 + std::ranges::count(text.substr(0, std::min(error.byte, text.size())), '\n');
        return core::fail(ErrorCode::BadInput, std::format("{} is no JSON: line {} cannot be read.", file, line));
    }
    if (!document.is_object()) return core::fail(ErrorCode::BadInput, std::format("{} must hold one object with a name, a title and criteria.", file));
    Keys keys(document, file + ": ");
    core::ChecklistTemplate checklist{.name = keys.text("name", true),
        .title = keys.text("title", true),
        .about = keys.text("about", false),
        .publicityWeeks = keys.count("publicity_weeks", 104),
        .reviewYears = keys.count("review_years", 50),
        .provisionalMonths = keys.count("provisional_months", 120)};
    const json* const criteria = keys.list("criteria");
    keys.nothingElse({"name", "title", "about", "publicity_weeks", "review_years", "provisional_months", "criteria"});
    if (keys.trouble()) return core::fail(ErrorCode::BadInput, *keys.trouble());
    for (std::size_t i = 0; i < criteria->size(); ++i) {
        auto criterion = criterionOf((*criteria)[i], std::format("{}: criterion {}", file, i + 1));
        if (!criterion) return std::unexpected(std::move(criterion.error()));
        checklist.criteria.push_back(std::move(*criterion));
    }
    if (const auto valid = core::validate(checklist); !valid) return core::fail(valid.error().code, std::format("{}: {}", file, valid.error().message));
    return checklist;
}

Result<core::ChecklistTemplate> readChecklist(const fs::path& file)
{
    std::error_code error;
    if (!fs::exists(file, error)) return core::fail(ErrorCode::NotFound, std::format("There is no file {}.", file.string()));
    const auto text = textOfFile(file);
    if (!text)
        return core::fail(ErrorCode::Unreadable, std::format("{} cannot be read as a checklist: it must be a plain file of at most 1 MB.", file.string()));
    return checklistFromText(*text, file.filename().string());
}

std::vector<std::string> shippedChecklists()
{
    std::vector<std::string> names;
    const auto folder = shippedFolder();
    std::error_code error;
    if (!folder) return names;
    for (const auto& entry : fs::directory_iterator(*folder, error)) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

Result<core::ChecklistTemplate> shippedChecklist(const std::string& name)
{
    const std::vector<std::string> names = shippedChecklists();
    if (!std::ranges::contains(names, name))
        return core::fail(ErrorCode::UnknownId, std::format("There is no checklist \"{}\"; there are {}, and one's own as a .json file.", name, listed(names)));
    return readChecklist(*shippedFolder() / (name + ".json"));
}

Result<std::optional<core::ChecklistTemplate>> checklistFor(const core::PlaceSnapshot& place, const std::string& named)
{
    const bool isFile = named.ends_with(".json") || named.contains('/');
    const std::string name = named.empty() ? std::string(core::ruleOf(place, "recognition_template").value_or("")) : named;
    if (name.empty()) return std::optional<core::ChecklistTemplate>();
    auto checklist = isFile ? readChecklist(named) : shippedChecklist(name);
    if (!checklist) return std::unexpected(std::move(checklist.error()));
    return std::optional(std::move(*checklist));
}

} // namespace hereabouts::gis
