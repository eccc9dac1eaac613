#include "model/landscape/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

namespace assess {

namespace {

class Fnv1a {
public:
    /// Eight bytes, the lowest first, on every machine.
    void number(std::uint64_t value) {
        for (unsigned shift = 0; shift < 64; shift += 8) {
            byte(static_cast<unsigned char>(value >> shift));
        }
    }
    /// With its length first, so that "ab", "c" is not "a", "bc".
    void text(std::string_view text) {
        number(text.size());
        for (const char c : text) {
            byte(static_cast<unsigned char>(c));
        }
    }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value + 0.0)); } // -0 is 0
    void texts(std::vector<std::string_view> texts) {
        std::sort(texts.begin(), texts.end());
        number(texts.size());
        for (const auto each : texts) {
            text(each);
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325U;
    void byte(unsigned char value) { m_value = (m_value ^ value) * 0x100000001b3U; }
};

template <typename Entry>
std::vector<const Entry*> sorted_by_id(const std::vector<Entry>& entries) {
    std::vector<const Entry*> sorted;
    for (const auto& entry : entries) {
        sorted.push_back(&entry);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Entry* a, const Entry* b) { return a->id < b->id; });
    return sorted;
}

template <typename Entry>
std::vector<std::string_view> ids_at(const std::vector<std::size_t>& indices,
                                     const std::vector<Entry>& entries) {
    std::vector<std::string_view> result;
    for (const auto index : indices) {
        result.emplace_back(entries[index].id);
    }
    return result;
}

void add_tool(Fnv1a& hash, const Tool& tool, const Landscape& landscape) {
    hash.text(tool.id);
    hash.text(tool.name);
    hash.texts({tool.aliases.begin(), tool.aliases.end()});
    hash.texts(ids_at(tool.categories, landscape.categories));
    hash.texts(ids_at(tool.stages, landscape.stages));
    std::vector<std::string_view> on;
    for (const auto diagonal : tool.on) {
        on.push_back(id_of(diagonal));
    }
    hash.texts(std::move(on));
    hash.number(tool.placement ? 1 : 0);
    if (tool.placement) {
        hash.real(tool.placement->point.x);
        hash.real(tool.placement->point.y);
        hash.real(tool.placement->tolerance);
        hash.text(tool.placement->source);
        hash.text(tool.placement->rationale);
    }
    hash.number(tool.rubric ? 1 : 0);
    if (tool.rubric) {
        hash.text(tool.rubric->artifact);
        hash.texts({tool.rubric->covers.begin(), tool.rubric->covers.end()});
    }
    hash.text(id_of(tool.status.kind));
    hash.number(static_cast<std::uint64_t>(tool.status.year.value_or(0)));
    hash.text(tool.status.note);
    hash.text(tool.homepage);
}

} // namespace

std::string digest_of(const Landscape& landscape) {
    Fnv1a hash;
    hash.text(landscape.edition);
    hash.text(landscape.title);
    hash.text(landscape.source);
    hash.number(landscape.categories.size());
    for (const auto* category : sorted_by_id(landscape.categories)) {
        hash.text(category->id);
        hash.text(category->name);
        hash.text(id_of(category->quadrant));
        hash.text(id_of(category->ring));
        hash.text(category->gives);
    }
    hash.number(landscape.stages.size());
    for (const auto* stage : sorted_by_id(landscape.stages)) {
        hash.text(stage->id);
        hash.text(stage->name);
        hash.text(stage->loop);
        hash.texts(ids_at(stage->next, landscape.stages));
    }
    for (const auto* tool : sorted_by_id(landscape.tools)) {
        if (!tool->from_answers) {
            add_tool(hash, *tool, landscape);
        }
    }
    return fmt::format("fnv1a64:{:016x}", hash.value());
}

} // namespace assess
