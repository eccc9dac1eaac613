#include "model/trend/people_links.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace assess {
namespace {

/// Respondent by id; nothing for an id that several have.
using ById = std::map<std::string_view, std::optional<std::uint32_t>>;

ById people_by_id(const Answers& answers) {
    ById people;
    for (std::size_t i = 0; i < answers.respondents.size(); ++i) {
        const std::string_view id = answers.respondents[i].id;
        if (id.empty()) {
            continue;
        }
        const auto [known, is_new] = people.emplace(id, static_cast<std::uint32_t>(i));
        if (!is_new) {
            known->second.reset();
        }
    }
    return people;
}

/// "'Anna' and 'anna'", three at most.
std::string examples_of(const std::vector<std::string>& words) {
    constexpr std::size_t most = 3;
    std::vector<std::string> some(
        words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(most, words.size())));
    if (words.size() > most) {
        some.push_back(fmt::format("{} more", words.size() - most));
    }
    return listed(some, "and");
}

void warn_of_repeats(const ById& people, std::string_view name, PeopleLinks& links) {
    std::vector<std::string> repeated;
    for (const auto& [id, person] : people) {
        if (!person) {
            repeated.push_back(in_quotes(id));
        }
    }
    if (!repeated.empty()) {
        links.warnings.push_back(
            fmt::format("{} gives more than one person the id {}. Nobody with such an id is "
                        "followed; give each their own.",
                        in_quotes(name), examples_of(repeated)));
    }
}

/// Ids that would be one if capitals, spaces and punctuation did not matter.
void warn_of_spellings(const ById& before, const ById& after, PeopleLinks& links) {
    std::map<std::string, std::string_view> keys;
    for (const auto& [id, person] : after) {
        if (!before.contains(id)) {
            keys.emplace(spelling_key(id), id);
        }
    }
    std::vector<std::string> near;
    for (const auto& [id, person] : before) {
        if (after.contains(id)) {
            continue;
        }
        const auto key = spelling_key(id);
        const auto found = key.empty() ? keys.end() : keys.find(key);
        if (found != keys.end()) {
            near.push_back(fmt::format("{} (later {})", in_quotes(id), in_quotes(found->second)));
        }
    }
    if (!near.empty()) {
        links.warnings.push_back(
            fmt::format("Ids that are spelled a little differently count as different people: {}. "
                        "Spell them alike if they are the same.",
                        examples_of(near)));
    }
}

} // namespace

PeopleLinks link_people(const Answers& before, const Answers& after, std::string_view name_before,
                        std::string_view name_after) {
    PeopleLinks links;
    if (before.promise.kind == Promise::Confidential ||
        after.promise.kind == Promise::Confidential) {
        links.reason = "answers were given in confidence, and nobody is followed from one to the "
                       "other";
        return links;
    }
    const std::array inputs{std::pair(&before, name_before), std::pair(&after, name_after)};
    for (const auto& [answers, name] : inputs) {
        if (!answers->ids_given) {
            links.reason = fmt::format("{} gives people no ids of their own", in_quotes(name));
            return links;
        }
    }
    const auto first = people_by_id(before);
    const auto second = people_by_id(after);
    warn_of_repeats(first, name_before, links);
    warn_of_repeats(second, name_after, links);
    warn_of_spellings(first, second, links);
    for (const auto& [id, person] : first) {
        const auto found = second.find(id);
        if (person && found != second.end() && found->second) {
            links.pairs.emplace_back(*person, *found->second);
        }
    }
    std::ranges::sort(links.pairs);
    links.linked = !links.pairs.empty();
    if (!links.linked) {
        links.reason =
            fmt::format("no id of {} is in {}", in_quotes(name_before), in_quotes(name_after));
    }
    return links;
}

} // namespace assess
