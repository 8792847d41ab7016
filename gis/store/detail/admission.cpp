// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/admission.h"

#include "gis/store/detail/schema.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <format>
#include <vector>

namespace hereabouts::gis::detail {

namespace {

constexpr std::array<std::string_view, 6> kModules{"rtree", "rtree_i32", "virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"};

// Words that stand before a bracket without being a function.
constexpr std::array<std::string_view, 30> kWords{"all", "and", "as", "between", "by", "case", "check", "constraint", "default", "distinct", "else", "except", "exists",
    "from", "glob", "having", "in", "intersect", "is", "join", "like", "not", "on", "or", "select", "then", "union", "using", "values", "when"};
constexpr std::array<std::string_view, 4> kMoreWords{"where", "over", "filter", "limit"};

// What computes and no more: SQLite's own, and what SpatiaLite's triggers and views call in a place that it has just set up.
constexpr std::array<std::string_view, 58> kFunctions{"abs", "area", "astext", "avg", "cast", "casttodouble", "casttointeger", "ceil", "char", "coalesce", "count", "date", "datetime",
    "floor", "format", "geometryconstraints", "geometrytype", "getfontfamily", "getmimetype", "group_concat", "hex", "ifnull", "iif", "instr", "isempty", "isfontbold",
    "isfontitalic", "ispopulatedcoverage", "isvalid", "isvalidpixel", "isvalidrasterpalette", "isvalidrasterstatistics", "julianday", "length", "lower", "ltrim", "max", "min",
    "nullif", "printf", "quote", "raise", "replace", "round", "rtreealign", "rtrim", "sqlproc_isvalid", "srid", "strftime", "substr", "substring", "sum", "time", "total",
    "trim", "typeof", "unicode", "upper"};
constexpr std::array<std::string_view, 8> kXmlFunctions{"xb_getabstract", "xb_getname", "xb_getschemauri", "xb_gettitle", "xb_ismapconfig", "xb_isschemavalidated",
    "xb_issldserasterstyle", "xb_issldsevectorstyle"};

bool isFunctionOfAPlace(std::string_view name)
{
    return std::ranges::contains(kFunctions, name) || std::ranges::contains(kXmlFunctions, name) || name.starts_with("st_") || name.starts_with("mbr");
}

bool isWord(std::string_view name) { return std::ranges::contains(kWords, name) || std::ranges::contains(kMoreWords, name); }

struct Token {
    std::string text; // lower case; the inside of a quoted name
    bool isName = false;
    bool isQuoted = false;
};

bool isNameCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80; }

/// Names and punctuation of an SQL text, in order; comments, texts and blanks left out.
std::vector<Token> tokensOf(std::string_view sql)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    const auto skipPast = [&](std::string_view end, std::size_t from) {
        const std::size_t found = sql.find(end, from);
        at = found == std::string_view::npos ? sql.size() : found + end.size();
    };
    while (at < sql.size()) {
        const char c = sql[at];
        if (sql.substr(at).starts_with("--")) {
            skipPast("\n", at);
        } else if (sql.substr(at).starts_with("/*")) {
            skipPast("*/", at + 2);
        } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
            const std::size_t from = at + 1;
            skipPast(std::string_view(c == '[' ? "]" : sql.substr(at, 1)), from);
            if (c != '\'') tokens.push_back({std::string(sql.substr(from, at - from - (at > from ? 1 : 0))), true, true});
        } else if (isNameCharacter(c)) {
            const std::size_t from = at;
            while (at < sql.size() && isNameCharacter(sql[at])) ++at;
            tokens.push_back({std::string(sql.substr(from, at - from)), true});
        } else {
            if (!std::isspace(static_cast<unsigned char>(c))) tokens.push_back({std::string(1, c)});
            ++at;
        }
    }
    for (Token& token : tokens) std::ranges::transform(token.text, token.text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return tokens;
}

std::optional<std::string> oddModule(const std::vector<Token>& tokens)
{
    const auto word = std::ranges::find(tokens, "using", &Token::text);
    const std::string name = word == tokens.end() || word + 1 == tokens.end() ? "" : (word + 1)->text;
    if (std::ranges::contains(kModules, name)) return std::nullopt;
    return std::format("the virtual table module '{}'", name);
}

std::optional<std::string> oddFunction(const std::vector<Token>& tokens)
{
    for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (!token.isName || tokens[i + 1].text != "(") continue;
        const std::string& before = tokens[i - 1].text;
        // INSERT INTO table (columns), CREATE VIEW view (columns), WITH table (columns): names, not calls.
        if (before == "into" || before == "view" || before == "with" || before == "recursive" || before == ".") continue;
        if (std::isdigit(static_cast<unsigned char>(token.text.empty() ? '0' : token.text.front()))) continue;
        if (!token.isQuoted && isWord(token.text)) continue;
        if (!isFunctionOfAPlace(token.text)) return std::format("the function '{}'", token.text);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> oddityIn(std::string_view createSql)
{
    const std::vector<Token> tokens = tokensOf(createSql);
    if (tokens.size() < 2 || tokens[0].text != "create") return "a statement that makes nothing";
    if (tokens[1].text == "virtual") return oddModule(tokens);
    const bool isProgram = std::ranges::any_of(tokens.begin(), tokens.begin() + std::min<std::ptrdiff_t>(3, std::ssize(tokens)),
        [](const Token& token) { return token.text == "view" || token.text == "trigger"; });
    return isProgram ? oddFunction(tokens) : std::nullopt;
}

void admit(Database& database)
{
    using core::ErrorCode;
    if (database.integer("PRAGMA application_id") != kApplicationId) {
        refuse(ErrorCode::Unreadable, std::format("'{}' is not a place file. Choose a place, or import this file into one.", database.fileName()));
    }
    if (const std::int64_t version = database.integer("PRAGMA user_version"); version > kSchemaVersion) {
        refuse(ErrorCode::NewerVersion, std::format("'{}' was written by a newer Hereabouts (place version {}, this program knows {}). Update Hereabouts to open it.",
            database.fileName(), version, kSchemaVersion));
    }
    Statement select = database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (select.step()) {
        if (const auto oddity = oddityIn(select.text(2))) {
            refuse(ErrorCode::Refused, std::format("'{}' is not safe to open: its {} '{}' uses {}, which no place needs. Ask whoever sent it for a clean copy.",
                database.fileName(), select.text(0), select.text(1), *oddity));
        }
    }
}

} // namespace hereabouts::gis::detail
