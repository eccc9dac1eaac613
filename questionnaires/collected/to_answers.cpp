#include "questionnaires/collected/to_answers.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/collected/score_items.hpp"
#include "questionnaires/rosters/roster_builder.hpp"
#include "questionnaires/rosters/words.hpp"
#include "questionnaires/tool_finder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace assess {

namespace {

/// What the key of an item consists of: the question's id, and the tool that it is asked for.
struct KeyParts {
    std::string_view question;
    std::string_view tool; ///< empty: the question is asked once
    bool known = true;     ///< the tool is an id of the landscape, not a name
};

KeyParts parts_of(std::string_view key) {
    constexpr std::string_view by_name = "name:";
    const auto at = key.find('@');
    if (at == std::string_view::npos) {
        return {key, {}, true};
    }
    const auto tool = key.substr(at + 1);
    return tool.starts_with(by_name)
               ? KeyParts{key.substr(0, at), tool.substr(by_name.size()), false}
               : KeyParts{key.substr(0, at), tool, true};
}

template <typename Kind>
const Kind* answer_that_records(const Definition& definition, const AnswerMap& answers,
                                Records records) {
    const auto question = definition.find_record(records);
    if (!question) {
        return nullptr;
    }
    const auto found = answers.find(definition.questions[*question].id);
    return found == answers.end() ? nullptr : std::get_if<Kind>(&found->second);
}

/// The name of a team as the person wrote or chose it.
std::string team_in(const Definition& definition, const AnswerMap& answers) {
    if (const auto* text = answer_that_records<TextAnswer>(definition, answers, Records::Team)) {
        return std::string(trimmed(text->text));
    }
    const auto* chosen = answer_that_records<ChoiceAnswer>(definition, answers, Records::Team);
    if (chosen == nullptr) {
        return {};
    }
    const auto& choices = definition.questions[*definition.find_record(Records::Team)].choices;
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [&](const Choice& one) { return one.id == chosen->choice; });
    return std::string(choice == choices.end() ? chosen->choice
                                               : choice->text.in(language_of_reports));
}

/// Letters and digits decide; names of signs only are the same where they are written the same.
std::string team_key(const std::string& name) {
    auto key = spelling_key(name);
    return key.empty() ? "\n" + name : key;
}

/// Every definition once, the newest version of each questionnaire first.
std::vector<const Definition*> different_definitions(std::span<const CollectedAnswer> collected) {
    std::set<const Definition*> different;
    for (const CollectedAnswer& one : collected) {
        different.insert(one.definition);
    }
    std::vector<const Definition*> all(different.begin(), different.end());
    std::sort(all.begin(), all.end(), [](const Definition* a, const Definition* b) {
        return std::tie(a->id, b->version, a->digest) < std::tie(b->id, a->version, b->digest);
    });
    return all;
}

std::vector<ToolIndex> tools_offered(const Question& question, const Landscape& landscape) {
    std::vector<ToolIndex> offers;
    if (question.categories.empty()) {
        return offers;
    }
    for (ToolIndex i = 0; i < landscape.tools.size(); ++i) {
        const auto& of = landscape.tools[i].categories;
        if (std::any_of(of.begin(), of.end(), [&](std::size_t category) {
                const auto& id = landscape.categories[category].id;
                return std::find(question.categories.begin(), question.categories.end(), id) !=
                       question.categories.end();
            })) {
            offers.push_back(i);
        }
    }
    return offers;
}

class Collector {
public:
    Collector(std::span<const CollectedAnswer> collected, const PrivacyPromise& promise,
              Landscape& landscape)
        : m_collected(collected), m_landscape(landscape), m_finder(landscape) {
        m_answers.promise = promise;
        const auto definitions = different_definitions(collected);
        for (const Definition* definition : definitions) {
            if (definition->purpose != Purpose::Team) {
                throw std::invalid_argument("these answers are about a tool, not about people");
            }
            m_scores.add_words(*definition);
            add_blocks(*definition);
        }
        if (m_answers.blocks.empty()) {
            m_answers.blocks.push_back({"tools", "Tools", {}});
        }
    }

    Answers collect(std::string source) {
        const auto teams = team_names(m_collected);
        std::size_t without_role = 0;
        for (std::size_t i = 0; i < m_collected.size(); ++i) {
            const CollectedAnswer& one = m_collected[i];
            const auto role = role_in(*one.definition, one.answers);
            if (!role) {
                ++without_role;
                continue;
            }
            Respondent person;
            person.id = one.respondent;
            person.role = *role;
            person.team = team_index(teams[i]);
            take_tools(one, person);
            take_stages(one, person);
            take_scores(one, person);
            take_comments(one);
            m_answers.respondents.push_back(std::move(person));
        }
        if (without_role != 0) {
            m_answers.left_out.push_back({"role not answered", without_role});
        }
        return finish(std::move(source));
    }

private:
    using BlockKey = std::pair<std::string, std::vector<ToolIndex>>;

