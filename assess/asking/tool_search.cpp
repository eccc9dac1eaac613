#include "assess/asking/tool_search.hpp"

#include "model/text/text.hpp"

#include <algorithm>
#include <tuple>

namespace assess::asking {
namespace {

constexpr int no_match = 9;
constexpr std::size_t least_inside = 2;   ///< letters that may match inside a name
constexpr std::size_t least_category = 4; ///< letters that may match a category

bool begins(std::string_view text, std::string_view key) {
    return text.substr(0, key.size()) == key;
}

bool wanted(const Tool& tool, const Question& question, const Landscape& landscape) {
    return !tool.from_answers &&
           (question.categories.empty() ||
            std::any_of(tool.categories.begin(), tool.categories.end(), [&](std::size_t index) {
                const auto& ids = question.categories;
                return std::find(ids.begin(), ids.end(), landscape.categories[index].id) !=
                       ids.end();
            }));
}

} // namespace

ToolSearch::ToolSearch(const Landscape& landscape, const Question& question)
    : m_landscape(&landscape) {
    std::vector<std::size_t> counts(landscape.categories.size());
    for (ToolIndex index = 0; index < landscape.tools.size(); ++index) {
        const auto& tool = landscape.tools[index];
        if (!wanted(tool, question, landscape)) {
            continue;
        }
        Entry entry{index, spelling_key(tool.name), {spelling_key(tool.id)}, {}};
        for (const auto& alias : tool.aliases) {
            entry.others.push_back(spelling_key(alias));
        }
        for (auto at = tool.name.find(' '); at != std::string::npos;
             at = tool.name.find(' ', at + 1)) {
            entry.words.push_back(spelling_key(std::string_view(tool.name).substr(at)));
        }
        for (const auto category : tool.categories) {
            ++counts[category];
        }
        m_entries.push_back(std::move(entry));
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& one, const Entry& other) {
        return std::tie(one.name, one.tool) < std::tie(other.name, other.tool);
    });
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            m_categories.push_back({i, counts[i]});
        }
    }
}

bool ToolSearch::in_named_category(const Entry& entry, std::string_view key) const {
    const auto& categories = m_landscape->tools[entry.tool].categories;
    return key.size() >= least_category &&
           std::any_of(categories.begin(), categories.end(), [&](std::size_t index) {
               const auto name = spelling_key(m_landscape->categories[index].name);
               return name.find(key) != std::string::npos;
           });
}

int ToolSearch::rank(const Entry& entry, std::string_view key) const {
    const auto other_is = [&](auto&& holds) {
        return std::any_of(entry.others.begin(), entry.others.end(), holds);
    };
    if (entry.name == key || other_is([&](const std::string& other) { return other == key; })) {
        return 0;
    }
    if (begins(entry.name, key)) {
        return 1;
    }
    if (other_is([&](const std::string& other) { return begins(other, key); })) {
        return 2;
    }
    if (std::any_of(entry.words.begin(), entry.words.end(),
                    [&](const std::string& text) { return begins(text, key); })) {
        return 3;
    }
    if (key.size() >= least_inside && entry.name.find(key) != std::string::npos) {
        return 4;
    }
    return in_named_category(entry, key) ? 5 : no_match;
}

std::vector<ToolHit> ToolSearch::find(std::string_view text, std::size_t most) const {
    const auto key = spelling_key(text);
    std::vector<std::pair<int, ToolIndex>> ranked;
    if (key.empty()) {
        return {};
    }
    for (const auto& entry : m_entries) {
        if (const int place = rank(entry, key); place != no_match) {
            ranked.emplace_back(place, entry.tool);
        }
    }
    // Stable: within a rank they stay in the order of their names.
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    std::vector<ToolHit> hits;
    for (const auto& [place, tool] : ranked) {
        hits.push_back({tool, false});
    }
    if (hits.empty()) {
        for (const auto& name : closest(text)) {
            if (const auto tool = m_landscape->find(name)) {
                hits.push_back({*tool, true});
            }
        }
    }
    hits.resize(std::min(hits.size(), most));
    return hits;
}

bool ToolSearch::asked_for(ToolIndex tool) const {
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& entry) { return entry.tool == tool; });
}

std::optional<ToolIndex> ToolSearch::exactly(std::string_view text) const {
    const auto tool = m_landscape->find(text);
    return tool && asked_for(*tool) ? tool : std::nullopt;
}

std::vector<std::string> ToolSearch::closest(std::string_view text) const {
    auto names = m_landscape->closest(text, 5);
    std::erase_if(names, [&](const std::string& name) {
        const auto tool = m_landscape->find(name);
        return !tool || !asked_for(*tool);
    });
    return names;
}

std::vector<ToolIndex> ToolSearch::in_category(std::size_t category) const {
    std::vector<ToolIndex> tools;
    for (const auto& entry : m_entries) {
        const auto& categories = m_landscape->tools[entry.tool].categories;
        if (std::find(categories.begin(), categories.end(), category) != categories.end()) {
            tools.push_back(entry.tool);
        }
    }
    return tools;
}

} // namespace assess::asking
