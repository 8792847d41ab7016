// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/journal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <format>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace hereabouts::core {

namespace {

/// Writes a line, word by word.
class Words {
public:
    explicit Words(std::string_view verb) : m_line(verb) { }
    Words& add(std::string_view word)
    {
        m_line.append(1, ' ').append(word);
        return *this;
    }
    Words& add(std::uint32_t number) { return add(std::format("{}", number)); }
    Words& add(double metres) { return add(std::format("{:.2f}", metres)); }
    Words& add(Point p) { return add(p.x).add(p.y); }
    Words& add(const std::vector<Point>& points)
    {
        for (const Point p : points) add(p);
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(m_line); }

private:
    std::string m_line;
};

struct Encoder {
    std::string operator()(const edit::Append& e) const { return Words("append").add(e.vertices).take(); }
    std::string operator()(const edit::Close&) const { return "close"; }
    std::string operator()(const edit::StartHole& e) const { return Words("hole").add(e.ring).take(); }
    std::string operator()(const edit::Insert& e) const { return Words("insert").add(e.ring).add(e.vertex).add(e.at).take(); }
    std::string operator()(const edit::Move& e) const { return Words("move").add(e.ring).add(e.vertex).add(e.to).take(); }
    std::string operator()(const edit::Erase& e) const { return Words("erase").add(e.ring).add(e.vertex).take(); }
    std::string operator()(const edit::Reroute& e) const { return Words("reroute").add(e.ring).add(e.from).add(e.to).add(e.between).take(); }
    std::string operator()(const edit::AddPart& e) const { return Words("part").add(e.vertices).take(); }
    std::string operator()(const edit::RemoveRing& e) const { return Words("remove").add(e.ring).take(); }
    std::string operator()(const edit::MoveWhole& e) const { return Words("shift").add(e.eastMetres).add(e.northMetres).take(); }
    std::string operator()(const edit::Become& e) const
    {
        Words words("become");
        words.add(e.what.empty() ? std::string_view("changed") : std::string_view(e.what));
        for (const edit::Become::Ring& ring : e.rings) {
            if (const auto* kept = std::get_if<std::uint32_t>(&ring)) {
                words.add("keep").add(*kept);
                continue;
            }
            const auto& fresh = std::get<SketchRing>(ring);
            words.add(fresh.hole ? "hole" : "part").add(static_cast<std::uint32_t>(fresh.vertices.size())).add(fresh.vertices);
        }
        return words.take();
    }
    std::string operator()(const edit::Undo&) const { return "undo"; }
    std::string operator()(const edit::Redo&) const { return "redo"; }
};

/// Reads a line, word by word; from the first word that is not what it should be, everything fails.
class Reader {
public:
    explicit Reader(std::string_view line) : m_rest(line) { }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool good() const { return m_good; }
    void spoil() { m_good = false; }
    std::string_view word()
    {
        const std::size_t end = std::min(m_rest.find(' '), m_rest.size());
        const std::string_view word = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        if (word.empty()) m_good = false;
        return word;
    }
    std::uint32_t index() { return number<std::uint32_t>(); }
    double metres()
    {
        const double value = number<double>();
        if (!std::isfinite(value)) m_good = false;
        return value;
    }
    Point point()
    {
        const double x = metres();
        return {x, metres()};
    }
    std::vector<Point> points()
    {
        std::vector<Point> points;
        while (m_good && !atEnd()) points.push_back(point());
        return points;
    }
    std::vector<Point> points(std::uint32_t count)
    {
        std::vector<Point> points;
        for (std::uint32_t i = 0; i < count && m_good; ++i) points.push_back(point());
        return points;
    }

private:
    template <typename Number> Number number()
    {
        const std::string_view text = word();
        Number value{};
        const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (trouble != std::errc{} || end != text.data() + text.size()) m_good = false;
        return value;
    }

    std::string_view m_rest;
    bool m_good = true;
};

edit::Become readBecome(Reader& reader)
{
    edit::Become become{.what = std::string(reader.word()), .rings = {}};
    while (reader.good() && !reader.atEnd()) {
        const std::string_view kind = reader.word();
        const std::uint32_t number = reader.index();
        if (kind == "keep")
            become.rings.emplace_back(number);
        else if (kind == "part" || kind == "hole")
            become.rings.emplace_back(SketchRing{.vertices = reader.points(number), .hole = kind == "hole", .closed = true});
        else
            reader.spoil();
    }
    return become;
}

/// In the order in which a line says them; a braced list is evaluated from left to right.
std::optional<SketchEdit> read(std::string_view verb, Reader& reader)
{
    if (verb == "append") return edit::Append{reader.points()};
    if (verb == "close") return edit::Close{};
    if (verb == "hole") return edit::StartHole{reader.index()};
    if (verb == "insert") return edit::Insert{reader.index(), reader.index(), reader.point()};
    if (verb == "move") return edit::Move{reader.index(), reader.index(), reader.point()};
    if (verb == "erase") return edit::Erase{reader.index(), reader.index()};
    if (verb == "reroute") return edit::Reroute{reader.index(), reader.index(), reader.index(), reader.points()};
    if (verb == "part") return edit::AddPart{reader.points()};
    if (verb == "remove") return edit::RemoveRing{reader.index()};
    if (verb == "shift") return edit::MoveWhole{reader.metres(), reader.metres()};
    if (verb == "become") return readBecome(reader);
    if (verb == "undo") return edit::Undo{};
    if (verb == "redo") return edit::Redo{};
    return std::nullopt;
}

} // namespace

std::string encodeEdit(const SketchEdit& edit)
{
    return std::visit(Encoder{}, edit);
}

Result<SketchEdit> decodeEdit(std::string_view line)
{
    Reader reader(line);
    const std::string_view verb = reader.word();
    auto edit = read(verb, reader);
    if (!edit || !reader.good() || !reader.atEnd())
        return fail(ErrorCode::BadInput, std::format("'{}' is not a line of a drawing's journal.", line.substr(0, 60)));
    return *std::move(edit);
}

Replay replay(Sketch start, std::string_view journal)
{
    Replay result{.sketch = std::move(start)};
    while (true) {
        const std::size_t end = journal.find('\n', result.bytes);
        if (end == std::string_view::npos) return result;
        auto edit = decodeEdit(journal.substr(result.bytes, end - result.bytes));
        Result<void> done;
        if (!edit)
            done = std::unexpected(edit.error());
        else
            done = result.sketch.apply(*edit);
        if (!done) {
            result.stopped = Error{.code = done.error().code, .message = std::format("Line {} of the journal: {}", result.edits + 1, done.error().message)};
            return result;
        }
        ++result.edits;
        result.bytes = end + 1;
    }
}

} // namespace hereabouts::core