    void add_blocks(const Definition& definition) {
        for (const Question& question : definition.questions) {
            if (question.records != Records::Usage) {
                continue;
            }
            auto offers = tools_offered(question, m_landscape);
            const auto [found, is_new] =
                m_block_of.try_emplace(BlockKey{question.id, offers}, m_answers.blocks.size());
            if (is_new) {
                m_answers.blocks.push_back({question.id,
                                            std::string(question.text.in(language_of_reports)),
                                            std::move(offers)});
            }
            m_blocks[&question] = found->second;
        }
        if (m_answers.blocks.size() > Answers::most_blocks) {
            throw Error(fmt::format("the answers come from more than {} different questions for "
                                    "tools",
                                    Answers::most_blocks),
                        "Report on fewer questionnaires at once.");
        }
    }

    std::uint32_t team_index(const std::string& name) {
        if (name.empty()) {
            return Respondent::no_team;
        }
        const auto [found, is_new] =
            m_teams.try_emplace(name, static_cast<std::uint32_t>(m_answers.teams.size()));
        if (is_new) {
            m_answers.teams.push_back(name);
        }
        return found->second;
    }

    /// The landscape may have changed since the question was asked: an id can be gone, and a name
    /// that was unknown can be known now.
    std::optional<ToolIndex> tool_of(std::string_view id_or_name) {
        return m_finder.find_or_keep(id_or_name);
    }

    void take_tools(const CollectedAnswer& one, Respondent& person) {
        std::map<ToolIndex, Depth> depths;
        for (const Question& question : one.definition->questions) {
            const auto found = one.answers.find(question.id);
            const auto* answer = question.records != Records::Usage || found == one.answers.end()
                                     ? nullptr
                                     : std::get_if<ToolsAnswer>(&found->second);
            if (answer == nullptr) {
                continue;
            }
            const auto block = m_blocks.at(&question);
            person.answered |= std::uint64_t{1} << block;
            for (const AnsweredTool& used : answer->tools) {
                const auto tool = tool_of(used.tool);
                if (!tool) {
                    continue;
                }
                const auto [known, is_new] = depths.try_emplace(*tool, used.depth);
                known->second = is_new ? used.depth : deeper(known->second, used.depth);
                m_named_in[block].insert(*tool);
            }
        }
        for (const auto& [tool, depth] : depths) {
            person.usages.push_back({tool, depth});
        }
    }

    void take_stages(const CollectedAnswer& one, Respondent& person) {
        const auto* answer =
            answer_that_records<ChoicesAnswer>(*one.definition, one.answers, Records::Stages);
        if (answer == nullptr) {
            return;
        }
        person.stages = 0;
        for (const std::string& id : answer->choices) {
            const auto stage = m_landscape.find_stage(id);
            if (stage && *stage < std::numeric_limits<std::uint64_t>::digits) {
                *person.stages |= std::uint64_t{1} << *stage;
            } else {
                m_lost_stages.insert(id);
            }
        }
    }

    void take_scores(const CollectedAnswer& one, Respondent& person) {
        std::map<std::uint32_t, std::uint8_t> steps;
        // Tools by id come first: where a name means the same tool by now, the id's answer stays.
        for (const bool known : {true, false}) {
            for (const auto& [key, answer] : one.answers) {
                const auto parts = parts_of(key);
                const auto* step = std::get_if<StepAnswer>(&answer);
                const auto question = one.definition->find_question(parts.question);
                if (step == nullptr || parts.known != known || !question ||
                    !score_kind(one.definition->questions[*question].records)) {
                    continue;
                }
                std::optional<ToolIndex> tool;
                if (!parts.tool.empty() && !(tool = tool_of(parts.tool))) {
                    continue;
                }
                steps.try_emplace(m_scores.index_of(one.definition->questions[*question], tool),
                                  static_cast<std::uint8_t>(step->step));
            }
        }
        for (const auto& [item, step] : steps) {
            person.scores.push_back({item, step});
        }
    }

    void take_comments(const CollectedAnswer& one) {
        for (const auto& [key, answer] : one.answers) {
            const auto* text = std::get_if<TextAnswer>(&answer);
            const auto question = one.definition->find_question(parts_of(key).question);
            if (text != nullptr && question &&
                one.definition->questions[*question].records == Records::Comment) {
                m_answers.comments.push_back(text->text);
            }
        }
    }

