#include "assess/asking/plain_tools.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::asking {

PlainTools::PlainTools(const Interview& interview, const Item& item, const PlainPage& page,
                       const AskLine& ask)
    : m_context(interview.context()), m_question(interview.context().question_of(item)),
      m_page(page), m_ask(ask), m_search(interview.context().landscape, m_question),
      m_suggested(interview.suggested) {
    if (const auto* answer = interview.session().answer_to(item.key)) {
        if (const auto* tools = std::get_if<ToolsAnswer>(answer)) {
            m_chosen = tools->tools;
        }
    }
}

void PlainTools::introduce() {
    m_page.say(m_context.words("plain-tools-how"));
    if (m_question.with_depth) {
        m_page.say(m_context.words("plain-tools-depth"));
    }
    std::vector<ToolIndex> suggested;
    for (const auto& id : m_suggested) {
        if (const auto tool = m_search.exactly(id)) {
            suggested.push_back(*tool);
        }
    }
    if (!suggested.empty() && m_chosen.empty()) {
        m_page.say(m_context.words("used-before"));
        list_tools(suggested);
    }
    if (!m_chosen.empty()) {
        say_chosen();
    }
}

void PlainTools::say_chosen() const {
    std::vector<std::string> parts;
    for (const auto& tool : m_chosen) {
        const auto name = name_of(m_context.landscape, tool);
        parts.push_back(m_question.with_depth
                            ? fmt::format("{} ({})", name, depth_word(m_context.words, tool.depth))
                            : name);
    }
    m_page.say(parts.empty()
                   ? m_context.words("chosen-nothing")
                   : m_context.words("chosen-are", {std::to_string(parts.size()),
                                                    fmt::format("{}", fmt::join(parts, ", "))}));
}

void PlainTools::list_tools(const std::vector<ToolIndex>& tools) {
    m_listed = tools;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        m_page.say(fmt::format("{} {}", i + 1, m_context.landscape.tools[tools[i]].name));
    }
}

void PlainTools::list(std::string_view category) {
    const auto& categories = m_search.categories();
    if (category.empty()) {
        m_page.say(m_context.words("plain-categories", {std::to_string(m_search.size())}));
        for (std::size_t i = 0; i < categories.size(); ++i) {
            m_page.say(fmt::format("{} {}: {}", i + 1,
                                   m_context.landscape.categories[categories[i].category].name,
                                   categories[i].tools));
        }
        return;
    }
    std::vector<std::string> names;
    for (const auto& each : categories) {
        names.push_back(m_context.landscape.categories[each.category].name);
    }
    std::size_t index = 0;
    if (const auto number = numbers_from(category, categories.size()); number) {
        index = number->front() - 1;
    } else {
        const auto key = spelling_key(category);
        const auto begun = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
            return spelling_key(name).rfind(key, 0) == 0;
        });
        const auto near = closest_names(category, names, 1);
        const auto found = begun != names.end() || near.empty()
                               ? begun
                               : std::find(names.begin(), names.end(), near.front());
        index = static_cast<std::size_t>(found - names.begin());
    }
    if (index == categories.size()) {
        m_page.say(m_context.words("no-such-category", {in_quotes(category)}));
        return;
    }
    m_page.say(names[index]);
    list_tools(m_search.in_category(categories[index].category));
}

bool PlainTools::take_entry(const ToolEntry& entry) {
    const auto same = std::find_if(m_chosen.begin(), m_chosen.end(), [&](const AnsweredTool& each) {
        return each.known == entry.tool.known &&
               spelling_key(each.tool) == spelling_key(entry.tool.tool);
    });
    const auto name = name_of(m_context.landscape, entry.tool);
    if (entry.remove) {
        if (same == m_chosen.end()) {
            m_page.say(m_context.words("was-not-chosen", {name}));
        } else {
            m_chosen.erase(same);
            m_changed = true;
            m_page.say(m_context.words("removed", {name}));
        }
        return true;
    }
    AnsweredTool tool = entry.tool;
    while (m_question.with_depth && !entry.depth_given) {
        std::vector<std::string> depths;
        for (const auto depth : offered_depths()) {
            depths.push_back(
                fmt::format("{} {}", depths.size() + 1, depth_word(m_context.words, depth)));
        }
        const auto line = m_ask(
            m_context.words("plain-depth", {name, fmt::format("{}", fmt::join(depths, ", "))}));
        if (!line) {
            return false;
        }
        if (trimmed(*line).empty()) {
            break; // a bare "uses it"
        }
        if (const auto depth = depth_from(m_context.words, *line)) {
            tool.depth = *depth;
            break;
        }
        m_page.say(m_context.words("no-such-depth", {in_quotes(*line)}));
    }
    m_changed = true;
    if (same == m_chosen.end()) {
        m_chosen.push_back(std::move(tool));
    } else {
        *same = std::move(tool);
    }
    return true;
}

bool PlainTools::take_unknown(const UnknownTool& unknown) {
    constexpr std::size_t most_hits = 9;
    const auto hits = m_search.find(unknown.name, most_hits);
    if (!hits.empty()) {
        std::vector<ToolIndex> tools;
        for (const auto& hit : hits) {
            tools.push_back(hit.tool);
        }
        m_page.say(m_context.words("could-be", {in_quotes(unknown.name)}));
        list_tools(tools);
        m_page.say(m_context.words(m_question.other_tools ? "pick-or-keep" : "pick-one"));
    } else {
        m_page.say(m_context.words("no-such-tool", {in_quotes(unknown.name)}));
    }
    while (true) {
        const auto line = m_ask(hits.empty() && m_question.other_tools
                                    ? m_context.words("keep-it", {unknown.name})
                                    : m_context.words("which-one", {unknown.name}));
        if (!line) {
            return false;
        }
        if (trimmed(*line).empty() || m_context.words.means(*line, "no")) {
            m_page.say(m_context.words("left-out", {unknown.name}));
            return true;
        }
        if (m_question.other_tools && m_context.words.means(*line, "yes")) {
            return take_entry({{unknown.name, false, unknown.depth.value_or(Depth::Uses)},
                               unknown.depth.has_value(),
                               false});
        }
        if (const auto number = numbers_from(*line, hits.size())) {
            for (const auto each : *number) {
                const auto& id = m_context.landscape.tools[hits[each - 1].tool].id;
                if (!take_entry({{id, true, unknown.depth.value_or(Depth::Uses)},
                                 unknown.depth.has_value(),
                                 false})) {
                    return false;
                }
            }
            return true;
        }
        m_page.say(m_context.words("not-understood", {in_quotes(*line)}));
    }
}

bool PlainTools::take(const std::string& line) {
    const auto read = tools_from(line, m_context, m_question, m_search, m_listed);
    for (const auto& slip : read.slips) {
        m_page.say(fmt::format("{}. {}", slip.what, slip.hint));
    }
    if (read.none) {
        m_chosen.clear();
        m_none = m_changed = true;
        return true;
    }
    for (const auto& entry : read.entries) {
        if (!take_entry(entry)) {
            return false;
        }
    }
    for (const auto& unknown : read.unknown) {
        if (!take_unknown(unknown)) {
            return false;
        }
    }
    say_chosen();
    return true;
}

} // namespace assess::asking
