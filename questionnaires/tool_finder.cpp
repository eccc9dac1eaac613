#include "questionnaires/tool_finder.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace assess {

ToolFinder::ToolFinder(Landscape& landscape)
    : m_landscape(&landscape), m_own_tools(landscape.tools.size()) {}

std::optional<ToolIndex> ToolFinder::find(std::string_view spelling) const {
    return m_landscape->find(spelling);
}

std::optional<ToolIndex> ToolFinder::find_or_keep(std::string_view spelling) {
    if (const auto found = m_landscape->find(spelling)) {
        // Of several spellings of a kept tool the first in the alphabet is its name: not the
        // one that happens to come first in the file.
        Tool& tool = m_landscape->tools[*found];
        if (*found >= m_own_tools && spelling < tool.name) {
            tool.name = spelling;
        }
        return found;
    }
    if (spelling_key(spelling).empty()) {
        return std::nullopt;
    }
    return m_landscape->add_unplaced(spelling);
}

std::string ToolFinder::suggestion(std::string_view spelling) const {
    std::vector<std::string> names = m_landscape->closest(spelling);
    for (std::string& name : names) {
        name = in_quotes(name);
    }
    return names.empty() ? std::string("'assess landscape list' shows all tools. ")
                         : fmt::format("Did you mean {}? ", listed(names));
}

void ToolFinder::settle(Answers& answers) {
    std::vector<Tool>& tools = m_landscape->tools;
    const std::size_t kept = tools.size() - m_own_tools;
    if (kept == 0) {
        return;
    }
    // The kept tools are added anew, in the order of their names: indices and ids no longer
    // tell which of them came first.
    std::vector<std::string> names;
    for (std::size_t i = m_own_tools; i < tools.size(); ++i) {
        names.push_back(tools[i].name);
    }
    std::vector<std::string> sorted_names = names;
    std::sort(sorted_names.begin(), sorted_names.end(),
              [](const std::string& a, const std::string& b) {
                  return std::pair(spelling_key(a), a) < std::pair(spelling_key(b), b);
              });
    tools.erase(tools.begin() + static_cast<std::ptrdiff_t>(m_own_tools), tools.end());
    m_landscape->index_spellings();
    for (const std::string& name : sorted_names) {
        m_landscape->add_unplaced(name);
    }
    std::vector<ToolIndex> new_index;
    for (const std::string& name : names) {
        new_index.push_back(m_landscape->find(name).value());
    }

    const auto moved = [&](ToolIndex tool) {
        return tool < m_own_tools ? tool : new_index[tool - m_own_tools];
    };
    std::vector<std::size_t> people(kept, 0);
    for (Respondent& respondent : answers.respondents) {
        for (Usage& usage : respondent.usages) {
            usage.tool = moved(usage.tool);
            if (usage.tool >= m_own_tools) {
                ++people[usage.tool - m_own_tools];
            }
        }
        std::sort(respondent.usages.begin(), respondent.usages.end(),
                  [](const Usage& a, const Usage& b) { return a.tool < b.tool; });
    }
    for (Block& block : answers.blocks) {
        std::transform(block.offers.begin(), block.offers.end(), block.offers.begin(), moved);
        std::sort(block.offers.begin(), block.offers.end());
    }
    for (ScoreItem& item : answers.score_items) {
        if (item.tool) {
            item.tool = moved(*item.tool);
        }
    }
    warn_of_kept(people, answers);
}

void ToolFinder::warn_of_kept(const std::vector<std::size_t>& people, Answers& answers) const {
    // What a few people wrote is not told where small groups are not shown.
    const bool confidential = answers.promise.kind == Promise::Confidential;
    const std::size_t least =
        confidential ? std::max<std::size_t>(1, answers.promise.least_people) : 1;
    std::vector<std::size_t> given; // by people, then by name
    bool others = false;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i] >= least) {
            given.push_back(i);
        } else {
            others = others || people[i] != 0;
        }
    }
    if (others) {
        answers.warnings.emplace_back(
            "Some answers name tools that are not in the landscape; they are kept without a place "
            "on the plane. Those that few people gave are not named here: the round is "
            "confidential.");
    }
    if (given.empty()) {
        return;
    }
    const auto& tools = m_landscape->tools;
    std::stable_sort(given.begin(), given.end(),
                     [&](std::size_t a, std::size_t b) { return people[a] > people[b]; });
    constexpr std::size_t most_listed = 12;
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < std::min(given.size(), most_listed); ++i) {
        shown.push_back(fmt::format("{} ({})", printable(tools[m_own_tools + given[i]].name),
                                    people[given[i]]));
    }
    if (given.size() > most_listed) {
        shown.push_back(fmt::format("{} more", given.size() - most_listed));
    }
    answers.warnings.push_back(fmt::format(
        "Not in the landscape, kept without a place on the plane (with how many people gave "
        "each): {}.",
        listed(shown, "and")));
}

} // namespace assess