    void warn() {
        for (const std::string& id : m_scores.differing()) {
            m_answers.warnings.push_back(fmt::format(
                "The question '{}' is worded differently in the questionnaires that these answers "
                "come from. Its answers are counted together, under the newest words.",
                id));
        }
        for (const std::string& id : m_lost_stages) {
            m_answers.warnings.push_back(
                fmt::format("The landscape has no stage '{}'. Answers that name it say nothing "
                            "there.",
                            id));
        }
    }

    Answers finish(std::string source) {
        m_answers.source = std::move(source);
        m_answers.rows = m_collected.size();
        m_answers.ids_given = !m_collected.empty() &&
                              std::none_of(m_collected.begin(), m_collected.end(),
                                           [](const auto& one) { return one.respondent.empty(); });
        // Whoever names a tool beyond those offered was asked for it.
        for (const auto& [block, named] : m_named_in) {
            auto& offers = m_answers.blocks[block].offers;
            if (!offers.empty()) {
                std::vector<ToolIndex> all;
                std::set_union(offers.begin(), offers.end(), named.begin(), named.end(),
                               std::back_inserter(all));
                offers = std::move(all);
            }
        }
        m_scores.move_to(m_answers);
        warn();
        std::sort(m_answers.comments.begin(), m_answers.comments.end());
        sort_teams(m_answers);
        m_finder.settle(m_answers);
        sort_scores(m_answers);
        sort_respondents(m_answers);
        return std::move(m_answers);
    }

    std::span<const CollectedAnswer> m_collected;
    Landscape& m_landscape;
    ToolFinder m_finder;
    Answers m_answers;
    ScoreItems m_scores;
    std::map<BlockKey, std::size_t> m_block_of;
    std::map<const Question*, std::size_t> m_blocks; ///< only looked up: the order is by address
    std::map<std::size_t, std::set<ToolIndex>> m_named_in;
    std::map<std::string, std::uint32_t> m_teams;
    std::set<std::string> m_lost_stages;
};

} // namespace

std::optional<Role> role_in(const Definition& definition, const AnswerMap& answers) {
    const auto* answer = answer_that_records<ChoiceAnswer>(definition, answers, Records::Role);
    if (answer == nullptr) {
        return std::nullopt;
    }
    const auto* found = std::find_if(roles.begin(), roles.end(),
                                     [&](Role role) { return id_of(role) == answer->choice; });
    return found == roles.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string> team_names(std::span<const CollectedAnswer> collected) {
    std::vector<std::string> names;
    std::map<std::string, std::map<std::string, std::size_t>> spellings; // by key, with people
    names.reserve(collected.size());
    for (const CollectedAnswer& one : collected) {
        names.push_back(team_in(*one.definition, one.answers));
        if (!names.back().empty()) {
            ++spellings[team_key(names.back())][names.back()];
        }
    }
    for (std::string& name : names) {
        if (!name.empty()) {
            const auto& of_team = spellings.at(team_key(name));
            name =
                std::max_element(of_team.begin(), of_team.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                })->first;
        }
    }
    return names;
}

AnswerMap answers_from_roster(const Respondent& respondent, const Answers& roster,
                              const Definition& definition, const Landscape& landscape) {
    AnswerMap answers;
    const auto id_that_records = [&](Records records) -> const std::string* {
        const auto question = definition.find_record(records);
        return question ? &definition.questions[*question].id : nullptr;
    };
    if (const auto* id = id_that_records(Records::Role)) {
        answers.emplace(*id, ChoiceAnswer{std::string(id_of(respondent.role))});
    }
    const auto* team = id_that_records(Records::Team);
    if (team != nullptr && respondent.team != Respondent::no_team) {
        answers.emplace(*team, TextAnswer{roster.teams.at(respondent.team)});
    }
    const auto* tools = id_that_records(Records::Usage);
    if (tools != nullptr && respondent.answered != 0) {
        ToolsAnswer answer;
        for (const Usage& usage : respondent.usages) {
            const Tool& tool = landscape.tools.at(usage.tool);
            answer.tools.push_back(
                {tool.from_answers ? tool.name : tool.id, !tool.from_answers, usage.depth});
        }
        std::sort(answer.tools.begin(), answer.tools.end(),
                  [](const AnsweredTool& a, const AnsweredTool& b) {
                      return std::tie(b.known, a.tool) < std::tie(a.known, b.tool);
                  });
        answers.emplace(*tools, std::move(answer));
    }
    return answers;
}

Answers to_answers(std::span<const CollectedAnswer> collected, std::string source,
                   const PrivacyPromise& promise, Landscape& landscape) {
    return Collector(collected, promise, landscape).collect(std::move(source));
}

} // namespace assess
